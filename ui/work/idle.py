"""What is done when nobody waits for anything: rows and search index are brought up to what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from editor.records.articles import Stored
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping

_AFTER = 600
_NEXT = 300


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
