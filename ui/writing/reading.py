"""Blocks of the schema out of a QTextDocument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    made_run,
    plain_paragraph,
)
from ui.writing.kinds import (
    ALT,
    CAPTION,
    CODE,
    CREDIT,
    DEPTH,
    HEADER,
    HREF,
    IMAGE_OBJECT,
    LABEL,
    LINE_BREAK,
    MARKS,
    NOTE,
    NOTE_OBJECT,
    OBJECT,
    ODD_OBJECT,
    ORDERED,
    SOURCE,
    START,
    Kind,
    kind_of_format,
    marks_of,
    text_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

    from editor.markup.blocks import Block, Runs


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the numbers of its first and last line."""

    block: Block
    first: int
    last: int


def blocks_of(document: QTextDocument, first: int = 0, last: int | None = None) -> tuple[Block, ...]:
    """The blocks of a document, or those that touch the lines ``first`` to ``last`` (included).

    Empty paragraphs, items and headings are blocks here; only the gaps round tables are not. Linear in what is read.
    """
    return tuple(placed.block for placed in placed_blocks(document, first, last))


def placed_blocks(document: QTextDocument, first: int = 0, last: int | None = None) -> list[Placed]:
    """The same, each block with its place."""
    tables = tables_of(document)
    block = _widened(document.findBlockByNumber(first), tables)
    found: list[Placed] = []
    while block.isValid() and (last is None or block.blockNumber() <= last):
        number = block.blockNumber()
        table = tables.get(number)
        if table is not None:
            end = table.lastCursorPosition().block()
            found.append(Placed(table_block(table), number, end.blockNumber()))
            block = end.next()
            continue
        made, end = _block_at(block)
        if made is not None:
            found.append(Placed(made, number, end.blockNumber()))
        block = end.next()
    return found


def tables_of(document: QTextDocument) -> dict[int, QTextTable]:
    """The tables of a document by the number of their first line."""
    root = QTextCursor(document).currentFrame()  # PySide keeps what rootFrame() gives as long as the document
    return {
        frame.firstCursorPosition().blockNumber(): frame
        for frame in root.childFrames()
        if isinstance(frame, QTextTable)
    }


def table_at(document: QTextDocument, number: int) -> QTextTable | None:
    """The table that a line is in. A table that was made within an edit is known after it only."""
    return QTextCursor(document.findBlockByNumber(number)).currentTable()


def _widened(block: QTextBlock, tables: dict[int, QTextTable]) -> QTextBlock:
    """The first line of the block that a line belongs to."""
    number = block.blockNumber()
    for start, table in tables.items():
        if start <= number <= table.lastCursorPosition().blockNumber():
            return table.firstCursorPosition().block()
    kind = kind_of_format(block.blockFormat())
    while kind in {Kind.QUOTE, Kind.ITEM} and not block.blockFormat().boolProperty(START):
        before = block.previous()
        if not before.isValid() or kind_of_format(before.blockFormat()) is not kind:
            break
        block = before
    return block


def _block_at(block: QTextBlock) -> tuple[Block | None, QTextBlock]:
    """The block that begins with a line, and its last line."""
    line = block.blockFormat()
    kind = kind_of_format(line)
    if kind in {Kind.QUOTE, Kind.ITEM}:
        lines = list(_group(block, kind))
        if kind is Kind.QUOTE:
            return Quote(tuple(runs_of(each) for each in lines)), lines[-1]
        return ListBlock(tuple(map(_item, lines))), lines[-1]
    if kind is Kind.GAP and block.length() == 1:
        return None, block
    return _single(block, kind), block


def _single(block: QTextBlock, kind: Kind) -> Block:
    if kind in {Kind.IMAGE, Kind.RULE} and block.text() == OBJECT:
        made = block.begin().fragment().charFormat()
        return image_of(made) if made.objectType() == IMAGE_OBJECT else Rule()
    if kind in {Kind.H2, Kind.H3}:
        return Heading(runs_of(block), int(kind) + 1)
    if kind is Kind.FOOTNOTE:
        return Footnote(text_in(block.blockFormat(), LABEL) or "", runs_of(block))
    runs = runs_of(block)
    if len(runs) == 1 and not runs[0].marks and runs[0].href is None and runs[0].note is None:
        return plain_paragraph(runs[0].text)
    return Paragraph(runs)


def _group(block: QTextBlock, kind: Kind) -> Iterator[QTextBlock]:
    """The lines of a quote or of a list."""
    yield block
    block = block.next()
    while block.isValid():
        line = block.blockFormat()
        if kind_of_format(line) is not kind or line.boolProperty(START):
            return
        yield block
        block = block.next()


def _item(block: QTextBlock) -> Item:
    line = block.blockFormat()
    return Item(runs_of(block), line.intProperty(DEPTH), line.boolProperty(ORDERED))


def table_block(table: QTextTable) -> Table:
    """A table as a block."""
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            block = cell.firstCursorPosition().block()
            last = cell.lastCursorPosition().blockNumber()
            runs = runs_of(block)
            while block.blockNumber() < last:  # never made by us, but nothing of it may be lost
                block = block.next()
                runs = (*runs, Run("\n"), *runs_of(block))
            cells.append(runs)
        rows.append(tuple(cells))
    return Table(tuple(rows), table.format().boolProperty(HEADER))


def image_of(made: QTextCharFormat) -> Image:
    """The picture that an object stands for."""
    return Image(*(text_in(made, name) or "" for name in (SOURCE, CAPTION, CREDIT, ALT)))


def runs_of(block: QTextBlock, start: int = 0, end: int | None = None) -> Runs:
    """The characters of a line with their marks.

    Args:
        block: The line.
        start: First UTF-16 offset in it.
        end: One past the last; None = to its end.
    """
    found: list[Run] = []
    base = block.position()
    for text, made, at, _length in fragments(block):
        cut = text
        if start > at - base or end is not None:
            cut = _cut(text, start - (at - base), None if end is None else end - (at - base))
        if cut:
            _add_runs(found, cut, made)
    return tuple(found)


def fragments(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat, int, int]]:
    """Stretches of one format: characters, format, position in the document, UTF-16 length."""
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        if fragment.isValid() and fragment.length():
            yield fragment.text(), fragment.charFormat(), fragment.position(), fragment.length()
        each += 1


def _cut(text: str, start: int, end: int | None) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    first, last = max(start, 0), len(units) // 2 if end is None else end
    return units[2 * first : 2 * max(last, first)].decode("utf-16-le", "surrogatepass")


def _add_runs(found: list[Run], text: str, made: QTextCharFormat) -> None:
    bits = made.intProperty(MARKS)
    kind = made.objectType()
    if kind == NOTE_OBJECT and OBJECT in text:
        label = text_in(made, NOTE) or ""
        found.extend(Run("", marks_of(bits), note=label) for _ in text)
        return
    href = text_in(made, HREF)
    if kind == ODD_OBJECT:
        text = text.replace(OBJECT, chr(made.intProperty(CODE)))
    elif LINE_BREAK in text:
        text = text.replace(LINE_BREAK, "\n")
    if kind == IMAGE_OBJECT:
        text = text.replace(OBJECT, image_of(made).caption)  # where no picture may stand its words do
    marks = marks_of(bits)
    if found and found[-1].note is None and found[-1].marks == marks and found[-1].href == href:
        found[-1] = made_run(found[-1].text + text, marks, href)
    elif text:
        found.append(made_run(text, marks, href))
