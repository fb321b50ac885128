"""The keys of a comparison; they work while the focus is on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollBar

    from ui.review.compare import CompareView

_PLAIN = Qt.KeyboardModifier.NoModifier
_NEXT = {(Qt.Key.Key_F7, _PLAIN), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)}
_PREVIOUS = {(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)}
_CONFIRM = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CompareKeys(QObject):
    """Listens on the page of a view."""

    def __init__(self, view: CompareView) -> None:
        super().__init__(view)
        self._view = view
        self._ways: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: view.page.open_fold,
            Qt.Key.Key_Enter: view.page.open_fold,
            Qt.Key.Key_Escape: view.closed.emit,
            Qt.Key.Key_F2: view.edit,
            Qt.Key.Key_V: view.turn,
            Qt.Key.Key_F: view.turn_fold,
            Qt.Key.Key_Home: lambda: view.page.verticalScrollBar().setValue(0),
            Qt.Key.Key_End: lambda: _to_end(view.page.verticalScrollBar()),
        }
        view.page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """One key; False when it is none of ours."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = (Qt.Key(event.key()), modifiers)
        if pressed in _NEXT:
            self._view.go_next()
        elif pressed in _PREVIOUS:
            self._view.go_previous()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy()
        else:
            return modifiers == _PLAIN and self._plain(Qt.Key(event.key()))
        return True

    def _plain(self, key: Qt.Key) -> bool:
        view = self._view
        if view.countercheck and key in _CONFIRM:
            view.confirm()
        elif view.countercheck and key == Qt.Key.Key_Backspace:
            view.take_back()
        elif key in self._ways:
            self._ways[key]()
        else:
            return False
        return True


def _to_end(bar: QScrollBar) -> None:
    """To the last line: how far it is, is only known once what stands there was measured."""
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())
