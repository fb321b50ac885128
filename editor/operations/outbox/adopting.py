"""已人工发布: somebody published an article by hand at a system that we have an interface to, and it becomes ours.

The thing behind the address is found, read back and compared field by field; nothing is written there. On a person's
word it counts as the one thing of this article at that place: it is never sent again unasked, and corrections and
withdrawal go to it. The receipt names every field that differs, and the hash of what stood there.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles
from editor.operations.acting import actor
from editor.operations.outbox import queueing, targets
from editor.operations.outbox.by_hand import may_sign
from editor.operations.outbox.lock import alone
from editor.operations.packing import package_of
from editor.publish.package import WEB
from editor.publish.targets import kinds
from editor.publish.targets.destination import (
    BusyError,
    Difference,
    Locating,
    RefusedError,
    Status,
    differences,
)
from editor.publish.targets.hand import is_by_hand, is_web_address
from editor.publish.targets.kinds import key_of
from editor.publish.targets.web_addresses import same_page, same_site
from editor.publish.wire import WireError
from editor.store import listing, outbox, payloads
from editor.store.outbox import PUT, Placed, State, job_key
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.newsroom.secrets import Secrets
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.publish.targets.destination import Destination, Piece, Standing
    from editor.store.outbox import TargetRow
    from editor.workflow.state import Approval

_SEEN = 200
_KEPT_DIFFERENCES = 20
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands behind an address, held against what was signed.

    Attributes:
        name: Id of the article variant.
        target: Name of the target.
        thing: Its id there; `stamp` changes whenever somebody changes it.
        title: Its headline there, `ours` the signed one.
        differs: Fields that are not as we would send them; what only names it (its key) is left out.
        form: Names of those of them that say the same in other markup.
    """

    name: str
    number: str
    target: str
    address: str
    thing: str
    stamp: str
    title: str
    ours: str
    differs: tuple[Difference, ...]
    form: tuple[str, ...] = ()

    @property
    def same_title(self) -> bool:
        """Whether the headlines are the same but for blanks: else it may well be another article."""
        return "".join(self.title.split()) == "".join(self.ours.split())


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became ours, and the receipt that says so."""

    found: Found
    entry: str
    changes: Changes


def look(desk: Desk, secrets: Secrets, name: str, target: str, address: str) -> Found:
    """Find what stands at an address and compare it; nothing is changed anywhere.

    Raises:
        EditorError: Nothing was signed, the place takes no articles one by one, a visitor does not find it, it is of
            another site or another article (exit 5 or 6).
    """
    with _at_place(desk, secrets, target) as (row, destination):
        sheet, _approval, piece = _signed(desk, row, destination, name)
        return _told(sheet, row, piece, _standing(desk, row, destination, sheet, address))


def adopt(
    desk: Desk,
    secrets: Secrets,
    name: str,
    target: str,
    address: str,
    *,
    person: str | None = None,
    another_title: bool = False,
    stamp: str = "",
) -> Adopted:
    """Take what stands at an address for this article's one thing there.

    Args:
        desk: Where.
        secrets: What lets us in.
        name: Article or variant.
        target: Name of the target.
        address: As a visitor sees it.
        person: Who says so.
        another_title: He has seen that its headline is another one.
        stamp: Of what he has seen, "" = he says so without having looked; changed since = refused.

    Raises:
        EditorError: See `look`; the headline is another; it was changed since it was looked at; work is on its way.
    """
    with _at_place(desk, secrets, target) as (row, destination), alone(desk.library.path, row.destination) as ours:
        if not ours:
            raise EditorError.target("place_busy", name=row.name)
        sheet, approval, piece = _signed(desk, row, destination, name)
        standing = _standing(desk, row, destination, sheet, address)
        found = _told(sheet, row, piece, standing)
        if stamp and stamp != standing.stamp:
            raise EditorError.refused("adopt_changed", address=standing.address)
        if not found.same_title and not another_title:
            raise EditorError.refused("adopt_title", title=found.title, ours=found.ours, address=standing.address)
        return _written(desk, row, sheet, approval, standing, found, person)


@contextmanager
def _at_place(desk: Desk, secrets: Secrets, target: str) -> Iterator[tuple[TargetRow, Destination]]:
    """The target, opened; what goes wrong there is an error with exit code 6."""
    row = targets.named(desk, target)
    if is_by_hand(row.destination):
        raise EditorError.usage("adopt_by_hand", name=row.name)
    if kinds.kind(row.kind).whole or row.kind in {"hugo", "sftp"}:
        raise EditorError.usage("adopt_files", name=row.name)
    destination: Destination = targets.opened(row, secrets)  # type: ignore[assignment]
    try:
        if not isinstance(destination, Locating):
            raise EditorError.usage("adopt_cannot", name=row.name, kind=row.kind)
        destination.probe()
        yield row, destination
    except (WireError, BusyError, RefusedError) as error:
        raise EditorError.target(error.code, **error.details) from error
    finally:
        destination.close()


def _signed(desk: Desk, row: TargetRow, destination: Destination, name: str) -> tuple[Sheet, Approval, Piece]:
    """What the last level signed for this outlet, in the words of the place."""
    with desk.reading() as session:
        sheet = articles.find(session, name)
        approval = sheet.standing.release
        if approval is None:
            code = sheet.standing.obstacle or "not_signed"
            raise EditorError.refused(code, id=sheet.name, name="")
        _free(session, row, sheet)
        package = package_of(session, sheet, approval, row.options.get("outlet", WEB))
        return sheet, approval, destination.piece(package, key_of(sheet.article, str(sheet.variant)), "")


def _free(session: Session, row: TargetRow, sheet: Sheet) -> None:
    """Nothing about this article may be on its way there."""
    for job in outbox.of_article(session.connection, session.newsroom, sheet.article):
        same = (job.variant, job.destination) == (str(sheet.variant), row.destination)
        if same and job.state in {State.SENDING, State.CHECKING}:
            raise EditorError.refused("adopt_on_its_way", id=sheet.name, target=row.name)


def _standing(desk: Desk, row: TargetRow, destination: Destination, sheet: Sheet, address: str) -> Standing:
    """The thing at the address, when it can be this article's."""
    key = key_of(sheet.article, str(sheet.variant))
    _of_this_site(row, address)
    by_key = [one for one in destination.find([key]).get(key, ()) if one.key == key and one.status != Status.GONE]
    known = _known(desk, row, sheet)
    status = destination.look(address).status
    if status != _SEEN:
        raise EditorError.refused("adopt_not_seen", address=address, status=status)
    standing = destination.locate(address) if isinstance(destination, Locating) else None
    if standing is None or standing.status != Status.PUBLIC:
        raise EditorError.refused("adopt_nothing", address=address, name=row.name)
    others = [one for one in by_key if one.thing != standing.thing]
    if others or (known is not None and known.thing and known.thing != standing.thing):
        there = others[0].address if others else known.address if known is not None else ""
        raise EditorError.refused("adopt_second", address=address, other=there)
    if known is not None and known.thing == standing.thing and same_page(known.address, standing.address):
        raise EditorError.refused("adopt_known", address=address)
    _nobody_elses(desk, row, sheet, standing, key)
    return standing


