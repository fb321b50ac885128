"""What a newsroom keeps in its library beside the articles: searches with a name, and decisions of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.records.articles import SavedSearch

if TYPE_CHECKING:
    from editor.operations.desk import Desk


def searches(desk: Desk) -> tuple[SavedSearch, ...]:
    """Searches that were saved, in the order in which they were."""
    with desk.reading() as session:
        question = "SELECT name, query FROM saved_search WHERE newsroom = ? ORDER BY position, name"
        return tuple(SavedSearch(*row) for row in desk.library.raw.execute(question, (session.newsroom,)))


def save_search(desk: Desk, name: str, query: str) -> None:
    """Save a search; one of the same name is written over and stays where it is.

    Raises:
        EditorError: It has no name or asks for nothing.
    """
    name = name.strip()
    if not name or not query.strip():
        raise EditorError.usage("search_nameless")
    with desk.writing() as session:
        desk.library.raw.execute(
            """INSERT INTO saved_search (newsroom, name, query, position)
            VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_search WHERE newsroom = ?))
            ON CONFLICT (newsroom, name) DO UPDATE SET query = excluded.query""",
            (session.newsroom, name, query, session.newsroom),
        )


def drop_search(desk: Desk, name: str) -> None:
    """Forget a saved search; the articles stay."""
    with desk.writing() as session:
        question = "DELETE FROM saved_search WHERE newsroom = ? AND name = ?"
        desk.library.raw.execute(question, (session.newsroom, name))


def preference(desk: Desk, key: str, missing: Any = None) -> Any:
    """A decision of this newsroom (JSON data) by its key, ``missing`` when none was made or it is damaged.

    Keys in use are named by who keeps them: ``glossary.zh-TW``, ``rules.off``, ``ignored.newsroom``,
    ``ignored.article.ID``.
    """
    with desk.reading() as session:
        question = "SELECT value FROM preference WHERE newsroom = ? AND key = ?"
        row = desk.library.raw.execute(question, (session.newsroom, key)).fetchone()
    if row is None:
        return missing
    try:
        return json.loads(row[0])
    except ValueError:
        return missing


def set_preference(desk: Desk, key: str, value: Any) -> None:
    """Keep a decision of this newsroom; None forgets it.

    Raises:
        TypeError: The value is no JSON data.
    """
    text = json.dumps(value, ensure_ascii=True, sort_keys=True)
    with desk.writing() as session:
        raw = desk.library.raw
        if value is None:
            raw.execute("DELETE FROM preference WHERE newsroom = ? AND key = ?", (session.newsroom, key))
            return
        raw.execute("INSERT OR REPLACE INTO preference VALUES (?, ?, ?)", (session.newsroom, key, text))


def preferences(desk: Desk, beginning: str) -> dict[str, Any]:
    """All decisions whose key begins so, by key; damaged ones are left out."""
    question = "SELECT key, value FROM preference WHERE newsroom = ? AND key >= ? AND key < ? ORDER BY key"
    with desk.reading() as session:
        values = (session.newsroom, beginning, beginning + "\U0010ffff")
        rows = desk.library.raw.execute(question, values).fetchall()
    found: dict[str, Any] = {}
    for key, value in rows:
        try:
            found[key] = json.loads(value)
        except ValueError:
            continue
    return found
