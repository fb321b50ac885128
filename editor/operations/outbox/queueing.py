"""Putting work into the queue. Nothing is sent here; what may not go is told at once, with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.operations import articles, gate
from editor.operations.desk import new_id
from editor.operations.gate import Refused
from editor.operations.outbox.clock import moment, told
from editor.publish.package import WEB
from editor.publish.targets import on_disk
from editor.publish.targets.destination import Status
from editor.publish.targets.hand import NAME as HAND
from editor.publish.targets.hand import TAKE_DOWN, is_by_hand, name_of
from editor.store import outbox
from editor.store.outbox import PUT, REMOVE, Job, State, job_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.operations.desk import Desk, Session
    from editor.operations.gate import Ticket
    from editor.store.outbox import TargetRow


UNTICKED = "withdrawn_unticked"
"""Code of a task to publish by hand that ended with a withdrawal: nobody said whether he had done it."""


@dataclass(frozen=True, slots=True)
class Queued:
    """What was put into the queue.

    Attributes:
        batch: Id of the batch, "" when nothing was queued.
        jobs: Keys, in the order in which they go.
        refused: What may not go, and why.
        there: Names that stand there already exactly so.
    """

    batch: str
    jobs: tuple[str, ...]
    refused: tuple[Refused, ...]
    there: tuple[str, ...]
    changes: Changes


def publish(desk: Desk, target: TargetRow, names: Sequence[str] | None, person: str = "") -> Queued:
    """Queue signed articles for a place; None = everything that may go and does not stand there yet."""
    with desk.writing() as session:
        asked, refused = gate.wanted(session, names)
        tickets, held = gate.check(session, asked, target.destination, target.options.get("outlet", WEB))
        placements = outbox.placements_at(session.connection, session.newsroom, target.destination)
        known = {(placed.article, placed.variant): placed for placed in placements}
        jobs: list[Job] = []
        there = []
        at, batch = session.stamp(), new_id()
        for ticket in tickets:
            variants = asked[ticket.article]
            if variants is not None and ticket.variant not in variants:
                continue  # another variant, which only a place that is made as a whole would need
            placed = known.get((ticket.article, str(ticket.variant)))
            same = placed is not None and placed.revision == ticket.revision and placed.status != Status.GONE
            if names is None and same:
                there.append(ticket.name)
                continue
            job = job_of(target, ticket.article, str(ticket.variant), ticket.revision, batch, len(jobs), at)
            jobs.append(_timed(session, job, ticket))
        supersede(session, jobs)
        outbox.queue(session.connection, session.newsroom, jobs)
        if jobs:
            outbox.new_batch(session.connection, session.newsroom, batch, person, at)
    changes = Changes(deliveries=frozenset(job.article for job in jobs))
    keys = tuple(job.key for job in jobs)
    return Queued(batch if jobs else "", keys, (*refused, *held), tuple(there), changes)


def _timed(session: Session, job: Job, ticket: Ticket) -> Job:
    """With the time that it waits for, so that everybody sees it before anything was tried."""
    times = [found for text in (ticket.publish_at, ticket.embargo) if text and (found := moment(text)) is not None]
    at = max(times, default=0.0)
    if at <= session.desk.clock().timestamp():
        return job
    return job._replace(reason={"code": "until", "at": told(at)})


def job_of(
    target: TargetRow,
    article: str,
    variant: str,
    revision: str,
    batch: str = "",
    position: int = 0,
    at: str = "",
    action: str = PUT,
) -> Job:
    """A piece of work that was not begun."""
    return Job(
        key=job_key(revision, target.destination, action),
        article=article,
        variant=variant,
        revision=revision,
        destination=target.destination,
        action=action,
        state=State.WAITING,
        attempt=0,
        due=0,
        reason={},
        batch=batch,
        position=position,
        digest="",
        queued_at=at,
        done_at="",
    )


def supersede(session: Session, new: Sequence[Job]) -> None:
    """Older work on the same article variant at the same place is not done any more: the newer comes instead."""
    for job in new:
        for older in outbox.of_article(session.connection, session.newsroom, job.article):
            same = (older.variant, older.destination) == (job.variant, job.destination) and older.key != job.key
            if same and older.state in {State.WAITING, State.HELD}:
                values = {"state": State.CANCELED, "reason": {**older.reason, "code": "superseded"}}
                outbox.update(session.connection, session.newsroom, older.key, **values)


def take_down(desk: Desk, names: Sequence[str], person: str = "") -> Queued:
    """Queue the taking down of withdrawn articles everywhere they stand or may stand, ahead of everything queued."""
    jobs: list[Job] = []
    refused: list[Refused] = []
    with desk.writing() as session:
        at, batch = session.stamp(), new_id()
        by_place = {row.destination: row for row in outbox.targets(session.connection, session.newsroom)}
        for article in dict.fromkeys(articles.find(session, name).article for name in names):
            for gone, approval in gate.withdrawn(session, article):
                _call_off(session, article, str(gone.variant))
                for place in _places(session, article, str(gone.variant)):
                    row = by_place.get(place) or (unnamed(place) if is_by_hand(place) else None)
                    if row is not None:
                        what = (article, str(gone.variant), approval.revision.id)
                        job = job_of(row, *what, batch, len(jobs), at, REMOVE)
                        entry = approval.withdrawn.id if approval.withdrawn is not None else ""
                        jobs.append(task(job._replace(key=job_key(entry, place, REMOVE))))
                    else:
                        refused.append(Refused(gone.name, "target_forgotten", place))
        supersede(session, jobs)
        outbox.queue(session.connection, session.newsroom, jobs)
        if jobs:
            outbox.new_batch(session.connection, session.newsroom, batch, person, at)
    changes = Changes(deliveries=frozenset(job.article for job in jobs))
    return Queued(batch if jobs else "", tuple(job.key for job in jobs), tuple(refused), (), changes)


def unnamed(place: str) -> TargetRow:
    """A place without an interface that is no target here: it was only ever named."""
    return outbox.TargetRow(name_of(place), HAND, place, {}, "")


def task(job: Job) -> Job:
    """A taking down where there is no interface is a person's from the beginning: it needs no program to come to it."""
    if not is_by_hand(job.destination):
        return job
    return job._replace(state=State.HELD, reason={"code": TAKE_DOWN})


