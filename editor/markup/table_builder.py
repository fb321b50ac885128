"""Tables of foreign HTML: data stays a table, a table that only lays out a page becomes what stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.markup.blocks import Block, Footnote, Heading, Image, ListBlock, Paragraph, Quote, Run, Runs, Table

if TYPE_CHECKING:
    from collections import Counter

_MAX_SPAN = 100
_MAX_CELLS = 20_000
_MAX_BLOCKS_OF_A_CELL = 3


@dataclass(slots=True)
class _Cell:
    blocks: list[Block]
    head: bool


@dataclass(slots=True)
class TableBuilder:
    """Rows of cells as a parser meets them."""

    counted: Counter[str]
    always_data: bool = False
    caption: list[Block] = field(default_factory=list)
    _rows: list[list[_Cell]] = field(default_factory=list)
    _below: dict[int, int] = field(default_factory=dict)
    _head: bool = False
    _cells: int = 0

    def open_head(self) -> None:
        """The rows that follow are the head."""
        self._head = True

    def open_row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def cell(self, blocks: list[Block], *, head: bool, columns: int, rows: int) -> None:
        """A cell with what stands in it; one that reaches over others leaves those empty."""
        if not self._rows:
            self.open_row()
        row = self._rows[-1]
        self._fill(row)
        start = len(row)
        row.append(_Cell(blocks, head))
        columns, rows = min(max(columns, 1), _MAX_SPAN), min(max(rows, 1), _MAX_SPAN)
        if self._cells > _MAX_CELLS:
            columns = rows = 1
        self._cells += columns * rows
        if columns * rows > 1:
            self.counted["merged_cells"] += 1
        row.extend(_Cell([], head) for _ in range(columns - 1))
        for column in range(start, start + columns):
            if rows > 1:
                self._below[column] = rows - 1

    def _fill(self, row: list[_Cell]) -> None:
        """Places that a cell above reaches into are empty."""
        if len(self._rows) < 2:  # noqa: PLR2004 - there is no row above the first
            return
        while self._below.get(len(row), 0) > 0:
            self._below[len(row)] -= 1
            row.append(_Cell([], head=False))

    def blocks(self) -> list[Block]:
        """The table, and behind it what no cell can hold; of one for the layout all that stands in it, in order."""
        rows = [row for row in self._rows if row]
        cells = [cell for row in rows for cell in row]
        if not cells:
            return self.caption
        if not self.always_data and (len(cells) == 1 or any(map(_is_layout, cells))):
            self.counted["layout_table"] += 1
            return [*self.caption, *(block for cell in cells for block in cell.blocks)]
        header = self._head or all(cell.head for cell in rows[0])
        table = Table(tuple(tuple(_runs(cell.blocks) for cell in row) for row in rows), header)
        behind = [block for cell in cells for block in cell.blocks if isinstance(block, Image | Footnote)]
        return [*self.caption, table, *behind]


def _is_layout(cell: _Cell) -> bool:
    return len(cell.blocks) > _MAX_BLOCKS_OF_A_CELL or any(isinstance(block, Table | Heading) for block in cell.blocks)


def _runs(blocks: list[Block]) -> Runs:
    parts: list[Runs] = []
    for block in blocks:
        match block:
            case Paragraph():
                parts.append(block.runs)
            case Quote():
                parts.extend(block.paragraphs)
            case ListBlock():
                parts.extend(item.runs for item in block.items)
            case _:
                pass
    return tuple(run for part in parts for run in (Run("\n"), *part))[1:]
