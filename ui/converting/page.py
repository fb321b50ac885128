"""Source and result side by side: paragraph beside paragraph, set when they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from ui.converting import lines
from ui.converting.choosing import NONE
from ui.converting.rows import LABEL_PX, Rows
from ui.review.measured import NOTHING, MeasuredPage
from ui.review.typeset import paint_lines
from ui.theme.type import font

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from ui.converting.choosing import Choosing
    from ui.review.heights import Heights
    from ui.theme.look import Look

_TOP = 8
_SIDE = 28
_BETWEEN = 56
_NARROWEST = 120
_SLICE = 12
_START = (0, 0.0)


class ConversionPage(MeasuredPage):
    """Both columns move together, since a passage and its conversion are one row."""

    question_clicked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _TOP, _SLICE, parent)
        self.setAccessibleName(self.tr("Source and result"))
        self.rows: Rows | None = None
        self._now = NONE
        look.changed.connect(self._anew)

    def show_choosing(self, choosing: Choosing | None) -> None:
        """Show a proposal; another one of the same article stays where it was scrolled to."""
        before = self.rows.choosing.proposal.name if self.rows is not None else ""
        same = choosing is not None and choosing.proposal.name == before
        self._now = NONE
        self._begin(choosing, self._anchor() if same else _START)

    def show_question(self, number: int, *, scroll: bool = True) -> None:
        """The question in hand: a frame round its places, the first one is brought into sight."""
        self._now = number
        if number != NONE and scroll:
            self._bring(number)
        self.viewport().update()

    def answered(self, number: int) -> None:
        """A question was decided, or not any more: its passages are set anew."""
        rows = self.rows
        if rows is None:
            return
        place = self._anchor()
        proposal = rows.choosing.proposal
        rows.forget(proposal.spots[spot].passage for spot in proposal.questions[number].spots)
        self._settle()
        self._go(place)

    def edges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Left edge and width of both columns."""
        room = float(self.viewport().width() - 2 * _SIDE - _BETWEEN)
        width = max(float(_NARROWEST), min(float(self._look.reading.measure), room / 2))
        left = _SIDE + max(0.0, (room - 2 * width) / 2)
        return (left, width), (left + width + _BETWEEN, width)

    def middle(self) -> float:
        """Where the line between the columns stands."""
        return round(self.edges()[1][0] - _BETWEEN / 2)

    # Setting

    def _begin(self, choosing: Choosing | None, place: tuple[int, float]) -> None:
        self.rows = Rows(self._look, choosing, self.edges()[0][1]) if choosing is not None else None
        self._set_range()
        self._go(place)
        self._settle()
        self._begin_measuring()

    @override
    def _heights(self) -> Heights | None:
        return self.rows.heights if self.rows is not None else None

    @override
    def _anew(self) -> None:
        if self.rows is not None:
            self._begin(self.rows.choosing, self._anchor())

    def _in_sight(self, rows: Rows) -> range:
        return rows.in_sight(self.top(), self.viewport().height())

    @override
    def _settle(self) -> None:
        rows = self.rows
        for _ in range(8):
            if rows is None:
                break
            before, place = rows.heights.total(), self._anchor()
            for number in self._in_sight(rows):
                rows.row(number)
            self._set_range()
            if rows.heights.total() == before:
                break
            self._go(place)
        self.viewport().update()

    def _anchor(self) -> tuple[int, float]:
        """Which passage stands on top, and how far it is scrolled past it."""
        rows, top = self.rows, self.top()
        if rows is None or top <= 0 or not len(rows.heights):
            return _START
        first = rows.heights.at(top)
        return first, top - rows.heights.top(first)

    def _go(self, place: tuple[int, float]) -> None:
        if self.rows is not None and len(self.rows.heights) and place != _START:
            first = min(place[0], len(self.rows.heights) - 1)
            self._scroll_to(self.rows.heights.top(first) + place[1])

    @override
    def _measure(self, wanted: list[int]) -> None:
        if self.rows is not None:
            place = self._anchor()
            for number in wanted:
                self.rows.row(number)
            self._set_range()
            self._go(place)

    def _bring(self, number: int) -> None:
        """Scroll so far that a question is in sight, with some room round it."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.place_of(number)
        self._set_range()
        if not height * 0.1 < top < height * 0.8:
            bar.setValue(round(bar.value() + top - height * 0.35))
        self._settle()

    def place_of(self, number: int) -> float:
        """How far below the upper edge of what is in sight a question stands."""
        rows = self.rows
        if rows is None:
            return 0.0
        passage = rows.choosing.passage_of(number)
        row = rows.row(passage)
        found = row.boxes(number)[0] or row.boxes(number)[1]
        return rows.heights.top(passage) - self.top() + (found[0].top() if found else 0.0)

    def result_text(self, passage: int) -> str:
        """The result of a passage as it stands there."""
        if self.rows is None:
            return ""
        choosing = self.rows.choosing
        marks = choosing.marks(passage, result=True)
        return lines.plain(lines.lines(choosing.passage(passage), marks, result=True))

    # Events

    @override
    def _paint(self, painter: QPainter, clip: QRectF) -> None:
        rows = self.rows
        if rows is not None:
            line = QRectF(self.middle(), 0, 1, self.viewport().height())
            painter.fillRect(line, QColor(self._look.tokens.border))
            for number in self._in_sight(rows):
                self._paint_row(painter, rows, number, clip)

    def _paint_row(self, painter: QPainter, rows: Rows, number: int, clip: QRectF) -> None:
        row, tokens = rows.row(number), self._look.tokens
        top = rows.heights.top(number) - self.top()
        framed = row.boxes(self._now) if self._now != NONE else ([], [])
        for side, found, (left, width) in zip(row.sides, framed, self.edges(), strict=True):
            painter.setPen(QColor(tokens.body))
            paint_lines(painter, side, QPointF(left, top), clip)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            for box in found:
                painter.drawRoundedRect(box.translated(left, top).adjusted(-2, 1, 2, -1), 3, 3)
            if row.label:
                painter.setPen(QColor(tokens.text3))
                painter.setFont(font(self._look.px(LABEL_PX)))
                at = QRectF(left, top, width, row.label)
                painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, rows.label(number))

    def question_at(self, point: QPointF) -> int:
        """The question that stands at a point of the viewport; NONE where there is none."""
        rows, number = self.rows, self._item_at(point)
        if rows is None or number == NOTHING:
            return NONE
        y, row, top = point.y() + self.top(), rows.row(number), rows.heights.top(number)
        known = {question for side in row.sides for line in side for question, _, _ in line.places}
        for question in known:
            for found, (left, _) in zip(row.boxes(question), self.edges(), strict=True):
                if any(box.contains(QPointF(point.x() - left, y - top)) for box in found):
                    return question
        return NONE

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self.question_at(event.position()) != NONE
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        question = self.question_at(event.position())
        if question != NONE and event.button() == Qt.MouseButton.LeftButton:
            self.question_clicked.emit(question)
