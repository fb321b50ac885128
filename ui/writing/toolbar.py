"""The bar of buttons over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

HEIGHT = 40
_ICON = 17
_BUTTON = 30


class Toolbar(QFrame):
    """Groups of actions as icons, with a hairline between the groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toolbar")
        self.setFixedHeight(HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)
        self._row.addStretch(1)

    def add_group(self, actions: Sequence[QAction]) -> None:
        """Add some actions at the right end."""
        if self._row.count() > 2:  # noqa: PLR2004  (the two stretches)
            line = QWidget()
            line.setAutoFillBackground(True)
            line.setBackgroundRole(QPalette.ColorRole.Mid)
            line.setFixedWidth(1)
            line.setFixedHeight(18)
            self._row.insertWidget(self._row.count() - 1, line)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(_ICON, _ICON))
            button.setFixedSize(_BUTTON, _BUTTON)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            self._row.insertWidget(self._row.count() - 1, button)
