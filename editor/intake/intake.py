"""The way of one page through the intake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.intake.records import Intake


def take_in(data: bytes, name: str = "", *, encoding: str | None = None) -> Intake:
    """See :func:`editor.intake.take_in`."""
    raise NotImplementedError(data, name, encoding)
