"""What we write down on the server beside what we deliver: what stands there, what is being changed, who is at work.

The list of files is written last. Before the first change a second one says what is to be changed, so that after a
line that was cut each file there is known to be ours, and whether it may be old or new.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.publish.remote_files import RemoteFiles

HELD, CHANGING, LOCK = ".gaotai-files.json", ".gaotai-changing.json", ".gaotai-lock"
OWN = frozenset({HELD, CHANGING, LOCK})
STALE = 300.0
"""Seconds after which a lock that nobody renewed is that of a program that died."""
_RENEW = 20.0
_VERSION = 1


class Mark(NamedTuple):
    """A file as it was written: sha256 (hex) and bytes."""

    sha: str
    size: int


class Held(NamedTuple):
    """What stands on the server as its own list says.

    Attributes:
        mark: sha256 of the list itself, "" when there is none.
        files: By path.
    """

    mark: str
    files: Mapping[str, Mark]


class Changing(NamedTuple):
    """A delivery that did not come to its end.

    Attributes:
        by: Whose it was.
        put: Files that may be old or new.
        gone: Files that may be there or not.
    """

    by: str
    put: Mapping[str, Mark]
    gone: tuple[str, ...]


def held_of(data: bytes | None) -> Held:
    """The list of files.

    Raises:
        EditorError: It cannot be read, or names what is no path below the folder.
    """
    if data is None:
        return Held("", {})
    plain = _plain(data, HELD)
    return Held(hashlib.sha256(data).hexdigest(), _marks(plain.get("files"), HELD))


def changing_of(data: bytes | None) -> Changing | None:
    """The delivery that did not come to its end; see `held_of`."""
    if data is None:
        return None
    plain = _plain(data, CHANGING)
    gone = plain.get("gone")
    names = tuple(map(str, gone)) if isinstance(gone, list) else ()
    if not all(_is_path(name) for name in names):
        raise EditorError.target("sftp_list_damaged", file=CHANGING)
    return Changing(str(plain.get("by", "")), _marks(plain.get("put"), CHANGING), names)


def held_data(files: Mapping[str, Mark]) -> bytes:
    """The list of files as it is written."""
    return _written({"v": _VERSION, "files": {path: list(files[path]) for path in sorted(files)}})


def changing_data(changing: Changing) -> bytes:
    """What is to be changed as it is written."""
    put = {path: list(mark) for path, mark in sorted(changing.put.items())}
    return _written({"v": _VERSION, "by": changing.by, "put": put, "gone": sorted(changing.gone)})


def _written(plain: Mapping[str, Any]) -> bytes:
    return (json.dumps(plain, ensure_ascii=False, indent=0) + "\n").encode()


def _plain(data: bytes, file: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("v") != _VERSION:
        raise EditorError.target("sftp_list_damaged", file=file)
    return found


def _marks(found: object, file: str) -> dict[str, Mark]:
    try:
        marks = {path: Mark(str(row[0]), int(row[1])) for path, row in found.items()}  # type: ignore[attr-defined]
    except (AttributeError, TypeError, ValueError, IndexError) as error:
        raise EditorError.target("sftp_list_damaged", file=file) from error
    if not all(_is_path(path) for path in marks):
        raise EditorError.target("sftp_list_damaged", file=file)
    return marks


def _is_path(path: str) -> bool:
    """Whether a name from the server stays below a folder of ours."""
    parts = path.split("/")
    odd = any(part in {"", ".", ".."} or ":" in part or "\\" in part or not part.isprintable() for part in parts)
    return not odd and path not in OWN


class Lock:
    """Only one program at a time changes what stands there, also from several computers.

    The age of a lock is told by the server's own clock, so that clocks of computers need not agree.
    """

    def __init__(self, files: RemoteFiles, by: str) -> None:
        """Nothing is asked yet.

        Args:
            files: The server.
            by: Names this computer and place; a lock that it left behind is its own.
        """
        self._files = files
        self._by = by.encode()
        self._renewed = 0.0

    def __enter__(self) -> Self:
        """Take it.

        Raises:
            EditorError: Another computer is at work there.
        """
        if not self._files.create(LOCK, self._by) and not self._taken_over():
            raise EditorError.target("sftp_locked", minutes=int(STALE // 60))
        self._renewed = time.monotonic()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        """Give it back; after a line that was cut the next one of ours takes it over."""
        try:
            if self._files.read(LOCK) == self._by:
                self._files.remove(LOCK)
        except EditorError:
            if kind is None:
                raise

    def _taken_over(self) -> bool:
        """Whether the lock was ours, or that of a program that died, and is ours now."""
        there = self._files.read(LOCK)
        if there == self._by:
            return self._files.rewrite(LOCK, self._by)
        if there is not None:
            if self._age() < STALE:
                return False
            aside = f"{LOCK}-{secrets.token_hex(4)}"
            if self._files.move(LOCK, aside):
                taken = self._files.read(aside)
                if taken != there:  # another one was quicker, and this is its lock
                    self._files.move(aside, LOCK)
                    return False
                self._files.remove(aside)
        return self._files.create(LOCK, self._by)

    def _age(self) -> float:
        """Seconds since the lock was renewed, by the server's clock."""
        trial = f"{LOCK}-{secrets.token_hex(4)}"
        self._files.create(trial, b"")
        now, then = self._files.time_of(trial), self._files.time_of(LOCK)
        self._files.remove(trial)
        return 0.0 if now is None or then is None else now - then

    def renew(self) -> None:
        """Say that we are still at work; called often, does something now and then.

        Raises:
            EditorError: Somebody took it away.
        """
        if time.monotonic() - self._renewed < _RENEW:
            return
        self._renewed = time.monotonic()
        if not self._files.rewrite(LOCK, self._by):
            raise EditorError.target("sftp_lock_lost")
