"""What is done when nobody waits: rows and index follow what was written, dictionaries are read beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.jobs import Lane

if TYPE_CHECKING:
    from editor.records.articles import Stored
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping

_AFTER = 600
_NEXT = 300
_WARM_AFTER = 5000
_REST = 1500
_STEPS = ("opencc", "words", "article")


class IdleAtWork(QObject):
    """Typing waits for neither list nor index: both follow when a text has been stored, some articles at a time."""

    def __init__(self, desktop: Desktop, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._written: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.catch_up)
        keeping.stored.connect(self._on_stored)
        self._timer.start(_AFTER)
        self._cold = list(_STEPS)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.timeout.connect(self.warm)
        desktop.sheet.edited.connect(self._on_edited)
        self.pause.start(_WARM_AFTER)

    def _on_edited(self) -> None:
        """Somebody writes: his checks come first."""
        if self.pause.isActive() and self.pause.remainingTime() < _REST:
            self.pause.start(_REST)

    def warm(self) -> None:
        """The worker of texts reads the dictionaries of conversion, piece by piece, so that the first one is quick."""
        if self._cold:
            ask = self._desktop.context.jobs.ask
            ask("texts.warm", lane=Lane.TEXT, done=self._on_warm, failed=lambda _why: None, what=self._cold.pop(0))

    def _on_warm(self, _none: None) -> None:
        if self._cold:
            self.pause.start(_REST)

    def _on_stored(self, stored: Stored) -> None:
        self._written.add(stored.article)
        if not self._timer.isActive():
            self._timer.start(_AFTER)

    def catch_up(self) -> None:
        """Bring up some of the articles that are behind."""
        ask = self._desktop.context.jobs.ask
        ask("desk.catch_up", done=self._on_caught_up, failed=lambda _why: None, key="catch_up")

    def _on_caught_up(self, left: int) -> None:
        written, self._written = self._written, set()
        if written:
            self._desktop.browser.touched(sorted(written))
        if left:
            self._timer.start(_NEXT)
