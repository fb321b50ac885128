"""Failures of a place on disk as sentences."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST})


@contextmanager
def failing_at(folder: Path) -> Iterator[None]:
    """Tell what is wrong with a folder when the system refuses something there.

    Raises:
        EditorError: With exit code 6.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise EditorError.target("target_full", folder=str(folder)) from error
        if error.errno in _FORBIDDEN:
            raise EditorError.target("target_unwritable", folder=str(folder)) from error
        if error.errno in _NO_FOLDER:
            raise EditorError.target("target_is_a_file", folder=str(folder)) from error
        reason = error.strerror or type(error).__name__
        raise EditorError.target("target_failed", folder=str(folder), reason=reason) from error
