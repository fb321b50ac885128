"""What was typed before a window that could not be built: offered in the line under the text of the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.desk.quiet_line import Offered
from ui.first import kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ui.desktop import Desktop
    from ui.work import Work

_NAME = "typed"
_SHOWN = 18
_IN_THE_JOURNAL = 5000
"""ms after which what was put into the article is in its journal for certain (that is a second behind at most)."""


class TypedBefore(QObject):
    """Offers it until it stands in an article or is thrown away by hand; the files stay until then."""

    def __init__(self, desktop: Desktop, work: Work, files: Sequence[Path]) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._work = work
        self._files = files
        self._words = kept.words_of(files)
        self._stands = self._waits = False
        self._line = work.writing.offers.line
        if not self._words.strip():
            self._drop()
            return
        begin = " ".join(self._words.split())
        told = self.tr("Typed before the window could be built, and kept: “{words}”").format(
            words=begin if len(begin) <= _SHOWN else begin[:_SHOWN] + "…"
        )
        ways = (
            (self.tr("Put it into the text"), self._put),
            (self.tr("Copy"), self._copy),
            (self.tr("Throw it away"), self._drop),
        )
        self._line.offer(_NAME, Offered(told, ways))
        desktop.sheet.opened.connect(self._on_opened)
        desktop.window.closing.connect(self._on_closing)

    def _put(self) -> None:
        """At the caret of the article on the desk; of a new one where there is none that can be written in."""
        if self._desktop.sheet.article is not None and not self._desktop.writing.body.isReadOnly():
            self._insert()
            return
        self._waits = True
        self._work.articles.begin()

    def _on_opened(self, _loaded: object) -> None:
        if self._waits:
            self._waits = False
            self._insert()

    def _insert(self) -> None:
        body = self._desktop.writing.body
        body.setFocus()
        body.insertPlainText(self._words)
        self._stands = True
        QTimer.singleShot(_IN_THE_JOURNAL, self, self._drop)

    def _copy(self) -> None:
        """The files stay: what is only on the clipboard is gone with the next thing that is copied."""
        QApplication.clipboard().setText(self._words)

    def _drop(self) -> None:
        kept.drop(self._files)

    def _on_closing(self) -> None:
        if self._stands:
            self._drop()
