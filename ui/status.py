"""The status bar: what is saved where at the left, what is written at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from ui.theme import icons

if TYPE_CHECKING:
    from ui.theme.look import Look

HEIGHT = 28
_SHOWN = 8000
_STEP = 8
_LOUD = frozenset({"amber", "red"})


class StatusBar(QFrame):
    """Small texts with icons; news stand for some seconds and take no focus.

    Signals:
        cancel_wanted: What goes on is to be stopped.
    """

    cancel_wanted = Signal()

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
        self._going_on = self._progress()
        row.addWidget(self._going_on)
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

    def _progress(self) -> QWidget:
        whole = QWidget()
        self._what = QLabel()
        self._what.setProperty("role", "caption")
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 8)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Stop"))
        self.cancel.setAccessibleName(self.tr("Stop importing"))
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel.setFixedHeight(HEIGHT - 4)
        self.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._what, self._bar, self.cancel):
            row.addWidget(part)
        whole.hide()
        return whole

    def show_progress(self, what: str, done: int = 0, total: int = 0) -> None:
        """Something goes on and can be stopped; ``total`` 0 = nobody knows how much it is; "" = it is over."""
        self._what.setText(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._going_on.setVisible(bool(what))
        self._news.setVisible(not what)

    @property
    def progress(self) -> str:
        """What goes on, "" when nothing does."""
        return self._what.text()

    def show_text(self, name: str, text: str, icon: str = "", color: str = "") -> None:
        """What stands in a place; "" takes it away. Amber and red color the text as well as the icon."""
        label = self._texts[name]
        picture, old_icon, old_color = self._icons[name]
        if text == label.text() and (not icon or icon == old_icon) and (not color or color == old_color):
            return
        self._icons[name] = (picture, icon or old_icon, color or old_color)
        label.setText(text)
        self._make_room(label, text)
        for part in (label, picture):
            part.setVisible(bool(text))
        self._draw_one(name)

    def _make_room(self, label: QLabel, text: str) -> None:
        """A width that stays as it is while figures change: a label of any width lays the window out anew each time."""
        needed = label.fontMetrics().horizontalAdvance(text) + 2
        if not needed <= label.width() <= needed + 3 * _STEP or label.minimumWidth() != label.maximumWidth():
            label.setFixedSize(-(-needed // _STEP) * _STEP, HEIGHT - 4)

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
        for label in self._texts.values():
            label.ensurePolished()
            if label.text():
                label.setFixedWidth(0)
                self._make_room(label, label.text())
        self.cancel.setIcon(self._look.icon("x"))
        for name in self._icons:
            self._draw_one(name)

    def _draw_one(self, name: str) -> None:
        picture, icon, color = self._icons[name]
        pill = getattr(self._look.tokens, color)
        ink = pill if isinstance(pill, str) else pill.ink
        text = self._texts[name]
        sheet = f"color: {ink}" if color in _LOUD else ""
        if sheet != text.styleSheet():
            text.setStyleSheet(sheet)
        picture.setPixmap(icons.pixmap(icon, ink, 14, self.devicePixelRatioF()))
