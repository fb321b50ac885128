"""What became of a piece of work is written down: the queue, what stands there, what was sent, a signed receipt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from editor.operations.outbox import linking
from editor.operations.outbox.clock import still_late, told
from editor.publish.targets.destination import Standing, Status
from editor.store import listing, outbox, payloads
from editor.store.outbox import REMOVE, Placed, State
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.newsroom.identity import Identity
    from editor.operations.desk import Session
    from editor.operations.outbox.carrying import Load, Outcome
    from editor.operations.outbox.loading import StoppedError
    from editor.store.outbox import Job

_FIRST, _LONGEST = 2.0, 300.0
_SHOWN = 20
_MOST, _APART = 3700.0, 60.0
"""Seconds: the longest distance that anything asks for, and by how much a clock may be set without being wrong."""
ROUND = "round"
"""Of work that took something down already: how often its lists were looked at since, see `looking`."""


def distance(attempt: int) -> float:
    """Seconds until the next attempt: 2, 4, 8 … at most five minutes."""
    return float(min(_LONGEST, _FIRST * 2.0 ** min(attempt, 10)))


def begin(session: Session, job: Job, load: Load) -> None:
    """Mark a piece of work as being sent, with exactly what goes: known before its first byte leaves."""
    values: dict[str, Any] = {"state": State.SENDING, "attempt": job.attempt + 1}
    if load.piece is not None:
        payloads.keep(session.connection, session.newsroom, load.digest, load.payload)
        values["digest"] = load.digest
    outbox.update(session.connection, session.newsroom, job.key, **values)


def note(
    session: Session, job: Job, load: Load, outcome: Outcome, identity: Identity | None, *, now: float, settle: float
) -> None:
    """Write down what became of a piece of work.

    Args:
        session: An open unit of work.
        job: As it was taken.
        load: What the thread took with it.
        outcome: What came back.
        identity: Who signs the receipt, None = nobody here can.
        now: Seconds since 1970, this computer's clock.
        settle: Seconds after which a call that was given up has no effect any more.
    """
    reason: dict[str, Any] = {"code": outcome.code, **_plain(outcome.details)} if outcome.code else {}
    if outcome.differences:
        reason["differences"] = [list(item) for item in outcome.differences[:_SHOWN]]
    values: dict[str, Any] = {"state": State(outcome.state), "reason": reason}
    again = ROUND in job.reason
    if again and outcome.state != State.DONE:
        reason[ROUND] = job.reason[ROUND]
    late = settle if outcome.late else still_late(float(job.reason.get("until", 0)) / 1000, now)
    if late and outcome.state != State.DONE:
        reason["until"] = int((now + late) * 1000)
    if outcome.state == State.DONE:
        _done(session, job, load, outcome, None if again else identity)
        values["done_at"] = job.done_at if again and job.done_at else session.stamp()
    elif outcome.state in {State.WAITING, State.CHECKING}:
        after = distance(job.attempt) if outcome.after is None else outcome.after
        values["due"] = int((now + after) * 1000)
        if outcome.state == State.WAITING and (late or job.state == State.CHECKING):
            values["state"] = State.CHECKING  # an earlier call may have had an effect, or may still have one
    elif outcome.standing is not None:
        reason["stamp"] = outcome.standing.stamp
        reason["thing"] = outcome.standing.thing
        _keep(session, job, load, outcome.standing, noted=False)
    if load.piece is not None and load.allow:
        reason["allow"] = dict(load.allow)
    outbox.update(session.connection, session.newsroom, job.key, **values)
    if outcome.state == State.DONE and outcome.standing is not None:
        linking.queue_again(session, job, load, outcome.standing)


def _plain(details: Any) -> dict[str, Any]:
    return {name: value if isinstance(value, int | float) else str(value) for name, value in details.items()}


def _done(session: Session, job: Job, load: Load, outcome: Outcome, identity: Identity | None) -> None:
    standing = outcome.standing
    if standing is None:
        return
    _keep(session, job, load, standing, noted=True)
    content: dict[str, Any] = {
        "target": _revision(load, job),
        "destination": job.destination,
        "action": job.action,
        "key": load.place_key,
        "thing": standing.thing,
        "address": standing.address,
        "status": str(standing.status),
    }
    if load.piece is not None:
        content["digest"] = load.digest  # its text was kept before it went
        if outcome.differences:
            content["differs"] = sorted({item.field for item in outcome.differences})
    if load.piece is not None and standing.status == Status.PUBLIC:
        listing.mark_sent(session.connection, session.newsroom, job.article, job.variant)
    if identity is not None:
        entry = session.compose(identity.person, Kind.RECEIPT, job.article, job.variant, content)
        session.write(identity, entry)


def _revision(load: Load, job: Job) -> str:
    """What the receipt is about: the revision that went, or that stood there."""
    if job.action == REMOVE and load.placed is not None:
        return load.placed.revision
    return job.revision


def _keep(session: Session, job: Job, load: Load, standing: Standing, *, noted: bool) -> None:
    """Remember what stands there. What a person has still to decide about leaves what we wrote last as it was known."""
    before = load.placed
    if not noted and (load.piece is None or (before is not None and before.thing)):
        return
    if not noted and standing.status != Status.DRAFT:
        return  # not ours until somebody says so
    row = Placed(
        article=job.article,
        variant=job.variant,
        destination=job.destination,
        key=load.place_key,
        thing=standing.thing,
        address=standing.address or (before.address if before is not None else ""),
        status=str(standing.status),
        revision=_revision(load, job),
        digest=load.digest,
        stamp=standing.stamp,
        fields=standing.fields,
        at=session.stamp(),
        publish_at=load.piece.publish_at if load.piece is not None and standing.status == Status.SCHEDULED else "",
    )
    outbox.keep_placement(session.connection, session.newsroom, row)


def set_back(session: Session, destination: str, now: float) -> list[str]:
    """Keys of what waits for a moment that a clock told which was ahead and is right again: it is looked at now.

    Nothing that failed waits for longer than a place can ask for (an hour); what waits for its time says when that was
    noted, which cannot be later than now.
    """
    far = outbox.due_after(session.connection, session.newsroom, destination, int((now + _MOST) * 1000))
    return [job.key for job in far if not _is_in_time(job, now)]


def _is_in_time(job: Job, now: float) -> bool:
    return job.reason.get("code") == "until" and float(job.reason.get("noted") or math.inf) <= now + _APART


def stop(session: Session, job: Job, why: StoppedError) -> None:
    """A piece of work is not done now."""
    if why.state == State.WAITING:
        postpone(session, job, why.code, why.due, **why.details)
        return
    reason = {**job.reason, "code": why.code, **why.details}
    outbox.update(session.connection, session.newsroom, job.key, state=why.state, reason=reason)


def postpone(session: Session, job: Job, code: str, due: float, **details: Any) -> None:
    """A piece of work waits until a moment (seconds since 1970)."""
    noted = session.desk.clock().timestamp()
    reason = {**job.reason, "code": code, **_plain(details), "at": told(due), "noted": noted}
    outbox.update(session.connection, session.newsroom, job.key, due=int(due * 1000), reason=reason)


def pause(
    session: Session, destination: str, code: str, details: Mapping[str, Any], *, now: float, after: float | None
) -> None:
    """Everything that is due at a place waits, each time longer, or as long as the place asks."""
    jobs = outbox.due(session.connection, session.newsroom, destination, int(now * 1000), None)
    for job in jobs:
        paused = int(job.reason.get("paused", 0)) + 1
        reason = {**job.reason, "code": code, **_plain(details), "paused": paused}
        due = now + (distance(paused) if after is None else after)
        outbox.update(session.connection, session.newsroom, job.key, due=int(due * 1000), reason=reason)
