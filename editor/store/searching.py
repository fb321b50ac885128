"""Asking the index: a query becomes one statement that gives places in the order of dates, newest first, lazily."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from editor.store import indexing

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.store.query import Condition, Query

MOST_PAIRS = 16
"""A long quotation is told apart by some of its pairs; the text itself confirms it anyway."""
STEPS = 500
"""Steps of the database between two questions whether somebody still waits."""
_FIELDS = {"author": "authors", "source": "origin", "column": "column_name"}


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows found, newest first; ``after`` goes on from there, None = there is no more."""

    rows: tuple[int, ...]
    after: int | None
    canceled: bool


@dataclass
class _Statement:
    """The parts of a statement: tables in the order in which they are read, conditions, values in that order.

    Attributes:
        key: The place in the order of dates, as the first table has it.
        pairs: What the index is asked for.
    """

    key: str
    tables: list[str]
    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    pairs: frozenset[str] = frozenset()

    def ask(self, condition: str, *values: Any) -> None:
        self.conditions.append(condition)
        self.values.extend(values)

    def whole(self, limit: int) -> tuple[str, list[Any]]:
        """The statement and its values."""
        tables, conditions = " CROSS JOIN ".join(self.tables), " AND ".join(self.conditions)
        text = f"SELECT searched.key, article.row FROM {tables} WHERE {conditions} ORDER BY {self.key} DESC LIMIT ?"  # noqa: S608
        return text, [*self.values, limit]


def page(
    raw: sqlite3.Connection,
    newsroom: str,
    query: Query,
    places: tuple[str, ...],
    after: int | None,
    limit: int,
    canceled: Callable[[], bool],
) -> Page:
    """One page of what a query finds.

    Args:
        raw: The driver's connection, inside a transaction.
        newsroom: Whose articles.
        query: What is asked for.
        places: Where to look: "" the desk, ``archive``, ``trash``.
        after: ``after`` of the page before, None for the first.
        limit: Most rows of a page.
        canceled: Asked every few hundred steps of the database; when it says yes, what was found until then is given.
    """
    statement = _statement(raw, query, after)
    marks = ", ".join("?" * len(places))
    statement.ask(f"article.newsroom = ? AND article.place IN ({marks})", newsroom, *places)
    _confirm(statement, query)
    text, values = statement.whole(limit)
    keys: list[int] = []
    rows: list[int] = []
    broken_off = False
    raw.set_progress_handler(lambda: int(canceled()), STEPS)
    try:
        for key, row in raw.execute(text, values):
            keys.append(key)
            rows.append(row)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        broken_off = True
    finally:
        raw.set_progress_handler(None, 0)
    more = keys[-1] if keys and (broken_off or len(keys) == limit) else None
    return Page(tuple(rows), more, broken_off)


def _statement(raw: sqlite3.Connection, query: Query, after: int | None) -> _Statement:
    statement = _lead(query)
    key = statement.key
    if after is not None:
        statement.ask(f"{key} < ?", after)
    if query.until is not None:
        statement.ask(f"{key} <= ? AND searched.dated < ?", indexing.last_key(raw, query.until), query.until)
    if query.since is not None:
        statement.ask(f"{key} >= ? AND searched.dated >= ?", indexing.first_key(raw, query.since), query.since)
    for letter in query.letters:
        statement.ask("instr(searched.headline, ?) > 0", letter)
    _fields(statement, query)
    return statement


def _lead(query: Query) -> _Statement:
    """The statement with the table that is read first."""
    found = _pairs(query)
    numbers = [item.value for item in query.conditions if item.field == "number" and not item.without]
    if found:
        statement = _Statement("found.rowid", ["found", "searched", "article"], pairs=frozenset(found))
        statement.ask("found MATCH ?", " AND ".join(f'"{pair}"' for pair in found))
        statement.ask("searched.key = found.rowid AND article.row = searched.row")
    elif len(numbers) == 1:  # few articles have it: they are sorted
        statement = _Statement("searched.key", ["article", "searched"])
        one = "(article.number >= ? AND article.number < ?)"
        bounds = [bound for form in (numbers[0], numbers[0].upper()) for bound in (form, form + "\U0010ffff")]
        statement.ask(f"({one} OR {one})", *bounds)
        statement.ask("searched.row = article.row")
    else:
        statement = _Statement("searched.key", ["searched", "article"])
        statement.ask("article.row = searched.row")
    return statement


def _pairs(query: Query) -> list[str]:
    """Pairs that an article must hold, of every word some, at most sixteen."""
    each = [indexing.pairs(word) for word in query.words]
    most = max(1, MOST_PAIRS // max(1, len(each)))
    return list(dict.fromkeys(pair for found in each for pair in found[:: -(-len(found) // most) or 1]))[:MOST_PAIRS]


def _fields(statement: _Statement, query: Query) -> None:
    """A field named several times: one of the columns, sources, states, numbers, but every author."""
    groups: dict[tuple[str, bool], list[Condition]] = {}
    for item in query.conditions:
        groups.setdefault((item.field, item.without), []).append(item)
    for (name, without), items in groups.items():
        asked = [_asked(item) for item in items]
        joined = " AND " if name == "author" and not without else " OR "
        whole = joined.join(condition for condition, _ in asked)
        statement.ask(f"NOT ({whole})" if without else f"({whole})", *(value for _, value in asked))


def _asked(item: Condition) -> tuple[str, str]:
    if item.field == "state":
        return "article.state = ?", item.value
    if item.field == "number":
        return "instr(upper(article.number), ?) = 1", item.value.upper()
    return f"instr(searched.{_FIELDS[item.field]}, ?) > 0", item.value


def _confirm(statement: _Statement, query: Query) -> None:
    """What the index cannot tell for sure is looked up in the folded text, last of all."""
    words = [word for word in query.words if word not in statement.pairs]
    if not words and not query.without:
        return
    statement.tables.append("wording")
    statement.ask("wording.key = searched.key")
    for word in words:
        statement.ask("instr(wording.text, ?) > 0", word)
    for word in query.without:
        statement.ask("instr(wording.text, ?) = 0", word)
