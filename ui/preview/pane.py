"""The tab 预览: one article on a phone, on a desktop, on paper; larger in the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.preview.paper import Paper
from ui.preview.sizes import ALL, Kind
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.preview.setting import Picture, Text
    from ui.theme.look import Look

_ICONS = {Kind.PHONE: "smartphone", Kind.DESKTOP: "monitor", Kind.PRINT: "printer"}


class PreviewPane(QWidget):
    """Shows a `Text` when it is seen; asks for one (`text_wanted`) when it comes into sight or its size changes.

    Signals:
        text_wanted: What stands there now should be shown.
        larger_wanted: Show it in the middle of the window, or not any more.
    """

    text_wanted = Signal()
    larger_wanted = Signal()

    def __init__(self, look: Look, picture: Picture, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._large = large
        self.kind = Kind.DESKTOP if large else Kind.PHONE
        self.paper = Paper(look, picture)
        self.empty = EmptyState(look, "eye")
        self.empty.say(
            self.tr("Nothing to preview"), self.tr("Open an article; its page is shown here while you write.")
        )
        self.buttons: dict[Kind, QToolButton] = {}
        self.larger = QToolButton()
        self._bar = self._tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.paper, 1)
        layout.addWidget(self.empty, 1)
        self.setFocusProxy(self.paper)
        self.show_nothing()
        look.changed.connect(self._draw)
        self._draw()

    def _tools(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "top")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        group = QButtonGroup(self)
        names = {Kind.PHONE: self.tr("Phone"), Kind.DESKTOP: self.tr("Desktop"), Kind.PRINT: self.tr("Print")}
        for kind, name in names.items():
            button = QToolButton()
            button.setText(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(kind is self.kind)
            button.setAccessibleName(self.tr("Preview: {what}").format(what=name))
            button.clicked.connect(lambda _on=False, kind=kind: self.choose(kind))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[kind] = button
        row.addStretch()
        self._told = QLabel()
        self._told.setProperty("role", "caption")
        row.addWidget(self._told)
        title = self.tr("Back to the text (Esc)") if self._large else self.tr("Larger, in the middle of the window")
        self.larger.setToolTip(title)
        self.larger.setAccessibleName(title)
        self.larger.clicked.connect(self.larger_wanted)
        row.addWidget(self.larger)
        return bar

    def choose(self, kind: Kind) -> None:
        """Another size."""
        self.kind = kind
        self.buttons[kind].setChecked(True)
        self._draw()
        self.text_wanted.emit()

    def show_text(self, text: Text) -> None:
        """Show an article."""
        self.paper.show_text(text, ALL[self.kind])
        told = self.tr("{n} pages").format(n=self.paper.pages) if self.kind is Kind.PRINT else ""
        self._told.setText(told)
        self.paper.show()
        self.empty.hide()

    def show_nothing(self) -> None:
        """No article lies on the desk."""
        self.paper.show_nothing()
        self._told.setText("")
        self.paper.hide()
        self.empty.show()

    def _draw(self) -> None:
        for kind, button in self.buttons.items():
            button.setIcon(self._look.icon(_ICONS[kind], "accent" if kind is self.kind else ""))
        self.larger.setIcon(self._look.icon("x" if self._large else "maximize"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._large and event.key() == Qt.Key.Key_Escape:
            self.larger_wanted.emit()
            return
        super().keyPressEvent(event)
