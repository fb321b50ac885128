"""Memory that was freed goes back to the system, in the process of the window and in those of its workers."""

from __future__ import annotations

import sys

LARGE = 1 << 18
"""Bytes from which a piece of memory is asked of the system by itself, and given back as soon as it is freed."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h of the GNU C library


def give_back() -> bool:
    """Keep large pieces out of the heap; whether this system's C library can be told so.

    By itself glibc takes the size of whatever large piece was freed last (a picture of the window before it was
    resized: 5 MiB) as the size up to which pieces come from the heap, where small ones that stay then stand in the gaps
    and nothing is given back: a fifth more memory after some minutes of work.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # not before the first paint

    try:
        tell = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # another C library than that of GNU
        return False
    tell.argtypes, tell.restype = (ctypes.c_int, ctypes.c_int), ctypes.c_int
    return all([tell(_MMAP_THRESHOLD, LARGE), tell(_TRIM_THRESHOLD, LARGE)])