def _of_this_site(row: TargetRow, address: str) -> None:
    home = row.options.get("url", "")
    if not is_web_address(address):
        raise EditorError.usage("target_address", address=address[:200])
    if home and not same_site(address, home):
        raise EditorError.refused("adopt_other_site", address=address[:200], site=home)


def _known(desk: Desk, row: TargetRow, sheet: Sheet) -> Placed | None:
    """What stands there of this article as far as we know, None = nothing does."""
    with desk.reading() as session:
        where = (sheet.article, str(sheet.variant), row.destination)
        placed = outbox.placement(session.connection, session.newsroom, *where)
    return placed if placed is not None and placed.status != Status.GONE else None


def _nobody_elses(desk: Desk, row: TargetRow, sheet: Sheet, standing: Standing, key: str) -> None:
    """It is not what we know as another article's, nor does it bear another article's key."""
    with desk.reading() as session:
        placed = outbox.placements_at(session.connection, session.newsroom, row.destination)
        ours = (sheet.article, str(sheet.variant))
        other = next((p for p in placed if p.thing == standing.thing and (p.article, p.variant) != ours), None)
        if other is not None:
            rows = listing.named(session.connection, session.newsroom, [other.article])
            name, number, headline = rows.get((other.article, other.variant), (other.article, "", ""))
            raise EditorError.refused("adopt_others", address=standing.address, id=number or name, headline=headline)
    if standing.key.startswith("nx-") and standing.key != key:
        raise EditorError.refused("adopt_others", address=standing.address, id=standing.key, headline="")


