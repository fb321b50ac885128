"""The proofreading tab: findings by rule, gone through and settled by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.findings import Severity
from ui.proofs.model import FindingsModel
from ui.proofs.words import rule_word
from ui.theme import icons
from ui.theme.type import font
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from ui.proofs.model import Place
    from ui.theme.look import Look

_GROUP, _PLACE, _SLIP = 34, 58, 38
_SELECTED, _HOVERED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
_ICONS = {
    str(Severity.ERROR): ("circle-alert", "red"),
    str(Severity.WARNING): ("triangle-alert", "amber"),
    str(Severity.INFO): ("info", "teal"),
}


class _FindingDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        place = index.data(FindingsModel.PLACE)
        if place is None:
            return QSize(100, self._look.px(_GROUP))
        return QSize(100, self._look.px(_PLACE if place.where else _SLIP))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        tokens = self._look.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(16, 3, -16, -3)
        group = index.data(FindingsModel.GROUP)
        chosen, under = (bool(option.state & state) for state in (_SELECTED, _HOVERED))
        if group is None or chosen:  # a place is a card, the name of its rule stands over the cards
            edge = tokens.accent if chosen else tokens.border2 if under else tokens.border
            painter.setPen(QColor(edge))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if group is not None:
            self._paint_group(painter, box, group)
        else:
            self._paint_place(painter, box, index.data(FindingsModel.PLACE))
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRectF, group: tuple[str, str, int]) -> None:
        rule, severity, count = group
        name, tone = _ICONS[severity]
        ink = getattr(self._look.tokens, tone).ink
        side = 15.0
        drawn = icons.pixmap(name, ink, 15, painter.device().devicePixelRatioF())
        painter.drawPixmap(QRectF(box.left() + 2, box.center().y() - side / 2, side, side), drawn, QRectF(drawn.rect()))
        painter.setFont(font(self._look.px(13), weight=600))
        painter.setPen(QColor(ink))
        painter.drawText(box.adjusted(24, 0, -40, 0), Qt.AlignmentFlag.AlignVCenter, rule_word(rule))
        painter.setFont(font(self._look.px(12)))
        painter.setPen(QColor(self._look.tokens.text3))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -2, 0), align, str(count))

    def _paint_place(self, painter: QPainter, box: QRectF, place: Place) -> None:
        tokens = self._look.tokens
        chosen = font(self._look.px(13))
        small = font(self._look.px(12))
        metrics = QFontMetrics(chosen)
        inner = box.adjusted(12, 4, -12, -4)
        line = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / (2 if place.where else 1))
        painter.setFont(small)
        painter.setPen(QColor(tokens.text3))
        where = self.tr("¶ {n}").format(n=place.where) if place.where else self.tr("slip")
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, align, where)
        room = line.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(where) - 8, 0)
        if place.where:
            painter.setFont(chosen)
            self._line(painter, room, metrics, place)
        under = line.translated(0, line.height()) if place.where else room
        painter.setFont(small)
        painter.setPen(QColor(tokens.text2))
        told = QFontMetrics(small).elidedText(place.sentence, Qt.TextElideMode.ElideRight, int(under.width()))
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, told)

    def _line(self, painter: QPainter, room: QRectF, metrics: QFontMetrics, place: Place) -> None:
        """Context, what stands there (struck), what would stand there, context."""
        tokens = self._look.tokens
        finding = place.finding
        parts = [(place.before, "", tokens.text2)]
        if finding.fix is not None:
            parts += [(finding.text, tokens.deleted, tokens.text), (finding.fix, tokens.inserted, tokens.text)]
        else:
            parts += [(finding.text, tokens.mark, tokens.text)]
        parts.append((place.after, "", tokens.text2))
        wide = sum(metrics.horizontalAdvance(text) for text, _, _ in parts)
        while wide > room.width() and len(parts[0][0]) > 1:
            parts[0] = ("…" + parts[0][0][2:], "", tokens.text2)
            wide = sum(metrics.horizontalAdvance(text) for text, _, _ in parts)
        left = room.left()
        for text, ground, ink in parts:
            piece = QRectF(left, room.top(), room.right() - left, room.height())
            left = self._piece(painter, metrics, piece, text, ground, ink)

    def _piece(self, painter: QPainter, metrics: QFontMetrics, room: QRectF, text: str, ground: str, ink: str) -> float:
        shown = metrics.elidedText(text.replace("\n", "⏎"), Qt.TextElideMode.ElideRight, max(0, int(room.width())))
        width = metrics.horizontalAdvance(shown)
        box = QRectF(room.left(), room.center().y() - metrics.height() / 2 + 1, width, metrics.height() - 2)
        if ground and shown:
            painter.fillRect(box, QColor(ground))
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if ground == self._look.tokens.deleted:
            painter.setPen(QColor(self._look.tokens.danger))
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        return room.left() + width


class ProofsPanel(QWidget):
    """Keys: Enter goes to the place, F fixes, I ignores here, A ignores in this article, N in this newsroom."""

    place_chosen = Signal(object)
    fix_wanted = Signal(list)
    ignore_wanted = Signal(list, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.findings = FindingsModel(self)
        self._count = QLabel()
        self._count.setProperty("role", "strong")
        self._bad = QLabel()
        self._bad.setProperty("role", "caption")
        self.tree = QTreeView()
        self.tree.setModel(self.findings)
        self.tree.setItemDelegate(_FindingDelegate(look, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setItemsExpandable(False)
        self.tree.setAccessibleName(self.tr("Findings"))
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.activated.connect(self._on_activated)
        self.tree.clicked.connect(self._on_activated)
        self.tree.selectionModel().currentChanged.connect(self._show_buttons)
        self._empty = EmptyState(look, "check-check")
        self._empty.say(self.tr("Nothing found"), self.tr("The checks have nothing to say about this text."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self._show_buttons()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._bad)
        self._foot = QWidget()
        grid = QGridLayout(self._foot)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setSpacing(6)
        words = (
            ("fix", self.tr("Fix"), "F"),
            ("here", self.tr("Ignore here"), "I"),
            ("article", self.tr("In this article"), "A"),
            ("newsroom", self.tr("In this newsroom"), "N"),
        )
        for number, (name, word, key) in enumerate(words):
            button = QPushButton(f"{word}  {key}")
            button.setProperty("role", "small")
            button.setAccessibleName(word)
            button.clicked.connect(lambda _on=False, name=name: self._on_button(name))
            shortcut = QShortcut(QKeySequence(key), self.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda name=name: self._on_button(name))
            self._buttons[name] = button
            grid.addWidget(button, number // 2, number % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)
        self._foot.hide()
        self.setFocusProxy(self.tree)

    def show_places(self, places: Sequence[Place]) -> None:
        """Other findings; the place in the list stays as near as it can."""
        row = self._flat_row()
        self.findings.show_places(places)
        self.tree.expandAll()
        errors = sum(place.finding.severity == Severity.ERROR for place in places)
        self._count.setText(self.tr("{n} to look at").format(n=len(places)))
        told = self.tr("{errors} errors · {rest} hints").format(errors=errors, rest=len(places) - errors)
        self._bad.setText(told if places else "")
        self._stack.setCurrentWidget(self.tree if places else self._empty)
        self._foot.setVisible(bool(places))
        if places and row >= 0:
            self._go_to_row(min(row, len(places) - 1))
        self._show_buttons()

    def _flat_row(self) -> int:
        place = self.tree.currentIndex().data(FindingsModel.PLACE)
        return next((n for n, known in enumerate(self.findings.places) if known is place), -1)

    def _go_to_row(self, wanted: int) -> None:
        seen = 0
        for number in range(self.findings.rowCount()):
            group = self.findings.item(number)
            if wanted < seen + group.rowCount():
                self.tree.setCurrentIndex(group.child(wanted - seen).index())
                return
            seen += group.rowCount()

    def show_place(self, place: Place) -> None:
        """Make a place the current one of the list; the text stays where it is."""
        for number, known in enumerate(self.findings.places):
            if known is place:
                self._go_to_row(number)

    def go(self, by: int) -> None:
        """To the next place or the one before, and show it in the text."""
        count = len(self.findings.places)
        if count:
            self._go_to_row((self._flat_row() + by) % count)
            self._on_activated(self.tree.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        place = index.data(FindingsModel.PLACE)
        if place is not None:
            self.place_chosen.emit(place)

    def _show_buttons(self, *_index: QModelIndex) -> None:
        places = self.findings.places_of(self.tree.currentIndex()) if self.tree.currentIndex().isValid() else ()
        fixable = any(place.finding.fix is not None for place in places)
        for name, button in self._buttons.items():
            button.setEnabled(fixable if name == "fix" else bool(places))

    def _on_button(self, name: str) -> None:
        index = self.tree.currentIndex()
        if not index.isValid():
            return
        places = list(self.findings.places_of(index))
        if name == "fix":
            places = [place for place in places if place.finding.fix is not None]
            if places:
                self.fix_wanted.emit(places)
        elif places:
            self.ignore_wanted.emit(places, name)
