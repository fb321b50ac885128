"""Local history: versions of an article that were kept on this computer, each packed, none thinned out by itself.

Everything here works on the driver's connection inside a transaction that the caller opened.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Past:
    """A version that was kept.

    Attributes:
        id: Number in the history, 0 before it is kept.
        why: save, conversion, paste, restore, recovered, replaced, refused.
        characters: 字数 of the body.
        size: Bytes on the disk.
    """

    newsroom: str
    article: str
    variant: str
    at: str
    why: str
    person: str
    characters: int
    id: int = 0
    size: int = 0


_COLUMNS = "newsroom, article, variant, at, why, person, characters, id, length(text)"


def keep(raw: sqlite3.Connection, past: Past, text: str) -> int:
    """Keep a text; the same text twice running is kept once. Returns its number.

    Args:
        raw: The driver's connection.
        past: What is to be said of it.
        text: JSON of a draft (see `operations.content`).
    """
    plain = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(plain).hexdigest()[:32]
    newest = raw.execute(
        "SELECT id, digest FROM kept WHERE newsroom = ? AND article = ? AND variant = ? ORDER BY id DESC LIMIT 1",
        (past.newsroom, past.article, past.variant),
    ).fetchone()
    if newest is not None and newest[1] == digest:
        return int(newest[0])
    values = (past.newsroom, past.article, past.variant, past.at, past.why, past.person, past.characters)
    cursor = raw.execute(
        """INSERT INTO kept (newsroom, article, variant, at, why, person, characters, digest, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (*values, digest, zlib.compress(plain)),
    )
    return int(cursor.lastrowid or 0)


def of_article(raw: sqlite3.Connection, newsroom: str, article: str, variant: str) -> list[Past]:
    """Versions of a variant, newest first."""
    question = f"SELECT {_COLUMNS} FROM kept WHERE newsroom = ? AND article = ? AND variant = ? ORDER BY id DESC"  # noqa: S608
    return [Past(*row) for row in raw.execute(question, (newsroom, article, variant))]


def read(raw: sqlite3.Connection, identifier: int) -> tuple[Past, str]:
    """A version and its text.

    Raises:
        EditorError: There is none of that number, or it is damaged.
    """
    row = raw.execute(f"SELECT {_COLUMNS}, digest, text FROM kept WHERE id = ?", (identifier,)).fetchone()  # noqa: S608
    if row is None:
        raise EditorError.unreadable("version_unknown", number=identifier)
    *described, digest, packed = row
    try:
        plain = zlib.decompress(packed)
    except zlib.error:
        plain = b""
    if hashlib.sha256(plain).hexdigest()[:32] != digest:
        raise EditorError.library("version_damaged", number=identifier)
    return Past(*described), plain.decode("utf-8", "surrogatepass")


def size(raw: sqlite3.Connection, newsroom: str, article: str | None) -> int:
    """Bytes that the history of an article takes, None = of all articles."""
    which = "newsroom = ?" if article is None else "newsroom = ? AND article = ?"
    values = (newsroom,) if article is None else (newsroom, article)
    question = f"SELECT coalesce(sum(length(text)), 0) FROM kept WHERE {which}"  # noqa: S608
    return int(raw.execute(question, values).fetchone()[0])


def forget(raw: sqlite3.Connection, newsroom: str, article: str) -> None:
    """Remove the whole history of an article that a person deletes for good."""
    raw.execute("DELETE FROM kept WHERE newsroom = ? AND article = ?", (newsroom, article))
