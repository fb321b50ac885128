"""What is asked about corrections of everything that is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.store.asking import ask

if TYPE_CHECKING:
    import sqlalchemy as sa

_ANY = """SELECT 1 FROM entry WHERE newsroom = ? AND article = ?
    AND (kind = 'correct' OR (kind = 'revision' AND instr(body, '"corrects":') > 0)) LIMIT 1"""


def has_correction(connection: sa.Connection, newsroom: str, article: str) -> bool:
    """Whether an article was corrected, or may be the notice of a correction."""
    return ask(connection, _ANY, (newsroom, article)).fetchone() is not None
