"""After a taking down: what somebody whom nobody knows gets at every address that the article had there, signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations import articles, gate
from editor.publish.targets import file_at, on_disk
from editor.publish.targets.destination import BusyError, Look, RefusedError
from editor.publish.targets.hand import is_by_hand
from editor.publish.targets.web_addresses import same_site
from editor.publish.wire import WireError
from editor.store import outbox
from editor.store.outbox import REMOVE, Job, State
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.publish.package import Gone
    from editor.publish.targets.destination import Destination
    from editor.workflow.entry import Entry

LOOKED = "looked"
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


def look_after(
    desk: Desk, destination: Destination, jobs: Iterable[Job], signer: Callable[[Session], Identity | None]
) -> list[Job]:
    """Look at what was just taken down at a place; gives the work that is held again, since it is still to be seen.

    Args:
        desk: Where.
        destination: The place, opened.
        jobs: Takings down that are done.
        signer: Gives who signs, None = nobody here.
    """
    seen: list[Job] = []
    for job in jobs:
        if job.action != REMOVE or is_by_hand(job.destination):
            continue
        with desk.reading() as session:
            sheet = articles.find(session, f"{job.article}@{job.variant}")
            addresses = [a for a in addresses_there(session, sheet, job.destination) if "://" in a]
            away = _gone(sheet)
        if away is None or not addresses:
            continue
        looks = [[address, _status(destination, address), desk.clock().isoformat(timespec="seconds")]
                 for address in addresses]  # fmt: skip
        with desk.writing() as session:
            _noted(session, job, sheet, looks, signer(session))
            if not away[0].notice and any(status == _SEEN for _, status, _ in looks):
                address = next(address for address, status, _ in looks if status == _SEEN)
                reason = {"code": "still_there", "address": address, "looks": looks}
                outbox.update(session.connection, session.newsroom, job.key, state=State.HELD, reason=reason)
                seen.append(job)
    return seen


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


def _noted(session: Session, job: Job, sheet: Sheet, looks: list[list[Any]], identity: Identity | None) -> None:
    """Keep what was seen with the work, and signed in the ledger where somebody here signs."""
    outbox.update(session.connection, session.newsroom, job.key, reason={"looks": looks})
    away = _gone(sheet)
    if identity is not None and away is not None:
        content = {
            "target": job.revision,
            "destination": job.destination,
            "action": LOOKED,
            "withdraw": away[1],
            "looks": looks,
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
                }
                entry = session.compose(identity.person, Kind.RECEIPT, sheet.article, str(sheet.variant), content)
                session.write(identity, entry)


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
