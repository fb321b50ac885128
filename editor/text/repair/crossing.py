"""Residue that a byte-wise replacer put across the border of two characters (R02): 伯?dāng)?shù) was 伯數.

The second byte of one character and the first byte of the next were taken for a marked character, so the reading
stands between the halves of the next character; its first half swallowed the bracket and shows as ``?``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from editor.text.lexicon import folded, lexicon, traditional
from editor.text.repair.draft import Edit
from editor.text.repair.gbk import char, pair
from editor.text.repair.residue import LETTERS, plain, reads
from editor.text.repair.runs import Run, restored, runs
from editor.text.repair.scoring import Page, Place
from editor.text.repair.shift import GAIN_MARKED, MARGIN, Candidate

if TYPE_CHECKING:
    from editor.text.repair.residue import Learned

GARBLED, LIKELY = 11.0, 9.0
"""Cost of a character behind its neighbor from which on it is no text; mean cost of a character in text at most."""
MOST = 2000
"""Places looked at on one page in one round."""
_READING = f"[{LETTERS}]{{1,9}}"
_CROSSED = re.compile(
    rf"([\u3400-\u9fff])[?\ufffd][(（]?({_READING})[)）]"
    rf"(?:[?\ufffd][(（]?({_READING})[)）]|([@-~])(?:[(（]({_READING})[)）])?)?"
)
_LEFT = re.compile(rf"[?\ufffd][(（]?({_READING})[)）]|(?<=[^A-Za-z])[@-~][(（]({_READING})[)）]")


@cache
def by_reading() -> dict[str, tuple[str, ...]]:
    """Reading → characters that simplification changed, those that read so most often first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for one, entry in traditional().items():
        for reading, share in entry.readings.items():
            found.setdefault(reading, []).append((-share, one))
    return {reading: tuple(one for _, one in sorted(group)) for reading, group in found.items()}


def halves(before: str, reading: str) -> list[int]:
    """First bytes that the broken character can have: the second ones of marked characters across the border."""
    code = pair(before)
    if code is None:
        return []
    marked = (pair(one) for one in by_reading().get(plain(reading), ()))
    return list(dict.fromkeys(two[1] for two in marked if two and two[0] == code[1]))


def find(text: str, learned: Learned) -> list[Edit]:
    """Repairs of crossed residue."""
    if ")" not in text and "）" not in text:
        return []
    page = Page(text)
    edits: list[Edit] = []
    here = 0
    for number, match in enumerate(_CROSSED.finditer(text)):
        if number >= MOST:
            break
        if match.start() < here:
            continue
        leads = halves(match.group(1), match.group(2))
        if not leads or is_broken_off(text, match.start(1)):
            continue
        if match.group(3):
            edit = _doubled(match, leads, learned)
        elif match.group(4):
            edit = _single(text, match, leads, page)
        else:
            edit = _shifted(text, match, leads, page)
        if edit is not None:
            edits.append(edit)
            here = edit.end
    return edits


def find_left(text: str, learned: Learned) -> list[Edit]:
    """Readings of a damaged page that stand behind no character: what they belonged to is asked about."""
    if not learned.damaged:
        return []
    found = [match for match in _LEFT.finditer(text) if plain(match.group(1) or match.group(2)) in by_reading()]
    return [
        Edit("R03", *match.span(), match.group(), 0.3, applied=False) for match in found if _has_tone(match.group())
    ]


def _has_tone(reading: str) -> bool:
    return any("\x7f" < one < "\u0370" for one in reading)


def is_broken_off(text: str, at: int) -> bool:
    """Whether the character before a reading ends a garbled run: then the reading belongs to that run."""
    window = folded(text[max(0, at - 2) : at + 1])
    costs = [lexicon().pair(*two) for two in pairwise(window)]
    return len(costs) > 1 and min(costs) > GARBLED


def _doubled(match: re.Match[str], leads: list[int], learned: Learned) -> Edit | None:
    """The broken character is marked itself: its own reading stands behind its second half."""
    reading = plain(match.group(3))
    options = [one for one in by_reading().get(reading, ()) if (code := pair(one)) and code[0] in leads]
    known = [one for one in options if learned.readings.get(one) == reading]
    options = known or options
    if not options:
        return None
    before = folded(match.group(1))
    costs = {one: lexicon().pair(before, folded(one)) for one in options}
    order = sorted(options, key=costs.__getitem__)
    applied = len(order) == 1 or costs[order[1]] - costs[order[0]] >= MARGIN
    return Edit("R02", match.start() + 1, match.end(), order[0], 0.95, applied, () if applied else tuple(order))


def _single(text: str, match: re.Match[str], leads: list[int], page: Page) -> Edit | None:
    """The broken character's second half is a letter, so nothing is shifted; its own reading may stand behind it."""
    options = [one for lead in leads if (one := char(lead, ord(match.group(4))))]
    if match.group(5):
        options = [one for one in options if reads(one, match.group(5)) >= 0]
    start, line = match.start() + 1, text.rfind("\n", 0, match.start()) + 1
    last = text.find("\n", match.end())
    place = Place.of(page, text[max(line, start - 200) : start], text[match.end() : last if last >= 0 else None][:200])
    costs = {one: place.cost(one) for one in options}
    order = sorted((one for one in options if _is_text(one, place)), key=costs.__getitem__)
    if not order:
        return None
    applied = len(order) == 1 or costs[order[1]] - costs[order[0]] >= MARGIN
    return Edit("R02", start, match.end(), order[0], 0.95, applied, () if applied else tuple(order))


def _shifted(text: str, match: re.Match[str], leads: list[int], page: Page) -> Edit | None:
    """The broken character's second half shifted what follows; its first half is known by the reading."""
    start, line = match.start() + 1, text.rfind("\n", 0, match.start()) + 1
    best: list[Candidate] = []
    for run in runs(text, match.end(), start, marked=True):
        last = text.find("\n", run.end)
        place = Place.of(page, text[max(line, start - 200) : start], text[run.end : last if last >= 0 else None][:200])
        now = place.cost(text[start : run.end])
        for lead in leads:
            one = _with_lead(run, lead)
            if one is None:
                continue
            cost = place.cost(one)
            if now - cost >= GAIN_MARKED and _is_text(one, place):
                best.append(Candidate(one, run.end, cost))
    if not best:
        return None
    best.sort(key=lambda item: item.cost)
    others = [item for item in best[1:] if item.text != best[0].text and item.cost < best[0].cost + MARGIN]
    texts = tuple(dict.fromkeys(item.text for item in [best[0], *others]))
    return Edit("R02", start, best[0].at, best[0].text, 0.9, not others, () if not others else texts)


def _is_text(one: str, place: Place) -> bool:
    """Whether what comes out can be text: no pair after pair of strangers."""
    return (place.cost(one) - place.cost("")) / len(one) < LIKELY


def _with_lead(run: Run, lead: int) -> str | None:
    """The run with a known first byte in front of it; None when it does not decode or its end is lost."""
    first = char(lead, run.data[0])
    rest = restored(run)
    return None if first is None or rest is None else first + rest
