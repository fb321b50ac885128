"""What keys mean where: Enter, Backspace, Delete and Tab in headings, lists, quotes, tables and beside pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor

from ui.writing.kinds import DEPTH, HEADINGS, LINE_BREAK, ORDERED, SOLID, Kind, kind_of
from ui.writing.marking import typing_format
from ui.writing.shaping import nest, set_line
from ui.writing.tables import next_cell

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QTextBlock

    from ui.writing.formats import Formats

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_LIFTED = HEADINGS | {Kind.QUOTE, Kind.FOOTNOTE}
Key = QKeySequence.StandardKey


class Keys:
    """Does what a key does to the structure; the cursor that is handed in is the caret and is moved."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats

    def handle(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        """Whether the key was taken; else the widget does what it always does."""
        modifiers = event.modifiers() & ~_KEYPAD
        if event.key() in _ENTER and modifiers == _PLAIN:
            self._enter(cursor)
            return True
        if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self._break_line(cursor)
        if event.key() == Qt.Key.Key_Backspace and modifiers in {_PLAIN, Qt.KeyboardModifier.ShiftModifier}:
            return not cursor.hasSelection() and self._backspace(cursor)
        if event.matches(Key.Delete):
            return not cursor.hasSelection() and self._delete(cursor)
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._tab(cursor, -1 if event.key() == Qt.Key.Key_Backtab else 1)
            return True
        return False

    def _enter(self, cursor: QTextCursor) -> None:
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        block = cursor.block()
        kind = kind_of(block)
        if cursor.currentTable() is not None:
            cursor.insertText(LINE_BREAK, typing_format(cursor, self.formats) or cursor.charFormat())
        elif kind is Kind.ITEM and block.length() == 1:
            self._leave_item(cursor)
        elif kind in {Kind.QUOTE, Kind.GAP} and block.length() == 1:
            self._to(cursor, block, Kind.PARAGRAPH)
        elif kind in {Kind.ITEM, Kind.QUOTE}:
            line = block.blockFormat()
            made = self.formats.block(kind, depth=line.intProperty(DEPTH), ordered=line.boolProperty(ORDERED))
            cursor.insertBlock(made, self.formats.char_of(kind))
        else:
            self._new_paragraph(cursor, block, kind)
        cursor.endEditBlock()

    def _new_paragraph(self, cursor: QTextCursor, block: QTextBlock, kind: Kind) -> None:
        before = cursor.atBlockStart() and block.length() > 1
        line, plain = block.blockFormat(), block.charFormat()
        cursor.insertBlock(self.formats.block(Kind.PARAGRAPH), self.formats.char_of(Kind.PARAGRAPH))
        if before and (kind in SOLID or kind in _LIFTED):
            worker = QTextCursor(cursor)
            worker.setBlockFormat(line)
            worker.setBlockCharFormat(plain)
            set_line(worker, cursor.block().previous(), self.formats.block(Kind.PARAGRAPH), self.formats)
            if kind in SOLID:
                cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        elif kind in _LIFTED:
            set_line(QTextCursor(cursor), cursor.block(), self.formats.block(Kind.PARAGRAPH), self.formats)

    def _leave_item(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        if block.blockFormat().intProperty(DEPTH):
            nest(cursor, -1, self.formats)
        else:
            self._to(cursor, block, Kind.PARAGRAPH)

    def _to(self, cursor: QTextCursor, block: QTextBlock, kind: Kind) -> None:
        cursor.beginEditBlock()
        set_line(QTextCursor(cursor), block, self.formats.block(kind), self.formats)
        cursor.endEditBlock()

    def _break_line(self, cursor: QTextCursor) -> bool:
        if kind_of(cursor.block()) in SOLID:
            return True
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.insertText(LINE_BREAK, typing_format(cursor, self.formats) or cursor.charFormat())
        cursor.endEditBlock()
        return True

    def _backspace(self, cursor: QTextCursor) -> bool:
        block = cursor.block()
        kind = kind_of(block)
        if not cursor.atBlockStart() or (kind in SOLID and cursor.atBlockEnd()):
            return False
        if cursor.currentTable() is not None:
            return True
        if kind in _LIFTED:
            self._to(cursor, block, Kind.PARAGRAPH)
        elif kind is Kind.ITEM:
            self._leave_item(cursor)
        elif block.previous().isValid():
            return self._backspace_into(cursor, block, block.previous())
        return True

    def _backspace_into(self, cursor: QTextCursor, block: QTextBlock, before: QTextBlock) -> bool:
        """Join a line with the one before it, which may be something that takes no text."""
        if QTextCursor(before).currentTable() is not None:
            if block.length() == 1 and block.next().isValid() and QTextCursor(block.next()).currentTable() is None:
                _drop(cursor, block)
            cursor.setPosition(before.position() + before.length() - 1)
            return True
        if kind_of(before) in SOLID:
            if block.length() == 1 and kind_of(block) not in SOLID and block.next().isValid():
                _drop(cursor, block)
                cursor.setPosition(before.position() + 1)
            else:
                cursor.setPosition(before.position())
                cursor.setPosition(before.position() + 1, QTextCursor.MoveMode.KeepAnchor)
            return True
        if kind_of(block) in SOLID and before.length() > 1:
            cursor.setPosition(before.position() + before.length() - 1)
            return True
        return before.length() == 1 and self._drop_before(cursor, block, before)

    def _drop_before(self, cursor: QTextCursor, block: QTextBlock, before: QTextBlock) -> bool:
        """An empty line before the caret goes, and the line of the caret stays what it is."""
        line = block.blockFormat()
        if kind_of(before) is Kind.GAP or QTextCursor(before).currentTable() is not None:
            return kind_of(before) is Kind.GAP and before.blockNumber() == 0
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        set_line(QTextCursor(cursor), cursor.block(), line, self.formats)
        cursor.endEditBlock()
        return True

    def _delete(self, cursor: QTextCursor) -> bool:
        if not cursor.atBlockEnd():
            return False
        block, after = cursor.block(), cursor.block().next()
        if cursor.currentTable() is not None or not after.isValid():
            return True
        if QTextCursor(after).currentTable() is not None:
            cursor.setPosition(after.position())
        elif kind_of(after) in SOLID:
            return self._delete_into(cursor, block, after)
        elif kind_of(block) in SOLID and after.length() > 1:
            cursor.setPosition(after.position())
        else:
            return False
        return True

    def _delete_into(self, cursor: QTextCursor, block: QTextBlock, after: QTextBlock) -> bool:
        """Before a picture: it is selected first; an empty line before it goes."""
        if block.length() == 1 and kind_of(block) not in SOLID:
            return self._delete_line(cursor, after)
        cursor.setPosition(after.position())
        cursor.setPosition(after.position() + 1, QTextCursor.MoveMode.KeepAnchor)
        return True

    def _delete_line(self, cursor: QTextCursor, after: QTextBlock) -> bool:
        """The empty line of the caret goes, the picture behind it stays one."""
        line = after.blockFormat()
        cursor.beginEditBlock()
        cursor.deleteChar()
        set_line(QTextCursor(cursor), cursor.block(), line, self.formats)
        cursor.endEditBlock()
        return True

    def _tab(self, cursor: QTextCursor, by: int) -> None:
        if cursor.currentTable() is not None:
            next_cell(cursor, by, self.formats)
        else:
            nest(cursor, by, self.formats)


def _drop(cursor: QTextCursor, block: QTextBlock) -> None:
    """Take away an empty line; the one behind it stays what it is."""
    following = block.next()
    line, plain = following.blockFormat(), following.charFormat()
    cursor.beginEditBlock()
    cursor.setPosition(block.position())
    cursor.deleteChar()
    cursor.setBlockFormat(line)
    cursor.setBlockCharFormat(plain)
    cursor.endEditBlock()
