"""Tabs of the inspector; each tab is a widget that some room gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme.look import Look

TOP = 50
_AROUND = 20


class Inspector(QFrame):
    """Ctrl+1 … Ctrl+4 choose a tab."""

    tab_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self._look = look
        self.names: list[str] = []
        self._titles: dict[str, str] = {}
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Inspector"))
        self._stack = QStackedWidget()
        bar = QFrame()
        bar.setProperty("role", "top")
        bar.setFixedHeight(look.px(TOP))
        look.changed.connect(lambda: bar.setFixedHeight(look.px(TOP)))
        box = QVBoxLayout(bar)
        box.setContentsMargins(8, 0, 8, 0)
        box.addStretch()
        box.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_current_changed)
        self.setFocusProxy(self.tabs)

    def add(self, name: str, title: str, widget: QWidget) -> None:
        """One more tab."""
        self.names.append(name)
        self._titles[name] = title
        self._stack.addWidget(widget)
        self.tabs.addTab(title)
        self._fit()

    def show_count(self, name: str, count: int) -> None:
        """How many things a tab has to say."""
        title = self._titles[name]
        self.tabs.setTabText(self.names.index(name), f"{title} {count}" if count else title)
        self._fit()

    def choose(self, name: str) -> None:
        """Show a tab."""
        self.tabs.setCurrentIndex(self.names.index(name))

    @property
    def chosen(self) -> str:
        """Name of the tab that is shown, "" before there is one."""
        place = self.tabs.currentIndex()
        return self.names[place] if 0 <= place < len(self.names) else ""

    def _fit(self) -> None:
        """Longer words stand closer together, so that every tab is in sight."""
        metrics, count = self.tabs.fontMetrics(), self.tabs.count()
        wide = sum(metrics.horizontalAdvance(self.tabs.tabText(number)) + _AROUND for number in range(count))
        tight = wide > self.width() - _AROUND
        if tight != bool(self.tabs.property("tight")):
            self.tabs.setProperty("tight", tight)
            self.tabs.style().unpolish(self.tabs)
            self.tabs.style().polish(self.tabs)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_current_changed(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if 0 <= place < len(self.names):
            self.tab_chosen.emit(self.names[place])
