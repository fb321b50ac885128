"""What a window asks of what goes out: review copies, what of a list may be delivered, delivering it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.operations import articles, browsing, copying, gate, keeping
from editor.operations.content import from_revision
from editor.operations.delivering import deliver as send
from editor.operations.outbox.clock import moment, told
from editor.publish.site.manifest import FILE as SITE_MANIFEST
from editor.publish.targets import on_disk, open_target
from editor.publish.targets.folder import MANIFEST as FOLDER_MANIFEST
from editor.publish.whole_file import write_whole
from editor.records.articles import View
from editor.records.output import CopyMade, Delivered, DeliveryDone, Planned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.operations.articles import Sheet
    from editor.operations.copying import Copied
    from editor.operations.desk import Session
    from editor.service.room import Room

REVIEW = "review"
"""Kind of place that takes review copies; everything else is a kind of `open_target`."""
ADDRESSES = "delivery.addresses"
"""Preference of the newsroom: addresses that were used, the last one first."""
_REMEMBERED = 8
_WHOLE = frozenset({"output_unwritable", "pdf_libraries_missing"})  # the next article would fail as well
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\s]+")
_LONGEST = 40


def review_copy(room: Room, name: str, folder: str) -> CopyMade:
    """Make the review copy of an article as PDF in a folder.

    Raises:
        EditorError: There is no such article, the system's libraries are missing, or the file cannot be written.
    """
    copied = copying.review_page(room.desk, name)
    return _written(copied, Path(folder))


def _written(copied: Copied, folder: Path) -> CopyMade:
    from editor.publish.formats.review_pdf import render  # half a second

    pdf = render(copied.html)
    file = folder / f"{_file_name(copied)}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EditorError.target("output_unwritable", file=str(file)) from error
    write_whole(str(file), pdf.data)
    return CopyMade(
        copied.name, copied.number, copied.headline, str(file), copied.signed, pdf.pages, pdf.lines, pdf.missing
    )


def _file_name(copied: Copied) -> str:
    """稿号 and headline; with the variant where it is not the article's own, so that both can lie in one folder."""
    variant = copied.name.partition("@")[2]
    parts = (copied.number or copied.name.partition("@")[0], variant, copied.headline[:_LONGEST])
    return _UNSAFE.sub(" ", " ".join(part for part in parts if part)).strip(" .")


def addresses(room: Room) -> tuple[str, ...]:
    """Addresses that were delivered to, the last one first."""
    kept = keeping.preference(room.desk, ADDRESSES)
    return tuple(item for item in kept if isinstance(item, str)) if isinstance(kept, list) else ()


def plan(room: Room, kind: str, names: Sequence[str] | None = None) -> tuple[Planned, ...]:
    """What of some articles would go to a kind of place, and why the rest would not; None = those of 已签发.

    Review copies can be made of all; packages only of what the last level signed.
    """
    with room.desk.reading() as session:
        wanted = list(names) if names is not None else _approved(room)
        found = []
        for number, name in enumerate(dict.fromkeys(wanted)):
            room.progress(number, len(wanted))
            found.append(_planned(session, name, kind))
    return tuple(found)


def _approved(room: Room) -> list[str]:
    rows = browsing.rows(room.desk, browsing.ids(room.desk, View("approved")))
    return [row.name for row in rows if not row.place]


def _planned(session: Session, name: str, kind: str) -> Planned:
    try:
        sheet = articles.find(session, name)
        slip = sheet.content.slip
    except EditorError as error:
        return Planned(name, "", "", "", error.code, {"id": name, "variant": name.partition("@")[2]})
    code, detail = ("", "") if kind == REVIEW else gate.objection(session, sheet)
    appears = ""
    if kind != REVIEW and not code:
        code, appears = _later(session, sheet, kind)
        detail = appears if code else ""
    details = {"id": slip.number or sheet.name, "detail": detail, "name": ""} if code else {}
    return Planned(sheet.name, slip.number, slip.headline, slip.column, code, details, "" if code else appears)