def _told(sheet: Sheet, row: TargetRow, piece: Piece, standing: Standing) -> Found:
    names = {name for name, value in piece.fields.items() if value == piece.key}
    sent = {name: value for name, value in piece.fields.items() if name not in names}
    differs = differences(sent, standing.fields)
    form = tuple(item.field for item in differs if _same_words(sent[item.field], standing.fields.get(item.field)))
    return Found(
        name=sheet.name,
        number=sheet.content.slip.number,
        target=row.name,
        address=standing.address,
        thing=standing.thing,
        stamp=standing.stamp,
        title=unescape(str(standing.fields.get(_TITLE, ""))),
        ours=unescape(str(piece.fields.get(_TITLE, ""))),
        differs=differs,
        form=form,
    )


def _same_words(one: Any, other: Any) -> bool:
    """Whether two texts say the same and are only marked up in another way."""
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    from editor.publish.targets.web_page import page_text  # noqa: PLC0415  (lxml)

    said, there = ("".join(page_text(text).split()) for text in (one, other))
    return said == there


def _payload(key: str, standing: Standing) -> str:
    """What stood there, as one canonical text: its hash is in the receipt, the text is kept beside it."""
    fields: Mapping[str, Any] = dict(standing.fields)
    whole = {"v": 1, "adopted": standing.thing, "key": key, "address": standing.address, "fields": fields}
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _written(
    desk: Desk,
    row: TargetRow,
    sheet: Sheet,
    approval: Approval,
    standing: Standing,
    found: Found,
    person: str | None,
) -> Adopted:
    """Note it as ours, and what was queued for it there as done."""
    key = key_of(sheet.article, str(sheet.variant))
    payload = _payload(key, standing)
    digest = hashlib.sha256(payload.encode()).hexdigest()
    revision = approval.revision.id
    content = {
        "target": revision,
        "destination": row.destination,
        "action": "adopted",
        "key": key,
        "thing": standing.thing,
        "address": standing.address,
        "status": str(standing.status),
        "digest": digest,
        "differs": sorted({item.field for item in found.differs}),
        "form": sorted(found.form),
    }
    with desk.writing() as session:
        identity = actor(session, person, lambda who: may_sign(session, who.person))
        payloads.keep(session.connection, session.newsroom, digest, payload)
        entry = session.compose(identity.person, Kind.RECEIPT, sheet.article, str(sheet.variant), content)
        session.write(identity, entry)
        _placed(session, row, sheet, standing, revision, digest)
        _no_more(session, row, sheet, revision, digest, found)
        listing.mark_sent(session.connection, session.newsroom, sheet.article, str(sheet.variant))
        articles.refresh(session, sheet.article)
    touched = frozenset({sheet.article})
    return Adopted(found, entry.id, Changes(articles=touched, deliveries=touched))


def _placed(session: Session, row: TargetRow, sheet: Sheet, standing: Standing, revision: str, digest: str) -> None:
    """What stands there is what is known to stand there: a change by somebody else is noticed from now on."""
    placed = Placed(
        article=sheet.article,
        variant=str(sheet.variant),
        destination=row.destination,
        key=key_of(sheet.article, str(sheet.variant)),
        thing=standing.thing,
        address=standing.address,
        status=str(Status.PUBLIC),
        revision=revision,
        digest=digest,
        stamp=standing.stamp,
        fields=standing.fields,
        at=session.stamp(),
        publish_at="",
    )
    outbox.keep_placement(session.connection, session.newsroom, placed)


def _no_more(session: Session, row: TargetRow, sheet: Sheet, revision: str, digest: str, found: Found) -> None:
    """The work of sending it is done; what waits of older texts is not done any more."""
    job = queueing.job_of(row, sheet.article, str(sheet.variant), revision, at=session.stamp())
    known = outbox.job(session.connection, session.newsroom, job_key(revision, row.destination, PUT))
    differ = [list(item) for item in found.differs[:_KEPT_DIFFERENCES]]
    done = (known or job)._replace(
        state=State.DONE,
        attempt=0,
        digest=digest,
        reason={"code": "adopted", "differences": differ},
        done_at=session.stamp(),
    )
    queueing.supersede(session, [done])
    outbox.queue(session.connection, session.newsroom, [done])
