"""Drafts: one mutable row for each variant of an article that somebody writes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from editor.errors import EditorError
from editor.store import tables
from editor.store.asking import ask

if TYPE_CHECKING:
    from editor.store.library import Library


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is writing.

    Attributes:
        text: JSON of slip, Markdown and where they came from (see `operations.content`).
        base: Id of the revision that it goes on from, "" when there is none.
        author: Person who writes, "" before the newsroom knows him.
        saved_at: ISO 8601.
    """

    newsroom: str
    article: str
    variant: str
    text: str
    base: str
    author: str
    saved_at: str


_SAVE = """INSERT INTO draft (newsroom, article, variant, text, base, author, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (newsroom, article, variant) DO UPDATE
SET text = excluded.text, base = excluded.base, author = excluded.author, saved_at = excluded.saved_at"""


def save(library: Library, draft: Draft) -> None:
    """Save a draft durably; on a full disk the reserved space is given back for it once.

    Raises:
        EditorError: See `Library.write`.
    """
    try:
        _save(library, draft)
    except EditorError as error:
        if error.code != "library_full" or not library.free_reserve():
            raise
        _save(library, draft)


def _save(library: Library, draft: Draft) -> None:
    values = (draft.newsroom, draft.article, draft.variant, draft.text, draft.base, draft.author, draft.saved_at)
    with library.write():
        library.raw.execute(_SAVE, values)  # the hot path of typing: no statement is built for it


def find(connection: sa.Connection, newsroom: str, article: str) -> dict[str, Draft]:
    """Drafts of an article by variant."""
    columns = "newsroom, article, variant, text, base, author, saved_at"
    question = f"SELECT {columns} FROM draft WHERE newsroom = ? AND article = ? ORDER BY variant"  # noqa: S608
    return {str(row[2]): Draft(*map(str, row)) for row in ask(connection, question, (newsroom, article))}


def drop(connection: sa.Connection, draft: Draft) -> None:
    """Forget a draft that became a revision."""
    t = tables.draft.c
    connection.execute(
        sa.delete(tables.draft).where(
            t.newsroom == draft.newsroom, t.article == draft.article, t.variant == draft.variant
        )
    )
