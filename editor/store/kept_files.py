"""Files that articles keep (pictures, originals): each once, by the hash of its bytes."""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from editor.store import tables


def keep(connection: sa.Connection, newsroom: str, content: bytes, mime: str) -> str:
    """Keep a file (a picture, an original) once; returns its id, the sha256 of the bytes in hex."""
    identifier = hashlib.sha256(content).hexdigest()
    connection.execute(
        insert(tables.asset)
        .values(newsroom=newsroom, id=identifier, size=len(content), mime=mime, bytes=content)
        .on_conflict_do_nothing()
    )
    return identifier


def find(connection: sa.Connection, newsroom: str, identifier: str) -> tuple[str, bytes] | None:
    """MIME type and bytes of a kept file, or None when it is not here."""
    t = tables.asset.c
    question = sa.select(t.mime, t.bytes).where(t.newsroom == newsroom, t.id == identifier)
    row = connection.execute(question).first()
    return (row.mime, row.bytes) if row is not None else None


def has(connection: sa.Connection, newsroom: str, identifier: str) -> bool:
    """Whether a file is kept here."""
    t = tables.asset.c
    question = sa.select(t.id).where(t.newsroom == newsroom, t.id == identifier)
    return connection.execute(question).first() is not None


_PATHS = ("$.entered.original", "$.entered.made_from", "$.original.original", "$.original.made_from")


def taken_in(connection: sa.Connection, newsroom: str) -> dict[str, list[str]]:
    """sha256 of each file that was taken in → the articles that it became, as far as their texts still name it."""
    found: dict[str, dict[str, None]] = {}
    for table, text, more in (("draft", "text", ""), ("entry", "body", " AND kind = 'revision'")):
        names = f"CASE WHEN json_valid({text}) THEN json_extract({text}, ?, ?, ?, ?) ELSE '[]' END"
        question = f"SELECT article, {names} FROM {table} WHERE newsroom = ?{more}"  # noqa: S608  (written here)
        for article, told in connection.exec_driver_sql(question, (*_PATHS, newsroom)):
            for taken in json.loads(told):
                if isinstance(taken, str):
                    found.setdefault(taken, {})[article] = None
    return {taken: list(articles) for taken, articles in found.items()}
