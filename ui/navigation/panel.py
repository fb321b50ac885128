"""The navigation: sections of places, each with how many articles lie there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.records.articles import COUNT_LIMIT, View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPersistentModelIndex, QRect
    from PySide6.QtGui import QKeyEvent

    from ui.theme.look import Look

ROW = 32
HEAD = 34
_ICON = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """One place to look, an action that opens a window of its own, or (without both) the head of a section."""

    text: str
    icon: str = ""
    view: View | None = None
    urgent: bool = False
    deed: str = ""

    @property
    def head(self) -> bool:
        """Whether it is the head of a section."""
        return self.view is None and not self.deed


_ROOT = QModelIndex()


class SpotsModel(QAbstractListModel):
    """The places as Qt lists them."""

    SPOT = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spots: tuple[Spot, ...] = ()
        self._counts: Mapping[View, int] = {}
        self._of_deeds: dict[str, int] = {}

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Other places."""
        self.beginResetModel()
        self._spots = tuple(spots)
        self.endResetModel()

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """How many lie where."""
        if counts == self._counts:
            return
        self._counts = dict(counts)
        if self._spots:
            self.dataChanged.emit(self.index(0), self.index(len(self._spots) - 1))

    def show_count_of(self, deed: str, count: int) -> None:
        """How many wait where an action leads."""
        if self._of_deeds.get(deed, 0) != count:
            self._of_deeds[deed] = count
            if self._spots:
                self.dataChanged.emit(self.index(0), self.index(len(self._spots) - 1))

    @property
    def counts(self) -> Mapping[View, int]:
        """How many lie where, as shown."""
        return self._counts

    def row_of(self, view: View) -> int:
        """Row of a view, -1 when it is not there."""
        return next((row for row, spot in enumerate(self._spots) if spot.view == view), -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._spots)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        spot = self._spots[index.row()]
        count = self._counts.get(spot.view, 0) if spot.view is not None else self._of_deeds.get(spot.deed, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return spot.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{spot.text} {count}" if count else spot.text
            case self.SPOT:
                return spot
            case self.COUNT:
                return count
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self._spots[index.row()].head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _SpotDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.rail = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        spot = index.data(SpotsModel.SPOT)
        height = ROW if not spot.head else (12 if self.rail else HEAD)
        return QSize(40, height * self._look.scale // 100)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        spot: Spot = index.data(SpotsModel.SPOT)
        tokens = self._look.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if spot.head:
            if not self.rail:
                painter.setFont(_sized(painter.font(), self._look.px(12)))
                painter.setPen(QColor(tokens.text3))
                painter.drawText(rect.adjusted(20, 6, -8, 0), Qt.AlignmentFlag.AlignVCenter, spot.text)
            painter.restore()
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        pill = QRectF(rect).adjusted(8, 1, -8, -1)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if chosen else tokens.hover))
            painter.drawRoundedRect(pill, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._content(painter, rect, index, chosen=chosen)
        painter.restore()

    def _content(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, *, chosen: bool
    ) -> None:
        spot: Spot = index.data(SpotsModel.SPOT)
        count = index.data(SpotsModel.COUNT)
        tokens = self._look.tokens
        color = "accent" if chosen else "text2"
        ratio = painter.device().devicePixelRatioF()
        box = QRectF(rect)
        left = (box.width() - _ICON) / 2 if self.rail else 20.0
        at = QRectF(box.left() + left, box.top() + (box.height() - _ICON) / 2, _ICON, _ICON)
        drawn = self._look.pixmap(spot.icon, color, _ICON, ratio)
        painter.drawPixmap(at, drawn, QRectF(drawn.rect()))
        if self.rail:
            return
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent if chosen else tokens.text))
        shown = "" if not count else f"{COUNT_LIMIT - 1}+" if count >= COUNT_LIMIT else str(count)
        room = box.adjusted(46, 0, -28 - painter.fontMetrics().horizontalAdvance(shown), 0)
        text = painter.fontMetrics().elidedText(spot.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if count:
            painter.setFont(_sized(painter.font(), self._look.px(12)))
            ink = tokens.accent if chosen else tokens.danger if spot.urgent else tokens.text3
            painter.setPen(QColor(ink))
            painter.drawText(
                box.adjusted(0, 0, -20, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown
            )


def _sized(font: QFont, px: int) -> QFont:
    font.setPixelSize(px)
    return font


class SpotsView(QListView):
    """The list of places; choosing one emits its view. An action is done when it is clicked or Enter is pressed on it.

    Signals:
        view_chosen: A place.
        deed_chosen: Name of an action.
    """

    view_chosen = Signal(object)
    deed_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spots = SpotsModel(self)
        self._delegate = _SpotDelegate(look, self)
        self.setModel(self.spots)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Navigation"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self._view: View | None = None
        look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.doItemsLayout()
        self.viewport().update()

    def _on_current_changed(self, index: QModelIndex) -> None:
        spot = index.data(SpotsModel.SPOT)
        if spot is not None and spot.view is not None:
            self._view = spot.view
            self.view_chosen.emit(spot.view)

    def _on_clicked(self, index: QModelIndex) -> None:
        spot = index.data(SpotsModel.SPOT)
        if spot is not None and spot.deed:
            self.deed_chosen.emit(spot.deed)
            if self._view is not None:
                self.choose(self._view)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_clicked(self.currentIndex())
        super().keyPressEvent(event)

    def choose(self, view: View) -> None:
        """Go to a place, if it is there."""
        row = self.spots.row_of(view)
        if row >= 0:
            self.setCurrentIndex(self.spots.index(row))

    def as_rail(self, *, rail: bool) -> None:
        """Only the icons, for a narrow window."""
        if self._delegate.rail != rail:
            self._delegate.rail = rail
            self.doItemsLayout()
