"""Converting the article on the desk, and going from one language version of it to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from ui.actions import Deed
from ui.converting.bars import variant_word
from ui.converting.variants_bar import STALE, StaleBanner, VariantsBar
from ui.converting.view import ConvertView
from ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout, QWidget

    from editor.records.articles import Loaded, Row, Stored
    from editor.records.converting import Accepted, Proposal
    from editor.service.messages import Failure
    from ui.converting.choosing import Choosing
    from ui.desktop import Desktop
    from ui.jobs import Job
    from ui.work.articles import ArticlesAtWork
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork

NEXT = "article.next_variant"
_SLOW = 500


def next_variant_deed() -> Deed:
    """From one language version to the next."""
    text = QCoreApplication.translate("Action", "Next language version")
    return Deed(NEXT, text, "Next language version", "article", ("Ctrl+Alt+E",), "languages")


class ConvertingAtWork(QObject):
    """Ctrl+T shows the conversion in the place of the text, as wide as there is room; Esc goes back to the text."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping, articles: ArticlesAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self._articles = articles
        self._name = ""
        self._kept = ""
        self._last: Choosing | None = None
        self._told = ""
        self._made_room: tuple[bool, bool, bool] | None = None
        look, actions = desktop.context.look, desktop.context.actions
        self.view = ConvertView(look, desktop.context.sentences.language, desktop.desk)
        self.view.hide()
        self.variants = VariantsBar(look)
        self.banner = StaleBanner()
        desktop.desk.add_tools([self.variants])
        _put_under_top(desktop.desk.layout(), self.banner)
        self.view.closed.connect(self.leave)
        self.view.hidden.connect(self._give_room_back)
        self.view.profile_chosen.connect(self._ask)
        self.view.again_wanted.connect(lambda: self._ask(self._profile()))
        self.view.accepted.connect(self._on_accepted)
        self.variants.variant_chosen.connect(articles.open)
        self.banner.again_wanted.connect(self.begin)
        actions["article.convert"].triggered.connect(self._on_triggered)
        if NEXT not in actions:
            actions.add(next_variant_deed(), self._on_next_variant)
        actions["view.search"].triggered.connect(self._on_search)
        desktop.navigation.places.view_chosen.connect(lambda _view: self.leave())
        desktop.sheet.opened.connect(self._on_opened)
        desktop.sheet.closed.connect(self._on_closed)
        keeping.stored.connect(self._on_stored)
        self._asked: Job | None = None
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._tell_slow)
        desktop.status.cancel_wanted.connect(self._on_cancel_wanted)

    @property
    def shown(self) -> bool:
        """Whether the conversion stands in the place of the text."""
        return self.view.isVisible()

    def _on_triggered(self) -> None:
        if self.shown:
            self.leave()
        else:
            self.begin()

    def _on_search(self) -> None:
        if self.shown:
            self.leave()
            self._desktop.articles.search.setFocus()

    def begin(self) -> None:
        """Convert the article on the desk; what was typed is kept first."""
        if self._desktop.sheet.article is not None:
            self._keeping.end(self._show)

    def leave(self) -> None:
        """Back to the text; nothing is kept, but what was decided is there again when one comes back."""
        if self.shown:
            self._desktop.desk.show_middle(None)
            self.view.wait()  # both texts, set in lines, are some MiB that nobody looks at

    def _show(self) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return
        self._name = lying.name
        last = self._last
        self._last = None
        same = last is not None and last.proposal.article == lying.article
        self.view.wait(last if same else None)
        self._make_room()
        self._desktop.desk.show_middle(self.view)
        self.view.setFocus()
        self._ask(last.proposal.profile if last is not None and same and lying.own else "", last if same else None)
        # Whoever will keep it loads its dictionaries while a person reads.
        self._desktop.context.jobs.ask("converting.ready", failed=lambda _failure: None, key="convert-ready")

    # Room: two columns of text need the whole width.

    def _make_room(self) -> None:
        window, articles, top = self._desktop.window, self._desktop.articles, _top_of(self._desktop.desk.layout())
        self._made_room = (window.inspector_shown, articles.isVisible(), top is not None)
        window.show_inspector(shown=False)
        articles.hide()
        self.banner.hide()
        if top is not None:
            top.hide()  # steps and judgments are of the text that is not in sight

    def _give_room_back(self) -> None:
        self._last = self.view.choosing or self._last
        if self._made_room is None or not isValid(self._desktop.window):  # the window is being taken down
            return
        inspector, articles, top = self._made_room
        self._made_room = None
        bar = _top_of(self._desktop.desk.layout())
        if top and bar is not None:
            bar.show()
        self._desktop.articles.setVisible(articles)
        self._desktop.window.show_inspector(shown=inspector)
        self._ask_variants()

    # Asking

    def _profile(self) -> str:
        choosing = self.view.choosing
        return choosing.proposal.profile if choosing is not None else ""

    def _ask(self, profile: str, last: Choosing | None = None) -> None:
        choosing = self.view.choosing or last
        self._slow.start()
        self._asked = self._desktop.context.jobs.ask(
            "converting.propose",
            lane=Lane.TEXT,
            done=self._on_proposed,
            failed=self._on_failed,
            key="convert",
            name=self._name,
            profile=profile,
            decisions=choosing.settled() if choosing is not None else (),
            always=choosing.pairs() if choosing is not None else (),
        )

    def _tell_slow(self) -> None:
        """It takes more than a moment (a long article, dictionaries that are read): say so, where it can be stopped."""
        self._desktop.status.show_progress(self.tr("Converting …"))

    def _answered(self) -> None:
        self._asked = None
        if not self._slow.isActive():
            self._desktop.status.show_progress("")
        self._slow.stop()

    def _on_cancel_wanted(self) -> None:
        if self._asked is not None:
            self._desktop.context.jobs.cancel(self._asked)
            self._answered()
            self.leave()

    def _on_proposed(self, proposal: Proposal) -> None:
        self._answered()
        if self.shown:
            self.view.show_proposal(proposal)
            self.view.setFocus()
            if self._told:
                self.view.fail(self._told)
            self._told = ""

    def _on_failed(self, failure: Failure) -> None:
        if self._asked is not None:
            self._answered()
        told = self._desktop.context.sentences.of_failure(failure)
        if self.shown and self.view.choosing is not None:
            self.view.fail(told)
            if failure.code == "source_changed" and not self._told:
                self._told = told  # it stays to be read while the text is converted again
                self._ask(self._profile())
            return
        self.leave()
        self._desktop.status.tell(told)

    def _on_accepted(self) -> None:
        choosing = self.view.choosing
        if choosing is None:
            return
        proposal = choosing.proposal
        left = len(choosing.asked) - choosing.done
        self._desktop.context.jobs.ask(
            "converting.accept",
            done=lambda accepted: self._on_kept(accepted, left),
            failed=self._on_failed,
            proposal=(proposal.name, proposal.profile, proposal.source),
            decisions=choosing.settled(),
            always=choosing.pairs(),
            person=self._people.id,
        )

    def _on_kept(self, accepted: Accepted, left: int) -> None:
        told = self.tr("Kept as {variant}")
        if left:
            told = self.tr("Kept as {variant}; {n} places were left as proposed")
        self._desktop.status.tell(told.format(variant=variant_word(accepted.variant), n=left))
        self._desktop.browser.refresh()
        if not self.shown:  # he went elsewhere in the meantime
            return
        self.view.choosing = None
        self._desktop.sheet.clear()  # also where the version itself lay there: it says something else now
        self._kept = accepted.name
        self._articles.open(accepted.name)

    # Versions

    def _on_opened(self, opened: Loaded) -> None:
        self.leave()
        if opened.name == self._kept:
            self._desktop.desk.body.setFocus()
        self._kept = ""
        self.banner.hide()
        self._ask_variants()

    def _on_closed(self) -> None:
        self.leave()
        self.variants.show_rows((), "")
        self.banner.hide()

    def _on_stored(self, stored: Stored) -> None:
        lying = self._desktop.sheet.article
        if lying is not None and stored.article == lying.article and len(self.variants.names()) > 1:
            self._ask_variants()

    def _on_next_variant(self) -> None:
        name = self.variants.next()
        if name:
            self._articles.open(name)

    def _ask_variants(self) -> None:
        lying = self._desktop.sheet.article
        if lying is not None:
            ask = self._desktop.context.jobs.ask
            ask(
                "converting.versions",
                done=self._on_rows,
                failed=lambda _failure: None,
                key="variants",
                article=lying.article,
            )

    def _on_rows(self, rows: Sequence[Row]) -> None:
        lying = self._desktop.sheet.article
        if lying is None or not rows or rows[0].article != lying.article:
            return
        self.variants.show_rows(rows, lying.name)
        here = next((row for row in rows if row.name == lying.name), None)
        self.banner.setVisible(here is not None and here.derived == STALE and not self.shown)


def _top_of(layout: QLayout | None) -> QWidget | None:
    """The bar on top of the desk."""
    item = layout.itemAt(0) if layout is not None else None
    return item.widget() if item is not None else None


def _put_under_top(layout: QLayout | None, widget: QWidget) -> None:
    insert = getattr(layout, "insertWidget", None)
    if insert is not None:
        insert(1, widget)
