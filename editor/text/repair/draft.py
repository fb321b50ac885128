"""Edits made one stage after the other, always told in code points of the text that came in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from editor.text.repair.record import Repair, Repaired

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GAP = "\ufdd0"
"""Stands until the end of all stages for a character of which only a half is left, so that no rule takes
it for a question mark. Input never has it: R06 removes it first."""
GAP_SHOWN = "\ufffd"
"""What stands for such a character in the end: unlike ``?``, nobody can take it for a mark."""
_SAME = "\ufdd1"
_WEIGHT = {"R03": 6, "R02": 5, "R05": 4, "R06": 3, "P04": 2, "P02": 1, "P01": 0}


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one stage, in code points of the text that the stage was given."""

    rule: str
    start: int
    end: int
    after: str
    sure: float = 1.0
    applied: bool = True
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """The text on its way through the stages.

    Attributes:
        original: As it came in.
        text: As it is now.
        done: Applied edits in code points of ``original``, sorted, not overlapping.
        offers: Offered ones in code points of ``original``.
    """

    original: str
    text: str = ""
    done: list[Edit] = field(default_factory=list)
    offers: list[Edit] = field(default_factory=list)

    def begin_round(self) -> None:
        """Offers are made anew in every round, but for readings: those show only while the page has its residue."""
        self.offers = [offer for offer in self.offers if offer.rule == "R02"]

    def settle_gaps(self) -> None:
        """Gaps get the sign that stays."""
        if GAP in self.text:
            self.text = self.text.replace(GAP, GAP_SHOWN)
            self.done = [replace(edit, after=edit.after.replace(GAP, GAP_SHOWN)) for edit in self.done]

    def apply(self, edits: Sequence[Edit]) -> None:
        """Carry out the edits of one stage (sorted, not overlapping, in code points of ``text``)."""
        way = _Way(self.done)
        lost = _Spans(offer for offer in self.offers if offer.rule == "R03")
        applied = [
            edit
            for edit in edits
            if edit.applied and not (edit.rule[0] == "P" and lost and lost.touch(way.located(_widened(edit))))
        ]
        # Offers are located before the text moves under them.
        self.offers.extend(way.located(edit) for edit in edits if not edit.applied)
        if not applied:
            return
        self.done = _composed(self.text, self.done, applied)
        self.text = _replaced(self.text, applied)

    def ask(self, edits: Sequence[Edit]) -> None:
        """Offer edits where nothing else is offered or was done."""
        way, taken = _Way(self.done), _Spans([*self.done, *self.offers])
        self.offers.extend(edit for edit in map(way.located, edits) if not taken.touch(edit))

    def origins(self, edits: Sequence[Edit]) -> list[int]:
        """Where edits of the text as it is now begin in the text that came in."""
        way = _Way(self.done)
        return [way.located(edit).start for edit in edits]

    def result(self) -> Repaired:
        """The text and the records of everything."""
        found = [self._record(edit) for edit in _spoken(self.done)]
        taken = {(item.start, item.end) for item in found}
        asked_about = sorted(dict.fromkeys(self.offers), key=lambda edit: (edit.start, edit.end))
        offers = dict.fromkeys(edit for edit in _spoken(asked_about) if (edit.start, edit.end) not in taken)
        asked = _Spans(edit for edit in offers if edit.rule == "R03")
        found += [self._record(edit) for edit in offers if edit.rule != "R06" or not asked.hold(edit)]
        found.sort(key=lambda item: (item.start, item.end, not item.applied))
        return Repaired(self.text, tuple(found))

    def _record(self, edit: Edit) -> Repair:
        before = self.original[edit.start : edit.end]
        edit = replace(edit, after=edit.after.replace(_SAME, before[:1]))
        return Repair(
            edit.rule,
            edit.start,
            edit.end,
            before,
            edit.after.replace(GAP, GAP_SHOWN),
            edit.sure,
            edit.applied,
            edit.candidates,
        )


def apart(edits: Iterable[Edit], others: Iterable[Edit]) -> list[Edit]:
    """Those edits that share nothing with any of the others."""
    taken = _Spans(others)
    return [edit for edit in edits if not taken.touch(edit)]


