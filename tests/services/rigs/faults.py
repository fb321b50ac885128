"""Faults that a test orders and a server commits: a file of orders between them, read and counted down under a lock."""

from __future__ import annotations

import fcntl
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

WRITES = "POST PUT PATCH DELETE"
EVERYTHING = "GET HEAD OPTIONS POST PUT PATCH DELETE"

BEFORE = (
    *("kill_before", "http502", "http503", "http429", "html200", "redirect", "wrong_password"),
    *("slow", "slow_insert", "passwords_off"),
)
"""Committed before the request has changed anything. The last two are known to WordPress only; ``slow_insert`` waits
between the last look and the writing of the row."""
AFTER = (
    *("kill_after_insert", "kill_after_update", "kill_after_all", "err500_after", "slow_after"),
    *("cut", "cut_quietly"),
)
"""Committed when it has, wholly or in part. ``cut`` is an HTTP error, as the answer had told its length;
``cut_quietly`` is none: the answer ends properly in the middle, as some proxies end it when their server has died."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One order.

    Attributes:
        mode: What goes wrong, one of BEFORE and AFTER.
        count: How many requests it befalls.
        value: Seconds of ``slow``, ``slow_insert``, ``slow_after`` and of Retry-After, bytes of ``cut`` and
            ``cut_quietly``, address of ``redirect``.
        methods: The requests that it may befall, by method.
        path: Part of the address that it may befall; empty means every one.
    """

    mode: str
    count: int = 1
    value: str = ""
    methods: str = WRITES
    path: str = ""


def _read(text: str) -> list[dict[str, Any]]:
    """The orders; a server that was killed while it wrote them has lost them."""
    try:
        return list(json.loads(text))
    except ValueError:
        return []


class Faults:
    """The file of orders."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.clear()

    def order(self, fault: Fault) -> None:
        """Add an order."""
        assert fault.mode in BEFORE + AFTER, fault.mode
        with self._path.open("r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            orders = [*_read(file.read()), asdict(fault)]
            file.seek(0)
            file.truncate()
            json.dump(orders, file)

    def left(self) -> int:
        """How many requests are still to be befallen: 0 tells that every order was carried out."""
        with self._path.open(encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            return sum(int(order["count"]) for order in _read(file.read()))

    def clear(self) -> None:
        """Forget all orders."""
        with self._path.open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            file.truncate()
            file.write("[]")
