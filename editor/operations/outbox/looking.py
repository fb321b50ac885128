"""After a taking down: what somebody whom nobody knows gets at the article's addresses and in lists, signed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations import articles, gate
from editor.operations.outbox.clock import told
from editor.operations.outbox.driving import Happened
from editor.operations.outbox.noting import ROUND
from editor.operations.outbox.tracing import GONE, THERE, UNSEEN, Found, seek, trace_of
from editor.publish.package import WEB
from editor.publish.targets import file_at, on_disk
from editor.publish.targets.destination import BusyError, Look, RefusedError
from editor.publish.targets.hand import is_by_hand
from editor.publish.targets.web_addresses import same_site
from editor.publish.wire import WireError
from editor.store import outbox
from editor.store.outbox import REMOVE, Job, State
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.operations.outbox.clock import Clock
    from editor.publish.package import Gone
    from editor.publish.targets.destination import Destination
    from editor.publish.targets.traces import Trace
    from editor.store.outbox import TargetRow
    from editor.workflow.entry import Entry

LOOKED = "looked"
AGAIN = (10.0, 45.0, 180.0)
"""Seconds after which lists that still name it are looked at again: many caches keep a page for a minute or so."""
_LEFT = 120.0
"""Seconds after which the looking of a program that died is done by the next."""
_SEEN, _MISSING = 200, 404
_NOTHING = frozenset({404, 410})
_STEPS = 4


def addresses_there(session: Session, sheet: Sheet, destination: str) -> list[str]:
    """Every address that receipts or the library know of an article variant at a place, the last one first."""
    placed = outbox.placement(session.connection, session.newsroom, sheet.article, str(sheet.variant), destination)
    found = [placed.address] if placed is not None else []
    receipts = receipts_of(sheet, destination)
    found += [str(entry.content.get("address", "")) for entry in reversed(receipts)]
    return [address for address in dict.fromkeys(found) if address]


def receipts_of(sheet: Sheet, destination: str = "") -> list[Entry]:
    """Receipts of a variant (at one place) in the order in which they were written here."""
    found = sheet.case.history.of_kind(Kind.RECEIPT, str(sheet.variant))
    kept = [entry for entry in found if not destination or entry.content.get("destination") == destination]
    return sorted(kept, key=lambda entry: (entry.at, entry.author, entry.device, entry.seq))


def begin(desk: Desk, job: Job, clock: Clock) -> None:
    """Keep a taking down open until it was looked at: a program that dies before leaves the looking to the next."""
    reason = {"code": "looking", ROUND: job.reason.get(ROUND, 0)}
    with desk.writing() as session:
        values = {"state": State.CHECKING, "due": int((clock.now() + _LEFT) * 1000), "reason": reason}
        outbox.update(session.connection, session.newsroom, job.key, **values)


def look_after(
    desk: Desk,
    target: TargetRow,
    destination: Destination,
    jobs: Iterable[Job],
    signer: Callable[[Session], Identity | None],
    clock: Clock,
    wanted: Callable[[], bool] = lambda: True,
) -> list[Happened]:
    """Look at what was just taken down at a place: at its own addresses, and wherever a reader could come upon it.

    A list that still names it may be one that was kept for a while: it is looked at again a few times (`AGAIN`), then a
    person is called. What was seen in the end is signed. Gives the work that is not done yet.

    Args:
        desk: Where.
        target: The place.
        destination: The same, opened.
        jobs: Takings down that are done.
        signer: Gives who signs, None = nobody here.
        clock: Ours.
        wanted: When it gives False, the rest is not looked at, and that is told.
    """
    taken = []
    for job in jobs:
        found = _taken(desk, target, job)
        if found is not None:
            taken.append(found)
        elif job.action == REMOVE and not is_by_hand(job.destination):
            with desk.writing() as session:
                outbox.update(session.connection, session.newsroom, job.key, state=State.DONE, reason={})
    looks = [
        [[address, _status(destination, address), _stamp(desk)] for address in item.addresses]
        if not destination.traits.unseen
        else []
        for item in taken
    ]
    traces = [item.trace for item in taken]
    seen_there = seek(destination, traces, stamp=lambda: _stamp(desk), now=clock.now, wanted=wanted)
    happened: list[Happened] = []
    for item, seen, spots in zip(taken, looks, seen_there, strict=True):
        with desk.writing() as session:
            state, reason = _judged(item, seen, spots, clock.now())
            values = {"due": int((clock.now() + AGAIN[item.round]) * 1000)} if state == State.CHECKING else {}
            outbox.update(session.connection, session.newsroom, item.job.key, state=state, reason=reason, **values)
            if state != State.CHECKING:
                _sign(session, item, seen, spots, signer(session))
        if state != State.DONE:
            happened.append(Happened(item.job, state, str(reason["code"]), str(reason["address"])))
    return happened


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was taken down.

    Attributes:
        withdrawal: Id of the entry that withdrew it.
        addresses: Where it stood.
        round: How often its lists were looked at before.
    """

    job: Job
    sheet: Sheet
    withdrawal: str
    addresses: tuple[str, ...]
    trace: Trace
    round: int


