"""Working through a list by keys: open, compare, correct in place, pass or return, next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.review.queue import ReviewQueue
from ui.review.queue_strip import QueueStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.articles import Loaded, Row
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.review.choices import Judgment
    from ui.work.comparing import ComparingAtWork
    from ui.work.keeping import Keeping
    from ui.work.review import ReviewAtWork


class QueueAtWork(QObject):
    """F10 begins with the list that is shown; every judgment leads on to the next article."""

    def __init__(self, desktop: Desktop, keeping: Keeping, review: ReviewAtWork, comparing: ComparingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._keeping = keeping
        self._review = review
        self._comparing = comparing
        self.queue = ReviewQueue(self, self)
        self.strip = QueueStrip(desktop.context.look)
        desktop.desk.add_banner(self.strip)
        self.strip.hide()
        self.strip.next_wanted.connect(self.queue.next)
        self.strip.previous_wanted.connect(self.queue.previous)
        self.strip.closed.connect(self.leave)
        self.queue.moved.connect(self.strip.show_position)
        self.queue.failed.connect(lambda _name, why: desktop.status.tell(why))
        self.queue.finished.connect(self._on_finished)
        actions = desktop.context.actions
        actions["review.work"].triggered.connect(self.begin)
        actions["review.next"].triggered.connect(self._on_next)
        actions["review.previous"].triggered.connect(self._on_previous)
        desktop.articles.article_opened.connect(self._on_row_opened)

    @property
    def working(self) -> bool:
        """Whether a list is being worked through."""
        return bool(self.queue.now)

    def begin(self) -> None:
        """Work through the list that is shown, from the article on the desk."""
        ask = self._desktop.context.jobs.ask
        browser = self._desktop.browser
        ask("desk.listed", done=self._on_listed, view=browser.view, order=browser.order)

    def _on_listed(self, rows: Sequence[Row]) -> None:
        if not rows:
            self._desktop.status.tell(self.tr("Nothing waits here."))
            return
        lying = self._desktop.sheet.article
        self.strip.begin(self._desktop.articles.title.text())
        self.strip.show()
        self._review.route = self.queue.judge
        self.queue.start([row.name for row in rows], lying.name if lying is not None else "")

    def leave(self) -> None:
        """No more of it; what lies on the desk stays there."""
        self.strip.hide()
        self._review.route = None
        self.queue.start(())

    def _on_finished(self, count: int) -> None:
        if not self.strip.isVisible():
            return
        self.strip.hide()
        self._review.route = None
        self._desktop.status.tell(self.tr("All done: {n} judged.").format(n=count))
        self._keeping.end(self._keeping.clear)

    def _on_next(self) -> None:
        if self.working:
            self.queue.next()
        else:
            self._desktop.articles.step(1)

    def _on_previous(self) -> None:
        if self.working:
            self.queue.previous()
        else:
            self._desktop.articles.step(-1)

    def _on_row_opened(self, name: str) -> None:
        if self.working and name != self.queue.now:
            self.leave()

    # What the queue needs of the desk

    def open(self, name: str, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Lay an article on the desk."""

        def loaded(loaded: Loaded) -> None:
            self._keeping.lay(loaded)
            self._desktop.articles.mark_current(loaded.name)
            done()

        def not_loaded(failure: Failure) -> None:
            failed(self._desktop.context.sentences.of_failure(failure))

        def ask() -> None:
            self._desktop.context.jobs.ask("desk.load", done=loaded, failed=not_loaded, key="load", name=name)

        self._keeping.end(ask)

    def act(self, _name: str, judgment: Judgment, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Do what was decided with the article on the desk."""
        self._review.send(judgment, done, failed)

    def prepare(self, _name: str) -> None:
        """Show what changed since the level before, where there is something to compare with."""
        self._comparing.offer()