def _call_off(session: Session, article: str, variant: str) -> None:
    """Tasks to publish it by hand are over; whether somebody did it all the same, a person has to look."""
    for job in outbox.of_article(session.connection, session.newsroom, article):
        ours = job.variant == variant and job.action == PUT and is_by_hand(job.destination)
        if ours and job.state in {State.WAITING, State.HELD}:
            values = {"state": State.CANCELED, "reason": {**job.reason, "code": UNTICKED}}
            outbox.update(session.connection, session.newsroom, job.key, **values)


def _places(session: Session, article: str, variant: str) -> list[str]:
    """Where an article variant stands, or may stand because an answer did not come; disks are cleared apart."""
    placed = outbox.placements_of(session.connection, session.newsroom, article)
    found = [p.destination for p in placed if p.variant == variant and p.status != Status.GONE]
    found += [
        job.destination
        for job in outbox.of_article(session.connection, session.newsroom, article)
        if job.action == PUT and job.variant == variant and job.attempt > 0 and not is_by_hand(job.destination)
    ]
    return [place for place in dict.fromkeys(found) if not on_disk(place)]


def cancel(desk: Desk, keys: Sequence[str]) -> list[str]:
    """Take work out of the queue that has not begun; what is on its way ends properly. Gives what was canceled."""
    done = []
    with desk.writing() as session:
        for key in keys:
            job = outbox.job(session.connection, session.newsroom, key)
            if job is not None and job.state in {State.WAITING, State.HELD}:
                values = {"state": State.CANCELED, "reason": {**job.reason, "code": "canceled"}}
                outbox.update(session.connection, session.newsroom, key, **values)
                done.append(key)
    return done


def again(desk: Desk, keys: Sequence[str], allow: Mapping[str, str] | None = None) -> list[str]:
    """Do work again that is held, canceled or done; `allow` is what a person decided, see `carrying.Load`.

    It counts as queued now: its time may have passed, somebody wants it all the same.
    """
    done = []
    with desk.writing() as session:
        for key in keys:
            job = outbox.job(session.connection, session.newsroom, key)
            if job is None or job.state in {State.SENDING, State.CHECKING}:
                continue
            kept = {"until": job.reason["until"]} if job.state != State.DONE and "until" in job.reason else {}
            fresh = job._replace(state=State.WAITING, reason={**kept, **({"allow": dict(allow)} if allow else {})})
            if job.action == REMOVE:
                fresh = task(fresh)
            values = {"state": fresh.state, "due": 0, "reason": fresh.reason, "queued_at": session.stamp()}
            outbox.update(session.connection, session.newsroom, key, **values)
            done.append(key)
    return done
