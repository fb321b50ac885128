"""Reads the lines of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.markup.blocks import Runs, Table, made_run
from editor.markup.inline import is_plain
from editor.markup.normal import MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CELL = re.compile(r"((?:[^|\\]|\\.)*+\\?)(?:\||$)")
_DASHES = re.compile(r"[ \t]*+:?-++:?[ \t]*+")
_FILL_LIMIT = 10_000
_LINES_OF_A_HEAD = 2


class TableReading:
    """The rows of one table: a head, a line of dashes, and every following line that begins with ``|``."""

    def __init__(self, head: list[str]) -> None:
        self._rows = [head]
        self._filled = 0

    @staticmethod
    def begun(lines: Sequence[str]) -> TableReading | None:
        """A table if the two lines begin one; wide ones (more than 100 columns) are text."""
        if len(lines) < _LINES_OF_A_HEAD or not lines[1].lstrip(" ").startswith("|"):
            return None
        head, dashes = _cells(lines[0]), _cells(lines[1])
        if not 0 < len(head) == len(dashes) <= MAX_COLUMNS or not all(map(_DASHES.fullmatch, dashes)):
            return None
        return TableReading(head)

    def took(self, line: str) -> bool:
        """Take a line as a row; False when it is none. Cells beyond the head's stay in the last one, with their bars.

        A table that would have to be filled up with more than 10,000 empty cells ends (a small file must not become
        a large one).
        """
        if not line.lstrip(" ").startswith("|"):
            return False
        cells, width = _cells(line), len(self._rows[0])
        self._filled += max(width - len(cells), 0)
        if self._filled > _FILL_LIMIT:
            return False
        self._rows.append(cells if len(cells) <= width else [*cells[: width - 1], "|".join(cells[width - 1 :])])
        return True

    def table(self, runs: Callable[[str], Runs]) -> Table | None:
        """The table in normal form; None when it holds nothing but an empty head."""
        width = len(self._rows[0])
        rows = tuple([_row(row, runs) + ((),) * (width - len(row)) for row in self._rows])
        header = any(rows[0])
        rows = rows if header else rows[1:]
        return Table(rows, header) if rows else None


def _row(cells: list[str], runs: Callable[[str], Runs]) -> tuple[Runs, ...]:
    if is_plain("".join(cells)):
        return tuple([(made_run(text),) if (text := cell.strip()) else () for cell in cells])
    return tuple(map(runs, cells))


def _cells(line: str) -> list[str]:
    bare = line.strip(" \t").removeprefix("|")
    if "\\" in bare:
        return _CELL.findall(bare)[:-1]
    return bare.removesuffix("|").split("|") if bare else []
