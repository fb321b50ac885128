"""The line above and the line below what stands in the place of the text, and their labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

TOP = 50
_SIDE, _RIGHT = 20, 16


def label(role: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """A label in one of the styles of the sheet; what it shows is never read as HTML."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def head(title: QWidget, told: QWidget) -> QFrame:
    """The line above: a title, and what is to be said of it, which takes the room that is left."""
    made = QFrame()
    made.setProperty("role", "top")
    made.setFixedHeight(TOP)
    row = QHBoxLayout(made)
    row.setContentsMargins(_SIDE, 0, _RIGHT, 0)
    row.setSpacing(12)
    row.addWidget(title)
    row.addWidget(told, 1)
    return made


def foot(keys: QWidget, *buttons: QWidget) -> QFrame:
    """The line below: keys in words, and the buttons, the main one last."""
    made = QFrame()
    made.setProperty("role", "toolbar")
    row = QHBoxLayout(made)
    row.setContentsMargins(_SIDE, 9, _RIGHT, 9)
    row.setSpacing(8)
    row.addWidget(keys, 1)
    for button in buttons:
        row.addWidget(button)
    return made
