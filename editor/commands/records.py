"""Articles and findings as the JSON that commands print (see CLI contract: absent is null or [])."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.article import slip_to_plain
from editor.markup.blocks import block_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.commands.console import Console
    from editor.findings import Finding
    from editor.operations.content import Content
    from editor.records.review import Difference
    from editor.text.repair import Repair

_TEXTS = (
    "genre",
    "headline",
    "kicker",
    "subheadline",
    "editor",
    "responsible_editor",
    "source",
    "column",
    "dateline",
    "origin",
    "origin_url",
    "summary",
    "published_at",
    "original_headline",
    "original_authors",
    "deadline",
    "publish_at",
    "embargo",
    "contact",
    "planned_length",
)


def slip_record(content: Content) -> dict[str, Any]:
    """The slip under the keys of ``import``."""
    plain = slip_to_plain(content.slip)
    record: dict[str, Any] = {"number": content.slip.number or None}
    record |= {name: plain.get(name) for name in _TEXTS}
    record["authors"] = plain.get("byline", [])
    record["keywords"] = plain.get("keywords", [])
    record["page_credits"] = plain.get("page_credits", [])
    record["outlets"] = plain.get("outlets", [])
    record["corrections"] = plain.get("corrections", [])
    record["corrects"] = plain.get("corrects")
    record["variant"] = str(content.variant)
    return record


def article_record(name: str, content: Content, state: str) -> dict[str, Any]:
    """An article: id, slip, state and blocks."""
    blocks = [{"kind": block.kind, "text": block_text(block)} for block in content.article("").blocks]
    return {"id": name, **slip_record(content), "state": state, "blocks": blocks}


def finding_record(finding: Finding, console: Console) -> dict[str, Any]:
    """A finding, its sentence in the language of the run."""
    return {
        "rule": finding.rule,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": console.sentence(finding.message or f"check.{finding.rule}", **finding.values),
        "fix": finding.fix,
        "severity": str(finding.severity),
        "field": finding.field,
    }


def repair_record(repair: Repair, console: Console) -> dict[str, Any]:
    """A repair, done or offered, its sentence in the language of the run."""
    key = f"repair.{repair.rule}"
    if not repair.applied:
        key += ".gone" if repair.rule == "R03" and not repair.candidates else ".offered"
    return {
        "rule": repair.rule,
        "start": repair.start,
        "end": repair.end,
        "before": repair.before,
        "after": repair.after,
        "sure": repair.sure,
        "applied": repair.applied,
        "candidates": list(repair.candidates),
        "message": console.sentence(key, before=repair.before, after=repair.after),
    }


def difference_records(differences: Iterable[Difference] | None) -> list[dict[str, Any]] | None:
    """Where a text differs from its original: in a block (offsets in code points of its text), or in a field."""
    if differences is None:
        return None
    return [
        {
            "block": item.block,
            "field": item.field or None,
            "start": item.start,
            "end": item.end,
            "before": item.before,
            "after": item.after,
        }
        for item in differences
    ]
