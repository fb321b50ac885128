"""The first minute: one question, the name to sign with; or the sample newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.theme.look import Look

_WIDTH = 440


class StartCard(QWidget):
    """Shown in the place of the article until there is a newsroom; writing is possible all the same."""

    named = Signal(str, str)
    sample_wanted = Signal()
    later = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name, as it is printed"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Pass phrase for your signing key"))
        self.passphrase.setAccessibleName(self.tr("Pass phrase"))
        self.passphrase.hide()
        self._told = QLabel()
        self._told.setProperty("role", "error")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.hide()
        self._go = QPushButton(self.tr("Begin"))
        self._go.setProperty("role", "primary")
        self._go.setEnabled(False)
        self._sample = QPushButton(self.tr("Try the sample newsroom"))
        self._later = QPushButton(self.tr("Not now, just write"))
        self._later.setProperty("role", "quiet")
        self._build(look)
        self.name.textChanged.connect(lambda text: self._go.setEnabled(bool(text.strip())))
        for field in (self.name, self.passphrase):
            field.returnPressed.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        self._sample.clicked.connect(self._on_sample)
        self._later.clicked.connect(self.later)
        self.setFocusProxy(self.name)

    def _build(self, look: Look) -> None:
        title = QLabel(self.tr("Welcome to Gaotai"))
        title.setProperty("role", "big")
        asked = QLabel(self.tr("With which name do you sign?"))
        asked.setProperty("role", "secondary")
        sample = QLabel(
            self.tr("The sample newsroom has a reporter, three reviewers and articles in every state; nothing is sent.")
        )
        sample.setProperty("role", "caption")
        sample.setWordWrap(True)
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(look.px(_WIDTH))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(32, 28, 32, 24)
        inner.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sample)
        row.addStretch()
        row.addWidget(self._later)
        line = QFrame()
        line.setProperty("role", "hairline")
        for part in (title, asked, self.name, self.passphrase, self._told, self._go):
            inner.addWidget(part)
        inner.addSpacing(8)
        inner.addWidget(line)
        inner.addSpacing(4)
        inner.addWidget(sample)
        inner.addLayout(row)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        # With an alignment instead of stretches wrapped lines would be cut: their height depends on the width.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        layout.addLayout(middle)
        layout.addStretch(3)

    def _on_go(self) -> None:
        name = self.name.text().strip()
        if name:
            self._busy(busy=True)
            self.named.emit(name, self.passphrase.text())

    def _on_sample(self) -> None:
        self._busy(busy=True)
        self.sample_wanted.emit()

    def _busy(self, *, busy: bool) -> None:
        self._go.setEnabled(not busy and bool(self.name.text().strip()))
        self._sample.setEnabled(not busy)

    def complain(self, sentence: str, *, passphrase: bool) -> None:
        """Why it did not work; ``passphrase`` asks for one, where the system has no key ring."""
        self._told.setText(sentence)
        self._told.show()
        self.passphrase.setVisible(passphrase or self.passphrase.isVisible())
        if passphrase:
            self.passphrase.setFocus()
        self._busy(busy=False)
