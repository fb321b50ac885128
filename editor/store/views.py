"""Lists: the numbers of the rows that a view shows, in its order; and the rows themselves, a block at a time.

Every order is read from an index, or put together from a few stretches of one (a stretch a state, a column), so that
the first rows of a hundred thousand are there as soon as those of ten. Standard library only: a window that starts asks
here before anything heavier is loaded (`operations.glancing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.store.tallies import COUNTS, JOINED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

STEPS = ("", "draft", "returned", "level1", "level2", "level3", "held", "approved", "sent", "refused", "withdrawn")
"""States in the order of the way; the place is what `step` holds, 0 = not known."""
_BLOCK = 500
_UNDER_REVIEW = ("level1", "level2", "level3", "held", "approved", "refused")
_PERSONAL = {
    "my_drafts": ("draft",),
    "my_submitted": _UNDER_REVIEW,
    "my_returned": ("returned",),
    "my_published": ("sent", "withdrawn"),
}
_PLACES = {"archive": "archive", "trash": "trash"}
COLUMNS = (
    *("row", "article", "variant", "own", "number", "headline", "summary", "column_name", "authors", "state", "origin"),
    *("deadline", "publish_at", "images", "characters", "writer", "submitter", "returned_to", "derived", "place"),
    *("updated_at", "opened_at", "updated", "errors", "warnings"),
)
_QUESTION = f"""SELECT {", ".join(f"article.{name}" for name in COLUMNS[:-2])}, {COUNTS}
FROM article {JOINED} WHERE article.row IN """  # noqa: S608


@dataclass(frozen=True, slots=True)
class _Selection:
    """Which rows: a condition with its values.

    Attributes:
        whole: Whether it is all that lies in one place, which only an index can give in an order.
        parts: For a condition that is a union: the conditions, each of which an index answers alone.
    """

    condition: str
    values: tuple[Any, ...]
    whole: bool = False
    parts: tuple[str, ...] = ()

    def also(self, condition: str, *values: Any) -> _Selection:
        return _Selection(f"{self.condition} AND {condition}", (*self.values, *values))


class UnknownViewError(LookupError):
    """There is no such view: a bug of who asks."""


def _selection(newsroom: str, kind: str, name: str) -> _Selection:
    place = _PLACES.get(kind, "")
    here = _Selection("newsroom = ? AND place = ?", (newsroom, place), whole=True)
    if kind in {"all", *_PLACES}:
        return here
    if kind in STEPS[1:]:
        return here.also("step = ?", STEPS.index(kind))
    if kind == "column":
        return here.also("column_name = ?", name)
    if kind in _PERSONAL:
        return _personal(newsroom, kind, name)
    raise UnknownViewError(kind)


def _personal(newsroom: str, kind: str, person: str) -> _Selection:
    """What somebody wrote or submitted. A draft without a known writer (taken in) is everybody's."""
    steps = ", ".join(str(STEPS.index(state)) for state in _PERSONAL[kind])
    mine = "newsroom = ? AND {} AND place = '' AND step IN (" + steps + ")"
    if kind == "my_drafts":
        return _Selection(mine.format("writer IN (?, '')"), (newsroom, person))
    written, submitted = mine.format("writer = ?"), mine.format("submitter = ? AND submitter != ''")
    both = f"SELECT row FROM article WHERE {written} UNION SELECT row FROM article WHERE {submitted}"  # noqa: S608
    return _Selection(f"row IN ({both})", (newsroom, person) * 2, parts=(written, submitted))


def ids(raw: sqlite3.Connection, newsroom: str, kind: str, name: str, order: str, first: int | None) -> list[int]:
    """Numbers of the rows of a view.

    Args:
        raw: The driver's connection.
        newsroom: Whose articles.
        kind: See `editor.records.articles.View`; searches are not asked here.
        name: Person or column.
        order: updated, deadline, state, column.
        first: At most so many; None = all.
    """
    selection = _selection(newsroom, kind, name)
    if order == "deadline":
        return _by_deadline(raw, selection, first)
    alike = (order == "state" and kind in STEPS) or order == kind
    if order in {"state", "column"} and not alike:
        return _in_stretches(raw, newsroom, selection, order, first)
    return _newest(raw, selection, first)


