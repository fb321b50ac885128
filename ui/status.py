"""The status bar: what is saved where at the left, what is written at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme import icons

if TYPE_CHECKING:
    from ui.theme.look import Look

HEIGHT = 28
_SHOWN = 8000


class StatusBar(QFrame):
    """Small texts with icons; news stand for some seconds and take no focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setFixedHeight(HEIGHT)
        self._look = look
        self._icons: dict[str, tuple[QLabel, str, str]] = {}
        self._texts: dict[str, QLabel] = {}
        self._news = QLabel()
        self._news.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        self._row = row
        self._add("saved", "circle-check", "green")
        self._add("people", "user", "text3")
        row.addSpacing(8)
        row.addWidget(self._news)
        row.addStretch()
        self._add("findings", "spell-check", "text3")
        self._add("variant", "languages", "text3")
        self._add("counts", "type", "text3")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(lambda: self._news.setText(""))
        look.changed.connect(self._draw)

    def _add(self, name: str, icon: str, color: str) -> None:
        picture, text = QLabel(), QLabel()
        text.setProperty("role", "caption")
        text.setTextFormat(Qt.TextFormat.PlainText)
        for label in (picture, text):
            self._row.addWidget(label)
            label.hide()
        self._row.addSpacing(8)
        self._icons[name] = (picture, icon, color)
        self._texts[name] = text

    def show_text(self, name: str, text: str, icon: str = "", color: str = "") -> None:
        """What stands in a place; "" takes it away."""
        label = self._texts[name]
        picture, old_icon, old_color = self._icons[name]
        if text == label.text() and (not icon or icon == old_icon) and (not color or color == old_color):
            return
        self._icons[name] = (picture, icon or old_icon, color or old_color)
        label.setText(text)
        for part in (label, picture):
            part.setVisible(bool(text))
        self._draw_one(name)

    def text_of(self, name: str) -> str:
        """What stands in a place."""
        return self._texts[name].text()

    def tell(self, news: str) -> None:
        """Something that happened; it goes by itself."""
        self._news.setText(news)
        self._news.setToolTip(news)
        self._timer.start()

    @property
    def news(self) -> str:
        """What was told last, while it stands there."""
        return self._news.text()

    def _draw(self) -> None:
        for name in self._icons:
            self._draw_one(name)

    def _draw_one(self, name: str) -> None:
        picture, icon, color = self._icons[name]
        pill = getattr(self._look.tokens, color)
        ink = pill if isinstance(pill, str) else pill.ink
        picture.setPixmap(icons.pixmap(icon, ink, 14, self.devicePixelRatioF()))
