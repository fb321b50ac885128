"""Rows that are painted: two lines of text, pills, a line below. Fonts and metrics are made once for a look."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.theme.type import font

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from ui.theme.look import Look

SIDE = 16
_SIZES = {"title": (14, 600), "plain": (13, 400), "text": (12, 400), "pill": (11, 500)}
_V = Qt.AlignmentFlag.AlignVCenter


class PaintedRows(QStyledItemDelegate):
    """Ground, selection and the line below are painted here, what a row says by `_row`."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._prepare()
        look.changed.connect(self._prepare)

    def _prepare(self) -> None:
        px = self._look.px
        self._fonts = {name: font(px(size), weight=weight) for name, (size, weight) in _SIZES.items()}
        self._metrics = {name: QFontMetrics(made) for name, made in self._fonts.items()}

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._ground(painter, box, option.state)
        self._row(painter, box.adjusted(SIDE, 0, -SIDE, 0), index)
        painter.restore()

    @abstractmethod
    def _row(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint what a row says."""

    def _ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selected))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        line = QRectF(box.left() + SIDE, box.bottom() - 1, box.width() - 2 * SIDE, 1)
        painter.fillRect(line, QColor(tokens.border))

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        said: str,
        name: str,
        ink: str,
        alignment: Qt.AlignmentFlag = _V,
    ) -> float:
        """Write a text in one of the fonts, cut where the room ends; gives its width."""
        metrics = self._metrics[name]
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
        painter.setFont(self._fonts[name])
        painter.setPen(QColor(ink))
        painter.drawText(box, alignment, shown)
        return float(metrics.horizontalAdvance(shown))

    def _pill(self, painter: QPainter, right: float, middle: float, said: str, tone: str) -> float:
        """A pill that ends at ``right``; gives where it begins."""
        pill = getattr(self._look.tokens, tone)
        width = self._metrics["pill"].horizontalAdvance(said) + 14
        height = self._metrics["pill"].height() + 4
        at = QRectF(right - width, middle - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pill.ground))
        painter.drawRoundedRect(at, 4, 4)
        painter.setFont(self._fonts["pill"])
        painter.setPen(QColor(pill.ink))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, said)
        return at.left()
