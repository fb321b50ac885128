"""Time as the outbox needs it: a clock to compare with the place's own, and waiting that can be broken off."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta, timezone
from typing import Protocol

SHANGHAI = timezone(timedelta(hours=8))


class Clock(Protocol):
    """What is handed to `driving`; tests hand another."""

    def now(self) -> float:
        """Seconds since 1970 as this computer believes."""
        ...

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        ...


class OwnClock:
    """The clock of this computer."""

    def __init__(self) -> None:
        self.stop = threading.Event()

    def now(self) -> float:
        """See `Clock`."""
        return time.time()

    def wait(self, seconds: float) -> None:
        """See `Clock`; ends at once when `stop` is set."""
        self.stop.wait(seconds)


def moment(told: str) -> float | None:
    """Seconds since 1970 of an ISO 8601 time of a slip, None when it is none.

    A time without a zone is the newsroom's (+08:00); a date alone is its first minute.
    """
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=SHANGHAI)).timestamp()


def told(seconds: float) -> str:
    """ISO 8601 in the newsroom's zone, to the second."""
    return datetime.fromtimestamp(seconds, SHANGHAI).isoformat(timespec="seconds")


_LONGEST_LATE = 600.0


def still_late(until: float, now: float) -> float:
    """Seconds for which a call that was given up may still have an effect.

    No place takes longer than ten minutes: a moment beyond that was told by a clock that has been set back since.
    """
    return min(_LONGEST_LATE, max(0.0, until - now))
