"""The palette itself: a line and a list over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.palette.ranking import Entry, ranked
from ui.theme import icons
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from ui.theme.look import Look

WIDTH = 560
_ROW = 38
_SHOWN = 10
_RECENT = 12


class _EntriesModel(QAbstractListModel):
    ENTRY = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == self.ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{entry.text} {entry.keys}".strip()
        return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._look.px(_ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(_EntriesModel.ENTRY)
        tokens = self._look.tokens
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(box, 6, 6)
        ink = tokens.text if entry.enabled else tokens.text3
        if entry.icon:
            drawn = icons.pixmap(entry.icon, tokens.text2 if entry.enabled else tokens.border2, 16, 2.0)
            painter.drawPixmap(QRectF(box.left() + 10, box.center().y() - 8, 16, 16), drawn, QRectF(drawn.rect()))
        painter.setFont(font(self._look.px(13)))
        painter.setPen(QColor(ink))
        room = box.adjusted(38, 0, -12, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, entry.text)
        painter.setFont(font(self._look.px(12)))
        painter.setPen(QColor(tokens.text3))
        said = "   ".join(part for part in (entry.hint, entry.keys) if part)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        painter.restore()


class Palette(QFrame):
    """Opens over a window, is left by Esc or a click elsewhere, and emits the name of what was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, entries: Callable[[], Sequence[Entry]], window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self._look = look
        self._entries = entries
        self._window = window
        self._known: Sequence[Entry] = ()
        self.recent: list[str] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Command"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.installEventFilter(self)
        self._model = _EntriesModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.setAutoFillBackground(True)
        self.hide()

    def open(self, query: str = "") -> None:
        """Show it with what can be done now."""
        self._known = self._entries()
        self.line.setText(query)
        self._on_text_changed(query)
        width = min(self._look.px(WIDTH), self._window.width() - 80)
        self.setGeometry((self._window.width() - width) // 2, 80, width, self._height())
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _height(self) -> int:
        """As high as what is offered, up to ten rows."""
        rows = min(max(len(self._model.entries), 1), _SHOWN)
        return min(self._look.px(_ROW) * rows + 68, self._window.height() - 120)

    def shown_names(self) -> list[str]:
        """Names of what is offered now, best first."""
        return [entry.name for entry in self._model.entries]

    def _on_text_changed(self, text: str) -> None:
        self._model.show_entries(ranked(self._known, text, self.recent))
        if self._model.entries:
            self.list.setCurrentIndex(self._model.index(0))
        self.resize(self.width(), self._height())

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._model.entries):
            return
        entry = self._model.entries[row]
        if not entry.enabled:
            return
        self.recent = [entry.name, *(name for name in self.recent if name != entry.name)][:_RECENT]
        self.leave()
        self.chosen.emit(entry.name)

    def leave(self) -> None:
        """Close it."""
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event.key())
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self.leave()
        return False

    def _on_key(self, key: int) -> bool:
        row = self.list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(row)
        elif key in steps and self._model.entries:
            row = min(max(row + steps[Qt.Key(key)], 0), len(self._model.entries) - 1)
            self.list.setCurrentIndex(self._model.index(row))
        else:
            return False
        return True
