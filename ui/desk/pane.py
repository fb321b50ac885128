"""The desk: steps and actions on top, heading and slip, the text under its toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.desk.heading import Heading
from ui.desk.slip_form import SlipForm
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from ui.theme.look import Look

TOP = 50
_MARGIN = 24
_ROOMY = 460


class DeskPane(QFrame):
    """Lays out what it is given; the sheet on it is somebody else's business."""

    def __init__(
        self, look: Look, body: QWidget, toolbar: QWidget, steps: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.setProperty("dress", "children")
        self._look = look
        self.body = body
        self.heading = Heading(look)
        self.slip = SlipForm(look)
        self.toolbar = toolbar
        self.empty = EmptyState(look, "file-text")
        self.banner = QLabel()
        self._more = QToolButton()
        self._column = QWidget()
        self._icons = QWidget()
        icons = QHBoxLayout(self._icons)
        icons.setContentsMargins(0, 0, 0, 0)
        icons.setSpacing(2)
        self._icons.hide()
        self._over = False
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.setProperty("dress", "children")
        self._bar = self._top(steps)
        self._article = self._sheet()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._article)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        over = QWidget()
        self._banners = QVBoxLayout(over)
        self._banners.setContentsMargins(0, 0, 0, 0)
        self._banners.setSpacing(0)
        self._banners.addWidget(self._bar)
        self._banners.addWidget(self._banner())
        layout.addWidget(over)
        layout.addWidget(self._stack, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        layout.addLayout(self._foot)
        self.heading.left.connect(body.setFocus)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def bar_height(self) -> int:
        """Height of the bar with the steps and what can be done, in pixels."""
        return self._bar.height()

    def _top(self, steps: QWidget) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        steps.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(steps, 1)
        row.addWidget(self._icons)
        row.addLayout(self._tools)
        return bar

    def _banner(self) -> QFrame:
        self._banner_frame = QFrame()
        self._banner_frame.setProperty("role", "banner")
        row = QHBoxLayout(self._banner_frame)
        row.setContentsMargins(16, 6, 16, 6)
        self.banner.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.setWordWrap(True)
        row.addWidget(self.banner)
        self._banner_frame.hide()
        return self._banner_frame

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(_MARGIN, 18, _MARGIN, 10)
        head.setSpacing(8)
        head.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.slip, 1)
        self._more.setCheckable(True)
        self._more.setAccessibleName(self.tr("All fields of the slip"))
        self._more.setToolTip(self.tr("All fields of the slip"))
        self._more.toggled.connect(lambda shown: self.slip.show_all(shown=shown))
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(row)
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.body, 1)
        return sheet

    def add_tools(self, widgets: Iterable[QWidget]) -> None:
        """Buttons at the right end of the top bar."""
        for widget in widgets:
            self._tools.addWidget(widget)

    def add_actions(self, actions: Iterable[QAction]) -> None:
        """Icons of actions, left of the buttons."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", ""))
            layout = self._icons.layout()
            if layout is not None:
                layout.addWidget(button)

    def focus_field(self, name: str) -> None:
        """Go to a field of heading or slip."""
        heading = {"kicker": self.heading.kicker, "headline": self.heading.headline}
        heading["subheadline"] = self.heading.subheadline
        if name in heading:
            heading[name].setFocus()
        elif self.slip.focus_field(name):
            self._more.setChecked(self.slip.all_shown)

    def word_of(self, name: str) -> str:
        """What a field of heading or slip is called, "" when there is none of this name."""
        heading = {
            "kicker": self.tr("Kicker"),
            "headline": self.tr("Headline"),
            "subheadline": self.tr("Subheadline"),
        }
        return heading.get(name, "") or next((f.field.word for f in self.slip.fields() if f.field.name == name), "")

    def show_article(self, *, shown: bool) -> None:
        """An article, or what to do when none is open."""
        self._stack.setCurrentWidget(self._article if shown else self.empty)
        self._over = shown
        self._show_icons()

    def add_banner(self, banner: QWidget) -> None:
        """One more line between the top and the article; it hides itself when it has nothing to say."""
        self._banners.addWidget(banner)

    def add_foot(self, line: QWidget) -> None:
        """A line under the text; it hides itself when it has nothing to say."""
        self._foot.addWidget(line)

    def say(self, told: str) -> None:
        """A line over the article that stays until it is taken away with ""."""
        self.banner.setText(told)
        self._banner_frame.setVisible(bool(told))

    def only_text(self, *, only: bool) -> None:
        """Focus mode: nothing but the text."""
        self._head.setVisible(not only)
        self.toolbar.setVisible(not only)

    def show_middle(self, widget: QWidget | None) -> None:
        """Something else in the place of the article (a comparison, a conversion); None = the article again."""
        if widget is None:
            self._stack.setCurrentWidget(self._article)
            self.body.setFocus()
            return
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    @property
    def article_shown(self) -> bool:
        """Whether an article lies on the desk."""
        return self._stack.currentWidget() is self._article

    def _on_look_changed(self) -> None:
        self._more.setIcon(self._look.icon("chevron-down"))
        self._bar.setFixedHeight(self._look.px(TOP))
        self._fit()

    def _show_icons(self) -> None:
        """Only where there is room for them beside the buttons; what they do is in the menus as well."""
        self._icons.setVisible(self._over and self.width() >= self._look.px(_ROOMY))

    def _fit(self) -> None:
        """Heading and slip stand over the text, as wide as its lines."""
        room = max(0, (self._head.width() - self._look.reading.measure - 60) // 2)
        margin = max(_MARGIN, room)
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(margin, 18, margin, 10)
        self._show_icons()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)
