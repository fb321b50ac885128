"""此处不改: a finding that somebody chose to leave, kept by content so that edits elsewhere do not bring it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.findings import Finding

_CONTEXT = 6
"""Characters kept on either side, of the same line; blanks do not count."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is not shown again: its rule, its characters, and the characters round it."""

    rule: str
    text: str
    before: str
    after: str


def ignore(finding: Finding, text: str) -> Ignored:
    """Remember a finding of a text; ``text`` is the one that the finding's offsets belong to."""
    if finding.start is None or finding.end is None:
        return Ignored(finding.rule, finding.text, finding.field or "", "")
    before = _tail(text[max(0, finding.start - 3 * _CONTEXT) : finding.start])
    after = _head(text[finding.end : finding.end + 3 * _CONTEXT])
    return Ignored(finding.rule, finding.text, before, after)


def not_ignored(findings: Iterable[Finding], text: str, ignored: frozenset[Ignored]) -> Iterator[Finding]:
    """The findings that nobody chose to leave."""
    rules = {item.rule for item in ignored}
    for finding in findings:
        if finding.rule not in rules or ignore(finding, text) not in ignored:
            yield finding


def _head(text: str) -> str:
    return "".join(text.partition("\n")[0].split())[:_CONTEXT]


def _tail(text: str) -> str:
    return "".join(text.rpartition("\n")[2].split())[-_CONTEXT:]
