"""What was typed on the first page is played to the window that has taken its place, as if it were typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QTextEdit, QWidget

    from ui.first.page import Typed

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def play(typed: Iterable[Typed], window: QWidget, body: QTextEdit) -> None:
    """Do it all again in its order; the focus and the caret stand where they stood when it began."""
    for one in typed:
        focus: QWidget | None = window.focusWidget()
        focus = body if focus is None else focus
        if one.kind == "caret":
            _go(body, one.anchor, one.position)
        elif one.kind == "commit":
            event = QInputMethodEvent()
            event.setCommitString(one.text, one.start, one.length)
            QApplication.sendEvent(focus, event)
        elif one.event is not None:
            _press(one.event, window, focus)


def _press(event: QKeyEvent, window: QWidget, focus: QWidget) -> None:
    modifiers = event.modifiers()
    if (modifiers & _HELD or not event.text()) and _acted(window, QKeySequence(event.keyCombination())):
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, event.key(), modifiers, event.text()))


def _acted(window: QWidget, keys: QKeySequence) -> bool:
    """Do what the keys stand for in the window; whether they stand for anything."""
    for action in window.actions():
        if isinstance(action, QAction) and keys in action.shortcuts():
            action.trigger()
            return True
    for shortcut in window.findChildren(QShortcut):
        if shortcut.keys().count(keys) and shortcut.isEnabled():
            shortcut.activated.emit()
            return True
    return False


def _go(body: QTextEdit, anchor: tuple[int, int], position: tuple[int, int]) -> None:
    cursor = body.textCursor()
    for (number, offset), mode in (
        (anchor, QTextCursor.MoveMode.MoveAnchor),
        (position, QTextCursor.MoveMode.KeepAnchor),
    ):
        block = body.document().findBlockByNumber(number)
        if not block.isValid():
            return
        cursor.setPosition(block.position() + min(offset, block.length() - 1), mode)
    body.setTextCursor(cursor)
    body.setFocus()
