"""Where a run of shifted characters may begin.

At a sign of loss, at a mark that is half of two characters, or somewhere before a strange character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING

from editor.text.lexicon import folded, lexicon, traditional
from editor.text.repair.draft import GAP
from editor.text.repair.gbk import ASCII_END, char, pair
from editor.text.repair.marks import clause_asks
from editor.text.repair.places import is_japanese
from editor.text.repair.residue import LETTERS
from editor.text.repair.runs import LOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SIGN_AND_MARK = re.compile("[?\ufffd][!,:;?！，：；？]+$")
_SIGNS = re.compile(
    "(?:(?<!\ufffd)[?？](?!\\?\\?)|\ufffd(?![?？]{2}))(?=[!-/0-9:;<=>?@A-Za-z]?[^\\x00-\xff]|[!,:;?！，：；？]{1,3}(?:[^\\x00-\xff]|[?\ufffd@-~]))"
)
_MARKS = re.compile(
    "(?<![?？\ufffd])(?:[！；：？，％（）!;:?,]"
    f"(?=[^\\x00-\x7f\ufffd]|[@-~?][\u3400-\u9fff]|[@-~][(（][{LETTERS}]{{1,9}}[)）])|[！!](?=[?\ufffd]/?[a-z0-9]))"
)
_WITH_SIGN = set("!,:;?！，：；？")
_WORD_OF_LETTERS = re.compile(".?(?:[\u0391-\u03c9]{2}|[\u0400-\u0451]{2}|[\u3041-\u3096]{2}|[\u30a1-\u30fc]{2})")
"""Greek, Russian, Japanese: letters of one alphabet side by side are hardly ever what shifted bytes look like."""
_STRANGE_AVERAGE = 9.5
_GARBLED_AVERAGE = 9.0
"""Mean cost of pairs of neighbors from which on they are no text."""
_STRANGER, _FIRST, _LOOK = 11.5, 4, 12
"""Cost of a pair from which on its characters are strangers, and how far a stretch is looked at."""
_PART, _GARBLE = 5, 11.5
"""Pairs of a part of a long stretch, and their mean cost from which on it is no text."""
_SIGN_WIDENED = 12.0
"""Price of taking a full-width ``？`` for a sign of loss: as a rule it is the bytes of one."""
_MARK_FOLDED = -1.0
"""Price of taking a half-width ``?`` for the bytes of a mark: what comes out has one character more."""
_MARK_WHOLE = 6.0
"""Price of leaving a mark before garble as it is: as a rule it is half of what was lost."""

_FEW_BYTES = 8
"""Bytes that may end in the middle of a character: too few to tell anything by."""
_BACK = 40
"""Characters before a strange one among which its run can begin."""
_LEFT, _BEFORE_MARK = 2, 3.0
"""Characters before a mark that may be shifted already (抖。” bare of a byte is 丁！迸), and the price of that."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where an edit would begin, where its run begins, and what was just restored in front of it.

    Attributes:
        start: Where the edit would begin.
        begin: Where the run begins.
        restored: What was just restored in front of it.
        marked: Whether the lost byte is the one in front of the run.
        price: What reading the place like this costs.
        asked: Whether a person is asked in any case.
    """

    start: int
    begin: int
    restored: str = ""
    marked: bool = True
    price: float = 0.0
    asked: bool = False


def sites(text: str, at: int, kind: str, floor: int) -> list[Site]:
    """The ways to read a suspect place."""
    if kind in {"strange", "later"}:
        site = _bare_site(text, at, floor)
        return [site] if site else []
    if text[at] in LOST:
        found = _at_sign(text, at)
        # In a question a sign is a question mark as a rule: then nothing stands for what was lost.
        is_mark = text[at] != "\ufffd" and len(found) > 1 and clause_asks(text, at)
        return [replace(site, asked=True) for site in found] if is_mark else found
    bare = None if text[at + 1] in "?\ufffd" else _bare_site(text, at + 1, max(floor, at + 1))
    found = [Site(at, at), *([replace(bare, price=_MARK_WHOLE, asked=True)] if bare else [])]
    first = at
    while first > max(floor, at - _LEFT) and (pair(text[first - 1]) or b"\0")[-1] >= ASCII_END:
        first -= 1
    return found if first == at else [*found, Site(first, first, marked=False, price=_BEFORE_MARK)]


def _at_sign(text: str, at: int) -> list[Site]:
    if text[at] in "?？" and text[at + 1 : at + 2] in _WITH_SIGN:
        return [Site(at, at + 1)]
    if text[at] == "？":
        return [Site(at, at), Site(at, at + 1, price=_SIGN_WIDENED)]
    if text[at] == "?":
        return [Site(at, at, price=_MARK_FOLDED), Site(at, at + 1)]
    return [Site(at, at + 1)]


def _bare_site(text: str, at: int, floor: int) -> Site | None:
    first = max(_start_of(text, at), floor)
    if is_japanese(text, at - 20, at + 20):
        return None
    if text[first - 1 : first] in {"?", "\ufffd"} or _SIGN_AND_MARK.search(text, max(0, first - 3), first):
        return None  # judged already as the run behind that sign
    return Site(first, first, marked=False)


def suspects(text: str, allows: Callable[[int], bool]) -> Iterator[tuple[int, str]]:
    """Places where a run may begin: a sign of loss, a mark amid garble, a strange character (somewhere before it).

    Strange characters are only told of where a search ``allows`` to look: what is not searched shows by the others.
    """
    odd = _strange()
    signs = (
        (match.start(), "sign")
        for match in _SIGNS.finditer(text)
        if match.group() != "？"
        or odd.search(text, match.end(), match.end() + 12)  # a full-width one is real as a rule
    )
    marks = ((match.start(), "mark") for match in _MARKS.finditer(text) if is_garble(text, match.start()))
    strange = (
        (match.start(), "strange")
        for match in odd.finditer(text)
        if allows(match.start())
        and not _WORD_OF_LETTERS.match(text, max(0, match.start() - 1))
        and is_odd(text, match.start())
    )
    return merge(signs, marks, strange)


_cache: dict[str, re.Pattern[str]] = {}


def _strange() -> re.Pattern[str]:
    if "odd" not in _cache:
        known = lexicon().singles
        common = {one for one in known if "\u4e00" <= one <= "\u9fff"}
        common |= {old for old, entry in traditional().items() if entry.simplified in common}
        odd = "".join(chr(code) for code in range(0x4E00, 0xA000) if chr(code) not in common)
        _cache["odd"] = re.compile(f"[{odd}\u0391-\u0451\u2500-\u25ff\u3041-\u30ff\u3105-\u3129\ue000-\uf8ff]")
    return _cache["odd"]


def is_odd(text: str, at: int) -> bool:
    """Whether the neighbors of a strange character do not go together either."""
    words = lexicon()
    window = folded(text[max(0, at - 2) : at + 3])
    costs = [words.pair(window[number - 1], window[number]) for number in range(1, len(window))]
    return bool(costs) and sum(costs) / len(costs) > _STRANGE_AVERAGE


def is_garble(text: str, at: int) -> bool:
    """Whether what follows a mark is no text, up to a single letter at its end."""
    words = lexicon()
    if _WORD_OF_LETTERS.match(text, at) or is_japanese(text, at, at + 20):
        return False
    window = folded(text[at : at + 5])
    total = 0.0
    for number in range(1, min(4, len(window))):
        one = window[number]
        if one in {"\n", " "}:
            return False
        if one in "?\ufffd":
            return (number > 1 or window[0] == "！") and (total + 12.0) / number > _GARBLED_AVERAGE
        if "@" <= one <= "~":
            following = window[number + 1 : number + 2]
            glued = "\u3000" <= following <= "\uffee" or following in {"(", "（"}
            return glued and (not one.isupper() or (total + 12.0) / number > _GARBLED_AVERAGE)
        total += words.pair(window[number - 1], one)
    return total / max(1, min(3, len(window) - 1)) > _GARBLED_AVERAGE and reads_later(text, at + 1)


def reads_later(text: str, at: int) -> bool:
    """Whether what follows is likelier one byte later than as it stands; a quick look at a few characters."""
    data = b""
    for one in text[at : at + 7]:
        code = pair(one)
        if code is None:
            break
        data += code
    later = [char(data[place], data[place + 1]) for place in range(1, len(data) - 1, 2)]
    if None in later:
        return len(data) < _FEW_BYTES
    words = lexicon()
    now = [words.pair(*two) for two in pairwise(folded(text[at : at + len(later) + 1]))]
    then = [words.pair(*two) for two in pairwise(folded("".join(one or "" for one in later)))]
    return not now or not then or sum(then) / len(then) < sum(now) / len(now) + 1


def is_text_throughout(stretch: str) -> bool:
    """Whether no part of a long stretch is garble: a second slip may have ended the shift before its end."""
    words = lexicon()
    costs = [words.pair(*two) for two in pairwise(folded(stretch.partition(GAP)[0]))]
    return all(sum(costs[at : at + _PART]) / _PART < _GARBLE for at in range(len(costs) - _PART + 1))


def is_text(stretch: str, before: str) -> bool:
    """Whether no character of a stretch is a stranger to both its neighbors."""
    words = lexicon()
    window = folded(before[-1:] + stretch.partition(GAP)[0][:_LOOK])
    costs = [words.pair(*two) for two in pairwise(window)]
    first = costs[:_FIRST]
    if len(first) == _FIRST and sum(first) / _FIRST > _STRANGE_AVERAGE:
        return False
    return not any(min(two) > _STRANGER for two in pairwise(costs))


def _start_of(text: str, at: int) -> int:
    """How far back the run of a strange character may begin: behind the last place where the text is surely right."""
    start = at
    while start > 0 and at - start < _BACK:
        code = pair(text[start - 1])
        if code is None:
            return start - 1 if text[start - 1] in "!,:;" else start
        if code[1] < ASCII_END:
            return start
        start -= 1
    return start
