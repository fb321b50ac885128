"""Saved searches: named, shown among the places, forgotten again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QInputDialog

from editor.records.articles import SEARCH

if TYPE_CHECKING:
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork


class SearchesAtWork(QObject):
    """The two actions about a search; both are off when nothing is searched for."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        actions = desktop.context.actions
        actions["view.save_search"].triggered.connect(self.save)
        actions["view.drop_search"].triggered.connect(self.drop)
        search = desktop.articles.search
        key = actions["view.search"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        search.setPlaceholderText(f"{search.placeholderText()}   {key}")
        search.textChanged.connect(self._on_text_changed)
        self._on_text_changed("")

    def _on_text_changed(self, text: str) -> None:
        for name in ("view.save_search", "view.drop_search"):
            self._desktop.context.actions[name].setEnabled(bool(text.strip()))

    def save(self) -> None:
        """Ask for a name, the query itself unless another is typed."""
        query = self._desktop.articles.search.text().strip()
        dialog = QInputDialog(self._desktop.window)
        dialog.setWindowTitle(self.tr("Save this search"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(query)
        dialog.textValueSelected.connect(lambda name: self.keep(name, query))
        dialog.open()

    def keep(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        ask = self._desktop.context.jobs.ask
        ask("desk.save_search", done=self._people.show, name=name, query=query)

    def drop(self) -> None:
        """Forget the saved search that is shown."""
        people, view = self._people.people, self._desktop.browser.view
        if people is None or view.kind != SEARCH:
            return
        for one in people.searches:
            if one.query == view.name:
                self._desktop.context.jobs.ask("desk.drop_search", done=self._people.show, name=one.name)
