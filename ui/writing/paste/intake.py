"""A clipboard or a drag as blocks, pictures and files."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from editor.markup.blocks import Image, Run, Table, paragraph
from editor.markup.reader import read
from ui.writing.paste.page import read_page
from ui.writing.paste.rtf import pictures_of
from ui.writing.paste.taken import OWN, PICTURES, Taken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData

    from editor.markup.blocks import Block

_RTF = ("text/rtf", "text/richtext", "application/rtf", 'application/x-qt-windows-mime;value="Rich Text Format"')
_DATA = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$")
_LARGEST = 64 << 20


def has_something(source: QMimeData) -> bool:
    """Whether there is something to take."""
    return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls() or source.hasFormat(OWN)


def from_mime(source: QMimeData, *, plainly: bool = False, original: bool = False) -> Taken:
    """What a clipboard or a drag holds.

    Args:
        source: The clipboard.
        plainly: Only its characters.
        original: Of tracked changes the text before them.
    """
    if plainly:
        return Taken(plain_blocks(source.text()))
    if source.hasFormat(OWN):
        return Taken(read(bytes(source.data(OWN).data()).decode()))
    files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()] if source.hasUrls() else []
    if files:
        return _from_files(files)
    if source.hasHtml():
        taken = _from_html(source, original=original)
        if taken.blocks:
            return taken
    if source.hasImage():
        data = _image_bytes(source)
        if data:
            name = asset(data)
            return Taken((Image(name),), {name: data})
    return Taken(_table(source.text()) or plain_blocks(source.text()))


def _from_html(source: QMimeData, *, original: bool) -> Taken:
    page = read_page(source.html(), original=original)
    taken = _with_pictures(page.blocks, source)
    if not page.tracked or original:
        return taken
    before = _with_pictures(read_page(source.html(), original=True).blocks, source)
    return replace(taken, tracked=True, original=before.blocks)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Lines as paragraphs; nothing in them is taken for a sign."""
    lines = re.split(r"\r\n?|\n|\u2029", text)
    return tuple(paragraph(line.replace("\u2028", "\n")) for line in lines if line.strip())


def asset(data: bytes) -> str:
    """The source of a picture kept in the library."""
    return "asset:" + hashlib.sha256(data).hexdigest()


def _table(text: str) -> tuple[Block, ...]:
    """Rows of cells parted by tabs, as spreadsheets give them without HTML."""
    rows = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):  # noqa: PLR2004
        return ()
    cells = tuple(tuple((Run(cell),) if cell.strip() else () for cell in row) for row in rows)
    return (Table(cells, header=False),)


def _from_files(paths: Iterable[str]) -> Taken:
    blocks: list[Block] = []
    pictures: dict[str, bytes] = {}
    files: list[str] = []
    for path in map(Path, paths):
        readable = path.suffix.lower() in PICTURES and path.is_file() and path.stat().st_size <= _LARGEST
        if not readable:
            files.append(str(path))
            continue
        data = path.read_bytes()
        pictures[asset(data)] = data
        blocks.append(Image(asset(data), "", "", path.stem))
    return Taken(tuple(blocks), pictures, tuple(files))


def _with_pictures(blocks: tuple[Block, ...], source: QMimeData) -> Taken:
    """Pictures that the clipboard holds take the place of their addresses, the others stay named places."""
    images = [block for block in blocks if isinstance(block, Image)]
    if not images:
        return Taken(blocks)
    local = [image for image in images if image.source.startswith("file:")]
    inside = _held(local, images, source)
    pictures: dict[str, bytes] = {}
    changed: list[Block] = []
    missing = 0
    for block in blocks:
        if not isinstance(block, Image):
            changed.append(block)
            continue
        data = next((data for image, data in inside if image is block), None) or _from_data(block.source)
        if data is None:
            missing += 1
            changed.append(_place(block))
        else:
            pictures[asset(data)] = data
            changed.append(replace(block, source=asset(data)))
    return Taken(tuple(changed), pictures, missing=missing)


def _held(local: list[Image], images: list[Image], source: QMimeData) -> list[tuple[Image, bytes]]:
    """Pictures of the HTML whose bytes stand in another form of the clipboard."""
    if len(images) == 1 and source.hasImage():
        data = _image_bytes(source)
        return [(images[0], data)] if data else []
    form = next((name for name in _RTF if source.hasFormat(name)), None)
    if not local or form is None:
        return []
    found = pictures_of(bytes(source.data(form).data()).decode("latin-1"))
    if len(found) != len(local):
        return []
    return [(image, data) for image, data in zip(local, found, strict=True) if data is not None]


def _from_data(address: str) -> bytes | None:
    match = _DATA.match(address)
    if match is None:
        return None
    try:
        return base64.b64decode("".join(match[1].split()), validate=True) or None
    except binascii.Error:
        return None


def _place(image: Image) -> Image:
    """A place for a picture that is not here: it keeps a name, and no bytes in its address."""
    if image.source.startswith("data:"):
        return replace(image, source="file:")
    if image.source.startswith("file:") and not image.alt:
        return replace(image, alt=image.source.removeprefix("file:"))
    return image


def _image_bytes(source: QMimeData) -> bytes:
    for form in ("image/png", "image/jpeg", "image/webp", "image/gif"):
        if source.hasFormat(form):
            return bytes(source.data(form).data())
    image = source.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())
