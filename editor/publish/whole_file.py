"""A file that a person named, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from editor.errors import EditorError


def write_whole(file: str, data: bytes) -> None:
    """Write a file, over what stood there.

    Raises:
        EditorError: It cannot be written (exit 6); what stood there is as it was.
    """
    path = Path(file)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):  # on a full disk half a file would keep it full
            new.unlink(missing_ok=True)
        raise EditorError.target("output_unwritable", file=file) from error
