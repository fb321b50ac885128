"""A quiet line under the text: something that may be done, and need not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Offered:
    """What the line says.

    Attributes:
        told: The sentence.
        ways: Words of buttons and what they do; the line goes after each of them.
        closed: What is done when it is closed by hand.
    """

    told: str
    ways: Sequence[tuple[str, Callable[[], object]]] = ()
    closed: Callable[[], object] = field(default=lambda: None)


class QuietLine(QFrame):
    """Stands under the text, so that no line moves while somebody writes; it takes no focus by itself.

    Several rooms may say something, each under a name of its own; what was said last is shown.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self._look = look
        self._offered: dict[str, Offered] = {}
        self._buttons: list[QPushButton] = []
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setProperty("role", "caption")
        self.away = QToolButton()
        self.away.setAccessibleName(self.tr("Close this line"))
        self.away.setToolTip(self.tr("Close this line"))
        self.away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.away.clicked.connect(self._on_away)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 8, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self.told, 1)
        self._row.addWidget(self.away)
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def offer(self, name: str, offered: Offered) -> None:
        """Say something; it takes the place of what was said under this name."""
        self._offered.pop(name, None)
        self._offered[name] = offered
        self._show()

    def take_back(self, name: str) -> None:
        """What was said under a name holds no more."""
        if self._offered.pop(name, None) is not None:
            self._show()

    def buttons(self) -> list[QPushButton]:
        """The buttons that are shown."""
        return self._buttons

    def _show(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        if not self._offered:
            self.hide()
            return
        name, offered = next(reversed(self._offered.items()))
        self.told.setText(offered.told)
        for place, (word, way) in enumerate(offered.ways):
            button = QPushButton(word)
            button.setProperty("role", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, way=way: self._go(name, way))
            self._row.insertWidget(1 + place, button)
            self._buttons.append(button)
        self.show()

    def _go(self, name: str, way: Callable[[], object]) -> None:
        self.take_back(name)
        way()

    def _on_away(self) -> None:
        name, offered = next(reversed(self._offered.items()))
        self._go(name, offered.closed)

    def _draw(self) -> None:
        self.away.setIcon(self._look.icon("x"))
