"""`override` for modules that are there before the first frame: importing the real one takes longer than painting."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it
if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414  (handed on)
else:

    def override(method: object) -> object:
        """Say that a method takes the place of one of a base class."""
        return method
