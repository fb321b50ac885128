"""The palette itself: a line and a list over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.palette.ranking import Entry, ranked
from ui.widgets.offered import Form, Offered, OfferList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex

    from ui.theme.look import Look

WIDTH = 560
_FORM = Form(row=38, side=6, radius=6, left=10, right=12, signs=True)
_SHOWN = 10
_RECENT = 12


def _row(entry: Entry) -> Offered:
    hint = "   ".join(part for part in (entry.hint, entry.keys) if part)
    return Offered(entry.text, hint, f"{entry.text} {entry.keys}".strip(), entry.icon, entry.enabled)


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
        self._offered: list[Entry] = []
        self.list = OfferList(look, _FORM, self.tr("Commands"))
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
        rows = min(max(len(self._offered), 1), _SHOWN)
        return min(self.list.height_of(rows) + 68, self._window.height() - 120)

    def shown_names(self) -> list[str]:
        """Names of what is offered now, best first."""
        return [entry.name for entry in self._offered]

    def _on_text_changed(self, text: str) -> None:
        self._offered = ranked(self._known, text, self.recent)
        self.list.show_rows([_row(entry) for entry in self._offered])
        if self._offered:
            self.list.choose(0)
        self.resize(self.width(), self._height())

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._offered):
            return
        entry = self._offered[row]
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
        elif key in steps and self._offered:
            row = min(max(row + steps[Qt.Key(key)], 0), len(self._offered) - 1)
            self.list.choose(row)
        else:
            return False
        return True
