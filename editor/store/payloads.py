"""Exactly what was sent, by its hash, which stands in the receipt."""

from __future__ import annotations

import zlib

import sqlalchemy as sa

from editor.store import tables
from editor.store.asking import ask


def keep(connection: sa.Connection, newsroom: str, digest: str, text: str) -> None:
    """Keep exactly what was sent."""
    question = "INSERT OR IGNORE INTO payload (newsroom, digest, text) VALUES (?, ?, ?)"
    ask(connection, question, (newsroom, digest, zlib.compress(text.encode(), 1)))


def has(connection: sa.Connection, newsroom: str, digest: str) -> bool:
    """Whether this computer holds what was sent under a hash."""
    c = tables.payload.c
    return connection.execute(sa.select(c.digest).where(c.newsroom == newsroom, c.digest == digest)).first() is not None


def find(connection: sa.Connection, newsroom: str, digest: str) -> str | None:
    """What was sent under a hash, None when this computer does not hold it or it is damaged."""
    c = tables.payload.c
    found = connection.execute(sa.select(c.text).where(c.newsroom == newsroom, c.digest == digest)).scalar()
    try:
        return None if found is None else zlib.decompress(found).decode()
    except (zlib.error, UnicodeDecodeError):
        return None
