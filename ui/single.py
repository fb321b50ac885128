"""One window a library: a second start hands over what it was given and ends.

A Unix socket in the user's runtime folder, named after the library, so that two libraries can be open in two processes.
Standard library only: handing over comes before Qt is imported.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

_SOON = 1.0  # seconds: a window that does not answer by then hangs, and a new one opens
_LIMIT = 1_000_000


def supported() -> bool:
    """Whether this system has what is needed; without it every start opens a window."""
    return os.name == "posix"


def address(library: Path) -> Path:
    """Where the window of a library listens. In a folder that only this user can enter."""
    runtime = os.environ.get("XDG_RUNTIME_DIR") or ""
    folder = Path(runtime) if runtime else _temporary() / f"gaotai-{os.getuid()}"
    path = str(library.resolve()).encode("utf-8", "surrogateescape")
    name = (
        f"{zlib.crc32(path):08x}{zlib.adler32(path):08x}"  # a few libraries of one user: no digest is needed for that
    )
    return folder / f"gaotai-{name}.sock"


def _temporary() -> Path:
    import tempfile  # a start with a runtime folder needs none

    return Path(tempfile.gettempdir())


def hand_over(library: Path, files: Sequence[str]) -> bool:
    """Give files to the window that has the library open, and bring it to the front; whether there was one."""
    if not supported():
        return False
    path = address(library)
    if not path.exists():
        return False
    import json  # most starts are the first, and ask nobody
    import socket

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_SOON)
            line.connect(str(path))
            line.sendall(json.dumps({"files": list(files)}).encode() + b"\n")
            return line.recv(2) == b"ok"
    except OSError:
        return False


def listening(library: Path) -> socket.socket | None:
    """A socket on which the window of a library is asked; None when the system gives none.

    One that a dead process left behind is taken over.
    """
    if not supported():
        return None
    import socket

    path = address(library)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.parent.stat().st_uid != os.getuid():
            return None  # somebody else made the folder: what came through it could be anybody's
        with suppress(FileNotFoundError):
            path.unlink()
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.bind(str(path))
        path.chmod(0o600)
        line.listen(4)
        line.settimeout(0)
    except OSError:
        return None
    return line


def asked(line: socket.socket) -> tuple[str, ...] | None:
    """Take one question; the files of it, None when it was none."""
    import json

    try:
        caller, _ = line.accept()
    except OSError:
        return None
    with caller:
        caller.settimeout(_SOON)
        try:
            received = b""
            while not received.endswith(b"\n") and len(received) < _LIMIT:
                part = caller.recv(65536)
                if not part:
                    break
                received += part
            files = json.loads(received).get("files", [])
            caller.sendall(b"ok")
        except (OSError, ValueError, AttributeError):
            return None
    return tuple(file for file in files if isinstance(file, str)) if isinstance(files, list) else ()


def close(line: socket.socket, library: Path) -> None:
    """Listen no more."""
    line.close()
    with suppress(OSError):
        address(library).unlink()
