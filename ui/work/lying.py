"""The open articles: a button that lists them, and the keys that go through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.desktop import Desktop
    from ui.work.articles import ArticlesAtWork
    from ui.work.keeping import Keeping

_LONGEST = 26


class LyingAtWork(QObject):
    """What `ui.keeping.lying` knows, in the head of the list."""

    def __init__(self, desktop: Desktop, articles: ArticlesAtWork, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._articles = articles
        self._keeping = keeping
        self.menu = QMenu(desktop.window)
        self.menu.aboutToShow.connect(self.fill)
        self.button = QAction(desktop.context.look.icon("book-open"), self.tr("Open articles"), desktop.window)
        self.button.setMenu(self.menu)
        desktop.articles.add_tool(self.button)
        desktop.context.look.changed.connect(lambda: self.button.setIcon(self._desktop.context.look.icon("book-open")))
        actions = desktop.context.actions
        actions["article.next_open"].triggered.connect(lambda _on=False: self.go(1))
        actions["article.previous_open"].triggered.connect(lambda _on=False: self.go(-1))
        keeping.opened.changed.connect(self._on_changed)
        self._on_changed()

    def fill(self) -> None:
        """The menu as it is now: what is open, then the keys."""
        self.menu.clear()
        self._keeping.note_front()
        opened = self._keeping.opened
        for number, each in enumerate(opened.all, 1):
            headline = each.headline or self.tr("(no headline)")
            shown = headline if len(headline) <= _LONGEST else headline[: _LONGEST - 1] + "…"
            action = self.menu.addAction(f"&{number}  {shown.replace('&', '&&')}")
            action.setToolTip(headline)
            action.setCheckable(True)
            action.setChecked(each.name == opened.front)
            action.triggered.connect(lambda _on=False, name=each.name: self._articles.open(name))
        self.menu.addSeparator()
        actions = self._desktop.context.actions
        self.menu.addActions([actions[name] for name in ("article.next_open", "article.previous_open", "file.close")])

    def go(self, by: int) -> None:
        """The next open article comes to the front, or the one before."""
        name = self._keeping.opened.beside(by)
        if name:
            self._articles.open(name)

    def _on_changed(self) -> None:
        opened = self._keeping.opened
        self.button.setVisible(bool(opened.all))
        self.button.setToolTip(self.tr("%n open article(s)", "", len(opened.all)))
        for name in ("article.next_open", "article.previous_open"):
            self._desktop.context.actions[name].setEnabled(bool(opened.beside(1)))
