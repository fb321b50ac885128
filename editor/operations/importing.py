"""Taking files in: each becomes an article of its own, as a draft, with its original kept beside it."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.changes import Changes
from editor.errors import EditorError
from editor.intake import Intake, take_in
from editor.intake.file_names import readable
from editor.intake.packed import MAX_FILE, PackedIntake, kind_of_file, packed
from editor.markup.writer import write
from editor.operations import articles
from editor.operations.content import Content
from editor.operations.desk import new_id
from editor.operations.numbering import next_number
from editor.operations.placeless import placeless
from editor.store import drafts, kept_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editor.operations.desk import Desk

_MIME = {
    "html": "text/html",
    "markdown": "text/markdown",
    "plain": "text/plain",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MAX_TEXT = 50_000_000
"""Largest page of text, in bytes."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that was taken in.

    Attributes:
        file: Where from, with the name inside a ZIP or folder behind it.
        taken: sha256 (hex) of the file as it came.
        known: Whether exactly this file was here already: it was taken in before.
    """

    name: str
    content: Content
    intake: Intake
    state: str
    changes: Changes
    file: str = ""
    taken: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class NotImported:
    """A document of a ZIP or folder that could not be taken in, and why."""

    file: str
    error: EditorError


def import_path(
    desk: Desk,
    file: str,
    *,
    encoding: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    canceled: Callable[[], bool] = bool,
) -> Iterator[Imported | NotImported]:
    """Take in what lies somewhere: a page, an office file, or the articles of a ZIP or folder, one after the other.

    Each article that is handed out is on the disk with its pictures; an odd document does not stop the others.

    Args:
        desk: Where to.
        file: Where a file or folder is.
        encoding: A decoding that a person chose for texts; None = told from the bytes.
        progress: Told how many documents of how many are done.
        canceled: Asked before each document, and while another program reads one; True = no more of them.

    Raises:
        EditorError: About the whole: ``no_such_file``, ``input_unreadable``, ``input_too_large``, ``bundle_empty``,
            ``bundle_too_many``, and what :func:`import_page` raises.
    """
    path = Path(file)
    file = readable(file)
    data = b"" if path.is_dir() else _read(path, file, MAX_FILE)
    kind = "bundle" if path.is_dir() else kind_of_file(data)
    if kind != "bundle":
        if not kind and len(data) > MAX_TEXT:
            raise EditorError.unreadable("input_too_large", megabytes=MAX_TEXT // 1_000_000)
        yield import_page(desk, data, file, encoding=encoding, canceled=canceled)
        return
    from editor.intake.bundle import articles as bundled

    place = path if path.is_dir() else data
    for each in bundled(place, file, encoding=encoding, progress=progress, canceled=canceled):
        inner = f"{file.rstrip('/')}/{readable(each.file)}"
        if each.intake is not None:
            yield _kept(desk, each.intake, b"", inner)
        elif each.error is not None:
            yield NotImported(inner, each.error)


def _read(path: Path, name: str, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise EditorError.unreadable("no_such_file", file=name) from error
    except (OSError, ValueError) as error:
        raise EditorError.unreadable("input_unreadable", file=name) from error
    if len(data) > limit:
        raise EditorError.unreadable("input_too_large", megabytes=limit // 1_000_000)
    return data


def import_page(
    desk: Desk, data: bytes, file: str, *, encoding: str | None = None, canceled: Callable[[], bool] = bool
) -> Imported:
    """Take one page in as a draft. Returned = the draft, the original bytes and its pictures are on the disk.

    Args:
        desk: Where to.
        data: The bytes of the file: a page of text, an office file, or a ZIP with one document.
        file: Its name, for the report and as a hint at its kind.
        encoding: A decoding that a person chose; None = told from the bytes.
        canceled: Asked while another program reads the file; True = it is ended.

    Raises:
        EditorError: The bytes are no page (exit 3), or the library cannot be written (exit 4).
    """
    return _kept(desk, take_in(data, file, encoding=encoding, canceled=canceled), data, file)


def _kept(desk: Desk, intake: Intake, data: bytes, file: str) -> Imported:
    """Keep an intake as a draft; its original are the bytes handed in, where it does not bring others itself."""
    brought, originals = placeless(intake if isinstance(intake, PackedIntake) else packed(intake))
    document = data if brought.original is None else brought.original
    taken = hashlib.sha256(document if brought.source is None else brought.source).hexdigest()
    with desk.writing() as session:
        known = kept_files.has(session.connection, session.newsroom, taken)

        def keep(content: bytes, mime: str) -> str:
            return kept_files.keep(session.connection, session.newsroom, content, mime)

        article = new_id()
        original = keep(document, _MIME.get(intake.kind, "text/plain"))
        source = "" if brought.source is None else keep(brought.source, "application/octet-stream")
        for picture in (*brought.pictures, *originals):
            keep(picture.data, picture.mime)
        number = next_number(session, article)
        content = Content(
            variant=intake.variant,
            slip=dataclasses.replace(intake.slip, number=number),
            text=write(brought.blocks),
            entered=_entered(intake, original) | ({"made_from": source} if source else {}),
            intake=_report(brought, file),
        )
        drafts.save(desk.library, articles.new_draft(session, article, content, ""))
        articles.refresh(session, article)
    return Imported(article, content, brought, "draft", Changes(drafts=frozenset({article})), file, taken, known)


def _entered(intake: Intake, original: str) -> dict[str, Any]:
    """The facts from which anybody can see that the text is the original but for repaired damage."""
    return {
        "original": original,
        "encoding": intake.encoding,
        "kind": intake.kind,
        "repairs": [[item.rule, item.start, item.before, item.after] for item in intake.repairs if item.applied],
    }


def _report(intake: Intake, file: str) -> dict[str, Any]:
    return {
        "file": file,
        "encoding": intake.encoding,
        "repairs": [
            {"rule": item.rule, "before": item.before, "after": item.after, "applied": item.applied}
            for item in intake.repairs
        ],
        "report": [dataclasses.asdict(loss) for loss in intake.report],
    }
