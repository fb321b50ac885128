"""How sure the best restoration of a lost byte is: the chance that it is what stood there.

The weights are those of a logistic regression over some two thousand damaged places of our own test pages, each told
right or wrong (tests/editor/text/repair/outcomes.py damages them). Lines were held back while fitting, but the
thresholds beside it were chosen on the same pages: what it is worth elsewhere, docs/intake.md tells.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from editor.text.lexicon import START, folded, lexicon, triples
from editor.text.repair.draft import GAP

_CONSTANT, _MARGIN, _AGREED, _BARE, _SIGN, _LENGTH, _RIGHT, _FAMILIAR, _HAN = (
    -0.4, 0.3, 0.37, -1.4, -1.7, 0.09, 0.18, 0.62, -1.5,
)  # fmt: skip
_MOST, _LONGEST, _PULL = 7.0, 8, 4.0
_LEAST = -2.0
_FAMILIAR_COST = 6.0
"""Cost of a character behind two others up to which the three are often seen together."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best candidate.

    Attributes:
        margin: How much likelier it is than the next one.
        agreed: The same by whole words alone.
        marked: Whether a sign stands for the lost byte.
        sign: Whether the sign is a full-width mark, of which only one byte was left.
        length: Characters of the run.
    """

    margin: float
    agreed: float
    marked: bool
    sign: bool
    length: int


def sureness(evidence: Evidence, before: str, text: str, at: int) -> float:
    """The chance, 0 to 1, that ``text[at]`` behind ``before`` is what was lost."""
    left = before[-7:]
    place = len(left) + at
    line = folded(left + text[: at + 8]).replace(GAP, "?")
    score = _CONSTANT
    score += _MARGIN * min(evidence.margin, _MOST) + _AGREED * max(_LEAST, min(evidence.agreed, _MOST))
    score += _BARE * (not evidence.marked) + _SIGN * evidence.sign + _LENGTH * min(evidence.length, _LONGEST)
    score += _RIGHT * _pull(line, place + 1) + _FAMILIAR * _familiar(line, place)
    score += _HAN * ("\u4e00" <= text[at] <= "\u9fff")
    return 1 / (1 + math.exp(-score))


def _pull(line: str, place: int) -> float:
    """How much likelier a character is behind its neighbor than anywhere."""
    if not 0 < place < len(line):
        return 0.0
    pull = lexicon().single(line[place]) - triples().cost(START + line[place - 1 : place + 1])
    return max(_LEAST, min(pull, _PULL))


def _familiar(line: str, place: int) -> int:
    """In how many of the three threes round a place the last character was to be expected."""
    found = 0
    for start in (place - 2, place - 1, place):
        three = line[start : start + 3] if start >= 0 else ""
        found += bool(three[2:]) and triples().cost(three) < _FAMILIAR_COST
    return found
