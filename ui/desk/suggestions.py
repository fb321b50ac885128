"""The list under a field of the slip. It never takes the focus, so an input method goes on undisturbed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout
from typing_extensions import override

from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from ui.desk.offers import Offer
    from ui.theme.look import Look

_ROW = 28
_ROWS = 8
_NARROWEST = 200
_OFFER = Qt.ItemDataRole.UserRole


class _Row(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._look.px(_ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer: Offer = index.data(_OFFER)
        tokens, box = self._look.tokens, QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(box, 4, 4)
        room = box.adjusted(8, 0, -8, 0)
        painter.setFont(font(self._look.px(12)))
        painter.setPen(QColor(tokens.text3))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, offer.hint)
        hint = painter.fontMetrics().horizontalAdvance(offer.hint) + 12 if offer.hint else 0
        painter.setFont(font(self._look.px(13)))
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(
            offer.shown, Qt.TextElideMode.ElideRight, max(0, round(room.width() - hint))
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class Suggestions(QFrame):
    """Offers for the field that it is shown under; `taken` tells which one was clicked."""

    taken = Signal(object)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self._look = look
        self._window = window
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.taken.emit(index.data(_OFFER)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self.list)
        self.hide()

    def show_under(self, field: QWidget, offers: Sequence[Offer]) -> None:
        """Show offers, none of them chosen; without any the list goes."""
        self._model.clear()
        if not offers:
            self.hide()
            return
        for offer in offers:
            item = QStandardItem(f"{offer.shown} {offer.hint}".strip())
            item.setData(offer, _OFFER)
            item.setEditable(False)
            self._model.appendRow(item)
        self.list.clearSelection()
        window = self._window
        place = field.mapTo(window, QPoint(0, field.height() + 2))
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(f"{offer.shown}{offer.hint}") for offer in offers) + 64
        width = min(max(field.width(), _NARROWEST, widest), window.width() - 16)
        height = self._look.px(_ROW) * min(len(offers), _ROWS) + 12
        if place.y() + height > window.height():
            place.setY(max(0, field.mapTo(window, QPoint(0, 0)).y() - height - 2))
        self.setGeometry(max(8, min(place.x(), window.width() - width - 8)), place.y(), width, height)
        self.show()
        self.raise_()
        self.list.scrollToTop()

    def shown_texts(self) -> list[str]:
        """What is offered, best first."""
        return [self._model.item(row).data(_OFFER).text for row in range(self._model.rowCount())]

    def move_by(self, steps: int) -> None:
        """Choose the next one, or the one before; behind the last comes the first."""
        rows = self._model.rowCount()
        now = self.list.currentIndex().row() if self.chosen() is not None else (-1 if steps > 0 else 0)
        index = self._model.index((now + steps) % rows, 0) if rows else None
        if index is not None:
            self.list.setCurrentIndex(index)

    def chosen(self) -> Offer | None:
        """What is chosen; None when nothing is."""
        chosen = self.list.selectedIndexes()
        offer: Offer | None = chosen[0].data(_OFFER) if chosen else None
        return offer
