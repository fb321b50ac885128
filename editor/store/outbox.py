"""Rows of the queue, of targets, and of what stands where."""

from __future__ import annotations

import hashlib
import json
import zlib
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from editor.store import tables
from editor.store.asking import ask, ask_about

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence


class State(StrEnum):
    """How far a piece of work is."""

    WAITING = "waiting"
    SENDING = "sending"
    CHECKING = "checking"
    DONE = "done"
    HELD = "held"
    CANCELED = "canceled"


OPEN = (State.WAITING, State.SENDING, State.CHECKING)
PUT, REMOVE = "put", "remove"


def job_key(revision: str, destination: str, action: str = PUT) -> str:
    """sha256 of revision and destination: one revision has one job at a place."""
    whole = f"{revision} {destination}" if action == PUT else f"{action} {revision} {destination}"
    return hashlib.sha256(whole.encode()).hexdigest()


class Job(NamedTuple):
    """A piece of work: one revision to one place, or one article variant away from it.

    Attributes:
        due: Milliseconds since 1970 before which it is not tried.
        reason: What a person is told: ``code`` and values; for `checking` also ``until`` (milliseconds), when a call
            that was given up cannot have an effect any more; for `held` what was decided in ``allow``.
    """

    key: str
    article: str
    variant: str
    revision: str
    destination: str
    action: str
    state: State
    attempt: int
    due: int
    reason: Mapping[str, Any]
    batch: str
    position: int
    digest: str
    queued_at: str
    done_at: str


class TargetRow(NamedTuple):
    """A place of publication.

    Attributes:
        held: Why nothing is sent there at all ("" = it is): what 一键暂缓 was given, or a refused password.
    """

    name: str
    kind: str
    destination: str
    options: Mapping[str, str]
    held: str


class Placed(NamedTuple):
    """What stands at a place, as it said last.

    Attributes:
        fields: As they stood there after our last write; what a change by somebody else is noticed by.
        publish_at: When it is to appear, "" = it is there or was never to wait.
    """

    article: str
    variant: str
    destination: str
    key: str
    thing: str
    address: str
    status: str
    revision: str
    digest: str
    stamp: str
    fields: Mapping[str, Any]
    at: str
    publish_at: str


_JOB = tables.export_job
_JOB_COLUMNS = tuple(_JOB.c[name] for name in Job._fields)


def _job(row: sa.Row[Any]) -> Job:
    found = Job._make(row)
    return found._replace(state=State(found.state), reason=_plain(found.reason))


def _plain(text: Any) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


_UNKNOWN = (State.SENDING, State.CHECKING)


def queue(connection: sa.Connection, newsroom: str, jobs: Iterable[Job]) -> None:
    """Put jobs into the queue; a job that was there is done again from the beginning.

    What is known of a call whose answer is still awaited stays: it must be looked for before anything is sent.
    """
    unknown = sa.and_(_JOB.c.state.in_(_UNKNOWN), _JOB.c.attempt > 0)
    for job in jobs:
        values = {**job._asdict(), "newsroom": newsroom, "state": str(job.state), "reason": _text(job.reason)}
        again = {name: values[name] for name in values if name not in {"newsroom", "key"}}
        for name in ("state", "attempt", "reason", "digest"):
            again[name] = sa.case((unknown, _JOB.c[name]), else_=values[name])
        statement = insert(_JOB).values(values)
        connection.execute(statement.on_conflict_do_update(index_elements=["newsroom", "key"], set_=again))


def update(connection: sa.Connection, newsroom: str, key: str, **values: Any) -> None:
    """Note how far a job is."""
    if "reason" in values:
        values["reason"] = _text(values["reason"])
    names = ", ".join(f"{name} = ?" for name in values)
    given = tuple(str(value) if isinstance(value, State) else value for value in values.values())
    question = f'UPDATE export_job SET {names} WHERE newsroom = ? AND "key" = ?'  # noqa: S608  (names of columns)
    ask(connection, question, (*given, newsroom, key))


def jobs(
    connection: sa.Connection, newsroom: str, *where: sa.ColumnElement[bool], limit: int | None = None
) -> list[Job]:
    """Jobs in the order in which they go: taking down first, then as they were queued."""
    question = (
        sa.select(*_JOB_COLUMNS)
        .where(_JOB.c.newsroom == newsroom, *where)
        .order_by(sa.desc(_JOB.c.action), _JOB.c.queued_at, _JOB.c.batch, _JOB.c.position, _JOB.c.key)
        .limit(limit)
    )
    return [_job(row) for row in connection.execute(question)]


def job(connection: sa.Connection, newsroom: str, key: str) -> Job | None:
    """One job."""
    return next(iter(jobs(connection, newsroom, _JOB.c.key == key)), None)


