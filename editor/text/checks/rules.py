"""What a rule is, and what it returns before the offsets are those of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from editor.findings import Severity
from editor.text.checks.source import Source


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a rule names.

    Attributes:
        start: First code point in the source's text.
        end: One past the last.
        fix: What would stand there instead; None when a person must decide.
        safe: Whether the fix may be applied together with others in one go.
        note: Which of the rule's sentences, "" = its first: key ``check.<rule>`` or ``check.<rule>.<note>``.
        values: More values for the sentence, besides ``text`` and ``fix``.
    """

    start: int
    end: int
    fix: str | None = None
    safe: bool = False
    note: str = ""
    values: dict[str, str] = field(default_factory=dict)


Find: TypeAlias = Callable[[Source], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    Attributes:
        id: As in the newsroom's table of checks (``P01``).
        source: Standard and clause, or "house", "logic", "intake" …: shown beside a finding.
        find: Pure function from a text to places.
        severity: How bad its findings are.
        default: Whether it is on unless a newsroom switches it off.
    """

    id: str
    source: str
    find: Find
    severity: Severity = Severity.WARNING
    default: bool = True
