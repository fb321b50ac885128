"""One editor's way through a list (待初审, 待复审, 待终审, 待核红): what lies on the desk, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.review.choices import Judgment

# After these an article waits for somebody else; after a remark or taking it (认领) it is still to be judged.
LEAVES = frozenset({"sign", "return", "hold", "refuse", "submit", "recall", "countercheck", "withdraw", "reopen"})


class Place(StrEnum):
    """What became of an article of the list."""

    OPEN = "open"
    DONE = "done"
    GONE = "gone"  # somebody else was quicker


@dataclass(frozen=True, slots=True)
class Position:
    """Where one is in the list.

    Attributes:
        name: Of the article on the desk.
        number: Its place in the list from 1; total: how many there are, those of others left out.
        left: How many are still to be judged; done: how many were.
    """

    name: str
    number: int
    total: int
    left: int
    done: int

    @override
    def __str__(self) -> str:
        """3/12."""
        return f"{self.number}/{self.total}"


class Desk(Protocol):
    """What the way needs of the desk; answers come whenever they come, in the window's thread."""

    def open(self, name: str, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Lay an article on the desk; ``failed`` is told why it cannot be."""

    def act(self, name: str, judgment: Judgment, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Keep what was typed, then do what was decided; ``failed`` is told what stands against it."""

    def prepare(self, name: str) -> None:
        """This one comes next: it may be fetched beforehand."""


class ReviewQueue(QObject):
    """Goes from article to article; nothing is decided twice, and nothing that fails is left behind.

    Signals:
        moved: Another article lies on the desk, or its place changed: a `Position`.
        failed: Name of an article and why it could not be opened or judged; it stays on the desk.
        finished: Every article was judged, here or by others: how many here.
    """

    moved = Signal(object)
    failed = Signal(str, str)
    finished = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: list[str] = []
        self._places: dict[str, Place] = {}
        self._left: set[str] = set()  # judged here, and seen to be out of the list since
        self._now = ""
        self._turn = 0  # answers to what was asked before the last move are not for us
        self._busy = False

    def start(self, names: Sequence[str], first: str = "") -> None:
        """Begin with a list, at its first article or at another one."""
        self._names = list(dict.fromkeys(names))
        self._places = dict.fromkeys(self._names, Place.OPEN)
        self._left = set()
        self._busy = False
        self._now = ""
        if not self._names:
            self._turn += 1
            self.finished.emit(0)
            return
        self._go(first if first in self._places else self._names[0])

    @property
    def now(self) -> str:
        """Name of the article on the desk, "" = none."""
        return self._now

    @property
    def busy(self) -> bool:
        """Whether something is being done with it."""
        return self._busy

    @property
    def position(self) -> Position | None:
        """Where one is; None where no article lies on the desk."""
        if not self._now:
            return None
        there = [name for name in self._names if self._places[name] is not Place.GONE or name == self._now]
        done = self._count(Place.DONE)
        return Position(self._now, there.index(self._now) + 1, len(there), self._count(Place.OPEN), done)

    def place(self, name: str) -> Place | None:
        """What became of an article; None for one that is not in the list."""
        return self._places.get(name)

    def _count(self, place: Place) -> int:
        return sum(found is place for found in self._places.values())

    # Moving

    def next(self) -> bool:
        """On to the next article that is not judged yet, after the last the first; this one stays to be judged."""
        return self._move(1, {Place.OPEN})

    def previous(self) -> bool:
        """Back to the article before, judged or not."""
        return self._move(-1, {Place.OPEN, Place.DONE})

    def _move(self, by: int, kinds: set[Place]) -> bool:
        found = self._beside(by, kinds)
        if self._busy or not found:
            return False
        self._go(found)
        return True

    def _beside(self, by: int, kinds: set[Place]) -> str:
        """The nearest article of some kinds in one direction, round the end; "" when there is none but this one."""
        if self._now not in self._places:
            return ""
        at, count = self._names.index(self._now), len(self._names)
        around = (self._names[(at + by * step) % count] for step in range(1, count))
        return next((name for name in around if self._places[name] in kinds), "")

    def _go(self, name: str) -> None:
        self._turn += 1
        turn = self._turn
        self._now = name
        self.moved.emit(self.position)
        self._desk.open(name, lambda: self._on_opened(turn), lambda why: self._on_open_failed(turn, name, why))

    def _on_opened(self, turn: int) -> None:
        following = self._beside(1, {Place.OPEN}) if turn == self._turn else ""
        if following:
            self._desk.prepare(following)

    def _on_open_failed(self, turn: int, name: str, why: str) -> None:
        if turn == self._turn:
            self.failed.emit(name, why)

    # Judging

    def judge(self, judgment: Judgment) -> bool:
        """Do something with the article on the desk, then go on; False while something is being done already."""
        if self._busy or not self._now:
            return False
        self._busy = True
        turn, name = self._turn, self._now
        self._desk.act(
            name, judgment, lambda: self._on_done(turn, name, judgment), lambda why: self._on_failed(turn, name, why)
        )
        return True

    def _on_done(self, turn: int, name: str, judgment: Judgment) -> None:
        if turn != self._turn:
            return
        self._busy = False
        if judgment.name not in LEAVES:
            self._go(name)  # its record says more now
            return
        self._places[name] = Place.DONE
        self._go_on()

    def _go_on(self) -> None:
        following = self._beside(1, {Place.OPEN})
        if following:
            self._go(following)
            return
        self._turn += 1
        self._now = ""
        self.finished.emit(self._count(Place.DONE))

    def _on_failed(self, turn: int, name: str, why: str) -> None:
        if turn == self._turn:
            self._busy = False
            self.failed.emit(name, why)

    # The list changes

    def refresh(self, names: Sequence[str]) -> None:
        """The list as it is now: new articles come at its end, those that others judged are left out.

        What was judged here comes again when it left the list and is back. What lies on the desk stays there, whatever
        became of it: who judges it is told why not.
        """
        there = set(names)
        for name in self._names:
            self._places[name] = self._place_now(name, listed=name in there)
        for name in names:
            if name not in self._places:
                self._names.append(name)
                self._places[name] = Place.OPEN
        if self._now:
            self.moved.emit(self.position)

    def _place_now(self, name: str, *, listed: bool) -> Place:
        place = self._places[name]
        if place is Place.DONE:
            if not listed:
                self._left.add(name)
            back = listed and name in self._left  # returned, and handed in again
            self._left -= {name} if back else set()
            return Place.OPEN if back else Place.DONE
        return Place.OPEN if listed or name == self._now else Place.GONE

    def drop(self, name: str) -> None:
        """Somebody else judged an article: on to the next one where it lies on the desk."""
        if self._places.get(name) is not Place.OPEN:
            return
        self._places[name] = Place.GONE
        if name == self._now:
            self._busy = False
            self._go_on()
        elif self._now:
            self.moved.emit(self.position)
