"""Lines and batches as Qt lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from ui.destinations import place_word
from ui.outbox import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from editor.records.outbox import BatchShown, LineShown

_ROOT = QModelIndex()


class _Rows(QAbstractListModel):
    """Records, one a row; the same records in the same order are changed in place, so nothing loses its selection."""

    RECORD = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Any, ...] = ()
        self._keys: tuple[str, ...] = ()

    def _put(self, rows: Sequence[Any], keys: tuple[str, ...]) -> None:
        if keys == self._keys:
            before, self._rows = self._rows, tuple(rows)
            for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows, self._keys = tuple(rows), keys
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Row of a record, -1 when it is not there."""
        return self._keys.index(key) if key in self._keys else -1

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == self.RECORD:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row)
        return None

    def _text(self, row: Any) -> str:
        raise NotImplementedError


class LinesModel(_Rows):
    """Pieces of work."""

    def show_lines(self, lines: Sequence[LineShown]) -> None:
        """Other pieces of work, or what became of the same."""
        self._put(lines, tuple(line.key for line in lines))

    @property
    def lines(self) -> tuple[LineShown, ...]:
        """What is shown."""
        return self._rows

    def line_at(self, row: int) -> LineShown | None:
        """The piece of work in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @override
    def _text(self, row: LineShown) -> str:
        return f"{row.headline or row.number} {place_word(row.target)} {words.line_word(row)}"


class BatchesModel(_Rows):
    """Batches; the first row stands for all of them, the second for what is scheduled."""

    ALL, SCHEDULED = "", "scheduled"

    def show_batches(self, batches: Sequence[BatchShown]) -> None:
        """Other batches, the newest first."""
        self._put((self.ALL, self.SCHEDULED, *batches), (self.ALL, self.SCHEDULED, *(batch.id for batch in batches)))

    @override
    def _text(self, row: BatchShown | str) -> str:
        if row == self.ALL:
            return self.tr("All articles")
        if isinstance(row, str):
            return self.tr("Scheduled and embargoed")
        states = ", ".join(f"{words.state_word(state)} {n}" for state, n in row.states.items())
        return f"{words.time_told(row.made_at)} {row.person} {' '.join(map(place_word, row.targets))} {states}"
