"""What stands where there is nothing: what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.theme.look import Look


class EmptyState(QWidget):
    """A picture, a sentence, and the actions that help.

    Attributes:
        title: What is so; told: what can be done.
    """

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._picture = QLabel()
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.told = QLabel()
        self.told.setProperty("role", "secondary")
        for label in (self._picture, self.title, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is self.told)
        self._buttons = QHBoxLayout()
        self._offered: list[tuple[QPushButton, QAction]] = []
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self._picture, self.title, self.told):
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        look.changed.connect(self._draw)
        self._draw()

    def say(self, title: str, told: str, *actions: QAction) -> None:
        """Say what is so and what can be done."""
        self.title.setText(title)
        self.told.setText(told)
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._offered = []
        self._buttons.addStretch()
        for action in actions:
            button = QPushButton(action.text().replace("&", ""))
            button.setIcon(action.icon())
            self._offered.append((button, action))
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            self._buttons.addWidget(button)
        self._buttons.addStretch()

    @property
    def offered(self) -> tuple[QPushButton, ...]:
        """The buttons of the actions that help."""
        return tuple(button for button, _action in self._offered)

    def _draw(self) -> None:
        self._picture.setPixmap(self._look.pixmap(self._icon, "border2", 40, self.devicePixelRatioF()))
        for button, action in self._offered:
            button.setIcon(action.icon())
