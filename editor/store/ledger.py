"""Reading and appending entries. Nothing here changes or removes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from editor.store import tables
from editor.store.asking import ask
from editor.workflow.entry import ROSTER_KINDS, Entry, Kind, MalformedBodyError, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as the table holds it; the columns are checked against the body by ``verify``."""

    newsroom: str
    id: str
    kind: str
    article: str
    author: str
    target: str
    body: str
    sig: str


_COLUMNS = tuple(tables.entry.c[name] for name in Row.__slots__)
_ARTICLE_ROWS = f"SELECT {', '.join(Row.__slots__)} FROM entry WHERE newsroom = ? AND article = ?"  # noqa: S608


def as_row(row: Iterable[Any]) -> Row:
    """An entry as it is stored; in a damaged file even the type of a value may have changed."""
    return Row(*map(str, row))


def newsroom_of(connection: sa.Connection) -> str:
    """Id of the library's newsroom: of its founding entry, "" before there is one."""
    question = "SELECT id FROM entry WHERE newsroom = '' AND kind = 'member' ORDER BY id LIMIT 1"
    found = ask(connection, question).fetchone()  # asked at every pause of somebody who types
    return str(found[0]) if found is not None else ""


_APPEND = """INSERT INTO entry (newsroom, id, kind, article, author, target, body, sig) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING"""


def append(connection: sa.Connection, entry: Entry) -> None:
    """Add an entry; one that is there already stays as it is."""
    author = "" if entry.author == entry.id else entry.author
    values = (entry.newsroom, entry.id, str(entry.kind), entry.article, author, entry.target, entry.body, entry.sig)
    ask(connection, _APPEND, values)


def rows(connection: sa.Connection) -> Iterator[Row]:
    """Every entry as it is stored, oldest first."""
    question = sa.select(*_COLUMNS).order_by(sa.literal_column("entry.rowid"))
    result = connection.execution_options(yield_per=_BATCH).execute(question)
    for row in result:
        yield as_row(row)


def rows_by_article(connection: sa.Connection) -> Iterator[Row]:
    """Every entry as it is stored, article by article, straight from the driver: ``verify`` reads the whole book."""
    driver = connection.connection.driver_connection
    if driver is None:
        return
    for row in driver.execute(f"SELECT {', '.join(Row.__slots__)} FROM entry ORDER BY newsroom, article"):  # noqa: S608
        yield as_row(row)


def parsed(found: Iterable[sa.Row[str, str] | tuple[str, str]]) -> list[Entry]:
    """Entries of their bodies and signatures; what is no entry is left out."""
    entries = []
    for body, sig in found:
        try:
            entries.append(parse(str(body), str(sig)))
        except MalformedBodyError:
            continue  # kept and relayed; verify names it
    return entries


# Begun with each newsroom that the book names, as nearly all entries are about articles: an index finds the few others.
_ROSTER = f"""WITH RECURSIVE named(newsroom) AS (
        SELECT min(newsroom) FROM entry
        UNION ALL SELECT (SELECT min(newsroom) FROM entry WHERE newsroom > named.newsroom) FROM named
        WHERE named.newsroom IS NOT NULL
    )
    SELECT entry.body, entry.sig FROM named CROSS JOIN entry
    WHERE entry.newsroom = named.newsroom AND entry.kind IN ({", ".join("?" * len(ROSTER_KINDS))})"""  # noqa: S608


def roster_texts(connection: sa.Connection) -> tuple[tuple[str, str], ...]:
    """Body and signature of all `member`, `duty` and `setting` entries."""
    found = ask(connection, _ROSTER, tuple(sorted(ROSTER_KINDS))).fetchall()
    return tuple((str(body), str(sig)) for body, sig in found)


def roster_entries(connection: sa.Connection) -> list[Entry]:
    """All `member`, `duty` and `setting` entries."""
    return parsed(roster_texts(connection))


def article_entries(connection: sa.Connection, newsroom: str, article: str) -> list[Entry]:
    """All entries of one article, of every variant."""
    question = "SELECT body, sig FROM entry WHERE newsroom = ? AND article = ?"  # asked ten thousand times by an export
    return parsed(ask(connection, question, (newsroom, article)).fetchall())


_BOOK_BACKWARDS = """SELECT body, sig FROM entry
    WHERE newsroom = ? AND author = ? OR id = ? AND author = '' ORDER BY rowid DESC"""


def last_of(connection: sa.Connection, newsroom: str, author: str, device: str) -> tuple[int, str]:
    """Sequence number and id of the newest entry of an author on a device; (0, "") when there is none."""
    found = ask(connection, _BOOK_BACKWARDS, (newsroom, author, author))
    for entry in _lazily(found):
        if entry.device == device:
            return entry.seq, entry.id
    return 0, ""


def _lazily(found: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    for row in found:
        yield from parsed([row])


def article_rows(connection: sa.Connection, newsroom: str, article: str) -> list[Row]:
    """All entries of one article as they are stored."""
    return [as_row(row) for row in ask(connection, _ARTICLE_ROWS, (newsroom, article)).fetchall()]


def articles_with(connection: sa.Connection, newsroom: str, kind: Kind) -> list[str]:
    """Ids of the articles that have an entry of a kind."""
    t = tables.entry.c
    question = sa.select(t.article).where(t.newsroom == newsroom, t.kind == str(kind)).distinct().order_by(t.article)
    return list(connection.execute(question).scalars())


def has(connection: sa.Connection, identifier: str) -> bool:
    """Whether an entry is there, whatever is written in it."""
    return connection.execute(sa.select(tables.entry.c.id).where(tables.entry.c.id == identifier)).first() is not None


def last_of_devices(connection: sa.Connection, newsroom: str, author: str) -> dict[str, int]:
    """Sequence number of the newest entry of an author on each of his devices."""
    t = tables.entry.c
    question = sa.select(t.body, t.sig).where(
        sa.or_(sa.and_(t.newsroom == newsroom, t.author == author), sa.and_(t.id == author, t.author == ""))
    )
    found: dict[str, int] = {}
    for entry in parsed(connection.execute(question)):
        found[entry.device] = max(entry.seq, found.get(entry.device, 0))
    return found
