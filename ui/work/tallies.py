"""Rows of the list say how many findings there are: those in sight are counted one by one in idle moments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.articles import Row, Stored, Tally
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping

_AFTER = 250
_BETWEEN = 80
_TOGETHER = 10
_REMEMBERED = 5000


class TalliesAtWork(QObject):
    """Asks the worker of texts for one article at a time, so that nobody waits for it longer than for one."""

    def __init__(self, desktop: Desktop, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._counted: dict[tuple[str, str], Tally | None] = {}
        self._new: list[Tally] = []
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.count)
        view = desktop.articles.list
        desktop.browser.shown.connect(self._on_seen)
        view.verticalScrollBar().valueChanged.connect(self._on_seen)
        view.articles.dataChanged.connect(self._on_seen)
        desktop.sheet.edited.connect(self._on_edited)
        keeping.stored.connect(self._on_stored)

    def _on_seen(self) -> None:
        if not self.timer.isActive():
            self.timer.start(_AFTER)

    def _on_edited(self) -> None:
        """Somebody writes: his own findings come first."""
        if self.timer.isActive():
            self.timer.start(_AFTER)

    def _on_stored(self, stored: Stored) -> None:
        """Its text is another one now; its row may say so only later."""
        self._counted = {key: tally for key, tally in self._counted.items() if key[0] != stored.article}
        self._on_seen()

    def in_sight(self) -> list[Row]:
        """The rows that can be seen."""
        view = self._desktop.articles.list
        first = view.indexAt(view.viewport().rect().topLeft()).row()
        last = view.indexAt(view.viewport().rect().bottomLeft()).row()
        if first < 0:
            return []
        last = last if last >= 0 else view.articles.rowCount() - 1
        rows = (view.articles.known_at(place) for place in range(first, last + 1))
        return [row for row in rows if row is not None]

    def count(self) -> None:
        """Ask for the next one that nobody counted."""
        if not self._desktop.context.preferences.choice.checks:
            return
        unknown = [row for row in self.in_sight() if row.errors < 0]
        known = [tally for row in unknown if (tally := self._counted.get(_key(row))) is not None]
        self._desktop.articles.list.articles.show_tallies(known)  # read anew before the library had kept them
        wanted = next((row for row in unknown if _key(row) not in self._counted), None)
        if wanted is None or len(self._new) >= _TOGETHER:
            self._note()
        if wanted is not None:
            self._ask(wanted)

    def _ask(self, row: Row) -> None:
        if len(self._counted) > _REMEMBERED:
            self._counted.clear()
        self._counted[_key(row)] = None
        done = partial(self._on_counted, _key(row))
        ask = self._desktop.context.jobs.ask
        ask("texts.tally", lane=Lane.TEXT, done=done, failed=lambda _why: None, rows=(row.row,))

    def _on_counted(self, key: tuple[str, str], tallies: Sequence[Tally]) -> None:
        if key in self._counted and tallies:
            self._counted[key] = tallies[0]
        self._desktop.articles.list.articles.show_tallies(tallies)
        self._new += tallies
        self.timer.start(_BETWEEN)

    def _note(self) -> None:
        if self._new:
            ask = self._desktop.context.jobs.ask
            ask("desk.note_tallies", failed=lambda _why: None, tallies=tuple(self._new))
            self._new = []

    def forget(self) -> None:
        """Other rules are in force: everything in sight is counted anew."""
        self._counted.clear()
        self._on_seen()


def _key(row: Row) -> tuple[str, str]:
    return row.article, f"{row.variant} {row.updated_at}"
