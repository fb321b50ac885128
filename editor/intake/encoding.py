"""Bytes to text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.intake.records import Reading


def decode(data: bytes) -> tuple[Reading, ...]:
    """See :func:`editor.intake.decode`."""
    raise NotImplementedError(data)
