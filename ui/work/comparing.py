"""Comparing: what the level before saw beside what stands there now; 核红 of what is owed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.markup.reader import read
from ui.pictures.small import ComparedPictures
from ui.review import words
from ui.review.choices import Judgment
from ui.review.compare import CompareView
from ui.review.compared import Compared

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.markup.blocks import Block
    from editor.records.review import Before, Comparison
    from ui.desktop import Desktop
    from ui.pictures.shelf import PictureShelf
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork
    from ui.work.review import ReviewAtWork


class ComparingAtWork(QObject):
    """F8 shows the comparison in the place of the text, Esc goes back to it."""

    def __init__(
        self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping, review: ReviewAtWork, shelf: PictureShelf
    ) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self._review = review
        self._offered = False
        self._asked: tuple[Block, ...] = ()
        self._name = ""
        self.view = CompareView(desktop.context.look, ComparedPictures(shelf), desktop.desk)
        shelf.arrived.connect(lambda _source: self.view.page.viewport().update())
        self.view.hide()
        self.view.closed.connect(self.leave)
        self.view.edit_wanted.connect(self._on_edit_wanted)
        self.view.all_confirmed.connect(self._on_all_confirmed)
        desktop.context.actions["review.compare"].triggered.connect(self.toggle)
        review.version_wanted.connect(self._on_version_wanted)
        desktop.sheet.opened.connect(lambda _opened: self.leave())
        desktop.sheet.closed.connect(self.leave)

    @property
    def shown(self) -> bool:
        """Whether the comparison stands in the place of the text."""
        return self.view.isVisible()

    def toggle(self) -> None:
        """Show the comparison, or the text again."""
        if self.shown:
            self.leave()
        elif self._desktop.sheet.article is not None:
            self._keeping.settle(self._ask)

    def offer(self) -> None:
        """Show the comparison where there is something to compare with; else the text stays."""
        self._offered = True
        self._keeping.settle(self._ask)

    def leave(self) -> None:
        """Back to the text; what was compared is let go of."""
        if self.shown:
            self._desktop.desk.show_middle(None)
            self.view.show_comparison(None, "")

    def _ask(self) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return
        self._asked, self._name = self._desktop.sheet.blocks(), lying.name
        ask = self._desktop.context.jobs.ask
        dossier = self._review.dossier
        if dossier is not None and dossier.waiting.action == "countercheck":
            ask("desk.owed", done=self._on_owed, key="compare", name=lying.name)
            return
        ask("desk.compared", done=self._on_compared, key="compare", name=lying.name, person=self._people.id)

    def _on_version_wanted(self, revision: str) -> None:
        """A version that the record names is looked at beside what stands there now."""
        self._keeping.settle(lambda: self._ask_version(revision))

    def _ask_version(self, revision: str) -> None:
        lying = self._desktop.sheet.article
        if lying is not None:
            self._asked, self._name = self._desktop.sheet.blocks(), lying.name
            ask = self._desktop.context.jobs.ask
            done = partial(self._on_version, revision)
            ask("desk.against", done=done, key="compare", name=lying.name, revision=revision)

    def _on_version(self, revision: str, answer: tuple[int, str, Comparison]) -> None:
        if self._typed_on(lambda: self._ask_version(revision)):
            return
        number, text, comparison = answer
        compared = Compared(comparison, read(text), self._asked)
        self._show(compared, words.against(number), countercheck=False)

    def _on_compared(self, answer: tuple[Before, Comparison | None]) -> None:
        if self._typed_on(self._ask):
            return
        before, comparison = answer
        dossier = self._review.dossier
        title = words.compared(before, dossier.timeline if dossier is not None else ())
        offered, self._offered = self._offered, False
        if offered and (comparison is None or not comparison.places):
            return
        compared = None
        if comparison is not None:
            compared = Compared(comparison, read(before.text), self._asked)
        self._show(compared, title, countercheck=False)

    def _on_owed(self, answer: tuple[str, Comparison] | None) -> None:
        if answer is None:
            self._desktop.status.tell(self.tr("Nothing waits for a countercheck."))
            return
        if self._typed_on(self._ask):
            return
        text, comparison = answer
        compared = Compared(comparison, read(text), self._asked)
        self._show(compared, self.tr("Changes that nobody else has seen"), countercheck=True)

    def _typed_on(self, ask: Callable[[], None]) -> bool:
        """Whether the text is another one than that which was compared; then it is asked again.

        Nothing more is asked when another article lies there.
        """
        lying = self._desktop.sheet.article
        if lying is None or lying.name != self._name:
            return True
        if self._desktop.sheet.blocks() == self._asked:
            return False
        self._keeping.settle(ask)
        return True

    def _show(self, compared: Compared | None, title: str, *, countercheck: bool) -> None:
        lying = self._desktop.sheet.article
        variant = lying.variant if lying is not None else "zh-CN"
        self.view.show_comparison(compared, title, variant=variant, countercheck=countercheck)
        self._desktop.desk.show_middle(self.view)
        self.view.setFocus()

    def _on_edit_wanted(self, block: int, offset: int) -> None:
        self.leave()
        self._desktop.sheet.select(block, offset, offset)

    def _on_all_confirmed(self) -> None:
        self._review.judge(Judgment("countercheck"))
        self.leave()
