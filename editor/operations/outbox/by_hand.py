"""What a person did where there is no interface: published it, took it down; with time, address and picture, signed.

A receipt says so as it says of every place. Its ``by`` is ``hand``: nothing was read back, a person answers for it. The
picture (a screenshot) is kept under its hash, which stands in what was signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, picturing
from editor.operations.acting import actor
from editor.operations.outbox import queueing
from editor.operations.outbox.carrying import LEFT
from editor.operations.outbox.clock import moment, told
from editor.operations.outbox.queueing import UNTICKED
from editor.operations.packing import package_of
from editor.publish.package import WEB
from editor.publish.targets.destination import Status
from editor.publish.targets.failures import failing_at
from editor.publish.targets.hand import NAME, Hand, address_of, is_by_hand, is_web_address
from editor.publish.targets.kinds import key_of
from editor.store import listing, outbox, payloads
from editor.store.outbox import PUT, REMOVE, Placed, State, job_key
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.publish.targets.destination import Picture, Piece
    from editor.store.outbox import Job, TargetRow
    from editor.workflow.state import Approval

_AHEAD = 120.0
"""Seconds by which a time may lie ahead of this computer's clock; beyond that nothing can have been done at it."""
_LONGEST_NAME = 60
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Screenshot:
    """A picture of what stood there: its bytes and the name of its file."""

    data: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What was written down.

    Attributes:
        name: Id of the article variant, `place` the name of the place.
        action: put or remove.
        at: When it was done (ISO 8601), as the person says.
        picture: sha256 of the screenshot, "" = none.
        entry: Id of the receipt.
        follows: Whether a taking down is to be done there now: the article is withdrawn already.
    """

    name: str
    number: str
    headline: str
    place: str
    action: str
    at: str
    address: str
    picture: str
    entry: str
    follows: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class Material:
    """What a person copies: the fields of a piece in plain text, and pictures as files."""

    name: str
    place: str
    url: str
    fields: Mapping[str, Any]
    pictures: tuple[Picture, ...]


def may_sign(session: Session, person: str) -> str:
    """Why somebody may not sign a receipt: it takes a level of review, or 管理."""
    member = session.people.get(person)
    if member is None or not member.active:
        return "not_member"
    return "" if member.levels - {"reporter"} else "receipt_level"


def published(
    desk: Desk,
    name: str,
    place: str,
    *,
    at: str = "",
    address: str = "",
    picture: Screenshot | None = None,
    person: str | None = None,
    elsewhere: bool = False,
) -> Ticked:
    """Somebody published it there by hand.

    Args:
        desk: Where.
        name: Article or variant.
        place: Name of a target of the kind ``hand``, or of any other place without an interface.
        at: When (ISO 8601, without zone the newsroom's), "" = now.
        address: Where it stands there, "" when it has no address.
        picture: A screenshot.
        person: Who says so.
        elsewhere: The place may be one that is not known yet (上级转载): it is added to the list of this article.

    Raises:
        EditorError: The place has an interface or is not known, the text was never signed, the time is none.
    """
    when = _when(desk, at)
    _checked_address(address)
    kept = _kept(desk, picture)
    with desk.writing() as session:
        sheet = articles.find(session, name)
        row = _row(session, sheet, place, elsewhere=elsewhere)
        job = _open(session, sheet, row.destination, PUT)
        approval = _approval(sheet, job.revision if job is not None else "")
        identity = actor(session, person, lambda who: may_sign(session, who.person))
        piece = _piece(session, sheet, approval, row)
        payload = piece.payload
        payloads.keep(session.connection, session.newsroom, piece.digest, payload)
        content = _content(approval.revision.id, row.destination, PUT, piece.key, when, address, kept)
        entry = _signed(session, identity, sheet, {**content, "digest": piece.digest})
        _stands(session, sheet, row, approval, address, Status.PUBLIC)
        done = job or queueing.job_of(row, sheet.article, str(sheet.variant), approval.revision.id, at=session.stamp())
        _done(session, done._replace(digest=piece.digest), when, kept)
        listing.mark_sent(session.connection, session.newsroom, sheet.article, str(sheet.variant))
        follows = approval.withdrawn is not None
        if follows:
            _to_be_taken_down(session, sheet, row, approval)
        articles.refresh(session, sheet.article)
        return _ticked(sheet, place, PUT, when, address, kept, entry, follows=follows)


def taken_down(
    desk: Desk, name: str, place: str, *, picture: Screenshot, at: str = "", person: str | None = None
) -> Ticked:
    """Somebody took it down there by hand.

    Raises:
        EditorError: It is not withdrawn or does not stand there, there is no picture, the time is none.
    """
    when = _when(desk, at)
    kept = _kept(desk, picture)
    with desk.writing() as session:
        sheet = articles.find(session, name)
        row, job = _to_take_down(session, sheet, place)
        if job is None:
            raise EditorError.refused("nothing_to_take_down", id=sheet.name, place=place)
        identity = actor(session, person, lambda who: may_sign(session, who.person))
        before = outbox.placement(session.connection, session.newsroom, *_where(sheet, row))
        address = before.address if before is not None else ""
        key = key_of(sheet.article, str(sheet.variant))
        content = _content(job.revision, row.destination, REMOVE, key, when, address, kept)
        withdrawn = _withdrawal(sheet)
        entry = _signed(session, identity, sheet, {**content, "withdraw": withdrawn})
        if before is not None:
            gone = before._replace(status=str(Status.GONE), at=session.stamp())
            outbox.keep_placement(session.connection, session.newsroom, gone)
        _done(session, job, when, kept)
        return _ticked(sheet, place, REMOVE, when, address, kept, entry, follows=False)


def material(desk: Desk, name: str, place: str) -> Material:
    """What a person copies into a place: what the last level signed for it, and nothing else.

    Raises:
        EditorError: Nothing of it was signed, or the place has an interface.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        row = _row(session, sheet, place, elsewhere=True)
        job = _open(session, sheet, row.destination, PUT)
        approval = _approval(sheet, job.revision if job is not None else "")
        piece = _piece(session, sheet, approval, row)
        return Material(sheet.name, place, row.options.get("url", ""), piece.fields, piece.pictures)


def written(offered: Material, folder: Path) -> list[str]:
    """Write what is to be copied into a folder: headline and text as text files, pictures as files, numbered.

    Raises:
        EditorError: The folder cannot be written, or a picture is damaged.
    """
    files = {
        "01 标题.txt": str(offered.fields["title"]).encode() + b"\n",
        "02 正文.txt": offered.fields["text"].encode(),
    }
    for number, picture in enumerate(offered.pictures, 3):
        files[f"{number:02} {picture.file}"] = picture.read()
    with failing_at(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            new = folder / f".{name}.new"
            new.write_bytes(data)
            new.replace(folder / name)
    return [str(folder / name) for name in files]


def _when(desk: Desk, at: str) -> str:
    """A time at which something can have been done."""
    now = desk.clock().timestamp()
    if not at:
        return told(now)
    seconds = moment(at.strip().replace("T", " ") if len(at.strip()) > len("2026-03-06") else at.strip())
    if seconds is None:
        raise EditorError.usage("when_unreadable", time=at[:40])
    if seconds > now + _AHEAD:
        raise EditorError.usage("when_ahead", time=told(seconds))
    return told(seconds)


def _checked_address(address: str) -> None:
    if address and (len(address) > _LONGEST_ADDRESS or not is_web_address(address)):
        raise EditorError.usage("target_address", address=address[:200])


def _kept(desk: Desk, picture: Screenshot | None) -> str:
    """sha256 of the screenshot in the library, without the place where it was taken."""
    return picturing.keep(desk, picture.data, picture.name).asset if picture is not None else ""


def _row(session: Session, sheet: Sheet, place: str, *, elsewhere: bool) -> TargetRow:
    """The place: a target of the kind ``hand``, or one that was or is only named."""
    target = outbox.target(session.connection, session.newsroom, place)
    if target is not None:
        if target.kind != NAME:
            raise EditorError.usage("place_has_interface", name=place)
        return target
    row = queueing.unnamed(address_of(_named(place)))
    known = outbox.placement(session.connection, session.newsroom, *_where(sheet, row)) is not None
    known = known or _may_stand(session, sheet, row)
    if not known and not elsewhere:
        raise EditorError.usage("place_unknown", name=place)
    return row


def _to_take_down(session: Session, sheet: Sheet, place: str) -> tuple[TargetRow, Job | None]:
    """The place and the task; one with an interface, where what we sent has left our hands, is a person's as well."""
    target = outbox.target(session.connection, session.newsroom, place)
    if target is not None and target.kind != NAME:
        job = _open(session, sheet, target.destination, REMOVE)
        if job is not None and job.reason.get("code") == LEFT:
            return target, job
    row = _row(session, sheet, place, elsewhere=False)
    return row, _task(session, sheet, row)


def _named(place: str) -> str:
    name = " ".join(place.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise EditorError.usage("place_name", name=place[:_LONGEST_NAME])
    return name


def _where(sheet: Sheet, row: TargetRow) -> tuple[str, str, str]:
    return sheet.article, str(sheet.variant), row.destination


def _open(session: Session, sheet: Sheet, destination: str, action: str) -> Job | None:
    """The task that waits for a person; the newest when the text was changed meanwhile."""
    found = [
        job
        for job in outbox.of_article(session.connection, session.newsroom, sheet.article)
        if (job.variant, job.destination, job.action) == (str(sheet.variant), destination, action)
        and job.state in {State.WAITING, State.HELD}
    ]
    return found[-1] if found else None


def _approval(sheet: Sheet, revision: str) -> Approval:
    """The signed text that went: that of the task, else the newest."""
    newest = sheet.standing.newest_approvals
    wanted = [each for each in sheet.standing.approvals if each.revision.id == revision] or list(newest)
    if not wanted:
        raise EditorError.refused("not_signed", id=sheet.name, name="")
    return wanted[-1]


def _piece(session: Session, sheet: Sheet, approval: Approval, row: TargetRow) -> Piece:
    package = package_of(session, sheet, approval, row.options.get("outlet", WEB))
    return Hand().piece(package, key_of(sheet.article, str(sheet.variant)), "")


def _content(
    revision: str, destination: str, action: str, key: str, when: str, address: str, picture: str
) -> dict[str, Any]:
    return {
        "target": revision,
        "destination": destination,
        "action": action,
        "by": NAME,
        "key": key,
        "thing": "",
        "address": address,
        "status": str(Status.PUBLIC if action == PUT else Status.GONE),
        "when": when,
        "picture": picture,
    }


def _signed(session: Session, identity: Identity, sheet: Sheet, content: Mapping[str, Any]) -> str:
    entry = session.compose(identity.person, Kind.RECEIPT, sheet.article, str(sheet.variant), content)
    return session.write(identity, entry).id


def _stands(session: Session, sheet: Sheet, row: TargetRow, approval: Approval, address: str, status: Status) -> None:
    """It stands there; no thing is named, so that no program ever takes it for something that it can write over."""
    placed = Placed(
        article=sheet.article,
        variant=str(sheet.variant),
        destination=row.destination,
        key=key_of(sheet.article, str(sheet.variant)),
        thing="",
        address=address,
        status=str(status),
        revision=approval.revision.id,
        digest="",
        stamp="",
        fields={},
        at=session.stamp(),
        publish_at="",
    )
    outbox.keep_placement(session.connection, session.newsroom, placed)


def _done(session: Session, job: Job, when: str, picture: str) -> None:
    reason = {"code": "by_hand_done", "when": when, **({"picture": picture} if picture else {})}
    done = job._replace(state=State.DONE, attempt=max(1, job.attempt), reason=reason, done_at=session.stamp())
    outbox.queue(session.connection, session.newsroom, [done])


def _withdrawal(sheet: Sheet) -> str:
    return next((each.withdrawn.id for each in sheet.standing.newest_approvals if each.withdrawn is not None), "")


def _to_be_taken_down(session: Session, sheet: Sheet, row: TargetRow, approval: Approval) -> Job:
    """The task of taking it down, for an article that is withdrawn already."""
    what = (sheet.article, str(sheet.variant), approval.revision.id)
    job = queueing.job_of(row, *what, at=session.stamp(), action=REMOVE)
    job = queueing.task(job._replace(key=job_key(_withdrawal(sheet), row.destination, REMOVE)))
    outbox.queue(session.connection, session.newsroom, [job])
    return job


def _task(session: Session, sheet: Sheet, row: TargetRow) -> Job | None:
    """The task of taking it down; made where it was taken out of the queue though it still stands there."""
    if not is_by_hand(row.destination):
        return None
    job = _open(session, sheet, row.destination, REMOVE)
    if job is not None:
        return job
    placed = outbox.placement(session.connection, session.newsroom, *_where(sheet, row))
    approval = next((each for each in sheet.standing.newest_approvals if each.withdrawn is not None), None)
    stands = placed.status != Status.GONE if placed is not None else _may_stand(session, sheet, row)
    if approval is None or not stands:
        return None
    return _to_be_taken_down(session, sheet, row, approval)


def _may_stand(session: Session, sheet: Sheet, row: TargetRow) -> bool:
    """Whether somebody was to publish it there, and nobody said whether he did."""
    jobs = outbox.of_article(session.connection, session.newsroom, sheet.article)
    return any(
        (job.variant, job.destination, job.reason.get("code")) == (str(sheet.variant), row.destination, UNTICKED)
        for job in jobs
    )


def _ticked(
    sheet: Sheet, place: str, action: str, when: str, address: str, picture: str, entry: str, *, follows: bool
) -> Ticked:
    slip = sheet.content.slip
    changes = Changes(articles=frozenset({sheet.article}), deliveries=frozenset({sheet.article}))
    return Ticked(
        sheet.name, slip.number, slip.headline, place, action, when, address, picture, entry, follows, changes
    )
