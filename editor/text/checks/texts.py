"""Checks of one text: repairs first, then every rule on the repaired text, offsets back in the text as given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.text.checks.damage import damage
from editor.text.checks.ignoring import not_ignored
from editor.text.checks.mending import Offsets, finding_of_hit, settled, split_pairs
from editor.text.checks.registry import DEFAULT_RULES, TEXT_RULES
from editor.text.checks.scripts import told_variant
from editor.text.checks.source import Kind, Source
from editor.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.article import Variant
    from editor.findings import Finding
    from editor.text.checks.ignoring import Ignored


def check_text(
    text: str,
    *,
    variant: Variant | None = None,
    enabled: frozenset[str] | None = None,
    ignored: frozenset[Ignored] = frozenset(),
    keep: frozenset[str] = frozenset(),
) -> list[Finding]:
    """All findings about a text (a whole file as given, header and footer lines included), sorted by start.

    Args:
        text: What is checked; offsets are code points of it.
        variant: What it should be in; None = told from the text.
        enabled: Ids of the rules to apply; None = the defaults.
        ignored: Findings that somebody chose to leave.
        keep: Names and words of the newsroom's register; what touches one of them is not reported.
    """
    return findings_of(text, variant, None, enabled=enabled, ignored=ignored, keep=keep)


def findings_of(
    text: str,
    variant: Variant | None,
    kinds: Sequence[Kind] | None,
    *,
    enabled: frozenset[str] | None,
    ignored: frozenset[Ignored],
    keep: frozenset[str],
) -> list[Finding]:
    """As :func:`check_text`; ``kinds`` says what each line is where that is known."""
    wanted = DEFAULT_RULES if enabled is None else enabled
    repaired = repair(text)
    offsets = Offsets(text, repaired)
    source = Source(repaired.text, variant or told_variant(repaired.text), kinds, told=variant is None)
    hits = [
        (rule, hit)
        for rule in TEXT_RULES
        if rule.id in wanted
        for hit in rule.find(source)
        # A placeholder may look like damage (共？？？元); nothing else can be said about broken characters.
        if rule.id == "R01" or not offsets.broken(hit)
    ]
    hits = split_pairs(hits, offsets.repaired_spans, repaired.text)
    findings: Iterable[Finding] = (
        *(one for one in damage(text, repaired) if one.rule in wanted),
        *(finding_of_hit(rule, hit, text, offsets) for rule, hit in hits),
    )
    if keep:
        findings = _outside(findings, text, keep)
    if ignored:
        findings = not_ignored(findings, text, ignored)
    return settled(findings)


def _outside(findings: Iterable[Finding], text: str, keep: frozenset[str]) -> Iterator[Finding]:
    """The findings that touch no protected word."""
    longest = max(map(len, keep))
    for one in findings:
        start, end = one.start or 0, one.end or 0
        low = max(0, start - longest)
        around = text[low : end + longest]
        if not any(_touches(around, word, start - low, end - low) for word in keep if word):
            yield one


def _touches(around: str, word: str, start: int, end: int) -> bool:
    at = around.find(word)
    while at >= 0:
        if at < end and at + len(word) > start:
            return True
        at = around.find(word, at + 1)
    return False
