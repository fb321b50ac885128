"""What the window asks where text comes in: files, the intake report, 并入, pasted versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.article import Article, Variant, slip_from_plain, slip_to_plain
from editor.errors import EditorError
from editor.markup.reader import read
from editor.markup.writer import write
from editor.operations import articles, autosaving, importing, merging, reporting
from editor.operations.comparing import compare
from editor.operations.newversion import as_new_version
from editor.records.desk import FileDone
from editor.records.incoming import Joined, Report, Successor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.operations.importing import Imported
    from editor.records.articles import Loaded
    from editor.service.room import Room


_DOUBTS = frozenset({"intake.two_readings", "intake.mojibake", "intake.undecodable"})
"""Remarks that somebody has to look at before the article goes on."""


def _article(name: str, variant: str, slip: Mapping[str, Any], text: str) -> Article:
    return Article(name.split("@", 1)[0], Variant(variant), slip_from_plain(slip), read(text))


def take_in(room: Room, files: Sequence[str]) -> list[FileDone]:
    """Take files and folders in, one after the other; a bad one does not stop the others."""
    done: list[FileDone] = []
    for number, file in enumerate(files):
        room.progress(number, len(files))
        room.check()  # who is told may have said that it is enough
        done += _path(room, file, alone=len(files) == 1)
    return done


def _path(room: Room, file: str, *, alone: bool) -> Iterator[FileDone]:
    def progress(done: int, total: int) -> None:
        if alone:
            room.progress(done, total)

    try:
        for one in importing.import_path(room.desk, file, progress=progress, canceled=room.canceled):
            room.check()
            yield _came_in(one) if isinstance(one, importing.Imported) else _refused(one.file, one.error)
    except EditorError as error:
        room.check()
        yield _refused(file, error)


def _refused(file: str, error: EditorError) -> FileDone:
    details = {"file": file, **{key: str(value) for key, value in error.details.items()}}
    return FileDone(file, "", "", "", error.code, details)


def _came_in(done: Imported) -> FileDone:
    """What a person wants to know; ``offered`` counts doubts about the whole too, ``losses`` what is nowhere in it."""
    applied = sum(repair.applied for repair in done.intake.repairs)
    losses = tuple((loss.what, loss.count, loss.text) for loss in done.intake.report if not loss.kept)
    slip, doubts = done.content.slip, {finding.message for finding in done.intake.findings} & _DOUBTS
    offered = len(done.intake.repairs) - applied + len(doubts)
    return FileDone(done.file, done.name, slip.number, slip.headline, "", {}, applied, offered, losses)


def report(room: Room, name: str, variant: str = "", slip: Mapping[str, Any] | None = None, text: str = "") -> Report:
    """The intake report of an article as it stands in the window, or without a slip as it is kept."""
    now = None if slip is None else _article(name, variant, slip, text)
    return reporting.report(room.desk, name, now)


def prove(room: Room, name: str) -> tuple[bool, Loaded]:
    """Let an article count as entered again where only repairs were decided; and what is to be written on now."""
    proven = reporting.prove(room.desk, name)
    return proven, autosaving.load(room.desk, name)


def reread(room: Room, name: str, encoding: str, person: str = "") -> Loaded:
    """Take an article in again with another encoding."""
    changes = reporting.reread(room.desk, name, encoding, person)
    return autosaving.load(room.desk, next(iter(changes.drafts)))


def save_original(room: Room, name: str, file: str) -> str:
    """Write the bytes that an article came as into a file; gives the name of the file.

    Raises:
        EditorError: ``output_unwritable``, or there is no original.
    """
    _, data = reporting.original(room.desk, name)
    try:
        Path(file).write_bytes(data)
    except OSError as error:
        raise EditorError.usage("output_unwritable", file=file) from error
    return file


def merged(
    room: Room, name: str, variant: str, slip: Mapping[str, Any], text: str, other: str, block: int | None = None
) -> Joined:
    """The article in the window with another one in it: before a block, or at the end. Nothing is kept.

    Raises:
        EditorError: ``merge_itself``; there is no such article.
    """
    into = _article(name, variant, slip, text)
    with room.desk.reading() as session:
        sheet = articles.find(session, other)
        from_ = sheet.content.article(sheet.article)
    done = merging.merge(into, from_, block, heading=bool(from_.slip.headline))
    return Joined(
        other,
        from_.slip.headline,
        slip_to_plain(done.article.slip),
        write(done.article.blocks),
        done.begin,
        done.end,
        tuple((one.field, one.text) for one in done.dropped),
    )


def successor(room: Room, name: str, variant: str, slip: Mapping[str, Any], text: str, pasted: str) -> Successor:
    """The article in the window as a pasted text would have it, compared. Nothing is kept."""
    del room  # nothing of the library is needed
    now = _article(name, variant, slip, text)
    new = as_new_version(now, pasted)
    return Successor(
        write(new.blocks),
        compare(now, Article(now.id, now.variant, new.slip, new.blocks)),
        tuple((f"chat.{one.what}", one.text) for one in new.chat_remains),
        new.headline,
        new.fields,
        len(new.kept),
        new.lost_notes,
    )
