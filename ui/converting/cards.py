"""One card of the list: what is asked, where it stands, before and after, and the candidates as buttons 1-9."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.records.converting import REGIONAL
from ui.review import words
from ui.theme import icons
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.converting import Question
    from ui.converting.choosing import Choosing
    from ui.theme.look import Look
    from ui.theme.tokens import Tokens

HEIGHT = 132
_GAP = 8
_SIDE = 12
_PAD = 12
MOST = 9
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def kind_word(question: Question) -> str:
    """What kind of question it is."""
    translate = QCoreApplication.translate
    if question.kind == REGIONAL:
        return translate("Convert", "Regional word")
    return translate("Convert", "One to many")


def where_word(question: Question) -> str:
    """Where it stands: paragraph or field, and how often besides."""
    translate = QCoreApplication.translate
    if question.field:
        place = words.field_word(question.field)
    elif question.paragraph:
        place = translate("Convert", "Paragraph {n}").format(n=question.paragraph)
    else:
        place = translate("Convert", "Picture")
    count = len(question.places)
    return place if count == 1 else translate("Convert", "{place}, {n} places").format(place=place, n=count)


def told(question: Question, current: str, answer: str) -> str:
    """A card in words, for those who cannot see it."""
    translate = QCoreApplication.translate
    parts = [
        f"{kind_word(question)} {question.before}",
        where_word(question),
        f"{question.head}{question.word}{question.tail} → {question.shown(current)}",
        " ".join(f"{number} {one}" for number, one in enumerate(question.candidates[:MOST], 1)),
        translate("Convert", "confirmed: {text}").format(text=answer) if answer else "",
    ]
    return translate("Convert", ", ").join(part for part in parts if part)


class Cards(QAbstractListModel):
    """The questions of a proposal that stand in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choosing: Choosing | None = None

    def show_choosing(self, choosing: Choosing | None) -> None:
        """Other questions."""
        self.beginResetModel()
        self.choosing = choosing
        self.endResetModel()

    @property
    def asked(self) -> Sequence[int]:
        """Numbers of the questions, in the order of the list."""
        return self.choosing.asked if self.choosing is not None else ()

    def touched(self, number: int) -> None:
        """A question was answered, or not any more."""
        if number in self.asked:
            index = self.index(self.asked.index(number))
            self.dataChanged.emit(index, index)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.asked)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.choosing is None or not 0 <= index.row() < len(self.asked):
            return None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            number = self.asked[index.row()]
            question = self.choosing.questions[number]
            return told(question, self.choosing.current(number), self.choosing.answer(number))
        return None


class _Part(NamedTuple):
    text: str
    font: QFont
    color: str
    ground: str = ""


