"""The text surface: keys, input methods, mouse, clipboard and painting of the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QPainter, QTextCursor
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from ui.writing.base import TextBase
from ui.writing.kinds import HREF, INDENTS, SOLID, Kind, kind_of, text_in
from ui.writing.marking import typing_format
from ui.writing.shaping import set_line
from ui.writing.shortcuts import after_blank, at_enter

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QHideEvent,
        QInputMethodEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )


_NOTCH = 120
_SENTENCE_ENDS = "。！？!?…"
Standard = QKeySequence.StandardKey


class Surface(TextBase):
    """Takes what people do to the text."""

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.matches(Standard.Undo) or e.matches(Standard.Redo):
            (self.undo if e.matches(Standard.Undo) else self.redo)()
            return
        cursor = self.textCursor()
        if self.wording.handle(e, cursor, read_only=self.isReadOnly()):
            self.done(cursor)
            return
        if self.isReadOnly():
            super().keyPressEvent(e)
            return
        if self._taken(e, cursor):
            return
        self._type(e)
        if e.text() == " " and after_blank(cursor := self.textCursor(), self.formats):
            self.setTextCursor(cursor)
        self.settle()
        self.view.after_typing()

    def _taken(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if (enter and at_enter(cursor, self.formats)) or self._keys.handle(event, cursor):
            self.done(cursor)
            self.view.after_typing()
            return True
        return False

    def _type(self, event: QKeyEvent) -> None:
        """Let Qt do it, the characters set as their place wants them, each sentence a step of undo."""
        whole = self._covers_all()
        text = event.text()
        if text and text[0] >= " " and text != "\x7f":
            self._prepare()
        cursor = self.textCursor()
        of_its_own = self._begins_step(cursor, event)
        if of_its_own:
            cursor.beginEditBlock()
        super().keyPressEvent(event)
        if of_its_own:
            cursor.endEditBlock()
        if whole and self.document().characterCount() <= 1 + len(text):
            self._start_anew()

    def _begins_step(self, cursor: QTextCursor, event: QKeyEvent) -> bool:
        """Whether a key makes a step of undo of its own.

        After a sentence it does, so that undo takes sentences; and wherever the structure may have to be mended after
        it, because Qt joins what mends to a step only, not to a single character.
        """
        inside = cursor.positionInBlock()
        if self.steps.fresh:
            return True
        if cursor.hasSelection() or kind_of(cursor.block()) in SOLID | {Kind.GAP}:
            return True
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return inside <= 1 or cursor.atBlockEnd()
        if inside == 0 and event.text()[:1] in INDENTS:
            return True
        return self.document().characterAt(cursor.position() - 1) in _SENTENCE_ENDS

    def _covers_all(self) -> bool:
        cursor = self.textCursor()
        return cursor.hasSelection() and (
            cursor.selectionEnd() - cursor.selectionStart() >= self.document().characterCount() - 1
        )

    def _start_anew(self) -> None:
        """A text that was deleted whole begins with a paragraph, whatever stood first in it."""
        worker = QTextCursor(self.document())
        if kind_of(worker.block()) is Kind.PARAGRAPH:
            return
        worker.joinPreviousEditBlock()
        set_line(worker, self.document().firstBlock(), self.formats.block(Kind.PARAGRAPH), self.formats)
        worker.endEditBlock()

    def _prepare(self) -> None:
        """The format that the next characters get."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            made = typing_format(cursor, self.formats)
            if made is not None:
                self.setCurrentCharFormat(made)

    def _make_room(self) -> None:
        """Before something is composed: what is selected goes, and the structure is mended, in one step of undo."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            whole = self._covers_all()
            cursor.removeSelectedText()
            if whole:
                self._start_anew()
            self.done(cursor)
        self._prepare()

    @override
    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        commit = e.commitString()
        if not self.composing.active and (commit or e.preeditString()) and not self.isReadOnly():
            self._make_room()
        if commit or e.replacementLength():
            super().inputMethodEvent(e)
        else:  # Qt tells of a change of the line whenever what is composed changes; the text is as it was
            with self.lines.quiet():
                super().inputMethodEvent(e)
        self.composing.saw(e)
        self.settle()
        self.composing.flush()
        if commit:
            self.view.after_typing()

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() == QEvent.Type.FocusAboutToChange:
            self.composing.finish()
        elif e.type() == QEvent.Type.Resize:
            self.view.fit()  # before the text is laid out at a width that it does not keep
        return super().event(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        self.composing.finish()
        super().focusOutEvent(e)

    @override
    def hideEvent(self, e: QHideEvent) -> None:
        self.composing.finish()
        super().hideEvent(e)

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        self.composing.finish()
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            href = text_in(self.cursorForPosition(e.position().toPoint()).charFormat(), HREF)
            if href:
                self.link_opened.emit(href)
                return
        super().mousePressEvent(e)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        if e.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            for layer, key in self.overlay.marks_at(self.textCursor().position()):
                self.spot_clicked.emit(layer, key)

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        if e.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(e)
            return
        cursor = self.cursorForPosition(e.position().toPoint())
        if kind_of(cursor.block()) is Kind.IMAGE:
            self.picture_activated.emit(cursor.block().position())
            return
        super().mouseDoubleClickEvent(e)  # Qt starts selecting by words; ours are others
        cursor = self._before_character(e.position().toPoint())
        self.wording.select(cursor)
        self.setTextCursor(cursor)

    def _before_character(self, point: QPoint) -> QTextCursor:
        """The place before the character at a point; Qt gives the nearer of the places beside it."""
        cursor = self.cursorForPosition(point)
        rect = self.cursorRect(cursor)
        if (rect.center().x() > point.x() or rect.top() > point.y()) and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        return cursor

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.menu_actions)
        if self.menu_actions:
            menu.popup(e.globalPos())

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if e.angleDelta().y() > 0 else -1)
            e.accept()
            return
        super().wheelEvent(e)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.view.later()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        self.decor.paint(painter, e.rect())
        painter.end()
