"""The log: which commands ran and where bugs happened. Never the text of an article, never a secret."""

from __future__ import annotations

import os
import time
import traceback
from contextlib import suppress
from pathlib import Path

LIMIT = 1_000_000
"""Bytes beyond which a new file is begun."""
_KEPT = 3


def _path() -> Path:
    from platformdirs import user_log_path  # start-up time

    return user_log_path("gaotai", appauthor=False) / "gaotai.log"


def _write(text: str) -> Path:
    path = _path()
    with suppress(OSError):  # a full disk or a read-only home must not stop the work that the log tells of
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LIMIT:
            for number in range(_KEPT, 0, -1):
                older = path.with_suffix(f".log.{number}")
                newer = path.with_suffix(f".log.{number - 1}") if number > 1 else path
                if newer.exists():
                    newer.replace(older)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as file:
            file.write(text)
    return path


def write_line(text: str) -> None:
    """One line about a command that ran."""
    _write(f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {text}\n")


def write_bug(command: str, error: BaseException) -> Path:
    """Where a bug happened: the kind of exception and the lines of code, not its message, which may quote a text."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return _write(
        f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} bug in {command or '-'}: {type(error).__name__}\n"
        + "\n".join(lines)
        + "\n"
    )
