"""How the work of a function grows with its input: guards against quadratic growth that noise cannot trip.

A loaded machine, or a collection of a large heap in the middle, makes one reading long; it never makes one short. So
the best of a few readings counts, in processor time, with the collector off, and more are taken only while they fail.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TRIES = 5


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of this process that one call takes."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        if collecting:
            gc.enable()


def assert_proportional(short: Callable[[], object], long: Callable[[], object], *, times: float, slack: float) -> None:
    """The long work costs at most `times` what the short does, and `slack` seconds more."""
    shorts: list[float] = []
    longs: list[float] = []
    for _ in range(_TRIES):
        shorts.append(spent(short))
        longs.append(spent(long))
        if min(longs) <= slack + times * max(min(shorts), 0.0):
            return
    message = f"{min(longs):.3f} s for the long one, {min(shorts):.3f} s for the short one, of {_TRIES} readings"
    raise AssertionError(message)


def assert_within(seconds: float, work: Callable[[], object]) -> None:
    """One call takes at most so many seconds of the processor: a guard far above what it takes, not a figure."""
    readings: list[float] = []
    for _ in range(_TRIES):
        readings.append(spent(work))
        if readings[-1] <= seconds:
            return
    message = f"{min(readings):.2f} s at best, allowed {seconds} s"
    raise AssertionError(message)
