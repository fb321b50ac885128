"""After a taking down: every page by which a reader could still come upon it is looked at, as one who has no name."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.errors import EditorError
from editor.operations.content import from_revision
from editor.publish.package import WEB, outward
from editor.publish.targets.destination import BusyError, Look, RefusedError
from editor.publish.targets.kinds import key_of
from editor.publish.targets.traces import Spot, Trace, Traceable, Trail, leads_to, shows
from editor.publish.targets.web_addresses import same_site
from editor.publish.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.publish.targets.destination import Destination
    from editor.workflow.entry import Entry

MOST = 60
"""Pages that are looked at for one article variant."""
TOGETHER = 300.0
"""Seconds for all pages of one time; what is not reached by then was not looked at, and that is told."""
_SILENT = 3
"""Calls without an answer after which no more are made."""
_STEPS = 4
_SEEN = 200
_CLOSED = frozenset({401, 404, 410})
"""There is no such page for readers."""
_FAILURES = (WireError, BusyError, RefusedError, EditorError)
THERE, GONE, NONE, UNSEEN = "there", "gone", "none", "unseen"


class Found(NamedTuple):
    """What a page was found to show, as a receipt has it.

    Attributes:
        where: See `traces.Where`; "" = all of them.
        address: "" = it is not known.
        state: ``there`` (it is still named), ``gone`` (the page is there and does not name it), ``none`` (there is no
            such page) or ``unseen``.
        detail: For ``there`` by what (address, key, title), for ``none`` the status, for ``unseen`` why: the rest of a
            key ``unseen.<detail>``, or a status.
        at: When (ISO 8601).
    """

    where: str
    address: str
    state: str
    detail: str
    at: str


def found_in(raw: Any) -> tuple[Found, ...]:
    """What was found, as an entry or a row of the queue says it; what is not in that form is left out."""
    rows = [item for item in raw if isinstance(item, list)] if isinstance(raw, list) else []
    return tuple(Found(*row) for row in rows if len(row) == len(Found._fields) and all(isinstance(c, str) for c in row))


def trace_of(
    session: Session,
    sheet: Sheet,
    revisions: Iterable[Entry],
    addresses: Sequence[str],
    *,
    thing: str = "",
    outlet: str = WEB,
    notice: bool = False,
) -> Trace:
    """By what an article variant is known where these revisions of it stood.

    A headline that another article of ours has as well says nothing.
    """
    slips = [from_revision(revision).slip for revision in revisions]
    titles = dict.fromkeys(" ".join(outward(slip, outlet).headline.split()) for slip in slips)
    own = tuple(title for title in titles if title and not _is_shared(session, title, sheet.article))
    key = key_of(sheet.article, str(sheet.variant))
    return Trace(key, thing, () if notice else tuple(addresses), own, notice)


def _is_shared(session: Session, title: str, article: str) -> bool:
    question = "SELECT 1 FROM article WHERE newsroom = ? AND headline = ? AND article <> ? LIMIT 1"
    found = session.connection.exec_driver_sql(question, (session.newsroom, title, article))
    return found.first() is not None


def seek(
    destination: Destination,
    traces: Sequence[Trace],
    *,
    stamp: Callable[[], str],
    now: Callable[[], float],
    wanted: Callable[[], bool] = lambda: True,
) -> list[tuple[Found, ...]]:
    """Look at every page by which a reader could come upon one of these; gives for each what was found.

    A page that several could stand on is looked at once. What a page answers is never believed to be more than text.

    Args:
        destination: The place, opened.
        traces: What was taken down there.
        stamp: Gives the time as it is written down.
        now: Seconds, for the end.
        wanted: When it gives False, the rest is not looked at.
    """
    if destination.traits.unseen:
        return [(Found("", "", UNSEEN, destination.traits.unseen, stamp()),) for _ in traces]
    if not isinstance(destination, Traceable):
        return [(Found("", "", UNSEEN, "lists_unknown", stamp()),) for _ in traces]
    return _Seeking(destination, traces, stamp, now, wanted).run()


class _Seeking:
    """One time of looking."""

    def __init__(
        self,
        destination: Destination,
        traces: Sequence[Trace],
        stamp: Callable[[], str],
        now: Callable[[], float],
        wanted: Callable[[], bool],
    ) -> None:
        self._destination = destination
        self._traces = traces
        self._stamp, self._now, self._wanted = stamp, now, wanted
        self._end = now() + TOGETHER
        self._silent = 0
        self._trails: list[Trail] = []
        self._found: list[list[Found]] = [[] for _ in traces]
        self._waiting: deque[Spot] = deque()
        self._whose: dict[str, list[int]] = {}
        self._asked: set[tuple[str, int]] = set()

    def run(self) -> list[tuple[Found, ...]]:
        """Look until nothing is left."""
        for number, trace in enumerate(self._traces):
            self._trails.append(self._trail(number, trace))
            self._add(self._trails[-1].spots, [number])
        while self._waiting:
            spot = self._waiting.popleft()
            self._visit(spot, self._whose.pop(spot.address))
        return [tuple(found) for found in self._found]

    def _trail(self, number: int, trace: Trace) -> Trail:
        try:
            return self._destination.trail(trace)  # type: ignore[attr-defined, no-any-return]
        except _FAILURES:
            self._note(number, Spot("", ""), UNSEEN, "no_answer")
            return Trail(())

    def _add(self, spots: Iterable[Spot], whose: Iterable[int]) -> None:
        """Wait for these; what somebody else looks at as well is looked at once."""
        for spot in spots:
            for number in whose:
                if spot.unseen:
                    self._note(number, spot, UNSEEN, spot.unseen)
                    continue
                if (spot.address, number) in self._asked:
                    continue
                self._asked.add((spot.address, number))
                if spot.address not in self._whose:
                    self._whose[spot.address] = []
                    self._waiting.append(spot)
                self._whose[spot.address].append(number)

    def _visit(self, spot: Spot, whose: Sequence[int]) -> None:
        over = self._why_over(whose)
        if over:
            for number in whose:
                self._note(number, spot, UNSEEN, over)
            return
        look, address = self._look(spot.address)
        self._silent = 0 if look.status else self._silent + 1
        seen = spot._replace(address=address)
        for number in whose:
            self._note(number, spot, *self._told(number, seen, look))
        if look.status == _SEEN:
            for number in whose:
                self._add(leads_to(self._traces[number], seen, look), [number])

    def _why_over(self, whose: Sequence[int]) -> str:
        if self._silent >= _SILENT:
            return "no_answer"
        if self._now() >= self._end:
            return "time_over"
        if all(len(self._found[number]) >= MOST for number in whose):
            return "too_many"
        return "" if self._wanted() else "stopped"

    def _look(self, address: str) -> tuple[Look, str]:
        """What a reader gets in the end, and where: within a site he is led on."""
        look = self._once(address)
        for _ in range(_STEPS):
            if not look.leads or not same_site(look.leads, address):
                break
            address = look.leads
            look = self._once(address)
        return look, address

    def _once(self, address: str) -> Look:
        try:
            return self._destination.look(address)
        except _FAILURES:
            return Look(0)

    def _told(self, number: int, spot: Spot, look: Look) -> tuple[str, str]:
        """State and detail."""
        trace, trail = self._traces[number], self._trails[number]
        if look.status in _CLOSED:
            return NONE, str(look.status)
        if look.status != _SEEN:
            return UNSEEN, str(look.status) if look.status else "no_answer"
        by = shows(trace, trail, spot, look)
        return (THERE, by) if by else (GONE, "")

    def _note(self, number: int, spot: Spot, state: str, detail: str) -> None:
        self._found[number].append(Found(spot.where, spot.address, state, detail, self._stamp()))
