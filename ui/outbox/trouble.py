"""The line over the article when something cannot be sent: where, why, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.theme import icons

if TYPE_CHECKING:
    from ui.theme.look import Look


class SendTrouble(QFrame):
    """Amber; it takes no focus. What was put away comes again only when it is something else.

    Signals:
        queue_wanted, targets_wanted: Show the queue, or the targets.
        phrase_wanted: The pass phrase is to be asked for.
        put_away: It has been read.
    """

    queue_wanted = Signal()
    targets_wanted = Signal()
    phrase_wanted = Signal()
    put_away = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("send_trouble")
        self._picture = QLabel()
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.phrase = QPushButton(self.tr("Enter pass phrase…"))
        self.targets = QPushButton(self.tr("Targets…"))
        self.queue = QPushButton(self.tr("Publishing queue"))
        self.away = QToolButton()
        self.away.setAccessibleName(self.tr("Put away"))
        self.away.setToolTip(self.tr("Put away"))
        for button in (self.phrase, self.targets, self.queue):
            button.setProperty("role", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self.told, 1)
        for part in (self.phrase, self.targets, self.queue, self.away):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(part)
        self.phrase.clicked.connect(self.phrase_wanted)
        self.targets.clicked.connect(self.targets_wanted)
        self.queue.clicked.connect(self.queue_wanted)
        self.away.clicked.connect(self.put_away)
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_trouble(self, told: str, *, phrase: bool = False, target: bool = False) -> None:
        """Say it; "" = nothing is the matter any more."""
        self.told.setText(told)
        self.phrase.setVisible(phrase)
        self.targets.setVisible(target)
        self.setVisible(bool(told))

    def _draw(self) -> None:
        pill = self._look.tokens.amber
        self.setStyleSheet(
            f"#send_trouble {{ background: {pill.ground}; border-bottom: 1px solid {pill.ink}; }}"
            f"#send_trouble > QLabel {{ color: {pill.ink}; }}"
        )
        self._picture.setPixmap(icons.pixmap("triangle-alert", pill.ink, 16, self.devicePixelRatioF()))
        self.away.setIcon(self._look.icon("x"))
