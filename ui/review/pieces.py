"""What a comparison shows of two texts: stretches of characters with what became of them. Plain data, no widget.

A changed block of both texts becomes one sequence of pieces: characters in common, taken out, put in. Those without
what was put in are the old text, those without what was taken out are the new one, whatever a comparison says: where
it contradicts the texts, the characters are shown as taken out and put in.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from ui.review.flat import PLAIN, Setting, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.records.review import AlignedRow, Difference
    from ui.review.flat import Flat

KEPT, DELETED, INSERTED, RESTYLED = "", "deleted", "inserted", "restyled"
PILCROW = "¶"
NO_PLACE = -1


@dataclass(frozen=True, slots=True)
class Piece:
    r"""Characters with one look.

    Attributes:
        text: As it is in the text; line ends between paragraphs are ``\\n``.
        change: KEPT, DELETED, INSERTED or RESTYLED.
        place: Which place of the comparison it belongs to, NO_PLACE = none.
        note: Whether it is the sign of a footnote, which is no character of the text.
    """

    text: str
    change: str = KEPT
    style: Style = PLAIN
    place: int = NO_PLACE
    note: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of the text, or one paragraph, to be set by itself."""

    pieces: tuple[Piece, ...]
    setting: Setting


class _Spans:
    """Stretches of one side, sorted, and the places they belong to.

    What reaches beyond the text (somebody shortened it since it was compared) ends with it.
    """

    def __init__(self, ranges: Iterable[tuple[int, int]], places: Iterable[tuple[int, int, int]], length: int) -> None:
        self.ranges = sorted((min(start, length), min(end, length)) for start, end in ranges)
        self._places = sorted(places)  # start, end, number

    def place_of(self, start: int, end: int) -> int:
        """Number of the place that characters lie in."""
        index = bisect_right(self._places, end - 1, key=lambda place: place[0]) - 1
        while index >= 0:
            first, last, number = self._places[index]
            if last > start:
                return number
            if last > first:
                break
            index -= 1
        return NO_PLACE


def tokens(row: AlignedRow, old: Flat, new: Flat, places: Sequence[tuple[int, Difference]]) -> list[Piece]:
    """A row of a comparison as pieces; ``places`` are those of the comparison that lie in it, with their numbers."""
    removed, added = _sides(row, old, new, places)
    found: list[Piece] = []
    i = j = 0
    cuts = (removed.ranges, added.ranges)
    while i < len(old.text) or j < len(new.text):
        gone = _ending(cuts[0], i)
        come = _ending(cuts[1], j)
        if gone > i:
            found += _dress(old, i, gone, DELETED, removed.place_of(i, gone))
            i = gone
        elif come > j:
            found += _dress(new, j, come, INSERTED, added.place_of(j, come))
            j = come
        else:
            common = _common(old.text, new.text, i, j, (_next(cuts[0], i), _next(cuts[1], j)))
            if common:
                found += _kept(old, new, i, j, common)
            else:
                found += _odd(old, new, i, j, removed, added)
                i, j = _past_odd(old, new, i, j)
            i, j = i + common, j + common
    return _with_notes(found, old, new)


def _sides(row: AlignedRow, old: Flat, new: Flat, places: Sequence[tuple[int, Difference]]) -> tuple[_Spans, _Spans]:
    old_at = dict(zip(row.old, old.starts, strict=True))
    new_at = dict(zip(row.new, new.starts, strict=True))
    gone: list[tuple[int, int, int]] = []
    come: list[tuple[int, int, int]] = []
    for number, place in places:
        if place.field:
            continue
        if place.old_block in old_at:
            start = old_at[place.old_block] + place.old_start
            gone.append((start, start + len(place.before), number))
        if place.block in new_at:
            start = new_at[place.block] + place.start
            come.append((start, start + len(place.after), number))
    removed = [(old_at[s.block] + s.start, old_at[s.block] + s.end) for s in row.removed if s.block in old_at]
    added = [(new_at[s.block] + s.start, new_at[s.block] + s.end) for s in row.added if s.block in new_at]
    return _Spans(removed, gone, len(old.text)), _Spans(added, come, len(new.text))


