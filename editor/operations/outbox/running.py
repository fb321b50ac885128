"""All places at work: what a command runs to the end, and what a window runs in a process of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations import articles, delivering
from editor.operations.outbox import noting, targets, watching
from editor.operations.outbox.clock import moment, told
from editor.operations.outbox.driving import Driven, Happened, drive
from editor.operations.outbox.loading import StoppedError, not_missed
from editor.operations.outbox.lock import alone
from editor.operations.outbox.looking import begin, look_after, note_unseen
from editor.publish.targets import kinds
from editor.publish.targets.destination import Finishing
from editor.store import outbox
from editor.store.outbox import PUT, REMOVE, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.newsroom.identity import Identity
    from editor.newsroom.secrets import Secrets
    from editor.operations.desk import Desk, Session
    from editor.operations.gate import Refused
    from editor.operations.outbox.clock import Clock
    from editor.publish.targets import Target
    from editor.publish.targets.destination import Destination
    from editor.store.outbox import Job, TargetRow


def _told(_happened: Happened) -> None:
    """For those who do not want to know."""


def once(
    desk: Desk,
    secrets: Secrets,
    clock: Clock,
    *,
    names: Sequence[str] | None = None,
    person: str | None = None,
    tell: Callable[[Happened], None] = _told,
    wanted: Callable[[], bool] = lambda: True,
) -> dict[str, Driven]:
    """Do at each place what may be done now.

    Args:
        desk: Where.
        secrets: What lets us in.
        clock: Ours.
        names: Only these targets, None = all.
        person: Who signs the receipts: the one named, else the only one here who may.
        tell: Called for each piece of work as it ends.
        wanted: When it gives False, what is on its way ends and the rest stays.
    """
    left: dict[str, Driven] = {}
    for target in targets.listed(desk):
        if (names is None or target.name in names) and wanted():
            left[target.name] = _one(desk, target, secrets, clock, person, tell, wanted)
    return left


def _one(
    desk: Desk,
    target: TargetRow,
    secrets: Secrets,
    clock: Clock,
    person: str | None,
    tell: Callable[[Happened], None],
    wanted: Callable[[], bool],
) -> Driven:
    due = _next_due(desk, target, clock.now())
    look = watching.next_look(watching.waiting(desk, target))
    if target.held:
        idle = (due is None or due > clock.now() * 1000) and not watching.waiting(desk, target)
    else:
        idle = (due is None or due > clock.now() * 1000) and not _interrupted(desk, target)
        idle = idle and (look is None or look > clock.now()) and not _changed(desk, target)
    if idle:
        return Driven(next_due=_sooner(due, look))

    def signer(session: Session) -> Identity | None:
        return delivering.receiver(session, person)

    try:
        if kinds.kind(target.kind).whole:
            if target.held:
                return Driven()
            return _whole(desk, target, secrets, clock, person, tell)
        destination: Destination = targets.opened(target, secrets)  # type: ignore[assignment]
    except EditorError as error:
        return _paused(desk, target, clock, error)
    try:
        driven = _driven(desk, target, destination, clock, signer, tell, wanted)
        for happened in watching.watch(desk, target, destination, clock.now() + driven.offset):
            tell(happened)
    finally:
        trouble = _ended(destination.close)
    if trouble is not None:
        driven = replace(driven, trouble=trouble, lasting=True)
    return replace(driven, next_due=_sooner(driven.next_due, watching.next_look(watching.waiting(desk, target))))


def _driven(
    desk: Desk,
    target: TargetRow,
    destination: Destination,
    clock: Clock,
    signer: Callable[[Session], Identity | None],
    tell: Callable[[Happened], None],
    wanted: Callable[[], bool],
) -> Driven:
    """Do what is due there; what was taken down is looked for as a visitor does."""
    down: dict[str, Job] = {}

    def seen(happened: Happened) -> None:
        if happened.job.action == REMOVE and happened.state == State.DONE:
            begin(desk, happened.job, clock)
            down[happened.job.key] = happened.job
        tell(happened)

    driven = drive(desk, target, destination, clock, signer=signer, tell=seen, wanted=wanted)
    if driven.elsewhere:
        return driven
    trouble = _ended(destination.finish) if isinstance(destination, Finishing) else None
    for happened in look_after(desk, target, destination, down.values(), signer, clock, wanted):
        tell(happened)
    due = _next_due(desk, target, clock.now())
    if trouble is not None:
        return replace(driven, trouble=trouble, lasting=True, next_due=due)
    return replace(driven, next_due=due)


def _next_due(desk: Desk, target: TargetRow, now: float) -> int | None:
    """When there is work there again (milliseconds since 1970); what is withdrawn goes down from a held place, too."""
    with desk.reading() as session:
        wrong = noting.set_back(session, target.destination, now)
    if wrong:
        with desk.writing() as session:
            for key in wrong:
                outbox.update(session.connection, session.newsroom, key, due=0)
    with desk.reading() as session:
        row = outbox.target(session.connection, session.newsroom, target.name) or target
        only = REMOVE if row.held else ""
        return outbox.next_due(session.connection, session.newsroom, target.destination, only)


def _ended(end: Callable[[], None]) -> tuple[str, Mapping[str, Any]] | None:
    """Finish or hang up; what a place does at the end (a build of the site) may fail, and says why."""
    try:
        end()
    except EditorError as error:
        return error.code, error.details
    return None


def _sooner(due: int | None, look: float | None) -> int | None:
    """The earlier of when work is due (milliseconds) and when something is looked for (seconds)."""
    times = [*([due] if due is not None else []), *([int(look * 1000)] if look is not None else [])]
    return min(times, default=None)


def _changed(desk: Desk, target: TargetRow) -> bool:
    """Whether something that waits there is not what is to be published any more."""
    return any(watching.changed(desk, placed) for placed in watching.waiting(desk, target))


def _interrupted(desk: Desk, target: TargetRow) -> bool:
    """Whether a program ended in the middle of its work there."""
    with desk.reading() as session:
        return bool(outbox.of_destination(session.connection, session.newsroom, target.destination, [State.SENDING]))


def _paused(desk: Desk, target: TargetRow, clock: Clock, error: EditorError) -> Driven:
    with desk.writing() as session:
        noting.pause(session, target.destination, error.code, error.details, now=clock.now(), after=None)
        due = outbox.next_due(session.connection, session.newsroom, target.destination)
    return Driven(trouble=(error.code, error.details), lasting=True, next_due=due)


def _whole(
    desk: Desk,
    target: TargetRow,
    secrets: Secrets,
    clock: Clock,
    person: str | None,
    tell: Callable[[Happened], None],
) -> Driven:
    """Everything that is due at a place that is made as a whole, in one delivery."""
    with alone(desk.library.path, target.destination) as ours:
        if not ours:
            return Driven(elsewhere=True)
        with desk.writing() as session:
            outbox.recover(session.connection, session.newsroom, target.destination)
            now = int(clock.now() * 1000)
            due = outbox.due(session.connection, session.newsroom, target.destination, now, None)
            jobs, stopped = _in_time(session, due, clock)
            names = {job.key: articles.find(session, f"{job.article}@{job.variant}").name for job in jobs}
        try:
            asked = [names[job.key] for job in jobs if job.action == PUT]
            place: Target = targets.opened(target, secrets)  # type: ignore[assignment]
            sent = delivering.deliver(desk, target.destination, asked, person, place)
        except EditorError as error:
            return _paused(desk, target, clock, error)
        there = {item.name: item.place for item in sent.delivered}
        refused = {item.name: item for item in sent.refused}
        with desk.writing() as session:
            happened = [_settled(session, job, names[job.key], there, refused, clock) for job in jobs]
            for job in [job for job in jobs if job.action == REMOVE]:
                unseen = getattr(getattr(place, "traits", None), "unseen", "") or "no_address"
                note_unseen(session, job, unseen, delivering.receiver(session, person))
            later = outbox.next_due(session.connection, session.newsroom, target.destination)
    for item in (*stopped, *happened):
        tell(item)
    return Driven(sum(item.state == State.DONE for item in happened), next_due=later)


def _in_time(session: Session, jobs: Sequence[Job], clock: Clock) -> tuple[list[Job], list[Happened]]:
    """What may go now, and what does not: it waits for its time, which this computer keeps, or was missed."""
    left: list[Job] = []
    stopped: list[Happened] = []
    for job in jobs:
        try:
            _in_its_time(job, clock.now())
        except StoppedError as why:
            noting.stop(session, job, why)
            stopped.append(Happened(job, why.state, why.code))
        else:
            left.append(job)
    return left, stopped


def _in_its_time(job: Job, now: float) -> None:
    """See `_in_time`.

    Raises:
        StoppedError: It does not go now.
    """
    time = str(job.reason.get("at", "")) if job.action == PUT else ""
    at = moment(time)
    if at is not None and at > now:
        raise StoppedError(State.WAITING, "until", due=at)
    not_missed(job, (time,), now)


def _settled(
    session: Session, job: Job, name: str, there: dict[str, str], refused: dict[str, Refused], clock: Clock
) -> Happened:
    """What became of one piece of work of a whole delivery."""
    if job.action != PUT or name in there:
        values = {"state": State.DONE, "reason": {}, "done_at": session.stamp()}
        outbox.update(session.connection, session.newsroom, job.key, **values)
        return Happened(job, State.DONE, "", there.get(name, ""))
    why = refused.get(name) or refused.get(job.article)
    code, detail = (why.code, why.detail) if why is not None else ("not_signed", "")
    until = moment(detail) if code == "embargo" else None
    if until is not None and until > clock.now():
        noting.postpone(session, job, "until", until, keeper="here")
        return Happened(job, State.WAITING, "until", told(until))
    reason = {"code": code, "detail": detail, "id": name}
    outbox.update(session.connection, session.newsroom, job.key, state=State.HELD, reason=reason)
    return Happened(job, State.HELD, code)
