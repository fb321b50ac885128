"""R03: a byte lost in GBK, which shifted all characters up to the next single byte.

A run of characters is taken back to its bytes; one byte is put in at each place that comes into question; what comes
out is compared with what stands there. Each candidate gives the very damage again when the byte is taken out, because
the rest of the run is decoded from its own bytes. Marks that were folded to half width on the way are part of the run.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.text.lexicon import folded, lexicon
from editor.text.repair.draft import GAP, GAP_SHOWN, Edit
from editor.text.repair.gbk import LEADS, TRAILS, char, pair, wide
from editor.text.repair.last import HORIZON, at_end, ends, filled
from editor.text.repair.later import is_shifted_before
from editor.text.repair.residue import READING, reads
from editor.text.repair.runs import LONGEST, Run, runs, shifted
from editor.text.repair.scoring import Page, Place
from editor.text.repair.sites import Site, is_text, is_text_throughout
from editor.text.repair.sureness import Evidence, sureness

if TYPE_CHECKING:
    from collections.abc import Sequence

GAIN_MARKED, GAIN_BARE, GIVEN = 9.0, 14.0, 20.0
MARGIN, WORD_MARGIN = 4.0, 1.5
"""By how much one reading must be likelier than the next; the second one by whole words alone."""
SURE_SIGN, SURE_APART, SURE_APART_HAN, SURE, SURE_TRAIL = 0.5, 0.6, 0.75, 0.96, 0.97
"""From where on the best candidate stands out: with the half of a mark in front, with that of a question mark behind
another sign (a mark, a Han character), else, with a lost second byte."""
LEAST_MARGIN, LEAST_MARGIN_SIGN = 1.5, 0.5
"""By how much the best candidate must at least be likelier than the next one; the second with the half of a mark."""
LEAST_SURE = 0.05
"""Less sure restorations of short runs are not even offered."""
SHORT = 2
"""Characters of a run with an open end that cannot tell what was lost."""
TELLING = 4
"""Characters of a run beyond which it shows by itself whether it reads better one byte later."""
LEAST_GAIN = 2.0
"""From here on a sign of loss with the half of a mark behind it is asked about."""
RIVAL = 4.0
"""By how much one way to read a suspect place must be likelier than another."""
NEAR = 7.0
CAPITAL, GLUED = 2.0, 6.0
"""What a single letter glued between Han characters costs more than its tables say, by its form."""
SPOKEN = 10.0
"""Worth of a reading behind the run that is the one of its last character."""
KEPT = 8
LEAST_PRICE = 5.0
"""What the restored character costs at the very least."""
EVIDENCE = 60
"""Characters of a run that are looked at to see whether it is damaged at all."""
TRAIL_LOST, TRAIL_LOST_AT_SIGN = 2.5, 6.5
"""Price of a lost second byte: what was seen on pages are lost first bytes."""
_SIGN_BYTES = {wide(mark) for mark in ",:;!?"}
_WIDE_LATIN = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
"""What hardly any page has, and what shifted bytes often look like."""
_PAIRED = "“”‘’「」『』〈〉《》（）。！？"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A restored stretch, where its restored character stands, its cost, and its cost by whole words alone."""

    text: str
    at: int
    cost: float
    words: float = 0.0


def candidates(run: Run, place: Place) -> list[Candidate]:
    """All restorations worth a thought, best first."""
    chars = shifted(run)
    if not run.open:
        return _ranked(run, place, chars[:-1], chars[-1:])
    if run.closing and run.length <= SHORT:  # too short to tell one half without the other
        return _ranked(run, place, chars[:-1], ends(run, place))
    return filled(_ranked(run, place, chars[:-1], [GAP]), run, place)


def _ranked(run: Run, place: Place, body: list[str | None], last: list[str] | list[str | None]) -> list[Candidate]:
    options = [
        (at, text + run.given) for end in last if end is not None for at, text in _promising(run, [*body, end], place)
    ]
    if not options:
        return []
    horizon = max(at for at, _ in options) + HORIZON
    quotes: dict[str, float] = {}
    found: dict[str, Candidate] = {}
    for at, text in options:
        whole = len(text) <= horizon
        sign = text[at] + text[-2:] if text[at] in _PAIRED or len(last) > 1 else ""
        if sign not in quotes:
            quotes[sign] = place.quotes(text)
        price = place.signs(text, at) + quotes[sign]
        price += 0.0 if run.marked or _keeps(run, at, text) else _price_of_trail(run, at)
        price += at_end(text.removesuffix("<"), run, place) if len(last) > 1 else 0.0
        cost = place.cost(text[:horizon], whole=whole) + price
        if text not in found or cost < found[text].cost:
            found[text] = Candidate(text, at, cost, price)
    order = sorted(found.values(), key=lambda item: item.cost)
    near = [item for item in order if item.cost < order[0].cost + NEAR]
    return [
        replace(item, words=item.words + place.cost(item.text[:horizon], whole=False, pairs=False)) for item in near
    ]


