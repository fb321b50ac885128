"""What a reader of foreign text could not carry over into the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of thing that the schema has no place for.

    Attributes:
        what: Code; its sentence in the message table is ``intake.<what>``.
        count: How many of them.
        kept: Whether its characters are in the text all the same.
    """

    what: str
    count: int
    kept: bool


TEXT_KEPT = frozenset(
    {
        "heading_level",
        "code",
        "link",
        "list_numbers",
        "nested_block",
        "raised_text",
        "merged_cells",
        "layout_table",
        "depth",
    }
)
"""Losses of form alone; with every other one something that was to be seen or heard is not in the text."""


def losses(counted: Counter[str]) -> tuple[Loss, ...]:
    """Losses by what was lost, sorted."""
    return tuple(Loss(what, count, what in TEXT_KEPT) for what, count in sorted(counted.items()) if count)
