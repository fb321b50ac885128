"""Two texts of an article and what differs, as the comparison view asks for it: items, stops, pieces of a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from editor.markup.blocks import Image, block_text, paragraph
from editor.markup.reader import read
from editor.records.review import AlignedRow, Comparison, Difference, FieldChange, Stretch
from ui.review import words
from ui.review.flat import Flat, Setting, field_flat, flat
from ui.review.pieces import DELETED, INSERTED, NO_PLACE, Piece, Strip, plain, strips, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from editor.markup.blocks import Block

ROW, FIELD, FOLD = "row", "field", "fold"
_CONTEXT = 1  # unchanged blocks that stay in sight beside a change
_WORTH = 2  # fewer unchanged blocks than this are not folded


@dataclass(frozen=True, slots=True)
class Item:
    """What stands below one another on the page.

    Attributes:
        kind: ROW, FIELD or FOLD.
        index: Of the row or field change; for a fold of the first row in it.
        count: Of rows in a fold, else 1.
    """

    kind: str
    index: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that was changed and is gone to with one key.

    Attributes:
        item: ROW or FIELD, and its index.
        place: Number of the place in the comparison; NO_PLACE where only marks or the kind of block differ.
    """

    kind: str
    index: int
    place: int


class Compared:
    """A comparison with the texts that it is about.

    Somebody may have typed on since the core compared: blocks that are not there any more are shown as empty, and
    `fits` says that it should be asked again.
    """

    def __init__(self, comparison: Comparison, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.comparison = comparison
        olds = [index for row in comparison.rows for index in row.old]
        news = [index for row in comparison.rows for index in row.new]
        self.fits = sorted(olds) == list(range(len(old))) and sorted(news) == list(range(len(new)))
        self.old, self.new = _as_long(old, olds), _as_long(new, news)
        self._pieces: dict[tuple[str, int], tuple[list[Piece], Flat, Flat]] = {}

    @classmethod
    def of_texts(cls, comparison: Comparison, old: str, new: str) -> Compared:
        """From the newsroom Markdown of both texts, as the core read them when it compared them."""
        return cls(comparison, read(old), read(new))

    @cached_property
    def _places(self) -> tuple[dict[int, list[tuple[int, Difference]]], dict[str, list[tuple[int, Difference]]]]:
        """Places by row and by field, with their numbers."""
        rows = self.comparison.rows
        old_rows = {index: number for number, row in enumerate(rows) for index in row.old}
        new_rows = {index: number for number, row in enumerate(rows) for index in row.new}
        of_rows: dict[int, list[tuple[int, Difference]]] = {}
        of_fields: dict[str, list[tuple[int, Difference]]] = {}
        for number, place in enumerate(self.comparison.places):
            if place.block is None:
                of_fields.setdefault(place.field, []).append((number, place))
                continue
            row = old_rows.get(-1 if place.old_block is None else place.old_block)
            if row is None or rows[row].kind != "deleted":
                row = new_rows.get(place.block, row)
            if row is not None:
                of_rows.setdefault(row, []).append((number, place))
        return of_rows, of_fields

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Everything that was changed, in reading order, the slip first."""
        of_rows, of_fields = self._places
        found = [
            Stop(FIELD, index, number)
            for index, change in enumerate(self.comparison.fields)
            for number, _ in of_fields.get(change.field, [(NO_PLACE, None)])
        ]
        for index, row in enumerate(self.comparison.rows):
            places = of_rows.get(index, [])
            found += [Stop(ROW, index, number) for number, _ in places]
            if not places and row.kind not in {"equal", "moved"}:
                found.append(Stop(ROW, index, NO_PLACE))
        return tuple(found)

    @cached_property
    def stops_of(self) -> dict[tuple[str, int], list[int]]:
        """Numbers of the stops by kind and index of what they are in."""
        found: dict[tuple[str, int], list[int]] = {}
        for number, stop in enumerate(self.stops):
            found.setdefault((stop.kind, stop.index), []).append(number)
        return found

    def items(self, *, folded: bool, opened: Collection[int] = ()) -> list[Item]:
        """Fields, rows and folds below one another; a fold whose first row is in ``opened`` is open."""
        found = [Item(FIELD, index) for index in range(len(self.comparison.fields))]
        rows = self.comparison.rows
        start = 0
        while start < len(rows):
            end = start
            while end < len(rows) and rows[end].kind == "equal":
                end += 1
            if end == start:
                found.append(Item(ROW, start))
                start += 1
                continue
            found += self._unchanged(start, end, opened) if folded else [Item(ROW, i) for i in range(start, end)]
            start = end
        return found

    def _unchanged(self, start: int, end: int, opened: Collection[int]) -> list[Item]:
        first = start + (_CONTEXT if start else 0)
        last = end - (_CONTEXT if end < len(self.comparison.rows) else 0)
        if last - first < _WORTH or first in opened:
            return [Item(ROW, index) for index in range(start, end)]
        before, after = range(start, first), range(last, end)
        return [*(Item(ROW, i) for i in before), Item(FOLD, first, last - first), *(Item(ROW, i) for i in after)]

    def row(self, index: int) -> AlignedRow:
        """A row of the comparison."""
        return self.comparison.rows[index]

    def images(self, index: int) -> tuple[Image | None, Image | None]:
        """The pictures of a row: the old one, the new one."""
        row = self.row(index)
        old = self.old[row.old[0]] if row.old else None
        new = self.new[row.new[0]] if row.new else None
        return old if isinstance(old, Image) else None, new if isinstance(new, Image) else None

    def details(self, index: int) -> tuple[Strip, ...]:
        """Credit and description of a row's picture where they differ, as lines."""
        found: list[Strip] = []
        for number, place in self._places[0].get(index, ()):
            if place.field in {"credit", "alt"}:
                parts = (
                    Piece(place.before, DELETED, place=number),
                    Piece(place.after, INSERTED, place=number),
                )
                found.append(
                    Strip(
                        tuple(part for part in parts if part.text),
                        Setting("caption", lead=f"{words.field_word(place.field)}  "),
                    )
                )
        return tuple(found)

    def place(self, stop: Stop) -> Difference | None:
        """The place of a stop; None where only the look differs."""
        return self.comparison.places[stop.place] if stop.place != NO_PLACE else None

    def length(self, item: Item) -> int:
        """Characters of an item, for guessing how high it is before it is set."""
        if item.kind == FIELD:
            change = self.comparison.fields[item.index]
            return len(change.before) + len(change.after)
        row = self.row(item.index)
        side = [self.new[i] for i in row.new] if row.new else [self.old[i] for i in row.old]
        return sum(len(block_text(block)) for block in side) + sum(s.end - s.start for s in row.removed if row.new)

    def pieces(self, item: Item) -> list[Piece]:
        """Characters of an item in both texts."""
        return self._read(item)[0]

    def strips(self, item: Item, side: str = "") -> tuple[Strip, ...]:
        """Lines of an item; ``side`` as in `pieces.strips`."""
        if item.kind == ROW and side and not (self.row(item.index).old if side == "old" else self.row(item.index).new):
            return ()
        pieces, old, new = self._read(item)
        return strips(pieces, old, new, side)

    def text(self, stop: Stop) -> str:
        """The field or block of a stop as it stands now; where it was taken out, what stood there."""
        item = Item(stop.kind, stop.index)
        return plain(self.strips(item, "new") or self.strips(item, "old"))

    def _read(self, item: Item) -> tuple[list[Piece], Flat, Flat]:
        key = (item.kind, item.index)
        if key not in self._pieces:
            self._pieces[key] = self._field(item.index) if item.kind == FIELD else self._row(item.index)
        return self._pieces[key]

    def _row(self, index: int) -> tuple[list[Piece], Flat, Flat]:
        row = self.row(index)
        old, new = flat([self.old[i] for i in row.old]), flat([self.new[i] for i in row.new])
        if row.kind == "moved":  # its characters are neither taken out nor put in
            shown = new if row.new else old
            return tokens(AlignedRow("equal", (0,), (0,)), shown, shown, ()), shown, shown
        return tokens(row, old, new, self._places[0].get(index, ())), old, new

    def _field(self, index: int) -> tuple[list[Piece], Flat, Flat]:
        change = self.comparison.fields[index]
        shown = _readable(change)
        old, new = field_flat(shown.before), field_flat(shown.after)
        places = [(n, replace(p, block=0, old_block=0, field="")) for n, p in self._places[1].get(change.field, ())]
        if shown is not change:  # words instead of codes: as a whole
            whole = Difference(0, 0, len(shown.after), shown.before, shown.after, 0, 0, len(shown.before))
            places = [(number, whole) for number, _ in places[:1]]
        row = AlignedRow(
            "changed",
            (0,),
            (0,),
            tuple(Stretch(0, start, end) for start, end in shown.removed),
            tuple(Stretch(0, start, end) for start, end in shown.added),
        )
        return tokens(row, old, new, places), old, new


def _as_long(blocks: Sequence[Block], indexes: Collection[int]) -> tuple[Block, ...]:
    """The blocks, and empty ones up to the last that is asked for."""
    missing = max(indexes, default=-1) + 1 - len(blocks)
    return (*blocks, *(paragraph("") for _ in range(missing)))


def _readable(change: FieldChange) -> FieldChange:
    """A field whose value is a code or a time as people read it; the same record where it is text."""
    before, after = (words.value(change.field, value) for value in (change.before, change.after))
    if before == after or (before, after) == (change.before, change.after):
        return change
    return FieldChange(change.field, before, after, ((0, len(before)),), ((0, len(after)),))
