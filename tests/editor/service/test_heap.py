"""Freed memory goes back to the system."""

from __future__ import annotations

import platform
import subprocess
import sys

from editor.service import heap

_WORK = """
import ctypes
from pathlib import Path
from editor.service.heap import give_back
if {told}:
    give_back()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
MIB = 1 << 20
libc.free(libc.malloc(20 * MIB))  # from now on pieces up to this size come from the heap, unless told otherwise
large = libc.malloc(16 * MIB)
ctypes.memset(large, 1, 16 * MIB)
stays = libc.malloc(100)
libc.free(large)
line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("RssAnon"))
print(int(line.split()[1]) // 1024)
"""


def _held(*, told):
    program = [sys.executable, "-c", _WORK.format(told=told)]
    return int(subprocess.run(program, capture_output=True, text=True, check=True, timeout=60).stdout)


def test_a_small_piece_that_stays_does_not_hold_a_large_one_that_went():
    if platform.libc_ver()[0] != "glibc":
        assert not heap.give_back()
        return
    assert heap.give_back()
    assert _held(told=False) - _held(told=True) > 12


def test_another_system_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert not heap.give_back()
