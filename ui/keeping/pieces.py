"""The blocks of the document on the desk, read again only where something was written."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ui.writing.reading import placed_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from editor.markup.blocks import Block
    from ui.writing.reading import Placed


class Edit(NamedTuple):
    """Blocks that took the place of others."""

    first: int
    gone: int
    blocks: tuple[Block, ...]


class Pieces:
    """Mirror of a document.

    A line is a QTextBlock; a block of the article is one or more lines, and the gaps behind it count as its own. What
    was written on is remembered as the numbers of lines at the beginning and at the end that nobody touched, so that
    any number of edits costs nothing until they are read.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.blocks: list[Block] = []
        self._lead = 0
        self._spans: list[int] = []
        self._before = self._after = 0
        self._touched = False
        self.read_all()

    @property
    def touched(self) -> bool:
        """Whether something was written that is not read yet."""
        return self._touched

    def touch(self, position: int, _removed: int, added: int) -> None:
        """The document's ``contentsChange``."""
        document = self._document
        first = document.findBlock(position)
        last = document.findBlock(position + added) if added else first
        count = document.blockCount()
        before = first.blockNumber() if first.isValid() else count - 1
        after = count - 1 - (last.blockNumber() if last.isValid() else count - 1)
        if self._touched:
            before, after = min(before, self._before), min(after, self._after)
        self._before, self._after, self._touched = before, after, True

    def read_all(self) -> Edit | None:
        """Read the whole document; what differs from what was known, None when nothing does."""
        placed = placed_blocks(self._document)
        count = self._document.blockCount()
        starts = [each.first for each in placed]
        self._lead = starts[0] if starts else count
        self._spans = _spans(placed, count)
        self._touched = False
        old, new = self.blocks, [each.block for each in placed]
        self.blocks = new
        return _difference(old, new)

    def read(self) -> Edit | None:
        """Read what was written on, and what differs, None when nothing does."""
        if not self._touched:
            return None
        old_count = self._lead + sum(self._spans)
        count = self._document.blockCount()
        if not self._spans or self._before + self._after >= min(count, old_count):
            return self.read_all()
        starts = list(accumulate(self._spans, initial=self._lead))
        # One line that nobody touched at each side: the border of its block that faces away is where it was.
        u = max(0, bisect_right(starts, max(self._before - 1, 0)) - 1)
        v = len(self._spans) - 1
        if self._after:
            v = min(v, max(u, bisect_right(starts, old_count - self._after) - 1))
        start = starts[u] if u else 0
        end = starts[v + 1] - 1 + count - old_count
        placed = placed_blocks(self._document, start, end)
        if placed and (placed[0].first < start or placed[-1].last > end):
            return self.read_all()
        return self._put(u, v, start, end, placed)

    def _put(self, u: int, v: int, start: int, end: int, placed: Sequence[Placed]) -> Edit | None:
        lead = (placed[0].first if placed else end + 1) - start
        if u:
            self._spans[u - 1] += lead
        else:
            self._lead = lead
        self._spans[u : v + 1] = _spans(placed, end + 1)
        old, new = self.blocks[u : v + 1], [each.block for each in placed]
        self.blocks[u : v + 1] = new
        self._touched = False
        found = _difference(old, new)
        return found and found._replace(first=found.first + u)

    def unit_at(self, position: int) -> tuple[int, int]:
        """Number of the block at a position of the document, and the offset in it (UTF-16 units).

        In the gap before a table that begins the text the offset is below 0.
        """
        line = self._document.findBlock(position).blockNumber()
        starts = list(accumulate(self._spans, initial=self._lead))
        unit = min(max(0, bisect_right(starts, line) - 1), max(0, len(self._spans) - 1))
        first = self._document.findBlockByNumber(starts[unit])
        return unit, position - first.position() if first.isValid() else 0

    def position_of(self, unit: int, offset: int) -> int:
        """The position of such a place; one that is not there any more is the nearest before it."""
        last = max(0, self._document.characterCount() - 1)
        if not self._spans:
            return 0
        starts = list(accumulate(self._spans, initial=self._lead))
        if unit >= len(self._spans):
            return last
        first = self._document.findBlockByNumber(starts[max(unit, 0)])
        end = self._document.findBlockByNumber(starts[max(unit, 0) + 1] - 1)
        return min(max(first.position() + offset, 0), end.position() + end.length() - 1, last)


def _spans(placed: Sequence[Placed], count: int) -> list[int]:
    """Lines of each block with the gaps behind it, up to line ``count`` (not included)."""
    starts = [*(each.first for each in placed), count]
    return [after - before for before, after in pairwise(starts)]


def _difference(old: Sequence[Block], new: Sequence[Block]) -> Edit | None:
    head, most = 0, min(len(old), len(new))
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head == len(old) == len(new):
        return None
    return Edit(head, len(old) - head - tail, tuple(new[head : len(new) - tail]))