def _price_of_trail(run: Run, at: int) -> float:
    """A sign of the ASCII row is what a lost first byte leaves behind; elsewhere both halves are lost as easily."""
    return TRAIL_LOST_AT_SIGN if run.data[2 * at : 2 * at + 2] in _SIGN_BYTES else TRAIL_LOST


def _keeps(run: Run, at: int, text: str) -> bool:
    """Whether the restored character still has its second byte, which is the usual way of losing one."""
    code = pair(text[at])
    return code is not None and code[1] == run.data[2 * at]


def _promising(run: Run, chars: list[str | None], place: Place) -> list[tuple[int, str]]:
    """Places of the lost byte and bytes for it, by pairs of neighbors alone: the few that are worth a full look."""
    words = lexicon()
    shown = [_shown(run.data, number) for number in range(run.length)]
    before = folded(place.before[-1:]) or "^"
    behind = folded(place.after[:1])
    suffix = _suffix_costs(chars, behind)
    prefix = [0.0]
    for number, one in enumerate(shown[:-1]):
        prefix.append(prefix[-1] + words.pair(folded(shown[number - 1]) if number else before, folded(one)))
    places = range(1) if run.marked else range(run.length)
    bases = {number: prefix[number] + rest for number in places if (rest := suffix[number]) is not None}
    if not bases:
        return []
    least = min(bases.values())
    now = prefix[-1] + words.pair(folded(shown[-2]) if len(shown) > 1 else before, folded(shown[-1]))
    if run.length > TELLING and least + LEAST_PRICE > now:
        return []  # read one byte later it is no better: this is text
    limit = least + 20
    found: list[tuple[float, int, str]] = []
    for number, base in bases.items():
        if base > limit:
            continue
        left = folded(shown[number - 1]) if number else before
        right = folded(chars[number] or "")
        for lost in _options(run, number):
            one = folded(lost)
            found.append((base + words.pair(left, one) + words.pair(one, right), number, lost))
    place.page.work.units += len(found)
    found.sort()
    return [
        (number, "".join(shown[:number]) + lost + "".join(item or "" for item in chars[number:]))
        for _, number, lost in found[:30]
    ]


def _shown(data: bytes, number: int) -> str:
    return char(data[2 * number], data[2 * number + 1]) or "\ue000"


def _suffix_costs(chars: list[str | None], behind: str) -> list[float | None]:
    words = lexicon()
    costs: list[float | None] = [None] * len(chars)
    total: float | None = 0.0
    following = behind
    for number in range(len(chars) - 1, -1, -1):
        one = chars[number]
        if one is None or total is None:
            return costs
        total += words.pair(folded(one), following) if following else 0.0
        costs[number] = total
        following = folded(one)
    return costs


def _options(run: Run, number: int) -> list[str]:
    """What the broken character may have been: its first byte lost, or (with no sign of it) its second."""
    half = run.data[2 * number]
    found = [one for lead in LEADS if (one := char(lead, half))]
    if not run.marked:
        found += [one for trail in TRAILS if (one := char(half, trail)) and one not in found]
    return found


def best_reading(text: str, places: Sequence[Site], page: Page) -> Edit | None:
    """The best of the ways to read a suspect place; None when it is likelier right as it stands."""
    found: list[tuple[float, Run, list[Candidate], bool]] = []
    before = ""
    for site in places:
        line = text.rfind("\n", 0, site.start) + 1
        before = site.restored or text[max(line, site.start - 200) : site.start]
        best: tuple[float, Run, list[Candidate]] | None = None
        for run in runs(text, site.begin, site.start, marked=site.marked):
            last = text.find("\n", run.end)
            place = Place.of(page, before, text[run.end : last if last >= 0 else None][:200])
            if text[site.start] == GAP_SHOWN and run.open and text[run.end - 1] == "?":
                continue  # where the page shows ``?`` for what is lost, this sign is a gap that repair left itself
            options = candidates(run, place)
            if not options:
                continue
            gain = _gain(text, run, place, options[0]) - site.price
            if best is None or gain > best[0]:
                best = gain, run, options
        if best is not None:
            found.append((*best, site.asked))
    if not found:
        return None
    found.sort(key=lambda one: -one[0])
    gain, run, options, asked = found[0]
    at = places[0].start
    outcome = _outcome(text, at, run, options[0])
    rivals = [one for one in found[1:] if one[0] > gain - RIVAL and _outcome(text, at, one[1], one[2][0]) != outcome]
    others = [(other, option) for _, other, more, _ in rivals for option in more[:2]]
    edit = _decided(gain, run, options, others, before)
    if (
        edit is None
        or not edit.applied
        or not (asked or is_shifted_before(text, edit.start) or _began_earlier(text, edit))
    ):
        return edit
    if _began_earlier(text, edit):
        return Edit("R03", edit.start - 1, edit.end, text[edit.start - 1 : edit.end], 0.3, applied=False)
    return replace(edit, applied=False, candidates=(edit.after.replace(GAP, GAP_SHOWN),))


