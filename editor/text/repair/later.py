"""Runs that read far better one byte later than as they stand: what a lost byte leaves without any sign of it.

A shift that begins somewhere in a run of two-byte characters lasts until the run ends. So for each run the costs of its
last characters are summed up from the end, as they stand and one byte later; where the sum is largest, the shift began.
Clean text never reads well one byte later, however rare its words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.text.lexicon import folded, lexicon
from editor.text.repair.gbk import char, pair, wide
from editor.text.repair.places import is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator

SUSPECT = 9.0
"""By how much (in nats, by pairs of neighbors) a run must read better to be looked at more closely."""
ASKED = 16.0
"""From here on a person is asked about it even when no restoration stands out."""
GLUED = 6.0
"""What a single letter between Han characters adds: nobody writes 就墙o我們."""
_RUN = re.compile("(?:[^\\x00-\xff\u2010-\u2017\ufffd\ufdd0]|[!,:;](?=[^\\x00-\xff\u2010-\u2017\ufffd\ufdd0]))+")
_SHOUTED = re.compile("[！？!?]{2}$")
_LETTERS = re.compile("[\u3400-\u9fff\ue000-\uf8ff]")
_LAST, _NEAR = 3, 12
_SHIFTED = 6.0
_ODD_END = 8.5
"""Mean cost of the last characters of a run from which on it may be shifted."""
_LONGEST = 400
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_FIGURE = 5.0
"""Cost of a full-width figure or letter at most: some pages have them throughout."""
_TEXT = 10.0
"""Mean cost of the characters up to which what is read one byte later can be text."""
_NOTHING = 14.0
"""Cost of a pair of bytes that stands for no character."""
_LETTER = re.compile("[@-~](?![@-~])")
_HAN_NEXT = re.compile("[\u4e00-\u9fff，。、；：！？“”‘’》）]|[(（][a-zà-ÿāēěīōūǎǐǒǔ]+[)）]")


@dataclass(frozen=True, slots=True)
class Later:
    """A run that reads better one byte later.

    Attributes:
        start: Where that begins.
        end: Where the run ends.
        worth: By how much it reads better, in nats.
    """

    start: int
    end: int
    worth: float


def find_later(text: str) -> Iterator[Later]:
    """Such runs, in the order of the text."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if end - start == 1 or not _ends_oddly(text[max(start, end - _LAST - 1) : end]):
            continue
        if _SHOUTED.search(text, start, end):
            continue
        if is_japanese(text, max(start, end - 20), end):
            continue
        found = _worth(text, max(start, end - _LONGEST), end)
        if found is not None and found.worth >= SUSPECT and _LETTERS.search(text, found.start, found.end):
            yield found


def is_shifted_before(text: str, end: int) -> bool:
    """Whether the characters up to a place are the end of such a run."""
    last = 0
    for match in _RUN.finditer(text, max(0, end - _NEAR), end):
        last = match.start() if match.end() == end else 0
    found = _worth(text, last, end) if 0 < last < end - 1 else None
    return found is not None and found.worth >= _SHIFTED


def _ends_oddly(tail: str) -> bool:
    words = lexicon()
    line = folded(tail)
    costs = [words.pair(line[at - 1], line[at]) for at in range(1, len(line))]
    return sum(costs) / len(costs) >= _ODD_END


def _worth(text: str, start: int, end: int) -> Later | None:
    """Where the shift of a run would have begun, and what it is worth."""
    words = lexicon()
    shown = folded(text[start:end])
    codes = [pair(one) or (wide(one) if one.isascii() else None) for one in text[start:end]]
    tail = _LETTER.match(text, end)
    glued = bool(tail and _HAN_NEXT.match(text, end + 1))
    last = char(codes[-1][1], ord(text[end])) if tail and codes[-1] else None
    following, total, best, begin = last, GLUED if glued else 0.0, 0.0, end
    read = 0.0
    if last:
        behind = folded(text[end + 1 : end + 2])
        total += _cost("ａ", behind) - _cost(folded(last), behind) if glued and behind not in "(（" else 0.0
    for at in range(len(codes) - 1, 0, -1):
        one, before = codes[at], codes[at - 1]
        if one is None or before is None:
            break
        later = char(before[1], one[0])
        now = words.pair(shown[at - 1], shown[at])
        if _FULL_WIDTH.match(shown, at):
            now = min(now, _FIGURE)
        then = _NOTHING if later is None else _cost(folded(later), folded(following) if following else "")
        total += now - then
        read += then
        if total > best and read <= _TEXT * (len(codes) - at):
            best, begin = total, start + at - 1
        following = later
    return Later(begin, end, best) if best else None


def _cost(first: str, second: str) -> float:
    if not second:
        return lexicon().single(first) - 3 if first else 0.0
    return lexicon().pair(first, second)
