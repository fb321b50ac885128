"""Rows and index of articles that are behind their drafts are made true: in idle moments and before a search."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.operations import articles, projection
from editor.store import indexing

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.operations.desk import Desk, Session

BATCH = 50
"""Articles of one unit of work: some 20 ms, so that typing that wants the library never waits longer."""
LARGE_BATCH = 500
"""The same where somebody waits for all of them."""

# What was typed here in an article that was opened here is not news here.
_READ = """UPDATE article SET opened_at = updated_at
WHERE newsroom = ? AND article = ? AND opened_at != '' AND CAST(strftime('%s', opened_at) AS INTEGER) < updated
AND updated_at = (SELECT saved_at FROM draft WHERE draft.newsroom = article.newsroom
    AND draft.article = article.article AND draft.variant = article.variant)"""


def behind(desk: Desk) -> int:
    """How many articles are behind."""
    with desk.reading() as session:
        return _behind(session)


def _behind(session: Session) -> int:
    question = "SELECT count(*) FROM stale WHERE newsroom = ?"
    return int(session.desk.library.raw.execute(question, (session.newsroom,)).fetchone()[0])


def catch_up(
    desk: Desk, limit: int | None = None, canceled: Callable[[], bool] = lambda: False, *, batch: int = BATCH
) -> int:
    """Make rows and index true, a batch of articles a unit of work; returns how many are still behind.

    A library that can only be read stays as it is. An article that cannot be read keeps its old row, and does not
    hold up the others; ``verify`` names it.

    Args:
        desk: Where.
        limit: At most so many articles; None = all.
        canceled: Asked between the units of work.
        batch: Articles of one unit.
    """
    if desk.library.read_only or not _to_do(desk):
        return behind(desk)
    done, broken = 0, False
    while not canceled() and (limit is None or done < limit):
        size = batch if limit is None else min(batch, limit - done)
        try:
            found = _bring_up(desk, size)
        except (EditorError, sqlite3.DatabaseError) as error:
            if broken or not indexing.damaged(error.__cause__ or error):
                raise
            broken, found = True, size
            with desk.writing():
                indexing.empty(desk.library.raw)
        done += found
        if found < size:
            break
    return behind(desk)


def _bring_up(desk: Desk, size: int) -> int:
    """One unit of work; returns how many articles it brought up."""
    with desk.writing() as session:
        found = _batch(session, size)
        for article in found:
            _refresh(session, article)
    return len(found)


def _to_do(desk: Desk) -> bool:
    """Whether there is anything to write: a search must not wait for a lock that it does not need."""
    with desk.reading() as session:
        return _behind(session) > 0 or indexing.outdated(desk.library.raw)


def _batch(session: Session, size: int) -> list[str]:
    raw = session.desk.library.raw
    if indexing.outdated(raw):
        indexing.empty(raw)
    # Newest first: what somebody has just begun is looked for sooner than what an update left to be read again.
    question = "SELECT article FROM stale WHERE newsroom = ? ORDER BY article DESC LIMIT ?"
    return [str(article) for (article,) in raw.execute(question, (session.newsroom, size))]


def _refresh(session: Session, article: str) -> None:
    raw = session.desk.library.raw
    try:
        projection.refresh(session, article, articles.of_article(session, article), guarded=False)
    except EditorError as error:
        if error.code == "article_unknown":  # neither an entry nor a draft: a row of nothing
            projection.drop_rows(session, article, [])
        raw.execute("DELETE FROM stale WHERE newsroom = ? AND article = ?", (session.newsroom, article))
    raw.execute(_READ, (session.newsroom, article))


def rebuild(desk: Desk, canceled: Callable[[], bool] = lambda: False) -> int:
    """Make every row and the whole index anew from entries and drafts; returns how many are still behind.

    What this computer alone knows (archive, waste bin, opened) stays.
    """
    with desk.writing() as session:
        indexing.empty(session.desk.library.raw)
    left = catch_up(desk, canceled=canceled, batch=LARGE_BATCH)
    if not left:
        _merge(desk, canceled)
    return left


def _merge(desk: Desk, canceled: Callable[[], bool]) -> None:
    """Make one piece of the index, some milliseconds a unit of work, so that nobody who types waits for it."""
    begin, more = True, True
    while more and not canceled():
        with desk.writing():
            more = indexing.merge(desk.library.raw, begin=begin)
        begin = False
