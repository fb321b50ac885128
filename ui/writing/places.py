"""Places in the article ⇄ positions in the document: (block, code point in its text) and UTF-16 offsets of Qt."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from editor.text.spans import to_utf16
from ui.writing.kinds import NOTE_OBJECT, OBJECT, SOLID, Kind
from ui.writing.reading import fragments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from ui.writing.lines import Lines

_BMP_END = 0xFFFF


class Places:
    """Translates for one document.

    A block is counted as in the normal form of the article (``editor.blocks()``), a character as in
    ``editor.markup.blocks.block_text``: lines of a quote or list are parted by one character, so are cells.
    """

    def __init__(self, document: QTextDocument, lines: Lines) -> None:
        self._document = document
        self._lines = lines

    def position(self, block: int, offset: int) -> int | None:
        """Where a place lies in the document; None when there is no such block."""
        blocks = self._lines.blocks()
        if not 0 <= block < len(blocks):
            return None
        first, last = blocks[block]
        line = self._document.findBlockByNumber(first)
        while True:
            if self._lines.kind(line.blockNumber()) in SOLID:
                return line.position()
            borders = _borders(line)
            if offset < len(borders):
                return line.position() + borders[max(0, offset)]
            if line.blockNumber() >= last:
                return line.position() + borders[-1]
            if self._counts(line):
                offset -= len(borders)
            line = line.next()

    def positions(self, spots: Sequence[tuple[int, int, int]]) -> list[tuple[int, int] | None]:
        """The ranges of many places (block, start, end) at once."""
        found: list[tuple[int, int] | None] = []
        for block, start, end in spots:
            first, last = self.position(block, start), self.position(block, end)
            found.append(None if first is None or last is None else (first, self._whole(first, last)))
        return found

    def place(self, position: int) -> tuple[int, int]:
        """The block and the code point in its text at a position."""
        line = self._document.findBlock(position)
        number = line.blockNumber()
        block = self._lines.block_of(number)
        blocks = self._lines.blocks()
        if not blocks or not blocks[block][0] <= number <= blocks[block][1]:
            return block, 0
        offset = 0
        before = self._document.findBlockByNumber(blocks[block][0])
        while before.blockNumber() < number:
            if self._counts(before):
                offset += len(_borders(before))
            before = before.next()
        if self._lines.kind(number) in SOLID:
            return block, 0
        borders = _borders(line)
        inside = position - line.position()
        return block, offset + sum(1 for border in borders[1:] if border <= inside)

    def _counts(self, line: QTextBlock) -> bool:
        """Whether normal form keeps a line: an empty item or quoted paragraph it does not, an empty cell it does."""
        return self._lines.kind(line.blockNumber()) is Kind.CELL or bool(line.text().strip())

    def _whole(self, first: int, last: int) -> int:
        block = self._document.findBlock(first)
        return first + 1 if last == first and self._lines.kind(block.blockNumber()) in SOLID else last


def _borders(line: QTextBlock) -> Sequence[int]:
    """UTF-16 offset of every code point border of a line; references to footnotes have no width in the article."""
    text = line.text()
    if OBJECT not in text:
        return to_utf16(text, range(len(text) + 1))
    notes = {
        at - line.position() + number
        for _, made, at, length in fragments(line)
        if made.objectType() == NOTE_OBJECT
        for number in range(length)
    }
    borders = list(accumulate((2 if ord(each) > _BMP_END else 1 for each in text), initial=0))
    return [border for border in borders[:-1] if border not in notes] + [borders[-1]]
