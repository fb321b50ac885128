"""Where the places of an original stand in an article as it is now: characters of both are led to each other."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from editor.markup.blocks import block_text
from editor.records.incoming import APPLIED, AWAY, CHANGED, OFFERED, REFUSED, Beside, Part
from editor.text.diff import item_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.article import Article
    from editor.text.diff import Edit
    from editor.text.repair import Repair

TITLES = ("kicker", "headline", "subheadline")
_WORTH = 0.3  # a line of which less is in the article is in none of its parts


class Found(NamedTuple):
    """Part of the article, code points in it, and what stands there; part None = nowhere."""

    part: Part | None
    at: int
    till: int
    now: str


NOWHERE = Found(None, 0, 0, "")


class Trace:
    """The original, mended by its applied repairs, beside an article that was made of it.

    Args:
        original: The text to which the repairs refer.
        repairs: All of them, sorted by start; the applied ones never overlap.
        article: The article as it stands now.
    """

    def __init__(self, original: str, repairs: Sequence[Repair], article: Article) -> None:
        self._original = original
        self.parts = [
            *((Part(name, None), getattr(article.slip, name)) for name in TITLES if getattr(article.slip, name)),
            *((Part("", index), block_text(block)) for index, block in enumerate(article.blocks)),
        ]
        self._starts = _starts([text for _, text in self.parts])
        self._text = "\n".join(text for _, text in self.parts)
        self._shifts = _shifts(repairs)
        self._mended = _mended(original, repairs)
        self._edits = item_edits(self._mended, self._text)
        self._edit_starts = [edit.start for edit in self._edits]

    def place(self, repair: Repair) -> Found:
        """Where a repair stands, told by what stands there: one of its readings, beside what stood beside it."""
        start = self._to_mended(repair.start)
        end = start + len(repair.after if repair.applied else repair.before)
        known = (repair.after, repair.before, *repair.candidates)
        spans = [(at, till) for at in self._ways(start) for till in self._ways(end) if at <= till]
        beside = {span: self._beside(start, end, span) for span in spans}
        spans = [span for span in spans if beside[span]]
        if not spans:
            return NOWHERE
        best = min(spans, key=lambda span: (self._text[slice(*span)] not in known, -beside[span], span[1] - span[0]))
        found = self._in_part(*best)
        near = len(found.now) <= max(map(len, known)) + len(repair.before)
        return found if found.now in known or near else NOWHERE

    def rows(self) -> tuple[Beside, ...]:
        """Every line of the original beside the part that was made of it, in the order of both."""
        found: list[Beside] = []
        at: dict[int, int] = {}  # row of each part
        last = -1
        for start, end in _lines(self._original):
            number = self._part_of(start, end, last)
            for between in range(last + 1, number):  # written here: beside nothing
                at[between] = len(found)
                found.append(Beside(start, start, self.parts[between][0]))
            last = max(last, number)
            if number in at:  # a paragraph of several lines, and what was left out between them
                found[at[number] :] = [found[at[number]]._replace(end=end)]
                continue
            if number >= 0:
                at[number] = len(found)
            found.append(Beside(start, end, self.parts[number][0] if number >= 0 else None))
        end = len(self._original)
        found += [Beside(end, end, part) for number, (part, _) in enumerate(self.parts) if number > last]
        return tuple(found)

    def _part_of(self, start: int, end: int, last: int) -> int:
        """The part in which most characters of a line stand, -1 when too few do or it lies before the last one."""
        counts: dict[int, int] = {}
        whole = 0
        for offset in range(self._to_mended(start), self._to_mended(end)):
            if self._mended[offset].isspace():
                continue
            whole += 1
            now = self._same(offset)
            if now is not None:
                number = bisect_right(self._starts, now) - 1
                counts[number] = counts.get(number, 0) + 1
        best = max(counts, key=lambda number: (counts[number], -number), default=-1)
        return best if best >= max(last, 0) and counts[best] >= _WORTH * whole else -1

    def _to_mended(self, offset: int) -> int:
        at = bisect_right(self._shifts[0], offset) - 1
        start, end, shift, length = self._shifts[1][at]
        if offset < end:  # inside a mended place
            return start + shift + min(offset - start, length)
        return offset + shift + length - (end - start)

    def _edit(self, offset: int) -> Edit | None:
        """The edit that begins at a place of the mended text, or the last one before it."""
        at = bisect_right(self._edit_starts, offset) - 1
        return self._edits[at] if at >= 0 else None

    def _same(self, offset: int) -> int | None:
        """Where a character of the mended text stands unchanged, None when it does not."""
        edit = self._edit(offset)
        if edit is None:
            return offset
        return offset - edit.end + edit.new_end if offset >= edit.end else None

    def _ways(self, offset: int) -> tuple[int, ...]:
        """Where a border of the mended text may lie now: at an edit before or behind what was written."""
        edit = self._edit(offset)
        if edit is None:
            return (offset,)
        if offset <= edit.end:
            return tuple(dict.fromkeys((edit.new_start, edit.new_end)))
        return (offset - edit.end + edit.new_end,)

    def _beside(self, start: int, end: int, span: tuple[int, int]) -> int:
        """How many of the two characters beside a place stand beside it still; an end of the text does."""
        before = start == span[0] == 0 or (start > 0 and self._same(start - 1) == span[0] - 1)
        at_end = end == len(self._mended) and span[1] == len(self._text)
        return before + (at_end or (end < len(self._mended) and self._same(end) == span[1]))

    def _in_part(self, at: int, till: int) -> Found:
        number = bisect_right(self._starts, at) - 1
        begin = self._starts[number] if self.parts else 0
        if not self.parts or till > begin + len(self.parts[number][1]):
            return NOWHERE
        return Found(self.parts[number][0], at - begin, till - begin, self._text[at:till])


def _starts(texts: Sequence[str]) -> list[int]:
    found, place = [], 0
    for text in texts:
        found.append(place)
        place += len(text) + 1
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the lines that are not blank, without the blanks at their ends."""
    place = 0
    for line in text.split("\n"):
        kept = line.strip()
        if kept:
            start = place + line.index(kept)
            yield start, start + len(kept)
        place += len(line) + 1


def _shifts(repairs: Sequence[Repair]) -> tuple[list[int], list[tuple[int, int, int, int]]]:
    """For each applied repair: start, end, how far everything before it moved, length of what it put there."""
    found = [(0, 0, 0, 0)]
    moved = 0
    for item in repairs:
        if item.applied:
            found.append((item.start, item.end, moved, len(item.after)))
            moved += len(item.after) - (item.end - item.start)
    return [start for start, *_ in found], found


def _mended(original: str, repairs: Sequence[Repair]) -> str:
    pieces, place = [], 0
    for item in repairs:
        if item.applied:
            pieces += [original[place : item.start], item.after]
            place = item.end
    return "".join([*pieces, original[place:]])


def state_of(repair: Repair, found: Found) -> str:
    """What became of a repair, by what stands at its place."""
    if found.part is None:
        return AWAY
    if found.now == repair.before:
        return REFUSED if repair.applied else OFFERED
    return APPLIED if found.now in (repair.after, *repair.candidates) else CHANGED
