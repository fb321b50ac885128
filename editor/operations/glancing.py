"""The first list of a window that starts: read straight from the file, before anything heavy is loaded.

Standard library only, and read-only: a library that is locked, older, newer or damaged is looked at by the core in its
own process a moment later, which says what is wrong with it.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from editor.records.articles import SEARCH, Row, View
from editor.store import migrations, views
from editor.store.dates import day_of, moment

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "library.db"
_NEWSROOM = "SELECT id FROM entry WHERE newsroom = '' AND kind = 'member' ORDER BY id LIMIT 1"


def glance(
    folder: Path, view: View, order: str = "updated", first: int = 60
) -> tuple[tuple[int, ...], tuple[Row, ...]] | None:
    """Numbers of all rows of a view and its first rows; None = ask the core.

    Args:
        folder: Folder of the library.
        view: Which articles; a search is not made here.
        order: See `editor.records.articles.ORDERS`.
        first: How many rows.
    """
    path = folder / _FILE
    if view.kind == SEARCH or not path.is_file():
        return None
    try:
        raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0.1)
        with closing(raw):
            raw.execute("PRAGMA trusted_schema=OFF")
            if raw.execute("PRAGMA user_version").fetchone()[0] != migrations.NEWEST:
                return None
            raw.execute("BEGIN")
            found = raw.execute(_NEWSROOM).fetchone()
            newsroom = found[0] if found is not None else ""
            ids = views.ids(raw, newsroom, view.kind, view.name, order, None)
            stored = views.rows(raw, ids[:first])
    except sqlite3.Error:
        return None
    return tuple(ids), tuple(shown(stored[number]) for number in ids[:first])


def shown(stored: tuple[Any, ...]) -> Row:
    """A row of the table (`views.COLUMNS`) as a list shows it."""
    known = dict(zip(views.COLUMNS, stored, strict=True))
    own, updated = bool(known["own"]), known["updated"]
    return Row(
        row=known["row"],
        article=known["article"],
        variant=known["variant"],
        name=known["article"] if own else f"{known['article']}@{known['variant']}",
        own=own,
        number=known["number"],
        headline=known["headline"],
        summary=known["summary"],
        column=known["column_name"],
        authors=_names(known["authors"]),
        state=known["state"],
        origin=known["origin"],
        deadline=known["deadline"],
        publish_at=known["publish_at"],
        images=known["images"],
        characters=known["characters"],
        writer=known["writer"],
        submitter=known["submitter"],
        returned_to=known["returned_to"],
        derived=known["derived"],
        place=known["place"],
        updated_at=known["updated_at"],
        opened_at=known["opened_at"],
        day=day_of(updated),
        unread=updated > (moment(known["opened_at"]) or 0),
        errors=known["errors"],
        warnings=known["warnings"],
    )


def _names(stored: str) -> tuple[str, ...]:
    """Names of a byline; a damaged one is none."""
    try:
        found = json.loads(stored)
    except ValueError:
        return ()
    byline = found if isinstance(found, list) else []
    return tuple(str(item["name"]) for item in byline if isinstance(item, dict) and item.get("name"))
