"""Where words begin and end, by the lexicon: asked only about the few places that a word list names."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from editor.text.lexicon import LONGEST, folded, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 6
_HAN = re.compile(r"[\u3007\u3400-\u9fff]")
_MARGIN = 0.7
"""Nats by which the reading that keeps the word whole may be dearer than the best reading."""
_UNKNOWN_WORD = 12.0
_SINGLE = 1.5
"""Nats that a character standing alone costs besides its own: most words have two."""


def _near(text: str) -> str:
    return "".join(takewhile(_HAN.match, text[:_REACH]))


def _around(left: str, right: str) -> tuple[str, str]:
    """The Han characters next to a place, up to the first mark on either side."""
    return _near(left[::-1])[::-1], _near(right)


def whole_word(left: str, word: str, right: str) -> bool:
    """Whether ``word`` stands inside one word here, and is not the end of one and the beginning of the next."""
    before, after = (folded(part) for part in _around(left, right))
    middle = folded(word)
    text = before + middle + after
    start, end = len(before), len(before) + len(middle)
    heads = _cheapest(text)
    tails = _cheapest(text[::-1], backwards=True)
    whole = min(
        heads[first] + cost + tails[len(text) - last]
        for first, last, cost in (*_words_around(text, start, end), (start, end, _UNKNOWN_WORD))
    )
    return whole <= heads[-1] + _MARGIN


def _words_around(text: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Words of the lexicon that cover a stretch of a text."""
    words = lexicon().words
    for first in range(max(0, end - LONGEST), start + 1):
        for last in range(end, min(len(text), first + LONGEST) + 1):
            cost = words.get(text[first:last])
            if cost is not None:
                yield first, last, cost


def _cheapest(text: str, *, backwards: bool = False) -> list[float]:
    """Cost of the cheapest way through words and single characters up to each place."""
    table = lexicon()
    best = [0.0]
    for end in range(1, len(text) + 1):
        least = best[-1] + table.single(text[end - 1]) + _SINGLE
        for start in range(max(0, end - LONGEST), end - 1):
            part = text[start:end]
            cost = table.words.get(part[::-1] if backwards else part)
            if cost is not None:
                least = min(least, best[start] + cost)
        best.append(least)
    return best


_CLEARLY = 4.0


def one_word(left: str, right: str) -> bool:
    """Whether the Han characters on both sides of a blank read clearly better as one stretch than cut in two."""
    before, after = (folded(part) for part in _around(left, right))
    whole, apart = _cheapest(before + after)[-1], _cheapest(before)[-1] + _cheapest(after)[-1]
    return whole + _CLEARLY < apart


_CLEARLY_BETTER = 2.6


def better_spelling(left: str, wrong: str, right_word: str, right: str) -> bool:
    """Whether the text reads clearly better with ``right_word`` in place of ``wrong`` (not in 闪耀着名人智慧的)."""
    costs = lexicon()
    before, after = _around(left, right)
    return costs.cost(before + right_word + after) + _CLEARLY_BETTER < costs.cost(before + wrong + after)