def _ending(ranges: Sequence[tuple[int, int]], at: int) -> int:
    """End of the range that an offset lies in, the offset itself where it is in none."""
    place = bisect_right(ranges, at, key=lambda span: span[0]) - 1
    return max(at, ranges[place][1]) if place >= 0 else at


def _next(ranges: Sequence[tuple[int, int]], at: int) -> int:
    place = bisect_right(ranges, at, key=lambda span: span[0])
    return ranges[place][0] if place < len(ranges) else 1 << 60


def _common(old: str, new: str, i: int, j: int, limits: tuple[int, int]) -> int:
    """How many characters are the same from here on, up to the next change on either side."""
    most = min(len(old) - i, len(new) - j, limits[0] - i, limits[1] - j)
    if old[i : i + most] == new[j : j + most]:
        return most
    return next(step for step in range(most) if old[i + step] != new[j + step])


def _odd(old: Flat, new: Flat, i: int, j: int, removed: _Spans, added: _Spans) -> list[Piece]:
    """Characters that differ though no stretch says so: a line end between blocks, else all that is left."""
    i_end, j_end = _past_odd(old, new, i, j)
    gone = _dress(old, i, i_end, DELETED, removed.place_of(i, i_end))
    come = _dress(new, j, j_end, INSERTED, added.place_of(j, j_end))
    return [*gone, *come]


def _past_odd(old: Flat, new: Flat, i: int, j: int) -> tuple[int, int]:
    if old.text[i : i + 1] == "\n":
        return i + 1, j
    if new.text[j : j + 1] == "\n":
        return i, j + 1
    return len(old.text), len(new.text)


def _dress(side: Flat, start: int, end: int, change: str, place: int) -> list[Piece]:
    """Characters of one side, cut where their style changes."""
    return [
        Piece(side.text[a:b], change, _style_at(side, a), place)
        for a, b in pairwise([start, *_borders(side, start, end), end])
        if b > a
    ]


def _borders(side: Flat, start: int, end: int) -> list[int]:
    first = bisect_right(side.styles, start, key=lambda style: style[0])
    found: list[int] = []
    for at, _ in side.styles[first:]:
        if at >= end:
            break
        found.append(at)
    return found


def _style_at(side: Flat, offset: int) -> Style:
    return side.styles[bisect_right(side.styles, offset, key=lambda style: style[0]) - 1][1]


def _kept(old: Flat, new: Flat, i: int, j: int, length: int) -> Iterator[Piece]:
    """Characters that both have, cut where the style of either changes."""
    cuts = {at - i for at in _borders(old, i, i + length)} | {at - j for at in _borders(new, j, j + length)}
    for a, b in pairwise([0, *sorted(cuts), length]):
        if b > a:
            style = _style_at(new, j + a)
            yield Piece(new.text[j + a : j + b], KEPT if style == _style_at(old, i + a) else RESTYLED, style)


def _with_notes(pieces: list[Piece], old: Flat, new: Flat) -> list[Piece]:
    """The pieces with the signs of footnotes between them."""
    if not old.notes and not new.notes:
        return pieces
    here, there = {label for _, label in new.notes}, {label for _, label in old.notes}
    gone = [(at, label, DELETED) for at, label in old.notes if label not in here]
    come = [(at, label, KEPT if label in there else INSERTED) for at, label in new.notes]
    return _put_in(_put_in(pieces, come, DELETED), gone, INSERTED)


