"""Blocks as one text: characters joined by line ends, with their styles and the setting of every line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.markup.blocks import Block, Runs


@dataclass(frozen=True, slots=True)
class Style:
    """Marks of a character and the address of its link."""

    marks: frozenset[Mark] = frozenset()
    href: str | None = None


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line of the text is set: paragraph, h2, h3, quote, item, cell, caption, footnote, rule, field.

    Attributes:
        depth: Of a list item; lead: bullet or number of it, label of a footnote.
    """

    kind: str = "paragraph"
    depth: int = 0
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Flat:
    """Some blocks as one text, joined by line ends, with what is known of its characters.

    Attributes:
        styles: Where a style begins, and the style; the first begins at 0.
        lines: Where a line begins, and its setting.
        notes: Offset and label of the references to footnotes.
        starts: Offset at which each block begins.
    """

    text: str
    styles: tuple[tuple[int, Style], ...]
    lines: tuple[tuple[int, Setting], ...]
    notes: tuple[tuple[int, str], ...]
    starts: tuple[int, ...]

    def setting_at(self, offset: int) -> Setting:
        """Setting of the line that an offset stands in."""
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda line: line[0]) - 1)][1]

    def begins_line(self, offset: int) -> bool:
        """Whether a line, not only a forced break in one, begins at an offset."""
        place = bisect_right(self.lines, offset, key=lambda line: line[0]) - 1
        return place >= 0 and self.lines[place][0] == offset


def flat(blocks: Sequence[Block]) -> Flat:
    """Some blocks as one text."""
    styles: list[tuple[int, Style]] = []
    lines: list[tuple[int, Setting]] = []
    notes: list[tuple[int, str]] = []
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for number, block in enumerate(blocks):
        length += 1 if number else 0
        starts.append(length)
        parts.append(block_text(block))
        for setting, offset, runs in _lines(block):
            lines.append((length + offset, setting))
            at = length + offset
            for run in runs:
                if run.note is not None:
                    notes.append((at, run.note))
                elif run.text:
                    styles.append((at, Style(run.marks, run.href) if run.marks or run.href else PLAIN))
                    at += len(run.text)
            styles.append((at, PLAIN))
        length += len(parts[-1])
    return Flat("\n".join(parts), ((0, PLAIN), *styles), tuple(lines), tuple(notes), tuple(starts))


def field_flat(text: str) -> Flat:
    """A field of the slip as one text."""
    return Flat(text, ((0, PLAIN),), ((0, Setting("field")),), (), (0,))


def _lines(block: Block) -> Iterator[tuple[Setting, int, Runs]]:
    """Lines of a block: setting, offset in its text, runs."""
    match block:
        case Paragraph() | Heading():
            yield Setting(block.kind), 0, block.runs
        case Footnote():
            yield Setting("footnote", lead=f"[{block.label}] "), 0, block.runs
        case Quote():
            yield from _joined((Setting("quote"), runs) for runs in block.paragraphs)
        case ListBlock():
            yield from _joined((s, item.runs) for s, item in zip(_leads(block), block.items, strict=True))
        case Table():
            yield from _joined((Setting("cell"), tuple(_row(row))) for row in block.rows)
        case Image():
            yield Setting("caption"), 0, ()
        case Rule():
            yield Setting("rule", lead="———"), 0, ()


def _row(row: tuple[Runs, ...]) -> Iterator[Run]:
    for number, cell in enumerate(row):
        if number:
            yield Run("\t")
        yield from cell


def _joined(lines: Iterable[tuple[Setting, Runs]]) -> Iterator[tuple[Setting, int, Runs]]:
    offset = 0
    for setting, runs in lines:
        yield setting, offset, runs
        offset += sum(len(run.text) for run in runs) + 1


def _leads(block: ListBlock) -> Iterator[Setting]:
    counts: dict[int, int] = {}
    for item in block.items:
        counts = {depth: count for depth, count in counts.items() if depth <= item.depth}
        counts[item.depth] = counts.get(item.depth, 0) + 1
        yield Setting("item", item.depth, f"{counts[item.depth]}. " if item.ordered else "• ")
