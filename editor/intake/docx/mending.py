"""Repairs of damage in blocks: their text as one, the repairs found in it, and written back into the runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from editor.markup.blocks import Block, Runs
    from editor.text.repair import Repair


_In = TypeVar("_In")
_Out = TypeVar("_Out")


def linear(blocks: Iterable[Block]) -> tuple[str, list[str]]:
    r"""The text of blocks as :func:`block_text` has it, a ``\n`` after each, and its pieces in order.

    A piece is the text of one run or what stands between two: pieces joined are the text.
    """
    pieces: list[str] = []

    def note(text: str) -> str:
        pieces.append(text)
        return text

    for block in blocks:
        _mapped(block, note, pieces.append)
        pieces.append("\n")
    return "".join(pieces), pieces


def mended(blocks: Sequence[Block], repairs: Sequence[Repair]) -> list[Block]:
    """The blocks with the applied repairs done; offsets are those of :func:`linear`."""
    applied = sorted((item for item in repairs if item.applied), key=lambda item: item.start)
    if not applied:
        return list(blocks)
    _, pieces = linear(blocks)
    fixed = iter(_fixed(pieces, applied))

    def take(_text: str) -> str:
        return next(fixed)

    def skip(_text: str) -> None:
        next(fixed)

    result: list[Block] = []
    for block in blocks:
        result.append(_mapped(block, take, skip))
        next(fixed)
    return result


def _fixed(pieces: Sequence[str], repairs: Sequence[Repair]) -> list[str]:
    """The pieces after the repairs; what a repair puts in stands in the first piece that it touches."""
    found: list[str] = []
    begin, index = 0, 0
    for piece in pieces:
        end = begin + len(piece)
        parts: list[str] = []
        at = begin
        while index < len(repairs) and repairs[index].start < end:
            item = repairs[index]
            if item.start >= begin:
                parts += (piece[at - begin : item.start - begin], item.after)
            at = min(max(item.end, at), end)
            if item.end > end:
                break
            index += 1
        found.append("".join([*parts, piece[at - begin :]]))
        begin = end
    return found


def _mapped(block: Block, text: Callable[[str], str], between: Callable[[str], object]) -> Block:
    """The block with each of its texts handed to a function; ``between`` is told what stands between two."""

    def runs(old: Runs) -> Runs:
        return tuple(run if run.note is not None else replace(run, text=text(run.text)) for run in old)

    def row(old: Sequence[Runs], sign: str) -> tuple[Runs, ...]:
        return tuple(_apart(old, runs, lambda: between(sign)))

    match block:
        case Paragraph() | Heading() | Footnote():
            return replace(block, runs=runs(block.runs))
        case Quote():
            return Quote(row(block.paragraphs, "\n"))
        case ListBlock():
            texts = row([item.runs for item in block.items], "\n")
            return ListBlock(tuple(replace(item, runs=each) for item, each in zip(block.items, texts, strict=True)))
        case Table():
            rows = _apart(block.rows, lambda cells: row(cells, "\t"), lambda: between("\n"))
            return Table(tuple(rows), block.header)
        case Image():
            return replace(block, caption=text(block.caption))
        case Rule():
            return block


def _apart(items: Iterable[_In], work: Callable[[_In], _Out], between: Callable[[], object]) -> Iterator[_Out]:
    """What the work gives for each item, something else done between two."""
    for index, item in enumerate(items):
        if index:
            between()
        yield work(item)