def _put_in(pieces: list[Piece], notes: list[tuple[int, str, str]], other: str) -> list[Piece]:
    """Signs at offsets of the side that has no pieces of ``other``."""
    found: list[Piece] = []
    left = list(notes)
    at = 0
    for piece in pieces:
        rest = piece
        if piece.change == other or piece.note:
            found.append(piece)
            continue
        while left and left[0][0] < at + len(rest.text):
            offset, label, change = left.pop(0)
            cut = offset - at
            if cut:
                found.append(replace(rest, text=rest.text[:cut]))
                rest = replace(rest, text=rest.text[cut:])
                at = offset
            found.append(Piece(f"[{label}]", change, note=True))
        found.append(rest)
        at += len(rest.text)
    return [*found, *(Piece(f"[{label}]", change, note=True) for _, label, change in left)]


def strips(pieces: Iterable[Piece], old: Flat, new: Flat, side: str = "") -> tuple[Strip, ...]:
    """Pieces as lines to be set.

    Args:
        pieces: See `tokens`.
        old: The old text; new: the new one.
        new: See there.
        side: "" both texts in one; ``old`` or ``new`` only that one.
    """
    setter = _Setter(old, new, side)
    for piece in pieces:
        if not (side and piece.change == (INSERTED if side == "old" else DELETED)):
            setter.take(piece)
        else:
            setter.pass_by(piece)
    return setter.finished()


class _Setter:
    """Cuts pieces into lines at the line ends of the text that is shown."""

    def __init__(self, old: Flat, new: Flat, side: str) -> None:
        self._old, self._new, self._side = old, new, side
        self._i = self._j = 0
        self._line: list[Piece] = []
        self._setting: Setting | None = None
        self._done: list[Strip] = []

    def pass_by(self, piece: Piece) -> None:
        """Not shown at this side."""
        self._move(piece, len(piece.text))

    def _move(self, piece: Piece, length: int) -> None:
        if not piece.note:
            self._i += 0 if piece.change == INSERTED else length
            self._j += 0 if piece.change == DELETED else length

    def take(self, piece: Piece) -> None:
        if piece.note:
            self._put(piece)
            return
        lone = piece.change == DELETED and not self._side and piece.text == "\n"
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                self._end(piece, lone=lone)
            if part:
                self._put(replace(piece, text=part))
                self._move(piece, len(part))

    def _put(self, piece: Piece) -> None:
        only_gone = piece.change != DELETED and all(p.change == DELETED for p in self._line)
        if self._setting is None or only_gone:  # a line is set as what stays in it
            self._setting = self._here(piece)
        self._line.append(piece)

    def _here(self, piece: Piece) -> Setting:
        if piece.change == DELETED or self._side == "old":
            return self._old.setting_at(self._i)
        return self._new.setting_at(self._j)

    def _end(self, piece: Piece, *, lone: bool) -> None:
        """A line end of the text: of a block, or one forced in a line."""
        changed = piece.change in {DELETED, INSERTED}
        if self._setting is None:
            self._setting = self._here(piece)
        self._move(piece, 1)
        own = self._old.begins_line(self._i) if piece.change == DELETED else self._new.begins_line(self._j)
        if self._side == "old":
            own = self._old.begins_line(self._i)
        if changed:
            self._line.append(replace(piece, text=PILCROW, note=True))
        if lone:
            return
        if own:
            self._close()
        else:  # a forced line break stays in its line
            self._line.append(replace(piece, text="\n"))

    def _close(self) -> None:
        self._done.append(Strip(tuple(self._line), self._setting or Setting()))
        self._line, self._setting = [], None

    def finished(self) -> tuple[Strip, ...]:
        """All lines; a text without a character is one empty line."""
        if self._setting is None:  # after a line end a line follows, even if there is nothing in it
            side = self._old if self._side == "old" or not self._new.lines else self._new
            self._setting = side.lines[-1][1] if side.lines else Setting()
        self._close()
        return tuple(self._done)


def places_in(pieces: Iterable[Piece]) -> frozenset[int]:
    """Numbers of the places that some pieces belong to."""
    return frozenset(piece.place for piece in pieces if piece.place != NO_PLACE)


def plain(items: Iterable[Strip]) -> str:
    """The characters of some lines, for copying and for who cannot see them."""
    return "\n".join("".join(p.text for p in chain(strip.pieces) if not p.note) for strip in items)
