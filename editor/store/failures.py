"""What SQLite says, as the failures that a person can do something about; everything else stays a bug."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY = 0xFF
_CODES = {
    sqlite3.SQLITE_BUSY: "library_locked",
    sqlite3.SQLITE_LOCKED: "library_locked",
    sqlite3.SQLITE_FULL: "library_full",
    sqlite3.SQLITE_READONLY: "library_read_only",
    sqlite3.SQLITE_PERM: "library_read_only",
    sqlite3.SQLITE_CORRUPT: "library_damaged",
    sqlite3.SQLITE_NOTADB: "library_damaged",
    sqlite3.SQLITE_CANTOPEN: "library_cannot_open",
    sqlite3.SQLITE_IOERR: "library_disk_error",
}
_NO_LONGER_THERE = ("no such table", "no such column", "malformed")


def known_code(error: BaseException) -> str | None:
    """Code of a failure of SQLite that a person can act on, or None when it is a bug."""
    number = getattr(error, "sqlite_errorcode", None)
    if not isinstance(number, int):
        return None
    if number == sqlite3.SQLITE_ERROR and str(error).startswith(_NO_LONGER_THERE):
        return "library_damaged"
    return _CODES.get(number & _PRIMARY)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn known failures of SQLite, raw or wrapped by SQLAlchemy, into an `EditorError` about the library."""
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    try:
        yield
    except DBAPIError as error:
        code = known_code(error.orig) if error.orig is not None else None
        if code is None:
            raise
        raise EditorError.library(code, path=str(path)) from error
    except UnicodeDecodeError as error:  # SQLite quotes what it stumbled over
        raise EditorError.library("library_damaged", path=str(path)) from error
    except sqlite3.Error as error:
        code = known_code(error)
        if code is None:
            raise
        raise EditorError.library(code, path=str(path)) from error
