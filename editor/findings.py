"""What a check or a validation has to say: where, what, how bad, and what would mend it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(StrEnum):
    """How bad a finding is. ``error`` is kept for names, titles, figures, dates, source and script."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a text or a field.

    Attributes:
        rule: Id of the rule (``P01``, ``S02``, ``F01`` …).
        severity: See :class:`Severity`.
        text: The characters that the finding is about.
        start: First code point in the text that was checked; None when it is about a field.
        end: One past the last code point; None when it is about a field.
        fix: What would stand there instead, or None when a person must decide.
        safe: Whether the fix may be applied together with others in one go (still one undo step).
        field: Name of the slip field, when it is about a field.
        message: Key of the sentence in the message table.
        values: Values for the placeholders of that sentence.
        block: Index of the block that start and end belong to, when an article was checked.
    """

    rule: str
    severity: Severity
    text: str
    start: int | None = None
    end: int | None = None
    fix: str | None = None
    safe: bool = False
    field: str | None = None
    message: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    block: int | None = None
