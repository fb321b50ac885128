"""What is known of every line, kept up to date by changed lines only: counts, and which block a line belongs to."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from editor.text.counting import Counts, count, seconds, spoken
from ui.writing.kinds import KIND, KINDS, START, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument


class Line(NamedTuple):
    """A line of the document."""

    kind: Kind
    start: bool
    empty: bool
    characters: int
    spoken: int


class Dirty(NamedTuple):
    """A changed range of positions in the document."""

    start: int
    end: int


class Lines(QObject):
    """Watches a document. A key costs the lines that it changed, whatever the length of the text."""

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._lines: list[Line] = []
        self._characters = self._spoken = self._full = 0
        self._starts: list[tuple[int, int]] | None = None
        self.dirty: Dirty | None = None
        self._quiet = False
        document.contentsChange.connect(self._on_contents_changed)
        self.reset()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """While another text is loaded nothing is looked at; then every line is, once."""
        with self.quiet():
            yield
        self.reset()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Looks change, or what is being composed, and no text: nobody is told."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def reset(self) -> None:
        """Look at every line anew (after a text was loaded)."""
        self._lines = [_line(block) for block in _blocks(self._document.begin())]
        self._characters = sum(line.characters for line in self._lines)
        self._spoken = sum(line.spoken for line in self._lines)
        self._full = sum(not line.empty for line in self._lines)
        self._starts = None
        self.dirty = None

    def taken(self) -> Dirty | None:
        """What changed since it was asked last."""
        dirty, self.dirty = self.dirty, None
        return dirty

    def counts(self) -> Counts:
        """Counts of the whole text."""
        return Counts(self._characters, self._full, seconds(self._spoken))

    def kind(self, number: int) -> Kind:
        """What a line is."""
        return self._lines[number].kind

    def blocks(self) -> Sequence[tuple[int, int]]:
        """First and last line of every block that the article has in normal form, in order."""
        if self._starts is None:
            self._starts = _grouped(self._lines)
        return self._starts

    def block_of(self, number: int) -> int:
        """Index of the block that a line belongs to, or of the nearest before it."""
        return max(0, bisect_right(self.blocks(), (number, len(self._lines))) - 1)

    def _on_contents_changed(self, position: int, removed: int, added: int) -> None:
        if self._quiet:
            return
        document = self._document
        first = document.findBlock(position)
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        if not first.isValid() or not last.isValid():
            self.reset()
            return
        self._mark_dirty(position, removed, added)
        start, end = first.blockNumber(), last.blockNumber()
        old_end = end - (document.blockCount() - len(self._lines))
        fresh = [_line(block) for block in _blocks(first, end)]
        self._replace(start, old_end, fresh)

    def _replace(self, start: int, old_end: int, fresh: list[Line]) -> None:
        old = self._lines[start : old_end + 1]
        same_shape = len(old) == len(fresh) and all(
            a.kind is b.kind and a.start == b.start and a.empty == b.empty for a, b in zip(old, fresh, strict=True)
        )
        self._lines[start : old_end + 1] = fresh
        if len(self._lines) != self._document.blockCount():
            self.reset()
            return
        for line in old:
            self._add(line, -1)
        for line in fresh:
            self._add(line, 1)
        if not same_shape:
            self._starts = None

    def _add(self, line: Line, times: int) -> None:
        self._characters += times * line.characters
        self._spoken += times * line.spoken
        self._full += times * (not line.empty)

    def _mark_dirty(self, position: int, removed: int, added: int) -> None:
        if self.dirty is None:
            self.dirty = Dirty(position, position + added)
            return
        start, end = self.dirty
        end = max(position + added, end - removed + added) if end > position else position + added
        self.dirty = Dirty(min(start, position), end)


def _blocks(block: QTextBlock, last: int | None = None) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        if last is not None and block.blockNumber() >= last:
            return
        block = block.next()


def _line(block: QTextBlock) -> Line:
    text = block.text()
    line = block.blockFormat()
    kind = KINDS[line.intProperty(KIND)]
    start = line.boolProperty(START)
    if not text or text.isspace():
        return Line(kind, start, True, 0, 0)  # noqa: FBT003  (a record)
    return Line(kind, start, False, count(text), spoken(text))  # noqa: FBT003


def _grouped(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """First and last line of every block: most lines are one of their own, so these are asked about first."""
    found: list[tuple[int, int]] = []
    number, total = 0, len(lines)
    while number < total:
        kind, _start, empty, _characters, _spoken = lines[number]
        end = number
        if kind in _OF_LINES:
            end = _end_of(lines, number, kind)
            empty = kind is not Kind.CELL and all(lines[each].empty for each in range(number, end + 1))
        if not empty:
            found.append((number, end))
        number = end + 1
    return found


_OF_LINES = frozenset({Kind.QUOTE, Kind.ITEM, Kind.CELL})


def _end_of(lines: Sequence[Line], number: int, kind: Kind) -> int:
    """Last line of the quotation, list or table that begins at a line."""
    total, end = len(lines), number
    while end + 1 < total and lines[end + 1].kind is kind and (kind is Kind.CELL or not lines[end + 1].start):
        end += 1
    return end