def _began_earlier(text: str, edit: Edit) -> bool:
    """Whether the byte that was put in stands in front already, as the half of a character that is shifted too."""
    before, first = pair(text[edit.start - 1 : edit.start] or " "), pair(text[edit.start])
    return before is not None and first is not None and char(before[1], first[0]) == edit.after[:1]


def _outcome(text: str, at: int, run: Run, one: Candidate) -> str:
    """The surroundings of a place with a candidate in it, to tell whether two ways to read it come to the same."""
    first = max(0, at - EVIDENCE)
    return text[first : run.start] + one.text + text[run.end : at + LONGEST + EVIDENCE]


def _gain(text: str, run: Run, place: Place, best: Candidate) -> float:
    """How much likelier the line is with the best candidate than as it stands."""
    shown = text[run.start : run.end]
    whole = len(shown) <= EVIDENCE
    now = place.cost(shown[:EVIDENCE], whole=whole) + place.quotes(shown)
    then = place.cost(best.text[: EVIDENCE + 1 - run.marked], whole=whole)
    then += place.signs(best.text, best.at, elsewhere=False)
    if run.tail and "\u3400" <= place.after[:1] <= "\u9fff":
        now += CAPITAL if run.tail.isupper() else GLUED
    spoken = READING.match("一" + place.after[:12]) if run.tail else None
    if spoken:
        now += SPOKEN if reads(best.text[-1], spoken.group(2)) >= 0 else -SPOKEN
    return now - then - place.quotes(best.text) + (GIVEN if run.given else 0.0)


def _sure_from(run: Run, best: Candidate) -> float:
    """How sure the best candidate must be: least where a folded mark shows how the damage came about."""
    sign = run.data[2 * best.at : 2 * best.at + 2]
    if _WIDE_LATIN.match(best.text, best.at):
        return math.inf
    if run.open and not run.given and run.length <= SHORT:
        return math.inf if run.length < SHORT else SURE_TRAIL
    if sign == wide("?") and not run.apart and run.length <= SHORT + 1:
        return math.inf
    if sign in _SIGN_BYTES and (sign != wide("?") or run.apart):
        is_mark = best.text[best.at] < "\u3400" or best.text[best.at] > "\u9fff"
        return SURE_SIGN if sign != wide("?") else SURE_APART if is_mark else SURE_APART_HAN
    return SURE if run.marked or _keeps(run, best.at, best.text) else SURE_TRAIL


def _decided(
    gain: float, run: Run, found: list[Candidate], rivals: list[tuple[Run, Candidate]], before: str
) -> Edit | None:
    need = GAIN_MARKED if run.marked else GAIN_BARE
    doubtful = gain < need or not (is_text(found[0].text, before) and is_text_throughout(found[0].text))
    if gain < (LEAST_GAIN if run.data[:2] in _SIGN_BYTES and run.end - run.start > run.length else need):
        return None
    best = found[0]
    others = found[1:]
    margin = others[0].cost - best.cost if others else NEAR
    agreed = min((item.words for item in others), default=best.words + NEAR) - best.words
    sign = run.data[2 * best.at : 2 * best.at + 2] in _SIGN_BYTES
    sure = sureness(Evidence(margin, agreed, run.marked, sign, run.length), before, best.text, best.at)
    if (
        not rivals
        and not doubtful
        and margin >= (LEAST_MARGIN_SIGN if sign else LEAST_MARGIN)
        and sure >= _sure_from(run, best)
    ):
        start = run.start + (0 if run.marked else best.at)
        return Edit("R03", start, run.end, best.text[0 if run.marked else best.at :], sure)
    if run.length < SHORT and run.tail and sure < LEAST_SURE:
        return None
    near = [best, *others][:KEPT]
    cut = 0 if run.marked else min(item.at for item in near)
    texts = [item.text[cut:].replace(GAP, GAP_SHOWN) for item in near]
    texts += [
        item.text.replace(GAP, GAP_SHOWN) for other, item in rivals if (other.start, other.end) == (run.start, run.end)
    ]
    return Edit("R03", run.start + cut, run.end, texts[0], min(sure, 0.9), applied=False, candidates=tuple(texts))
