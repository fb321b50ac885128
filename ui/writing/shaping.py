"""What a line is, changed: to a heading, a quote, an item; and the styles that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.writing.formats import note_format, odd_format
from ui.writing.kinds import (
    BLOCK_OBJECTS,
    CODE,
    DEPTH,
    HEADER,
    HREF,
    LABEL,
    MARKS,
    NOTE,
    NOTE_OBJECT,
    ODD_OBJECT,
    ORDERED,
    SOLID,
    SOURCE,
    START,
    STYLE,
    STYLES,
    Kind,
    Style,
    kind_of,
    text_in,
)
from ui.writing.reading import fragments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextDocument

    from ui.writing.formats import Formats

DEEPEST = 7


def style_of(block: QTextBlock) -> Style:
    """How the characters of a line are to be set."""
    kind = kind_of(block)
    if kind is Kind.CELL:
        table = QTextCursor(block).currentTable()
        if table is not None and table.format().boolProperty(HEADER):
            return Style.HEAD_CELL if table.cellAt(block.position()).row() == 0 else Style.BODY
    return STYLES.get(kind, Style.BODY)


def misfits(block: QTextBlock, style: Style) -> list[tuple[int, int, QTextCharFormat]]:
    """Stretches that are set in another style, or carry what belongs to an object: start, UTF-16 length, format."""
    found = []
    for _text, made, at, length in fragments(block):
        kind = made.objectType()
        if kind in BLOCK_OBJECTS:
            continue
        stray = not kind and (made.hasProperty(SOURCE) or made.hasProperty(NOTE) or made.hasProperty(CODE))
        if stray or made.intProperty(STYLE) != style:
            found.append((at, length, made))
    return found


def set_in(made: QTextCharFormat, style: Style, formats: Formats) -> QTextCharFormat:
    """The format of some characters in another style."""
    bits = made.intProperty(MARKS)
    match made.objectType():
        case kind if kind == NOTE_OBJECT:
            return note_format(text_in(made, NOTE) or "", style, bits)
        case kind if kind == ODD_OBJECT:
            return odd_format(made.intProperty(CODE), formats.char(style, bits, text_in(made, HREF)))
        case _:
            return formats.char(style, bits, text_in(made, HREF))


def restyle(cursor: QTextCursor, block: QTextBlock, formats: Formats) -> None:
    """Set the characters of a line as its kind wants them."""
    style = style_of(block)
    for at, length, made in misfits(block, style):
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(set_in(made, style, formats))


def set_line(cursor: QTextCursor, block: QTextBlock, line: QTextBlockFormat, formats: Formats) -> None:
    """Give a line its format, and its characters theirs."""
    cursor.setPosition(block.position())
    cursor.setBlockFormat(line)
    cursor.setBlockCharFormat(formats.char(style_of(block)))
    restyle(cursor, block, formats)


def canonical(block: QTextBlock, formats: Formats) -> QTextBlockFormat:
    """The format that a line has by what it is."""
    line = block.blockFormat()
    return formats.block(
        kind_of(block),
        depth=line.intProperty(DEPTH),
        ordered=line.boolProperty(ORDERED),
        start=line.boolProperty(START),
        label=text_in(line, LABEL) or "",
    )


def set_anew(document: QTextDocument, formats: Formats) -> None:
    """Set all lines anew, for another size or leading.

    It belongs to the step of undo before it: who undoes that has the lines as they were set then, until the next edit.
    """
    undoable = document.isUndoAvailable()
    if not undoable:
        document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    block = document.begin()
    while block.isValid():
        made = canonical(block, formats)
        if made != block.blockFormat():
            cursor.setPosition(block.position())
            cursor.setBlockFormat(made)
        block = block.next()
    cursor.endEditBlock()
    if not undoable:
        document.setUndoRedoEnabled(True)


def lines_in(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The lines that a selection touches (the one of the caret when nothing is selected)."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = document.findBlock(start)
    while block.isValid() and (block.position() <= start or block.position() < end):
        yield block
        block = block.next()


def set_kind(cursor: QTextCursor, kind: Kind, formats: Formats, *, ordered: bool = False) -> None:
    """Make the lines of the selection something else, or paragraphs again when all of them are it already.

    Lines in tables, pictures and rules stay what they are. One step of undo.
    """
    lines = [block for block in lines_in(cursor) if kind_of(block) not in SOLID | {Kind.CELL}]
    if not lines:
        return
    if all(_is(block, kind, ordered=ordered) for block in lines):
        kind = Kind.PARAGRAPH
    worker = QTextCursor(cursor.document())
    worker.setPosition(cursor.position())
    worker.beginEditBlock()
    for block in lines:
        before = block.previous()
        start = kind in {Kind.QUOTE, Kind.ITEM} and not _is(before, kind, ordered=ordered)
        set_line(worker, block, formats.block(kind, ordered=ordered, start=start), formats)
    _part_from(worker, lines[-1].next(), kind, formats, ordered=ordered)
    worker.endEditBlock()


def _is(block: QTextBlock, kind: Kind, *, ordered: bool) -> bool:
    if not block.isValid() or kind_of(block) is not kind:
        return False
    return kind is not Kind.ITEM or block.blockFormat().boolProperty(ORDERED) == ordered


def _part_from(worker: QTextCursor, block: QTextBlock, kind: Kind, formats: Formats, *, ordered: bool) -> None:
    """A numbered list and one with bullets are two lists, also side by side."""
    if not block.isValid() or kind is not Kind.ITEM or kind_of(block) is not Kind.ITEM:
        return
    line = block.blockFormat()
    if line.boolProperty(ORDERED) != ordered and not line.intProperty(DEPTH) and not line.boolProperty(START):
        set_line(worker, block, formats.block(Kind.ITEM, ordered=not ordered, start=True), formats)


def nest(cursor: QTextCursor, by: int, formats: Formats) -> bool:
    """Move items in or out; False when the caret stands in no list."""
    lines = [block for block in lines_in(cursor) if kind_of(block) is Kind.ITEM]
    if not lines:
        return False
    worker = QTextCursor(cursor.document())
    worker.beginEditBlock()
    for block in lines:
        line = block.blockFormat()
        depth = line.intProperty(DEPTH) + by
        before = block.previous()
        deepest = -1
        if kind_of(before) is Kind.ITEM and before.isValid() and not line.boolProperty(START):
            deepest = before.blockFormat().intProperty(DEPTH)
        depth = max(0, min(depth, deepest + 1, DEEPEST))
        made = formats.block(Kind.ITEM, depth=depth, ordered=line.boolProperty(ORDERED), start=line.boolProperty(START))
        set_line(worker, block, made, formats)
    worker.endEditBlock()
    return True
