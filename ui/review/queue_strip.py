"""Where one is in the list that is being read: 3/12, and the way to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.review.queue import Position
    from ui.theme.look import Look


class QueueStrip(QFrame):
    """A line over the desk while a list is worked through.

    Signals:
        next_wanted, previous_wanted: To another article of the list.
        closed: No longer through the list; the article stays on the desk.
    """

    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._look = look
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._place = QLabel()
        self._place.setProperty("role", "pill")
        self._rest = QLabel()
        self._rest.setProperty("role", "caption")
        self._buttons = {
            "arrow-up": self._button(self.tr("Previous article of the list"), self.previous_wanted),
            "arrow-down": self._button(self.tr("Next article of the list"), self.next_wanted),
            "x": self._button(self.tr("Stop going through the list"), self.closed),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(8)
        for label in (self._title, self._place, self._rest):
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addStretch(1)
        for button in self._buttons.values():
            layout.addWidget(button)
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def _button(self, name: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(signal)
        return button

    def begin(self, title: str) -> None:
        """A list is begun: its name (待初审 …)."""
        self._title.setText(title)
        self.show()

    def show_position(self, position: Position | None) -> None:
        """Where one is; None = through."""
        self.setVisible(position is not None)
        if position is not None:
            self._place.setText(str(position))
            self._rest.setText(self.tr("{left} to go, {done} done").format(left=position.left, done=position.done))
            self.setAccessibleName(f"{self._title.text()} {position}")

    def said(self) -> str:
        """What stands there."""
        return " ".join(label.text() for label in (self._title, self._place, self._rest))

    def _draw(self) -> None:
        for icon, button in self._buttons.items():
            button.setIcon(self._look.icon(icon))
