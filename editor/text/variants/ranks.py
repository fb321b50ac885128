"""What a pattern that was found in a text is."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple


class Rank(IntEnum):
    """What a found pattern is; of two held spans that overlap the lower rank wins, then the earlier."""

    FIXED = 0
    GLOSSARY = 1
    NAME = 2
    WORD = 3
    REGION = 4
    PHRASE = 5
    TITLE = 6
    LABEL = 7
    AFTER = 8
    ANONYMOUS = 9
    SURNAME = 10
    GIVEN = 11
    MEASURE = 12
    PROPER = 13
    MARKUP = 14
    PLACE = 15
    COPULA = 16
    BEHIND = 17
    PLAY = 18
    SCRIPT = 19
    NICKNAME = 20
    FOREIGN = 21


class Held(NamedTuple):
    """A span whose result does not come from OpenCC; ``direct`` when no phrase of OpenCC reaches over its borders."""

    start: int
    end: int
    after: str
    rank: Rank
    direct: bool = False


def apart(held: list[Held]) -> list[Held]:
    """Held spans that do not overlap, in order."""
    held.sort()
    if all(span.end <= after.start for span, after in pairwise(held)):
        return held
    taken: list[Held] = []
    starts: list[int] = []
    for span in sorted(set(held), key=lambda span: (span.rank, span.start, span.start - span.end)):
        place = bisect_left(starts, span.start)
        after_one = place == 0 or taken[place - 1].end <= span.start
        before_one = place == len(taken) or span.end <= taken[place].start
        if after_one and before_one:
            starts.insert(place, span.start)
            taken.insert(place, span)
    return taken
