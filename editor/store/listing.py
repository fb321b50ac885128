"""The projection for lists: one row for each variant of an article, made from its entries and drafts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from editor.store import tables

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list.

    Attributes:
        own: Whether this variant is the article's own (the others are named ``ID@variant``).
        authors: Byline as plain records (name, role, label).
        revision: Id of the revision shown, "" for a draft that never was one.
    """

    newsroom: str
    article: str
    variant: str
    own: bool
    number: str
    headline: str
    column: str
    authors: tuple[dict[str, Any], ...]
    state: str
    revision: str
    updated_at: str

    @property
    def name(self) -> str:
        """Id as commands write it: the article for its own variant, else ``ID@variant``."""
        return self.article if self.own else f"{self.article}@{self.variant}"


def put(connection: sa.Connection, row: ListRow) -> None:
    """Write a row over the one that was there."""
    values = {
        "newsroom": row.newsroom,
        "article": row.article,
        "variant": row.variant,
        "own": int(row.own),
        "number": row.number,
        "headline": row.headline,
        "column_name": row.column,
        "authors": json.dumps(row.authors, ensure_ascii=False, separators=(",", ":")),
        "state": row.state,
        "revision": row.revision,
        "updated_at": row.updated_at,
    }
    statement = insert(tables.article).values(values)
    keys = ("newsroom", "article", "variant")
    changed = {name: statement.excluded[name] for name in values if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))


def _authors(stored: str) -> tuple[dict[str, Any], ...]:
    """Byline of a row; a damaged one is none, since the list is made anew from the entries anyway."""
    try:
        found = json.loads(stored)
    except ValueError:
        return ()
    return tuple(item for item in found if isinstance(item, dict)) if isinstance(found, list) else ()


def _rows(found: Iterable[Any]) -> list[ListRow]:
    return [
        ListRow(
            newsroom=str(row.newsroom),
            article=str(row.article),
            variant=str(row.variant),
            own=bool(row.own),
            number=str(row.number),
            headline=str(row.headline),
            column=str(row.column_name),
            authors=_authors(str(row.authors)),
            state=str(row.state),
            revision=str(row.revision),
            updated_at=str(row.updated_at),
        )
        for row in found
    ]


def every(connection: sa.Connection, newsroom: str) -> list[ListRow]:
    """All rows in the order in which the articles were taken in, an article's own variant first."""
    t = tables.article.c
    order = (t.article, t.own.desc(), t.variant)
    return _rows(connection.execute(sa.select(tables.article).where(t.newsroom == newsroom).order_by(*order)))


def of_article(connection: sa.Connection, newsroom: str, article: str) -> list[ListRow]:
    """Rows of one article, its own variant first."""
    t = tables.article.c
    question = sa.select(tables.article).where(t.newsroom == newsroom, t.article == article)
    return _rows(connection.execute(question.order_by(t.own.desc(), t.variant)))


def articles_named(connection: sa.Connection, newsroom: str, name: str) -> list[str]:
    """Ids of the articles that an id or a 稿号 names."""
    t = tables.article.c
    question = (
        sa.select(t.article)
        .where(t.newsroom == newsroom, sa.or_(t.article == name, t.number == name))
        .distinct()
        .order_by(t.article)
    )
    return list(connection.execute(question).scalars())


def numbers_with(connection: sa.Connection, newsroom: str, beginning: str) -> list[str]:
    """稿号 that begin so."""
    t = tables.article.c
    question = sa.select(t.number).where(t.newsroom == newsroom, t.number.startswith(beginning, autoescape=True))
    return list(connection.execute(question.distinct()).scalars())


def articles_with_revisions(connection: sa.Connection, newsroom: str) -> list[str]:
    """Ids of the articles that are more than a draft, in the order in which they were taken in."""
    t = tables.article.c
    question = sa.select(t.article).where(t.newsroom == newsroom, t.revision != "").distinct().order_by(t.article)
    return list(connection.execute(question).scalars())


def mark_sent(connection: sa.Connection, newsroom: str, article: str, variant: str) -> None:
    """Show a variant that was delivered as published."""
    question = (
        "UPDATE article SET state = 'sent' WHERE newsroom = ? AND article = ? AND variant = ? AND state = 'approved'"
    )
    connection.exec_driver_sql(question, (newsroom, article, str(variant)))
