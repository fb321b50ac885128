"""The slip at work: what its fields offer is asked of the core when somebody goes to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.article import Variant
from ui.desk.offering import Offering
from ui.jobs import Lane

if TYPE_CHECKING:
    from editor.records.articles import Loaded
    from editor.records.words import Known
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork


class SlipAtWork(QObject):
    """Asks for what earlier articles and the people of the newsroom offer, again when either has changed.

    Signals:
        planned_changed: Another length may be planned.
    """

    planned_changed = Signal()

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._asked: bool | None = None
        self.offering = Offering(desktop.context.look, desktop.desk.slip)
        self.offering.wanted.connect(self._on_wanted)
        people.came.connect(self._forget)
        keeping.stored.connect(self._forget)
        desktop.sheet.opened.connect(self._on_opened)
        desktop.desk.slip.edited.connect(self.planned_changed)
        if desktop.sheet.article is not None:
            self._on_opened(desktop.sheet.article)

    def _forget(self, _changed: object) -> None:
        """Something may be known that was not: it is asked for when somebody goes to the slip."""
        self._asked = None

    def _on_opened(self, loaded: Loaded) -> None:
        self.offering.traditional = Variant(loaded.variant).traditional
        self._on_wanted()

    def _on_wanted(self) -> None:
        wanted = self.offering.traditional
        if self._asked is wanted:
            return
        self._asked = wanted
        ask = self._desktop.context.jobs.ask
        ask(
            "texts.known",
            lane=Lane.TEXT,
            done=lambda known: self._on_known(known, wanted),
            failed=lambda _failure: self._forget(None),
            key="known",
            traditional=wanted,
        )

    def _on_known(self, known: Known, wanted: bool) -> None:  # noqa: FBT001  (bound, not passed by hand)
        if wanted is self.offering.traditional:
            self.offering.show_known(known)
            self.planned_changed.emit()
