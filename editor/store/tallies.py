"""How many findings the articles of a list have, as far as somebody counted them for the text that stands there now.

A count is good for one text (``source``, the same word that the search index knows it by), and for the program that
made it: other rules find other things. A list shows no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor import __version__

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from editor.records.articles import Tally

COUNTS = "coalesce(tally.errors, -1), coalesce(tally.warnings, -1)"
JOINED = f"""LEFT JOIN searched ON searched."row" = article."row"
    LEFT JOIN tally ON tally."row" = article."row" AND tally.source = searched.source
    AND tally.made = '{__version__}'
    AND NOT EXISTS (SELECT 1 FROM stale WHERE stale.newsroom = article.newsroom AND stale.article = article.article)"""  # noqa: S608
_PUT = 'INSERT OR REPLACE INTO tally ("row", source, made, errors, warnings) VALUES (?, ?, ?, ?, ?)'


def put(raw: sqlite3.Connection, tallies: Iterable[Tally]) -> None:
    """Keep counts; each takes the place of the one before."""
    raw.executemany(_PUT, [(each.row, each.source, __version__, each.errors, each.warnings) for each in tallies])


def drop(raw: sqlite3.Connection, newsroom: str, article: str = "") -> None:
    """Forget the counts of an article, or of all: other rules are in force for it."""
    if article:
        rows = "SELECT row FROM article WHERE newsroom = ? AND article = ?"
        raw.execute(f'DELETE FROM tally WHERE "row" IN ({rows})', (newsroom, article))  # noqa: S608
    else:
        raw.execute("DELETE FROM tally")
