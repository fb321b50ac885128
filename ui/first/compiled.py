"""Qt's bridge compiles a dozen modules of its own from their source at every start (20 ms): here that is kept.

They lie in its library as text, where Python's own cache of compiled modules does not reach. What is kept is used only
for the very same source and the very same Python; anything else is compiled as ever.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
import zlib
from importlib.util import MAGIC_NUMBER

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType
    from typing import Any

_THEIRS = "shibokensupport/"


class Compiled:
    """While it is entered (`with`), `compile` gives what was kept for the modules of the bridge."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"bridge-{sys.implementation.cache_tag}"
        self._kept: dict[str, tuple[tuple[int, int], CodeType]] = {}
        self._new = False
        self._compile = builtins.compile

    def __enter__(self) -> None:
        try:
            magic, kept = marshal.loads(self._path.read_bytes())  # noqa: S302  (of this user, as __pycache__ is)
            if magic == MAGIC_NUMBER and isinstance(kept, dict):
                self._kept = kept
        except (OSError, ValueError, EOFError, TypeError):
            self._kept = {}
        builtins.compile = self._found

    def __exit__(self, *_error: object) -> None:
        builtins.compile = self._compile

    def _found(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        if not (isinstance(source, bytes) and isinstance(filename, str) and filename.startswith(_THEIRS)):
            return self._compile(source, filename, mode, *more, **named)
        name = (len(source), zlib.crc32(source))
        kept = self._kept.get(filename)
        if kept is not None and kept[0] == name:
            return kept[1]
        made = self._compile(source, filename, mode, *more, **named)
        self._kept[filename] = (name, made)
        self._new = True
        return made

    def save(self) -> None:
        """Keep what was compiled now; when the disk refuses, the next start compiles again."""
        if not self._new:
            return
        self._new = False
        new = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new.write_bytes(marshal.dumps((MAGIC_NUMBER, self._kept)))
            new.replace(self._path)
        except OSError:
            return
