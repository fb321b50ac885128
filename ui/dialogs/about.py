"""What this program is, its versions, and where its files lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping


class AboutDialog(QDialog):
    """Facts can be copied for a report; no text of an article is among them."""

    def __init__(self, facts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Gaotai"))
        title = QLabel("Gaotai 稿台")
        title.setProperty("role", "big")
        told = QLabel(self.tr("The editorial workstation for newsrooms. Apache License 2.0; icons by Lucide (ISC)."))
        told.setProperty("role", "secondary")
        told.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        for name, value in facts.items():
            shown = QLabel(value)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setWordWrap(True)
            shown.setAccessibleName(name)
            form.addRow(name, shown)
        copy = QPushButton(self.tr("Copy"))
        copy.setAutoDefault(False)
        text = "\n".join(f"{name}: {value}" for name, value in facts.items())
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close = QPushButton(self.tr("Close"))
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(told)
        layout.addLayout(form)
        layout.addLayout(foot)
        self.setMinimumWidth(480)
