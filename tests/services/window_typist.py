"""Run by a test: the window, offscreen. ``type``: write until killed; ``look``: say what lies there, and close."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from editor.commands.window import Opening
from editor.service.messages import Place
from ui.app import application_made, opened
from ui.jobs import ProcessJobs
from ui.keeping.book import Standing
from ui.preferences import Preferences


class Typist:
    def __init__(self, folder, what):
        place = Place(folder / "library", folder / "data")
        self.jobs = ProcessJobs(place, QApplication.instance())
        self.desktop, self.work = opened(
            QApplication.instance(), Opening(place), Preferences(folder / "gaotai.ini"), self.jobs
        )
        self.body = self.desktop.writing.body
        self.desktop.window.show()
        QTimer.singleShot(0, lambda: self.work.begin(()))
        if what == "look":
            self.say(line=self.work.keeping.room.recovery_line.told.text())
            self.close_when_kept()
        else:
            self.desktop.context.actions["file.new"].trigger()
            QTimer.singleShot(100, self.begin)

    def begin(self):
        if self.desktop.sheet.article is None:
            QTimer.singleShot(100, self.begin)
            return
        self.commit(self.desktop.desk.heading.headline, "渠水通了")
        self.number = 0
        self.type()

    def close_when_kept(self):
        if self.work.keeping.room.keeper.standing is Standing.IN_LIBRARY:
            QTimer.singleShot(0, self.desktop.window.close)
        else:
            QTimer.singleShot(100, self.close_when_kept)

    def type(self):
        self.number += 1
        self.commit(self.body, f"第{self.number}句。")
        self.say()
        QTimer.singleShot(20, self.type)

    def commit(self, widget, text):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    def say(self, **more):
        told = {
            "t": time.monotonic(),
            "text": self.body.toPlainText(),
            "headline": self.desktop.sheet.plain_slip().get("headline", ""),
            "caret": self.body.textCursor().position(),
        }
        print(json.dumps(told | more), flush=True)


if __name__ == "__main__":
    application = application_made()
    typist = Typist(Path(sys.argv[1]), sys.argv[2])
    application.exec()
    typist.jobs.close()
