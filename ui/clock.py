"""What time it is, for those who show times by it: injected, so that a window can be drawn as of any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]


NEWSROOM_TIME = timezone(timedelta(hours=8))
"""The zone of everything that people read and write: days of numbers and lists, deadlines, times of publication.

The core reckons in it too; a computer that is set to another zone, as one on a journey is,
would show today's articles under tomorrow's date and take 18:00 for another hour than the colleagues do.
"""


def here() -> datetime:
    """Now, in the zone of the newsroom."""
    return datetime.now(NEWSROOM_TIME)