def _taken(desk: Desk, target: TargetRow, job: Job) -> _Taken | None:
    """What a piece of work took down; None where nothing ever stood, or where a person has to look."""
    if job.action != REMOVE or is_by_hand(job.destination):
        return None
    with desk.reading() as session:
        sheet = articles.find(session, f"{job.article}@{job.variant}")
        away = _gone(sheet)
        where = (sheet.article, str(sheet.variant), job.destination)
        placed = outbox.placement(session.connection, session.newsroom, *where)
        receipts = receipts_of(sheet, job.destination)
        if away is None or (placed is None and not receipts):
            return None
        gone, withdrawal = away
        addresses = addresses_there(session, sheet, job.destination)
        history = sheet.case.history
        named = dict.fromkeys([job.revision, *(entry.target for entry in receipts)])
        trace = trace_of(
            session,
            sheet,
            [revision for name in named if (revision := history.revision(name)) is not None],
            addresses,
            thing=placed.thing if placed is not None else "",
            outlet=target.options.get("outlet", WEB),
            notice=gone.notice,
        )
    before = job.reason.get(ROUND, 0)
    return _Taken(job, sheet, withdrawal, tuple(addresses), trace, before if isinstance(before, int) else 0)


def _judged(
    item: _Taken, looks: Sequence[Sequence[Any]], spots: Sequence[Found], now: float
) -> tuple[State, dict[str, Any]]:
    """Whether it is done, and what is told of it."""
    seen: dict[str, Any] = {"looks": looks, "spots": [list(spot) for spot in spots]}
    address = next((address for address, status, _ in looks if status == _SEEN), "")
    if address and not item.trace.notice:
        return State.HELD, {"code": "still_there", "address": address, **seen}
    listed = next((spot.address for spot in spots if spot.state == THERE), "")
    if not listed:
        return State.DONE, seen
    if item.round < len(AGAIN):
        at = told(now + AGAIN[item.round])
        return State.CHECKING, {"code": "listed_yet", "address": listed, "at": at, ROUND: item.round + 1, **seen}
    return State.HELD, {"code": "still_listed", "address": listed, "times": item.round + 1, **seen}


def _stamp(desk: Desk) -> str:
    return desk.clock().isoformat(timespec="seconds")


def _gone(sheet: Sheet) -> tuple[Gone, str] | None:
    """What was withdrawn, and the entry that says so."""
    for gone, approval in gate.withdrawn_of({sheet.variant: sheet}):
        if approval.withdrawn is not None:
            return gone, approval.withdrawn.id
    return None


def _status(destination: Destination, address: str) -> int:
    """What a visitor gets in the end: of a redirect within the site that leads to nothing, the nothing.

    One that leads to something else stays a redirect: systems guess what somebody may have meant, and that is another
    article.
    """
    first = last = _look(destination, address)
    for _ in range(_STEPS):
        if not last.leads or not same_site(last.leads, address):
            break
        last = _look(destination, last.leads)
    return last.status if last.status in _NOTHING else first.status


def _look(destination: Destination, address: str) -> Look:
    try:
        return destination.look(address)
    except (WireError, BusyError, RefusedError, EditorError):
        return Look(0)


