"""What the actions do: each room connects the parts of the window with questions to the core."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.records.articles import MY_DRAFTS, View
from ui import building
from ui.work.articles import ArticlesAtWork
from ui.work.intake import IntakeAtWork
from ui.work.keeping import Keeping
from ui.work.order import OrderAtWork
from ui.work.people import PeopleAtWork
from ui.work.searches import SearchesAtWork
from ui.work.shell import Shell
from ui.work.trouble import TroubleAtWork
from ui.work.writing import WritingAtWork

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.records.desk import People
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.jobs import NearJobs, ProcessJobs
    from ui.work.comparing import ComparingAtWork
    from ui.work.converting import ConvertingAtWork
    from ui.work.delivery import Outgoing
    from ui.work.habits import HabitsAtWork
    from ui.work.outbox import OutboxAtWork
    from ui.work.palette import PaletteAtWork
    from ui.work.proofs import ProofsAtWork
    from ui.work.review import ReviewAtWork


class Work(QObject):
    """All rooms of a window, and how the work begins.

    What is needed to see and to type is there before the first paint; the rest comes after it (`begin`).
    """

    began = Signal()
    proofs: ProofsAtWork
    review: ReviewAtWork
    comparing: ComparingAtWork
    converting: ConvertingAtWork
    habits: HabitsAtWork
    palette: PaletteAtWork
    outgoing: Outgoing
    outbox: OutboxAtWork

    def __init__(self, desktop: Desktop, jobs: ProcessJobs | NearJobs) -> None:
        super().__init__(desktop.window)
        self.desktop = desktop
        self._jobs = jobs
        self._began = False
        self._opening: Iterator[None] = iter(())
        self._open = True
        self.files: Sequence[str] = ()
        self._who = ""

    def open_first(self) -> Iterator[None]:
        """The rooms that are needed to see and to type; the event loop may turn between them."""
        desktop = self.desktop
        self.shell = Shell(desktop)
        self.order = OrderAtWork(desktop)
        self.people = PeopleAtWork(desktop)
        self.trouble = TroubleAtWork(desktop, self.people)
        yield
        self.keeping = Keeping(desktop, self.people)
        desktop.window.may_close = self._may_close
        yield
        self.articles = ArticlesAtWork(desktop, self.people, self.keeping)
        self.intake = IntakeAtWork(desktop, self.people, self.keeping, self.articles)
        self.writing = WritingAtWork(desktop)
        self.writing.files_dropped.connect(self.articles.take_in)
        self.searches = SearchesAtWork(desktop, self.people)
        self._jobs.unanswered.connect(self._on_unanswered)
        self._jobs.came_back.connect(self._on_came_back)
        desktop.browser.counts_came.connect(desktop.navigation.places.spots.show_counts)
        desktop.browser.view_changed.connect(desktop.navigation.places.choose)
        self.people.came.connect(self._on_people_came)
        self.people.changed.connect(self._on_person_changed)

    def lay_first(self) -> None:
        """Lay on the desk what lay there last time, after all rooms of `open_first` are open."""
        self.keeping.lay_first()

    def begin(self, files: Sequence[str] = (), *, at_once: bool = True) -> None:
        """After the first paint: the core is started, the other rooms are opened, then it is asked for what there is.

        Not ``at_once``: a piece at each turn of the event loop, so that nobody who types waits for all of them.
        """
        self.files = files
        if at_once:
            self._jobs.start()
            for _opened in self._open_rooms():
                pass
            self._all_open()
        else:
            self._opening = chain(building.imports_of_rooms(), self._open_rooms())
            self._open = False
            self._open_next()

    def _open_next(self) -> None:
        if self._open:
            return
        if next(self._opening, self) is not self:
            QTimer.singleShot(0, self, self._open_next)
            return
        self._open = True
        self._jobs.start()  # last: two processes that begin take both cores from whoever types
        QTimer.singleShot(0, self, self._all_open)

    def _may_close(self) -> bool:
        """A window that is closed before its rooms are open opens them first: one of them may have to ask."""
        if self._open:
            return self.keeping.room.may_close()
        for _opened in self._opening:
            pass
        self._open_next()
        return self.desktop.window.may_close()

    def _all_open(self) -> None:
        from editor.service.heap import give_back

        give_back()
        self.keeping.core_came()
        self._jobs.ask("people.use_sample_phrase", failed=lambda _failure: None)
        self.people.ask()
        self.writing.begin(self.people, self.keeping, self.review)
        self.began.emit()

    def _open_rooms(self) -> Iterator[None]:
        """The rooms in their order; each is imported when it is its turn."""
        from ui.work.proofs import ProofsAtWork  # after the first paint

        self.proofs = ProofsAtWork(self.desktop)
        yield
        from ui.work.correcting import reviewing

        self.review, self.correcting = reviewing(self.desktop, self.people, self.keeping, self.articles)
        self.review.tried.connect(self._on_tried)
        yield
        from ui.work.delivery import outgoing

        self.outgoing = outgoing(self.desktop, self.people, self.keeping, self.review)
        yield
        from ui.work.history import HistoryAtWork

        self.history = HistoryAtWork(self.desktop, self.keeping, self.outgoing.pictures.shelf)
        yield
        from ui.work.members import MembersAtWork

        self.members = MembersAtWork(self.desktop, self.people)
        yield
        from ui.work.habits import HabitsAtWork
        from ui.work.idle import IdleAtWork
        from ui.work.lying import LyingAtWork
        from ui.work.palette import PaletteAtWork
        from ui.work.tallies import TalliesAtWork

        self.idle = IdleAtWork(self.desktop, self.keeping)
        self.tallies = TalliesAtWork(self.desktop, self.keeping)
        self.habits = HabitsAtWork(self.desktop, self.articles, self.proofs, self.tallies)
        self.lying = LyingAtWork(self.desktop, self.articles, self.keeping)
        self.palette = PaletteAtWork(self.desktop, self.people)
        yield
        from ui.work.comparing import ComparingAtWork
        from ui.work.queue import QueueAtWork

        shelf = self.outgoing.pictures.shelf
        self.comparing = ComparingAtWork(self.desktop, self.people, self.keeping, self.review, shelf)
        self.queue = QueueAtWork(self.desktop, self.keeping, self.review, self.comparing)
        yield
        from ui.work.converting import ConvertingAtWork

        self.converting = ConvertingAtWork(self.desktop, self.people, self.keeping, self.articles)
        yield
        from ui.work.outbox import OutboxAtWork

        self.outbox = OutboxAtWork(self.desktop, self.people, self.articles, self.review)
        self.outgoing.delivery.use(self.outbox)

    def _on_people_came(self, _people: People) -> None:
        if not self._began:
            self._began = True
            self._who = self.people.id
            last = self.keeping.room.session.view
            if last is not None:
                self.desktop.browser.show_view(last)
            else:
                self._start_view()
            if self.files:
                self.articles.take_in(self.files)

    def _on_tried(self, name: str) -> None:
        if name == "submit":
            self.proofs.insist()

    def _on_person_changed(self) -> None:
        if self._began and self._who != self.people.id:
            self._start_view()

    def _start_view(self) -> None:
        """Where the work of the person lies: what waits for his level, else his drafts."""
        person = self.people.person
        self._who = self.people.id
        levels = person.levels if person is not None else ()
        view = next((View(f"level{level}") for level in levels if level in {"1", "2", "3"}), None)
        view = view or View(MY_DRAFTS, self.people.id)
        self.desktop.browser.show_view(view)

    def _on_unanswered(self, failure: Failure) -> None:
        self.desktop.status.tell(self.desktop.context.sentences.of_failure(failure))

    def _on_came_back(self, _lane: str) -> None:
        self.desktop.status.tell(self.tr("A helper process stopped and was started again; your text is untouched."))
        self.desktop.browser.refresh()