def _later(session: Session, sheet: Sheet, kind: str) -> tuple[str, str]:
    """Why it does not go there before its time, and when readers get it ("" = at once).

    The queue of a target keeps 拟发 and 禁发; a folder that is written at once keeps nothing and is refused what is
    under an embargo.
    """
    release = sheet.standing.release
    if release is None:
        return "", ""
    signed = from_revision(release.revision).slip
    at_once = on_disk(f"{kind}:/")
    times = [moment(text) for text in ((signed.embargo,) if at_once else (signed.publish_at, signed.embargo)) if text]
    latest = max((time for time in times if time is not None), default=0.0)
    if latest <= session.desk.clock().timestamp():
        return "", ""
    return "embargo" if at_once else "", told(latest)


def _kind(address: str) -> str:
    return address.partition(":")[0]


def deliver(room: Room, address: str, names: Sequence[str], person: str | None = None) -> DeliveryDone:
    """Deliver articles to a place: signed ones as packages, or all of them as review copies (``review:DIR``).

    A window asks for some articles at a time, so that it can stop between two steps: what was delivered stays, and a
    target that fails is as it was before its step. The variants of one article belong into one step.

    Raises:
        EditorError: There is no such kind of place, or it fails as a whole.
    """
    _remember(room, address)
    if _kind(address) != REVIEW:
        unlock(room, person)
    wanted = tuple(dict.fromkeys(names))
    done = _copies(room, address, wanted) if _kind(address) == REVIEW else _packages(room, address, wanted, person)
    touched = tuple(dict.fromkeys(item.name.partition("@")[0] for item in done if item.place))
    return DeliveryDone(address, tuple(done), _opening(address), touched)


def unlock(room: Room, person: str | None) -> None:
    """Open the key that will sign the receipts before anything goes out: a delivery without a note of it is half done.

    Raises:
        EditorError: A pass phrase is needed.
    """
    with room.desk.reading() as session:
        for identity in room.desk.keys.identities(session.newsroom):
            member = session.people.get(identity.person)
            if person == identity.person and member is not None and member.levels - {"reporter"}:
                room.desk.keys.unlock(identity)


def _remember(room: Room, address: str) -> None:
    """Keep an address that is one, as the last that was used."""
    if _kind(address) != REVIEW:
        open_target(address)
    elif not address.partition(":")[2]:
        raise EditorError.usage("target_unknown", target=address)
    else:
        _keep_inside(Path(address.partition(":")[2]))
    before = addresses(room)
    if before[:1] != (address,) and not room.desk.library.read_only:
        kept = [address, *(item for item in before if item != address)]
        keeping.set_preference(room.desk, ADDRESSES, kept[:_REMEMBERED])


def _keep_inside(folder: Path) -> None:
    """Review copies never lie where packages go out: whoever serves that folder would publish them.

    Raises:
        EditorError: A site or a folder of exports stands there, or above it.
    """
    place = folder.resolve()
    for above in (place, *place.parents):
        if any((above / name).exists() for name in (SITE_MANIFEST, FOLDER_MANIFEST)):
            raise EditorError.target("review_in_target", folder=str(folder))


def _opening(address: str) -> str:
    kind, _, place = address.partition(":")
    front = Path(place) / "index.html"
    return str(front if kind == "site" and front.is_file() else Path(place))


def _packages(room: Room, address: str, names: Sequence[str], person: str | None) -> list[Delivered]:
    sent = send(room.desk, address, names, person)
    there = {item.name: item for item in sent.delivered}
    refused = {item.name: item for item in sent.refused}
    found = []
    for name in names:
        item, held = there.get(name), refused.get(name) or refused.get(name.partition("@")[0])
        if item is not None:
            found.append(Delivered(name, item.place, item.written))
        else:
            details = {"id": name, "detail": held.detail if held is not None else "", "name": ""}
            found.append(Delivered(name, code=held.code if held is not None else "not_signed", details=details))
    return found


def _copies(room: Room, address: str, names: Sequence[str]) -> list[Delivered]:
    found = []
    for name in names:
        try:
            made = review_copy(room, name, address.partition(":")[2])
        except EditorError as error:
            if error.code in _WHOLE:
                raise
            found.append(Delivered(name, code=error.code, details={"id": name, **_plain(error)}))
        else:
            found.append(Delivered(name, made.file, written=True, unsigned=not made.signed))
    return found


def _plain(error: EditorError) -> dict[str, str]:
    return {key: str(value) for key, value in error.details.items()}
