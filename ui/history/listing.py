"""The list of versions: a model over what the core told, and how a row is painted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.history import words
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.articles import Kept
    from ui.theme.look import Look

ROW = 56
DAY = 26
_SIDE = 16
_ROOT = QModelIndex()


class VersionsModel(QAbstractListModel):
    """Versions, newest first. The first of each day says which day it is."""

    KEPT = Qt.ItemDataRole.UserRole
    DAY = Qt.ItemDataRole.UserRole + 1
    MORE = Qt.ItemDataRole.UserRole + 2
    TIME = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(parent)
        self._now = now or (lambda: datetime.now().astimezone())
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


class VersionDelegate(QStyledItemDelegate):
    """Time and reason in the first line, characters in the second; the day over the first of its rows."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._prepare()
        look.changed.connect(self._prepare)

    def _prepare(self) -> None:
        px = self._look.px
        sizes = {"time": (px(14), 600), "text": (px(12), 400), "pill": (px(11), 500)}
        self._fonts = {name: font(size, weight=weight) for name, (size, weight) in sizes.items()}
        self._metrics = {name: QFontMetrics(made) for name, made in self._fonts.items()}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        day = DAY if index.data(VersionsModel.DAY) else 0
        return QSize(200, self._look.px(ROW + day))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        kept: Kept | None = index.data(VersionsModel.KEPT)
        if kept is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        day = index.data(VersionsModel.DAY)
        if day:
            self._day(painter, QRectF(box.left(), box.top(), box.width(), self._look.px(DAY)), day)
            box.setTop(box.top() + self._look.px(DAY))
        self._ground(painter, box, option.state)
        self._row(
            painter,
            box.adjusted(_SIDE, 8, -_SIDE, -8),
            kept,
            index.data(VersionsModel.TIME),
            index.data(VersionsModel.MORE),
        )
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selected))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        line = QRectF(box.left() + _SIDE, box.bottom() - 1, box.width() - 2 * _SIDE, 1)
        painter.fillRect(line, QColor(tokens.border))

    def _day(self, painter: QPainter, box: QRectF, day: str) -> None:
        inner = box.adjusted(_SIDE, 0, -_SIDE, -4)
        self._write(painter, inner, day, "text", self._look.tokens.text3, Qt.AlignmentFlag.AlignBottom)

    def _row(self, painter: QPainter, box: QRectF, kept: Kept, time: str, more: str) -> None:
        tokens = self._look.tokens
        half = box.height() / 2
        first = QRectF(box.left(), box.top(), box.width(), half)
        second = QRectF(box.left(), box.top() + half, box.width(), half)
        self._write(painter, first, time, "time", tokens.text)
        self._pill(painter, first, words.reason(kept.why), words.tone(kept.why))
        self._write(painter, second, words.size(kept.characters), "text", tokens.text2)
        ink = tokens.green.ink if more.startswith("+") else tokens.text3 if more == "±0" else tokens.red.ink
        self._write(painter, second, more, "text", ink, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _pill(self, painter: QPainter, box: QRectF, said: str, tone: str) -> None:
        pill = getattr(self._look.tokens, tone)
        width = self._metrics["pill"].horizontalAdvance(said) + 14
        height = self._metrics["pill"].height() + 4
        at = QRectF(box.right() - width, box.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pill.ground))
        painter.drawRoundedRect(at, 4, 4)
        self._write(painter, at, said, "pill", pill.ink, Qt.AlignmentFlag.AlignCenter)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        said: str,
        name: str,
        ink: str,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        painter.setFont(self._fonts[name])
        painter.setPen(QColor(ink))
        painter.drawText(box, alignment, said)
