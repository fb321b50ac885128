"""Watches a window that lives: stalls of its event loop and what it did then, warnings, exceptions, what it holds."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QFont, QPixmapCache

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

STALL = 0.1
_TICK = 10
_HARMLESS = "This plugin does not support"


@dataclass
class Stall:
    """A time in which the event loop did not turn; processor: seconds of it in which our process worked, any thread."""

    seconds: float
    processor: float
    during: str
    where: list[str] = field(default_factory=list)

    @property
    def ours(self) -> bool:
        """Whether the window worked, and did not wait for a processor that others had."""
        return self.processor > STALL


@dataclass(frozen=True)
class Held:
    """What a window holds at rest, MiB.

    Attributes:
        memory: What its process took for itself. Pages of programs and libraries are not in it: which share of them
            counts as ours goes up and down by 20 MiB with whoever else runs the same.
        kept: The same when the caches of Qt (fonts, pictures), which have bounds of their own, are emptied and what was
            freed is given back.
        workers: What each worker took, by lane.
        files: Open files; threads: threads of Python.
    """

    memory: float
    kept: float
    workers: dict[str, float]
    files: int
    threads: int


def held(workers: Mapping[str, int]) -> Held:
    """What this process and its workers (lane → process) hold now."""
    gc.collect()
    memory = _own(os.getpid())
    QFont.cleanup()
    QPixmapCache.clear()
    ctypes.CDLL(None).malloc_trim(0)
    kept = _own(os.getpid())
    files = len(list(Path("/proc/self/fd").iterdir()))
    beside = {lane: _own(process) for lane, process in workers.items()}
    return Held(memory, kept, beside, files, threading.active_count())


def _own(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")) / 1024


class Watch(QObject):
    """Ticks every 10 ms; another thread notes what the window does when a tick is late."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.during = ""
        self.ticks: Counter[int] = Counter()
        self.stalls: list[Stall] = []
        self.problems: Counter[str] = Counter()
        self._last = (time.perf_counter(), time.process_time())
        self._seen: list[str] = []
        self._main = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._on_tick)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch", daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        qInstallMessageHandler(self._on_message)
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        self._last = (time.perf_counter(), time.process_time())
        self._timer.start()
        self._thread.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._over.set()
        self._thread.join()

    def _on_tick(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        gap = now - self._last[0] - _TICK / 1000
        if gap > STALL:
            self.stalls.append(Stall(gap, worked - self._last[1], self.during, list(self._seen)))
        self._seen = []
        self.ticks[max(0, round(gap * 10_000))] += 1  # tenths of milliseconds; a list would grow by 6 MiB
        self._last = (now, worked)

    def _look(self) -> None:
        while not self._over.wait(0.03):
            if time.perf_counter() - self._last[0] > STALL * 0.7:
                self._seen.append(_place(self._main))

    def _on_message(self, _kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(_HARMLESS):
            self.problems[f"Qt: {message} (during {self.during})"] += 1

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        told = "".join(traceback.format_exception(kind, error, trace)[-3:]).strip()
        self.problems[f"exception during {self.during}: {told}"] += 1

    def _on_unraisable(self, what: Any) -> None:
        self.problems[f"not raisable during {self.during}: {what.exc_value!r}"] += 1

    def late(self, share: float) -> float:
        """How late a tick is at most in this share of all, milliseconds."""
        wanted = self.ticks.total() * share
        seen = 0
        for tenths in sorted(self.ticks):
            seen += self.ticks[tenths]
            if seen >= wanted:
                return tenths / 10
        return 0.0


def _place(thread: int) -> str:
    """The innermost places of our own code in a thread; no frame is held, it would keep a painter alive."""
    frame: FrameType | None = sys._current_frames().get(thread)  # noqa: SLF001  (the only way to see another thread)
    found: list[str] = []
    while frame is not None and len(found) < 4:
        name = frame.f_code.co_filename
        if "/ui/" in name or "/editor/" in name:
            short = "/".join(name.rsplit("/", 2)[1:])
            found.append(f"{short}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(found) or "Qt"
