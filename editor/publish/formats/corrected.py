"""What stands under a corrected article: its notes, and the links between it and its notices.

They are blocks behind those of the text, so that every format and place prints them as it prints a text. The notes are
part of what was signed (`Slip.corrections`); links say where another article stands at the same place, and are no part
of anybody's text: `Package.text` and the hash that the sign-offs cover know nothing of them.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Mark, Paragraph, Rule, Run, plain
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article import Note, Slip, Variant
    from editor.markup.blocks import Block
    from editor.publish.package import Package, Related

_DAY = len("2021-09-19")


def with_notes(blocks: Sequence[Block], slip: Slip, variant: Variant) -> tuple[Block, ...]:
    """The text with its 文末更正说明 under it, the oldest first; footnotes stay last."""
    return _before_footnotes(blocks, [note_block(note, variant) for note in slip.corrections if note.text.strip()])


def note_block(note: Note, variant: Variant) -> Paragraph:
    """``更正说明（2021年9月20日）：…``."""
    day = shown_time(note.at[:_DAY]) if note.at else ""
    label = words_of(variant)["correction_note"] + (f"（{day}）" if day else "")
    return Paragraph((Run(f"{label}：", frozenset({Mark.STRONG})), Run(note.text.strip())))


def told(slip: Slip, variant: Variant) -> str:
    """All notes in one line, for receivers that know no blocks: ``更正说明（2021年9月20日）：…``."""
    notes = [note_block(note, variant) for note in slip.corrections if note.text.strip()]
    return " ".join(" ".join(plain(note.runs).split()) for note in notes)


def with_related(package: Package, related: Iterable[Related]) -> Package:
    """The package with links to its notices, or to the article that it corrects, as they stand at one place."""
    found = tuple(related)
    if not found:
        return package
    variant = package.article.variant
    lines = [related_block(one, variant) for one in found]
    blocks = _before_footnotes(package.article.blocks, lines, ruled=not package.article.slip.corrections)
    return dataclasses.replace(package, related=found, article=dataclasses.replace(package.article, blocks=blocks))


def related_block(related: Related, variant: Variant) -> Paragraph:
    """``更正启事：关于《…》的更正（2021年9月20日）``, a link where the other has an address here."""
    label = words_of(variant)["correction_notice" if related.notice else "corrected_article"]
    day = f"（{shown_time(related.at[:_DAY])}）" if related.at else ""
    link = Run(related.headline, href=related.address or None)
    return Paragraph((Run(f"{label}：", frozenset({Mark.STRONG})), link, *((Run(day),) if day else ())))


def _before_footnotes(blocks: Sequence[Block], lines: Sequence[Block], *, ruled: bool = True) -> tuple[Block, ...]:
    if not lines:
        return tuple(blocks)
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Footnote):
        end -= 1
    return (*blocks[:end], *((Rule(),) if ruled else ()), *lines, *blocks[end:])
