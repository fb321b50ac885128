"""Blocks of the schema into a QTextDocument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Table
from ui.writing.formats import head_cell_ground, image_format, note_format, odd_format, rule_format, table_format
from ui.writing.kinds import LINE_BREAK, OBJECT, STYLES, Kind, Style, bits_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextDocument, QTextTable

    from editor.markup.blocks import Block, Run, Runs
    from ui.writing.formats import Formats

ROOM_BEHIND = 160
"""Behind the last line, at 100 %: who writes at the end does not look at the edge of the window."""

_ODD = re.compile("([\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\ufffe\r\0\ud800-\udfff])")
"""Characters that Qt takes for a command, or drops on the way from Python (U+FEFF before others, lone surrogates)."""
_NEEDS_CARE = re.compile("[\n\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\ufffe\r\0\ud800-\udfff]")


def fill(document: QTextDocument, blocks: Sequence[Block], formats: Formats) -> None:
    """Make a document show some blocks; nothing of it, and nothing before it, can be undone.

    ``blocks_of(document)`` gives the same blocks again for every document in normal form. Linear.
    """
    undoable = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.clear()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    root = cursor.currentFrame()  # PySide keeps what rootFrame() gives as long as the document, one of each text
    frame = root.frameFormat()
    frame.setBottomMargin(ROOM_BEHIND)
    root.setFrameFormat(frame)
    cursor.setBlockFormat(formats.block(Kind.PARAGRAPH))
    cursor.setBlockCharFormat(formats.char(Style.BODY))
    insert_blocks(cursor, blocks, formats, fresh=True)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(undoable)
    document.setModified(False)


def insert_runs(cursor: QTextCursor, runs: Iterable[Run], formats: Formats, style: Style) -> None:
    """Characters with their marks at the cursor, in the line where it is."""
    for run in runs:
        bits = bits_of(run.marks)
        if run.text:
            made = formats.char(style, bits, run.href)
            if _NEEDS_CARE.search(run.text) is None:
                cursor.insertText(run.text, made)
            else:
                for part in _ODD.split(run.text):
                    _insert_part(cursor, part, made)
        if run.note is not None:
            cursor.insertText(OBJECT, note_format(run.note, style, bits))


def _insert_part(cursor: QTextCursor, part: str, made: QTextCharFormat) -> None:
    if len(part) == 1 and _ODD.match(part):
        cursor.insertText(OBJECT, odd_format(ord(part), made))
    elif part:
        cursor.insertText(part.replace("\n", LINE_BREAK), made)


def insert_blocks(cursor: QTextCursor, blocks: Iterable[Block], formats: Formats, *, fresh: bool) -> None:
    """Blocks at the cursor, each in lines of its own; the cursor ends in the last of them.

    Args:
        cursor: Stands at the end of a line, outside of tables.
        blocks: What to insert.
        formats: The formats of the document.
        fresh: The line is empty and may become the first of the blocks.
    """
    for block in blocks:
        if isinstance(block, Table):
            fresh = _insert_table(cursor, block, formats, fresh=fresh)
            continue
        for kind, line, runs in lines_of(block, formats):
            style = STYLES.get(kind, Style.BODY)
            plain = formats.char(style)
            if fresh:
                cursor.setBlockFormat(line)
                cursor.setBlockCharFormat(plain)
            else:
                cursor.insertBlock(line, plain)
            fresh = False
            if isinstance(block, Image):
                cursor.insertText(OBJECT, image_format(block))
            elif kind is Kind.RULE:
                cursor.insertText(OBJECT, rule_format())
            else:
                insert_runs(cursor, runs, formats, style)
    if fresh and cursor.block().blockNumber() and cursor.block().previous().isValid():
        _to_gap(cursor, formats)


def lines_of(block: Block, formats: Formats) -> Iterable[tuple[Kind, QTextBlockFormat, Runs]]:
    """The lines of a block that is no table."""
    match block:
        case Paragraph():
            yield Kind.PARAGRAPH, formats.block(Kind.PARAGRAPH), block.runs
        case Heading():
            kind = Kind.H2 if block.level == 2 else Kind.H3  # noqa: PLR2004  (levels of the schema)
            yield kind, formats.block(kind), block.runs
        case Quote():
            for number, runs in enumerate(block.paragraphs):
                yield Kind.QUOTE, formats.block(Kind.QUOTE, start=not number), runs
        case ListBlock():
            for number, item in enumerate(block.items):
                made = formats.block(Kind.ITEM, depth=item.depth, ordered=item.ordered, start=not number)
                yield Kind.ITEM, made, item.runs
        case Footnote():
            yield Kind.FOOTNOTE, formats.block(Kind.FOOTNOTE, label=block.label), block.runs
        case Image():
            yield Kind.IMAGE, formats.block(Kind.IMAGE), ()
        case _:
            yield Kind.RULE, formats.block(Kind.RULE), ()


def _to_gap(cursor: QTextCursor, formats: Formats) -> None:
    cursor.setBlockFormat(formats.block(Kind.GAP))
    cursor.setBlockCharFormat(formats.char(Style.BODY))


def _insert_table(cursor: QTextCursor, table: Table, formats: Formats, *, fresh: bool) -> bool:
    """Insert a table; whether the cursor then stands in an empty line that the next block may take."""
    columns = max((len(row) for row in table.rows), default=0)
    if not columns:
        return fresh
    if fresh:
        _to_gap(cursor, formats)
    at_end = cursor.atBlockEnd()
    made = cursor.insertTable(len(table.rows), columns, table_format(columns, header=table.header))
    fill_cells(made, table.rows, formats, header=table.header)
    after = made.lastCursorPosition()
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    cursor.setPosition(after.position())
    if at_end:
        cursor.setBlockFormat(formats.block(Kind.PARAGRAPH))
        cursor.setBlockCharFormat(formats.char(Style.BODY))
    return at_end


def fill_cells(made: QTextTable, rows: Sequence[Sequence[Runs]], formats: Formats, *, header: bool) -> None:
    """Write the cells of a table, row by row."""
    for row_number, row in enumerate(rows):
        head = header and row_number == 0
        for column in range(made.columns()):
            fill_cell(made, row_number, column, row[column] if column < len(row) else (), formats, head=head)


def fill_cell(made: QTextTable, row: int, column: int, runs: Runs, formats: Formats, *, head: bool) -> None:
    """Write one cell that is empty."""
    cell = made.cellAt(row, column)
    style = Style.HEAD_CELL if head else Style.BODY
    if head:
        ground = cell.format()
        ground.setBackground(head_cell_ground())
        cell.setFormat(ground)
    cursor = cell.firstCursorPosition()
    cursor.setBlockFormat(formats.block(Kind.CELL))
    cursor.setBlockCharFormat(formats.char(style))
    insert_runs(cursor, runs, formats, style)


def is_gap(cursor: QTextCursor) -> bool:
    """Whether the cursor stands beside a table, where the article has no line."""
    return kind_of(cursor.block()) is Kind.GAP
