"""The window with everything in it: the graph of its parts, built once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import deeds
from ui.actions import Actions
from ui.articles.browser import Browser
from ui.articles.pane import ArticlesPane
from ui.context import AppContext
from ui.desk.pane import DeskPane
from ui.desk.sheet import Sheet
from ui.inspector.pane import Inspector
from ui.navigation.column import NavigationColumn
from ui.navigation.spots import word_of
from ui.sentences import Sentences
from ui.status import StatusBar

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from PySide6.QtWidgets import QWidget

    from editor.service.messages import Failure, Place
    from ui.desk.sheet import Body
    from ui.jobs import Jobs
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.review.steps import StepBar
    from ui.theme.look import Look
    from ui.writing.editor import ArticleEditor
    from ui.writing.pane import WritingPane


@dataclass(frozen=True)
class Writing:
    """The parts in which a text is written: the room, its text widget, its toolbar, the steps of the article."""

    pane: WritingPane
    body: ArticleEditor
    handle: Body
    toolbar: QWidget
    steps: StepBar


@dataclass(frozen=True)
class Desktop:
    """The parts of one window, for those who connect them."""

    context: AppContext
    window: MainWindow
    navigation: NavigationColumn
    articles: ArticlesPane
    browser: Browser
    desk: DeskPane
    sheet: Sheet
    inspector: Inspector
    status: StatusBar
    writing: Writing

    def tell_failure(self, failure: Failure) -> None:
        """Say in the line below why something was not done."""
        self.status.tell(self.context.sentences.of_failure(failure))


def actions_of(window: MainWindow, look: Look) -> Actions:
    """All actions of the window."""
    actions = Actions(window, look)
    for group in deeds.GROUPS:
        for deed in group():
            actions.add(deed)
    return actions


def building(
    place: Place, jobs: Jobs, look: Look, preferences: Preferences, writing: Writing, window: MainWindow
) -> Generator[None, None, Desktop]:
    """Build the parts of the window, with a pause after each; nothing is asked of the core yet."""
    window.setWindowTitle("Gaotai 稿台")
    actions = actions_of(window, look)
    writing.pane.add_actions(actions)
    sentences = Sentences(preferences.choice.language)
    context = AppContext(place, jobs, look, preferences, actions, sentences)
    yield
    menu = QMenu(window)
    navigation = _navigation(context, window, menu)
    order = _order(context, window)
    articles = ArticlesPane(look, (order, actions["view.dense"]))
    yield
    desk = DeskPane(look, writing.pane, writing.toolbar, writing.steps)
    desk.add_actions((actions["article.history"], actions["article.convert"]))
    yield
    status = StatusBar(look, window)
    inspector = Inspector(look)
    window.place(navigation, articles, desk, inspector, status)
    yield
    window.add_menus(actions, deeds.menu_titles(), menu, bar=preferences.choice.menu_bar)
    browser = Browser(articles, jobs, sentences, word_of, window)
    sheet = Sheet(desk, writing.handle, window)
    return Desktop(context, window, navigation, articles, browser, desk, sheet, inspector, status, writing)


def _navigation(context: AppContext, window: MainWindow, menu: QMenu) -> NavigationColumn:
    look, actions = context.look, context.actions
    menus = QAction(look.icon("panel-left"), menu.tr("Menu"), window)
    menus.setMenu(menu)
    people = QAction(look.icon("users"), actions["tools.person"].text(), window)
    people.triggered.connect(actions["tools.person"].trigger)
    _keep_icons(look, {"panel-left": menus, "users": people})
    return NavigationColumn(look, actions["file.new"], people, menus, "稿台")


def _order(context: AppContext, window: MainWindow) -> QAction:
    """The button that opens the menu of orders."""
    order = QAction(context.look.icon("arrow-up-down"), context.actions.tr("Order"), window)
    orders = QMenu(window)
    orders.addActions([context.actions[deed.name] for deed in deeds.order_deeds()])
    order.setMenu(orders)
    _keep_icons(context.look, {"arrow-up-down": order})
    return order


def _keep_icons(look: Look, actions: Mapping[str, QAction]) -> None:
    """Icons in the colors of the theme, of actions that are not among those of the window."""

    def draw() -> None:
        for name, action in actions.items():
            action.setIcon(look.icon(name))

    look.changed.connect(draw)
