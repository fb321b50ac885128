"""A long page that is set piece by piece: what is in sight at once, the rest while nothing else is to be done."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.review.heights import Heights
    from ui.theme.look import Look

NOTHING = -1


class MeasuredPage(QAbstractScrollArea):
    """What two pages have in common whose items are set when they come into sight; `_begin_measuring` starts it.

    Args:
        edge: Free room above and below, in px; slice_: items measured at a time.
    """

    def __init__(self, look: Look, edge: int, slice_: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._edge = edge
        self._slice = slice_
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._settle)

    # Of each page

    @abstractmethod
    def _heights(self) -> Heights | None:
        """Heights of the items; None when nothing is shown."""

    @abstractmethod
    def _measure(self, wanted: list[int]) -> None:
        """Set items that are out of sight; what is in sight stays where it is."""

    @abstractmethod
    def _settle(self) -> None:
        """Set what is in sight until nothing of it changes its height any more."""

    @abstractmethod
    def _anew(self) -> None:
        """Set everything anew; what stands on top stays there."""

    @abstractmethod
    def _paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what is in sight; the ground is painted already."""

    # In common

    def top(self) -> float:
        """How far the page is scrolled past the upper edge of its first item, in px; negative above it."""
        return float(self.verticalScrollBar().value() - self._edge)

    def _scroll_to(self, place: float) -> None:
        """This place of the page becomes the upper edge of what is in sight."""
        self.verticalScrollBar().setValue(round(place) + self._edge)

    def _item_at(self, point: QPointF) -> int:
        """Which item stands at a point of the viewport; NOTHING where there is none."""
        heights, y = self._heights(), point.y() + self.top()
        return heights.at(y) if heights is not None and 0 <= y < heights.total() else NOTHING

    def _set_range(self) -> None:
        heights, bar, height = self._heights(), self.verticalScrollBar(), self.viewport().height()
        total = heights.total() if heights is not None else 0.0
        with QSignalBlocker(bar):
            bar.setRange(0, max(0, round(total) + 2 * self._edge - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._look.reading.line)

    def _begin_measuring(self) -> None:
        self._idle.start()

    def _on_idle(self) -> None:
        """Measure a little of what is not in sight, so that the scroll bar tells the truth."""
        heights = self._heights()
        wanted = heights.some_unmeasured(self._slice) if heights is not None else []
        if wanted:
            self._measure(wanted)
        else:
            self._idle.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._anew()
        else:
            self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._look.tokens.surface))
        self._paint(painter, QRectF(event.rect()))
        painter.end()
