"""The main window: which column stands where. What happens in them is the business of their rooms."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from ui.overriding import override

TYPE_CHECKING = False  # this module is there before the first frame: what it imports is waited for
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu, QSplitter, QWidget

    from ui.actions import Actions
    from ui.articles.pane import ArticlesPane
    from ui.desk.pane import DeskPane
    from ui.navigation.column import NavigationColumn
    from ui.status import StatusBar


LIST_WIDTH = 324
INSPECTOR_WIDTH = 332
OVERLAY_BELOW = 1400
RAIL_BELOW = 1180
SMALLEST = (1280, 680)
FIRST_SIZE = (1560, 960)


class MainWindow(QMainWindow):
    """Columns: navigation, list, desk, inspector; under them the status bar."""

    closing = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(960, 600)
        self.resize(*FIRST_SIZE)
        self._placed = False
        self._inspector_wanted = True
        self._over = False
        self._over_wanted = False
        self._scale = 100
        self.may_close: Callable[[], bool] = lambda: True

    def place(
        self,
        navigation: NavigationColumn,
        articles: ArticlesPane,
        desk: DeskPane,
        inspector: QWidget,
        status: StatusBar,
    ) -> None:
        """Put the parts in their places."""
        from PySide6.QtCore import Qt  # not before the first frame
        from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

        self._navigation = navigation
        self._articles = articles
        self._desk = desk
        self._inspector = inspector
        self._status = status
        self._split: QSplitter = QSplitter(Qt.Orientation.Horizontal)
        self._split.setProperty("dress", "children")
        self._split.setStyleSheet("QSplitter::handle { background: transparent; }")  # the same in all themes
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        articles.setMinimumWidth(240)
        desk.setMinimumWidth(420)
        inspector.setMinimumWidth(260)
        for part in (articles, desk, inspector):
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([LIST_WIDTH, 704, INSPECTOR_WIDTH])
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(navigation)
        row.addWidget(self._split, 1)
        whole = QWidget()
        whole.setProperty("dress", "children")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(status)
        self.setCentralWidget(whole)
        self._placed = True
        self._fit()

    def fit_screen(self) -> None:
        """No larger than the screen: a window that was larger, or came from another screen, has lost its edges.

        How high its title will be is a guess before it is shown: the one of the style.
        """
        from PySide6.QtWidgets import QStyle

        room = self.screen().availableGeometry()
        if self.isMaximized() or self.isFullScreen() or room.isEmpty():
            return
        title = max(
            self.frameGeometry().height() - self.height(),
            self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight),
        )
        width, height = min(self.width(), room.width()), min(self.height(), room.height() - title)
        if (width, height) != (self.width(), self.height()):
            self.resize(width, height)
        left = max(room.left(), min(self.x(), room.left() + room.width() - width))
        top = max(room.top(), min(self.y(), room.top() + room.height() - height - title))
        if (left, top) != (self.x(), self.y()):
            self.move(left, top)

    def add_menus(self, actions: Actions, titles: Mapping[str, str], button_menu: QMenu, *, bar: bool) -> None:
        """Menus of all actions: in the menu bar and behind the menu button."""
        menus: dict[str, tuple[QMenu, ...]] = {}
        for name, title in titles.items():
            held = actions.of_menu(name)
            if not held:
                continue
            menus[name] = (self.menuBar().addMenu(title), button_menu.addMenu(title))
            for menu in menus[name]:
                menu.addActions(held)

        def also(name: str) -> None:
            """A room that was opened later has one more."""
            for menu in menus.get(actions.menu_of(name), ()):
                end = actions.end_of(actions.menu_of(name))
                if end is None:
                    menu.addAction(actions[name])
                else:
                    menu.insertAction(end, actions[name])

        actions.added.connect(also)
        self.menuBar().setVisible(bar)

    def enlarge(self, scale: int) -> None:
        """Everything is drawn in another size (percent): there is room for less."""
        was, self._scale = self._scale, scale
        self._articles.setMinimumWidth(self._px(240))
        self._inspector.setMinimumWidth(self._px(260))
        if scale != was:
            sizes = self._split.sizes()
            self._split.setSizes([sizes[0] * scale // was, sizes[1], *(size * scale // was for size in sizes[2:])])
        self._fit()

    def _px(self, width: int) -> int:
        """A width at the size in force."""
        return width * self._scale // 100

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        parts: list[QWidget] = [self._navigation.places, self._articles.list, self._desk.body, self._inspector]
        return [part for part in parts if part.isVisible()]

    def next_pane(self, by: int = 1) -> None:
        """Give the focus to the next pane."""
        from PySide6.QtCore import Qt

        panes = self.panes()
        focus = self.focusWidget()
        here = next((n for n, pane in enumerate(panes) if _holds(pane, focus)), -1)
        target = panes[(here + by) % len(panes)]
        child = target.focusProxy() or target
        child.setFocus(Qt.FocusReason.TabFocusReason)

    def show_inspector(self, *, shown: bool) -> None:
        """The column at the right; in a narrow window it stands over the desk, and only when it is asked for."""
        if self._over:
            self._over_wanted = shown
        else:
            self._inspector_wanted = shown
        self._fit()

    @property
    def inspector_shown(self) -> bool:
        """Whether it is there."""
        return self._inspector.isVisible()

    def splits(self) -> list[int]:
        """Widths of list, desk and inspector."""
        return self._split.sizes()

    def set_splits(self, sizes: Sequence[int]) -> None:
        """The same from last time."""
        if len(sizes) == self._split.count() and all(size >= 0 for size in sizes) and sum(sizes) > 0:
            self._split.setSizes(list(sizes))

    def only_desk(self, *, only: bool) -> None:
        """Focus mode: nothing but the text."""
        self._navigation.setVisible(not only)
        self._articles.setVisible(not only)
        self._status.setVisible(not only)
        self._inspector.setVisible(not only and self._inspector_wanted)

    def _fit(self) -> None:
        """Under 1180 the navigation is a rail; under 1400 the inspector stands over the desk, not beside it."""
        if not self._placed:
            return
        self._navigation.as_rail(rail=self.width() < self._px(RAIL_BELOW))
        over = self.width() < self._px(OVERLAY_BELOW)
        if over != self._over:
            self._over = over
            if over:
                self._inspector.setParent(self.centralWidget())
            else:
                self._split.addWidget(self._inspector)
        self._inspector.setVisible(self._over_wanted if over else self._inspector_wanted)
        if over:
            self._lay_over()

    def _lay_over(self) -> None:
        """Below the bar of the desk: who passes or returns an article needs it."""
        corner = self._split.geometry().topRight()
        width, top = self._px(INSPECTOR_WIDTH), self._desk.bar_height
        height = self._split.height() - top
        self._inspector.setGeometry(corner.x() - width + 1, corner.y() + top, width, height)
        self._inspector.raise_()

    @property
    def inspector_wanted(self) -> bool:
        """Whether it is to be there in a window as wide as this one."""
        return self._over_wanted if self._over else self._inspector_wanted

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as in a dialog; buttons of Qt know the space bar alone."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QAbstractButton

        focus, plain = self.focusWidget(), Qt.KeyboardModifier.NoModifier
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
        enter = enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == plain
        if enter and isinstance(focus, QAbstractButton):
            focus.click()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