def _newest(raw: sqlite3.Connection, selection: _Selection, first: int | None) -> list[int]:
    order = "updated DESC, row DESC"
    if not selection.parts:
        return _ordered(raw, selection, order, first)
    union = " UNION ".join(f"SELECT row, updated FROM article WHERE {part}" for part in selection.parts)  # noqa: S608
    question = f"SELECT row FROM ({union}) ORDER BY {order} LIMIT ?"  # noqa: S608
    return [row for (row,) in raw.execute(question, (*selection.values, -1 if first is None else first))]


def _ordered(raw: sqlite3.Connection, selection: _Selection, order: str, first: int | None) -> list[int]:
    limit = -1 if first is None else first
    question = f"SELECT row FROM article WHERE {selection.condition} ORDER BY {order} LIMIT ?"  # noqa: S608
    return [row for (row,) in raw.execute(question, (*selection.values, limit))]


def _by_deadline(raw: sqlite3.Connection, selection: _Selection, first: int | None) -> list[int]:
    """The nearest first, then what has none."""
    due = _ordered(raw, selection.also("due IS NOT NULL"), "due, row", first)
    if first is not None and len(due) >= first:
        return due
    known = set(due)
    wanted = None if first is None else first + len(due)
    rest = [row for row in _newest(raw, selection, wanted) if row not in known]
    return [*due, *rest][:first]


def _in_stretches(
    raw: sqlite3.Connection, newsroom: str, selection: _Selection, order: str, first: int | None
) -> list[int]:
    if not selection.whole:  # a view of a state or a person is small enough to be sorted
        by = "+step" if order == "state" else "+column_name"  # the sign keeps it from reading everything in that order
        return _ordered(raw, selection, f"{by}, updated DESC, row DESC", first)
    found: list[int] = []
    for part in _stretches(raw, newsroom, selection, order):
        found += _newest(raw, part, None if first is None else first - len(found))
        if first is not None and len(found) >= first:
            break
    return found


def _stretches(raw: sqlite3.Connection, newsroom: str, selection: _Selection, order: str) -> Iterator[_Selection]:
    if order == "state":
        yield from (selection.also("step = ?", step) for step in range(len(STEPS)))
        return
    for column in columns(raw, newsroom, str(selection.values[1])):
        yield selection.also("column_name = ?", column)


def columns(raw: sqlite3.Connection, newsroom: str, place: str = "") -> list[str]:
    """Names of the columns that articles stand in, "" for those in none; a jump in the index a column."""
    found: list[str] = []
    question = "SELECT min(column_name) FROM article WHERE newsroom = ? AND place = ? AND column_name {} ?"
    name = raw.execute(question.format(">="), (newsroom, place, "")).fetchone()[0]
    while name is not None:
        found.append(name)
        name = raw.execute(question.format(">"), (newsroom, place, name)).fetchone()[0]
    return found


def count(raw: sqlite3.Connection, newsroom: str, kind: str, name: str, limit: int) -> int:
    """How many rows a view has; not counted beyond the limit."""
    selection = _selection(newsroom, kind, name)
    parts = selection.parts or (selection.condition,)
    stretches = [f"SELECT * FROM (SELECT row FROM article WHERE {part} LIMIT {limit:d})" for part in parts]  # noqa: S608
    question = f"SELECT count(*) FROM ({' UNION '.join(stretches)})"  # noqa: S608
    return min(limit, int(raw.execute(question, selection.values).fetchone()[0]))


def rows(raw: sqlite3.Connection, wanted: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """The columns `COLUMNS` of some rows, by number; those that are gone are left out."""
    found: dict[int, tuple[Any, ...]] = {}
    for start in range(0, len(wanted), _BLOCK):
        block = tuple(wanted[start : start + _BLOCK])
        marks = ", ".join("?" * len(block))
        question = f"{_QUESTION} ({marks})"
        found.update((row[0], row) for row in raw.execute(question, block))
    return found
