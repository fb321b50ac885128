"""更正 at work: a correction of the article on the desk is begun, taken back, and its other half opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.review import words
from ui.work.review import ReviewAtWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.desk import CorrectionBegun
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.articles import ArticlesAtWork
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork


def reviewing(
    desktop: Desktop, people: PeopleAtWork, keeping: Keeping, articles: ArticlesAtWork
) -> tuple[ReviewAtWork, CorrectionAtWork]:
    """The review room, and what corrects an article after it was out."""
    review = ReviewAtWork(desktop, people, keeping)
    return review, CorrectionAtWork(desktop, people, keeping, review, articles)


class CorrectionAtWork(QObject):
    """Wires the card of the review pane; what is typed is kept before anything is begun."""

    def __init__(
        self,
        desktop: Desktop,
        people: PeopleAtWork,
        keeping: Keeping,
        review: ReviewAtWork,
        articles: ArticlesAtWork,
    ) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self._review = review
        self._card = review.pane.correcting
        self._card.decided.connect(self._on_decided)
        self._card.undone.connect(self._on_undone)
        self._card.wanted.connect(articles.open)

    def _on_decided(self, form: str, what: str) -> None:
        why = self._review.pane.judging.opinion.toPlainText().strip()
        self._ask("desk.correct", self._on_begun, form=form, what=what, why=why)

    def _on_undone(self) -> None:
        self._ask("desk.undo_correction", self._on_taken_back)

    def _ask(self, question: str, done: Callable[[CorrectionBegun], None], **told: Any) -> None:
        self._keeping.settle(lambda: self._send(question, done, told))

    def _send(self, question: str, done: Callable[[CorrectionBegun], None], told: dict[str, Any]) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return

        def not_done(failure: Failure) -> None:
            if not self._people.unlock(failure, lambda: self._send(question, done, told)):
                self._card.fail(self._desktop.context.sentences.of_failure(failure))

        def is_done(begun: CorrectionBegun) -> None:
            self._card.done()
            done(begun)
            self._desktop.browser.touched(begun.articles)
            self._review.reload()

        ask = self._desktop.context.jobs.ask
        person = self._people.id or None
        ask(question, done=is_done, failed=not_done, again=False, name=lying.name, person=person, **told)

    def _on_begun(self, begun: CorrectionBegun) -> None:
        lying = self._desktop.sheet.article
        if lying is not None:
            self._review.pane.judging.forget_opinion(lying.name)
        if begun.notice_number:
            told = self.tr("The notice of correction is drafted: {number}. Read it and submit it.")
            self._desktop.status.tell(told.format(number=begun.notice_number))
            return
        told = self.tr("{correction} of {number}: {form}")
        form, number = words.form_word(begun.form), words.correction(begun.times)
        self._desktop.status.tell(told.format(correction=number, number=begun.number, form=form))

    def _on_taken_back(self, begun: CorrectionBegun) -> None:
        told = self.tr("The correction of {number} is taken back; what was changed in the text stays.")
        self._desktop.status.tell(told.format(number=begun.number))
