"""What a window asks about pictures: kept once, read, made small here so that no window decodes a whole photograph."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake.packed import MAX_PICTURE, mime_of
from editor.operations import picturing
from editor.publish.formats.position import without_position
from editor.records.output import PictureKept, SmallPicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.service.room import Room

_PREFIX = "asset:"


def keep(room: Room, data: bytes, name: str = "") -> PictureKept:
    """Keep a picture; a refusal is told in the answer, so that others that came with it go on."""
    came = _PREFIX + hashlib.sha256(data).hexdigest()
    try:
        kept = picturing.keep(room.desk, data, name)
    except EditorError as error:
        if error.code not in {"picture_unknown", "picture_too_large"}:
            raise
        return PictureKept(name, "", came, code=error.code, details=_plain(error))
    return PictureKept(name, _PREFIX + kept.asset, came, kept.placeless)


def keep_files(room: Room, files: Sequence[str]) -> tuple[PictureKept, ...]:
    """The same with files, in their order; a bad one does not stop the others."""
    found: list[PictureKept] = []
    for number, file in enumerate(files):
        room.progress(number, len(files))
        name = Path(file).name
        try:
            with Path(file).open("rb") as opened:
                found.append(keep(room, opened.read(MAX_PICTURE + 1), name))
        except OSError:
            found.append(PictureKept(name, "", code="input_unreadable", details={"file": file}))
    return tuple(found)


def read(room: Room, source: str) -> bytes | None:
    """The bytes of a picture as it goes out, None when it is not here."""
    found = picturing.read(room.desk, source.removeprefix(_PREFIX)) if source.startswith(_PREFIX) else None
    return found[1] if found is not None else None


def small(room: Room, sources: Sequence[str], side: int) -> tuple[SmallPicture, ...]:
    """Pictures no wider and no higher than ``side`` px, one for each source, in their order."""
    found: list[SmallPicture] = []
    for source in sources:
        room.check()
        found.append(_small(room, source, side))
    return tuple(found)


def _small(room: Room, source: str, side: int) -> SmallPicture:
    try:
        data = read(room, source)
    except EditorError:  # damaged: the tab says that it is not here, the gate refuses it
        data = None
    made = picturing.small(data, side) if data is not None else None
    if data is None or made is None:
        return SmallPicture(source, size=len(data or b""))
    placed = without_position(data) is not data
    return SmallPicture(source, made.data, made.width, made.height, len(data), placed)


def clean(room: Room, source: str) -> PictureKept:
    """Keep a picture of the library without the place where it was taken; the text still has to name it instead.

    Raises:
        EditorError: It is not here.
    """
    data = read(room, source)
    if data is None:
        raise EditorError.library("asset_damaged", asset=source.removeprefix(_PREFIX))
    return keep(room, data)


def save(room: Room, source: str, folder: str) -> str:
    """Write a picture of the library into a folder, to be opened by another program; gives the file.

    Raises:
        EditorError: It is not here, or the file cannot be written.
    """
    asset = source.removeprefix(_PREFIX)
    data = read(room, source)
    if data is None:
        raise EditorError.library("asset_damaged", asset=asset)
    kind = mime_of(data).partition("/")[2].replace("jpeg", "jpg")
    file = Path(folder) / f"{asset[:12]}.{kind}"
    try:
        file.write_bytes(data)
    except OSError as error:
        raise EditorError.target("output_unwritable", file=str(file)) from error
    return str(file)


def _plain(error: EditorError) -> dict[str, str]:
    return {key: str(value) for key, value in error.details.items()}
