"""The projection for lists: one row for each variant of an article, made from its entries and drafts."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from editor.store import tables
from editor.store.asking import ask, ask_about
from editor.store.dates import moment
from editor.store.views import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable


_AWAITED = ("level1", "level2", "level3")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list.

    Attributes:
        own: Whether this variant is the article's own (the others are named ``ID@variant``).
        authors: Byline as plain records (name, role, label).
        revision: Id of the revision shown, "" for a draft that never was one.
        summary: Summary of the slip, else the first line of the body.
        writer: Person who writes or wrote the text; submitter, returned_to: persons too; "" = nobody.
        derived: "" for an article's own text, else ``current`` or ``stale``.
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
    summary: str = ""
    origin: str = ""
    deadline: str = ""
    publish_at: str = ""
    images: int = 0
    characters: int = 0
    writer: str = ""
    submitter: str = ""
    returned_to: str = ""
    derived: str = ""

    @property
    def name(self) -> str:
        """Id as commands write it: the article for its own variant, else ``ID@variant``."""
        return self.article if self.own else f"{self.article}@{self.variant}"


_KEYS = ("newsroom", "article", "variant")
_MADE = (
    *("own", "number", "headline", "column_name", "authors", "state", "revision", "updated_at", "summary", "origin"),
    *("deadline", "publish_at", "images", "characters", "writer", "submitter", "returned_to", "derived"),
    *("updated", "due", "step"),
)
# `place` and `opened_at` belong to this computer and stay; but what waits for somebody lies on the desk.
_PUT = f"""INSERT INTO article ({", ".join((*_KEYS, *_MADE, "place"))})
VALUES ({", ".join("?" * (len(_KEYS) + len(_MADE)))},
    coalesce((SELECT max(+place) FROM article WHERE newsroom = ? AND article = ?), ''))
ON CONFLICT (newsroom, article, variant) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _MADE)},
    place = CASE WHEN excluded.state IN {_AWAITED} THEN '' ELSE place END"""  # noqa: S608
_ROW = "SELECT row FROM article WHERE newsroom = ? AND article = ? AND variant = ?"


def put(connection: sa.Connection, row: ListRow) -> int:
    """Write a row over the one that was there; returns its number."""
    stored = dataclasses.asdict(row)
    stored["column_name"] = row.column
    stored["authors"] = json.dumps(row.authors, ensure_ascii=False, separators=(",", ":"))
    stored["own"] = int(row.own)
    stored["updated"] = moment(row.updated_at) or 0
    stored["due"] = moment(row.deadline)
    stored["step"] = STEPS.index(row.state) if row.state in STEPS else 0
    values = [*(stored[name] for name in (*_KEYS, *_MADE)), row.newsroom, row.article]
    storable = (value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for value in values)
    connection.exec_driver_sql(_PUT, tuple(storable))
    return int(connection.exec_driver_sql(_ROW, (row.newsroom, row.article, str(row.variant))).scalar_one())


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
            summary=str(row.summary),
            origin=str(row.origin),
            deadline=str(row.deadline),
            publish_at=str(row.publish_at),
            images=int(row.images),
            characters=int(row.characters),
            writer=str(row.writer),
            submitter=str(row.submitter),
            returned_to=str(row.returned_to),
            derived=str(row.derived),
        )
        for row in found
    ]


def every(connection: sa.Connection, newsroom: str, *, trash: bool = True) -> list[ListRow]:
    """All rows in the order in which the articles were taken in, an article's own variant first.

    ``trash``: also what lies in the waste bin of this computer.
    """
    t = tables.article.c
    question = sa.select(tables.article).where(t.newsroom == newsroom)
    if not trash:
        question = question.where(t.place != "trash")
    return _rows(connection.execute(question.order_by(t.article, t.own.desc(), t.variant)))


def of_article(connection: sa.Connection, newsroom: str, article: str) -> list[ListRow]:
    """Rows of one article, its own variant first."""
    t = tables.article.c
    question = sa.select(tables.article).where(t.newsroom == newsroom, t.article == article)
    return _rows(connection.execute(question.order_by(t.own.desc(), t.variant)))


def named(
    connection: sa.Connection, newsroom: str, articles: Iterable[str]
) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Article and variant → name as commands write it, 稿号, headline."""
    question = "SELECT article, variant, own, number, headline FROM article WHERE newsroom = ? AND article IN ({})"
    return {
        (article, variant): (article if own else f"{article}@{variant}", number, headline)
        for article, variant, own, number, headline in ask_about(connection, question, newsroom, articles)
    }


def withdrawn(connection: sa.Connection, newsroom: str, articles: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Which of some articles are withdrawn: article and variant."""
    question = "SELECT article, variant FROM article WHERE newsroom = ? AND article IN ({}) AND state = 'withdrawn'"
    found = ask_about(connection, question, newsroom, articles)
    return frozenset((str(article), str(variant)) for article, variant in found)


def articles_named(connection: sa.Connection, newsroom: str, name: str) -> list[str]:
    """Ids of the articles that an id or a 稿号 names."""
    # Two questions, each answered by an index; with OR or an order of its own SQLite reads the whole library.
    question = """SELECT article FROM article WHERE newsroom = ? AND article = ?
        UNION ALL SELECT article FROM article WHERE newsroom = ? AND number = ?"""
    found = connection.exec_driver_sql(question, (newsroom, name, newsroom, name)).fetchall()
    return sorted({str(row[0]) for row in found})


def highest_number(connection: sa.Connection, newsroom: str, beginning: str) -> int:
    """The highest figure that follows a beginning in any 稿号, 0 when there is none."""
    question = """SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM article
        WHERE newsroom = ? AND number >= ? AND number < ?"""  # LIKE would not use the index
    values = (len(beginning) + 1, newsroom, beginning, beginning + "\U0010ffff")
    return int(connection.exec_driver_sql(question, values).scalar() or 0)


def numbers_ending(connection: sa.Connection, newsroom: str, end: str) -> list[str]:
    """Ids of the articles whose 稿号 ends with these characters after a dash."""
    question = "SELECT DISTINCT article FROM article WHERE newsroom = ? AND number LIKE ? ESCAPE '!' LIMIT 5"
    escaped = end.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    found = connection.exec_driver_sql(question, (newsroom, f"%-{escaped}")).fetchall()
    return [str(row[0]) for row in found]


def articles_with_revisions(connection: sa.Connection, newsroom: str) -> list[str]:
    """Ids of the articles that are more than a draft, in the order in which they were taken in."""
    t = tables.article.c
    question = sa.select(t.article).where(t.newsroom == newsroom, t.revision != "").distinct().order_by(t.article)
    return list(connection.execute(question).scalars())


def mark_sent(connection: sa.Connection, newsroom: str, article: str, variant: str) -> None:
    """Show a variant that was delivered as published."""
    question = """UPDATE article SET state = 'sent', step = ?
        WHERE newsroom = ? AND article = ? AND variant = ? AND state = 'approved'"""
    ask(connection, question, (STEPS.index("sent"), newsroom, article, str(variant)))


def drop_others(connection: sa.Connection, newsroom: str, article: str, variants: list[str]) -> list[int]:
    """Remove the rows of variants that are not there any more; returns their numbers."""
    question = "SELECT row, variant FROM article WHERE newsroom = ? AND article = ?"
    rows = connection.exec_driver_sql(question, (newsroom, article)).fetchall()
    gone = [int(row) for row, variant in rows if variant not in variants]
    for row in gone:
        connection.exec_driver_sql("DELETE FROM article WHERE row = ?", (row,))
    return gone
