"""Somebody who types without pause, until he is killed: writes into a log what stood in the window after each key.

The real writing widget, the real keeper, and the library in its own process. Arguments: folder, seed; a seed below 0
types nothing and ends in order when the library has everything.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from editor.markup.reader import read
from editor.records.articles import Loaded
from editor.service.messages import Place
from editor.store.journal_file import Run, folder_of
from ui.identifiers import new_id
from ui.jobs import ProcessJobs
from ui.keeping.book import Standing
from ui.keeping.journal_writer import JournalWriter
from ui.keeping.keeper import Keeper
from ui.keeping.on_desk import SheetOnDesk
from ui.keeping.pieces import Pieces
from ui.keeping.recovering import Recovering
from ui.keeping.recovery import Recovery
from ui.keeping.units import plain_of
from ui.theme.tokens import LIGHT
from ui.theme.type import Reading
from ui.writing.editor import ArticleEditor

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = "县里的水渠今天通水，沿线群众都来观看。𬭎㛃“新”"


class _Sheet(QObject):
    slip_edited = Signal()

    def __init__(self, headline: QLineEdit) -> None:
        super().__init__()
        self.article: Loaded | None = None
        self.headline = headline
        headline.textEdited.connect(self.slip_edited)

    def plain_slip(self) -> Mapping[str, Any]:
        return {"headline": self.headline.text()} if self.headline.text() else {}


class Typist(QWidget):
    """A desk and whoever writes on it."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__()
        self.resize(900, 700)
        self._types = seed >= 0
        self._random = random.Random(seed)
        self._log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        place = Place(folder / "library", folder / "data")
        self._headline = QLineEdit()
        self._headline.setObjectName("headline")
        self._body = ArticleEditor(Reading(), LIGHT)
        layout = QVBoxLayout(self)
        layout.addWidget(self._headline)
        layout.addWidget(self._body)
        self._sheet = _Sheet(self._headline)
        self._desk = SheetOnDesk(self._sheet, self._body, self)
        journals = folder_of(place.data, place.library)
        self._recovery = Recovery(journals)
        self._jobs = ProcessJobs(place, self)
        self.keeper = Keeper(
            self._desk, JournalWriter(Run(journals), self, limit=20_000), self._jobs.ask, lambda: "", self
        )
        self._desk.caret_moved.connect(self.keeper.caret_moved)
        self._sheet.slip_edited.connect(self.keeper.slip_touched)

    def begin(self) -> None:
        """Lay on the desk what was left behind, or a new article."""
        found = self._recovery.on_desk(*_article(self._recovery))
        if found is None:
            self._lay(Loaded(new_id(), "zh-CN", "", True, {}, "", "draft", "", "", "", "", False))  # noqa: FBT003
            self.keeper.begin(self._loaded)
        else:
            recovery = self._recovery
            self._lay(found.loaded(), found.blocks)
            self._desk.put_caret(found.state.caret)
            self.keeper.begin(self._loaded, restored=lambda: recovery.done(found), held=True)
        self._recovering = Recovering(self._recovery, self._jobs.ask, found, self)
        self._recovering.desk_released.connect(lambda over: self.keeper.release(over, "recovered"))
        self._recovering.finished.connect(lambda: self._note(finished=True))
        self._recovering.desk_conflicted.connect(lambda _loaded: self._note(conflict=True))
        if not self._types or self._random.random() < 0.5:  # else he is killed before the core is there
            self._jobs.start()
            self._recovering.begin()
        self._note(ready=True)
        self._body.setFocus()
        if self._types:
            QTimer.singleShot(0, self._type)
        else:
            self.keeper.standing_changed.connect(self._end_in_order)
            self._end_in_order(self.keeper.standing)

    def _end_in_order(self, standing: Standing) -> None:
        if standing is Standing.IN_LIBRARY:
            QTimer.singleShot(0, lambda: self.keeper.end(self._close))

    def _close(self) -> None:
        self.keeper.finish()
        self._recovery.end()
        self._jobs.close()
        QApplication.quit()

    def _lay(self, loaded: Loaded, blocks: Any = None) -> None:
        self._loaded = self._sheet.article = loaded
        self._headline.setText(str(loaded.slip.get("headline", "")))
        self._body.show_blocks(read(loaded.text) if blocks is None else blocks)

    def _type(self) -> None:
        chance = self._random.random()
        if chance < 0.7:
            event = QInputMethodEvent()
            start = self._random.randrange(len(_WORDS))
            event.setCommitString(_WORDS[start : start + self._random.randint(1, 4)])
            QApplication.sendEvent(self._body, event)
        elif chance < 0.74:
            QTest.keyClicks(self._headline, "n")
        else:
            keys = [
                Qt.Key.Key_A,
                Qt.Key.Key_Return,
                Qt.Key.Key_Backspace,
                Qt.Key.Key_Left,
                Qt.Key.Key_Up,
                Qt.Key.Key_End,
            ]
            QTest.keyClick(self._body, self._random.choice(keys))
            if self._random.random() < 0.1:
                self._body.undo()
        self._note()
        wait = self._random.choice([0, 5, 20, 60]) if self._random.random() < 0.97 else self._random.randint(200, 1200)
        QTimer.singleShot(wait, self._type)

    def _note(self, **more: Any) -> None:
        pieces = Pieces(self._body.document())
        anchor, position = self._desk.cursor()
        caret = [*pieces.unit_at(position), *pieces.unit_at(anchor)]
        units = [plain_of(block) for block in pieces.blocks]
        entry = {"t": time.monotonic(), "units": units, "slip": self._sheet.plain_slip(), "caret": caret} | more
        os.write(self._log, json.dumps(entry, ensure_ascii=False).encode() + b"\n")


def _article(recovery: Recovery) -> tuple[str, str]:
    return (recovery.articles[-1].state.article, "zh-CN") if recovery.articles else ("", "")


def main() -> None:
    application = QApplication([])
    typist = Typist(Path(sys.argv[1]), int(sys.argv[2]))
    typist.show()
    typist.begin()
    application.exec()


if __name__ == "__main__":
    main()
