"""What this computer has delivered, as the queue remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.store.asking import ask

if TYPE_CHECKING:
    import sqlalchemy as sa


def revisions(connection: sa.Connection, newsroom: str, article: str) -> dict[str, str]:
    """Revisions of an article that this computer has delivered somewhere → when it did so last (ISO 8601)."""
    question = """SELECT revision, done_at FROM export_job
        WHERE newsroom = ? AND article = ? AND action = 'put' AND state = 'done' ORDER BY done_at"""
    return dict(ask(connection, question, (newsroom, article)).fetchall())


def revisions_at(connection: sa.Connection, newsroom: str, article: str, destination: str) -> frozenset[str]:
    """Revisions of an article that this computer has delivered to one place."""
    question = """SELECT revision FROM export_job WHERE newsroom = ? AND article = ? AND destination = ?
        AND action = 'put' AND state = 'done'"""
    values = (newsroom, article, destination)
    return frozenset(row[0] for row in ask(connection, question, values))


def variants_at(connection: sa.Connection, newsroom: str, article: str, destination: str) -> frozenset[str]:
    """Variants of an article that were delivered to a place."""
    question = "SELECT variant FROM export_job WHERE newsroom = ? AND article = ? AND destination = ?"
    values = (newsroom, article, destination)
    return frozenset(row[0] for row in ask(connection, question, values))
