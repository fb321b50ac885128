"""The line under the delivery window: what goes on, how quickly, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

if TYPE_CHECKING:
    from ui.theme.look import Look

_MINUTE = 60.0


def speed(done: int, seconds: float) -> int:
    """Articles a minute, 0 = too early to say."""
    return round(done * _MINUTE / seconds) if done and seconds >= 1 else 0


class GoingBar(QFrame):
    """Progress and speed while something is sent.

    Signals:
        stop_wanted: What is on its way ends, the rest stays.
        run_wanted: Go on now.
    """

    stop_wanted = Signal()
    run_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "status")
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(200)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"))
        self.run = QPushButton(self.tr("Send now"))
        for button in (self.stop, self.run):
            button.setProperty("role", "small")
            button.setAutoDefault(False)
        self.stop.clicked.connect(self.stop_wanted)
        self.run.clicked.connect(self.run_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self.bar)
        row.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop)
        row.addWidget(self.run)
        look.changed.connect(self._draw)
        self._draw()
        self.show_rest("")

    def show_going(self, done: int, total: int, seconds: float) -> None:
        """So many of so many are done after so many seconds."""
        self.bar.setRange(0, max(total, done))
        self.bar.setValue(done)
        told = self.tr("Publishing {done}/{total}").format(done=done, total=max(total, done))
        a_minute = speed(done, seconds)
        quick = self.tr("{n} a minute").format(n=a_minute)
        self.told.setText(f"{told} · {quick}" if a_minute else told)
        self._show(going=True)

    def show_rest(self, told: str) -> None:
        """Nothing is sent just now; what comes next."""
        self.told.setText(told)
        self._show(going=False)

    def _show(self, *, going: bool) -> None:
        self.bar.setVisible(going)
        self.stop.setVisible(going)
        self.run.setVisible(not going)

    def _draw(self) -> None:
        self.stop.setIcon(self._look.icon("x"))
        self.run.setIcon(self._look.icon("send"))