def due(connection: sa.Connection, newsroom: str, destination: str, now: int, limit: int | None) -> list[Job]:
    """What may be tried now at a place."""
    where = (_JOB.c.destination == destination, _JOB.c.state.in_([State.WAITING, State.CHECKING]), _JOB.c.due <= now)
    return jobs(connection, newsroom, *where, limit=limit)


def due_after(connection: sa.Connection, newsroom: str, destination: str, moment: int) -> list[Job]:
    """What waits at a place until after a moment (milliseconds since 1970)."""
    states = _JOB.c.state.in_([State.WAITING, State.CHECKING])
    return jobs(connection, newsroom, _JOB.c.destination == destination, states, _JOB.c.due > moment)


def next_due(connection: sa.Connection, newsroom: str, destination: str, action: str = "") -> int | None:
    """When the next job of a place may be tried (milliseconds since 1970), None = there is none."""
    question = sa.select(sa.func.min(_JOB.c.due)).where(
        _JOB.c.newsroom == newsroom,
        _JOB.c.destination == destination,
        _JOB.c.state.in_([State.WAITING, State.CHECKING]),
        *((_JOB.c.action == action,) if action else ()),
    )
    found = connection.execute(question).scalar()
    return None if found is None else int(found)


def of_destination(connection: sa.Connection, newsroom: str, destination: str, states: Sequence[str]) -> list[Job]:
    """Jobs of a place in some states."""
    return jobs(connection, newsroom, _JOB.c.destination == destination, _JOB.c.state.in_(states))


def in_states(connection: sa.Connection, newsroom: str, states: Sequence[str]) -> list[Job]:
    """Jobs in some states, of all places."""
    return jobs(connection, newsroom, _JOB.c.state.in_(states))


def of_article(connection: sa.Connection, newsroom: str, article: str) -> list[Job]:
    """All jobs of an article."""
    return jobs(connection, newsroom, _JOB.c.article == article)


class Call(NamedTuple):
    """A call about an article variant at a place that was begun and of which no end was written down.

    Attributes:
        digest: Hash of what it carried, see `payload`; "" = it took something down.
        until: Until when it may still have an effect (seconds since 1970), 0 = it may not.
    """

    digest: str
    until: float


def calls(connection: sa.Connection, newsroom: str, article: str, variant: str, destination: str) -> list[Call]:
    """What may have arrived at a place besides what is known to stand there."""
    question = """SELECT digest, reason FROM export_job
        WHERE newsroom = ? AND article = ? AND variant = ? AND destination = ? AND attempt > 0 AND state != 'done'"""
    found = ask(connection, question, (newsroom, article, variant, destination))
    return [Call(digest, float(_plain(reason).get("until", 0)) / 1000) for digest, reason in found]


def chosen(
    connection: sa.Connection, newsroom: str, *, batch: str = "", destination: str = "", state: str = ""
) -> list[Job]:
    """Jobs by batch, place and state; "" = any."""
    given = ((_JOB.c.batch, batch), (_JOB.c.destination, destination), (_JOB.c.state, state))
    return jobs(connection, newsroom, *(column == value for column, value in given if value))


def places_of_batch(connection: sa.Connection, newsroom: str, batch: str) -> list[str]:
    """Where a batch goes."""
    question = sa.select(_JOB.c.destination).where(_JOB.c.newsroom == newsroom, _JOB.c.batch == batch).distinct()
    return sorted(row[0] for row in connection.execute(question))


def recover(connection: sa.Connection, newsroom: str, destination: str, until: int = 0) -> None:
    """What was being sent when a program ended may have arrived, or may still: until then (milliseconds since 1970)."""
    for job in of_destination(connection, newsroom, destination, [State.SENDING]):
        reason = {**job.reason, "until": until} if until else job.reason
        update(connection, newsroom, job.key, state=State.CHECKING, reason=reason)


def version(raw: sqlite3.Connection) -> int:
    """A number that is another one after another program has written into the library."""
    return int(raw.execute("PRAGMA data_version").fetchone()[0])


def new_batch(connection: sa.Connection, newsroom: str, identifier: str, person: str, at: str) -> None:
    """Begin a batch."""
    connection.execute(insert(tables.batch).values(newsroom=newsroom, id=identifier, person=person, made_at=at))


class BatchRow(NamedTuple):
    """A batch and how far it is: state → number of jobs."""

    id: str
    person: str
    made_at: str
    states: Mapping[str, int]


