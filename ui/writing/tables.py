"""Tables: rows and columns come and go, the caret goes from cell to cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from editor.markup.blocks import Table
from ui.writing.filling import fill_cell
from ui.writing.formats import head_cell_ground, table_format
from ui.writing.kinds import HEADER, Kind
from ui.writing.reading import table_at, table_block
from ui.writing.removing import drop_table, insert_behind
from ui.writing.shaping import set_line

if TYPE_CHECKING:
    from PySide6.QtGui import QTextTable

    from ui.writing.formats import Formats


def next_cell(cursor: QTextCursor, by: int, formats: Formats) -> None:
    """Put the caret into the next or the previous cell; behind the last one there is a new row."""
    table = cursor.currentTable()
    if table is None:
        return
    cell = table.cellAt(cursor)
    number = cell.row() * table.columns() + cell.column() + by
    if number < 0:
        return
    if number >= table.rows() * table.columns():
        insert_row(cursor, formats, below=True)
    row, column = divmod(number, table.columns())
    cursor.setPosition(table.cellAt(row, column).firstCursorPosition().position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)


def insert_row(cursor: QTextCursor, formats: Formats, *, below: bool) -> None:
    """A new row beside that of the caret; one step of undo."""
    table = cursor.currentTable()
    if table is None:
        return
    row = table.cellAt(cursor).row() + below
    cursor.beginEditBlock()
    table.insertRows(row, 1)
    for column in range(table.columns()):
        fill_cell(table, row, column, (), formats, head=False)
    _settle_head(table, formats)
    cursor.endEditBlock()


def insert_column(cursor: QTextCursor, formats: Formats, *, right: bool) -> None:
    """A new column beside that of the caret; one step of undo."""
    table = cursor.currentTable()
    if table is None:
        return
    column = table.cellAt(cursor).column() + right
    cursor.beginEditBlock()
    table.insertColumns(column, 1)
    header = table.format().boolProperty(HEADER)
    for row in range(table.rows()):
        fill_cell(table, row, column, (), formats, head=header and row == 0)
    table.setFormat(table_format(table.columns(), header=header))
    cursor.endEditBlock()


def remove_row(cursor: QTextCursor, formats: Formats) -> None:
    """Take the row of the caret away; with the last one the table goes."""
    table = cursor.currentTable()
    if table is None:
        return
    if table.rows() == 1:
        remove_table(cursor, formats)
        return
    at = table.cellAt(cursor)
    old = table_block(table)
    rows = old.rows[: at.row()] + old.rows[at.row() + 1 :]
    _replace(cursor, table, Table(rows, old.header), min(at.row(), len(rows) - 1), at.column(), formats)


def remove_column(cursor: QTextCursor, formats: Formats) -> None:
    """Take the column of the caret away; with the last one the table goes."""
    table = cursor.currentTable()
    if table is None:
        return
    if table.columns() == 1:
        remove_table(cursor, formats)
        return
    at = table.cellAt(cursor)
    old = table_block(table)
    rows = tuple(row[: at.column()] + row[at.column() + 1 :] for row in old.rows)
    _replace(cursor, table, Table(rows, old.header), at.row(), min(at.column(), len(rows[0]) - 1), formats)


def _replace(cursor: QTextCursor, table: QTextTable, block: Table, row: int, column: int, formats: Formats) -> None:
    """Put another table in the place of one.

    Qt's own ways to take rows and columns away crash when any cursor stands in another table (6.11), and marks do.
    """
    document = cursor.document()
    cursor.beginEditBlock()
    line = drop_table(table, formats)
    insert_behind(document, line - 1, (block,), formats)
    cursor.endEditBlock()
    made = table_at(document, line) or table_at(document, line + 1)  # within the edit Qt does not know of it yet
    if made is not None:
        cursor.setPosition(made.cellAt(row, column).firstCursorPosition().position())


def remove_table(cursor: QTextCursor, formats: Formats) -> None:
    """Take the whole table away; the lines before and behind it stay what they are."""
    table = cursor.currentTable()
    if table is None:
        return
    cursor.beginEditBlock()
    drop_table(table, formats)
    cursor.endEditBlock()


def _settle_head(table: QTextTable, formats: Formats) -> None:
    """The first row is the head, whichever row became the first."""
    if not table.format().boolProperty(HEADER):
        return
    for row in range(min(2, table.rows())):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            ground = cell.format()
            if row == 0:
                ground.setBackground(head_cell_ground())
            else:
                ground.clearBackground()
            if ground != cell.format():
                cell.setFormat(ground)
            block = cell.firstCursorPosition().block()
            set_line(cell.firstCursorPosition(), block, formats.block(Kind.CELL), formats)
