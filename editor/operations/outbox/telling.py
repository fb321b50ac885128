"""What a person is told about work in the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from editor.publish.targets.hand import name_of
from editor.store import listing, outbox
from resources import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.operations.desk import Desk
    from editor.store.outbox import Job


class Line(NamedTuple):
    """One piece of work for a person.

    Attributes:
        key: Of the job.
        id: Of the article variant, as file names have it.
        target: Name of the target, or the address where it has none here any more.
        sentence: Key of the message table for the reason, "" = none.
        values: Of the sentence.
        address: Where it stands, "" = nowhere yet.
        publish_at: When it is to appear, "" = it is there or was never to wait.
    """

    key: str
    id: str
    number: str
    headline: str
    target: str
    action: str
    state: str
    code: str
    sentence: str
    values: Mapping[str, Any]
    address: str
    publish_at: str
    queued_at: str
    done_at: str
    attempt: int


def sentence_of(code: str) -> str:
    """Key of the sentence for a reason: why it is held, waits or is done, or a known failure; "" when there is none."""
    keys = (f"held.{code}", f"waits.{code}", f"done.{code}", f"error.{code}")
    return next((key for key in keys if key in messages()), "") if code else ""


def lines(desk: Desk, jobs: Iterable[Job] | None = None) -> list[Line]:
    """Work in the outbox; None = everything that is not done or canceled."""
    with desk.reading() as session:
        if jobs is None:
            states = (*outbox.OPEN, outbox.State.HELD)
            jobs = outbox.in_states(session.connection, session.newsroom, states)
        jobs = list(jobs)
        targets = {row.destination: row.name for row in outbox.targets(session.connection, session.newsroom)}
        articles = [job.article for job in jobs]
        rows = listing.named(session.connection, session.newsroom, articles)
        addresses = outbox.addresses(session.connection, session.newsroom, articles)
    return [_line(job, targets, rows, addresses) for job in jobs]


def _line(
    job: Job,
    targets: Mapping[str, str],
    rows: Mapping[tuple[str, str], tuple[str, str, str]],
    addresses: Mapping[tuple[str, str, str], tuple[str, str]],
) -> Line:
    unknown = (f"{job.article}@{job.variant}", "", "")
    name, number, headline = rows.get((job.article, job.variant), unknown)
    address, publish_at = addresses.get((job.article, job.variant, job.destination), ("", ""))
    code = str(job.reason.get("code", ""))
    target = targets.get(job.destination) or name_of(job.destination)
    values = {"id": name, "target": target, **{k: v for k, v in job.reason.items() if isinstance(v, str | int | float)}}
    return Line(
        key=job.key,
        id=name,
        number=number,
        headline=headline,
        target=target,
        action=job.action,
        state=str(job.state),
        code=code,
        sentence=sentence_of(code),
        values=values,
        address=address,
        publish_at=publish_at,
        queued_at=job.queued_at,
        done_at=job.done_at,
        attempt=job.attempt,
    )
