"""Memory that was freed goes back to the system, in the process of the window and in those of its workers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

LARGE = 1 << 18
"""Bytes from which a piece of memory is asked of the system by itself, and given back as soon as it is freed."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h of the GNU C library


def give_back() -> bool:
    """Keep large pieces out of the heap; whether this system's C library can be told so.

    By itself glibc takes the size of whatever large piece was freed last (a picture of the window before it was
    resized: 5 MiB) as the size up to which pieces come from the heap, where small ones that stay then stand in the gaps
    and nothing is given back: a fifth more memory after some minutes of work.
    """
    tell = _function("mallopt", 2)
    return tell is not None and all([tell(_MMAP_THRESHOLD, LARGE), tell(_TRIM_THRESHOLD, LARGE)])


def trim() -> None:
    """Give back now what was freed in the middle of the heap: a millisecond, for when nobody types."""
    trimmed = _function("malloc_trim", 1)
    if trimmed is not None:
        trimmed(0)


def _function(name: str, arguments: int) -> Callable[..., int] | None:
    """A function of the GNU C library on whole numbers; None where there is another library."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # noqa: PLC0415  (not before the first paint)

    try:
        found = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
    kind = ctypes.c_int if name == "mallopt" else ctypes.c_size_t
    found.argtypes, found.restype = [kind] * arguments, ctypes.c_int
    return cast("Callable[..., int]", found)
