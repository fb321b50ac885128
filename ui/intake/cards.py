"""One card of the report: which damage, what stands there now, how sure, and what else may stand there (1-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.records.incoming import APPLIED, REFUSED
from ui.intake import words
from ui.intake.judging import readings
from ui.proofs.words import rule_word
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.intake.judging import Card, Judging
    from ui.theme.look import Look
    from ui.theme.tokens import Pill

LOW, HIGH = 66, 102
MOST = 9
_GAP, _SIDE, _PAD = 6, 12, 10
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Cards(QAbstractListModel):
    """The places of a report that stand in the article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.judging: Judging | None = None

    def show_judging(self, judging: Judging | None) -> None:
        """Other places, or the same ones decided otherwise."""
        old = [card.number for card in self.judging.cards] if self.judging is not None else None
        if judging is not None and old == [card.number for card in judging.cards]:
            self.judging = judging
            self.dataChanged.emit(self.index(0), self.index(len(old) - 1))
            return
        self.beginResetModel()
        self.judging = judging
        self.endResetModel()

    def card(self, row: int) -> Card | None:
        """The card in a row."""
        cards = self.judging.cards if self.judging is not None else ()
        return cards[row] if 0 <= row < len(cards) else None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.judging is None else len(self.judging.cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row())
        if card is None or self.judging is None:
            return None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return words.told(self.judging, card, readings(card.place))
        return None


class _Part(NamedTuple):
    text: str
    color: str
    ground: str = ""
    struck: bool = False


class CardDelegate(QStyledItemDelegate):
    """Paints cards; which reading lies at a point, it is asked."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def _chipped(self, card: Card) -> bool:
        """Whether what may stand there is shown: where there is a choice."""
        return not card.place.machine or len(readings(card.place)) > 1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        card = model.card(index.row()) if isinstance(model, Cards) else None
        return QSize(200, self._look.px(HIGH if card is not None and self._chipped(card) else LOW) + _GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        card = model.card(index.row()) if isinstance(model, Cards) else None
        if not isinstance(model, Cards) or model.judging is None or card is None:
            return
        tokens, px = self._look.tokens, self._look.px
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        box = _box(QRectF(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent if current else tokens.border), 1.5 if current else 1))
        painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        self._head(painter, QRectF(inner.left(), inner.top(), inner.width(), px(20)), model.judging, card)
        line = QRectF(inner.left(), inner.top() + px(24), inner.width(), px(22))
        self._line(painter, line, self._parts(card), model.judging.text.variant)
        if self._chipped(card):
            for number, (chip, text) in enumerate(self.chips(box, card), 1):
                self._chip(painter, chip, number, text, chosen=text == card.place.now)
        painter.restore()

    def _pill(self, judging: Judging, card: Card) -> Pill:
        tokens = self._look.tokens
        if judging.waits(card):
            return tokens.amber
        return {APPLIED: tokens.green, REFUSED: tokens.violet}.get(card.place.state, tokens.gray)

    def _head(self, painter: QPainter, row: QRectF, judging: Judging, card: Card) -> None:
        """Rule and place at the left, what became of it at the right."""
        tokens, px = self._look.tokens, self._look.px
        small, strong = font(px(12)), font(px(13), weight=600)
        state, pill = words.state_word(judging, card), self._pill(judging, card)
        width = QFontMetricsF(small).horizontalAdvance(state) + px(14)
        box = QRectF(row.right() - width, row.top(), width, row.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pill.ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(pill.ink))
        painter.setFont(small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, state)
        rule = rule_word(card.place.rule)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, rule)
        left = QFontMetricsF(strong).horizontalAdvance(rule) + px(8)
        parts = [words.where(card)] if card.place.machine else [words.where(card), words.sure(card)]
        painter.setFont(small)
        painter.setPen(QColor(tokens.text3))
        rest = row.adjusted(left, 0, -width - px(6), 0)
        shown = painter.fontMetrics().elidedText(
            " · ".join(part for part in parts if part), Qt.TextElideMode.ElideRight, int(rest.width())
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)

    def _parts(self, card: Card) -> list[_Part]:
        """The line of the original with what stands there now behind what stood there."""
        tokens, place = self._look.tokens, card.place
        parts = [_Part(card.head, tokens.text2)]
        if place.now == place.before:
            parts.append(_Part(words.seen(place.before), tokens.text, tokens.mark))
        else:
            parts.append(_Part(words.seen(place.before), tokens.danger, tokens.deleted, struck=True))
            if place.now:
                parts.append(_Part(words.seen(place.now), tokens.green.ink, tokens.inserted))
        return [*parts, _Part(card.tail, tokens.text2)]

    def _line(self, painter: QPainter, box: QRectF, parts: Sequence[_Part], variant: str) -> None:
        """Parts beside each other; what has no room is cut off at both ends, never in the middle."""
        plain = font(self._look.px(14), variant=variant)
        metrics = QFontMetricsF(plain)
        widths = [metrics.horizontalAdvance(part.text) for part in parts]
        x = box.left() - max(0.0, min(widths[0], sum(widths) - box.width()))
        painter.save()
        painter.setClipRect(box)
        for part, width in zip(parts, widths, strict=True):
            at = QRectF(x, box.top(), width + 2, box.height())
            if part.ground:
                painter.fillRect(QRectF(x, box.top() + 1, width, box.height() - 2), QColor(part.ground))
            drawn = QFont(plain)
            drawn.setStrikeOut(part.struck)
            painter.setFont(drawn)
            painter.setPen(QColor(part.color))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, part.text)
            x += width
        painter.restore()

    def chips(self, box: QRectF, card: Card) -> list[tuple[QRectF, str]]:
        """Boxes of the readings, those that have room."""
        px = self._look.px
        metrics = QFontMetricsF(font(px(14)))
        number = QFontMetricsF(font(px(11))).horizontalAdvance("0")
        left, top = box.left() + _PAD, box.bottom() - _PAD - px(28)
        found: list[tuple[QRectF, str]] = []
        for reading in readings(card.place)[:MOST]:
            width = metrics.horizontalAdvance(words.seen(reading)) + number + px(26)
            if left + width > box.right() - _PAD:
                break
            found.append((QRectF(left, top, width, px(28)), reading))
            left += width + 6
        return found

    def _chip(self, painter: QPainter, box: QRectF, number: int, text: str, *, chosen: bool) -> None:
        tokens, px = self._look.tokens, self._look.px
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.border2), 1))
        painter.setBrush(QColor(tokens.accent if chosen else tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        row = box.adjusted(px(8), 0, -px(8), 0)
        painter.setFont(font(px(11)))
        painter.setPen(QColor(tokens.on_accent if chosen else tokens.text3))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, str(number))
        painter.setFont(font(px(14), weight=600 if chosen else 400))
        painter.setPen(QColor(tokens.on_accent if chosen else tokens.text))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words.seen(text))

    def reading_at(self, rect: QRectF, x: float, y: float, card: Card) -> str | None:
        """The reading whose button lies at a point, None where there is none."""
        if not self._chipped(card):
            return None
        return next((text for box, text in self.chips(_box(rect), card) if box.contains(x, y)), None)


def _box(rect: QRectF) -> QRectF:
    return rect.adjusted(_SIDE, 1, -_SIDE, -_GAP)