def batches(connection: sa.Connection, newsroom: str, limit: int = 200) -> list[BatchRow]:
    """Batches, the newest first."""
    b = tables.batch.c
    question = (
        sa.select(b.id, b.person, b.made_at).where(b.newsroom == newsroom).order_by(sa.desc(b.made_at), sa.desc(b.id))
    )
    found = connection.execute(question.limit(limit)).fetchall()
    counts: dict[str, dict[str, int]] = {row.id: {} for row in found}
    counted = (
        sa.select(_JOB.c.batch, _JOB.c.state, sa.func.count())
        .where(_JOB.c.newsroom == newsroom, _JOB.c.batch.in_(list(counts)))
        .group_by(_JOB.c.batch, _JOB.c.state)
    )
    for batch, state, count in connection.execute(counted):
        counts[batch][state] = count
    return [BatchRow(row.id, row.person, row.made_at, counts[row.id]) for row in found]


_TARGET = tables.target


def targets(connection: sa.Connection, newsroom: str) -> list[TargetRow]:
    """All places of publication, by name."""
    c = _TARGET.c
    question = (
        sa.select(c.name, c.kind, c.destination, c.options, c.held).where(c.newsroom == newsroom).order_by(c.name)
    )
    return [
        TargetRow(row.name, row.kind, row.destination, {k: str(v) for k, v in _plain(row.options).items()}, row.held)
        for row in connection.execute(question)
    ]


def target(connection: sa.Connection, newsroom: str, name: str) -> TargetRow | None:
    """A place of publication by its name."""
    return next((row for row in targets(connection, newsroom) if row.name == name), None)


def keep_target(connection: sa.Connection, newsroom: str, row: TargetRow) -> None:
    """Add or change a place of publication."""
    values = {**row._asdict(), "options": json.dumps(dict(row.options), ensure_ascii=False, sort_keys=True)}
    statement = insert(_TARGET).values(newsroom=newsroom, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["newsroom", "name"], set_=values))


def drop_target(connection: sa.Connection, newsroom: str, name: str) -> None:
    """Forget a place of publication; what stands there stays known."""
    connection.execute(sa.delete(_TARGET).where(_TARGET.c.newsroom == newsroom, _TARGET.c.name == name))


_PLACED = tables.placement
_PLACED_COLUMNS = tuple(_PLACED.c[name] for name in Placed._fields)
# Written out: both are asked for every article that is sent, and making them costs more than doing them.
_QUOTED = ", ".join(f'"{name}"' for name in Placed._fields)
_ONE_PLACED = f"""SELECT {_QUOTED} FROM placement
    WHERE newsroom = ? AND article = ? AND variant = ? AND destination = ?"""  # noqa: S608
_PUT_PLACED = f"""INSERT OR REPLACE INTO placement (newsroom, {_QUOTED})
    VALUES ({", ".join("?" * (len(Placed._fields) + 1))})"""  # noqa: S608


def placed(connection: sa.Connection, newsroom: str, *where: sa.ColumnElement[bool]) -> list[Placed]:
    """What stands where."""
    found = connection.execute(sa.select(*_PLACED_COLUMNS).where(_PLACED.c.newsroom == newsroom, *where))
    return [Placed._make(row)._replace(fields=_plain(zlib.decompress(row.fields))) for row in found]


def placement(connection: sa.Connection, newsroom: str, article: str, variant: str, destination: str) -> Placed | None:
    """What stands at a place of an article variant."""
    found = ask(connection, _ONE_PLACED, (newsroom, article, variant, destination)).fetchone()
    if found is None:
        return None
    row = Placed._make(found)
    return row._replace(fields=_plain(zlib.decompress(row.fields)))  # type: ignore[arg-type]


def addresses(
    connection: sa.Connection, newsroom: str, articles: Iterable[str]
) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Article, variant and place → public address and when it is to appear there."""
    question = """SELECT article, variant, destination, address, publish_at FROM placement
        WHERE newsroom = ? AND article IN ({})"""
    return {
        (article, variant, place): (address, publish_at)
        for article, variant, place, address, publish_at in ask_about(connection, question, newsroom, articles)
    }


def placements_of(connection: sa.Connection, newsroom: str, article: str) -> list[Placed]:
    """Where an article stands, in any variant."""
    return placed(connection, newsroom, _PLACED.c.article == article)


def placements_at(connection: sa.Connection, newsroom: str, destination: str, status: str = "") -> list[Placed]:
    """What stands at a place, in a certain way when one is given."""
    where = (_PLACED.c.status == status,) if status else ()
    return placed(connection, newsroom, _PLACED.c.destination == destination, *where)


def keep_placement(connection: sa.Connection, newsroom: str, row: Placed) -> None:
    """Note what stands at a place."""
    values = row._replace(fields=zlib.compress(_text(row.fields).encode(), 1))  # type: ignore[arg-type]
    ask(connection, _PUT_PLACED, (newsroom, *values))
