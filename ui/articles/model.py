"""The list of articles as Qt asks for it: numbers of all rows, and the rows themselves in blocks of 200."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from editor.records.articles import Hit, Row, Tally

BLOCK = 200
_KEPT_BLOCKS = 40


class ArticlesModel(QStringListModel):
    """Rows are asked for (`rows_wanted`) when they are looked at first, and shown when they come (`take_rows`).

    A list of empty strings, because a view that lays out 100,000 rows asks for their count as often: answered by a
    function in Python that alone stops the window for a tenth of a second.
    """

    ROW = Qt.ItemDataRole.UserRole
    HIT = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2

    rows_wanted = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[int] = ()
        self._places: dict[int, int] = {}
        self._rows: dict[int, Row] = {}
        self._hits: dict[int, Hit] = {}
        self._asked: set[int] = set()
        self._group_of: Callable[[Row], str] | None = None
        self._live = ("", -1, -1)

    def group_by(self, group_of: Callable[[Row], str] | None) -> None:
        """Say at the first row of each group what it is called; None = no groups."""
        self._group_of = group_of
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def _group_at(self, place: int) -> str:
        """Name of the group that begins at a place, "" where none does."""
        row = self._rows.get(self._ids[place])
        if self._group_of is None or row is None:
            return ""
        before = self._rows.get(self._ids[place - 1]) if place else None
        name = self._group_of(row)
        return "" if before is not None and self._group_of(before) == name else name

    def show_ids(self, ids: Sequence[int], *, rows: Iterable[Row] = ()) -> None:
        """Other articles; rows that are known stay known, so nothing flickers."""
        self._ids = ids
        self._places = {}
        self._asked.clear()
        self._rows.update((row.row, self._counted(row)) for row in rows)
        self.setStringList([""] * len(ids))

    def add_ids(self, ids: Sequence[int]) -> None:
        """More articles at the end (the next page of a search)."""
        if not ids:
            return
        first = len(self._ids)
        self._ids = [*self._ids, *ids]
        self._places = {}
        self.insertRows(first, len(ids))

    def take_rows(self, rows: Iterable[Row]) -> None:
        """Rows that came."""
        came = list(rows)
        for row in came:
            self._rows[row.row] = self._counted(row)
        if len(self._rows) > BLOCK * _KEPT_BLOCKS:
            keep = {row.row for row in came}
            self._rows = {number: row for number, row in self._rows.items() if number in keep}
            self._asked.clear()
        self._tell([row.row for row in came])

    def show_hits(self, hits: Mapping[int, Hit]) -> None:
        """Where a search found something in the rows; {} after the search."""
        self._hits = dict(hits)
        self._tell(list(hits))

    def show_tallies(self, tallies: Iterable[Tally]) -> None:
        """How many findings the articles of some rows have."""
        counted = [each for each in tallies if each.row in self._rows]
        for each in counted:
            row = self._rows[each.row]._replace(errors=each.errors, warnings=each.warnings)
            self._rows[each.row] = self._counted(row)
        self._tell([each.row for each in counted])

    def show_live(self, name: str, errors: int, warnings: int) -> None:
        """How many findings the article on the desk has as it is being written; "" when none lies there."""
        self._live = (name, errors, warnings)
        changed = [row for row in self._rows.values() if row.name == name]
        for row in changed:
            self._rows[row.row] = self._counted(row)
        self._tell([row.row for row in changed])

    def _counted(self, row: Row) -> Row:
        name, errors, warnings = self._live
        return row._replace(errors=errors, warnings=warnings) if row.name == name else row

    def first_rows(self, count: int = 40) -> tuple[Row, ...]:
        """The first rows that are known, to be shown at the next start before the core is there."""
        return tuple(row for number in self._ids[:count] if (row := self._rows.get(number)) is not None)

    def forget_rows(self, articles: Iterable[str]) -> None:
        """Rows of these articles are read anew when they are looked at."""
        gone = set(articles)
        numbers = [number for number, row in self._rows.items() if row.article in gone]
        blocks = {self.place_of(number) // BLOCK for number in numbers if self.place_of(number) >= 0}
        self._asked -= blocks
        if numbers:
            self.rows_wanted.emit(numbers)

    def _tell(self, numbers: Iterable[int]) -> None:
        places = sorted(place for place in map(self.place_of, numbers) if place >= 0)
        if places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))

    def place_of(self, number: int) -> int:
        """Place of a row in the list, -1 when it is not in it."""
        if not self._places and self._ids:
            self._places = {identifier: place for place, identifier in enumerate(self._ids)}
        return self._places.get(number, -1)

    def place_of_name(self, name: str) -> int:
        """Place of an article by its name, -1 when it is not among the known rows."""
        return next((self.place_of(number) for number, row in self._rows.items() if row.name == name), -1)

    def row_at(self, place: int) -> Row | None:
        """The row at a place; None when it is still asked for."""
        if not 0 <= place < len(self._ids):
            return None
        row = self._rows.get(self._ids[place])
        if row is None:
            self._ask(place // BLOCK)
        return row

    def known_at(self, place: int) -> Row | None:
        """The same without asking for it."""
        return self._rows.get(self._ids[place]) if 0 <= place < len(self._ids) else None

    def _ask(self, block: int) -> None:
        if block in self._asked:
            return
        self._asked.add(block)
        self.rows_wanted.emit(list(self._ids[block * BLOCK : (block + 1) * BLOCK]))

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == self.ROW:
            return self.row_at(index.row())
        if role == self.HIT:
            return self._hits.get(self._ids[index.row()])
        if role == self.GROUP:
            return self._group_at(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self._rows.get(self._ids[index.row()])
            return f"{row.headline} {row.number} {' '.join(row.authors)}" if row is not None else ""
        return None