class CardDelegate(QStyledItemDelegate):
    """Paints cards; which candidate lies at a point, it is asked."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @property
    def height(self) -> int:
        """Of a card and the gap under it."""
        return self._look.px(HEIGHT) + _GAP

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, Cards) or model.choosing is None:
            return
        number = model.asked[index.row()]
        choosing = model.choosing
        question, answer = choosing.questions[number], choosing.answer(number)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        card = _card(QRectF(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, card, current=current)
        inner = card.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        self._head(painter, inner, question, done=bool(answer))
        px = self._look.px
        line = QRectF(inner.left(), inner.top() + px(26), inner.width(), px(22))
        self._before(painter, line, question, choosing.proposal.variant)
        line.translate(0, px(22))
        self._after(painter, line, question, choosing.current(number), choosing.proposal.target)
        for place, (box, candidate) in enumerate(self.chips(card, question, choosing.proposal.target), 1):
            chosen = answer == candidate
            proposed = not answer and candidate == choosing.current(number)
            self._chip(painter, box, place, candidate, choosing.proposal.target, chosen=chosen, proposed=proposed)
        painter.restore()

    def _ground(self, painter: QPainter, card: QRectF, *, current: bool) -> None:
        tokens = self._look.tokens
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent if current else tokens.border), 1.5 if current else 1))
        painter.drawRoundedRect(card, 8, 8)

    def _head(self, painter: QPainter, box: QRectF, question: Question, *, done: bool) -> None:
        tokens, px = self._look.tokens, self._look.px
        pill = tokens.teal if question.kind == REGIONAL else tokens.amber
        name, ink = ("circle-check", tokens.green.ink) if done else ("circle-alert", pill.ink)
        side = px(15)
        drawn = icons.pixmap(name, ink, side, painter.device().devicePixelRatioF())
        row = QRectF(box.left(), box.top(), box.width(), px(20))
        painter.drawPixmap(round(row.left()), round(row.center().y() - side / 2), drawn)
        where = where_word(question)
        small = font(px(12))
        width = QFontMetricsF(small).horizontalAdvance(where) + 4
        painter.setFont(small)
        painter.setPen(QColor(tokens.text3))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, where)
        row = row.adjusted(side + 6, 0, -width, 0)
        painter.setFont(font(px(13), weight=600))
        painter.setPen(QColor(ink))
        title = f"{kind_word(question)} · {question.before}"
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, title)

    def _before(self, painter: QPainter, box: QRectF, question: Question, variant: str) -> None:
        tokens = self._look.tokens
        plain = font(self._look.px(14), variant=variant)
        inner, end = question.inner, question.inner + len(question.before)
        parts = [
            _Part(question.head, plain, tokens.text2),
            _Part(question.word[:inner], plain, tokens.text2),
            _Part(question.before, plain, tokens.text, tokens.mark),
            _Part(question.word[end:], plain, tokens.text2),
            _Part(question.tail, plain, tokens.text2),
        ]
        self._line(painter, box, "", parts)

    def _after(self, painter: QPainter, box: QRectF, question: Question, current: str, variant: str) -> None:
        tokens = self._look.tokens
        plain = font(self._look.px(14), variant=variant)
        parts = [
            _Part(question.result_head, plain, tokens.text),
            _Part(question.lead, plain, tokens.text),
            _Part(current, font(self._look.px(14), weight=700, variant=variant), tokens.text, tokens.mark),
            _Part(question.rest, plain, tokens.text),
            _Part(question.result_tail, plain, tokens.text),
        ]
        self._line(painter, box, "→", parts)

    def _line(self, painter: QPainter, box: QRectF, sign: str, parts: Sequence[_Part]) -> None:
        """Parts beside each other; what has no room is cut off at both ends, never in the middle."""
        tokens = self._look.tokens
        left = box.left() + self._look.px(20)
        painter.setFont(font(self._look.px(13)))
        painter.setPen(QColor(tokens.text3))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, sign)
        room = box.right() - left
        head, *others = parts
        widths = [QFontMetricsF(part.font).horizontalAdvance(part.text) for part in others]
        metrics, text = QFontMetricsF(head.font), head.text
        while text and metrics.horizontalAdvance(text) + sum(widths) > room:
            text = text[1:]
        parts = [head._replace(text=text), *others]
        widths = [metrics.horizontalAdvance(text), *widths]
        painter.save()
        painter.setClipRect(QRectF(left, box.top(), room, box.height()))
        x = left
        for part, width in zip(parts, widths, strict=True):
            at = QRectF(x, box.top(), width + 2, box.height())
            if part.ground:
                painter.fillRect(QRectF(x, box.top() + 2, width, box.height() - 4), QColor(part.ground))
            painter.setFont(part.font)
            painter.setPen(QColor(part.color))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, part.text)
            x += width
        painter.restore()

    def chips(self, card: QRectF, question: Question, variant: str) -> list[tuple[QRectF, str]]:
        """Boxes of the candidates, those that have room."""
        px = self._look.px
        metrics = QFontMetricsF(font(px(14), variant=variant))
        number = QFontMetricsF(font(px(11))).horizontalAdvance("0")
        left, top = card.left() + _PAD, card.bottom() - _PAD - px(28)
        found: list[tuple[QRectF, str]] = []
        for candidate in question.candidates[:MOST]:
            width = metrics.horizontalAdvance(candidate) + number + px(26)
            if left + width > card.right() - _PAD:
                break
            found.append((QRectF(left, top, width, px(28)), candidate))
            left += width + 6
        return found

    def _chip(
        self, painter: QPainter, box: QRectF, place: int, text: str, variant: str, *, chosen: bool, proposed: bool
    ) -> None:
        tokens, px = self._look.tokens, self._look.px
        border, ground, ink, faint = _chip_colors(tokens, chosen=chosen, proposed=proposed)
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(font(px(11)))
        painter.setPen(QColor(faint))
        row = box.adjusted(px(8), 0, -px(8), 0)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, str(place))
        painter.setFont(font(px(14), weight=600 if chosen or proposed else 400, variant=variant))
        painter.setPen(QColor(ink))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def candidate_at(self, rect: QRectF, x: float, y: float, question: Question, variant: str) -> str:
        """The candidate whose button lies at a point, "" where there is none."""
        chips = self.chips(_card(rect), question, variant)
        return next((candidate for box, candidate in chips if box.contains(x, y)), "")


def _card(rect: QRectF) -> QRectF:
    return rect.adjusted(_SIDE, 1, -_SIDE, -_GAP)


def _chip_colors(tokens: Tokens, *, chosen: bool, proposed: bool) -> tuple[str, str, str, str]:
    """Border, ground, ink and ink of the number."""
    if chosen:
        return tokens.accent, tokens.accent, tokens.on_accent, tokens.on_accent
    if proposed:
        return tokens.accent, tokens.surface, tokens.accent, tokens.text3
    return tokens.border2, tokens.surface, tokens.text, tokens.text3
