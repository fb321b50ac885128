"""Questions to the room of the outbox."""

from __future__ import annotations


def room(function: str) -> str:
    """A function of it, as it is asked for."""
    return f"outbox.{function}"
