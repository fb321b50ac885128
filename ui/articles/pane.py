"""The column of articles: what is shown, how many, the search box, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.articles.delegate import ArticleDelegate
from ui.articles.model import ArticlesModel
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.records.articles import Row
    from ui.theme.look import Look

TOP = 50
_AFTER_KEY = 120


class ArticleList(QListView):
    """The list itself: several may be chosen, the current one is open."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticlesModel(self)
        self.delegate = ArticleDelegate(look, self)
        self.setModel(self.articles)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setAccessibleName(self.tr("Articles"))
        look.changed.connect(self.doItemsLayout)

    def dense(self, *, dense: bool) -> None:
        """Low rows, for sixty articles a night."""
        self.delegate.dense = dense
        self.doItemsLayout()


class ArticlesPane(QFrame):
    """Emits what is chosen and what is searched for; shows what it is given."""

    article_opened = Signal(str)
    search_typed = Signal(str)
    end_reached = Signal()
    selection_changed = Signal(int)

    def __init__(self, look: Look, tools: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "list")
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search headline, text, author"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.list = ArticleList(look)
        self.empty = EmptyState(look, "inbox")
        self.told = QLabel()
        self.told.setProperty("role", "caption")
        self.told.setContentsMargins(16, 0, 16, 6)
        self.told.setWordWrap(True)
        self.told.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._look = look
        self._layout(tools)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_AFTER_KEY)
        self._typed.timeout.connect(lambda: self.search_typed.emit(self.search.text().strip()))
        self.search.textEdited.connect(lambda _text: self._typed.start())
        self.search.textChanged.connect(self._on_search_changed)
        self.search.returnPressed.connect(self._on_search_entered)
        self._quiet = False
        self._clearing = False
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        for again in (self.list.clicked, self.list.activated):  # the row that was put away lies under the mouse still
            again.connect(self._on_current_changed)
        self.list.selectionModel().selectionChanged.connect(
            lambda: self.selection_changed.emit(len(self.list.selectionModel().selectedRows()))
        )
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def _layout(self, tools: Iterable[QAction]) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 10, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch()
        self._head = head
        for action in tools:
            self.add_tool(action)
        bar = QWidget()
        self._top = bar
        bar.setLayout(head)
        box = QHBoxLayout()
        box.setContentsMargins(16, 0, 16, 10)
        box.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(box)
        layout.addWidget(self.told)
        line = QFrame()
        line.setProperty("role", "hairline")
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)

    def add_tool(self, action: QAction) -> None:
        """One more icon at the right end of the head; it comes and goes with its action."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._head.addWidget(button)
        if not action.isVisible():  # shown without a parent it would be a window of its own
            button.hide()
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))

    def _on_look_changed(self) -> None:
        self._glass.setIcon(self._look.icon("search", "text3"))
        self._top.setFixedHeight(self._look.px(TOP))

    def _on_search_changed(self, text: str) -> None:
        if not text and not self._clearing:
            self._typed.stop()
            self.search_typed.emit("")

    def _on_search_entered(self) -> None:
        self._typed.stop()
        self.search_typed.emit(self.search.text().strip())
        self.list.setFocus()

    def _on_current_changed(self, index: QModelIndex) -> None:
        row = self.list.articles.row_at(index.row()) if index.isValid() else None
        if row is not None and not self._quiet:
            self.article_opened.emit(row.name)

    def _on_scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - self.list.viewport().height():
            self.end_reached.emit()

    def clear_search(self) -> None:
        """Nothing is searched for any more; nobody is told."""
        self._clearing = True
        self.search.clear()
        self._clearing = False

    def say(self, told: str) -> None:
        """A quiet line above the list; "" takes it away."""
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def show_empty(self, *, empty: bool) -> None:
        """The list, or what to do when there is nothing in it."""
        self._stack.setCurrentWidget(self.empty if empty else self.list)

    def mark_current(self, name: str) -> bool:
        """Mark an article as the open one without opening it; whether it is in the list."""
        place = self.list.articles.place_of_name(name)
        if place < 0:
            return False
        self._quiet = True
        index = self.list.articles.index(place)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        return True

    def mark_none(self) -> None:
        """What lies on the desk is not in the list, or not yet."""
        self.list.selectionModel().clear()

    def step(self, by: int) -> bool:
        """Go some rows down (or up) and open what is there; whether there was something."""
        place = self.list.currentIndex().row() + by
        if not 0 <= place < self.list.articles.rowCount():
            return False
        self.list.setCurrentIndex(self.list.articles.index(place))
        return True

    def chosen(self) -> list[Row]:
        """The rows that are chosen, in the order of the list."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        rows = (self.list.articles.row_at(place) for place in places)
        return [row for row in rows if row is not None]
