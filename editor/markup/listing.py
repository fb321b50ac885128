"""How deep an item of a list stands, and whether its number says that it belongs to the list at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.markup.blocks import Item, Runs
from editor.markup.normal import MAX_DEPTH

_ITEM = re.compile(r"([ \t]*+)(?:[-*+]|([0-9]{1,9})\.)[ \t]++(?=\S)")
_DEEPER = 2


def is_item(line: str) -> bool:
    """Whether a line begins with the mark of an item."""
    return _ITEM.match(line) is not None


@dataclass(slots=True)
class _Level:
    indent: int
    ordered: bool
    number: int = 0


@dataclass(slots=True)
class Entry:
    """An item that belongs to the list: its level, its kind, its indent and where its text begins in the line."""

    depth: int
    ordered: bool
    indent: int
    text_from: int


class ListReading:
    """Takes the items of one list, line by line."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._levels: list[_Level] = []

    def entry(self, line: str) -> Entry | None:
        """What a line is in this list, or None when it does not belong to it.

        A number that does not go on from the one before is no number of this list: at the outermost level it ends the
        list, further in it stays in the text. So no figure is ever lost.
        """
        match = _ITEM.match(line)
        if match is None:
            return None
        indent = len(match[1].expandtabs(4)) if match[1] else 0
        number = int(match[2]) if match[2] else None
        depth = self._depth(indent) if indent else 0
        level = self._levels[depth] if depth < len(self._levels) else _Level(indent, number == 1)
        fits = number == level.number + 1 if level.ordered else number is None
        if not fits and depth == 0:
            return None
        return Entry(depth, level.ordered, indent, match.end() if fits else match.end(1))

    def add(self, entry: Entry, runs: Runs) -> None:
        """Take an item."""
        del self._levels[entry.depth + 1 :]
        if entry.depth == len(self._levels):
            self._levels.append(_Level(entry.indent, entry.ordered))
        self._levels[entry.depth].number += 1
        self.items.append(Item(runs, entry.depth, entry.ordered))

    def _depth(self, indent: int) -> int:
        depth = len(self._levels) - 1
        while depth > 0 and indent < self._levels[depth].indent:
            depth -= 1
        deeper = depth < 0 or indent >= self._levels[depth].indent + _DEEPER
        return min(depth + 1, MAX_DEPTH) if deeper else depth
