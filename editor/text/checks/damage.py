"""Findings of damage: the repairs of a text, as findings (R02 R03 R05 R06 P01 P02 P04)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.findings import Finding, Severity
from editor.text.checks.registry import REPAIR_SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.repair import Repair, Repaired


_ALWAYS_TOLD = frozenset({"R02", "R03", "R06"})
_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
"""A saved page: there tags and entities are no remainders."""
_EMPHASIS = re.compile("！{2,}")
_DOUBTFUL = 0.5
"""An entity in a text about HTML, a width that may be meant: offered by a repair, but no finding."""


def damage(text: str, repaired: Repaired) -> Iterator[Finding]:
    """One finding a repair: safe where repair applies it, else a suggestion, or the place alone."""
    page = _PAGE.match(text) is not None
    for item in repaired.repairs:
        if page and item.rule == "R05":
            continue
        if is_emphasis(item):
            continue
        if not item.applied and item.rule not in _ALWAYS_TOLD and item.sure < _DOUBTFUL:
            continue
        fix = item.after if item.applied or item.after != item.before else None
        note = _note(item)
        message = f"check.{item.rule}.{note}" if note else f"check.{item.rule}"
        values = {"text": item.before, "fix": fix or "", "candidates": " / ".join(item.candidates)}
        severity = REPAIR_SEVERITY.get(item.rule, Severity.WARNING)
        yield Finding(item.rule, severity, item.before, item.start, item.end, fix, item.applied, None, message, values)


def is_emphasis(item: Repair) -> bool:
    """太好了！！！！！ may be lost bytes, but nobody is sure of it: too many marks, which is for P05."""
    return not item.applied and _EMPHASIS.fullmatch(item.before) is not None


def _note(item: Repair) -> str:
    if item.applied:
        return "" if item.after else "gone"
    if item.after == item.before:
        return "lost"
    return "choice" if item.candidates else "offered"
