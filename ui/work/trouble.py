"""The library cannot be opened: what is so, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork


class TroubleAtWork(QObject):
    """Shown in the place of the article; writing is possible all the same, the journal keeps it.

    Signals:
        library_here_wanted: The library of this computer is to be used instead.
    """

    library_here_wanted = Signal()

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        look = desktop.context.look
        self.page = EmptyState(look, "hard-drive", desktop.desk)
        self.page.hide()
        self._again = QAction(look.icon("refresh-cw"), self.tr("Try again"), self)
        self._again.triggered.connect(people.ask)
        self._here = QAction(look.icon("hard-drive"), self.tr("Library on this computer"), self)
        self._here.triggered.connect(self.library_here_wanted)
        people.failed.connect(self._on_failed)
        people.came.connect(lambda _people: self._leave())

    def _on_failed(self, failure: Failure) -> None:
        told = self._desktop.context.sentences.of_failure(failure)
        self._desktop.status.tell(told)
        place = self._desktop.context.place
        elsewhere = place.library != place.data / "library"
        actions = (self._again, self._here) if elsewhere else (self._again,)
        self.page.say(self.tr("The library cannot be opened"), told, *actions)
        if self._desktop.sheet.article is None:
            self._desktop.desk.show_middle(self.page)

    def _leave(self) -> None:
        if self.page.isVisible():
            self._desktop.desk.show_article(shown=self._desktop.sheet.article is not None)
