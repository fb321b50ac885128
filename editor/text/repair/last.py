"""The last character of a run of which only the first byte is left: what the other one may have been.

A program shows ``?`` for a byte that is no character together with the next one. So what it can have been depends on
what follows: before a tag or the end of a line it is anything; before another character it is a byte that makes no pair
with the first byte of that character. In GB18030 that is 80 alone (個 is 82 80), in GBK a few more.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from editor.text.lexicon import folded, lexicon, traditional
from editor.text.repair.draft import GAP
from editor.text.repair.gbk import TRAILS, char, pair
from editor.text.repair.scoring import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.text.repair.runs import Run
    from editor.text.repair.shift import Candidate

HORIZON = 10
"""Characters before the last one that help to tell what it was."""
END_MARGIN, INNER_MARGIN = 3.0, 5.0
"""By how much a last character must be likelier than the next one: at the end of a line, inside it."""
HIDDEN = 4.0
"""Worth of the second byte 80, which every program hides, beside those that only some do."""
HIDDEN_COST = 9.0
"""Cost of a character with the second byte 80 up to which it is taken: as a rule nothing else can be hidden there."""
_FULL_STOP = 1.5
"""Worth of a full stop at the end of a line: what is written there as a rule."""
_CLOSING = "。”’」』》）】…！？"
_PAUSES = "。，、；：！？"
_CLASH = 8.0
_MOST = 12
_GARBLED = 9.0
"""Mean cost of pairs of neighbors from which on what follows is no text."""
_FIRST = 5
_BEHIND_FIGURES = frozenset(
    "月日年号號时時点點分秒周天岁歲个個人名位户戶家口所间間座栋棟处處条條件项項次场場届屆级級层層楼段期版章篇首号只隻头頭"
    "匹辆輛艘架台套本张張万萬亿億千百多余餘元角块塊吨噸斤克米里平公亩畝倍成度，。、；：）”"
)
_NO_LEAD, _MARKS = 0x80, 0xA3


def filled(found: list[Candidate], run: Run, place: Place) -> list[Candidate]:
    """The last character put in where one stands out; else the gap stays."""
    if not found:
        return found
    before = found[0].text.partition(GAP)[0]
    end = _best(before, run, place)
    return [replace(item, text=item.text.replace(GAP, end)) for item in found] if end else found


def _best(before: str, run: Run, place: Place) -> str:
    """What stands out as the last character; nothing when nothing does."""
    following = None if run.given or run.reading else pair(place.after[:1] or "\n")
    if following is None:
        # Where ``?`` is shown a digit may have been swallowed; a mark of the row A3 may be any other.
        if not run.closing or (run.data[-1] == _MARKS and place.after.strip()):
            return ""
        return _outstanding(before, ends(run, place), run, place)
    if is_legible(place.after):
        if run.shown == "?" and _may_be_swallowed(place):
            return ""
        return _outstanding(before, _known(run.data[-1], _hiding(following[0])), run, place)
    one = char(run.data[-1], _NO_LEAD)
    near = Place(place.page, place.before if len(before) < HORIZON else "", "")
    tail = before[-HORIZON:]
    return one if one and near.cost(tail + one) - near.cost(tail) < HIDDEN_COST else ""


def _outstanding(before: str, options: list[str], run: Run, place: Place) -> str:
    near = Place(place.page, place.before if len(before) < HORIZON else "", place.after)
    tail = before[-HORIZON:]
    around = (near.before + tail)[-3:]
    hidden = char(run.data[-1], _NO_LEAD)
    costs = {
        one: near.cost(tail + one + run.given)
        + place.quotes(before + one + run.given)
        + _CLASH * (one in _PAUSES and before[-1:] in set(_PAUSES))
        + at_end(before[-1:] + one, run, place)
        - _FULL_STOP * (one == "。" and run.closing)
        - place.page.elsewhere(around + one + place.after[:3], len(around))
        - HIDDEN * (one == hidden)
        for one in options
    }
    order = sorted(costs, key=costs.__getitem__)
    if not order:
        return ""
    if _leaves_open(place.before + before, order):
        return ""
    margin = END_MARGIN if not place.after.strip() or run.given or run.reading else INNER_MARGIN
    return order[0] if len(order) == 1 or costs[order[1]] - costs[order[0]] >= margin else ""


def _leaves_open(before: str, order: list[str]) -> bool:
    """Whether a quotation stays open that another last character would close: a sentence may end without its stop."""
    for opening, closing in ("“”", "「」", "‘’"):
        if before.count(opening) > before.count(closing):
            return order[0] not in {closing, "…"} and closing in order
    return False


def at_end(text: str, run: Run, place: Place) -> float:
    """Price of a line that ends without a mark."""
    line_ends = run.given == "<" or not place.after.strip()
    return place.line_end(text[-1:], text[-2:-1]) if line_ends else 0.0


def ends(run: Run, place: Place) -> list[str]:
    """What the last character may have been before a tag, a reading or the end of a line."""
    options = _known(run.data[-1], TRAILS)
    if run.reading:
        known = traditional()
        options = [found for found in options if found in known and run.reading in known[found].readings]
    words = lexicon()
    following = folded(place.after[:1])
    before = folded(_before_end(run))
    costs = {
        found: words.pair(before, folded(found)) + (words.pair(folded(found), following) if following else 0.0)
        for found in options
    }
    order = sorted(options, key=costs.__getitem__)
    return [one for place, one in enumerate(order) if place < _MOST or one in _CLOSING]


def _known(lead: int, trails: Iterable[int]) -> list[str]:
    return [found for trail in trails if (found := char(lead, trail))]


@cache
def _hiding(lead: int) -> tuple[int, ...]:
    """Bytes that are no character of GBK together with a first byte behind them."""
    return tuple(trail for trail in TRAILS if trail >= _NO_LEAD and char(trail, lead) is None)


def _may_be_swallowed(place: Place) -> bool:
    """Whether a digit may have stood between: 设计，4月 shows as 设疲?月 where the next byte was taken along."""
    swallows = place.page.swallows
    return place.after[:1] in _BEHIND_FIGURES if swallows is None else swallows


def is_legible(after: str) -> bool:
    """Whether what follows reads well as it stands: then the shift ended before it."""
    words = lexicon()
    line = folded(after[:_FIRST])
    costs = [words.pair(line[at - 1], line[at]) for at in range(1, len(line))]
    return not costs or sum(costs) / len(costs) < _GARBLED


def _before_end(run: Run) -> str:
    return (char(run.data[-3], run.data[-2]) if run.length > 1 else None) or "，"
