"""Blocks put in at the caret: what is pasted, dropped or inserted by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from editor.markup.blocks import Paragraph, Run, block_text
from ui.writing.filling import insert_blocks, insert_runs
from ui.writing.kinds import SOLID, Kind, kind_of
from ui.writing.shaping import set_line, style_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlockFormat

    from editor.markup.blocks import Block
    from ui.writing.formats import Formats


def insert_at(cursor: QTextCursor, blocks: Sequence[Block], formats: Formats) -> None:
    """Put blocks in the place of the selection, one step of undo; the cursor ends behind them.

    One paragraph goes into the line; of several the first goes on with the line before the caret and the line behind
    the caret goes on with the last, when they are paragraphs. Into a cell goes only text.
    """
    if not blocks:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if cursor.currentTable() is not None:
        _insert_into_cell(cursor, blocks, formats)
    elif kind_of(cursor.block()) in SOLID:
        _insert_beside(cursor, blocks, formats)
    elif len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        _insert_inline(cursor, blocks[0], formats)
    else:
        _insert_lines(cursor, blocks, formats)
    cursor.endEditBlock()


def _insert_inline(cursor: QTextCursor, block: Paragraph, formats: Formats) -> None:
    if kind_of(cursor.block()) is Kind.GAP:
        set_line(QTextCursor(cursor), cursor.block(), formats.block(Kind.PARAGRAPH), formats)
    insert_runs(cursor, block.runs, formats, style_of(cursor.block()))


def _insert_into_cell(cursor: QTextCursor, blocks: Sequence[Block], formats: Formats) -> None:
    style = style_of(cursor.block())
    for number, block in enumerate(blocks):
        runs = block.runs if isinstance(block, Paragraph) else (Run(block_text(block)),)
        insert_runs(cursor, (Run("\n"), *runs) if number else runs, formats, style)


def _insert_beside(cursor: QTextCursor, blocks: Sequence[Block], formats: Formats) -> None:
    """Before or behind a picture or rule, which stands alone in its line."""
    if cursor.atBlockStart():
        line = cursor.blockFormat()
        cursor.insertBlock()
        worker = QTextCursor(cursor)
        worker.setBlockFormat(line)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(formats.block(Kind.PARAGRAPH))
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(formats.block(Kind.PARAGRAPH), formats.char_of(Kind.PARAGRAPH))
    insert_blocks(cursor, blocks, formats, fresh=True)


def _insert_lines(cursor: QTextCursor, blocks: Sequence[Block], formats: Formats) -> None:
    at_start, at_end = cursor.atBlockStart(), cursor.atBlockEnd()
    line, plain = cursor.blockFormat(), formats.char(style_of(cursor.block()))
    if not at_end or (at_start and not _is_open(cursor)):
        cursor.insertBlock(line, plain)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        at_end = False
    rest = blocks
    if not at_start and isinstance(blocks[0], Paragraph):
        insert_runs(cursor, blocks[0].runs, formats, style_of(cursor.block()))
        rest = blocks[1:]
    insert_blocks(cursor, rest, formats, fresh=at_start)
    if at_end:
        return
    last = blocks[-1]
    here = cursor.position()
    if kind_of(cursor.block()) is Kind.GAP:
        _join_next(cursor, line, formats)
    elif isinstance(last, Paragraph):
        _join_next(cursor, cursor.blockFormat(), formats)
    cursor.setPosition(here)


def _is_open(cursor: QTextCursor) -> bool:
    """Whether an empty line may become something else: no item or quote in the middle of others."""
    return kind_of(cursor.block()) in {Kind.PARAGRAPH, Kind.GAP, Kind.H2, Kind.H3}


def _join_next(cursor: QTextCursor, line: QTextBlockFormat, formats: Formats) -> None:
    cursor.deleteChar()
    set_line(QTextCursor(cursor), cursor.block(), line, formats)


def insert_alone(cursor: QTextCursor, blocks: Sequence[Block], formats: Formats) -> None:
    """Put blocks (a picture, a rule, a table) into lines of their own after the line of the caret.

    An empty line gives way. Behind them there is always a line to go on in, where the cursor ends.
    """
    cursor.beginEditBlock()
    cursor.setPosition(cursor.selectionEnd())
    table = cursor.currentTable()
    if table is not None:
        cursor.setPosition(table.lastCursorPosition().position() + 1)
        if kind_of(cursor.block()) is not Kind.GAP:
            line = cursor.blockFormat()
            cursor.insertBlock(line)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    fresh = cursor.block().length() == 1 and (_is_open(cursor) or table is not None)
    insert_blocks(cursor, blocks, formats, fresh=fresh)
    _line_behind(cursor, formats)
    cursor.endEditBlock()


def _line_behind(cursor: QTextCursor, formats: Formats) -> None:
    kind = kind_of(cursor.block())
    if kind is Kind.GAP:
        set_line(QTextCursor(cursor), cursor.block(), formats.block(Kind.PARAGRAPH), formats)
        return
    if kind not in SOLID:
        return
    following = cursor.block().next()
    if following.isValid() and following.length() == 1 and kind_of(following) is Kind.PARAGRAPH:
        cursor.setPosition(following.position())
        return
    cursor.insertBlock(formats.block(Kind.PARAGRAPH), formats.char_of(Kind.PARAGRAPH))
