"""Repair of damaged scraped pages: only damage is undone, every repair is on record, nothing is guessed."""

from __future__ import annotations

from editor.text.repair.record import Repair, Repaired

__all__ = ["Repair", "Repaired", "repair"]


def repair(text: str) -> Repaired:
    """The text with its damage undone, and the list of what was done or is offered."""
    return Repaired(text=text, repairs=())
