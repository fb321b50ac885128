"""Memory and processor time of a long batch to a system in this process that keeps nothing but what stands where.

Goal: as flat at 10,000 articles as at 1,000. What is measured is ours: the gate, the pieces, the queue, the receipts;
what an article takes on the line is in `delivery`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.operations import delivering
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.driving import drive
from editor.publish.targets.destination import Health, Look, Standing, Status
from editor.publish.targets.kinds import checked, kind
from editor.store.outbox import TargetRow
from tests.services.chaos.newsroom import CHIEF, founded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.operations.outbox.driving import Happened
    from editor.publish.package import Gone
    from editor.publish.targets.destination import Piece

GOAL = 1.1
GIVEN = {
    "wordpress": {"url": "http://127.0.0.1:1/", "user": "a"},
    "wagtail": {"url": "http://127.0.0.1:1/", "parent": "3"},
}


class Kept:
    """A system that answers at once."""

    def __init__(self, real: Any) -> None:
        """The pieces are those of a real kind."""
        self._real = real
        self.traits = real.traits
        self.probe = lambda: Health("bot", 0.0)
        self.piece = real.piece
        self._made = 0

    def find(self, keys: Sequence[str]) -> dict[str, tuple[Standing, ...]]:
        """Nothing stands there yet."""
        return dict.fromkeys(keys, ())

    def read(self, thing: str) -> Standing | None:
        """Nothing is read again."""
        raise AssertionError(thing)

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        """It stands there as it was sent."""
        self._made += at is None
        return Standing(at.thing if at else str(self._made), piece.key, status, "", str(status), piece.fields)

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """Nothing is taken down."""
        raise AssertionError(at, gone)

    def look(self, address: str) -> Look:
        """Nobody looks."""
        raise AssertionError(address)

    def close(self) -> None:
        """Hang up."""
        self._real.close()


def resident() -> float:
    """Memory of this process in megabytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", choices=tuple(GIVEN), default="wordpress")
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    made = kind(options.system)
    values = {**checked(made, GIVEN[options.system]), "connections": "4", "outlet": "web"}
    target = TargetRow("web", options.system, made.address(values), values, "")
    seen: list[tuple[int, float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        newsroom = founded(Path(folder) / "newsroom", target, 1)
        for number in range(options.articles):
            newsroom.write(number, pictures=False)
        newsroom.queue(*newsroom.articles)
        step = max(1, options.articles // 10)
        seen.append((0, resident(), time.process_time()))
        done = 0

        def tell(_happened: Happened) -> None:
            nonlocal done
            done += 1
            if done % step == 0:
                seen.append((done, resident(), time.process_time()))

        place = Kept(made.open(values, "x"))
        drive(
            newsroom.desk, target, place, OwnClock(), tell=tell,
            signer=lambda session: delivering.receiver(session, CHIEF),
        )  # fmt: skip
        place.close()
        newsroom.desk.library.close()
    print(f"{options.system}: {options.articles} articles, nothing on a line")
    for (before, _, earlier), (articles, memory, spent) in pairwise(seen):
        print(
            f"  {articles:6} articles  {memory:6.1f} MB  {(spent - earlier) * 1000 / (articles - before):.2f} ms each"
        )
    print(f"  memory at the end to that at a tenth  {seen[-1][1] / seen[1][1]:.2f} x  (goal {GOAL})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
