"""The list of versions: a model over what the core told, and how a row is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from ui.clock import here
from ui.history import words
from ui.widgets.painted import SIDE, PaintedRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QPainter

    from editor.records.articles import Kept

ROW = 56
DAY = 26
_ROOT = QModelIndex()


class VersionsModel(QAbstractListModel):
    """Versions, newest first. The first of each day says which day it is."""

    KEPT = Qt.ItemDataRole.UserRole
    DAY = Qt.ItemDataRole.UserRole + 1
    MORE = Qt.ItemDataRole.UserRole + 2
    TIME = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(parent)
        self._now = now or here
        self._versions: tuple[Kept, ...] = ()
        self._days: list[str] = []
        self._times: list[str] = []

    def show(self, versions: Sequence[Kept]) -> None:
        """Other versions."""
        self.beginResetModel()
        self._versions = tuple(versions)
        now = self._now()
        moments = [words.moment(kept.at, now) for kept in self._versions]
        self._days = [words.day(at, now) if at is not None else "" for at in moments]
        self._times = [words.clock(at) if at is not None else "…" for at in moments]
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._versions)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        makers: dict[int, Callable[[int], Any]] = {
            self.KEPT: self._versions.__getitem__,
            self.DAY: self._day,
            self.TIME: self._times.__getitem__,
            self.MORE: self._more,
            Qt.ItemDataRole.DisplayRole: self._told,
            Qt.ItemDataRole.AccessibleTextRole: self._told,
        }
        made = makers.get(role)
        return made(index.row()) if made is not None and index.isValid() else None

    def _day(self, row: int) -> str:
        """The day over a row, where another one begins."""
        return self._days[row] if row == 0 or self._days[row - 1] != self._days[row] else ""

    def _more(self, row: int) -> str:
        """How much longer than the one before it; "" for the first of all."""
        if row + 1 >= len(self._versions):
            return ""
        return words.difference(self._versions[row].characters - self._versions[row + 1].characters)

    def _told(self, row: int) -> str:
        kept = self._versions[row]
        parts = [self._days[row], self._times[row], words.reason(kept.why), words.size(kept.characters)]
        return " ".join(part for part in [*parts, self._more(row)] if part)


class VersionDelegate(PaintedRows):
    """Time and reason in the first line, characters in the second; the day over the first of its rows."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        day = DAY if index.data(VersionsModel.DAY) else 0
        return QSize(200, self._look.px(ROW + day))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day = index.data(VersionsModel.DAY)
        if day:
            box = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0)
            box.setHeight(self._look.px(DAY) - 4)
            painter.save()
            self._write(painter, box, day, "text", self._look.tokens.text3, Qt.AlignmentFlag.AlignBottom)
            painter.restore()
            option = QStyleOptionViewItem(option)
            option.rect = option.rect.adjusted(0, self._look.px(DAY), 0, 0)
        super().paint(painter, option, index)

    @override
    def _row(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        kept: Kept | None = index.data(VersionsModel.KEPT)
        if kept is None:
            return
        tokens, more = self._look.tokens, index.data(VersionsModel.MORE)
        half = box.height() / 2 - 8
        first = QRectF(box.left(), box.top() + 8, box.width(), half)
        second = QRectF(box.left(), first.bottom(), box.width(), half)
        self._write(painter, first, index.data(VersionsModel.TIME), "title", tokens.text)
        self._pill(painter, first.right(), first.center().y(), words.reason(kept.why), words.tone(kept.why))
        self._write(painter, second, words.size(kept.characters), "text", tokens.text2)
        ink = tokens.green.ink if more.startswith("+") else tokens.text3 if more == "±0" else tokens.red.ink
        self._write(painter, second, more, "text", ink, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
