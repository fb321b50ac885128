"""Marks and links of characters, changed for a selection or for what is typed next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCursor

from ui.writing.formats import odd_format
from ui.writing.kinds import BLOCK_OBJECTS, CODE, HREF, MARKS, NOTE_OBJECT, ODD_OBJECT, STYLE, Style, bits_of, text_in
from ui.writing.reading import fragments
from ui.writing.shaping import lines_in, style_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextCharFormat

    from editor.markup.blocks import Mark
    from ui.writing.formats import Formats


class Piece(NamedTuple):
    """A stretch of one format inside a selection."""

    start: int
    end: int
    made: QTextCharFormat


def pieces(cursor: QTextCursor) -> Iterator[Piece]:
    """The stretches of text in a selection, without pictures, rules and references."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in lines_in(cursor):
        for _text, made, at, length in fragments(block):
            if made.objectType() in BLOCK_OBJECTS or made.objectType() == NOTE_OBJECT:
                continue
            start, end = max(at, first), min(at + length, last)
            if start < end:
                yield Piece(start, end, made)


def has_mark(cursor: QTextCursor, mark: Mark) -> bool:
    """Whether the whole selection, or what is typed next, carries a mark."""
    bit = bits_of(frozenset({mark}))
    if not cursor.hasSelection():
        return bool(cursor.charFormat().intProperty(MARKS) & bit)
    found = [bool(piece.made.intProperty(MARKS) & bit) for piece in pieces(cursor)]
    return bool(found) and all(found)


def toggle_mark(cursor: QTextCursor, mark: Mark, formats: Formats) -> QTextCharFormat | None:
    """Mark the selection, or take the mark away when all of it has it; one step of undo.

    Returns:
        The format for what is typed next when nothing is selected, else None.
    """
    bit = bits_of(frozenset({mark}))
    if not cursor.hasSelection():
        now = cursor.charFormat()
        bits = now.intProperty(MARKS) ^ bit
        return formats.char(style_of(cursor.block()), bits, text_in(now, HREF))
    clear = has_mark(cursor, mark)

    def changed(made: QTextCharFormat) -> tuple[int, str | None]:
        bits = made.intProperty(MARKS)
        return (bits & ~bit if clear else bits | bit), text_in(made, HREF)

    _set(cursor, changed, formats)
    return None


def clear_marks(cursor: QTextCursor, formats: Formats) -> None:
    """Take all marks and links from the selection."""
    _set(cursor, lambda _made: (0, None), formats)


def set_link(cursor: QTextCursor, href: str | None, formats: Formats) -> None:
    """Link the selection, or the link that the caret stands in, to an address; None takes the link away."""
    wide = cursor if cursor.hasSelection() else link_at(cursor)
    if wide is not None:
        _set(wide, lambda made: (made.intProperty(MARKS), href), formats)


def link_at(cursor: QTextCursor) -> QTextCursor | None:
    """The whole of the link at the caret, selected; None when there is none."""
    position, block = cursor.position(), cursor.block()
    start = end = -1
    last: str | None = None
    for _text, made, at, length in fragments(block):
        href = text_in(made, HREF)
        if href is None or href != last:
            if last is not None and start <= position <= end:
                break
            start = at
        end = at + length
        last = href
    if last is None or not start <= position <= end:
        return None
    found = QTextCursor(cursor.document())
    found.setPosition(start)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def typing_format(cursor: QTextCursor, formats: Formats) -> QTextCharFormat | None:
    """The format for typed characters when the one at the caret would not do: behind a link, behind an object."""
    now = cursor.charFormat()
    style = style_of(cursor.block())
    href = text_in(now, HREF)
    if href is not None and not _goes_on(cursor, href):
        return formats.char(style, now.intProperty(MARKS))
    if now.objectType() or now.intProperty(STYLE) != style:
        bits = 0 if now.objectType() in BLOCK_OBJECTS else now.intProperty(MARKS)
        return formats.char(style, bits, href)
    return None


def _goes_on(cursor: QTextCursor, href: str) -> bool:
    if cursor.atBlockEnd():
        return False
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return text_in(ahead.charFormat(), HREF) == href


def _set(cursor: QTextCursor, changed: Callable[[QTextCharFormat], tuple[int, str | None]], formats: Formats) -> None:
    worker = QTextCursor(cursor.document())
    worker.setPosition(cursor.position())
    worker.beginEditBlock()
    for piece in list(pieces(cursor)):
        bits, href = changed(piece.made)
        made = formats.char(Style(piece.made.intProperty(STYLE)), bits, href)
        if piece.made.objectType() == ODD_OBJECT:
            made = odd_format(piece.made.intProperty(CODE), made)
        worker.setPosition(piece.start)
        worker.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
        worker.setCharFormat(made)
    worker.endEditBlock()
