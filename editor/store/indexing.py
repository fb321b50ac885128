"""The search index: which articles hold which two characters, newest first.

Every word run of the folded text is cut into pairs of neighbors (台湾经济 → 台湾 湾经 经济); the index tells which
articles hold a pair, and nothing else. A longer word is asked for by all its pairs and confirmed in the folded text
itself (`wording`). The rowid of all three tables is the place in the order of dates, so that the newest come first
without sorting and a page ends after fifty rows (docs/search.md has the measurements).

Everything here works on the driver's connection inside a transaction that the caller opened: what the index says and
what the draft or revision says become true together.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from editor.store.folding import VERSION, folded
from editor.store.tables import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT_BITS = 8
"""A place in the order is 256 seconds wide: 337 articles a day leave no gap and waste none (the index stays small)."""
# Not ``\\w``: what a later Python takes for a letter must not change what was written into the index.
RUN = re.compile(
    "[^\\s!-/:-@\\[-`{-\xbf\xd7\xf7\u2000-\u206f\u20a0-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\ufe10-\ufe6f\uff00-\uffef]{2,}"
)
_PAGES = 300
_STATED = "index version"  # of the library, whatever newsroom it has


@dataclass(frozen=True, slots=True)
class Searchable:
    """What a search may find of one variant, as written; it is folded here.

    Attributes:
        row: Number of its row in `article`.
        source: Names the text (id of the revision, digest of the draft): the same source is not read twice.
        dated: Seconds since 1970 by which the newest are told.
        text: Everything a word may stand in, parts separated by line ends.
    """

    row: int
    source: str
    dated: int
    headline: str
    authors: tuple[str, ...]
    origin: str
    column: str
    text: str


def pairs(within: str) -> list[str]:
    """Neighboring characters of every word run of a folded text, each pair once."""
    found: list[str] = []
    for run in RUN.findall(within):
        found += map(add, run, run[1:])
    return list(dict.fromkeys(found))


def source_of(raw: sqlite3.Connection, row: int) -> str:
    """Which text of a row is in the index, "" when none is."""
    found = raw.execute("SELECT source FROM searched WHERE row = ?", (row,)).fetchone()
    return found[0] if found else ""


def put(raw: sqlite3.Connection, entry: Searchable) -> None:
    """Write a variant into the index over what stood there."""
    text = folded(entry.text)
    before = raw.execute("SELECT key, dated FROM searched WHERE row = ?", (entry.row,)).fetchone()
    if before is not None:
        key, dated = before
        stays = dated >> SLOT_BITS == entry.dated >> SLOT_BITS
        same = stays and raw.execute("SELECT text FROM wording WHERE key = ?", (key,)).fetchone() == (text,)
        if same:
            _write(raw, key, entry)
            return
        _remove(raw, key)
        key = key if stays else _free_key(raw, entry.dated)
    else:
        key = _free_key(raw, entry.dated)
    _write(raw, key, entry)
    raw.execute("INSERT INTO wording (key, text) VALUES (?, ?)", (key, text))
    raw.execute("INSERT INTO found (rowid, text) VALUES (?, ?)", (key, " ".join(pairs(text))))


def drop(raw: sqlite3.Connection, row: int) -> None:
    """Take a variant out of the index."""
    before = raw.execute("SELECT key FROM searched WHERE row = ?", (row,)).fetchone()
    if before is not None:
        _remove(raw, before[0])


def merge(raw: sqlite3.Connection, *, begin: bool) -> bool:
    """One short stretch of making one piece of the many that the index was written in; False when there is no more.

    ``begin``: of all pieces that there are, whatever their size. An index in one piece takes a quarter less room.
    """
    before = raw.total_changes
    raw.execute("INSERT INTO found (found, rank) VALUES ('merge', ?)", (-_PAGES if begin else _PAGES,))
    return raw.total_changes - before > 1  # the row that asks for it counts as one


def _remove(raw: sqlite3.Connection, key: int) -> None:
    """Without a text of its own the index must be told exactly what to forget."""
    kept = raw.execute("SELECT text FROM wording WHERE key = ?", (key,)).fetchone()
    if kept is not None:
        words = " ".join(pairs(kept[0]))
        raw.execute("INSERT INTO found (found, rowid, text) VALUES ('delete', ?, ?)", (key, words))
    raw.execute("DELETE FROM wording WHERE key = ?", (key,))
    raw.execute("DELETE FROM searched WHERE key = ?", (key,))


def _write(raw: sqlite3.Connection, key: int, entry: Searchable) -> None:
    names = "".join(f"\n{folded(name)}" for name in entry.authors)
    values = (key, entry.row, entry.source, entry.dated, folded(entry.headline), names)
    raw.execute(
        """INSERT OR REPLACE INTO searched (key, row, source, dated, headline, authors, origin, column_name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (*values, folded(entry.origin), folded(entry.column)),
    )


