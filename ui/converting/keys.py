"""Keys of the conversion view, where the cards or the columns have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.converting.view import ConvertView

_SAVE = {Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ACCEPT = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_NEXT, _PREVIOUS = {Qt.Key.Key_J, Qt.Key.Key_Down}, {Qt.Key.Key_K, Qt.Key.Key_Up}


def saves(event: QKeyEvent) -> bool:
    """Ctrl+S or Ctrl+Enter: in the window's menu they mean the article, here its other version."""
    control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
    return control and Qt.Key(event.key()) in _SAVE


def press(view: ConvertView, event: QKeyEvent) -> bool:
    """Do what a key means; False when it is none of ours."""
    if saves(event):
        view.save()
        return True
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.NoModifier:
        return False
    key = Qt.Key(event.key())
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        view.choose(key - Qt.Key.Key_0)
        return True
    way = _ways(view).get(key)
    if way is None:
        return False
    way()
    return True


def _ways(view: ConvertView) -> dict[Qt.Key, Callable[[], object]]:
    ways: dict[Qt.Key, Callable[[], object]] = dict.fromkeys(_ACCEPT, view.accept)
    ways |= dict.fromkeys(_NEXT, lambda: view.step(1))
    ways |= dict.fromkeys(_PREVIOUS, lambda: view.step(-1))
    ways[Qt.Key.Key_G] = view.always
    ways[Qt.Key.Key_Backspace] = view.take_back
    ways[Qt.Key.Key_Escape] = view.closed.emit
    return ways
