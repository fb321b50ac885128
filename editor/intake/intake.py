"""The way of one page through the intake: bytes → text → repaired text → slip, blocks, findings, report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake import plain
from editor.intake.encoding import decode, decode_as
from editor.intake.kinds import kind_of
from editor.intake.losses import LossBook
from editor.intake.records import Intake
from editor.intake.remarks import about_bytes, about_language, about_mojibake, about_slip, all_text
from editor.intake.script import variant_of
from editor.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip, Variant
    from editor.findings import Finding
    from editor.markup.blocks import Block
    from editor.text.repair import Repair

_OTHER_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x2028, 0x2029), "\n")
_NEXT_LINE = re.compile(r"(?<![\u0080-\u00ff])\x85+(?![\u0080-\u00ff])")  # among its like it is mojibake


@dataclass(frozen=True, slots=True)
class _Read:
    """What the reader of one kind of file found."""

    kind: str
    slip: Slip
    blocks: tuple[Block, ...]
    findings: Sequence[Finding]
    repairs: tuple[Repair, ...]
    decoded: str
    language: str = ""
    variant: Variant | None = None


def take_in(data: bytes, name: str = "", *, encoding: str | None = None) -> Intake:
    """See :func:`editor.intake.take_in`."""
    readings = (decode_as(data, encoding),) if encoding else decode(data)
    text = readings[0].text
    losses = LossBook()
    read = _READERS[kind_of(text, name)](text, losses)
    slip = read.slip
    variant = read.variant or variant_of(all_text(slip, read.blocks), read.language)
    return Intake(
        slip=slip,
        variant=variant,
        blocks=read.blocks,
        repairs=read.repairs,
        findings=(
            *about_bytes(readings, read.repairs),
            *about_mojibake(read.decoded, read.repairs),
            *read.findings,
            *about_slip(slip, read.blocks),
            *about_language(read.language, variant),
        ),
        report=losses.report(),
        encoding=readings[0].encoding,
        readings=readings,
        kind=read.kind,
        decoded=read.decoded,
    )


def readable(data: bytes, encoding: str, kind: str) -> str | None:
    """See :func:`editor.intake.readable`."""
    try:
        text = decode_as(data, encoding).text
    except EditorError:
        return None
    if kind == "html":
        from editor.intake import page  # lxml only for pages

        return page.readable(text)
    return text


def _plain(text: str, losses: LossBook) -> _Read:
    text = text.translate(_OTHER_LINE_ENDS)  # before control characters go
    mended = repair(_NEXT_LINE.sub(lambda ends: "\n" * len(ends[0]), text))
    slip, blocks, findings = plain.read(mended.text, losses)
    return _Read("plain", slip, blocks, findings, mended.repairs, text)


def _html(text: str, losses: LossBook) -> _Read:
    from editor.intake import page  # lxml only for pages

    found = page.read(text, losses)
    if found is None:
        return _plain(text, losses)
    return _Read("html", found.slip, found.blocks, found.findings, found.repairs, found.decoded, found.language)


def _markdown(text: str, losses: LossBook) -> _Read:
    from editor.intake import markdown  # YAML and Markdown only for these files

    found = markdown.read(text, losses)
    return _Read(
        "markdown", found.slip, found.blocks, found.findings, found.repairs, text, found.language, found.variant
    )


_READERS = {"plain": _plain, "html": _html, "markdown": _markdown}
