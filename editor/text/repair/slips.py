"""R03: all places of a page where a byte may be lost, looked at one after the other."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.text.repair.draft import GAP, GAP_SHOWN, Edit, apart
from editor.text.repair.effort import PLACE, STRETCH, Effort
from editor.text.repair.gbk import pair
from editor.text.repair.last import is_legible
from editor.text.repair.later import ASKED, find_later
from editor.text.repair.runs import LONGEST, LOST
from editor.text.repair.scoring import Page
from editor.text.repair.shift import SURE, best_reading
from editor.text.repair.sites import Site, is_garble, sites, suspects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.text.repair import lone

_TELLING = 4
"""Characters of a run that alone on its page can tell that it is no text."""
REACH = 250
"""Characters on each side of a run that can tell what it was."""
Ways = tuple[tuple[int, int, bool, float], ...]


@dataclass(slots=True)
class Memory:
    """What was found on a page in earlier rounds, and what that took.

    Attributes:
        readings: Part of a line and the ways to read a place of it → the best of them and its units of work.
        effort: What was spent.
        lone: The same for lone halves.
    """

    readings: dict[tuple[str, Ways], tuple[Edit | None, int]] = field(default_factory=dict)
    effort: Effort = field(default_factory=Effort)
    lone: lone.Memory = field(default_factory=dict)


def find(text: str, *, gaps: bool = False, memory: Memory | None = None) -> list[Edit]:
    """Repairs of lost bytes, done where one candidate stands out, else offered.

    What is beyond the measure of :mod:`editor.text.repair.effort` is not searched: where it surely is no text, a person
    is asked about the whole stretch, and nothing in it is mended.

    Args:
        text: The page.
        gaps: Whether U+FFFD on it are gaps that repair left itself, and no signs of what was lost.
        memory: What was found in an earlier round.
    """
    search = _Search(text, Page(text), Memory() if memory is None else memory, gaps=gaps)
    search.memory.effort.begin_round()
    search.shown()
    search.silent()
    return search.found()


@dataclass(slots=True)
class _Search:
    """The search of one page in one round.

    Attributes:
        text: The page.
        page: The same, for the judges.
        memory: What is known of it.
        gaps: See :func:`find`.
        edits: What was found, sorted.
        beyond: Places that surely are no text and were not searched.
    """

    text: str
    page: Page
    memory: Memory
    gaps: bool
    edits: list[Edit] = field(default_factory=list)
    beyond: list[tuple[int, int]] = field(default_factory=list)

    def shown(self) -> None:
        """Signs, half marks and strange characters."""
        text, effort = self.text, self.memory.effort
        here = 0
        for at, kind in suspects(text, effort.allows):
            if at < here or (self.gaps and text[at] == GAP_SHOWN):
                continue
            if not effort.allows(at):
                if kind == "mark" or (kind == "sign" and is_garble(text, at)):
                    self.beyond.append((at, at + 1))
                continue
            edit = self._best(sites(text, at, kind, here), shown=True)
            while edit is not None:
                rest = _behind_a_gap(text, edit, self.page) if _goes_on(text, edit) else None
                # Behind its end it reads as badly as before it: the sign there may be a mark, and no loss at all.
                is_end = (rest is not None and rest.applied) or not _goes_on(text, edit)
                behind = text[edit.end : edit.end + _TELLING]
                is_end = is_end or (is_legible(behind) and not set(behind[:2]) & set(LOST))
                self.edits.append(edit if is_end else offered(edit))
                here = edit.end
                edit = rest

    def silent(self) -> None:
        """Runs that read better one byte later where nothing else showed it: mended, offered or just asked about."""
        for run in find_later(self.text):
            number = bisect_left(self.edits, run.end, key=_start)
            floor = self.edits[number - 1].end if number else 0
            if floor > run.start:
                if self._ends_in_a_gap(floor) and run.worth >= ASKED and run.end - floor >= _TELLING:
                    asked = Edit("R03", floor, run.end, self.text[floor : run.end], 0.3, applied=False)
                    self.edits.insert(number, asked)
                continue
            if not self.memory.effort.allows(run.start):
                if run.worth >= ASKED:
                    self.beyond.append((run.start, run.end))
                continue
            edit = self._best(sites(self.text, run.start, "later", floor), shown=False)
            if edit is None and run.worth >= ASKED and (run.end - run.start >= _TELLING or self.edits):
                edit = Edit("R03", run.start, run.end, self.text[run.start : run.end], 0.3, applied=False)
            elif edit is None or edit.start < floor or (self.edits[number:] and self.edits[number].start < edit.end):
                continue
            self.edits.insert(number, edit)

    def _ends_in_a_gap(self, end: int) -> bool:
        return self.text[end - 1] in LOST

    def _best(self, places: Sequence[Site], *, shown: bool) -> Edit | None:
        """The best reading of a place, remembered with the part of its line that tells it: most lines stay."""
        if not places:
            return None
        text, effort = self.text, self.memory.effort
        at = min(site.start for site in places)
        first = max(text.rfind("\n", 0, at) + 1, at - REACH)
        end = text.find("\n", at, at + LONGEST + REACH)
        window = text[first : end if end >= 0 else at + LONGEST + REACH]
        key = window, tuple((site.start - first, site.begin - first, site.marked, site.price) for site in places)
        known = self.memory.readings.get(key)
        again = known is not None
        if known is None:
            before = self.page.work.units
            edit = best_reading(text, places, self.page)
            edit = edit and replace(edit, start=edit.start - first, end=edit.end - first)
            known = self.memory.readings[key] = edit, self.page.work.units - before + PLACE
        edit, units = known
        effort.spend(at, units, again=again, shown=shown, mended=edit is not None and edit.applied)
        return edit and replace(edit, start=edit.start + first, end=edit.end + first)

    def found(self) -> list[Edit]:
        """All edits; in stretches beyond the measure nothing is mended, and what was not searched is taken together."""
        effort = self.memory.effort
        if not self.beyond and not effort.is_hopeless():
            return self.edits
        hopeless = effort.is_hopeless()
        edits = [offered(edit) if hopeless or effort.is_junk(edit.start) else edit for edit in self.edits]
        asked = [
            Edit("R03", start, end, self.text[start:end], 0.3, applied=False)
            for start, end in _stretches(self.text, sorted(self.beyond))
        ]
        return sorted([*apart(edits, asked), *asked], key=_start)


def _behind_a_gap(text: str, edit: Edit, page: Page) -> Edit | None:
    """The rest of a run behind a gap in it: of the character there even less is known, so more must stand out."""
    before = text[max(text.rfind("\n", 0, edit.start) + 1, edit.start - REACH) : edit.start]
    found = best_reading(text, [Site(edit.end, edit.end, before + edit.after)], page)
    if found is None or not found.applied or found.sure >= SURE:
        return found
    return offered(found)


def offered(edit: Edit) -> Edit:
    """The same, as a question."""
    if not edit.applied:
        return edit
    return replace(edit, applied=False, candidates=(edit.after.replace(GAP, GAP_SHOWN),))


def _start(edit: Edit) -> int:
    return edit.start


def _stretches(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that are near each other on a line as one."""
    first = last = -1
    for start, end in places:
        if first >= 0 and start - last < STRETCH and end - first <= LONGEST and "\n" not in text[first:end]:
            last = max(last, end)
        else:
            if first >= 0:
                yield first, last
            first, last = start, end
    if first >= 0:
        yield first, last


def _goes_on(text: str, edit: Edit) -> bool:
    """Whether the shift may have gone on behind a sign in the run: two halves are gone there, their others are not."""
    return edit.applied and text[edit.end - 1] in LOST and pair(text[edit.end : edit.end + 1] or "a") is not None
