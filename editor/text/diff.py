"""What differs between two texts: exact for what people write, bounded for what a machine might send.

A unit is a word or number in Latin script, else one character with its combining marks, so that 15 → 18 and GDP →
GNP are whole and Han text is marked by the character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNIT = re.compile(
    r"[A-Za-z\u00c0-\u024f]+(?:['\u2019-][A-Za-z\u00c0-\u024f]+)*|\d+(?:[.,:]\d+)*%?"
    r"|.[\u0300-\u036f\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]*",
    re.DOTALL,
)
_EXACT = 40_000_000  # products of lengths up to here are compared exactly: some tens of milliseconds, 5 MB of rows
_ANCHOR = 8  # units that have to agree, once on either side, to be held for the same place
_ENDS = frozenset("。！？；!?;\n")
_PAUSES = frozenset("，、：,:")
_FARTHEST = 64


@dataclass(frozen=True, slots=True)
class Edit:
    """``old[start:end]`` became ``new[new_start:new_end]``; offsets in code points (or in items)."""

    start: int
    end: int
    new_start: int
    new_end: int


def edits(old: str, new: str) -> list[Edit]:
    """The places where two texts differ, in order, never touching each other."""
    if old == new:
        return []
    before, after = _UNIT.findall(old), _UNIT.findall(new)
    found = _joined(item_edits(before, after), before, after)
    old_at, new_at = _offsets(before), _offsets(after)
    placed = [Edit(old_at[e.start], old_at[e.end], new_at[e.new_start], new_at[e.new_end]) for e in found]
    return [_slid(edit, old, new, placed, index) for index, edit in enumerate(placed)]


def _offsets(units: Sequence[str]) -> list[int]:
    found = [0]
    for unit in units:
        found.append(found[-1] + len(unit))
    return found


def item_edits(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    """The places where two sequences differ: a longest common subsequence, where they are too long for it anchors."""
    names: dict[str, int] = {}
    left = [names.setdefault(item, len(names)) for item in before]
    right = [names.setdefault(item, len(names)) for item in after]
    found: list[Edit] = []
    waiting = [(0, len(left), 0, len(right), _ANCHOR)]
    while waiting:
        start, end, new_start, new_end, anchor = waiting.pop()
        start, end, new_start, new_end = _trimmed(left, right, start, end, new_start, new_end)
        if start == end or new_start == new_end:
            if start != end or new_start != new_end:
                found.append(Edit(start, end, new_start, new_end))
        elif (end - start) * (new_end - new_start) <= _EXACT:
            found += _exact(left, right, start, end, new_start, new_end)
        else:
            waiting += _between(left, right, (start, end, new_start, new_end), anchor, found)
    return _united(sorted(found, key=lambda edit: (edit.start, edit.new_start)))


def _trimmed(
    left: list[int], right: list[int], start: int, end: int, new_start: int, new_end: int
) -> tuple[int, int, int, int]:
    while start < end and new_start < new_end and left[start] == right[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and left[end - 1] == right[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    return start, end, new_start, new_end


def _exact(left: list[int], right: list[int], start: int, end: int, new_start: int, new_end: int) -> list[Edit]:
    """Longest common subsequence by bit-parallel rows (H. Hyyrö 2004), read backwards."""
    places: dict[int, int] = {}
    for index in range(start, end):
        places[left[index]] = places.get(left[index], 0) | (1 << (index - start))
    mask = (1 << (end - start)) - 1
    rows = [mask]
    for item in right[new_start:new_end]:
        row = rows[-1]
        met = row & places.get(item, 0)
        rows.append(((row + met) | (row - met)) & mask)
    found: list[Edit] = []
    low, new_low = end, new_end  # the edit that is open: [.., low) was left behind
    place, line = end, new_end
    while place > start and line > new_start:
        bit = 1 << (place - 1 - start)
        if left[place - 1] == right[line - 1] and not rows[line - new_start] & bit and rows[line - 1 - new_start] & bit:
            if place < low or line < new_low:
                found.append(Edit(place, low, line, new_low))
            place, line = place - 1, line - 1
            low, new_low = place, line
        elif not rows[line - new_start] & bit and not rows[line - 1 - new_start] & bit:
            line -= 1
        elif rows[line - new_start] & bit:
            place -= 1
        else:
            line -= 1
    if start < low or new_start < new_low:
        found.append(Edit(start, low, new_start, new_low))
    return found


def _between(
    left: list[int], right: list[int], whole: tuple[int, int, int, int], anchor: int, found: list[Edit]
) -> list[tuple[int, int, int, int, int]]:
    """The gaps between anchors: runs of units that stand once on either side, in the same order."""
    start, end, new_start, new_end = whole
    once, new_once = _once(left, start, end, anchor), _once(right, new_start, new_end, anchor)
    pairs = [(place, new_once[run]) for run, place in once.items() if place >= 0 and new_once.get(run, -1) >= 0]
    kept = _rising(sorted(pairs))
    if not kept:
        if anchor > 1:
            return [(start, end, new_start, new_end, anchor // 2)]
        found.append(Edit(start, end, new_start, new_end))
        return []
    gaps = []
    for place, new_place in [*kept, (end, new_end)]:
        if place < start or new_place < new_start:
            continue  # inside the anchor before
        gaps.append((start, place, new_start, new_place, max(1, anchor // 2)))
        start, new_start = place, new_place
        while start < end and new_start < new_end and left[start] == right[new_start]:
            start, new_start = start + 1, new_start + 1
    if start < end or new_start < new_end:
        gaps.append((start, end, new_start, new_end, max(1, anchor // 2)))
    return gaps


def _once(items: list[int], start: int, end: int, length: int) -> dict[tuple[int, ...], int]:
    """Runs of a length by the place where they stand; -1 for those that stand more than once."""
    found: dict[tuple[int, ...], int] = {}
    for place in range(start, end - length + 1):
        run = tuple(items[place : place + length])
        found[run] = -1 if run in found else place
    return found


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest chain of pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, new_place) in enumerate(pairs):
        pile = bisect_left(tops, new_place)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(new_place)
            ends.append(index)
        else:
            tops[pile] = new_place
            ends[pile] = index
    chain: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def _united(found: list[Edit]) -> list[Edit]:
    """Edits that touch each other as one."""
    united: list[Edit] = []
    for edit in found:
        if united and united[-1].end == edit.start and united[-1].new_end == edit.new_start:
            last = united.pop()
            united.append(Edit(last.start, edit.end, last.new_start, edit.new_end))
        else:
            united.append(edit)
    return united


def _joined(found: list[Edit], before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    """Edits between which only a crumb agrees by chance read as one change (的, a comma, one character)."""
    joined: list[Edit] = []
    for edit in found:
        if joined and _is_crumb(joined[-1], edit):
            last = joined.pop()
            joined.append(Edit(last.start, edit.end, last.new_start, edit.new_end))
        else:
            joined.append(edit)
    return [edit for edit in joined if before[edit.start : edit.end] != after[edit.new_start : edit.new_end]]


def _is_crumb(one: Edit, other: Edit) -> bool:
    agreed = other.start - one.end
    sizes = [max(e.end - e.start, e.new_end - e.new_start) for e in (one, other)]
    replaced = [e.end > e.start and e.new_end > e.new_start for e in (one, other)]
    limit = 1 if not all(replaced) else 2
    return agreed <= limit and all(size > agreed + 1 for size in sizes)


def _slid(edit: Edit, old: str, new: str, every: list[Edit], index: int) -> Edit:
    """An insertion or a deletion moved along equal characters, so that it is whole sentences where it can be."""
    if (edit.start == edit.end) == (edit.new_start == edit.new_end):
        return edit
    inserted = edit.start == edit.end
    text, start, end = (new, edit.new_start, edit.new_end) if inserted else (old, edit.start, edit.end)
    lowest, highest = _room(edit, every, index, len(old), inserted=inserted)
    best, shift = _niceness(text, start, end), 0
    for step in (-1, 1):
        low, high = start, end
        while lowest < low + min(step, 0) + 1 and high + max(step, 0) <= highest and abs(low - start) < _FARTHEST:
            here, there = (low - 1, high - 1) if step < 0 else (low, high)
            if here < lowest or there >= highest or text[here] != text[there]:
                break
            low, high = low + step, high + step
            nice = _niceness(text, low, high)
            if nice > best:
                best, shift = nice, low - start
    return Edit(edit.start + shift, edit.end + shift, edit.new_start + shift, edit.new_end + shift)


def _room(edit: Edit, every: list[Edit], index: int, length: int, *, inserted: bool) -> tuple[int, int]:
    """How far an edit may slide without touching its neighbors, in the text in which it has characters."""
    before = every[index - 1] if index else None
    after = every[index + 1] if index + 1 < len(every) else None
    back = edit.start - before.end - 1 if before else edit.start
    on = after.start - edit.end - 1 if after else length - edit.end
    start, end = (edit.new_start, edit.new_end) if inserted else (edit.start, edit.end)
    return start - max(back // 2, 0) if before else start - back, end + max(on // 2, 0) if after else end + on


def _niceness(text: str, start: int, end: int) -> int:
    """How much a stretch looks like something that a person put in or took out."""
    before, last = text[start - 1 : start], text[end - 1 : end]
    nice = 0
    if not before or before in _ENDS:
        nice += 4
    elif before in _PAUSES:
        nice += 2
    if last in _ENDS:
        nice += 3
    elif last in _PAUSES:
        nice += 1
    elif end == len(text):
        nice += 2
    return nice
