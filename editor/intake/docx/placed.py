"""Blocks with what only their file knows of them, and list items and quoted paragraphs put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.markup.blocks import Item, ListBlock, Paragraph, Quote, Run, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.docx.numbering import Numbered
    from editor.intake.losses import LossBook
    from editor.markup.blocks import Block, Runs


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and what only its file knows of it.

    Attributes:
        role: ``title``, ``subtitle``, ``kicker``, ``caption``, ``quote``, ``heading`` or "".
        level: Outline level of a heading, from 0.
        centered: Whether it is set in the middle.
        strong: Whether it is wholly bold.
        size: Greatest size of its characters in half points, 0 = not said.
        numbered: What is printed before it.
    """

    block: Block
    role: str = ""
    level: int = 0
    centered: bool = False
    strong: bool = False
    size: int = 0
    numbered: Numbered | None = None


def joined(placed: Sequence[Placed], losses: LossBook) -> list[Placed]:
    """List paragraphs in a row as lists, quoted paragraphs in a row as quotations."""
    joint = _Joint(losses)
    for each in placed:
        joint.take(each)
    joint.close()
    return joint.found


@dataclass(slots=True)
class _Level:
    depth: int
    list_id: str
    bullet: bool
    count: int = 0


class _Joint:
    def __init__(self, losses: LossBook) -> None:
        self.found: list[Placed] = []
        self._losses = losses
        self._levels: list[_Level] = []
        self._items: list[Item] = []
        self._quoted: list[Runs] = []

    def take(self, each: Placed) -> None:
        if each.numbered is not None and isinstance(each.block, Paragraph):
            self._end_quote()
            self._item(each, each.block.runs, each.numbered)
        elif each.role == "quote" and isinstance(each.block, Paragraph):
            self._end_list()
            self._quoted.append(each.block.runs)
        else:
            self.close()
            self.found.append(each)

    def close(self) -> None:
        self._end_list()
        self._end_quote()

    def _end_list(self) -> None:
        if self._items:
            self.found.append(Placed(ListBlock(tuple(self._items))))
        self._items = []
        self._levels = []

    def _end_quote(self) -> None:
        if self._quoted:
            self.found.append(Placed(Quote(tuple(self._quoted)), "quote"))
        self._quoted = []

    def _item(self, each: Placed, runs: Runs, numbered: Numbered) -> None:
        """One more item; a number that the list would not count by itself makes a paragraph that says it."""
        while self._levels and self._levels[-1].depth > numbered.depth:
            self._levels.pop()
        level = self._levels[-1] if self._levels else None
        if (
            level is not None
            and level.depth == numbered.depth
            and (level.list_id != numbered.list_id or level.bullet != numbered.bullet)
        ):
            self._end_list()
        if not self._levels or self._levels[-1].depth < numbered.depth:
            self._levels.append(_Level(numbered.depth, numbered.list_id, numbered.bullet))
        level = self._levels[-1]
        if not numbered.bullet and numbered.count != level.count + 1:
            self._losses.add("list_numbers", numbered.text + plain(runs), kept=True)
            self._end_list()
            self.found.append(replace(each, block=Paragraph((Run(numbered.text), *runs)), numbered=None))
            return
        level.count += 1
        self._items.append(Item(runs, len(self._levels) - 1, ordered=not numbered.bullet))
