"""Web archives (.mht, .mhtml; also .doc files that are one): the page and the pictures that it shows."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake.packed import Picture, packed, picture_of
from editor.intake.records import Loss
from editor.markup.blocks import Image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from editor.intake.packed import PackedIntake
    from editor.markup.blocks import Block

_MOST_PARTS = 2000
_HEAD = re.compile(rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}", re.IGNORECASE)
_VERSION = re.compile(rb"^mime-version:\s*1\.0\s*$", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\s*;", re.IGNORECASE | re.MULTILINE)
_CID = re.compile(rb"(?<=[\"'=])cid:(?=[^\"'\s<>]{1,200}[\"'\s>])", re.IGNORECASE)
_HERE = "https://cid.invalid/"  # readers of pages know addresses on the web and no others
_CHARSET = re.compile(rb"<meta[^>]+charset", re.IGNORECASE)


def is_archive(data: bytes) -> bool:
    """Whether a file is a web archive: a MIME header that says multipart/related or a page."""
    found = _HEAD.match(data[:4096].lstrip(b"\xef\xbb\xbf\r\n"))
    head = found[0] if found else b""
    return bool(_VERSION.search(head) and _RELATED.search(head))


def take_in_archive(data: bytes) -> PackedIntake:
    """Read a web archive.

    Raises:
        EditorError: ``archive_no_page``, and those of a page.
    """
    from editor.intake.intake import take_in

    parts = list(_parts(data))
    page = next((part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise EditorError.unreadable("archive_no_page")
    encoding = page.get_content_charset() if not _CHARSET.search(content[:2048]) else None
    shown = _CID.sub(_HERE.encode(), content)
    try:
        intake = packed(take_in(shown, "page.html", encoding=encoding))
    except EditorError as error:
        if error.code != "unknown_encoding":
            raise
        intake = packed(take_in(shown, "page.html"))
    return _with_pictures(replace(intake, original=content, source=data), parts)


def _parts(data: bytes) -> Iterator[EmailMessage]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            raise EditorError.unreadable("packed_too_large")
        if not part.is_multipart():
            yield part


def _with_pictures(intake: PackedIntake, parts: list[EmailMessage]) -> PackedIntake:
    """Pictures of the archive in the place of their addresses."""
    pictures: dict[str, Picture] = {}
    for part in parts:
        if part.get_content_maintype() != "image":
            continue
        content = part.get_payload(decode=True)
        picture = picture_of(content) if isinstance(content, bytes) else None
        if picture is None:
            continue
        for name in (part.get("Content-Location"), f"{_HERE}{str(part.get('Content-ID') or '').strip('<>')}"):
            if name:
                pictures[str(name).strip()] = picture
    used: dict[str, Picture] = {}
    blocks: list[Block] = []
    missing = 0
    for block in intake.blocks:
        picture = pictures.get(block.source) if isinstance(block, Image) else None
        if picture is not None and isinstance(block, Image):
            used[picture.asset] = replace(picture, name=block.source.rpartition("/")[2])
            blocks.append(replace(block, source=f"asset:{picture.asset}"))
        elif isinstance(block, Image) and block.source.startswith(_HERE):
            missing += 1
        else:
            blocks.append(block)
    report = (*intake.report, Loss("picture_missing", missing, kept=False)) if missing else intake.report
    return replace(intake, blocks=tuple(blocks), pictures=tuple(used.values()), report=report)
