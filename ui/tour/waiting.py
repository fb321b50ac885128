"""Waiting until a window has come to rest: nothing is asked any more, and no timer is about to change it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_STEP = 10
_SOON = 900


class NotDrawnError(Exception):
    """A screen did not become what it has to be; the text says which."""


def until(happened: Callable[[], object], what: str, seconds: float = 20) -> None:
    """Let the event loop run until something is so.

    Raises:
        NotDrawnError: It did not become so in time.
    """
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise NotDrawnError(what)
        turn(_STEP)


def turn(milliseconds: int) -> None:
    """Let the event loop run for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def restless(root: QObject) -> bool:
    """Whether something under an object is about to change it: a single shot that goes off soon."""
    timers = root.findChildren(QTimer)
    return any(timer.isSingleShot() and timer.isActive() and timer.remainingTime() < _SOON for timer in timers)
