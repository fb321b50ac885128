"""Which articles are listed: follows the place that is chosen and the search that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.records.articles import SEARCH, View
from ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.articles import Found, Hit, Row
    from ui.articles.pane import ArticlesPane
    from ui.jobs import Jobs
    from ui.sentences import Sentences

_COUNTS_AFTER = 200


class Browser(QObject):
    """Between the pane and the core; holds what is looked at, not how it looks."""

    counts_came = Signal(object)
    view_changed = Signal(object)
    shown = Signal()

    def __init__(
        self,
        pane: ArticlesPane,
        jobs: Jobs,
        sentences: Sentences,
        word_of: Callable[[View], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._jobs = jobs
        self._sentences = sentences
        self._word_of = word_of
        self.view = View("all")
        self.order = "updated"
        self.person = ""
        self._before_search: View | None = None
        self._after: int | None = None
        self._counts = QTimer(self)
        self._counts.setSingleShot(True)
        self._counts.setInterval(_COUNTS_AFTER)
        self._counts.timeout.connect(self._ask_counts)
        pane.list.articles.rows_wanted.connect(self._on_rows_wanted)
        pane.search_typed.connect(self._on_search_typed)
        pane.end_reached.connect(self._on_end_reached)

    def show_view(self, view: View) -> None:
        """Look somewhere else; a search is left."""
        if self._pane.search.text():
            self._before_search = None
            self._pane.clear_search()
        if view.kind == SEARCH:
            self.search(view.name)
            return
        self.view = view
        self._pane.list.articles.show_hits({})
        self._pane.say("")
        self.refresh()
        self.view_changed.emit(view)

    def search(self, query: str) -> None:
        """Search for something, as if it had been typed."""
        self._pane.search.setText(query)
        self._on_search_typed(query)
        self.view_changed.emit(self.view)

    def show_first(self, view: View, rows: Sequence[Row]) -> None:
        """What was looked at last time, before the core is there."""
        self.view = view
        self._pane.title.setText(self._word_of(view))
        self._pane.list.articles.show_ids([row.row for row in rows], rows=rows)
        self._pane.show_empty(empty=not rows)

    def refresh(self) -> None:
        """Read the list anew; the current article stays current."""
        self._pane.title.setText(self._word_of(self.view))
        if self.view.kind == SEARCH:
            self._search(self.view.name)
        else:
            self._jobs.ask("desk.listing", done=self._on_listed, key="listing", view=self.view, order=self.order)
        self._counts.start()

    def sort_by(self, order: str) -> None:
        """Another order."""
        if order != self.order:
            self.order = order
            self.refresh()

    def touched(self, articles: Sequence[str]) -> None:
        """Articles changed: their rows and the counts are read anew, and the list when it may hold others now."""
        self._pane.list.articles.forget_rows(articles)
        self.refresh()

    def _on_listed(self, answer: tuple[Sequence[int], Sequence[Row]]) -> None:
        numbers, rows = answer
        self._show(numbers, rows)

    def _show(self, numbers: Sequence[int], rows: Sequence[Row]) -> None:
        current = self._pane.list.currentIndex()
        row = self._pane.list.articles.row_at(current.row()) if current.isValid() else None
        top = self._pane.list.verticalScrollBar().value()
        self._pane.list.articles.show_ids(numbers, rows=rows)
        self._pane.count.setText(self.tr("%n article(s)", "", len(numbers)))
        self._pane.show_empty(empty=not numbers)
        if row is not None and self._pane.mark_current(row.name):
            self._pane.list.verticalScrollBar().setValue(top)
        self.shown.emit()

    def _on_rows_wanted(self, numbers: list[int]) -> None:
        self._jobs.ask("desk.rows", done=self._pane.list.articles.take_rows, wanted=tuple(numbers))

    def _ask_counts(self) -> None:
        self._jobs.ask("desk.counts", done=self.counts_came.emit, key="counts", person=self.person)

    def _on_search_typed(self, query: str) -> None:
        if not query:
            if self.view.kind == SEARCH:
                self.show_view(self._before_search or View("all"))
            return
        if self.view.kind != SEARCH:
            self._before_search = self.view
        self.view = View(SEARCH, query)
        self._pane.title.setText(self._word_of(self.view))
        self._search(query)

    def _search(self, query: str) -> None:
        self._after = None
        self._jobs.ask("texts.search", lane=Lane.TEXT, done=self._on_found, key="search", query=query)

    def _on_found(self, found: Found) -> None:
        self._after = found.after
        self._show(found.rows, ())
        more = "+" if found.after is not None else ""
        self._pane.count.setText(f"{len(found.rows)}{more}")
        told = [self._sentences.sentence(part.message, {"text": part.text}) for part in found.unclear]
        self._pane.say(" ".join(told))
        self._ask_hits(found.rows)

    def _ask_hits(self, rows: Sequence[int]) -> None:
        if rows:
            query = self.view.name
            self._jobs.ask("texts.hits", lane=Lane.TEXT, done=self._on_hits, key="hits", query=query, rows=tuple(rows))

    def _on_hits(self, hits: Sequence[Hit]) -> None:
        self._pane.list.articles.show_hits({hit.row: hit for hit in hits})

    def _on_end_reached(self) -> None:
        if self.view.kind == SEARCH and self._after is not None:
            after, self._after = self._after, None
            query = self.view.name
            self._jobs.ask("texts.search", lane=Lane.TEXT, done=self._on_more, key="search", query=query, after=after)

    def _on_more(self, found: Found) -> None:
        self._after = found.after
        self._pane.list.articles.add_ids(found.rows)
        self._ask_hits(found.rows)
