"""R03: all places of a page where a byte may be lost, looked at one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.text.repair.draft import GAP, GAP_SHOWN, Edit
from editor.text.repair.gbk import pair
from editor.text.repair.later import ASKED, Later, find_later
from editor.text.repair.runs import LONGEST, LOST
from editor.text.repair.scoring import Page
from editor.text.repair.shift import SURE, best_reading
from editor.text.repair.sites import Site, sites, suspects

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST, MOST_FAILED = 120, 40
"""Places looked at on one page: more is not damage but another kind of text."""
REACH = 250
"""Characters on each side of a run that can tell what it was."""
Memory = dict[tuple[str, tuple[tuple[int, int, bool, float], ...]], Edit | None]
"""Part of a line and the ways to read a place of it → the best of them."""


def find(text: str, *, gaps: bool = False, memory: Memory | None = None) -> list[Edit]:
    """Repairs of lost bytes, done where one candidate stands out, else offered.

    Args:
        text: The page.
        gaps: Whether U+FFFD on it are gaps that repair left itself, and no signs of what was lost.
        memory: What was found in an earlier round.
    """
    memory = {} if memory is None else memory
    page = Page(text)
    edits: list[Edit] = []
    here = looked = failed = 0
    for at, kind in suspects(text):
        if at < here or (gaps and text[at] == GAP_SHOWN):
            continue
        looked += 1
        if looked > MOST or failed > MOST_FAILED:
            break
        edit = _found(text, sites(text, at, kind, here), page, memory)
        failed += edit is None
        while edit is not None:
            edits.append(edit)
            here = edit.end
            edit = _behind_a_gap(text, edit, page) if _goes_on(text, edit) else None
    return sorted(edits + _silent(text, edits, page, memory), key=lambda edit: edit.start)


def _found(text: str, places: Sequence[Site], page: Page, memory: Memory) -> Edit | None:
    """The best reading of a place, remembered with the part of its line that tells it: most lines stay for a round."""
    if not places:
        return None
    at = min(site.start for site in places)
    first = max(text.rfind("\n", 0, at) + 1, at - REACH)
    end = text.find("\n", at)
    window = text[first : min(end if end >= 0 else len(text), at + LONGEST + REACH)]
    key = window, tuple((site.start - first, site.begin - first, site.marked, site.price) for site in places)
    if key not in memory:
        edit = best_reading(text, places, page)
        memory[key] = edit and replace(edit, start=edit.start - first, end=edit.end - first)
    known = memory[key]
    return known and replace(known, start=known.start + first, end=known.end + first)


def _silent(text: str, known: Sequence[Edit], page: Page, memory: Memory) -> list[Edit]:
    """Runs that read better one byte later where nothing else showed it: mended, offered or just asked about."""
    edits: list[Edit] = []
    for number, run in enumerate(find_later(text)):
        if number >= MOST:
            break
        floor = max((edit.end for edit in (*known, *edits) if edit.end <= run.start), default=0)
        if any(edit.start < run.end and run.start < edit.end for edit in (*known, *edits)):
            continue
        edit = _found(text, sites(text, run.start, "later", floor), page, memory)
        if edit is not None and all(edit.end <= one.start or one.end <= edit.start for one in (*known, *edits)):
            edits.append(edit)
        elif edit is None and run.worth >= ASKED:
            edits.append(_asked(text, run))
    return edits


def _asked(text: str, run: Later) -> Edit:
    """A run that is surely no text; what it was nobody can know."""
    return Edit("R03", run.start, run.end, text[run.start : run.end], 0.3, applied=False)


def _behind_a_gap(text: str, edit: Edit, page: Page) -> Edit | None:
    """The rest of a run behind a gap in it: of the character there even less is known, so more must stand out."""
    found = best_reading(text, [Site(edit.end, edit.end, edit.after)], page)
    if found is None or not found.applied or found.sure >= SURE:
        return found
    return replace(found, applied=False, candidates=(found.after.replace(GAP, GAP_SHOWN),))


def _goes_on(text: str, edit: Edit) -> bool:
    """Whether the shift went on behind a sign in the run: a whole pair is gone there, its other halves are not."""
    return (
        edit.applied
        and edit.after.endswith(GAP)
        and text[edit.end - 1] in LOST
        and pair(text[edit.end : edit.end + 1] or "a") is not None
    )
