"""Checks of an article: its slip, the fields that hold text, and its blocks, read as one text."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Rule, Table, block_text
from editor.text.checks.fields import (
    bylines_differ,
    incomplete_slip,
    lead_without_time_or_place,
    reprint_without_origin,
)
from editor.text.checks.registry import DEFAULT_RULES
from editor.text.checks.source import Kind
from editor.text.checks.texts import findings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article import Article
    from editor.findings import Finding
    from editor.markup.blocks import Block
    from editor.text.checks.ignoring import Ignored

_TEXT_FIELDS = ("kicker", "headline", "subheadline", "summary")
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the joined text and where it comes from."""

    start: int
    text: str
    field: str | None
    block: int | None
    kind: Kind


def check_article(
    article: Article,
    *,
    enabled: frozenset[str] | None = None,
    ignored: frozenset[Ignored] = frozenset(),
    keep: frozenset[str] = frozenset(),
) -> list[Finding]:
    """All findings about an article: those of the slip first, then those of the text from top to bottom.

    A finding about a field names it and has no offsets; one about the text names the block (its index) and has offsets
    in that block's plain text (:func:`editor.markup.blocks.block_text`).

    Args:
        article: What is checked; its variant is what its text should be in.
        enabled: Ids of the rules to apply; None = the defaults.
        ignored: Findings that somebody chose to leave.
        keep: Names and words of the newsroom's register; what touches one of them is not reported.
    """
    from_slip = [
        finding
        for rule in (reprint_without_origin, bylines_differ, incomplete_slip, lead_without_time_or_place)
        for finding in rule(article)
        if finding.rule in (DEFAULT_RULES if enabled is None else enabled)
    ]
    parts = list(_parts(article))
    text = _BETWEEN.join(part.text for part in parts)
    kinds = [kind for part in parts for kind in (*([part.kind] * (part.text.count("\n") + 1)), Kind.BLANK)]
    starts = [part.start for part in parts]
    placed = []
    lines = kinds[:-1] or [Kind.BLANK]  # an article that nobody has written on yet is one empty line
    for finding in findings_of(text, article.variant, lines, enabled=enabled, ignored=ignored, keep=keep):
        part = parts[bisect_right(starts, finding.start or 0) - 1]
        placed.append(_placed(finding, part))
    known = {(item.rule, item.text, item.before) for item in ignored if not item.after}
    return [one for one in from_slip if (one.rule, one.text, one.field or "") not in known] + placed


def _parts(article: Article) -> Iterator[_Part]:
    start = 0
    for field in _TEXT_FIELDS:
        text = getattr(article.slip, field)
        if text.strip():
            kind = Kind.CAPTION if field == "summary" else Kind.TITLE
            yield _Part(start, text, field, None, kind)
            start += len(text) + len(_BETWEEN)
    for number, block in enumerate(article.blocks):
        text = block_text(block)
        yield _Part(start, text, None, number, _kind(block))
        start += len(text) + len(_BETWEEN)


def _kind(block: Block) -> Kind:
    match block:
        case Paragraph():
            return Kind.BODY
        case Heading():
            return Kind.HEADING
        case Quote() | ListBlock() | Footnote():
            return Kind.ITEM
        case Table():
            return Kind.TABLE
        case Image():
            return Kind.CAPTION
        case Rule():
            return Kind.BLANK


def _placed(finding: Finding, part: _Part) -> Finding:
    if part.field is not None:
        return dataclasses.replace(finding, start=None, end=None, field=part.field)
    start, end = (finding.start or 0) - part.start, (finding.end or 0) - part.start
    return dataclasses.replace(finding, start=start, end=end, block=part.block)
