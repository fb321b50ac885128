"""Searching: rows that a query finds, newest first and page by page, and how to show them."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from editor.article import slip_from_plain
from editor.errors import EditorError
from editor.markup.reader import read
from editor.operations import keeping_up, projection
from editor.operations.content import from_draft
from editor.records.articles import Found, Hit, Span, Unclear
from editor.store import indexing, searching
from editor.store.folding import spans
from editor.store.query import Query, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.article import Slip
    from editor.operations.desk import Desk, Session

PAGE = 50
AT_ONCE = 50
"""Articles behind their drafts that are read before a search; more (after an update) are read in idle moments."""
_BEFORE, _AFTER = 16, 44
_SENTENCE_ENDS = "。！？；\n"


def search(
    desk: Desk,
    text: str,
    *,
    after: int | None = None,
    limit: int = PAGE,
    places: tuple[str, ...] = ("", "archive"),
    canceled: Callable[[], bool] = lambda: False,
) -> Found:
    """Find what a query asks for (`store.query`); a query that asks for nothing finds nothing.

    Args:
        desk: Where.
        text: As typed.
        after: ``after`` of the page before.
        limit: Most rows of this page.
        places: "" the desk, ``archive``, ``trash``.
        canceled: Asked all the time while the index is read; the next key says yes.

    A damaged index finds nothing, says how many articles are to be read again, and is made anew from then on.
    """
    behind = _caught_up(desk, canceled) if after is None else 0
    with desk.reading() as session:
        query = _query(session, text)
        unclear = tuple(Unclear(message, part) for message, part in query.unclear)
        if not query.asks:
            return Found((), None, unclear=unclear, behind=behind)
        try:
            page = searching.page(desk.library.raw, session.newsroom, query, places, after, limit, canceled)
            return Found(page.rows, page.after, page.canceled, unclear, behind)
        except sqlite3.DatabaseError as error:
            if not indexing.damaged(error) or desk.library.read_only:
                raise
    with desk.writing():
        indexing.give_up(desk.library.raw)
        indexing.empty(desk.library.raw)
    return Found((), None, unclear=unclear, behind=keeping_up.behind(desk))


def _caught_up(desk: Desk, canceled: Callable[[], bool]) -> int:
    try:
        return keeping_up.catch_up(desk, AT_ONCE, canceled)
    except EditorError:  # locked or full: what is in the index can be searched all the same, and it is told
        return keeping_up.behind(desk)


def hits(desk: Desk, text: str, rows: Sequence[int]) -> tuple[Hit, ...]:
    """How some rows that were found are shown: headline and a piece of the text, the places found in both.

    A row whose text is gone since is left out.
    """
    with desk.reading() as session:
        query = _query(session, text)
        found = [_hit(session, query, row) for row in rows]
    return tuple(hit for hit in found if hit is not None)


def marks(desk: Desk, query: str, text: str) -> tuple[Span, ...]:
    """Places of the words of a query in any text, in whatever script it is."""
    with desk.reading() as session:
        words = _query(session, query).words
    return tuple(Span(*place) for place in spans(text, words))


def _query(session: Session, text: str) -> Query:
    return parsed(text, session.desk.clock().date())


def _hit(session: Session, query: Query, row: int) -> Hit | None:
    found = _slip_and_text(session, row)
    if found is None:
        return None
    slip, markdown = found
    headline = tuple(Span(*place) for place in spans(slip.headline, (*query.words, *query.letters)))
    body = projection.body_text(read(markdown))
    places = spans(body, query.words)
    if not places and slip.summary and (in_summary := spans(slip.summary, query.words)):
        body, places = slip.summary, in_summary
    start, end = _window(body, places)
    snippet = body[start:end].replace("\n", " ")
    inside = tuple(Span(first - start, last - start) for first, last in places if first >= start and last <= end)
    return Hit(row, slip.headline, headline, snippet, inside, start > 0, end < len(body))


def _window(body: str, places: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the snippet begins and ends: round the first place found, from the start of its sentence if near."""
    if not places:
        return 0, min(len(body), _BEFORE + _AFTER)
    first, last = places[0]
    start = max(0, first - _BEFORE)
    sentence = max(body.rfind(mark, start, first) for mark in _SENTENCE_ENDS) + 1
    start = sentence or start
    return start, min(len(body), max(last, start + _BEFORE + _AFTER))


def _slip_and_text(session: Session, row: int) -> tuple[Slip, str] | None:
    """What stands there now: the draft, else the revision shown; read without judging its history."""
    raw = session.desk.library.raw
    known = raw.execute("SELECT newsroom, article, variant, revision FROM article WHERE row = ?", (row,)).fetchone()
    if known is None:
        return None
    *where, revision = known
    draft = raw.execute(
        "SELECT text FROM draft WHERE newsroom = ? AND article = ? AND variant = ?", tuple(where)
    ).fetchone()
    try:
        if draft is not None:
            content = from_draft(where[2], draft[0])
            return content.slip, content.text
        entry = raw.execute("SELECT body FROM entry WHERE newsroom = ? AND id = ?", (where[0], revision)).fetchone()
        body = json.loads(entry[0]) if entry is not None else {}
    except (EditorError, ValueError):
        return None
    slip, text = body.get("slip"), body.get("text")
    return slip_from_plain(slip if isinstance(slip, dict) else {}), text if isinstance(text, str) else ""
