"""The sign-off record: who did what and when, from above to below, and at its end who is waited for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.review import record
from ui.theme import icons
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from editor.records.review import Step, Waiting
    from ui.review.record import Line, Why
    from ui.theme.look import Look

_SIDE, _DOT, _GAP, _BELOW = 16, 28, 12, 14
_PAD = 8
_KEEP = 2000  # lines that stay laid out: the view asks often how high they are
_WRAP = Qt.TextFlag.TextWordWrap
_UNBROKEN = re.compile(r"[!-~]{24}(?=[!-~])")  # an address may be longer than the line
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_INVALID = QModelIndex()


class RecordModel(QAbstractListModel):
    """The lines of the record."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.told()
        return None


class _Part:
    """A piece of text of a line, and where it stands."""

    __slots__ = ("box", "font", "ink", "text")

    def __init__(self, text: str, font: QFont, ink: str, box: QRectF) -> None:
        self.text, self.font, self.ink, self.box = text, font, ink, box


class RecordDelegate(QStyledItemDelegate):
    """Paints a line: icon on a round ground, name and deed, when and what, a card with the reason."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._laid: dict[tuple[Line, float], tuple[list[_Part], QRectF | None, float]] = {}
        look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self._laid.clear()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        _, _, height = self._lay(index.data(LINE_ROLE), float(width))
        return QSize(width, round(height))

    def _lay(self, line: Line, width: float) -> tuple[list[_Part], QRectF | None, float]:
        """Texts of a line from its corner, the ground of its card, and its height."""
        if len(self._laid) > _KEEP:
            self._laid.clear()
        key = (line, width)
        if key not in self._laid:
            self._laid[key] = self._set(line, width)
        return self._laid[key]

    def _set(self, line: Line, width: float) -> tuple[list[_Part], QRectF | None, float]:
        px, tokens = self._look.px, self._look.tokens
        left = float(px(_SIDE) + px(_DOT) + px(_GAP))
        room = max(40.0, width - left - px(_SIDE))
        strong, plain, small = font(px(13), weight=600), font(px(13)), font(px(12))
        parts: list[_Part] = []
        top = self._title(parts, line, (left, 2.0, room), (strong, plain))
        if line.caption:
            top = self._put(parts, line.caption, small, tokens.text2, (left, top + 1, room))
        card: QRectF | None = None
        if line.quote or line.card:
            begin = top + 6
            top = begin + _PAD
            if line.quote:
                quoted = self.tr("“{words}”").format(words=line.quote)
                top = self._put(parts, quoted, small, tokens.text3, (left + 10, top, room - 20)) + 2
            if line.card:
                top = self._put(parts, line.card, plain, tokens.text, (left + 10, top, room - 20))
            top += _PAD
            card = QRectF(left, begin, room, top - begin)
        if line.warning:
            ink = tokens.danger if line.grave else tokens.amber.ink
            top = self._put(parts, line.warning, small, ink, (left, top + 4, room))
        return parts, card, max(top, float(px(_DOT))) + _BELOW

    def _title(
        self, parts: list[_Part], line: Line, at: tuple[float, float, float], fonts: tuple[QFont, QFont]
    ) -> float:
        """Name and deed in one line where they fit, else the deed below the name."""
        left, top, room = at
        strong, plain = fonts
        tokens = self._look.tokens
        name = QFontMetricsF(strong).horizontalAdvance(line.who)
        deed = QFontMetricsF(plain).horizontalAdvance(line.what)
        space = 6.0
        bottom = self._put(parts, line.who, strong, tokens.text, (left, top, room))
        if name + space + deed <= room:
            self._put(parts, line.what, plain, tokens.text2, (left + name + space, top, deed + 2))
            return bottom
        return self._put(parts, line.what, plain, tokens.text2, (left, bottom, room))

    def _put(self, parts: list[_Part], text: str, chosen: QFont, ink: str, at: tuple[float, float, float]) -> float:
        """One text in a column given by left edge, top and width; gives its bottom."""
        left, top, width = at
        text = _UNBROKEN.sub("\\g<0>\u200b", text)
        box = QFontMetricsF(chosen).boundingRect(QRectF(0, 0, width, 100_000), int(_WRAP), text)
        parts.append(_Part(text, chosen, ink, QRectF(left, top, width, box.height())))
        return top + box.height()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts, card, height = self._lay(line, rect.width())
        painter.translate(rect.topLeft())
        tokens = self._look.tokens
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.accent)))
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(4.5, -3.5, rect.width() - 9, height - _BELOW + 8), 6, 6)
        self._dot(painter, line, height, last=index.row() == index.model().rowCount() - 1)
        if card is not None:
            painter.setPen(QPen(QColor(tokens.border)))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for part in parts:
            painter.setFont(part.font)
            painter.setPen(QColor(part.ink))
            painter.drawText(part.box, int(_WRAP), part.text)
        painter.restore()

    def _dot(self, painter: QPainter, line: Line, height: float, *, last: bool) -> None:
        px, tokens = self._look.px, self._look.tokens
        pill = getattr(tokens, line.tone)
        side = float(px(_DOT))
        box = QRectF(px(_SIDE), 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pill.ground))
        painter.drawEllipse(box)
        small = px(15)
        drawn = icons.pixmap(line.icon, pill.ink, small, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(round(box.center().x() - small / 2), round(box.center().y() - small / 2)), drawn)
        if not last and height > side + 6:
            painter.setPen(QPen(QColor(tokens.border2), 1))
            middle = round(box.center().x()) + 0.5
            painter.drawLine(QPointF(middle, side + 3), QPointF(middle, height - 3))


class Timeline(QListView):
    """The record; Enter or a double click on a line asks for the version that it is about."""

    version_wanted = Signal(str)

    def __init__(self, look: Look, why: Why, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._why = why
        self._records = RecordModel(self)
        self.setModel(self._records)
        self.setItemDelegate(RecordDelegate(look, self))
        self.setAccessibleName(self.tr("Sign-off record"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.activated.connect(self._on_activated)
        look.changed.connect(self._on_look_changed)

    def show_record(self, steps: Sequence[Step], waiting: Waiting, now: datetime | None = None) -> None:
        """Show what happened; the end is in sight."""
        now = now if now is not None else self._look.now()
        self._records.show_lines(record.lines(steps, waiting, now, self._why))
        self.updateGeometry()
        self.scrollToBottom()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._records.lines

    def _on_activated(self, index: QModelIndex) -> None:
        line: Line = index.data(LINE_ROLE)
        if line.revision:
            self.version_wanted.emit(line.revision)

    def _on_look_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        rows = range(self._records.rowCount())
        return QSize(300, sum(self.sizeHintForRow(row) for row in rows) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._look.px(120))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()
