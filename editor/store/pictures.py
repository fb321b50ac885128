"""Pictures of a library for those who have no connection to it: a thread that sends them."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.store.failures import told

if TYPE_CHECKING:
    from pathlib import Path

_BUSY_SECONDS = 5.0


def picture(library: Path, newsroom: str, identifier: str) -> bytes:
    """The bytes of a picture, read through a connection of their own.

    Raises:
        EditorError: It is not there or not what it was, or the library cannot be read.
    """
    uri = f"{library.resolve().as_uri()}?mode=ro"
    with told(library), closing(sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS)) as raw:
        found = raw.execute("SELECT bytes FROM asset WHERE newsroom = ? AND id = ?", (newsroom, identifier)).fetchone()
    if found is None or hashlib.sha256(found[0]).hexdigest() != identifier:
        raise EditorError.library("asset_damaged", asset=identifier)
    return bytes(found[0])
