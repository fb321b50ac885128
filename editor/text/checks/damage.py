"""Findings of damage: the repairs of a text, as findings (R02 R03 R05 R06 P01 P02 P04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.findings import Finding, Severity
from editor.text.checks.registry import REPAIR_SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.repair import Repair, Repaired

_BRACKETS = {"(": "）", ")": "（"}
_REACH = 400


def damage(text: str, repaired: Repaired) -> Iterator[Finding]:
    """One finding a repair: safe where repair applies it, else a suggestion, or the place alone."""
    for item in repaired.repairs:
        rule = "P09" if _half_of_a_pair(text, item) else item.rule
        fix = item.after if item.applied or item.after != item.before else None
        note = "mixed" if rule == "P09" else _note(item)
        message = f"check.{rule}.{note}" if note else f"check.{rule}"
        values = {"text": item.before, "fix": fix or "", "candidates": " / ".join(item.candidates)}
        severity = REPAIR_SEVERITY.get(rule, Severity.WARNING)
        yield Finding(rule, severity, item.before, item.start, item.end, fix, item.applied, None, message, values)


def _note(item: Repair) -> str:
    if item.applied:
        return "" if item.after else "gone"
    return "lost" if item.after == item.before else "offered"


def _half_of_a_pair(text: str, item: Repair) -> bool:
    """（全文): a half-width bracket whose partner is full-width is a matter of pairs (P09), not of width (P02)."""
    if item.rule != "P02" or item.before not in _BRACKETS:
        return False
    partner = _BRACKETS[item.before]
    if item.before == ")":
        stretch = text[max(0, item.start - _REACH) : item.start]
        return stretch.rfind(partner) > max(stretch.rfind("("), stretch.rfind("\n"))
    stretch = text[item.end : item.end + _REACH]
    places = [place for place in (stretch.find(")"), stretch.find("\n")) if place >= 0]
    at = stretch.find(partner)
    return at >= 0 and all(at < place for place in places)
