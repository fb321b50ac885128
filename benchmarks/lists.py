"""How long does a list of 100,000 articles keep a window waiting? The core's half; goals: docs/search.md."""

from __future__ import annotations

import argparse
import pickle
import statistics
import tempfile
import time
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import _library
from editor.newsroom.identity import KeysInMemory
from editor.operations import browsing
from editor.operations.desk import Desk, new_id
from editor.records.articles import ORDERS, View

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = 20.0
_PERSON = _library.PEOPLE[0]
_VIEWS = (
    View("all"),
    View("sent"),
    View("level1"),
    View("column", _library.COLUMNS[0]),
    View("my_drafts", _PERSON),
    View("my_submitted", _PERSON),
    View("my_published", _PERSON),
)


def _median(work: Callable[[], object], rounds: int = 5) -> float:
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def _first_rows(desk: Desk, view: View, order: str) -> object:
    return browsing.rows(desk, browsing.ids(desk, view, order, 200))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--library", help="folder of a library made by an earlier run; made there when it is empty")
    options = parser.parse_args()
    place = nullcontext(options.library) if options.library else tempfile.TemporaryDirectory()
    with place as folder:
        opened = _library.make(Path(folder), options.articles, 60, index=False)
        desk = Desk(opened, KeysInMemory(), new_id())
        slowest = 0.0
        print(f"{'view':<14} {'order':<10} {'first 200 rows ms':>18} {'all ids ms':>12} {'ids':>8}")
        for view in _VIEWS:
            for order in ORDERS:
                first = _median(partial(_first_rows, desk, view, order))
                every = browsing.ids(desk, view, order)
                took = _median(partial(browsing.ids, desk, view, order), 3)
                slowest = max(slowest, first if order == "updated" else 0.0)
                print(f"{view.kind:<14} {order:<10} {first:18.2f} {took:12.2f} {len(every):8}")
        ids = browsing.ids(desk, View("all"))
        middle = ids[len(ids) // 2 :][:200]
        blocks: dict[str, Callable[[], object]] = {
            "a block of 200 rows": partial(browsing.rows, desk, middle),
            "packed for the window": partial(pickle.dumps, browsing.rows(desk, middle)),
            "all ids, packed": partial(pickle.dumps, ids),
            "counts of every view": partial(browsing.counts, desk, _PERSON),
        }
        for name, work in blocks.items():
            print(f"{name:<25} {_median(work):8.2f} ms")
        counts = _median(partial(browsing.counts, desk, _PERSON))
        opened.close()
    for name, reached in (("first 200 rows, newest first", slowest), ("counts of every view", counts)):
        print(f"{name}: {reached:.2f} ms, goal at most {GOAL:.0f}: {'met' if reached <= GOAL else 'MISSED'}")


if __name__ == "__main__":
    main()
