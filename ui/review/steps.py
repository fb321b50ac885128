"""The step bar 草稿—初审—复审—终审签发—已发布: what is done, where the article is, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ui.articles.words import state_word
from ui.review import words
from ui.theme import icons
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.review import BarStep
    from ui.theme.look import Look

_ICON, _GAP, _LINE, _AROUND = 14, 5, 10, 5
# States that stand beside the way: which icon, in which color, the article has where it is.
_ASIDE = {
    "returned": ("corner-up-left", "danger"),
    "withdrawn": ("megaphone-off", "danger"),
    "held": ("pause", "text2"),
    "refused": ("ban", "text2"),
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """One step as it is drawn: icon, word (maybe left out for want of room), color by its token, weight."""

    icon: str
    word: str
    color: str
    weight: int


class StepBar(QWidget):
    """Shows the steps; where there is little room, words other than that of the present step are left out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[BarStep, ...] = ()
        self._state = ""
        self._correction = 0
        self.spots: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Steps of the article"))
        look.changed.connect(self._on_look_changed)

    def show_steps(self, steps: Sequence[BarStep], state: str = "", correction: int = 0) -> None:
        """Show where an article is; () = none is open.

        Args:
            steps: Of the bar.
            state: Of the article; returned, withdrawn, held, refused are marked.
            correction: N of 更正第N次 that is under review, 0 = none.
        """
        self._steps = tuple(steps)
        self._state = state
        self._correction = correction
        self.setAccessibleDescription(self.tr(", ").join(self._told(step) for step in self._steps))
        self.updateGeometry()
        self.update()

    def shown(self) -> list[str]:
        """The words that are drawn now, "" for a step of which there is only the icon."""
        return [mark.word for mark in self._fitting()]

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _marks(self) -> list[_Mark]:
        marks = [self._mark(step) for step in self._steps]
        if self._state == "withdrawn" and marks:
            icon, color = _ASIDE["withdrawn"]
            marks[-1] = _Mark(icon, state_word("withdrawn"), color, 600)
        return marks

    def _word(self, step: BarStep) -> str:
        """A text that was out does not begin as a draft: it is a correction."""
        if step.key == "draft" and self._correction:
            return words.correction(self._correction)
        return words.step_word(step.key)

    def _mark(self, step: BarStep) -> _Mark:
        word = self._word(step)
        if step.state == "done":
            return _Mark("circle-check", word, "green", 500)
        if step.state != "now" or self._state == "withdrawn":
            return _Mark("circle", word, "text3", 400)
        if self._state in _ASIDE:
            icon, color = _ASIDE[self._state]
            return _Mark(icon, state_word(self._state), color, 600)
        return _Mark("square-pen" if step.key != "sent" else "send", word, "accent", 600)

    def _fitting(self) -> list[_Mark]:
        """The marks, with fewer words where they do not fit."""
        marks = self._marks()
        if self._width(marks) <= self.width():
            return marks
        strong = [m if m.weight >= 600 else _Mark(m.icon, "", m.color, m.weight) for m in marks]  # noqa: PLR2004
        if self._width(strong) <= self.width():
            return strong
        return [m for m in strong if m.word] or strong

    def _width(self, marks: Sequence[_Mark]) -> float:
        px = self._look.px
        line = px(_LINE) + 2 * px(_AROUND)
        return sum(self._width_of(mark) for mark in marks) + line * max(0, len(marks) - 1)

    def _width_of(self, mark: _Mark) -> float:
        px = self._look.px
        if not mark.word:
            return float(px(_ICON))
        return px(_ICON) + px(_GAP) + QFontMetricsF(font(px(13), weight=mark.weight)).horizontalAdvance(mark.word) + 1

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._width(self._marks())) + 1, self._look.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        marks = [mark for mark in self._marks() if mark.weight >= 600]  # noqa: PLR2004
        return QSize(round(self._width(marks[:1])), self._look.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._look.px
        self.spots = []
        left, middle = 0.0, self.height() / 2
        for number, mark in enumerate(self._fitting()):
            if number:
                left += px(_AROUND)
                painter.setPen(QColor(self._look.tokens.border2))
                painter.drawLine(QPointF(left, round(middle) + 0.5), QPointF(left + px(_LINE), round(middle) + 0.5))
                left += px(_LINE) + px(_AROUND)
            width = self._width_of(mark)
            self.spots.append(QRectF(left, 0, width, self.height()))
            self._draw(painter, mark, left, middle)
            left += width
        painter.end()

    def _draw(self, painter: QPainter, mark: _Mark, left: float, middle: float) -> None:
        px = self._look.px
        ink = self._look.tokens.green.ink if mark.color == "green" else str(getattr(self._look.tokens, mark.color))
        side = px(_ICON)
        drawn = icons.pixmap(mark.icon, ink, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left, round(middle - side / 2)), drawn)
        if mark.word:
            painter.setFont(font(px(13), weight=mark.weight))
            painter.setPen(QColor(ink))
            box = QRectF(left + side + px(_GAP), 0, self._width_of(mark), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, mark.word)

    def _told(self, step: BarStep) -> str:
        """A step in words: what, done by whom and when."""
        word = self._word(step)
        if step.state == "done":
            when = words.when(step.at, self._look.now())
            return " ".join(part for part in (word, self.tr("done"), step.name, when) if part)
        if step.state != "now":
            return self.tr("{step} to come").format(step=word)
        here = state_word(self._state) if self._state in _ASIDE else ""
        return " ".join(part for part in (self.tr("now: {step}").format(step=word), here) if part)

    def tip_at(self, point: QPointF) -> str:
        """What is told of the step at a point."""
        if len(self.spots) == len(self._steps):
            for spot, step in zip(self.spots, self._steps, strict=True):
                if spot.contains(point):
                    return self._told(step)
        return self.accessibleDescription()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)
