"""Keeps what the next start shows first up to date: shortly after another article came, now and then while writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.first import glimpse as glimpses
from ui.first.taking import taken

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desktop import Desktop

_SOON = 500
_NOW_AND_THEN = 3000


class Remembering(QObject):
    """Writes the file of a window; the article itself is kept elsewhere, so nothing is lost with this one."""

    def __init__(self, desktop: Desktop, path: Path, library: Path) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._path = path
        self._library = library
        self._written = b""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        desktop.sheet.opened.connect(lambda _opened: self._soon(_SOON))
        desktop.sheet.closed.connect(lambda: self._soon(_SOON))
        desktop.context.look.changed.connect(lambda: self._soon(_SOON))
        desktop.writing.body.caret_moved.connect(lambda: self._soon(_NOW_AND_THEN))
        desktop.window.closing.connect(self.remember)
        self._soon(_SOON)

    def _soon(self, after: int) -> None:
        if not self._timer.isActive() or self._timer.remainingTime() > after:
            self._timer.start(after)

    def _on_time(self) -> None:
        if self._desktop.writing.body.composing.active:
            self._soon(_NOW_AND_THEN)
        elif not self._desktop.window.isHidden():
            self.remember()

    def remember(self) -> None:
        """What is seen now."""
        self._timer.stop()
        data = glimpses.to_bytes(taken(self._desktop), self._library)
        if data != self._written:
            glimpses.save(self._path, data)
            self._written = data
