"""What is seen of the text: the measure, the marks of the visible lines, scrolling while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer

if TYPE_CHECKING:
    from ui.writing.base import TextBase

_NARROWEST = 24
_TOP = 12
_TYPEWRITER_AT = 0.45


class View:
    """Looks after the view of one editor."""

    def __init__(self, editor: TextBase) -> None:
        self._editor = editor
        self._covered = (0, -1)
        self._waiting = QTimer(editor, singleShot=True, interval=0)
        self._waiting.timeout.connect(self._on_scrolled)
        editor.verticalScrollBar().valueChanged.connect(self._waiting.start)
        self.typewriter = False
        self.colored = False
        self._laid = False

    def fit(self) -> None:
        """Keep the lines at the measure, in the middle of the widget."""
        editor = self._editor
        bar = editor.verticalScrollBar()
        wanted = editor.reading.measure + 2 * editor.document().documentMargin() + 2
        room = editor.width() - bar.sizeHint().width() - round(wanted)
        left = max(_NARROWEST, room // 2)
        right = max(_NARROWEST, room - left)  # an odd pixel more in the lines would lay all of them out anew
        editor.setViewportMargins(left, _TOP, right, 0)

    def refresh(self) -> None:
        """Lay the marks of the visible lines, and of a screen before and behind them, over the text."""
        editor = self._editor
        if editor.composing.active:
            editor.composing.later("view", self.refresh)
            return
        viewport = editor.viewport()
        high = viewport.height()
        first = editor.cursorForPosition(QPoint(0, -high)).block().position()
        last_block = editor.cursorForPosition(QPoint(viewport.width(), 2 * high)).block()
        last = last_block.position() + last_block.length()
        self._covered = (first, last)
        found = editor.overlay.selections(first, last)
        self.colored = editor.overlay.own_color
        if found or self._laid:
            editor.setExtraSelections(found)
        self._laid = bool(found)

    def later(self) -> None:
        """The same when nothing else is to be done: other lines may be visible."""
        self._covered = (0, -1)
        self._waiting.start()

    def _on_scrolled(self) -> None:
        editor = self._editor
        first = editor.cursorForPosition(QPoint(0, 0)).position()
        last = editor.cursorForPosition(QPoint(editor.viewport().width(), editor.viewport().height())).position()
        if first < self._covered[0] or last > self._covered[1]:
            self.refresh()

    def after_typing(self) -> None:
        """Typewriter scrolling: the line that is written stays at one height. Never for a click or an arrow."""
        if not self.typewriter:
            return
        editor = self._editor
        bar = editor.verticalScrollBar()
        off = editor.cursorRect().center().y() - round(editor.viewport().height() * _TYPEWRITER_AT)
        if off:
            bar.setValue(bar.value() + off)

    def show(self, start: int, end: int) -> None:
        """Select a range of positions and bring it into the middle of the view."""
        editor = self._editor
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        rect = editor.cursorRect()
        if not 0 <= rect.top() <= editor.viewport().height() - rect.height():
            bar = editor.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - editor.viewport().height() // 2)