def _sign(
    session: Session,
    item: _Taken,
    looks: Sequence[Sequence[Any]],
    spots: Sequence[Found],
    identity: Identity | None,
) -> None:
    """Keep what was seen in the ledger, where somebody here signs."""
    if identity is None:
        return
    content = {
        "target": item.job.revision,
        "destination": item.job.destination,
        "action": LOOKED,
        "withdraw": item.withdrawal,
        "looks": looks,
        "spots": [list(spot) for spot in spots],
    }
    entry = session.compose(identity.person, Kind.RECEIPT, item.job.article, item.job.variant, content)
    session.write(identity, entry)


def note_unseen(session: Session, job: Job, why: str, identity: Identity | None) -> None:
    """Write down that something was taken away where no visitor can be asked (``unseen.<why>``), and sign it."""
    spots = [[*Found("", "", UNSEEN, why, session.stamp())]]
    outbox.update(session.connection, session.newsroom, job.key, reason={"spots": spots})
    sheet = articles.find(session, f"{job.article}@{job.variant}")
    away = _gone(sheet)
    if identity is None or away is None:
        return
    content = {
        "target": job.revision,
        "destination": job.destination,
        "action": REMOVE,
        "withdraw": away[1],
        "spots": spots,
    }
    entry = session.compose(identity.person, Kind.RECEIPT, job.article, job.variant, content)
    session.write(identity, entry)


def note_cleared(desk: Desk, names: Iterable[str], cleared: Iterable[str], person: str | None) -> None:
    """Sign that withdrawn articles were taken away from places on a disk, with what lies there now.

    Args:
        desk: Where.
        names: The articles and variants.
        cleared: Addresses of the places (``site:DIR``) that took them away.
        person: Who signs; without one the only one here who may.
    """
    from editor.operations.delivering import receiver  # noqa: PLC0415  (makes packages)

    places = [place for place in cleared if on_disk(place)]
    if not places or desk.library.read_only:
        return
    with desk.writing() as session:
        identity = receiver(session, person)
        if identity is None:
            return
        for name in names:
            sheet = articles.find(session, name)
            away = _gone(sheet)
            for place in places if away is not None else ():
                file = file_at(place, sheet.name)
                if file is None or not _was_there(session, sheet, place):
                    continue
                looks = [[str(file), _there(file), session.stamp()]]
                content = {
                    "target": _revision(sheet),
                    "destination": place,
                    "action": REMOVE,
                    "address": str(file),
                    "withdraw": away[1] if away is not None else "",
                    "looks": looks,
                    "spots": [list(spot) for spot in left_at(session, sheet, place)],
                }
                entry = session.compose(identity.person, Kind.RECEIPT, sheet.article, str(sheet.variant), content)
                session.write(identity, entry)


def left_at(session: Session, sheet: Sheet, place: str) -> list[Found]:
    """What lists of a site on a disk show of a withdrawn article; folders of files have none."""
    from editor.publish.site.left import left  # noqa: PLC0415

    kind, _, folder = place.partition(":")
    away = _gone(sheet)
    if kind != "site" or away is None:
        return []
    revision = sheet.case.history.revision(_revision(sheet))
    titles = trace_of(session, sheet, [revision] if revision is not None else [], (), notice=True).titles
    try:
        rows = left(Path(folder), sheet.name, titles, notice=away[0].notice)
    except OSError:
        return [Found("", "", UNSEEN, "unreadable", session.stamp())]
    return [
        Found(way, file, THERE if there else GONE, "address" if there else "", session.stamp())
        for way, file, there in rows
    ]


def _revision(sheet: Sheet) -> str:
    newest = sheet.standing.newest_approvals
    return next((each.revision.id for each in newest if each.withdrawn is not None), "")


def _was_there(session: Session, sheet: Sheet, place: str) -> bool:
    jobs = outbox.of_article(session.connection, session.newsroom, sheet.article)
    return any((job.variant, job.destination) == (str(sheet.variant), place) for job in jobs)


def _there(file: Path) -> int:
    try:
        return _SEEN if file.exists() else _MISSING
    except OSError:
        return 0
