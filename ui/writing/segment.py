"""Words, for double-click and Ctrl+arrows: runs of one script; Han text by whoever knows words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeAlias

Segmenter: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]
"""Text → (start, end) in code points, in order, without gaps or overlaps."""

_PART = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)"
    r"|[A-Za-z0-9\u00c0-\u024f０-９Ａ-Ｚａ-ｚ]+(?:[.'’_-][A-Za-z0-9\u00c0-\u024f]+)*[%％]?"
    r"|[\u3040-\u30ff]+|[\uac00-\ud7af]+|\s+|(.)\2*",
    re.DOTALL,
)
_FUNCTION = frozenset("的了和与在是也就都而及或把被让向从对为以于之其这那不没很将并但等着过呢吗啊吧")
_PAIR = 2


def segment(text: str) -> list[tuple[int, int]]:
    """The light default: Latin words and figures whole, Han text in pairs between its function words."""
    found: list[tuple[int, int]] = []
    for match in _PART.finditer(text):
        if match["han"] is None:
            found.append(match.span())
        else:
            found.extend(_han(match[0], match.start()))
    return found


def segment_with(text: str, ends: Sequence[int]) -> list[tuple[int, int]]:
    """The same, Han text by a dictionary: where its words end in the whole text."""
    found: list[tuple[int, int]] = []
    for match in _PART.finditer(text):
        start, end = match.span()
        if match["han"] is not None:
            for border in ends[bisect_right(ends, start) : bisect_left(ends, end)]:
                found.append((start, border))
                start = border
        found.append((start, end))
    return found


def _han(text: str, base: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for at, character in enumerate(text):
        if character in _FUNCTION:
            found.extend(_paired(start, at))
            found.append((at, at + 1))
            start = at + 1
    found.extend(_paired(start, len(text)))
    return [(base + first, base + last) for first, last in found]


def _paired(start: int, end: int) -> list[tuple[int, int]]:
    """Pairs; three characters left at the end are one word (经济 / 开发区)."""
    found = []
    while end - start > _PAIR + 1:
        found.append((start, start + _PAIR))
        start += _PAIR
    if start < end:
        found.append((start, end))
    return found


def word_at(words: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    """The word that holds an offset, or that ends there at the end of the text."""
    for start, end in words:
        if start <= offset < end:
            return start, end
    return words[-1] if words else (offset, offset)
