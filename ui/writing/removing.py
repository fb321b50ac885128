"""Whole blocks taken out and put in between others, which stay what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.writing.filling import insert_blocks
from ui.writing.kinds import Kind, kind_of, kind_of_format
from ui.writing.shaping import set_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

    from editor.markup.blocks import Block
    from ui.writing.formats import Formats
    from ui.writing.reading import Placed


def remove_block(document: QTextDocument, placed: Placed, table: QTextTable | None, formats: Formats) -> None:
    """Take the lines of a block, or a table, out; those round it stay what they are."""
    if table is not None:
        drop_table(table, formats)
        return
    for number in range(placed.last, placed.first - 1, -1):
        _remove_line(document.findBlockByNumber(number), formats)


def _remove_line(line: QTextBlock, formats: Formats) -> None:
    before, after = line.previous(), line.next()
    cursor = QTextCursor(line)
    if after.isValid() and not _in_table(after):
        kept, plain = after.blockFormat(), after.charFormat()
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
    elif before.isValid() and not _in_table(before):
        kept, plain = before.blockFormat(), before.charFormat()
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.setPosition(line.position() + line.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    else:
        kind = Kind.GAP if before.isValid() or after.isValid() else Kind.PARAGRAPH
        kept, plain = formats.block(kind), formats.char_of(kind)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(kept)
    cursor.setBlockCharFormat(plain)


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def insert_behind(document: QTextDocument, number: int, blocks: Sequence[Block], formats: Formats) -> None:
    """Insert blocks behind a line; -1 = before the first one."""
    line = document.findBlockByNumber(number + 1)
    if number >= 0 and not _in_table(document.findBlockByNumber(number)):
        cursor = QTextCursor(document.findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        insert_blocks(cursor, blocks, formats, fresh=False)
    else:
        cursor = QTextCursor(line)
        if line.length() > 1 or kind_of(line) not in {Kind.GAP, Kind.PARAGRAPH}:
            kept, plain = line.blockFormat(), line.charFormat()
            cursor.insertBlock(kept, plain)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        insert_blocks(cursor, blocks, formats, fresh=True)
    _close_gap(cursor)


def _close_gap(cursor: QTextCursor) -> None:
    """Between a table and a line of text there is no gap."""
    following = cursor.block().next()
    if kind_of(cursor.block()) is not Kind.GAP or not following.isValid() or _in_table(following):
        return
    kept, plain = following.blockFormat(), following.charFormat()
    cursor.deleteChar()
    cursor.setBlockFormat(kept)
    cursor.setBlockCharFormat(plain)


def drop_table(table: QTextTable, formats: Formats) -> int:
    """Take a table out of the document; the lines round it are kept apart and stay what they are.

    Returns:
        The number of the line that stood behind it.
    """
    before = table.firstCursorPosition()  # not table.document(): that dies with the table
    before.setPosition(table.firstPosition() - 1)
    if kind_of(before.block()) is not Kind.GAP:
        before.insertBlock(formats.block(Kind.GAP), formats.char_of(Kind.GAP))
    after = table.lastCursorPosition()
    after.setPosition(table.lastPosition() + 1)
    line = after.blockFormat()
    before.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
    before.removeSelectedText()
    block = before.block()
    near = (block.previous(), block.next())
    if kind_of_format(line) is Kind.GAP and not any(each.isValid() and _in_table(each) for each in near):
        line = formats.block(Kind.PARAGRAPH)
    set_line(QTextCursor(before), block, line, formats)
    return block.blockNumber()
