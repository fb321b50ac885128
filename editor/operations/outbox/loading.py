"""What a piece of work needs is taken out of the library, through the gate: nothing else is ever sent."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from editor.article import Variant
from editor.errors import EditorError
from editor.operations import articles, gate
from editor.operations.content import from_revision
from editor.operations.outbox import linking
from editor.operations.outbox.carrying import Load
from editor.operations.outbox.clock import moment, still_late, told
from editor.operations.outbox.losing import losses_of
from editor.operations.packing import package_of
from editor.publish.package import WEB, Asset
from editor.publish.targets.destination import Status
from editor.publish.targets.kinds import key_of
from editor.store import outbox, payloads
from editor.store.outbox import REMOVE, State
from editor.store.pictures import picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.operations.desk import Session
    from editor.operations.gate import Opened
    from editor.publish.package import Package
    from editor.publish.targets.destination import Destination
    from editor.store.outbox import Call, Job, TargetRow

MISSED = 300.0
"""Seconds after its time from which something is late."""
_SOON = 90.0
"""A place is not asked to keep a time that is so near (seconds): WordPress publishes what is due within a minute."""


class StoppedError(Exception):
    """A piece of work that is not done now.

    Attributes:
        state: held, canceled or waiting.
        details: Values of the sentence ``held.<code>``.
        due: For waiting: until when (seconds since 1970).
    """

    def __init__(self, state: State, code: str, *, due: float = 0.0, **details: Any) -> None:
        super().__init__(code)
        self.state = state
        self.code = code
        self.due = due
        self.details = details


def load(session: Session, target: TargetRow, destination: Destination, job: Job, *, now: float, offset: float) -> Load:
    """What goes with a thread for a job.

    Args:
        session: An open unit of work.
        target: The place.
        destination: The same, opened.
        job: From the queue.
        now: Seconds since 1970, this computer's clock.
        offset: The place's clock minus ours.

    Raises:
        StoppedError: It must not go, or not yet.
    """
    where = (job.article, job.variant, job.destination)
    opened = gate.open_article(session, job.article)
    sheets = opened.sheets or articles.of_article(session, job.article)  # a damaged article can still be taken down
    calls = outbox.calls(session.connection, session.newsroom, *where)
    base = Load(
        key=job.key,
        place_key=key_of(job.article, job.variant),
        placed=outbox.placement(session.connection, session.newsroom, *where),
        late=_left(calls, now),
        earlier=_fields(session, sorted({call.digest for call in calls if call.digest})),
        allow=dict(job.reason.get("allow", {})),
    )
    away = [gone for gone, _ in gate.withdrawn_of(sheets) if str(gone.variant) == job.variant]
    if away and (job.action == REMOVE or job.attempt > 0):
        return replace(base, gone=away[0], earlier=ever_sent(session, job.article))  # also what may have arrived
    if job.action == REMOVE:
        raise StoppedError(State.CANCELED, "not_withdrawn")
    package, publish_at = package_for(session, target, opened, job, withdrawn=bool(away))
    times = (publish_at, package.article.slip.embargo)
    at = time_of(times, now + offset)
    public = base.placed is not None and base.placed.status == Status.PUBLIC  # a place would show the new text at once
    if at and (public or not destination.traits.schedules or at - (now + offset) < _SOON):
        raise StoppedError(State.WAITING, "until", due=at - offset)
    if at is None:
        not_missed(job, times, now + offset)
    try:
        piece = destination.piece(package, base.place_key, told(at) if at else "")
    except EditorError as error:
        raise StoppedError(State.HELD, error.code, **error.details) from error
    stops = [list(loss) for loss in losses_of(destination.traits, piece, package) if loss.stops]
    if stops:
        raise StoppedError(State.HELD, "would_lose", losses=stops)
    payload = piece.payload
    digest = hashlib.sha256(payload.encode()).hexdigest()
    others = [call for call in calls if call.digest != digest]
    return replace(base, piece=piece, payload=payload, digest=digest, overtaken=_left(others, now))


def _left(calls: Sequence[Call], now: float) -> float:
    """Seconds for which one of these may still have an effect."""
    return max((0.0, *(still_late(call.until, now) for call in calls)))


def _fields(session: Session, digests: Sequence[str]) -> list[Mapping[str, Any]]:
    """What calls carried, as far as this computer holds it."""
    texts = (payloads.find(session.connection, session.newsroom, digest) for digest in digests)
    return [json.loads(text)["fields"] for text in texts if text is not None]


def ever_sent(session: Session, article: str) -> list[Mapping[str, Any]]:
    """Fields of all that was sent of an article anywhere, as far as this computer holds it."""
    jobs = outbox.of_article(session.connection, session.newsroom, article)
    return _fields(session, sorted({job.digest for job in jobs if job.digest}))


def not_missed(job: Job, times: tuple[str, ...], now: float) -> None:
    """What was queued before its time and not sent by then is never sent late unasked; asked for again, it goes.

    Raises:
        StoppedError: It was missed.
    """
    latest = max((found for text in times if text and (found := moment(text)) is not None), default=0.0)
    queued = moment(job.queued_at) if job.queued_at else None
    if queued is not None and queued < latest < now - MISSED:
        raise StoppedError(State.HELD, "missed", at=told(latest))


def package_for(
    session: Session, target: TargetRow, opened: Opened, job: Job, *, withdrawn: bool = False
) -> tuple[Package, str]:
    """The package, through the gate: exactly what the last level signed for this outlet; and 拟发 of its slip.

    Raises:
        StoppedError: It may not go, or a newer one goes.
    """
    outlet = target.options.get("outlet", WEB)
    sheet = opened.sheets.get(Variant(job.variant))
    if sheet is None:
        code, name = ("entry_damaged", job.article) if opened.damaged else ("variant_unknown", job.article)
        raise StoppedError(State.HELD, code, id=name, variant=job.variant, detail=opened.damaged)
    code, detail = gate.objection_to(session, opened, sheet, outlet)
    release = sheet.standing.release
    if code or release is None:
        state = State.CANCELED if withdrawn else State.HELD
        raise StoppedError(state, code or "not_signed", id=sheet.name, detail=detail)
    if release.revision.id != job.revision:
        raise StoppedError(State.CANCELED, "superseded")
    package = linking.linked(session, target, sheet, release, package_of(session, sheet, release, outlet))
    path, newsroom = session.desk.library.path, session.newsroom
    assets = {
        identifier: Asset(asset.mime, asset.size, partial(picture, path, newsroom, identifier))  # threads read it
        for identifier, asset in package.assets.items()
    }
    return replace(package, assets=assets), from_revision(release.revision).slip.publish_at


def time_of(times: tuple[str, ...], now: float) -> float | None:
    """The latest of some times of the slip, None = at once. Seconds of the place's clock."""
    latest = 0.0
    for text in times:
        if text:
            found = moment(text)
            if found is None:  # it does not go before somebody has looked
                raise StoppedError(State.HELD, "time_unreadable", time=text)
            latest = max(latest, found)
    return latest if latest > now else None
