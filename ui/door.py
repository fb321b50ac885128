"""The door of a window: where a second start of the same library knocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from ui import single

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow


class Door(QObject):
    """The files of a second start are taken in, and the window comes to the front.

    Signals:
        asked: Paths of files; not emitted for none.
    """

    asked = Signal(list)

    def __init__(self, library: Path, window: QMainWindow) -> None:
        super().__init__(window)
        self._library = library
        self._window = window
        self._line = single.listening(library)
        if self._line is not None:
            self._heard = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
            self._heard.activated.connect(self._on_heard)

    def _on_heard(self) -> None:
        files = single.asked(self._line) if self._line is not None else None
        if files is None:
            return
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if files:
            self.asked.emit(list(files))

    def close(self) -> None:
        """Nobody is at home any more."""
        if self._line is not None:
            self._heard.setEnabled(False)
            single.close(self._line, self._library)
            self._line = None
