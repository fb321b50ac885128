"""A review copy is ready: what it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from editor.records.output import CopyMade
    from ui.theme.look import Look


class CopyReady(QDialog):
    """Offers to open, keep or print a PDF.

    Signals:
        open_wanted: By the program of the system that shows such files; it prints them, too.
        save_wanted: Under a name that is chosen.
    """

    open_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, made: CopyMade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Review copy"))
        self.made = made
        title = QLabel(made.headline or self.tr("(no headline)"))
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        told = self.tr("{pages} pages, {lines} numbered lines").format(pages=made.pages, lines=made.lines)
        facts = QLabel(f"{made.number} · {told}")
        facts.setProperty("role", "secondary")
        self.mark = QLabel(self.tr("Signed off") if made.signed else self.tr("Not signed off: marked on every page"))
        self.mark.setProperty("role", "pill")
        self.mark.setProperty("tone", "green" if made.signed else "amber")
        self.missing = QLabel()
        self.missing.setProperty("role", "error")
        self.missing.setWordWrap(True)
        self.missing.setVisible(bool(made.missing))
        if made.missing:
            told = self.tr("No font here has these characters, boxes stand for them: {characters}")
            self.missing.setText(told.format(characters=made.missing[:40]))
        self.open_button = QPushButton(self.tr("Open and print"))
        self.open_button.setProperty("role", "primary")
        self.open_button.setDefault(True)
        self.open_button.setIcon(look.icon("printer", "on_accent"))
        self.save_button = QPushButton(self.tr("Save as…"))
        self.save_button.setIcon(look.icon("save"))
        leave = QPushButton(self.tr("Close"))
        self.open_button.clicked.connect(self.open_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        self._buttons = (leave, self.save_button, self.open_button)
        for button in self._buttons:
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(facts)
        layout.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.missing)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.setMinimumWidth(440)
        self.open_button.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The buttons as wide as their words in the type of the style sheet, which is known by now."""
        super().showEvent(event)
        for button in self._buttons:
            button.ensurePolished()
            button.setMinimumWidth(button.minimumSizeHint().width())
