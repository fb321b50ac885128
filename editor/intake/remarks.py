"""What an intake says of a text as a whole: how it was decoded, what its slip lacks, which language it claims."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from editor.findings import Finding, Severity
from editor.intake.encoding import REPLACEMENT
from editor.markup.blocks import block_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip, Variant
    from editor.intake.records import Reading
    from editor.markup.blocks import Block
    from editor.text.repair import Repair

_SHOWN = 24
_MOST = 200
# What UTF-8 looks like when it is read as GBK or Latin, and what is left when that was saved: no text holds these.
_MOJIBAKE = re.compile(
    r"(?:锟斤拷?)+|[\u4e00-\u9fff€]{0,12}(?:鈥|銆[€傚佹]|涓€)[\u4e00-\u9fff€]{0,24}"
    r"|(?:ï¼[\u0080-\u00bfŒœšŽž‚„…†‡ˆ‰‹›]|â€[œ\u009d™˜¦“”]|Ã[\u0080-\u00bf]|[åçèéä][\u0080-\u00bf‚„…†‡ˆ‰Š‹Œ][\u0080-\u00bf])+"
    r"|烫烫烫|屯屯屯"
)


def all_text(slip: Slip, blocks: Sequence[Block]) -> str:
    """Headline, subheadline and text, a line each."""
    return "\n".join([slip.headline, slip.subheadline, *map(block_text, blocks)])


def about_bytes(readings: tuple[Reading, ...], repairs: Sequence[Repair]) -> list[Finding]:
    """Places that could not be decoded and that no repair mended, and a second reading."""
    text = readings[0].text
    findings: list[Finding] = []
    lost = text.count(REPLACEMENT) - sum(item.before.count(REPLACEMENT) for item in repairs if item.applied)
    if lost > 0:
        at = text.index(REPLACEMENT)
        values = {"count": str(lost), "encoding": readings[0].encoding}
        findings.append(
            Finding("R03", Severity.WARNING, REPLACEMENT, at, at + 1, message="intake.undecodable", values=values)
        )
    if len(readings) > 1:
        values = {"encoding": readings[0].encoding, "other": readings[1].encoding}
        findings.append(
            Finding("R03", Severity.WARNING, "", field="encoding", message="intake.two_readings", values=values)
        )
    return findings


def about_mojibake(text: str, repairs: Sequence[Repair]) -> list[Finding]:
    """Text that a wrong decoding spoiled and that could not be mended for sure is flagged here, not at the proof."""
    spoiled: list[tuple[int, int, tuple[str, ...]]] = [
        (item.start, item.end, item.candidates)
        for item in repairs
        if item.rule == "R03" and not item.applied and item.before.strip(REPLACEMENT)
    ]
    known = [(item.start, item.end) for item in repairs if item.rule == "R03"]
    spoiled.extend(
        (*match.span(), ())
        for match in itertools.islice(_MOJIBAKE.finditer(text), _MOST)
        if all(match.end() <= start or match.start() >= end for start, end in known)
    )
    return [
        Finding(
            "R03",
            Severity.WARNING,
            text[start:end],
            start,
            end,
            fix=candidates[0] if candidates else None,
            message="intake.mojibake",
            values={"text": text[start:end][:_SHOWN]},
        )
        for start, end, candidates in sorted(spoiled)[:_MOST]
    ]


def about_slip(slip: Slip, blocks: Sequence[Block]) -> list[Finding]:
    """No headline, no line that says where it comes from, no text."""
    findings: list[Finding] = []
    if not slip.headline:
        findings.append(Finding("F03", Severity.WARNING, "", field="headline", message="intake.no_headline"))
    if not (slip.source or slip.byline or slip.published_at):
        findings.append(Finding("F03", Severity.INFO, "", field="source", message="intake.no_header"))
    if not blocks:
        findings.append(Finding("F03", Severity.WARNING, "", field="blocks", message="intake.no_text"))
    return findings


def about_language(language: str, variant: Variant) -> list[Finding]:
    """A page that says zh-CN and is written in Traditional characters."""
    tag = language.lower().replace("_", "-")
    hant = any(part in {"tw", "hk", "mo", "hant"} for part in tag.split("-"))
    hans = any(part in {"cn", "sg", "hans"} for part in tag.split("-"))
    if (hant and not variant.traditional) or (hans and variant.traditional):
        values = {"tag": language}
        return [Finding("S01", Severity.INFO, "", field="variant", message="intake.language_tag", values=values)]
    return []
