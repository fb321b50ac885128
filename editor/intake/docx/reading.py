"""A DOCX file → slip, blocks, pictures and report: its titles and header lines are read as those of a page are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.intake import block_lines, slip_fields, zones
from editor.intake.docx import edges, forms_of, lead, mending
from editor.intake.docx.package import Package
from editor.intake.docx.source import Source
from editor.intake.docx.story import Story
from editor.intake.docx.xml import attribute, child, tag, text_in
from editor.markup.blocks import Footnote, Heading, Image, Paragraph, Run, block_text
from editor.markup.normal import normalized
from editor.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip
    from editor.findings import Finding
    from editor.intake.docx.placed import Placed
    from editor.intake.losses import LossBook
    from editor.intake.packed import Picture
    from editor.markup.blocks import Block, Runs
    from editor.text.repair import Repair

_PAGE_NUMBER = re.compile(r"[\s\d—–\-·.第页頁共/|PpAaGgEeOoFf]*")
_SHORT = 60
_BORDERS = {"header": "page_header", "footer": "page_footer"}


@dataclass(frozen=True, slots=True)
class DocxReading:
    """What a document holds; ``decoded`` is its text, a line a block, to which the offsets of ``repairs`` refer."""

    slip: Slip
    blocks: tuple[Block, ...]
    findings: list[Finding]
    repairs: tuple[Repair, ...]
    decoded: str
    pictures: tuple[Picture, ...]


def text_of(data: bytes, losses: LossBook, *, original: bool = False) -> str:
    """The text of a document as :attr:`DocxReading.decoded` has it."""
    with Package(data) as package:
        placed, notes = _placed(Source.of(package, losses, original=original))
    return mending.linear([*(each.block for each in placed), *notes])[0]


def read(data: bytes, losses: LossBook, *, original: bool = False) -> DocxReading:
    """Slip, blocks and remarks of a document; ``original`` = before its tracked changes.

    Raises:
        EditorError: ``packed_…`` and ``docx_…``.
    """
    with Package(data) as package:
        source = Source.of(package, losses, original=original)
        placed, notes = _placed(source)
        _name_the_rest(package, losses)
    blocks = [*(each.block for each in placed), *notes]
    decoded, _ = mending.linear(blocks)
    repairs = repair(decoded).repairs
    fixed = mending.mended(blocks, repairs)
    placed = [replace(each, block=block) for each, block in zip(placed, fixed[: len(placed)], strict=True)]
    slip, body, findings = _article(placed, losses)
    whole = normalized((*body, *fixed[len(placed) :]))
    return DocxReading(slip, whole, findings, repairs, decoded, tuple(source.pictures.values()))


def _article(placed: Sequence[Placed], losses: LossBook) -> tuple[Slip, tuple[Block, ...], list[Finding]]:
    top = lead.found(forms_of.lines(placed, losses), losses)
    blocks = [each.block for each in _levelled(_captioned(top.rest), losses)]
    held = edges.Held(block_lines.lines_of(blocks, losses), titled=bool(top.headline))
    if not top.headline:
        parts = zones.split(held.lines, losses)
    else:
        above = block_lines.lines_of([each.block for each in top.before], losses)
        title = lead.stand_in(top)
        parts = zones.split([*above, title, *held.lines], losses)
        lead.put(top, title, parts)
    slip, findings = slip_fields.build(parts, losses)
    if top.headline:
        slip = lead.titled(slip, top, losses)
    return slip, held.put_back(block_lines.blocks_of(held.opened(parts.body), losses)), findings


# --- the whole text -------------------------------------------------------------------------------------------------


def _placed(source: Source) -> tuple[list[Placed], list[Block]]:
    package = source.package
    root = package.tree(package.main)
    body = child(root, "w:body") if root is not None else None
    try:
        placed = Story(source, package.main).read(body if body is not None else ())
        return placed, _notes(source)
    except RecursionError as error:  # the parser allows 256 levels, which fit; an application may have used up its own
        raise EditorError.unreadable("docx_broken") from error


def _notes(source: Source) -> list[Block]:
    """Footnotes and endnotes in the order of the text, each with what is drawn in it; others are named."""
    found: list[Block] = []
    trees = {kind: _notes_part(source, kind) for kind in ("footnote", "endnote")}
    done = 0
    while done < len(source.notes):
        (kind, identifier), label = list(source.notes.items())[done]
        done += 1
        part, notes = trees[kind]
        if identifier not in notes:
            source.losses.add("note_missing", label)
            continue
        blocks = [each.block for each in Story(source, part).read(notes.pop(identifier))]
        runs: list[Run] = []
        for block in blocks:
            if isinstance(block, Paragraph | Heading):
                runs += [*([Run("\n")] if runs else []), *block.runs]
        found.append(Footnote(label, _without_mark(tuple(runs))))
        found += [block for block in blocks if not isinstance(block, Paragraph | Heading)]
    for _, notes in trees.values():
        for note in notes.values():
            if text := text_in(note).strip():
                source.losses.add("note_unused", text)
    return found


def _without_mark(runs: Runs) -> Runs:
    """A note begins with its own number and a blank: the number is none of its text, the blank is none either."""
    return (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]) if runs else runs


def _notes_part(source: Source, kind: str) -> tuple[str, dict[str, object]]:
    part = source.package.named(f"{kind}s")
    tree = source.package.tree(part) if part else None
    if part is None or tree is None:
        return "", {}
    separators = {"separator", "continuationSeparator", "continuationNotice"}
    return part, {
        attribute(each, "w:id") or "": each
        for each in tree
        if tag(each) == f"w:{kind}" and attribute(each, "w:type") not in separators
    }


def _name_the_rest(package: Package, losses: LossBook) -> None:
    """What stands in other parts: running heads and feet, comments, macros."""
    for relation in package.relations(package.main).values():
        if relation.kind in _BORDERS and not relation.outside:
            tree = package.tree(relation.target)
            words = text_in(tree).strip() if tree is not None else ""
            if not _PAGE_NUMBER.fullmatch(words):
                losses.add(_BORDERS[relation.kind], words)
            pictures = sum(tag(each) in {"a:blip", "v:imagedata"} for each in tree.iter()) if tree is not None else 0
            if pictures:
                losses.add("page_picture", count=pictures)
    comments = package.named("comments")
    tree = package.tree(comments) if comments else None
    for each in tree if tree is not None else ():
        if tag(each) == "w:comment":
            losses.add("comment", f"{attribute(each, 'w:author') or ''}：{text_in(each).strip()}")
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in package.names):
        losses.add("macro")


# --- what the file says of its blocks -------------------------------------------------------------------------------


def _captioned(placed: Sequence[Placed]) -> list[Placed]:
    """Paragraphs in the style of a caption go to the picture above them, else to the one below."""
    found: list[Placed] = []
    waiting: Placed | None = None
    for each in placed:
        last = found[-1].block if found else None
        text = block_text(each.block).strip()
        if (
            isinstance(last, Image)
            and not last.caption
            and (each.role == "caption" or _is_below(found[-1], each, text))
        ):
            found[-1] = replace(found[-1], block=replace(last, caption=text))
        elif waiting is not None and isinstance(each.block, Image) and not each.block.caption:
            found[-1] = replace(each, block=replace(each.block, caption=block_text(waiting.block).strip()))
        else:
            found.append(each)
        waiting = each if each.role == "caption" and found[-1] is each else None
    return found


def _is_below(picture: Placed, each: Placed, text: str) -> bool:
    """A short line in the middle below a picture in the middle, not in bold, says what it shows."""
    plain_line = isinstance(each.block, Paragraph) and not each.role and not each.strong
    return plain_line and picture.centered and each.centered and 0 < len(text) <= _SHORT


def _levelled(placed: Sequence[Placed], losses: LossBook) -> list[Placed]:
    """The highest outline level that occurs is h2, the next and all below are h3."""
    levels = sorted({each.level for each in placed if isinstance(each.block, Heading)})
    found: list[Placed] = []
    for each in placed:
        if isinstance(each.block, Heading):
            place = levels.index(each.level)
            if place > 1:
                losses.add("heading_level", block_text(each.block), kept=True)
            found.append(replace(each, block=replace(each.block, level=2 if not place else 3)))
        else:
            found.append(each)
    return found
