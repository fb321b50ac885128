"""How much of a page is searched for lost bytes: damage has few places, junk has nothing else.

Work is counted, not time, so that the outcome is the same on every computer. A stretch of 1,000 characters that takes
more than real damage ever took in our test pages is no damaged text; what is beyond the measure is asked about and not
searched. The densest of our test pages take 245,000 units in 1,000 characters.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

STRETCH = 1000
"""Characters of a stretch that has a measure of its own, so that junk at one place leaves the others theirs."""
OF_STRETCH = 375_000
"""Units of a stretch in one round."""
OF_PAGE = 450_000
"""Units of a page in all rounds for what shows itself, and again for what does not; damage takes 3,000 to 10,000 a
place. Units of a place that was mended count a third: where much can be mended there is no junk."""
_MENDED = 3
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd\ud800-\udfff\ue000-\uf8ff]")
_MOST_CONTROLS, _MOST_NO_TEXT = 0.05, 0.12
"""Shares of such characters from which on a page is no text."""
OF_JUNK, TELLING = 180_000, 80
"""Units of a page, and places on it, from which on it may be junk."""
LEAST_MENDED = 0.02
"""Share of mended places below which such a page is junk: of junk 1 in 400 is, of damage 1 in 4."""
PLACE = 200
"""Units of a place whatever is found there."""


@dataclass(slots=True)
class Effort:
    """What was spent on a page.

    Attributes:
        page: Units on the whole page for what shows itself and for what does not, in all rounds.
        stretches: Number of a stretch → units in this round.
        limit: Number of the stretch from which on nothing is searched any more.
        places: How many places were searched, and how many of them could be mended.
    """

    page: dict[bool, int] = field(default_factory=dict)
    stretches: dict[int, int] = field(default_factory=dict)
    limit: float = math.inf
    places: tuple[int, int] = (0, 0)

    def begin_round(self) -> None:
        """The stretches get their measures anew; what is remembered counts again."""
        self.stretches.clear()

    def allows(self, at: int) -> bool:
        """Whether a place may be searched."""
        return at // STRETCH < self.limit and not self.is_junk(at)

    def is_exhausted(self) -> bool:
        """Whether a part of the page was not searched: going over it again would only take time."""
        return self.limit < math.inf

    def is_hopeless(self) -> bool:
        """Whether next to nothing of such a page could be mended: then what looks mended is chance."""
        return self.is_exhausted() and self._is_in_vain()

    def _is_in_vain(self) -> bool:
        searched, mended = self.places
        return searched >= TELLING and mended < LEAST_MENDED * searched

    def is_junk(self, at: int) -> bool:
        """Whether the stretch of a place took more than damage takes."""
        return self.stretches.get(at // STRETCH, 0) >= OF_STRETCH

    def spend(self, at: int, units: int, *, again: bool, shown: bool, mended: bool) -> None:
        """Count a place; what was remembered (``again``) costs the page nothing."""
        number = at // STRETCH
        self.stretches[number] = self.stretches.get(number, 0) + units
        if again:
            return
        self.places = self.places[0] + 1, self.places[1] + mended
        self.page[shown] = self.page.get(shown, 0) + (units // _MENDED if mended else units)
        if self.page[shown] >= (OF_JUNK if self._is_in_vain() else OF_PAGE):
            self.limit = min(self.limit, number + 1)


def is_binary(text: str) -> bool:
    """Whether a page is no text at all: nothing is searched on it."""
    size = len(text)
    if size <= STRETCH:
        return False
    return len(_CONTROLS.findall(text)) > _MOST_CONTROLS * size or len(_NO_TEXT.findall(text)) > _MOST_NO_TEXT * size