def _widened(edit: Edit) -> Edit:
    """A full-width letter beside garble is half of the garble as a rule, not a letter in the wrong width."""
    return replace(edit, start=max(0, edit.start - 1), end=edit.end + 1) if edit.rule == "P04" else edit


class _Way:
    """The way of a place of the text as it is now back to the text that came in."""

    def __init__(self, done: Sequence[Edit]) -> None:
        self._done = done
        grown = [0, *accumulate(_growth(edit) for edit in done)]
        self._moved = grown
        self._starts = [edit.start + moved for edit, moved in zip(done, grown, strict=False)]
        self._ends = [start + len(edit.after) for edit, start in zip(done, self._starts, strict=True)]

    def located(self, edit: Edit) -> Edit:
        """An edit in code points of the text that came in, as an offer; edits that it touches are taken in whole."""
        last = bisect_left(self._ends, edit.end)
        first = bisect_right(self._ends, edit.start)
        start, end = edit.start - self._moved[last], edit.end - self._moved[last]
        if last < len(self._done) and edit.end > self._starts[last]:
            end = self._done[last].end
        if first <= last and first < len(self._done):
            inside = edit.start >= self._starts[first]
            start = self._done[first].start if inside else edit.start - self._moved[first]
        return replace(edit, start=start, end=end, applied=False)


class _Spans:
    """Stretches of the text that came in, to be asked often."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        spans = sorted((edit.start, edit.end) for edit in edits)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touch(self, edit: Edit) -> bool:
        """Whether one of them shares a character with an edit."""
        before = bisect_left(self._starts, edit.end)
        return before > 0 and self._reach[before - 1] > edit.start

    def hold(self, edit: Edit) -> bool:
        """Whether an edit lies within one of them."""
        before = bisect_right(self._starts, edit.start)
        return before > 0 and self._reach[before - 1] >= edit.end


def _spoken(edits: Sequence[Edit]) -> Iterator[Edit]:
    """A reading taken out is told together with its character (業(yè) → 業), if that stood there from the start."""
    last = 0
    for edit in edits:
        if edit.rule == "R02" and not edit.after and edit.start > (last if edit.applied else 0):
            yield replace(edit, start=edit.start - 1, after=_SAME)
        else:
            yield edit
        last = edit.end


def _replaced(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    here = 0
    for edit in edits:
        parts += (text[here : edit.start], edit.after)
        here = edit.end
    parts.append(text[here:])
    return "".join(parts)


def _composed(text: str, old: Sequence[Edit], new: Sequence[Edit]) -> list[Edit]:
    """Old edits (in code points of the original) followed by new ones (of ``text``), as one list for the original."""
    found: list[Edit] = []
    moved = place = at = 0
    while at < len(new):
        while place < len(old) and old[place].start + moved + len(old[place].after) <= new[at].start:
            found.append(old[place])
            moved += _growth(old[place])
            place += 1
        # A group: new edits and old ones that touch each other; alone it is just one new edit.
        start, end = new[at].start, new[at].end
        origin, group, rule, sure = start - moved, at, new[at].rule, new[at].sure
        at += 1
        while True:
            if place < len(old) and old[place].start + moved < end:
                one = old[place]
                if one.start + moved < start:
                    start, origin = one.start + moved, one.start
                end = max(end, one.start + moved + len(one.after))
                moved += _growth(one)
                place += 1
            elif at < len(new) and new[at].start < end:
                one = new[at]
                end = max(end, one.end)
                at += 1
            else:
                break
            rule = max(rule, one.rule, key=_WEIGHT.__getitem__)
            sure = min(sure, one.sure)
        inside = [replace(edit, start=edit.start - start, end=edit.end - start) for edit in new[group:at]]
        found.append(Edit(rule, origin, end - moved, _replaced(text[start:end], inside), sure))
    found.extend(old[place:])
    return found


def _growth(edit: Edit) -> int:
    return len(edit.after) - (edit.end - edit.start)
