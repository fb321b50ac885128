"""What a place keeps for later is looked after: is it there at its minute, and is it still what is to be published?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article import Variant
from editor.errors import EditorError
from editor.operations import articles, gate
from editor.operations.outbox.clock import moment
from editor.operations.outbox.driving import Happened
from editor.operations.outbox.lock import alone
from editor.publish.package import Gone
from editor.publish.targets.destination import BusyError, RefusedError, Status
from editor.publish.wire import WireError
from editor.store import listing, outbox
from editor.store.outbox import PUT, State, job_key

if TYPE_CHECKING:
    from editor.operations.desk import Desk
    from editor.publish.targets.destination import Destination
    from editor.store.outbox import Placed, TargetRow

LATE = 60.0
"""Seconds after its time at which something has to be seen by anybody."""
_FAILURES = (EditorError, WireError, BusyError, RefusedError)
NOT_THERE = "not_there_on_time"
OVERDUE = "overdue"
"""What a place was to publish and did not: it is not looked for again before a person has decided."""
_SEEN = 200


def waiting(desk: Desk, target: TargetRow) -> list[Placed]:
    """What the place keeps for later."""
    with desk.reading() as session:
        return outbox.placements_at(session.connection, session.newsroom, target.destination, Status.SCHEDULED)


def next_look(placed: list[Placed]) -> float | None:
    """When the next of these has to be there (seconds since 1970), None = none has a time."""
    times = [found + LATE for each in placed if (found := moment(each.publish_at)) is not None]
    return min(times, default=None)


def watch(desk: Desk, target: TargetRow, destination: Destination, now: float) -> list[Happened]:
    """Look after everything that the place keeps for later.

    A text that was changed since is taken back there: what would appear is not what is to be published any more. What
    is not there a minute after its time is held, so that a person is called. A place that does not answer is asked
    again the next time.

    Args:
        desk: Where.
        target: The place; while it is held (一键暂缓), everything that waits there is taken back.
        destination: The same, opened.
        now: Seconds since 1970 by the place's clock.
    """
    happened: list[Happened] = []
    with alone(desk.library.path, target.destination) as ours:
        for placed in waiting(desk, target) if ours else ():
            due = moment(placed.publish_at)
            try:
                if target.held or changed(desk, placed):
                    code = "held_back" if target.held else "changed_since"
                    happened += _taken_back(desk, destination, placed, code)
                elif due is not None and now >= due + LATE:
                    happened += _looked_at(desk, destination, placed)
            except _FAILURES:
                break
    return happened


def changed(desk: Desk, placed: Placed) -> bool:
    """Whether there is a newer revision than the one that waits there, or none may go any more."""
    with desk.reading() as session:
        sheet = articles.of_article(session, placed.article).get(Variant(placed.variant))
        if sheet is None or sheet.revision is None or sheet.revision.id != placed.revision:
            return True
        return bool(gate.objection(session, sheet)[0])


def _taken_back(desk: Desk, destination: Destination, placed: Placed, code: str) -> list[Happened]:
    there = destination.read(placed.thing)
    if there is not None and there.status == Status.PUBLIC:
        return _noted(desk, placed, Status.PUBLIC, "")
    if there is not None and there.status != Status.GONE:
        destination.remove(there, Gone(placed.key, Variant(placed.variant), notice=False, at=""))
    return _noted(desk, placed, Status.GONE, code)


def _looked_at(desk: Desk, destination: Destination, placed: Placed) -> list[Happened]:
    there = destination.read(placed.thing)
    if there is not None and there.address:  # what is not out yet has another address at some places
        placed = placed._replace(address=there.address)
    if destination.look(placed.address).status == _SEEN:
        return _noted(desk, placed, Status.PUBLIC, "")
    return _noted(desk, placed, OVERDUE, NOT_THERE)


def _noted(desk: Desk, placed: Placed, status: str, code: str) -> list[Happened]:
    """Write down what was seen; what a person is called for is held."""
    with desk.writing() as session:
        stamp = "" if status == Status.PUBLIC else placed.stamp
        row = placed._replace(status=str(status), publish_at=placed.publish_at if status == OVERDUE else "")
        outbox.keep_placement(session.connection, session.newsroom, row._replace(stamp=stamp))
        if status == Status.PUBLIC:
            listing.mark_sent(session.connection, session.newsroom, placed.article, placed.variant)
        job = outbox.job(session.connection, session.newsroom, job_key(placed.revision, placed.destination, PUT))
        if job is None or (job.state == State.HELD and job.reason.get("code") == code):
            return []
        if code:
            reason = {"code": code, "address": placed.address, "at": placed.publish_at}
            outbox.update(session.connection, session.newsroom, job.key, state=State.HELD, reason=reason)
    return [Happened(job, State.HELD if code else State.DONE, code, placed.address)]
