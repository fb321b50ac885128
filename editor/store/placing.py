"""A file that is made once: two programs that begin at the same moment end up with the same one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def put_in_place(new: Path, path: Path) -> bool:
    """Move a file to a place where there is none; gives whether it was ours that went there.

    A file that is there already stays, and `new` is removed. Where the disk knows no hard links, the place is looked
    at and then taken: there another program could come between.

    Raises:
        OSError: Nothing can be written there.
    """
    try:
        os.link(new, path)
    except FileExistsError:
        placed = False
    except OSError:
        placed = not path.exists()
        if placed:
            new.replace(path)
    else:
        placed = True
    with suppress(FileNotFoundError):
        new.unlink()
    return placed
