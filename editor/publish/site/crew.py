"""Work done in forked copies of this process: they have everything in memory already, so nothing is handed over.

Only on Linux, and only while this process has a single thread, ours or a library's: a fork copies no other thread, and
what one of them held locked would stay locked. Elsewhere, and for work that went wrong in a copy, the work is done
here, so that a copy that was killed costs time and nothing else.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 8
"""Copies at once; with more the disk is what everybody waits for."""


class _Copy(NamedTuple):
    process: int
    result: int
    work: Callable[[], bytes]
    done: Callable[[bytes], None]


class Crew:
    """Copies of this process that work at the same time, as many as there are processors."""

    def __init__(self) -> None:
        self._copies: deque[_Copy] = deque()
        self._size = min(len(os.sched_getaffinity(0)), MOST) if sys.platform == "linux" else 1

    def do(self, work: Callable[[], bytes], done: Callable[[bytes], None]) -> None:
        """Let work be done, apart when that is possible.

        Args:
            work: What it changes in memory is lost when it is done apart; files that it writes stay. It may be done
                twice, when the first copy comes to an end too early.
            done: Gets the result, here, perhaps not before `drain`.
        """
        while len(self._copies) >= self._size:
            self._collect()
        copy = _forked(work, done) if self._size > 1 and has_one_thread() else None
        if copy is None:
            done(work())
        else:
            self._copies.append(copy)

    def drain(self) -> None:
        """Wait until everything is done."""
        while self._copies:
            self._collect()

    def stop(self) -> None:
        """End what is being done; nothing of it counts."""
        for copy in self._copies:
            os.kill(copy.process, signal.SIGKILL)
            os.waitpid(copy.process, 0)
            os.close(copy.result)
        self._copies.clear()

    def _collect(self) -> None:
        copy = self._copies.popleft()
        try:
            _, status = os.waitpid(copy.process, 0)
            data = os.pread(copy.result, os.fstat(copy.result).st_size, 0) if status == 0 else None
        finally:
            os.close(copy.result)
        copy.done(copy.work() if data is None else data)


def has_one_thread() -> bool:
    """Whether this process has one thread."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _forked(work: Callable[[], bytes], done: Callable[[bytes], None]) -> _Copy | None:
    if sys.platform != "linux":
        return None
    result = os.memfd_create("gaotai")
    try:
        process = os.fork()
    except OSError:  # no memory or too many processes
        os.close(result)
        return None
    if process == 0:
        _work(work, result)
    return _Copy(process, result, work, done)


def _work(work: Callable[[], bytes], result: int) -> NoReturn:
    """All of a copy's life. It ends without cleaning up: files and locks that are open here are its original's."""
    code = 1
    try:
        gc.disable()
        gc.freeze()
        left = memoryview(work())
        while left:
            left = left[os.write(result, left) :]
        code = 0
    finally:
        os._exit(code)
