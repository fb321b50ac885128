"""The bar over the article when something could not be kept: what is so, and what helps at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.keeping import words
from ui.theme import icons

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.keeping.book import Trouble
    from ui.sentences import Sentences
    from ui.theme.look import Look


class TroubleBar(QFrame):
    """Red while something cannot be saved where it belongs, amber while it waits; it takes no focus.

    A library that is busy only lets it wait. One that is full, damaged or gone is red even while the journal of this
    computer has everything: somebody has to do something.

    Signals:
        copy_wanted: Save a copy elsewhere.
        text_wanted: The text to the clipboard.
        retry_wanted: Try again now.
    """

    copy_wanted = Signal()
    text_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self._trouble: Trouble | None = None
        self.setObjectName("trouble")
        self._picture = QLabel()
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = self._button(self.tr("Save a copy elsewhere…"), self.copy_wanted)
        self.text = self._button(self.tr("Copy the text"), self.text_wanted)
        self.retry = self._button(self.tr("Try again now"), self.retry_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self.told, 1)
        for button in (self.copy, self.text, self.retry):
            layout.addWidget(button)
        look.changed.connect(self._draw)
        self.hide()

    def _button(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False: signal.emit())
        return button

    def show_trouble(self, trouble: Trouble | None) -> None:
        """What is the matter; None = nothing any more."""
        self._trouble = trouble
        if trouble is not None:
            self.told.setText(words.told(trouble, self._sentences))
            self._draw()
        self.setVisible(trouble is not None)

    def _draw(self) -> None:
        if self._trouble is None:
            return
        tokens = self._look.tokens
        waits = self._trouble.kept_here and self._trouble.code not in words.CANNOT_BE_SAVED
        pill = tokens.amber if waits else tokens.red
        icon = "hard-drive" if waits else "triangle-alert"
        self.setStyleSheet(
            f"#trouble {{ background: {pill.ground}; border-bottom: 1px solid {pill.ink}; }}"
            f"#trouble > QLabel {{ color: {pill.ink}; }}"
        )
        self._picture.setPixmap(icons.pixmap(icon, pill.ink, 16, self.devicePixelRatioF()))
