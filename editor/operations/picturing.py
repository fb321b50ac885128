"""Pictures of articles: kept once, read, and made small for windows and prints."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake.packed import MAX_PICTURE, picture_of
from editor.operations.placeless import without_place
from editor.store import kept_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.operations.desk import Desk

MAX_PIXELS = 120_000_000
"""Larger pictures are kept, but not decoded: a small file can say that it has any size."""
_QUALITY = 85


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture in the library.

    Attributes:
        asset: sha256 in hex of the bytes that the article may name.
        placeless: Whether the place where it was taken was removed from it; the file as it came is kept too.
    """

    asset: str
    mime: str
    size: int
    placeless: bool


@dataclass(frozen=True, slots=True)
class Small:
    """A picture made small: PNG or JPEG, and the size of the picture itself in px (0 where it cannot be read)."""

    mime: str
    data: bytes
    width: int
    height: int


def keep(desk: Desk, data: bytes, name: str = "") -> KeptPicture:
    """Keep a picture, without the place where it was taken (docs/decisions/0006); the same twice is once.

    Raises:
        EditorError: It is no picture that articles may have, too large, or the library cannot be written.
    """
    if len(data) > MAX_PICTURE:
        raise EditorError.unreadable("picture_too_large", name=name, megabytes=MAX_PICTURE // 1_000_000)
    came = picture_of(data, name)
    if came is None:
        raise EditorError.unreadable("picture_unknown", name=name)
    shown = without_place(came)
    with desk.writing() as session:
        for picture in dict.fromkeys((came.asset, shown.asset)):
            item = came if picture == came.asset else shown
            kept_files.keep(session.connection, session.newsroom, item.data, item.mime)
    return KeptPicture(shown.asset, shown.mime, len(shown.data), shown is not came)


def read(desk: Desk, asset: str) -> tuple[str, bytes] | None:
    """MIME type and bytes of a kept picture, None when it is not here.

    Raises:
        EditorError: What is kept is not what the name says.
    """
    with desk.reading() as session:
        found = kept_files.find(session.connection, session.newsroom, asset)
    if found is not None and hashlib.sha256(found[1]).hexdigest() != asset:
        raise EditorError.library("asset_damaged", asset=asset)
    return found


def small(data: bytes, side: int) -> Small | None:
    """A picture no wider and no higher than ``side`` px, turned as its file says; None when it cannot be read.

    Pictures that are small enough are made anew all the same: what they say of themselves beside the pixels stays out.
    """
    from PIL import Image, ImageOps  # a worker is ready before it is asked

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "GIF", "WEBP")) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                return Small("", b"", opened.width, opened.height)
            opened.draft("RGB", (side * 2, side * 2))  # a JPEG is decoded at the size that is needed
            size = _shown_size(data, opened.getexif().get(0x0112, 1))
            made = ImageOps.exif_transpose(opened)
            made.thumbnail((side, side))
            see_through = made.mode in {"RGBA", "LA", "PA"} or "transparency" in made.info
            out = io.BytesIO()
            if see_through:
                made.convert("RGBA").save(out, "PNG")
            else:
                made.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, MemoryError):
        return None
    return Small("image/png" if see_through else "image/jpeg", out.getvalue(), *size)


def _shown_size(data: bytes, orientation: int) -> tuple[int, int]:
    """Width and height as it is shown: a picture on its side has them exchanged (EXIF orientation 5 to 8)."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        width, height = opened.size
    return (height, width) if orientation in {5, 6, 7, 8} else (width, height)


def small_of(desk: Desk, assets: Sequence[str], side: int) -> dict[str, Small]:
    """Kept pictures made small, by name; those that are not here or cannot be read are left out."""
    found: dict[str, Small] = {}
    for asset in dict.fromkeys(assets):
        kept = read(desk, asset)
        made = small(kept[1], side) if kept is not None else None
        if made is not None and made.data:
            found[asset] = made
    return found
