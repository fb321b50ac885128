"""Heights of items below one another, some measured and some guessed, and what stands at a point."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Heights:
    """Heights in px; the sums are made again when somebody asks after a change."""

    def __init__(self, guesses: Iterable[float] = ()) -> None:
        self._heights = list(guesses)
        self._tops: list[float] | None = None
        self._unmeasured = set(range(len(self._heights)))

    def __len__(self) -> int:
        return len(self._heights)

    def measured(self, index: int, height: float) -> float:
        """Note the true height of an item; gives by how much it differs from what stood there."""
        self._unmeasured.discard(index)
        change = height - self._heights[index]
        if change:
            self._heights[index] = height
            self._tops = None
        return change

    def some_unmeasured(self, most: int) -> list[int]:
        """Some of the items whose height is only guessed."""
        return list(islice(self._unmeasured, most))

    def top(self, index: int) -> float:
        """Where an item begins; for the number of items, where the last one ends."""
        return self._sums()[index]

    def height(self, index: int) -> float:
        """How high an item is."""
        return self._heights[index]

    def total(self) -> float:
        """How high they are together."""
        return self._sums()[-1]

    def at(self, y: float) -> int:
        """The item at a height; the first or last one outside; -1 when there is none."""
        if not self._heights:
            return -1
        return min(len(self._heights) - 1, max(0, bisect_right(self._sums(), y) - 1))

    def _sums(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0.0))
        return self._tops
