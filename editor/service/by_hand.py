"""What a window asks of what people do by hand: what to copy, ticks, adoption, receipts, the disposal sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake.packed import MAX_PICTURE
from editor.newsroom.secrets import SecretsOnDisk
from editor.operations.outbox import adopting, by_hand, disposal
from editor.operations.outbox.by_hand import Screenshot
from editor.publish.whole_file import write_whole
from editor.records.disposal import FoundThere, Ticked, ToCopy

if TYPE_CHECKING:
    from editor.newsroom.secrets import Secrets
    from editor.operations.outbox.adopting import Found
    from editor.records.disposal import DisposalSheet, ReceiptShown
    from editor.service.room import Room


def to_copy(room: Room, name: str, place: str) -> ToCopy:
    """What a person copies into a place without an interface."""
    offered = by_hand.material(room.desk, name, place)
    fields = offered.fields
    pictures = tuple(picture.file for picture in offered.pictures)
    texts = (str(fields["title"]), str(fields["text"]), str(fields["summary"]))
    return ToCopy(offered.name, place, offered.url, *texts, tuple(fields["tags"]), pictures)


def copy_files(room: Room, name: str, place: str, folder: str) -> tuple[str, ...]:
    """Headline, text and pictures as files in a folder; gives them."""
    return tuple(by_hand.written(by_hand.material(room.desk, name, place), Path(folder)))


def published(
    room: Room,
    name: str,
    place: str,
    at: str,
    address: str,
    picture: str,
    person: str,
    *,
    elsewhere: bool = False,
) -> Ticked:
    """Somebody published it there by hand.

    Args:
        room: Where.
        name: Article variant.
        place: Name of the place.
        at: When, "" = now.
        address: Where it stands there, "" = it has none.
        picture: File of a screenshot, "" = none.
        person: Who says so.
        elsewhere: The place is no target: it goes on the list of this article.
    """
    shot = _shot(picture) if picture else None
    done = by_hand.published(
        room.desk, name, place, at=at, address=address, picture=shot, person=person or None, elsewhere=elsewhere
    )
    return Ticked(done.name, done.place, done.action, done.at, done.follows, done.name.partition("@")[0])


def taken_down(room: Room, name: str, place: str, at: str, picture: str, person: str) -> Ticked:
    """Somebody took it down there by hand."""
    done = by_hand.taken_down(room.desk, name, place, picture=_shot(picture), at=at, person=person or None)
    return Ticked(done.name, done.place, done.action, done.at, done.follows, done.name.partition("@")[0])


def _shot(file: str) -> Screenshot:
    """A file that holds a picture.

    Raises:
        EditorError: None was named (exit 2), or it cannot be read (exit 3).
    """
    if not file:
        raise EditorError.usage("picture_needed")
    try:
        with Path(file).open("rb") as opened:
            return Screenshot(opened.read(MAX_PICTURE + 1), Path(file).name)
    except OSError as error:
        raise EditorError.unreadable("input_unreadable", file=file) from error


def _secrets(room: Room) -> Secrets:
    return SecretsOnDisk(room.place.data / "targets", room.passphrase)


def look_there(room: Room, name: str, target: str, address: str) -> FoundThere:
    """What stands at an address, held against what was signed; nothing is written."""
    return _found(adopting.look(room.desk, _secrets(room), name, target, address))


def adopt(room: Room, name: str, target: str, address: str, stamp: str, person: str) -> FoundThere:
    """What stands there becomes ours: a person has seen it as `stamp` says."""
    done = adopting.adopt(
        room.desk, _secrets(room), name, target, address, person=person or None, another_title=True, stamp=stamp
    )
    return _found(done.found)


def _found(found: Found) -> FoundThere:
    differs = tuple((item.field, item.sent, item.there) for item in found.differs)
    what = (found.name, found.number, found.target, found.address, found.stamp, found.title, found.ours)
    return FoundThere(*what, found.same_title, differs, found.form)


def receipts(room: Room, name: str) -> tuple[ReceiptShown, ...]:
    """All receipts of an article, the newest first."""
    return disposal.receipts(room.desk, name)


def sheet(room: Room, name: str) -> DisposalSheet:
    """The disposal sheet of a withdrawn article."""
    return disposal.sheet_of(room.desk, name)


def note(room: Room, name: str, order: str, why: str, person: str) -> DisposalSheet:
    """Order and reason of a withdrawal, entered afterwards; gives the sheet."""
    disposal.note(room.desk, name, order=order, why=why, person=person or None)
    return disposal.sheet_of(room.desk, name)


def sheet_file(room: Room, name: str, file: str, language: str) -> str:
    """The sheet as PDF in a file (HTML where it is called so); gives the file.

    Raises:
        EditorError: It is not withdrawn, the libraries for PDF are missing, or the file cannot be written.
    """
    paper = disposal.paper_of(room.desk, name, language)
    place = Path(file)
    if place.suffix.casefold() in {".html", ".htm"}:
        data = paper.html.encode()
    else:
        from editor.publish.formats.printing import printed  # half a second

        data = printed(paper.html).data
    write_whole(file, data)
    return file
