"""Plain text of a news page → slip and blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake import body, join, mail, running, slip_fields, zones

if TYPE_CHECKING:
    from editor.article import Slip
    from editor.findings import Finding
    from editor.intake.losses import LossBook
    from editor.markup.blocks import Block

LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def read(text: str, losses: LossBook) -> tuple[Slip, tuple[Block, ...], list[Finding]]:
    """Slip, blocks and remarks of a page of plain text, repaired already."""
    lines = mail.opened(LINE_ENDS.split(text), losses)
    lines = join.joined(running.without_running_heads(lines, losses), losses)
    parts = zones.split([line for line in lines if line.strip()], losses)
    slip, findings = slip_fields.build(parts, losses)
    return slip, body.blocks_of(parts.body, losses), findings
