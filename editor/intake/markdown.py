"""Markdown, with front matter or without → slip and blocks.

A file that we wrote comes in again as it went out. In a foreign one, damage is repaired outside the marks of Markdown,
and header and foot lines are read as on a page of plain text.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.intake import block_lines, front_fields, slip_fields, zones
from editor.markup.blocks import Image
from editor.markup.frontmatter import split
from editor.markup.reader import read as read_ours
from editor.text.repair import Repair, applied_to, repair

if TYPE_CHECKING:
    from editor.article import Slip, Variant
    from editor.findings import Finding
    from editor.intake.losses import LossBook
    from editor.markup.blocks import Block

_MARKS = re.compile(r"[\[\]<>#*_|`~\\!]|^\s*[-+>]|\(https?:")
_CODE = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]+`|\]\([^)\n]*\)|^ {0,3}\[[^\]\n]+\]:.*$|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r"\A\s*#[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class MarkdownReading:
    """What a Markdown file holds."""

    slip: Slip
    blocks: tuple[Block, ...]
    findings: list[Finding]
    repairs: tuple[Repair, ...]
    language: str
    variant: Variant | None = None


def read(text: str, losses: LossBook) -> MarkdownReading:
    """Slip, blocks and remarks of a Markdown file.

    Raises:
        EditorError: ``front_matter_damaged``.
    """
    fields, body = split(text)
    slip, language = front_fields.read(fields, losses)
    if front_fields.is_ours(fields):
        return MarkdownReading(slip, read_ours(body), [], (), language, front_fields.variant(language))
    repairs = _repairs(text, len(text) - len(body))
    _fields, body = split(applied_to(text, repairs))
    title = _TITLE.match(body)
    if title:
        body = body[title.end() :]
    lines = block_lines.lines_of(_blocks(body, losses), losses)
    headline = title["text"] if title else slip.headline
    parts = zones.split([*([headline] if headline else []), *lines], losses)
    found, findings = slip_fields.build(parts, losses)
    return MarkdownReading(_merged(slip, found), block_lines.blocks_of(parts.body, losses), findings, repairs, language)


def _blocks(body: str, losses: LossBook) -> tuple[Block, ...]:
    from editor.markup.foreign import read_foreign  # python-markdown is heavy

    blocks, gone = read_foreign(body)
    losses.add_all(gone)
    # ![图为…](a.jpg): where a picture has no caption of its own, readers see its description as one.
    return tuple(
        dataclasses.replace(block, caption=block.alt)
        if isinstance(block, Image) and block.alt and not block.caption
        else block
        for block in blocks
    )


def _repairs(text: str, body: int) -> tuple[Repair, ...]:
    """Repairs in the body that touch no mark of Markdown, no code and no address."""
    fixed = [match.span() for match in _CODE.finditer(text, body)]
    kept: list[Repair] = []
    for item in repair(text).repairs:
        if item.start < body or _MARKS.search(item.before) or _MARKS.search(item.after):
            continue
        if any(start < item.end and item.start < end for start, end in fixed):
            continue
        if item.before == ":" and text[max(0, item.start - 1) : item.start] in {"]", "|", "-"}:
            continue
        kept.append(item)
    return tuple(kept)


def _merged(first: Slip, second: Slip) -> Slip:
    """The first slip, gaps filled from the second."""
    gaps = {
        field.name: getattr(second, field.name)
        for field in dataclasses.fields(first)
        if getattr(first, field.name) in ("", None, ()) and getattr(second, field.name) not in ("", None, ())
    }
    return dataclasses.replace(first, **gaps)
