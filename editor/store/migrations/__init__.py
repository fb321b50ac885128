"""Schemas of the library, forward only.

Each step is a function over a raw connection that brings schema n to n+1; a step never imports `tables`, which shows
the newest schema only. A library is brought forward on a copy that is verified before it takes the place of the old
file, and the old file stays beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.store.migrations import schema_2, schema_3

if TYPE_CHECKING:
    from pathlib import Path

NEWEST = 3
Step = Callable[[sqlite3.Connection], None]
STEPS: Mapping[int, Step] = {1: schema_2.step, 2: schema_3.step}


def version_of(raw: sqlite3.Connection) -> int:
    """Schema version of a library, 0 for a file that is none."""
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def make(raw: sqlite3.Connection) -> None:
    """Make the tables of the newest schema in an empty file, all or nothing."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable

    from editor.store.tables import INDEX, TRIGGERS, metadata

    dialect = sqlite.dialect()
    raw.execute("BEGIN IMMEDIATE")
    for table in metadata.sorted_tables:
        raw.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda item: str(item.name)):
            raw.execute(str(CreateIndex(index).compile(dialect=dialect)))
    for statement in (*INDEX, *TRIGGERS):
        raw.execute(statement)
    raw.execute(f"PRAGMA user_version={NEWEST}")
    raw.execute("COMMIT")


def bring_forward(path: Path, raw: sqlite3.Connection, steps: Mapping[int, Step] | None = None) -> None:
    """Bring an older library to the newest schema.

    The old file is kept as ``library.schema-N.db``.

    Raises:
        EditorError: A step is missing, or the copy is not what it should be; the library is as it was.
    """
    chain = STEPS if steps is None else steps
    first = version_of(raw)
    copy = path.with_name(path.name + ".new")
    copy.unlink(missing_ok=True)
    target = sqlite3.connect(copy, isolation_level=None)
    guard = sqlite3.connect(path, isolation_level=None)
    try:
        guard.execute("BEGIN IMMEDIATE")  # nobody writes while the copy is made
        target.execute("PRAGMA synchronous=FULL")
        raw.backup(target)
        target.execute("BEGIN IMMEDIATE")
        version = first
        while version in chain:
            chain[version](target)
            version += 1
            target.execute(f"PRAGMA user_version={version}")
        target.execute("COMMIT")
        sound = _same_entries(raw, target) and target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    finally:
        target.close()
        guard.close()
    if version == first or not sound:
        copy.unlink(missing_ok=True)
        raise EditorError.library("library_migration_failed", path=str(path))
    kept = path.with_name(f"library.schema-{first}.db")
    kept.unlink(missing_ok=True)
    raw.close()
    shutil.copy2(path, kept)
    copy.replace(path)  # one step: there is no moment without a library


def _same_entries(old: sqlite3.Connection, new: sqlite3.Connection) -> bool:
    question = "SELECT id, body, sig FROM entry ORDER BY newsroom, id"
    left, right = old.execute(question), new.execute(question)
    while True:
        one, other = left.fetchmany(500), right.fetchmany(500)
        if one != other:
            return False
        if not one:
            return True
