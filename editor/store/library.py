"""A library on disk: one folder with ``library.db``, opened with the settings that lose nothing.

Settings (measured with SQLite 3.40 under simulated power cuts): TRUNCATE + FULL loses no commit; WAL + FULL neither,
but SQLite before 3.51.3 can damage a WAL when two connections checkpoint at once, so WAL is used from 3.51.3 on.
"""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from editor.errors import EditorError
from editor.store import migrations
from editor.store.failures import told
from editor.store.network import on_network
from editor.store.placing import put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_NAME = "library.db"
RESERVE_NAME = "library.reserve"
_RESERVE_BYTES = 1 << 20
BUSY_MS = 5_000
"""How long another program that writes is waited for, in milliseconds."""
_SAFE_WAL = (3, 51, 3)


class Library:
    """An open library: one connection, used by one thread of one process.

    Attributes:
        path: The database file.
        read_only: Why nothing can be written: "" (it can), ``library_newer`` or ``library_read_only``.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection, read_only: str) -> None:
        self.path = path
        self.read_only = read_only
        self.raw = raw
        # Nobody but this class opens and ends transactions: DDL would survive a rollback by the driver.
        options: dict[str, Any] = {"poolclass": StaticPool, "isolation_level": "AUTOCOMMIT"}
        self._engine = sa.create_engine("sqlite+pysqlite://", creator=lambda: raw, **options)
        self._connection: sa.Connection | None = None

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A consistent view; nothing can be written through it by mistake that outlives it."""
        with told(self.path), self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One unit of work: committed when the block ends, rolled back when it raises. Returned = durable.

        Raises:
            EditorError: The library is read-only, newer, locked by another program, full or damaged.
        """
        if self.read_only:
            raise EditorError.library(self.read_only, path=str(self.path))
        with told(self.path), self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sa.Connection]:
        if self._connection is not None:  # an operation called by another one: part of its unit of work
            yield self._connection
            return
        with self._engine.connect() as connection:
            self.raw.execute(begin)
            self._connection = connection
            try:
                yield connection
                self.raw.execute("COMMIT")
            finally:
                self._connection = None
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")

    def free_reserve(self) -> bool:
        """Give back the reserved space, so that the text being written can be saved on a full disk."""
        reserve = self.path.with_name(RESERVE_NAME)
        existed = reserve.exists()
        with suppress(OSError):
            reserve.unlink(missing_ok=True)
        return existed

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()
        self.raw.close()


def library_path(folder: Path) -> Path:
    """The database file of a library folder."""
    return folder / FILE_NAME


def create(folder: Path) -> Library:
    """Open the library of a folder, made when it is not there yet.

    Raises:
        EditorError: See `open_library`; also when the folder cannot be made or lies on a network share.
    """
    path = library_path(folder)
    if not path.exists():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # drafts are nobody else's; one that is there stays
        except (OSError, ValueError):
            raise EditorError.library("library_cannot_open", path=str(path)) from None
        _found(path)
    return open_library(folder)


def open_library(folder: Path, *, reserve: bool = True) -> Library:
    """Open the library of a folder; ``reserve`` keeps some space back for the text being written on a full disk.

    Raises:
        EditorError: It is not there, on a network share, locked, damaged, or cannot be opened.
    """
    path = library_path(folder)
    if not path.is_file():
        raise EditorError.library("library_missing", path=str(path))
    if on_network(path):
        raise EditorError.library("library_on_network", path=str(path))
    with told(path):
        raw, read_only = _connect(path)
        try:
            version = _version(path, raw)
            if version < migrations.NEWEST:
                _bring_forward(path, raw, read_only)
                raw, read_only = _connect(path)
        except BaseException:
            raw.close()
            raise
        read_only = "library_newer" if version > migrations.NEWEST else read_only
        if not read_only:
            _settings(raw)
            if reserve:
                _reserve(path)
        return Library(path, raw, read_only)


def _connect(path: Path) -> tuple[sqlite3.Connection, str]:
    """A connection, read-only where the file or its folder does not let us write."""
    uri = path.resolve().as_uri()
    try:
        raw = sqlite3.connect(f"{uri}?mode=rw", uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            raise
        raw = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.text_factory = _text
        return raw, "library_read_only"
    raw.text_factory = _text
    return raw, ""


def _text(stored: bytes) -> str:
    """Text as stored; flipped bits become lone surrogates, which no entry may hold, so that they are noticed."""
    return stored.decode("utf-8", "surrogateescape")


def _version(path: Path, raw: sqlite3.Connection) -> int:
    """The schema; a newer one is only read.

    Raises:
        EditorError: The file is no library.
    """
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # a file that is no database says so here
    version = migrations.version_of(raw)
    if version == 0:
        raise EditorError.library("library_foreign", path=str(path))
    return version


def _bring_forward(path: Path, raw: sqlite3.Connection, read_only: str) -> None:
    """Bring an older schema forward on a verified copy; the connection is closed.

    Raises:
        EditorError: It can only be read, or the copy is not what it should be.
    """
    if read_only:
        raise EditorError.library("library_old_read_only", path=str(path))
    migrations.bring_forward(path, raw)
    raw.close()


def _settings(raw: sqlite3.Connection) -> None:
    mode = "WAL" if sqlite3.sqlite_version_info >= _SAFE_WAL else "TRUNCATE"
    raw.execute(f"PRAGMA journal_mode={mode}")
    for setting in ("synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON", "mmap_size=0"):
        raw.execute(f"PRAGMA {setting}")
    raw.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def _found(path: Path) -> None:
    """Make an empty library beside its place and put it there whole, unless another program was quicker."""
    if on_network(path):
        raise EditorError.library("library_on_network", path=str(path))
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    with told(path):
        try:
            new.unlink(missing_ok=True)
            raw = sqlite3.connect(new, isolation_level=None)
        except OSError:
            raise EditorError.library("library_cannot_open", path=str(path)) from None
        try:
            raw.execute("PRAGMA synchronous=FULL")
            migrations.make(raw)
        finally:
            raw.close()
        put_in_place(new, path)


def _reserve(path: Path) -> None:
    reserve = path.with_name(RESERVE_NAME)
    if reserve.exists():
        return
    with suppress(OSError):  # no room for a reserve is no reason to refuse the work
        reserve.write_bytes(bytes(_RESERVE_BYTES))
