"""What belongs to a newsroom from the moment on at which it is founded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.store import tables

if TYPE_CHECKING:
    import sqlalchemy as sa


def hand_over(connection: sa.Connection, newsroom: str) -> None:
    """Hand everything that was written before there was a newsroom over to it."""
    ours = (tables.draft, tables.asset, tables.article, tables.export_job, tables.stale, tables.kept)
    for table in (*ours, tables.saved_search, tables.preference, tables.target):
        connection.execute(table.update().where(table.c.newsroom == "").values(newsroom=newsroom))
