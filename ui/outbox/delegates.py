"""How lines and batches are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from ui.destinations import place_word
from ui.outbox import words
from ui.outbox.models import BatchesModel, LinesModel
from ui.widgets.painted import PaintedRows

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from editor.records.outbox import BatchShown, LineShown
    from ui.sentences import Sentences
    from ui.theme.look import Look

LINE = 66
BATCH = 74
_PLAIN = 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineDelegate(PaintedRows):
    """Headline and state, under them the number, the target, the reason and the time."""

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._sentences = sentences

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(300, self._look.px(LINE))

    @override
    def _row(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        line: LineShown = index.data(LinesModel.RECORD)
        tokens = self._look.tokens
        half = box.height() / 2
        first = QRectF(box.left(), box.top() + 5, box.width(), half - 5)
        second = QRectF(box.left(), box.top() + half, box.width(), half - 8)
        left = self._pill(painter, first.right(), first.center().y(), words.line_word(line), words.tone(line))
        if line.differs and line.state == "done" and not line.gone:
            left = self._pill(painter, left - 6, first.center().y(), self.tr("differs"), "amber")
        if line.action == "remove" and line.state != "done":
            left = self._pill(painter, left - 6, first.center().y(), self.tr("take down"), "red")
        first.setRight(left - 12)
        self._write(painter, first, line.headline or self.tr("(no headline)"), "title", tokens.text)
        now = self._look.now()
        when = self._when(line, now)
        taken = self._write(painter, second, when, "text", tokens.text3, _RIGHT) + 12 if when else 0.0
        second.setRight(second.right() - taken)
        where = " · ".join(part for part in (line.number, place_word(line.target)) if part)
        width = self._write(painter, second, where, "text", tokens.text2)
        second.setLeft(second.left() + width + 14)
        ink = tokens.danger if line.state == "held" else tokens.text3
        self._write(painter, second, words.why(line, self._sentences, now), "text", ink)

    def _when(self, line: LineShown, now: datetime) -> str:
        """When it appears and who sees to it, else when it was done or queued."""
        if line.keeper:
            return f"{words.time_told(line.publish_at, now)} · {words.keeper_told(line)}"
        return words.time_told(words.ended_at(line) or line.queued_at, now)


class BatchDelegate(PaintedRows):
    """Time and person, the targets, and the states as a bar."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        plain = isinstance(index.data(BatchesModel.RECORD), str)
        return QSize(200, self._look.px(_PLAIN if plain else BATCH))

    @override
    def _row(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        batch: BatchShown | str = index.data(BatchesModel.RECORD)
        tokens = self._look.tokens
        if isinstance(batch, str):
            name = "clock" if batch else "inbox"
            drawn = self._look.pixmap(name, "text2", 16, painter.device().devicePixelRatioF())
            painter.drawPixmap(int(box.left()), int(box.center().y()) - 8, drawn)
            box.setLeft(box.left() + 26)
            self._write(painter, box, index.data(Qt.ItemDataRole.DisplayRole), "plain", tokens.text)
            return
        px = self._look.px
        first = QRectF(box.left(), box.top() + px(8), box.width(), px(22))
        second = QRectF(box.left(), first.bottom(), box.width(), px(20))
        total = sum(batch.states.values())
        taken = self._write(painter, first, self.tr("{n} articles").format(n=total), "text", tokens.text3, _RIGHT)
        first.setRight(first.right() - taken - 8)
        said = f"{words.time_told(batch.made_at, self._look.now())}  {batch.person}"
        self._write(painter, first, said, "title", tokens.text)
        self._write(painter, second, " · ".join(map(place_word, batch.targets)), "text", tokens.text2)
        self._bar(painter, QRectF(box.left(), second.bottom() + px(6), box.width(), px(5)), batch)

    def _bar(self, painter: QPainter, box: QRectF, batch: BatchShown) -> None:
        """How many are in which state, as parts of a line."""
        total = sum(batch.states.values()) or 1
        left = box.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for state in ("done", "sending", "checking", "held", "waiting", "canceled"):
            count = batch.states.get(state, 0)
            if not count:
                continue
            width = max(4.0, box.width() * count / total)
            pill = getattr(self._look.tokens, words.tone_of_state(state))
            faint = state in {"waiting", "canceled"}
            painter.setBrush(QColor(self._look.tokens.border2 if faint else pill.ink))
            painter.drawRoundedRect(QRectF(left, box.top(), min(width, box.right() - left) - 1, box.height()), 2, 2)
            left += width
