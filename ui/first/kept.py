"""What was typed on the first page of a window that could not be built: a small file, told of at the next start.

Only for this user to read. A file that is damaged is told of as it is: it is what somebody wrote.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_END = ".typed"


def keep(frame: Path, words: str) -> Path | None:
    """Write it down beside the file of the first frame, whose name is that of the library; where it stands now.

    Where that disk refuses it goes to the place of temporary files; None when that refuses as well.
    """
    name = f"{frame.stem}.{time.time_ns()}{_END}"
    for folder in (frame.parent, Path(gettempdir())):
        path = folder / name
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(words.encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            drop([path])
        else:
            return path
    return None


def found(frame: Path) -> list[Path]:
    """Files that were written and not taken back, the oldest first."""
    try:
        return sorted(
            path
            for path in frame.parent.iterdir()
            if path.name.startswith(f"{frame.stem}.") and path.name.endswith(_END)
        )
    except OSError:
        return []


def words_of(paths: Sequence[Path]) -> str:
    """What was typed, one start in a line of its own; what cannot be read now is left for another time."""
    texts = []
    for path in paths:
        try:
            texts.append(path.read_bytes().decode("utf-8", "replace"))
        except OSError:
            continue
    return "\n".join(texts)


def drop(paths: Sequence[Path]) -> None:
    """It is somewhere else now."""
    for path in paths:
        try:
            path.unlink()
        except OSError:
            continue