def _free_key(raw: sqlite3.Connection, dated: int) -> int:
    """The place for a date: beyond the newest or the oldest, else its own slot or the nearest free one to it."""
    wanted = dated >> SLOT_BITS
    newest = raw.execute("SELECT key, dated FROM searched ORDER BY key DESC LIMIT 1").fetchone()
    oldest = raw.execute("SELECT key, dated FROM searched ORDER BY key LIMIT 1").fetchone()
    if newest is None:
        _state_version(raw)  # the index is empty: what is written now is written with the table here
        return wanted
    if newest[1] <= dated:
        return max(wanted, int(newest[0]) + 1)
    if oldest[1] >= dated:
        return min(wanted, int(oldest[0]) - 1)
    there = raw.execute("SELECT dated FROM searched WHERE key = ?", (wanted,)).fetchone()
    if there is None:
        return wanted
    sign, order, beyond = ("+", "", ">=") if there[0] <= dated else ("-", " DESC", "<=")
    question = f"""SELECT one.key {sign} 1 FROM searched AS one WHERE one.key {beyond} ?
        AND NOT EXISTS (SELECT 1 FROM searched AS two WHERE two.key = one.key {sign} 1)
        ORDER BY one.key{order} LIMIT 1"""  # noqa: S608
    return int(raw.execute(question, (wanted,)).fetchone()[0])


def first_key(raw: sqlite3.Connection, since: int) -> int:
    """No article that is dated at ``since`` or later has a place before this one."""
    drift = raw.execute("SELECT min(key - (dated >> 8)) FROM searched").fetchone()[0]
    return (since >> SLOT_BITS) + (drift or 0)


def last_key(raw: sqlite3.Connection, until: int) -> int:
    """No article that is dated before ``until`` has a place beyond this one."""
    drift = raw.execute("SELECT max(key - (dated >> 8)) FROM searched").fetchone()[0]
    return (until >> SLOT_BITS) + (drift or 0)


@contextmanager
def beside(raw: sqlite3.Connection) -> Iterator[None]:
    """Write into the index beside a draft or revision: when the index is damaged it is given up, and they are written.

    It is made anew by the next `operations.keeping_up.catch_up`.
    """
    raw.execute("SAVEPOINT beside")
    try:
        yield
        raw.execute("SAVEPOINT written")  # makes FTS5 write what it has put off, while it can still be taken back
        raw.execute("RELEASE beside")
    except sqlite3.DatabaseError as error:
        raw.execute("ROLLBACK TO beside")
        raw.execute("RELEASE beside")
        if not damaged(error):
            raise
        give_up(raw)


def damaged(error: BaseException | None) -> bool:
    """Whether an error while the index was read or written says that it cannot be used, and not the library.

    A damaged index says so in many ways (a constraint of its own tables that fails, a table that is gone); a library
    that is locked, full or on a broken disk in few.
    """
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT}


def give_up(raw: sqlite3.Connection) -> None:
    """Let the index count as one that is to be made anew."""
    raw.execute("INSERT OR REPLACE INTO preference VALUES ('*', ?, 'damaged')", (_STATED,))


def empty(raw: sqlite3.Connection) -> None:
    """Forget the whole index and put every article on the list of those that are to be read again."""
    raw.execute("DELETE FROM searched")
    raw.execute("DELETE FROM wording")
    raw.execute("DROP TABLE IF EXISTS found")  # not emptied: it may be damaged
    for statement in INDEX:
        raw.execute(statement)
    for table in ("article", "draft", "entry"):
        question = f"SELECT DISTINCT newsroom, article FROM {table} WHERE article != ''"  # noqa: S608
        raw.execute(f"INSERT OR IGNORE INTO stale {question}")
    _state_version(raw)


def outdated(raw: sqlite3.Connection) -> bool:
    """Whether the index was made with another table of characters than the one here."""
    stated = raw.execute("SELECT value FROM preference WHERE newsroom = '*' AND key = ?", (_STATED,)).fetchone()
    if stated is None:
        return raw.execute("SELECT 1 FROM searched LIMIT 1").fetchone() is not None
    return bool(stated[0] != VERSION)


def _state_version(raw: sqlite3.Connection) -> None:
    raw.execute("INSERT OR REPLACE INTO preference VALUES ('*', ?, ?)", (_STATED, VERSION))
