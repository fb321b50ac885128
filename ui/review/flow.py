"""Items of a comparison flowing down a page: which are set, how high they are, where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.review.compared import FIELD
from ui.review.heights import Heights
from ui.review.pieces import NO_PLACE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ui.review.compared import Compared, Item, Stop
    from ui.review.placed import Placed, Placer
    from ui.theme.look import Look

_SIDE = 24
_KEEP = 300  # set items that are kept, so that a long text does not stay in memory


class Flow:
    """A comparison set in columns; items are set when they are asked for, until then their height is guessed."""

    def __init__(
        self,
        compared: Compared,
        placer: Placer,
        edges: list[tuple[float, float]],
        *,
        folded: bool,
        opened: Collection[int] = (),
        confirmed: Collection[Stop] = (),
    ) -> None:
        self.compared = compared
        self._placer = placer
        self._edges = edges
        self._confirmed = _numbers(confirmed)
        self._placed: dict[int, Placed] = {}
        self.items: list[Item] = compared.items(folded=folded, opened=opened)
        self.heights = Heights(placer.guess(compared, item, edges[0][1]) for item in self.items)

    def placed(self, index: int) -> Placed:
        """An item, set; its true height is noted."""
        if index not in self._placed:
            if len(self._placed) > _KEEP:
                for other in list(self._placed)[: _KEEP // 2]:
                    del self._placed[other]
            made = self._placer.place(self.compared, self.items[index], self._edges, self._confirmed)
            self._placed[index] = made
            self.heights.measured(index, made.height)
        return self._placed[index]

    def measure(self, indexes: Collection[int], top: float) -> tuple[bool, float]:
        """Set items; gives whether a height changed, and by how much those that begin above ``top`` grew."""
        changed, above = False, 0.0
        for index in indexes:
            begins, guessed = self.heights.top(index), self.heights.height(index)
            grown = self.placed(index).height - guessed
            changed = changed or bool(grown)
            above += grown if begins < top else 0.0
        return changed, above

    def confirm(self, confirmed: Collection[Stop]) -> None:
        """Other changes are confirmed: what shows them is set anew; nothing changes its height."""
        numbers = _numbers(confirmed)
        touched = self._confirmed ^ numbers
        self._confirmed = numbers
        for index, placed in list(self._placed.items()):
            lines = [line for column in placed.columns for line in column.lines]
            if any(number in touched for line in lines for number, _, _ in line.places):
                del self._placed[index]

    def index_of(self, kind: str, index: int) -> int:
        """Which item shows a row or a field; a row may be in a fold."""
        for number, item in enumerate(self.items):
            if (item.kind == FIELD) == (kind == FIELD) and item.index <= index < item.index + item.count:
                return number
        return 0

    def in_sight(self, top: float, height: float) -> range:
        """Items between two heights."""
        if not self.items:
            return range(0)
        return range(self.heights.at(top), self.heights.at(top + height) + 1)

    def stops_at(self, index: int) -> Sequence[int]:
        """Numbers of the changes of an item."""
        item = self.items[index]
        return self.compared.stops_of.get((item.kind, item.index), ())


def columns(look: Look, room: float, *, beside: bool) -> list[tuple[float, float]]:
    """Left edge and width of the columns on a page of some width: one for both texts, or the old and the new."""
    left = float(_SIDE + look.px(16) + 12)  # the signs stand there
    room -= left + _SIDE
    measure = float(look.reading.measure)
    if not beside:
        width = max(120.0, min(measure, room))
        return [(left + max(0.0, (room - width) / 2), width)]
    between = 2.0 * _SIDE
    width = max(100.0, min(measure, (room - between) / 2))
    left += max(0.0, (room - between - 2 * width) / 2)
    return [(left, width), (left + width + between, width)]


def _numbers(stops: Collection[Stop]) -> frozenset[int]:
    return frozenset(stop.place for stop in stops if stop.place != NO_PLACE)
