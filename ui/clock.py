"""What time it is, for those who show times by it: injected, so that a window can be drawn as of any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]


def here() -> datetime:
    """Now, in the zone of this computer."""
    return datetime.now().astimezone()
