"""A small dialog that asks for a PIN or a pass phrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget


class SecretDialog(QDialog):
    """Stays open until the secret was right; `complain` says why it was not."""

    given = Signal(str)

    def __init__(self, title: str, asked: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(320)
        label = QLabel(asked)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(asked)
        self.told = QLabel()
        self.told.setProperty("role", "error")
        self.told.setWordWrap(True)
        self.told.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "primary")
        buttons.accepted.connect(lambda: self.given.emit(self.secret.text()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (label, self.secret, self.told, buttons):
            layout.addWidget(part)
        self.secret.setFocus()

    def complain(self, sentence: str) -> None:
        """The secret was wrong."""
        self.told.setText(sentence)
        self.told.show()
        self.secret.selectAll()
        self.secret.setFocus()
