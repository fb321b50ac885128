"""A run of chaos against a system: kills, faults, changes, until all is quiet; then the count."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import random

    from tests.services.chaos.disk import Disk
    from tests.services.chaos.newsroom import Field

ROOT = Path(__file__).resolve().parents[3]
FAULTS = (
    *(("kill_before", ""), ("kill_after_insert", ""), ("kill_after_update", ""), ("kill_after_all", "")),
    *(("err500_after", ""), ("http502", ""), ("http503", "1"), ("http429", "1"), ("cut", "40"), ("cut_quietly", "200")),
    *(("slow_after", "4"), ("slow", "4"), ("wrong_password", "")),
)
_MORE, _LONGEST = 8, 4.0


class Rig(Protocol):
    """A real system that can be hurt."""

    def kill_worker(self, dice: random.Random | None = None) -> int: ...
    def fault(self, mode: str, count: int = 1, value: object = "") -> None: ...


@dataclass
class Chaos:
    """What happened."""

    clients: int = 0
    workers: int = 0
    full: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return self.clients + self.workers + sum(name.startswith("kill") for name in self.faults)

    def __str__(self) -> str:
        return f"{self.clients} clients, {self.workers} workers, {len(self.faults)} faults, {self.full} times full"


def chaos(
    newsroom: Field, rig: Rig, secret: str, disk: Disk, *, kills: int, changes: int, withdrawals: int, seconds: float
) -> Chaos:
    """Send everything while the client, its disk, the server's workers and the answers are hurt."""
    dice = newsroom.dice
    done = Chaos()
    newsroom.queue(*newsroom.articles)
    work = ["change"] * changes + ["withdraw"] * withdrawals
    dice.shuffle(work)
    end = time.monotonic() + seconds
    step = told = 0
    client: subprocess.Popen[bytes] | None = None
    while done.kills < kills and time.monotonic() < end:
        if client is not None and client.poll() == 0:  # everything is there: there is always something to be hurt
            for _ in range(_MORE):
                _happens(newsroom, "change", dice)
        if client is None or client.poll() is not None:
            client = client_of(newsroom, secret)
        step += 1
        if work and step % 3 == 0:
            _happens(newsroom, work.pop(), dice)
        for _ in range(dice.randrange(1, 4)):
            mode, value = dice.choice(FAULTS)
            rig.fault(mode, 1, value)
            done.faults.append(mode)
        for _ in range(dice.randrange(1, 4)):
            _pause(dice.uniform(0.05, 0.5))
            with contextlib.suppress(IndexError):
                rig.kill_worker(dice)
                done.workers += 1
        told = _until_told(newsroom, client, told)
        if step % 5 == 0 and disk.own:
            disk.fill()
            _pause(dice.uniform(0.1, 1.5))
            disk.empty()
            done.full += 1
        if step % 4 == 0 and client is not None:
            _pause(dice.uniform(0.0, 1.5))
            client.send_signal(signal.SIGKILL)
            client.wait()
            done.clients += 1
    for what in work:
        _happens(newsroom, what, dice)
    if client is not None:
        client.kill()
        client.wait()
    return done


def settled(newsroom: Field, secret: str, seconds: float) -> None:
    """Let the client end its work undisturbed.

    Raises:
        AssertionError: It does not come to an end.
    """
    client = client_of(newsroom, secret)
    try:
        assert client.wait(timeout=seconds) == 0
    finally:
        client.kill()


def client_of(newsroom: Field, secret: str) -> subprocess.Popen[bytes]:
    """The program that sends, begun."""
    folder = newsroom.desk.library.path.parent
    with _log(newsroom).open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.services.chaos.client", str(folder), secret],
            cwd=ROOT, stdout=log, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip


def _log(newsroom: Field) -> Path:
    return newsroom.desk.library.path.parent.parent.parent / "client.log"  # beside the disk that may be full


def _until_told(newsroom: Field, client: subprocess.Popen[bytes], told: int) -> int:
    """Wait until something came of a call, that kills may hit work at every stage on slow machines as well."""
    end = time.monotonic() + _LONGEST
    while (size := _log(newsroom).stat().st_size) == told and client.poll() is None and time.monotonic() < end:
        _pause(0.05)
    return size


def _happens(newsroom: Field, what: str, dice: random.Random) -> None:
    left = [each for each in newsroom.articles if not each.gone]
    article = dice.choice(left)
    if what == "change":
        newsroom.change(article)
    else:
        newsroom.withdraw(article)


def _pause(seconds: float) -> None:
    import threading

    threading.Event().wait(seconds)
