"""Source and result side by side: paragraph beside paragraph, set when they come into sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from editor.markup.blocks import Image
from ui.converting import lines
from ui.converting.choosing import NONE
from ui.converting.typeset import ConvertedTypesetter
from ui.review import words
from ui.review.heights import Heights
from ui.review.typeset import boxes, paint_lines
from ui.theme.type import font

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from ui.converting.choosing import Choosing
    from ui.review.typeset import SetLine
    from ui.theme.look import Look

_TOP = 8
_SIDE = 28
_BETWEEN = 56
_NARROWEST = 120
_KEEP = 240
_SLICE = 12
_LABEL_PX = 12


@dataclass(slots=True)
class _Row:
    """One passage, set in both columns."""

    sides: tuple[list[SetLine], list[SetLine]]
    height: float
    label: float  # height of what is said above it


class ConversionPage(QAbstractScrollArea):
    """Both columns move together, since a passage and its conversion are one row."""

    question_clicked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._choosing: Choosing | None = None
        self._setters: tuple[ConvertedTypesetter, ConvertedTypesetter] | None = None
        self._rows: dict[int, _Row] = {}
        self._heights = Heights()
        self._now = NONE
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Source and result"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._on_look_changed)

    def show_choosing(self, choosing: Choosing | None) -> None:
        """Show a proposal; another one of the same article stays where it was scrolled to."""
        same = _same_text(self._choosing, choosing)
        place = self._anchor() if same else (0, 0.0)
        self._choosing = choosing
        self._now = NONE
        self._begin_anew(place)

    def show_question(self, number: int, *, scroll: bool = True) -> None:
        """The question in hand: a frame round its places, the first one is brought into sight."""
        self._now = number
        if number != NONE and scroll:
            self._bring(number)
        self.viewport().update()

    def answered(self, number: int) -> None:
        """A question was decided, or not any more: its passages are set anew."""
        if self._choosing is None:
            return
        place = self._anchor()
        for spot in self._choosing.questions[number].spots:
            self._rows.pop(self._choosing.proposal.spots[spot].passage, None)
        self._settle()
        self._go(place)

    def rows_set(self) -> int:
        """How many passages are set: a long text is not set as a whole."""
        return len(self._rows)

    def edges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Left edge and width of both columns."""
        room = float(self.viewport().width() - 2 * _SIDE - _BETWEEN)
        width = max(float(_NARROWEST), min(float(self._look.reading.measure), room / 2))
        left = _SIDE + max(0.0, (room - 2 * width) / 2)
        return (left, width), (left + width + _BETWEEN, width)

    # Setting

    def _begin_anew(self, place: tuple[int, float]) -> None:
        choosing = self._choosing
        self._rows.clear()
        self._heights = Heights()
        if choosing is not None:
            proposal = choosing.proposal
            self._setters = (
                ConvertedTypesetter(self._look, proposal.variant),
                ConvertedTypesetter(self._look, proposal.target),
            )
            width = self.edges()[0][1]
            setter = self._setters[0]
            self._heights = Heights(setter.guess(lines.length(one), width) for one in proposal.passages)
            self._idle.start()
        self._set_range()
        self._go(place)
        self._settle()

    def _row(self, number: int) -> _Row:
        if number in self._rows:
            return self._rows[number]
        if len(self._rows) > _KEEP:
            for other in list(self._rows)[: _KEEP // 2]:
                del self._rows[other]
        choosing, setters = self._choosing, self._setters
        if choosing is None or setters is None:
            raise LookupError(number)
        passage = choosing.passage(number)
        label = float(self._look.px(_LABEL_PX) + 8) if self.label_of(number) else 0.0
        sides: list[list[SetLine]] = []
        bottom = label
        for result, (setter, (_, width)) in enumerate(zip(setters, self.edges(), strict=True)):
            strips = lines.lines(passage, choosing.marks(number, result=bool(result)), result=bool(result))
            made, end = setter.set_lines(strips, width, label)
            sides.append(made)
            bottom = max(bottom, end)
        row = _Row((sides[0], sides[1]), bottom + setters[0].gap, label)
        self._rows[number] = row
        self._heights.measured(number, row.height)
        return row

    def _in_sight(self) -> range:
        if not len(self._heights):
            return range(0)
        top = self._offset()
        return range(self._heights.at(top), self._heights.at(top + self.viewport().height()) + 1)

    def _offset(self) -> float:
        return float(self.verticalScrollBar().value() - _TOP)

    def _settle(self) -> None:
        """Set what is in sight until nothing of it changes its height any more."""
        for _ in range(8):
            before = self._heights.total() if len(self._heights) else 0.0
            place = self._anchor()
            for number in self._in_sight():
                self._row(number)
            self._set_range()
            if not len(self._heights) or self._heights.total() == before:
                break
            self._go(place)
        self.viewport().update()

    def _anchor(self) -> tuple[int, float]:
        """Which passage stands on top, and how far it is scrolled past it."""
        if not len(self._heights) or self.verticalScrollBar().value() <= _TOP:
            return 0, 0.0
        top = self._offset()
        first = self._heights.at(top)
        return first, top - self._heights.top(first)

    def _go(self, place: tuple[int, float]) -> None:
        if len(self._heights) and place != (0, 0.0):
            top = self._heights.top(min(place[0], len(self._heights) - 1)) + place[1] + _TOP
            self.verticalScrollBar().setValue(round(top))

    def _set_range(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        total = self._heights.total() if len(self._heights) else 0.0
        bar.blockSignals(True)  # noqa: FBT003 - Qt
        bar.setRange(0, max(0, round(total) + 2 * _TOP - height))
        bar.blockSignals(False)  # noqa: FBT003 - Qt
        bar.setPageStep(height)
        bar.setSingleStep(self._look.reading.line)

    def _on_idle(self) -> None:
        """Measure a little of what is not in sight, so that the scroll bar tells the truth."""
        wanted = self._heights.some_unmeasured(_SLICE)
        if not wanted or self._choosing is None:
            self._idle.stop()
            return
        place = self._anchor()
        for number in wanted:
            self._row(number)
        self._set_range()
        self._go(place)

    def _bring(self, number: int) -> None:
        """Scroll so far that a question is in sight, with some room round it."""
        choosing = self._choosing
        if choosing is None:
            return
        passage = choosing.passage_of(number)
        row = self._row(passage)
        found = boxes(row.sides[0], number) or boxes(row.sides[1], number)
        top = self._heights.top(passage) + _TOP + (found[0].top() if found else 0.0)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._set_range()
        if not height * 0.1 < top - bar.value() < height * 0.8:
            bar.setValue(round(top - height * 0.35))
        self._settle()

    def place_of(self, number: int) -> float:
        """How far below the upper edge of what is in sight a question stands."""
        if self._choosing is None:
            return 0.0
        passage = self._choosing.passage_of(number)
        found = boxes(self._row(passage).sides[0], number)
        return self._heights.top(passage) - self._offset() + (found[0].top() if found else 0.0)

    def result_text(self, passage: int) -> str:
        """The result of a passage as it stands there."""
        choosing = self._choosing
        if choosing is None:
            return ""
        return lines.plain(lines.lines(choosing.passage(passage), choosing.marks(passage, result=True), result=True))

    def _on_scrolled(self) -> None:
        self._settle()

    def _on_look_changed(self) -> None:
        self._begin_anew(self._anchor())

    # Events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._begin_anew(self._anchor())
        else:
            self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._look.tokens.surface))
        if self._choosing is not None:
            middle = self.edges()[1][0] - _BETWEEN / 2
            painter.fillRect(QRectF(round(middle), 0, 1, self.viewport().height()), QColor(self._look.tokens.border))
            for number in self._in_sight():
                self._paint_row(painter, number, QRectF(event.rect()))
        painter.end()

    def _paint_row(self, painter: QPainter, number: int, clip: QRectF) -> None:
        row = self._row(number)
        top = self._heights.top(number) - self._offset()
        for side, (left, width) in zip(row.sides, self.edges(), strict=True):
            painter.setPen(QColor(self._look.tokens.body))
            paint_lines(painter, side, QPointF(left, top), clip)
            self._frame(painter, [box.translated(left, top) for box in boxes(side, self._now)])
            if row.label:
                painter.setPen(QColor(self._look.tokens.text3))
                painter.setFont(font(self._look.px(_LABEL_PX)))
                box = QRectF(left, top, width, row.label)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.label_of(number))

    def label_of(self, number: int) -> str:
        """What is said above a passage: which field it is, that it is a picture, that it stays as it is."""
        if self._choosing is None:
            return ""
        passage = self._choosing.passage(number)
        named = words.field_word(passage.field) if passage.field and passage.field != lines.HEADLINE else ""
        picture = self.tr("Picture") if isinstance(passage.source, Image) else ""
        by_hand = self.tr("mended by hand, stays as it is") if passage.kept else ""
        return " · ".join(part for part in (named, picture, by_hand) if part)

    def _frame(self, painter: QPainter, found: list[QRectF]) -> None:
        if self._now == NONE:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._look.tokens.accent), 1.5))
        for box in found:
            painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1), 3, 3)

    def question_at(self, point: QPointF) -> int:
        """The question that stands at a point of the viewport; NONE where there is none."""
        y = point.y() + self._offset()
        if self._choosing is None or not len(self._heights) or not 0 <= y < self._heights.total():
            return NONE
        number = self._heights.at(y)
        row, top = self._row(number), self._heights.top(number)
        for side, (left, _) in zip(row.sides, self.edges(), strict=True):
            at = QPointF(point.x() - left, y - top)
            known = {question for line in side for question, _, _ in line.places}
            for question in known:
                if any(box.contains(at) for box in boxes(side, question)):
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


def _same_text(one: Choosing | None, other: Choosing | None) -> bool:
    return one is not None and other is not None and one.proposal.name == other.proposal.name
