"""Preferences, keys, about, going to a number."""

from __future__ import annotations

import platform
import sqlite3
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QInputDialog

from editor import __version__
from ui import deeds
from ui.dialogs.about import AboutDialog
from ui.dialogs.keys import KeysDialog
from ui.preferences_dialog.dialog import PreferencesDialog

if TYPE_CHECKING:
    from editor.records.articles import Row
    from editor.service.messages import Failure, Place
    from ui.desktop import Desktop
    from ui.work.articles import ArticlesAtWork
    from ui.work.proofs import ProofsAtWork
    from ui.work.tallies import TalliesAtWork


class HabitsAtWork(QObject):
    """Connects what is about the program itself."""

    def __init__(
        self, desktop: Desktop, articles: ArticlesAtWork, proofs: ProofsAtWork, tallies: TalliesAtWork
    ) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._articles = articles
        self._proofs = proofs
        self._tallies = tallies
        actions = desktop.context.actions
        actions["tools.preferences"].triggered.connect(self.show_preferences)
        actions["help.keys"].triggered.connect(self.show_keys)
        actions["help.about"].triggered.connect(self.show_about)
        actions["article.number"].triggered.connect(self.ask_number)

    def show_preferences(self) -> None:
        """The preferences."""
        dialog = PreferencesDialog(self._desktop.context.preferences, self._desktop.window)
        ask = self._desktop.context.jobs.ask
        ask("desk.rules", done=lambda rules: dialog.show_rules(*rules))
        dialog.rules_chosen.connect(
            lambda chosen: ask("desk.choose_rules", done=lambda _none: self._on_rules_chosen(), rules=tuple(chosen))
        )
        dialog.open()

    def _on_rules_chosen(self) -> None:
        """Other things are found from now on, also in the articles of the list."""
        self._proofs.check()
        self._tallies.forget()
        self._desktop.browser.refresh()

    def show_keys(self) -> None:
        """All keys."""
        KeysDialog(self._desktop.context.actions.deeds(), deeds.menu_titles(), self._desktop.window).open()

    def show_about(self, *, place: Place | None = None) -> None:
        """Versions and places; ``place`` is told instead of where the window really is, for pictures."""
        place = place or self._desktop.context.place
        facts = {
            "Gaotai": __version__,
            "Python": platform.python_version(),
            "Qt": f"{qVersion()} (PySide6 {PySide6.__version__})",
            "SQLite": sqlite3.sqlite_version,
            self.tr("System"): platform.platform(),
            self.tr("Library"): str(place.library),
            self.tr("Own data"): str(place.data),
        }
        dialog = AboutDialog(facts, self._desktop.window)
        dialog.open()

    def ask_number(self) -> None:
        """Go to an article by its number."""
        dialog = QInputDialog(self._desktop.window)
        dialog.setWindowTitle(self.tr("Go to number"))
        dialog.setLabelText(self.tr("Number or the last part of it"))
        dialog.textValueSelected.connect(self.go_to_number)
        dialog.open()

    def go_to_number(self, number: str) -> None:
        """Open the article with this number."""
        wanted = number.strip()
        if wanted:
            ask = self._desktop.context.jobs.ask
            ask("desk.numbered", done=self._on_found, failed=self._on_not_found, number=wanted)

    def _on_found(self, rows: tuple[Row, ...]) -> None:
        if rows:
            self._articles.open(rows[0].name)

    def _on_not_found(self, failure: Failure) -> None:
        self._desktop.status.tell(self._desktop.context.sentences.of_failure(failure))
