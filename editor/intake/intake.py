"""The way of one page through the intake: bytes → text → repaired text → slip, blocks, findings, report."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.findings import Finding, Severity
from editor.intake import plain
from editor.intake.encoding import REPLACEMENT, decode, decode_as
from editor.intake.kinds import kind_of
from editor.intake.losses import LossBook
from editor.intake.records import Intake
from editor.intake.script import variant_of
from editor.markup.blocks import block_text
from editor.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip, Variant
    from editor.intake.records import Reading
    from editor.markup.blocks import Block
    from editor.text.repair import Repair

_SHOWN = 24
_OTHER_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x2028, 0x2029), "\n")
_NEXT_LINE = re.compile(r"(?<![\u0080-\u00ff])\x85+(?![\u0080-\u00ff])")  # among its like it is mojibake
_MOST = 200
# What UTF-8 looks like when it is read as GBK or Latin, and what is left when that was saved: no text holds these.
_MOJIBAKE = re.compile(
    r"(?:锟斤拷?)+|[\u4e00-\u9fff€]{0,12}(?:鈥|銆[€傚佹]|涓€)[\u4e00-\u9fff€]{0,24}"
    r"|(?:ï¼[\u0080-\u00bfŒœšŽž‚„…†‡ˆ‰‹›]|â€[œ\u009d™˜¦“”]|Ã[\u0080-\u00bf]|[åçèéä][\u0080-\u00bf‚„…†‡ˆ‰Š‹Œ][\u0080-\u00bf])+"
    r"|烫烫烫|屯屯屯"
)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the reader of one kind of file found."""

    kind: str
    slip: Slip
    blocks: tuple[Block, ...]
    findings: Sequence[Finding]
    repairs: tuple[Repair, ...]
    decoded: str
    language: str = ""
    variant: Variant | None = None


def take_in(data: bytes, name: str = "", *, encoding: str | None = None) -> Intake:
    """See :func:`editor.intake.take_in`."""
    readings = (decode_as(data, encoding),) if encoding else decode(data)
    text = readings[0].text
    losses = LossBook()
    read = _READERS[kind_of(text, name)](text, losses)
    slip = read.slip
    variant = read.variant or variant_of(_all_text(slip, read.blocks), read.language)
    return Intake(
        slip=slip,
        variant=variant,
        blocks=read.blocks,
        repairs=read.repairs,
        findings=(
            *_about_bytes(readings, read.repairs),
            *_about_mojibake(read.decoded, read.repairs),
            *read.findings,
            *_about_slip(slip, read.blocks),
            *_about_language(read.language, variant),
        ),
        report=losses.report(),
        encoding=readings[0].encoding,
        readings=readings,
        kind=read.kind,
        decoded=read.decoded,
    )


def readable(data: bytes, encoding: str, kind: str) -> str | None:
    """See :func:`editor.intake.readable`."""
    try:
        text = decode_as(data, encoding).text
    except EditorError:
        return None
    if kind == "html":
        from editor.intake import page  # noqa: PLC0415 - lxml only for pages

        return page.readable(text)
    return text


def _plain(text: str, losses: LossBook) -> _Read:
    text = text.translate(_OTHER_LINE_ENDS)  # before control characters go
    mended = repair(_NEXT_LINE.sub(lambda ends: "\n" * len(ends[0]), text))
    slip, blocks, findings = plain.read(mended.text, losses)
    return _Read("plain", slip, blocks, findings, mended.repairs, text)


def _html(text: str, losses: LossBook) -> _Read:
    from editor.intake import page  # noqa: PLC0415 - lxml only for pages

    found = page.read(text, losses)
    if found is None:
        return _plain(text, losses)
    return _Read("html", found.slip, found.blocks, found.findings, found.repairs, found.decoded, found.language)


def _markdown(text: str, losses: LossBook) -> _Read:
    from editor.intake import markdown  # noqa: PLC0415 - YAML and Markdown only for these files

    found = markdown.read(text, losses)
    return _Read(
        "markdown", found.slip, found.blocks, found.findings, found.repairs, text, found.language, found.variant
    )


_READERS = {"plain": _plain, "html": _html, "markdown": _markdown}


def _all_text(slip: Slip, blocks: Sequence[Block]) -> str:
    return "\n".join([slip.headline, slip.subheadline, *map(block_text, blocks)])


def _about_bytes(readings: tuple[Reading, ...], repairs: Sequence[Repair]) -> list[Finding]:
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


def _about_mojibake(text: str, repairs: Sequence[Repair]) -> list[Finding]:
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


def _about_slip(slip: Slip, blocks: Sequence[Block]) -> list[Finding]:
    findings: list[Finding] = []
    if not slip.headline:
        findings.append(Finding("F03", Severity.WARNING, "", field="headline", message="intake.no_headline"))
    if not (slip.source or slip.byline or slip.published_at):
        findings.append(Finding("F03", Severity.INFO, "", field="source", message="intake.no_header"))
    if not blocks:
        findings.append(Finding("F03", Severity.WARNING, "", field="blocks", message="intake.no_text"))
    return findings


def _about_language(language: str, variant: Variant) -> list[Finding]:
    """A page that says zh-CN and is written in Traditional characters."""
    tag = language.lower().replace("_", "-")
    hant = any(part in {"tw", "hk", "mo", "hant"} for part in tag.split("-"))
    hans = any(part in {"cn", "sg", "hans"} for part in tag.split("-"))
    if (hant and not variant.traditional) or (hans and variant.traditional):
        values = {"tag": language}
        return [Finding("S01", Severity.INFO, "", field="variant", message="intake.language_tag", values=values)]
    return []
