"""The way of one page through the intake: bytes → text → repaired text → slip, blocks, findings, report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.findings import Finding, Severity
from editor.intake import plain
from editor.intake.encoding import REPLACEMENT, decode, decode_as
from editor.intake.losses import LossBook
from editor.intake.records import Intake
from editor.intake.script import variant_of
from editor.markup.blocks import block_text
from editor.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip
    from editor.intake.records import Reading
    from editor.markup.blocks import Block


def take_in(data: bytes, name: str = "", *, encoding: str | None = None) -> Intake:
    """See :func:`editor.intake.take_in`."""
    readings = (decode_as(data, encoding),) if encoding else decode(data)
    del name
    return _plain(readings)


def _plain(readings: tuple[Reading, ...]) -> Intake:
    decoded = readings[0].text
    losses = LossBook()
    mended = repair(decoded)
    slip, blocks, findings = plain.read(mended.text, losses)
    return Intake(
        slip=slip,
        variant=variant_of(_all_text(slip, blocks)),
        blocks=blocks,
        repairs=mended.repairs,
        findings=(*_about_bytes(readings), *findings, *_about_slip(slip, blocks)),
        report=losses.report(),
        encoding=readings[0].encoding,
        readings=readings,
        kind="plain",
        decoded=decoded,
    )


def _all_text(slip: Slip, blocks: Sequence[Block]) -> str:
    return "\n".join([slip.headline, slip.subheadline, *map(block_text, blocks)])


def _about_bytes(readings: tuple[Reading, ...]) -> list[Finding]:
    text = readings[0].text
    findings: list[Finding] = []
    if REPLACEMENT in text:
        at = text.index(REPLACEMENT)
        values = {"count": str(text.count(REPLACEMENT)), "encoding": readings[0].encoding}
        findings.append(
            Finding("R03", Severity.WARNING, REPLACEMENT, at, at + 1, message="intake.undecodable", values=values)
        )
    if len(readings) > 1:
        values = {"encoding": readings[0].encoding, "other": readings[1].encoding}
        findings.append(
            Finding("R03", Severity.WARNING, "", field="encoding", message="intake.two_readings", values=values)
        )
    return findings


def _about_slip(slip: Slip, blocks: Sequence[Block]) -> list[Finding]:
    findings: list[Finding] = []
    if not slip.headline:
        findings.append(Finding("F03", Severity.WARNING, "", field="headline", message="intake.no_headline"))
    if not (slip.source or slip.byline or slip.published_at):
        findings.append(Finding("F03", Severity.INFO, "", field="source", message="intake.no_header"))
    if not blocks:
        findings.append(Finding("F03", Severity.WARNING, "", field="blocks", message="intake.no_text"))
    return findings
