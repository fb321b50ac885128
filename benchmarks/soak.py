"""A seeded random user at the real window: does it stay whole, quick and small? Goal: nothing is found in 30 minutes.

Types (Chinese as an input method does, Latin by keys), pastes, undoes, goes from article to article, converts, submits
and signs as the people of the sample newsroom, searches, resizes, changes themes. What counts: exceptions, warnings of
Qt, defects that workers tell of, stalls of the event loop over 100 ms, growth of memory over 10 %, files and threads
that stay behind. A stall in which the window itself did not work (others had the processors) is told and not counted.

Memory is that of the window's process without pages it shares, at rest: a new article on the desk, the sizes, the theme
and the place of the beginning. It is compared with that after a warm-up (all sizes and themes with a long text, then
`WARM_UP` deeds of the user), in which fonts, icons, dialogs and views that are made on first use come to be; each time
the fonts of list and headline have painted every character that the user knows. It is read as it is, and with the
caches of Qt emptied. With ``--shared``, which two minutes in CI use, stalls and memory with caches are only told:
others have the processors, and the caches of fonts are not full after half a minute.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Signal
from typing_extensions import override

from benchmarks._user import User
from benchmarks._watch import Held, Watch, held
from benchmarks._window import Window
from editor.service.messages import Answer, Failure, Progress
from ui.jobs import ProcessJobs

GROWTH = 0.10
WARM_UP = 1000
_SHARE = 0.4
"""Of the time at most for the warm-up, on a slow machine."""
_EVERY = 300
_KNOWN = {"canceled"}


class _HeardJobs(ProcessJobs):
    """Jobs that tell of every failure, whoever asked."""

    failed = Signal(Failure)

    @override
    def hand(self, message: Answer | Failure | Progress) -> None:
        if isinstance(message, Failure):
            self.failed.emit(message)
        super().hand(message)


@dataclass
class Seen:
    """What was seen of a run; ``held``: deeds that were done by then, and what was held at rest."""

    watch: Watch
    user: User
    held: list[tuple[int, Held]] = field(default_factory=list)

    @property
    def growth(self) -> tuple[float, float]:
        """From the warm-up to the end: of the memory as it is, and with the caches of Qt emptied."""
        warm, last = self.held[0][1], self.held[-1][1]
        return last.memory / warm.memory - 1, last.kept / warm.kept - 1

    @property
    def still(self) -> bool:
        """Whether no file and no thread stays behind."""
        warm, last = self.held[0][1], self.held[-1][1]
        return last.files <= warm.files + 2 and last.threads <= warm.threads


def _listen(jobs: _HeardJobs, watch: Watch, user: User) -> None:
    """Failures that come from the workers are seen, whoever asked."""

    def heard(failure: Failure) -> None:
        if failure.code in {"bug", "worker_died"}:
            watch.problems[f"{failure.code} during {watch.during}: {failure.details}"] += 1
        elif failure.code not in _KNOWN:
            user.refused[failure.code] += 1

    jobs.failed.connect(heard)


def run(minutes: float, seed: int, folder: Path) -> Seen:
    """Let a user work that long; what was seen, done and held."""
    window = Window(folder / "library", folder, kind=_HeardJobs)
    window.begin()
    window.sample()
    window.do("file.new")
    window.until(lambda: window.desktop.sheet.article is not None, "a new article")
    watch = Watch(window.window)
    user = User(window, watch, seed)
    seen = Seen(watch, user)
    if isinstance(window.jobs, _HeardJobs):
        _listen(window.jobs, watch, user)
    begin = time.monotonic()
    user.look_around()
    watch.begin()
    end = begin + minutes * 60
    _work(user, begin + minutes * 60 * _SHARE, WARM_UP)
    _note(seen, window)
    while time.monotonic() < end:
        _work(user, min(end, time.monotonic() + _EVERY))
        _note(seen, window)
    watch.during = "close"
    window.close()
    watch.end()
    return seen


def _work(user: User, until: float, deeds: int = sys.maxsize) -> None:
    while deeds and time.monotonic() < until:
        user.step()
        deeds -= 1


def _note(seen: Seen, window: Window) -> None:
    seen.user.rest()
    now = held(window.jobs.process_ids())
    seen.held.append((seen.user.done.total(), now))
    beside = ", ".join(f"{lane} {size:.0f}" for lane, size in now.workers.items())
    print(
        f"{seen.held[-1][0]} deeds: {now.memory:.1f} MiB ({now.kept:.1f} without caches), workers {beside}", flush=True
    )


def report(seen: Seen, *, shared: bool = False) -> bool:
    """Print what was seen; whether nothing was found."""
    watch, user = seen.watch, seen.user
    did = ", ".join(f"{name} {count}" for name, count in user.done.most_common())
    print(f"{user.done.total()} deeds: {did}")
    if user.refused:
        print("refused as it should be: " + ", ".join(f"{code} {count}" for code, count in user.refused.most_common()))
    quick = _report_stalls(watch)
    warm, last = seen.held[0][1], seen.held[-1][1]
    whole, kept = seen.growth
    print(f"memory {warm.memory:.1f} → {last.memory:.1f} MiB ({whole:+.1%}), goal at most {GROWTH:.0%}")
    print(f"  without caches {warm.kept:.1f} → {last.kept:.1f} MiB ({kept:+.1%})")
    for lane, size in last.workers.items():
        before = warm.workers.get(lane, size)
        print(f"  worker {lane} {before:.0f} → {size:.0f} MiB, told only: its dictionaries open as they are used")
    print(f"files {warm.files} → {last.files}, threads {warm.threads} → {last.threads}")
    for problem, count in watch.problems.most_common():
        print(f"{count} x {problem}")
    good = not watch.problems and seen.still and kept <= GROWTH
    return good and (shared or (quick and whole <= GROWTH))


def _report_stalls(watch: Watch) -> bool:
    """Whether there was none."""
    print(f"event loop late: p50 {watch.late(0.5):.1f} p99 {watch.late(0.99):.1f} most {watch.late(1):.0f} ms")
    ours = [stall for stall in watch.stalls if stall.ours]
    others = len(watch.stalls) - len(ours)
    print(f"stalls over 100 ms: {len(ours)} of the window, {others} of a busy machine")
    for stall in sorted(ours, key=lambda each: -each.seconds)[:12]:
        where = Counter(stall.where).most_common(2)
        print(f"  {stall.seconds * 1000:.0f} ms ({stall.processor * 1000:.0f} worked) during {stall.during}: {where}")
    return not ours


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--shared", action="store_true", help="on a machine that others work on: stalls are only told")
    parser.add_argument("--seed", type=int, default=0, help="0 = another one each time")
    options = parser.parse_args()
    seed = options.seed or random.SystemRandom().randrange(1, 1_000_000)
    print(f"seed {seed}, {options.minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        good = report(run(options.minutes, seed, Path(folder)), shared=options.shared)
    print(f"seed {seed}: {'nothing found' if good else 'FAILED'}")
    return 0 if good else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # the end of the program itself is watched by tests/services/test_real_window.py
