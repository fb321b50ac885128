"""Lists for a window: which articles a view shows, the rows of some of them, how many there are in each view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.operations import searching
from editor.operations.glancing import shown
from editor.records.articles import (
    ALL,
    ARCHIVE,
    COLUMN,
    COUNT_LIMIT,
    MY_DRAFTS,
    MY_PUBLISHED,
    MY_RETURNED,
    MY_SUBMITTED,
    SEARCH,
    STATE_VIEWS,
    TRASH,
    View,
)
from editor.store import views

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.operations.desk import Desk
    from editor.records.articles import Row

MOST_FOUND = 2_000
"""A saved search as a list shows no more than this; the search box goes on page by page."""


def ids(
    desk: Desk,
    view: View,
    order: str = "updated",
    first: int | None = None,
    canceled: Callable[[], bool] = lambda: False,
) -> tuple[int, ...]:
    """Numbers of the rows of a view, in its order; the rows themselves are asked for in blocks (`rows`).

    Args:
        desk: Where.
        view: Which articles.
        order: updated, deadline, state or column (`ORDERS` of the records); a search's are newest first.
        first: At most so many, for the first screen; None = all.
        canceled: For a search: whether it is still wanted.
    """
    if view.kind == SEARCH:
        limit = MOST_FOUND if first is None else first
        return searching.search(desk, view.name, limit=limit, canceled=canceled).rows
    with desk.reading() as session:
        return tuple(views.ids(desk.library.raw, session.newsroom, view.kind, view.name, order, first))


def rows(desk: Desk, wanted: Sequence[int]) -> tuple[Row, ...]:
    """Some rows, in the order asked for; one that is gone since is left out."""
    with desk.reading():
        found = views.rows(desk.library.raw, wanted)
    return tuple(shown(found[number]) for number in wanted if number in found)


def rows_of(desk: Desk, article: str) -> tuple[Row, ...]:
    """The rows of every variant of an article, its own first; () when there is no such article."""
    with desk.reading() as session:
        question = "SELECT row FROM article WHERE newsroom = ? AND article = ? ORDER BY own DESC, variant"
        numbers = [row for (row,) in desk.library.raw.execute(question, (session.newsroom, article))]
        found = views.rows(desk.library.raw, numbers)
    return tuple(shown(found[number]) for number in numbers)


def columns(desk: Desk) -> tuple[str, ...]:
    """Names of the columns that articles on the desk stand in, "" for those that stand in none."""
    with desk.reading() as session:
        return tuple(views.columns(desk.library.raw, session.newsroom))


def counts(desk: Desk, person: str = "") -> dict[View, int]:
    """How many rows every view has, those of the person and of the columns included; none beyond `COUNT_LIMIT`.

    Searches are not counted: they would have to be made.
    """
    personal = [View(kind, person) for kind in (MY_DRAFTS, MY_SUBMITTED, MY_RETURNED, MY_PUBLISHED)]
    common = [View(kind) for kind in (*STATE_VIEWS, ALL, ARCHIVE, TRASH)]
    with desk.reading() as session:
        raw = desk.library.raw
        by_column = [View(COLUMN, name) for name in views.columns(raw, session.newsroom)]
        return {
            view: views.count(raw, session.newsroom, view.kind, view.name, COUNT_LIMIT)
            for view in (*personal, *common, *by_column)
        }


def opened(desk: Desk, article: str) -> Changes:
    """Remember that an article was opened here: its rows are not unread any more."""
    if desk.library.read_only:
        return Changes()
    with desk.writing() as session:
        question = "UPDATE article SET opened_at = ? WHERE newsroom = ? AND article = ?"
        desk.library.raw.execute(question, (session.stamp(), session.newsroom, article))
    return Changes(articles=frozenset({article}))
