"""One program at a time sends to a place. A program that dies lets go at once: the lock is the system's."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(library: Path, destination: str) -> Iterator[bool]:
    """Hold the place for this program; gives False when another one holds it.

    The lock is a file beside the library, which is on a disk of this computer. It stays there: to remove it would let
    two programs lock two files of one name.
    """
    name = f"outbox-{hashlib.sha256(destination.encode()).hexdigest()[:16]}.lock"
    descriptor = os.open(library.with_name(name), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _taken(descriptor)
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # is not there elsewhere

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # is not there on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
