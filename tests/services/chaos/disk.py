"""A disk of its own for a newsroom, that can be filled to the last byte and emptied again."""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SIZE = "300m"


class Disk:
    """A folder on a file system of its own; without one (it takes root to mount it) it is never full.

    Attributes:
        folder: Where it is.
        own: Whether it can be filled.
    """

    def __init__(self, folder: Path, *, own: bool) -> None:
        self.folder = folder
        self.own = own
        self._filling = folder / "filling"

    def fill(self) -> None:
        """Leave no byte free."""
        with self._filling.open("wb") as file, contextlib.suppress(OSError):
            while True:
                there = os.statvfs(self.folder)
                os.posix_fallocate(file.fileno(), file.tell(), max(there.f_bavail * there.f_frsize, 1))
                file.seek(0, os.SEEK_END)

    def empty(self) -> None:
        """Give it all back."""
        self._filling.unlink(missing_ok=True)


@contextlib.contextmanager
def disk(folder: Path) -> Iterator[Disk]:
    """A disk at a folder, gone at the end."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    own = os.getuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield Disk(folder, own=own)
    finally:
        if own:
            subprocess.run(["umount", "-l", str(folder)], check=True)
