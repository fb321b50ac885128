"""Drafts: one mutable row for each variant of an article that somebody writes on, and the bytes that articles keep."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

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


def keep_bytes(connection: sa.Connection, newsroom: str, content: bytes, mime: str) -> str:
    """Keep a file (a picture, an original) once; returns its id, the sha256 of the bytes in hex."""
    identifier = hashlib.sha256(content).hexdigest()
    connection.execute(
        insert(tables.asset)
        .values(newsroom=newsroom, id=identifier, size=len(content), mime=mime, bytes=content)
        .on_conflict_do_nothing()
    )
    return identifier


def kept_bytes(connection: sa.Connection, newsroom: str, identifier: str) -> tuple[str, bytes] | None:
    """MIME type and bytes of a kept file, or None when it is not here."""
    t = tables.asset.c
    question = sa.select(t.mime, t.bytes).where(t.newsroom == newsroom, t.id == identifier)
    row = connection.execute(question).first()
    return (row.mime, row.bytes) if row is not None else None


def found_newsroom(connection: sa.Connection, newsroom: str) -> None:
    """Hand everything that was written before there was a newsroom over to it."""
    ours = (tables.draft, tables.asset, tables.article, tables.export_job, tables.stale, tables.kept)
    for table in (*ours, tables.saved_search, tables.preference, tables.target):
        connection.execute(sa.update(table).where(table.c.newsroom == "").values(newsroom=newsroom))


def delivered(connection: sa.Connection, newsroom: str, article: str) -> frozenset[str]:
    """Revisions of an article that this computer has delivered somewhere."""
    question = """SELECT revision FROM export_job
        WHERE newsroom = ? AND article = ? AND action = 'put' AND state = 'done'"""
    return frozenset(row[0] for row in ask(connection, question, (newsroom, article)))


def delivered_variants(connection: sa.Connection, newsroom: str, article: str, destination: str) -> frozenset[str]:
    """Variants of an article that were delivered to a place."""
    question = "SELECT variant FROM export_job WHERE newsroom = ? AND article = ? AND destination = ?"
    values = (newsroom, article, destination)
    return frozenset(row[0] for row in ask(connection, question, values))


def delivered_at(connection: sa.Connection, newsroom: str, article: str, destination: str) -> frozenset[str]:
    """Revisions of an article that this computer has delivered to one place."""
    question = """SELECT revision FROM export_job WHERE newsroom = ? AND article = ? AND destination = ?
        AND action = 'put' AND state = 'done'"""
    values = (newsroom, article, destination)
    return frozenset(row[0] for row in ask(connection, question, values))


def has_bytes(connection: sa.Connection, newsroom: str, identifier: str) -> bool:
    """Whether a file is kept here."""
    t = tables.asset.c
    question = sa.select(t.id).where(t.newsroom == newsroom, t.id == identifier)
    return connection.execute(question).first() is not None


_TAKEN = (
    """SELECT {key} AS taken, article FROM {table} WHERE newsroom = ? AND json_valid({text}) AND taken IS NOT NULL"""
)
_WHERE = ("$.entered.original", "$.entered.made_from", "$.original.original", "$.original.made_from")


def taken_in(connection: sa.Connection, newsroom: str) -> dict[str, list[str]]:
    """sha256 of each file that was taken in → the articles that it became, as far as their texts still name it."""
    found: dict[str, dict[str, None]] = {}
    for table, text, more in (("draft", "text", ""), ("entry", "body", " AND kind = 'revision'")):
        for path in _WHERE:
            key = f"CASE WHEN json_valid({text}) THEN json_extract({text}, '{path}') END"
            question = _TAKEN.format(key=key, table=table, text=text) + more
            for taken, article in connection.exec_driver_sql(question, (newsroom,)):
                found.setdefault(str(taken), {})[article] = None
    return {taken: list(articles) for taken, articles in found.items()}
