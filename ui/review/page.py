"""The page of a comparison: items are set when they come into sight, so that a long text opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from typing_extensions import override

from ui.review.compared import FIELD, FOLD, ROW
from ui.review.flow import Flow, columns
from ui.review.measured import NOTHING, MeasuredPage
from ui.review.pieces import NO_PLACE
from ui.review.placed import Placer

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from ui.review.compared import Compared, Item, Stop
    from ui.review.heights import Heights
    from ui.review.placed import Pictures
    from ui.theme.look import Look

_TOP = 12
_SLICE = 16  # items measured at a time while nothing else is to be done


class Page(MeasuredPage):
    """Shows a comparison; which change is the present one, and which are confirmed, it is told."""

    stop_clicked = Signal(int)
    edit_wanted = Signal(int, int)  # block and offset in the new text

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(look, _TOP, _SLICE, parent)
        self.setAccessibleName(self.tr("Comparison"))
        self._pictures = pictures
        self._variant = "zh-CN"
        self.flow: Flow | None = None
        self._placer = Placer(look, self._variant, pictures)
        self._opened: set[int] = set()
        self._stop: Stop | None = None
        self._confirmed: frozenset[Stop] = frozenset()
        self.beside = False
        self.folded = True
        look.changed.connect(self._on_look_changed)

    def show_compared(self, compared: Compared | None, variant: str = "zh-CN") -> None:
        """Show a comparison from its beginning; None = nothing."""
        self._variant = variant
        self._opened = set()
        self._stop = None
        self._confirmed = frozenset()
        self._placer = Placer(self._look, variant, self._pictures)
        self.flow = self._flowing(compared) if compared is not None else None
        self.verticalScrollBar().setValue(0)
        self._settle()
        self._begin_measuring()

    def show_beside(self, *, beside: bool) -> None:
        """Both texts beside each other, or in one; what stands on top stays there."""
        self.beside = beside
        self._anew()

    def fold(self, *, folded: bool) -> None:
        """Whether long unchanged stretches are folded; those that were opened by hand are folded again."""
        self.folded = folded
        self._opened = set()
        self._anew()

    def open_fold(self) -> bool:
        """Open the fold nearest to the middle of what is in sight; False when there is none."""
        flow, top = self.flow, self.top()
        if flow is None:
            return False
        middle = top + self.viewport().height() / 2
        found = [i for i in flow.in_sight(top, self.viewport().height()) if flow.items[i].kind == FOLD]
        if not found:
            return False
        self._open(min(found, key=lambda i: abs(flow.heights.top(i) + flow.heights.height(i) / 2 - middle)))
        return True

    def _open(self, index: int) -> None:
        if self.flow is not None:
            self._opened.add(self.flow.items[index].index)
            self._anew()

    def show_stop(self, stop: Stop | None, *, scroll: bool = True) -> None:
        """The present change: a frame round it, and it is brought into sight."""
        self._stop = stop
        if stop is not None and scroll:
            self._bring(stop)
        self.viewport().update()

    def confirm(self, stops: Collection[Stop]) -> None:
        """These changes are confirmed: they are drawn quietly."""
        self._confirmed = frozenset(stops)
        if self.flow is not None:
            self.flow.confirm(stops)
        self.viewport().update()

    # Setting

    def _flowing(self, compared: Compared) -> Flow:
        return Flow(
            compared,
            self._placer,
            self._edges(),
            folded=self.folded,
            opened=self._opened,
            confirmed=self._confirmed,
        )

    @override
    def _heights(self) -> Heights | None:
        return self.flow.heights if self.flow is not None else None

    @override
    def _anew(self) -> None:
        if self.flow is None:
            return
        top = max(0.0, self.top())
        old = self.flow
        anchor: Item | None = old.items[old.heights.at(top)] if old.items else None
        offset = top - old.heights.top(old.heights.at(top)) if anchor is not None else 0.0
        at_start = self.verticalScrollBar().value() == 0
        self.flow = flow = self._flowing(old.compared)
        if anchor is not None and not at_start:
            index = flow.index_of(FIELD if anchor.kind == FIELD else ROW, anchor.index)
            height = flow.placed(index).height
            self._set_range()
            self._scroll_to(flow.heights.top(index) + min(offset, height))
        self._settle()
        self._begin_measuring()

    def _edges(self) -> list[tuple[float, float]]:
        return columns(self._look, self.viewport().width(), beside=self.beside)

    @override
    def _settle(self) -> None:
        flow, bar = self.flow, self.verticalScrollBar()
        for _ in range(8):
            if flow is None:
                break
            changed, above = self._measured(flow.in_sight(self.top(), self.viewport().height()))
            self._set_range()
            if above:
                bar.setValue(round(bar.value() + above))
            if not changed:
                break
        self._set_range()
        self.viewport().update()

    def _measured(self, indexes: Collection[int]) -> tuple[bool, float]:
        return self.flow.measure(indexes, self.top()) if self.flow is not None else (False, 0.0)

    @override
    def _measure(self, wanted: list[int]) -> None:
        _, above = self._measured(wanted)
        self._set_range()
        if above:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + above))

    def _bring(self, stop: Stop) -> None:
        """Scroll so far that a change is in sight, with some room round it."""
        flow = self.flow
        if flow is None or not flow.items:
            return
        index = flow.index_of(stop.kind, stop.index)
        if flow.items[index].kind == FOLD:
            self._open(index)
            self._bring(stop)
            return
        placed = flow.placed(index)
        boxes = placed.boxes(stop.place) if stop.place != NO_PLACE else []
        top = flow.heights.top(index) + _TOP + (boxes[0].top() if boxes else 0.0)
        bottom = flow.heights.top(index) + _TOP + (boxes[-1].bottom() if boxes else placed.height)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._set_range()
        if top - bar.value() < height * 0.1 or bottom - bar.value() > height * 0.85:
            bar.setValue(round(top - height * 0.3))
        self._settle()

    def _on_look_changed(self) -> None:
        self._placer = Placer(self._look, self._variant, self._pictures)
        self._anew()

    # Events

    @override
    def _paint(self, painter: QPainter, clip: QRectF) -> None:
        flow = self.flow
        if flow is not None:
            for index in flow.in_sight(self.top(), self.viewport().height()):
                at = QPointF(0, flow.heights.top(index) - self.top())
                self._placer.paint_item(painter, flow, index, at, clip, stop=self._stop, confirmed=self._confirmed)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._item_at(event.position())
        fold = self.flow is not None and index != NOTHING and self.flow.items[index].kind == FOLD
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if fold else Qt.CursorShape.ArrowCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        flow, index = self.flow, self._item_at(event.position())
        if flow is None or index == NOTHING or event.button() != Qt.MouseButton.LeftButton:
            return
        if flow.items[index].kind == FOLD:
            self._open(index)
            return
        at = QPointF(event.position().x(), event.position().y() + self.top() - flow.heights.top(index))
        numbers, placed = flow.stops_at(index), flow.placed(index)
        hit = [n for n in numbers if any(box.contains(at) for box in placed.boxes(flow.compared.stops[n].place))]
        if hit or len(numbers) == 1:
            self.stop_clicked.emit((hit or numbers)[0])

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        flow, index = self.flow, self._item_at(event.position())
        if flow is None or index == NOTHING or flow.items[index].kind != ROW:
            return
        row = flow.compared.row(flow.items[index].index)
        if row.new:
            self.edit_wanted.emit(row.new[0], 0)
