r"""R03: a character whose second byte is an ASCII one and whose first is lost: 企?I was 企業 (98 49).

Nothing is shifted then; a letter or sign stands alone amid Chinese text. Without a sign of the loss only ``^ \ { } ` ``
are looked at everywhere, which nobody types between two Han characters; single letters only where a page shows damage
of other kinds. All of it only in Traditional text, where such characters are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from editor.text.lexicon import folded, lexicon
from editor.text.repair.draft import Edit
from editor.text.repair.gbk import LEADS, char, pair
from editor.text.repair.later import is_shifted_before
from editor.text.repair.residue import READING, reads
from editor.text.repair.scoring import Page, Place
from editor.text.repair.shift import KEPT, MARGIN, NEAR, WORD_MARGIN, Candidate

_HAN = "\u4e00-\u9fff"
_BESIDE = f"{_HAN}，。、；：“”《》（）「」"
_LONE = re.compile(
    rf"(?<=[{_BESIDE}])(?:[?\ufffd]([@-~])|([\\^`{{}}]))(?=[{_HAN}，。、；：！？”》）]|[(（][a-zà-ÿāēěīōūǎǐǒǔ]+[)）])"
    rf"|(?<=[{_BESIDE}])([@A-Z\[\]_a-z|~])(?=[{_BESIDE}]|[(（][a-zà-ÿāēěīōūǎǐǒǔ]+[)）])"
)
_WORDS = re.compile(
    "[ABHSG]股|[BD]超|[KTQ]恤|T[恤台臺]|K[歌線线]|X[光射染]|Y染|[UVTLSOYZ][型形字盤盘]|[ABCDEFG][級级組组座區区棟栋館馆款類类班等]"
    "|[AB]角|[CDEFG]位|Q[版幣币]|[Nn][次個个多]|[xyz][軸轴]|[ehip][時时路指人值]|[張王李劉陳杨黃赵吴周徐某小阿][A-Z]|[甲乙][ABC]"
)
"""Letters that are words beside a Han character."""
_SHOWN = 14.0
"""What a sign of loss or a lone sign costs where it stands."""
_LETTER_SHOWN = 10.0
"""The same of a letter: it may be a name."""
_GAIN = 4.0
_LETTER_MARGIN = 3.0
_GARBLED = 9.5
MOST = 100
_REACH = 220
"""Characters on each side that tell what a half was."""
Memory = dict[tuple[str, int, str, bool], Edit | None]
"""What is known of a half and its surroundings, by the script of the page and whether it is damaged."""


def find(text: str, *, damaged: bool = False, memory: Memory | None = None) -> list[Edit]:
    """Lone second halves, put right where one character stands out, else offered.

    Args:
        text: The page.
        damaged: Whether it shows other damage.
        memory: What was found in an earlier round.
    """
    memory = {} if memory is None else memory
    page = Page(text)
    letters = damaged and page.script == "hant"
    if not letters and "?" not in text and "\ufffd" not in text and not re.search(r"[\\^`{}]", text):
        return []
    edits: list[Edit] = []
    looked = 0
    for match in _LONE.finditer(text):
        if match.group(3) and (not letters or _WORDS.search(text, max(0, match.start() - 1), match.end() + 1)):
            continue
        if not match.group(1) and page.script != "hant":
            continue
        looked += 1
        if looked > MOST:
            break
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        key = text[start : match.end() + _REACH].partition("\n")[0], match.start() - start, page.script, damaged
        if key not in memory:
            edit = _judged(text, match, page, damaged=damaged)
            memory[key] = edit and replace(edit, start=edit.start - start, end=edit.end - start)
        known = memory[key]
        edit = known and replace(known, start=known.start + start, end=known.end + start)
        edits += [edit] if edit else []
    return edits


def _is_garbled(text: str, end: int) -> bool:
    """Whether the characters up to a place do not go together."""
    line = folded(text[max(0, end - 3) : end].rpartition("\n")[2])
    costs = [lexicon().pair(*two) for two in pairwise(line)]
    return bool(costs) and sum(costs) / len(costs) > _GARBLED


def _may_be_longer(text: str, start: int, half: int, best: str) -> bool:
    """Whether the sign or character in front may be damage too, so that more was lost than the half's other one."""
    if text[start] == "\ufffd":
        return True  # as a rule it stands for a character of its own, which would go with it
    before = pair("？" if text[start] == "?" else text[start - 1])
    return before is not None and char(before[1], half) == best


def _judged(text: str, match: re.Match[str], page: Page, *, damaged: bool) -> Edit | None:
    if _is_garbled(text, match.start()) or is_shifted_before(text, match.start()):
        return None  # the end of a longer run that could not be restored
    half = ord(match.group(1) or match.group(2) or match.group(3))
    start, end = match.span()
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    place = Place.of(page, text[max(first, start - 200) : start], text[end : last if last >= 0 else None][:200])
    options = [one for lead in LEADS if (one := char(lead, half))]
    spoken = READING.match("一" + place.after[:12])
    if spoken:
        before = pair(text[start - 1])
        crossed = char(before[1], half) if before else None
        if crossed and reads(crossed, spoken.group(2)) >= 0:
            return None  # the last character of a run that is shifted
        options = [one for one in options if reads(one, spoken.group(2)) >= 0]
        place = Place(page, place.before, place.after[spoken.end() - 1 :])
    found = sorted(
        (Candidate(one, 0, place.price(one, 0), place.cost(one, pairs=False)) for one in options),
        key=lambda item: item.cost,
    )
    if not found:
        return None
    apart = place.cost("") + (_LETTER_SHOWN if match.group(3) else _SHOWN)
    best, others = found[0], [item for item in found[1:] if item.cost < found[0].cost + NEAR]
    sure = apart - best.cost >= _GAIN
    if not sure and not (damaged and match.group(1) and page.script == "hant"):
        return None
    margin = others[0].cost - best.cost if others else NEAR
    agreed = min((item.words for item in others), default=best.words + NEAR) - best.words
    needed = MARGIN + 2 * bool(match.group(2)) + _LETTER_MARGIN * bool(match.group(3))
    applied = sure and (bool(spoken and len(found) == 1) or (margin >= needed and agreed >= WORD_MARGIN))
    applied = applied and not _may_be_longer(text, start, half, best.text)
    texts = tuple(item.text for item in [best, *others][:KEPT])
    return Edit("R03", start, end, best.text, 0.9 if applied else 0.5, applied, () if applied else texts)
