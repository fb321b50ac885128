"""A field for one paragraph that grows with its text: headlines wrap instead of running out of sight."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override


class GrowingField(QPlainTextEdit):
    """Enter goes on to the next field (`left`); pasted line breaks become blanks."""

    text_edited = Signal()
    left = Signal()

    def __init__(self, font: QFont, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(2)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = False
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText().replace("\n", " ")

    def show_text(self, text: str) -> None:
        """Show a text; nobody is told, and it cannot be undone."""
        if text == self.text():
            return
        self._told = True
        self.setPlainText(text)
        self._told = False

    def use_font(self, font: QFont) -> None:
        """Another font."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._told:
            self.text_edited.emit()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))  # a plain document counts its height in lines
        height = lines * self.fontMetrics().lineSpacing() + 6
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().lineSpacing() + 6)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split("\n")).strip())
