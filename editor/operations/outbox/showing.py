"""The outbox for a window: targets, batches, lines, exactly what would go, what stands there against what was sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.errors import EditorError
from editor.operations import articles, gate
from editor.operations.outbox import loading, queueing, targets, telling
from editor.operations.outbox.clock import told
from editor.operations.outbox.losing import losses_of
from editor.publish.package import WEB
from editor.publish.targets import kinds, on_disk
from editor.publish.targets.destination import BusyError, RefusedError
from editor.publish.targets.kinds import key_of
from editor.publish.wire import WireError
from editor.records.outbox import (
    BatchShown,
    KindShown,
    LineShown,
    OptionShown,
    PictureShown,
    PreviewShown,
    TargetShown,
    Tested,
    ThreeTexts,
)
from editor.store import listing, outbox, tables
from editor.store.outbox import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.newsroom.secrets import Secrets
    from editor.operations.desk import Desk, Session
    from editor.publish.package import Package
    from editor.publish.targets.destination import Destination, Loss, Piece
    from editor.store.outbox import Job, TargetRow

_FAILURES = (EditorError, WireError, BusyError, RefusedError)
_DECISIONS = {
    "edited_there": "stamp",
    "stands_already": "stamp",
    "changed_there": "digest",
    "vanished": "vanished",
    "taken_down_there": "vanished",
}


def kinds_shown() -> tuple[KindShown, ...]:
    """All kinds with everything that they can be told."""
    found = []
    for name in kinds.kinds():
        made = kinds.kind(name)
        options = tuple(OptionShown(*option) for option in targets.options_of(made))
        found.append(KindShown(name, options, made.secret, made.whole))
    return tuple(found)


def targets_shown(desk: Desk, secrets: Secrets) -> tuple[TargetShown, ...]:
    """All targets."""
    with desk.reading() as session:
        rows = outbox.targets(session.connection, session.newsroom)
        counts = {
            row.name: len(
                outbox.of_destination(session.connection, session.newsroom, row.destination, (*outbox.OPEN, State.HELD))
            )
            for row in rows
        }
    return tuple(TargetShown(*row[:4], row.held, _has_secret(row, secrets), counts[row.name]) for row in rows)


def _has_secret(row: TargetRow, secrets: Secrets) -> bool:
    try:
        return bool(secrets.get(row.destination))
    except EditorError:
        return True  # it is there, and sealed


def tested(row: TargetRow, secrets: Secrets) -> Tested:
    """Try a connection and say in words what is wrong."""
    try:
        health = targets.test(row, secrets)
    except _FAILURES as error:
        return Tested(error.code, telling.sentence_of(error.code), {k: str(v) for k, v in error.details.items()})
    if health is None:
        return Tested()
    notes = tuple((note.code, note.detail) for note in health.notes)
    return Tested(who=health.who, clock=health.clock, notes=notes)


def batches_shown(desk: Desk) -> tuple[BatchShown, ...]:
    """Batches, the newest first."""
    with desk.reading() as session:
        names = {row.destination: row.name for row in outbox.targets(session.connection, session.newsroom)}
        people = session.people
        found = []
        for row in outbox.batches(session.connection, session.newsroom):
            places = outbox.places_of_batch(session.connection, session.newsroom, row.id)
            person = people[row.person].name if row.person in people else row.person
            shown = tuple(names.get(place, place) for place in places)
            found.append(BatchShown(row.id, person, row.made_at, shown, row.states))
    return tuple(found)


def lines_shown(
    desk: Desk, *, batch: str = "", target: str = "", state: str = "", scheduled: bool = False
) -> tuple[LineShown, ...]:
    """Pieces of work, filtered; `scheduled` gives what is to appear later, by its time."""
    with desk.reading() as session:
        rows = {row.name: row.destination for row in outbox.targets(session.connection, session.newsroom)}
        jobs = outbox.chosen(
            session.connection, session.newsroom, batch=batch, destination=rows.get(target, target), state=state
        )
        down = _Down.known(session, jobs)
    told = zip(telling.lines(desk, jobs), jobs, strict=True)
    shown = [_line(line, job, gone=down.holds(job)) for line, job in told]
    if scheduled:
        return tuple(sorted((line for line in shown if line.keeper), key=lambda line: line.publish_at))
    return tuple(shown)


class _Down(NamedTuple):
    """What was taken down.

    Attributes:
        at: Article, variant and place → when it was taken down there last.
        withdrawn: Articles and variants that are withdrawn: folders on a disk are cleared with that, by no work of
            their own.
    """

    at: Mapping[tuple[str, str, str], str]
    withdrawn: frozenset[tuple[str, str]]

    @classmethod
    def known(cls, session: Session, jobs: Sequence[Job]) -> _Down:
        """What this library knows of the articles of some work."""
        connection, newsroom = session.connection, session.newsroom
        column = tables.export_job.c
        done = outbox.jobs(connection, newsroom, column.action == outbox.REMOVE, column.state == State.DONE)
        at = {(job.article, job.variant, job.destination): job.done_at for job in sorted(done, key=lambda j: j.done_at)}
        filed = (job.article for job in jobs if on_disk(job.destination))
        return cls(at, listing.withdrawn(connection, newsroom, filed))

    def holds(self, job: Job) -> bool:
        """Whether what a piece of work sent does not stand there any more."""
        if job.action != outbox.PUT or job.state != State.DONE:
            return False
        here = (job.article, job.variant)
        return job.done_at <= self.at.get((*here, job.destination), "") or (
            here in self.withdrawn and on_disk(job.destination)
        )


def _line(line: telling.Line, job: Job, *, gone: bool) -> LineShown:
    differs = tuple((str(f), str(s), str(t)) for f, s, t in job.reason.get("differences", ()))
    decision = _DECISIONS.get(line.code, "") if line.state == State.HELD else ""
    value = {"stamp": str(job.reason.get("stamp", "")), "digest": job.digest, "vanished": "1"}.get(decision, "")
    here = line.state == State.WAITING and bool(job.reason.get("at"))  # whatever else it waits for
    at = str(job.reason.get("at", "")) if here else line.publish_at
    keeper = "here" if here else "target" if line.publish_at else ""
    return LineShown(
        line.key, line.id, line.number, line.headline, line.target, job.batch, line.action, line.state, line.code,
        line.sentence, line.values, line.address, at, keeper, line.queued_at, line.done_at, line.attempt, differs,
        {decision: value} if decision and value else {}, gone,
    )  # fmt: skip


def preview(desk: Desk, row: TargetRow, name: str, now: float) -> PreviewShown:
    """Exactly what would go, and what the place would not keep; nothing is called."""
    made = kinds.kind(row.kind)
    with desk.reading() as session:
        sheet = articles.find(session, name)
        code, detail = gate.objection(session, sheet, row.options.get("outlet", WEB))
        release = sheet.standing.release
        if code or release is None:
            return PreviewShown(sheet.name, row.name, code or "not_signed", detail)
        if made.whole:
            return PreviewShown(sheet.name, row.name)
        job = queueing.job_of(row, sheet.article, str(sheet.variant), release.revision.id)
        package, publish_at = loading.package_for(session, row, gate.open_article(session, sheet.article), job)
        at = loading.time_of((publish_at, package.article.slip.embargo), now)
    place: Destination = targets.unopened(row)
    key = key_of(sheet.article, str(sheet.variant))
    try:
        piece = place.piece(package, key, told(at) if at else "")
    finally:
        place.close()
    return _previewed(sheet.name, row.name, piece, package, losses_of(place.traits, piece, package))


def _previewed(name: str, target: str, piece: Piece, package: Package, losses: Sequence[Loss]) -> PreviewShown:
    sizes = {identifier: asset.size for identifier, asset in package.assets.items()}
    pictures = tuple(
        PictureShown(one.id, one.file, one.caption, one.alt, sizes.get(one.id, 0)) for one in piece.pictures
    )
    told = tuple((loss.code, loss.field, loss.detail, loss.stops) for loss in losses)
    return PreviewShown(name, target, "", "", piece.key, tuple(piece.fields.items()), pictures, told, piece.publish_at)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def three_texts(desk: Desk, secrets: Secrets, key: str) -> tuple[ThreeTexts, ...]:
    """Fields in which what stands there is not what we published last: ours, theirs, last.

    Raises:
        EditorError: There is no such work, or the place does not answer (exit 6).
    """
    with desk.reading() as session:
        job = outbox.job(session.connection, session.newsroom, key)
        if job is None:
            raise EditorError.usage("job_unknown", id=key)
        row = _row(outbox.targets(session.connection, session.newsroom), job)
        placed = outbox.placement(session.connection, session.newsroom, job.article, job.variant, job.destination)
        package, _ = loading.package_for(session, row, gate.open_article(session, job.article), job)
    place: Destination = targets.opened(row, secrets)  # type: ignore[assignment]
    try:
        ours = place.piece(package, key_of(job.article, job.variant), "").fields
        thing = str(job.reason.get("thing", "")) or (placed.thing if placed is not None else "")
        there = place.read(thing) if thing else None
    except (WireError, BusyError, RefusedError) as error:
        raise EditorError.target(error.code, **error.details) from error
    finally:
        place.close()
    last: Mapping[str, Any] = placed.fields if placed is not None else {}
    theirs = there.fields if there is not None else {}
    names: Sequence[str] = [name for name in ours if theirs.get(name) != last.get(name, ours[name])]
    return tuple(
        ThreeTexts(name, _text(ours[name]), _text(theirs.get(name, "")), _text(last.get(name, ""))) for name in names
    )


def _row(rows: Sequence[TargetRow], job: Job) -> TargetRow:
    found = next((row for row in rows if row.destination == job.destination), None)
    if found is None:
        raise EditorError.usage("target_unknown", target=job.destination)
    return found
