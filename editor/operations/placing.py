"""Archive and waste bin hide articles on this computer, no more than that; only a draft can be deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, projection
from editor.records.articles import Moved
from editor.store import drafts, history
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.operations.desk import Desk, Session

PLACES = ("", "archive", "trash")
_AWAITED = frozenset({"level1", "level2", "level3", "approved"})


def place(desk: Desk, wanted: Iterable[str], where: str) -> Moved:
    """Put articles into the archive or the waste bin, or back on the desk; every variant of an article goes along.

    What waits for a reviewer or is signed and not out yet stays on the desk: hidden, it would be forgotten. An article
    that is submitted later comes back by itself.

    Args:
        desk: Where.
        wanted: Ids of articles; those that cannot go are told apart, the others go.
        where: "" the desk, ``archive``, ``trash``.
    """
    if where not in PLACES:
        raise ValueError(where)
    return _each(desk, wanted, lambda session, article: _placed(session, article, where))


def delete_drafts(desk: Desk, wanted: Iterable[str]) -> Moved:
    """Delete drafts for good, local history included; only what lies in the waste bin and never became a revision.

    Files that were kept with them (pictures, originals) stay: other articles may show the same.
    """
    return _each(desk, wanted, _deleted)


def _each(desk: Desk, wanted: Iterable[str], act: Callable[[Session, str], str]) -> Moved:
    done: list[str] = []
    refused: list[tuple[str, str]] = []
    with desk.writing() as session:
        for article in dict.fromkeys(wanted):
            code = act(session, article)
            if code:
                refused.append((article, code))
            else:
                done.append(article)
    return Moved(tuple(done), tuple(refused), Changes(articles=frozenset(done)))


def _rows(session: Session, article: str) -> list[tuple[str, str]]:
    question = "SELECT state, place FROM article WHERE newsroom = ? AND article = ?"
    return session.desk.library.raw.execute(question, (session.newsroom, article)).fetchall()


def _placed(session: Session, article: str, where: str) -> str:
    rows = _rows(session, article)
    if not rows:
        return "article_unknown"
    if where and any(state in _AWAITED for state, _ in rows):
        return "place_awaited"
    question = "UPDATE article SET place = ? WHERE newsroom = ? AND article = ?"
    session.desk.library.raw.execute(question, (where, session.newsroom, article))
    return ""


def _deleted(session: Session, article: str) -> str:
    try:
        sheets = articles.of_article(session, article)
    except EditorError as error:
        return error.code
    if any(sheet.case.history.of_kind(Kind.REVISION) for sheet in sheets.values()):
        return "delete_signed"
    if any(there != "trash" for _, there in _rows(session, article)):
        return "delete_not_in_trash"
    connection, raw = session.connection, session.desk.library.raw
    for sheet in sheets.values():
        if sheet.draft is not None:
            drafts.drop(connection, sheet.draft)
    projection.drop_rows(session, article, [])
    history.forget(raw, session.newsroom, article)
    raw.execute("DELETE FROM stale WHERE newsroom = ? AND article = ?", (session.newsroom, article))
    return ""
