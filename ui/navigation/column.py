"""The column at the left: name of the program, the new-article button, the places, who is writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.navigation.panel import SpotsView
from ui.theme.type import font

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.theme.look import Look

WIDTH = 200
RAIL = 56


class Seal(QWidget):
    """The mark of the program: 稿 in white on our red; or the first character of a name in a round."""

    def __init__(self, look: Look, character: str, *, round_: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._round = round_
        self.character = character
        self.setFixedSize(28, 28)
        look.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground, ink = (tokens.teal.ground, tokens.teal.ink) if self._round else (tokens.brand, tokens.surface)
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._round:
            painter.drawEllipse(QPointF(box.center()), 13, 13)
        else:
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(font(14, weight=700))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.character)


class NavigationColumn(QFrame):
    """Wide, or a rail of icons in a narrow window."""

    def __init__(
        self, look: Look, new: QAction, people: QAction, menu: QAction, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self._look = look
        self.places = SpotsView(look)
        self._name = QLabel(name)
        self._name.setProperty("role", "title")
        self._menu = _button(menu)
        self._new = QPushButton(new.text().replace("&", ""))
        self._new.setProperty("role", "primary")
        self._new.setToolTip(new.toolTip())
        self._new.clicked.connect(new.trigger)
        self._face = Seal(look, "", round_=True)
        self._who = QLabel()
        self._who.setProperty("role", "strong")
        self._levels = QLabel()
        self._levels.setProperty("role", "caption")
        for label in (self._who, self._levels):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._people = _button(people)
        self._build(look)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.as_rail(rail=False)

    def _build(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 10, 0)
        head.setSpacing(10)
        head.addWidget(Seal(look, "稿"))
        head.addWidget(self._name)
        head.addStretch()
        head.addWidget(self._menu)
        bar = QWidget()
        bar.setFixedHeight(56)
        bar.setLayout(head)
        box = QHBoxLayout()
        box.setContentsMargins(12, 0, 12, 4)
        box.addWidget(self._new)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 10, 8)
        foot.setSpacing(8)
        foot.addWidget(self._face)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._who)
        said.addWidget(self._levels)
        foot.addLayout(said, 1)
        foot.addWidget(self._people)
        line = QFrame()
        line.setProperty("role", "hairline")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(box)
        layout.addWidget(self.places, 1)
        layout.addWidget(line)
        layout.addLayout(foot)

    def show_person(self, name: str, told: str) -> None:
        """Who is writing, and what his levels are."""
        self._face.character = name[:1]
        self._face.setVisible(bool(name))
        self._face.update()
        self._who.setText(name)
        self._levels.setText(told)
        self._levels.setToolTip(told)

    def as_rail(self, *, rail: bool) -> None:
        """Only icons, or words as well."""
        self.setFixedWidth(RAIL if rail else WIDTH * self._look.scale // 100)
        for part in (self._name, self._menu, self._who, self._levels, self._people):
            part.setVisible(not rail)
        self._new.setVisible(not rail)
        self.places.as_rail(rail=rail)

    def _on_look_changed(self) -> None:
        self._new.setIcon(self._look.icon("plus", "on_accent"))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
