"""Blocks with some of their characters replaced; marks and links stay on what stays."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Rule, Run, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.markup.blocks import Block, Runs


class Fix(NamedTuple):
    """Code points ``start`` to ``end`` of the text of a block (`blocks.block_text`) become ``text``."""

    block: int
    start: int
    end: int
    text: str


def fixed(blocks: Sequence[Block], fixes: Iterable[Fix]) -> tuple[Block, ...]:
    """The blocks with every fix in its place; of two that overlap the first one counts."""
    by_block: dict[int, list[Fix]] = {}
    for fix in sorted(fixes):
        known = by_block.setdefault(fix.block, [])
        if not known or known[-1].end <= fix.start:
            known.append(fix)
    made = list(blocks)
    for number, wanted in by_block.items():
        if 0 <= number < len(made):
            made[number] = _fixed(made[number], wanted)
    return tuple(made)


def _fixed(block: Block, fixes: Sequence[Fix]) -> Block:
    match block:
        case Paragraph() | Heading() | Footnote():
            return dataclasses.replace(block, runs=_parts([block.runs], fixes)[0])
        case Quote():
            return Quote(tuple(_parts(block.paragraphs, fixes)))
        case ListBlock():
            parts = _parts([item.runs for item in block.items], fixes)
            items = zip(block.items, parts, strict=True)
            return ListBlock(tuple(dataclasses.replace(item, runs=runs) for item, runs in items))
        case Table():
            width = len(block.rows[0]) if block.rows else 0
            cells = _parts([cell for row in block.rows for cell in row], fixes)
            rows = tuple(tuple(cells[n : n + width]) for n in range(0, len(cells), width)) if width else ()
            return dataclasses.replace(block, rows=rows)
        case Image():
            caption = plain(_parts([(Run(block.caption),)], fixes)[0])
            return dataclasses.replace(block, caption=caption)
        case Rule():
            return block


def _parts(parts: Sequence[Runs], fixes: Sequence[Fix]) -> list[Runs]:
    """Stretches of runs that are one character apart in the text of the block."""
    made, offset = [], 0
    for runs in parts:
        length = len(plain(runs))
        inside = [
            Fix(fix.block, fix.start - offset, fix.end - offset, fix.text)
            for fix in fixes
            if offset <= fix.start and fix.end <= offset + length
        ]
        made.append(_runs(runs, inside))
        offset += length + 1
    return made


def _runs(runs: Runs, fixes: Sequence[Fix]) -> Runs:
    """Fixes in the runs of one stretch, from its end to its beginning, so that offsets stay true."""
    for fix in reversed(fixes):
        before, rest = _split(runs, fix.start)
        gone, after = _split(rest, fix.end - fix.start)
        notes = tuple(run for run in gone if run.note is not None)
        # What is put in looks like what it replaces, else like what stands before it.
        like = next((run for run in (*gone, *reversed(before), *after) if run.note is None), Run(""))
        put = (dataclasses.replace(like, text=fix.text),) if fix.text else ()
        runs = (*before, *put, *notes, *after)
    return runs


def _split(runs: Runs, at: int) -> tuple[Runs, Runs]:
    """The runs before and after a code point; a note there belongs to what stands before it."""
    before: list[Run] = []
    for number, run in enumerate(runs):
        length = len(run.text)
        if length > at:
            cut = (dataclasses.replace(run, text=run.text[:at]),) if at else ()
            return (*before, *cut), (dataclasses.replace(run, text=run.text[at:]), *runs[number + 1 :])
        before.append(run)
        at -= length
    return tuple(before), ()
