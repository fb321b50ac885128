"""Where words begin and end, by the lexicon: asked only about the few places that a word list names."""

from __future__ import annotations

import re
from itertools import takewhile

from editor.text.lexicon import folded, lexicon

_REACH = 6
_HAN = re.compile(r"[\u3007\u3400-\u9fff]")
_MARGIN = 0.7
"""Nats by which the reading that keeps the word whole may be dearer than the best reading."""


def _near(text: str) -> str:
    return "".join(takewhile(_HAN.match, text[:_REACH]))


def _around(left: str, right: str) -> tuple[str, str]:
    """The Han characters next to a place, up to the first mark on either side."""
    return _near(left[::-1])[::-1], _near(right)


def whole_word(left: str, word: str, right: str) -> bool:
    """Whether ``word`` is a word where it stands, and not the end of one and the beginning of the next."""
    costs = lexicon()
    before, after = (folded(part) for part in _around(left, right))
    middle = folded(word)
    best = costs.cost(before + middle + after)
    apart = costs.cost(before) + costs.words.get(middle, costs.cost(middle)) + costs.cost(after, middle[-1])
    return apart <= best + _MARGIN


def better_spelling(left: str, wrong: str, right_word: str, right: str) -> bool:
    """Whether the text reads better with ``right_word`` in place of ``wrong``."""
    costs = lexicon()
    before, after = _around(left, right)
    return costs.cost(before + right_word + after) < costs.cost(before + wrong + after)
