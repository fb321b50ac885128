"""Interleaved measurement: every case once a round, in turn, so that a busy machine slows all of them alike."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def interleaved(cases: Mapping[str, Callable[[], object]], rounds: int, warm_up: int = 1) -> dict[str, list[float]]:
    """Seconds that each case took in each round; the warm-up rounds are not kept.

    Args:
        cases: Name → what to run. The order is turned around every other round.
        rounds: How many rounds are kept.
        warm_up: How many rounds are run before.
    """
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    order = list(cases)
    for turn in range(-warm_up, rounds):
        for name in order:
            start = time.perf_counter()
            cases[name]()
            took = time.perf_counter() - start
            if turn >= 0:
                seconds[name].append(took)
        order.reverse()
    return seconds


def ratio(seconds: Mapping[str, list[float]], name: str, base: str) -> float:
    """Median over the rounds of what ``name`` took against ``base`` in the same round."""
    return statistics.median(one / other for one, other in zip(seconds[name], seconds[base], strict=True))


def table(seconds: Mapping[str, list[float]], base: str) -> str:
    """Medians in milliseconds and ratios to ``base``, a line a case."""
    lines = [f"{'case':<32} {'median ms':>10} {'ratio':>7}"]
    for name, values in seconds.items():
        lines.append(f"{name:<32} {statistics.median(values) * 1000:>10.2f} {ratio(seconds, name, base):>7.2f}")
    return "\n".join(lines)
