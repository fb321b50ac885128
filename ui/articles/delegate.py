"""How one row of the list is painted: headline, one line of summary, state, author, deadline, number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.records.articles import Span
from ui.articles import words
from ui.articles.model import ArticlesModel
from ui.theme import icons
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from editor.records.articles import Hit, Row
    from ui.theme.look import Look
    from ui.theme.tokens import Pill

ROW = 104
DENSE_ROW = 56
_SIDE = 16
_PILL = 20
_SEEN = 0.8
_BEFORE = 6


class ArticleDelegate(QStyledItemDelegate):
    """Fonts and metrics are made once for a look: 100,000 rows are scrolled through."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.dense = False
        self._prepare()
        look.changed.connect(self._prepare)

    def _prepare(self) -> None:
        px = self._look.px
        self._fonts: dict[tuple[str, str], tuple[QFont, QFontMetrics]] = {}
        self._sizes = {"title": (px(14), 600), "text": (px(12), 400), "pill": (px(11), 500)}

    def _font(self, name: str, variant: str) -> tuple[QFont, QFontMetrics]:
        key = (name, variant)
        if key not in self._fonts:
            size, weight = self._sizes[name]
            made = font(size, weight=weight, variant=variant)
            self._fonts[key] = (made, QFontMetrics(made))
        return self._fonts[key]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._look.px(DENSE_ROW if self.dense else ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state)
        row: Row | None = index.data(ArticlesModel.ROW)
        if row is not None:
            inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
            hit: Hit | None = index.data(ArticlesModel.HIT)
            group = self._group(painter, inner, index.data(ArticlesModel.GROUP))
            (self._paint_dense if self.dense else self._paint_row)(painter, inner, row, hit, group)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selected))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.surface2))
        painter.fillRect(
            QRectF(rect.left() + _SIDE, rect.bottom() - 1, rect.width() - 2 * _SIDE, 1), QColor(tokens.border)
        )

    def _group(self, painter: QPainter, box: QRectF, name: str) -> float:
        """The name of a group stands on the line over its first row; gives the room that the headline leaves it."""
        if not name:
            return 0.0
        tokens = self._look.tokens
        chosen, metrics = self._font("pill", "zh-CN")
        width = metrics.horizontalAdvance(name) + 12
        at = QRectF(box.right() - width, box.top(), width, metrics.height() + 2)
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), QColor(tokens.border2))
        painter.setFont(chosen)
        painter.setPen(QColor(tokens.text3))
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        return width

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row, hit: Hit | None, group: float) -> None:
        tokens = self._look.tokens
        unit = box.height() / ROW
        title = QRectF(box.left(), box.top() + 12 * unit, box.width() - group, 24 * unit)
        if row.unread:
            self._dot(painter, QPointF(title.left() + 3, title.center().y()))
            title.setLeft(title.left() + 12)
        spans = hit.headline_spans if hit is not None else ()
        headline = row.headline or self.tr("(no headline)")
        self._text(painter, title, headline, "title", row.variant, tokens.text if row.headline else tokens.text3, spans)
        line = QRectF(box.left(), title.bottom(), box.width(), 22 * unit)
        if hit is not None and hit.snippet:
            said, found = self._in_sight(hit, row.variant, line.width())
            self._text(painter, line, said, "text", row.variant, tokens.text2, found)
        else:
            self._text(painter, line, row.summary, "text", row.variant, tokens.text2)
        foot = QRectF(box.left(), line.bottom() + 5 * unit, box.width(), 24 * unit)
        self._foot(painter, foot, row)

    def _in_sight(self, hit: Hit, variant: str, width: float) -> tuple[str, Sequence[Span]]:
        """The snippet from where its first place can be seen: a line shows fewer characters than it has."""
        spans = hit.snippet_spans
        if not spans or self._width(hit.snippet[: spans[0].end], variant) < width * _SEEN:
            return hit.snippet, spans
        cut = max(0, spans[0].start - _BEFORE)
        moved = [Span(span.start - cut + 1, span.end - cut + 1) for span in spans]
        return "…" + hit.snippet[cut:], moved

    def _paint_dense(self, painter: QPainter, box: QRectF, row: Row, hit: Hit | None, group: float) -> None:
        tokens = self._look.tokens
        title = QRectF(box.left(), box.top() + 6, box.width() - group, box.height() / 2 - 6)
        if row.unread:
            self._dot(painter, QPointF(title.left() + 3, title.center().y()))
            title.setLeft(title.left() + 12)
        spans = hit.headline_spans if hit is not None else ()
        self._text(painter, title, row.headline or self.tr("(no headline)"), "title", row.variant, tokens.text, spans)
        foot = QRectF(box.left(), title.bottom(), box.width(), box.height() / 2 - 6)
        self._foot(painter, foot, row)

    def _foot(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """State, marks and author from the left; time, deadline, pictures and number from the right."""
        tokens = self._look.tokens
        now = self._look.now()
        left = self._pill(painter, box, words.state_word(row.state), getattr(tokens, words.tone(row.state)))
        mark = words.origin_mark(row.origin)
        if mark:
            left = self._pill(painter, QRectF(left + 6, box.top(), box.width(), box.height()), mark, tokens.teal)
        if row.derived == "stale":
            words_for = self.tr("redo")
            left = self._pill(painter, QRectF(left + 6, box.top(), box.width(), box.height()), words_for, tokens.amber)
        who = " ".join(row.authors)
        marks = self._marks(row, now)
        cut = f"{who} ·…" if row.column or row.number else who  # what follows the names may be cut, they may not
        if left + 16 + self._width(cut, row.variant) > box.right() - self._taken(marks):
            marks = self._marks(row, now, short=True)
        right: float | None = None
        for text, ink, icon in marks:
            right = self._right(painter, box, text, ink, right, icon)
        right = box.right() if right is None else right
        room = QRectF(left + 8, box.top(), right - left - 16, box.height())
        said = " · ".join(part for part in (who, row.column, row.number) if part)
        if room.width() > 20:  # noqa: PLR2004
            self._text(painter, room, said, "text", row.variant, tokens.text2)

    def _marks(self, row: Row, now: datetime, *, short: bool = False) -> list[tuple[str, str, str]]:
        """What stands at the right end, from the right: text, ink and icon."""
        tokens = self._look.tokens
        marks = [(words.when(row.updated_at, now), tokens.text3, "")]
        over = row.state in {"sent", "withdrawn", "refused"}
        due, tone = ("", "") if over else words.countdown(row.deadline, now, short=short)
        if due:
            marks.append((due, tokens.text3 if tone == "gray" else getattr(tokens, tone).ink, "clock"))
        if row.errors > 0 or row.warnings > 0:
            pill, icon = (tokens.red, "circle-alert") if row.errors > 0 else (tokens.amber, "triangle-alert")
            marks.append((str(max(0, row.errors) + max(0, row.warnings)), pill.ink, icon))
        if row.images:
            marks.append((str(row.images), tokens.text3, "image"))
        return marks

    def _width(self, said: str, variant: str) -> float:
        return self._font("text", variant)[1].horizontalAdvance(said)

    def _taken(self, marks: Sequence[tuple[str, str, str]]) -> float:
        """How much room they take; see `_right`."""
        icons_there = sum(bool(icon) for _text, _ink, icon in marks)
        return sum(self._width(text, "zh-CN") + 10 for text, _ink, _icon in marks) - 10 + 17 * icons_there

    def _right(
        self, painter: QPainter, box: QRectF, said: str, ink: str, right: float | None = None, icon: str = ""
    ) -> float:
        """Write at the right end, or left of what stands there; gives the new left edge."""
        chosen, metrics = self._font("text", "zh-CN")
        edge = box.right() if right is None else right - 10
        width = metrics.horizontalAdvance(said)
        painter.setFont(chosen)
        painter.setPen(QColor(ink))
        at = QRectF(edge - width, box.top(), width + 1, box.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, said)
        if not icon:
            return at.left()
        side = 13.0
        drawn = icons.pixmap(icon, ink, 13, painter.device().devicePixelRatioF())
        painter.drawPixmap(
            QRectF(at.left() - side - 4, box.center().y() - side / 2, side, side), drawn, QRectF(drawn.rect())
        )
        return at.left() - side - 4

    def _dot(self, painter: QPainter, center: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.accent))
        painter.drawEllipse(center, 3, 3)

    def _pill(self, painter: QPainter, box: QRectF, said: str, pill: Pill) -> float:
        """A small label at the left of a box; gives its right edge."""
        chosen, metrics = self._font("pill", "zh-CN")
        height = self._look.px(_PILL)
        at = QRectF(box.left(), box.center().y() - height / 2, metrics.horizontalAdvance(said) + 12, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pill.ground))
        painter.drawRoundedRect(at, 4, 4)
        painter.setFont(chosen)
        painter.setPen(QColor(pill.ink))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, said)
        return at.right()

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        said: str,
        name: str,
        variant: str,
        ink: str,
        spans: Sequence[Span] = (),
    ) -> None:
        chosen, metrics = self._font(name, variant)
        painter.setFont(chosen)
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(box.width()))
        for span in spans:
            if span.end < len(shown) or shown == said:
                start = metrics.horizontalAdvance(said[: span.start])
                end = metrics.horizontalAdvance(said[: span.end])
                hit = QRectF(box.left() + start, box.center().y() - metrics.height() / 2, end - start, metrics.height())
                painter.fillRect(hit, QColor(self._look.tokens.mark))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
