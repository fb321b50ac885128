"""Numbers of footnotes: as the text names them first, then those that nobody names, as `markup.html` numbers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Heading, ListBlock, Paragraph, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.markup.blocks import Block, Run, Runs


def numbered(blocks: Sequence[Block]) -> dict[str, int]:
    """Label of every footnote that has a text → its number from 1."""
    notes = {block.label: block for block in blocks if isinstance(block, Footnote)}
    numbers: dict[str, int] = {}
    waiting = [label for block in blocks if not isinstance(block, Footnote) for label in _named(_runs_of(block))]
    at = 0
    while at < len(waiting):
        label = waiting[at]
        if label in notes and label not in numbers:
            numbers[label] = len(numbers) + 1
            waiting.extend(_named(notes[label].runs))
        at += 1
    for label in notes:
        numbers.setdefault(label, len(numbers) + 1)
    return numbers


def _named(runs: Iterable[Run]) -> Iterator[str]:
    return (run.note for run in runs if run.note is not None)


def _runs_of(block: Block) -> Iterator[Run]:
    for runs in texts_of(block):
        yield from runs


def texts_of(block: Block) -> tuple[Runs, ...]:
    """The pieces of marked text that a block holds, in their order."""
    match block:
        case Paragraph() | Heading() | Footnote():
            return (block.runs,)
        case Quote():
            return block.paragraphs
        case ListBlock():
            return tuple(item.runs for item in block.items)
        case Table():
            return tuple(cell for row in block.rows for cell in row)
    return ()
