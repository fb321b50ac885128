"""A list of what a line offers: keys stay with the line, so the list never takes the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

_ICON = 16
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offered:
    """A row.

    Attributes:
        text: What is shown; hint: what stands at the right of it.
        spoken: What a screen reader says.
        icon: Name of the sign before the text, where rows have one (`Form.signs`).
        enabled: Whether it can be chosen now.
    """

    text: str
    hint: str
    spoken: str
    icon: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """How rows look, in px.

    Attributes:
        row: Height of a row at 100 %; side: free room at both sides of it; radius: of its corners.
        left, right: Free room inside; signs: whether rows have a sign at the left.
    """

    row: int
    side: int
    radius: int
    left: int
    right: int
    signs: bool = False


class _Rows(QAbstractListModel):
    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Offered, ...] = ()

    def show_rows(self, rows: Sequence[Offered]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return row if role == self.ROW else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._form = form

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._look.px(self._form.row))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Offered = index.data(_Rows.ROW)
        tokens, form = self._look.tokens, self._form
        box = QRectF(option.rect).adjusted(form.side, 1, -form.side, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(box, form.radius, form.radius)
        room = box.adjusted(form.left, 0, -form.right, 0)
        if form.signs:
            self._sign(painter, room, row)
            room.setLeft(room.left() + _ICON + 12)
        painter.setFont(font(self._look.px(12)))
        painter.setPen(QColor(tokens.text3))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.hint)
        taken = painter.fontMetrics().horizontalAdvance(row.hint) + 12 if row.hint else 0
        painter.setFont(font(self._look.px(13)))
        painter.setPen(QColor(tokens.text if row.enabled else tokens.text3))
        width = max(0, round(room.width() - taken))
        shown = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _sign(self, painter: QPainter, room: QRectF, row: Offered) -> None:
        if row.icon:
            ratio = painter.device().devicePixelRatioF()
            drawn = self._look.pixmap(row.icon, "text2" if row.enabled else "border2", _ICON, ratio)
            painter.drawPixmap(
                QRectF(room.left(), room.center().y() - _ICON / 2, _ICON, _ICON), drawn, QRectF(drawn.rect())
            )


class OfferList(QListView):
    """Shows rows, best first; which of them is chosen is set from outside or by a click."""

    def __init__(self, look: Look, form: Form, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._form = form
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(look, form, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Offered]) -> None:
        """Show these; none of them is chosen."""
        self._rows.show_rows(rows)

    def count(self) -> int:
        """How many there are."""
        return len(self._rows.rows)

    def height_of(self, rows: int) -> int:
        """How high so many rows are, in px."""
        return self._look.px(self._form.row) * rows

    def choose(self, row: int) -> None:
        """This one is chosen, and in sight."""
        self.setCurrentIndex(self._rows.index(row))

    def chosen(self) -> int:
        """Which one is chosen; -1 when none is."""
        selected = self.selectedIndexes()
        return selected[0].row() if selected else -1
