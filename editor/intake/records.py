"""What an intake hands back: the article's parts, what was repaired, and what was not carried over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.article import Slip, Variant
    from editor.findings import Finding
    from editor.markup.blocks import Block
    from editor.text.repair import Repair


@dataclass(frozen=True, slots=True)
class Loss:
    """One line of the import report: something of the page that is not part of the article's text.

    Attributes:
        what: Code such as ``view_count``, ``app_link``, ``breadcrumb``, ``script``; its sentence in the message table
            is ``intake.<what>``.
        count: How many of them.
        kept: Whether it is kept in a field of the slip; False = only in the kept original.
        text: The characters that went, shortened, several joined by `` ¦ ``.
    """

    what: str
    count: int
    kept: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to decode the bytes: Python name of the encoding, and the text without byte order mark."""

    encoding: str
    text: str


@dataclass(frozen=True, slots=True)
class Intake:
    """A page taken in.

    Attributes:
        slip: Fields read from header, footer, meta data and front matter; ``number`` is given later.
        variant: ``zh-Hans`` or ``zh-Hant`` unless the page names a region.
        blocks: The body; headline, kicker, header, footer and site chrome are not in it.
        repairs: Damage mended or offered; offsets in code points of ``decoded``.
        findings: Remarks on the page (mojibake, header and footer that disagree …); about fields, so without offsets,
            or with offsets in ``decoded``.
        report: What was not carried over, or went into a field.
        encoding: Python name of the encoding that was used.
        readings: More than one when two decodings are close, the used one first.
        kind: ``plain``, ``html`` or ``markdown``.
        decoded: The decoded text that offsets refer to.
    """

    slip: Slip
    variant: Variant
    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...]
    findings: tuple[Finding, ...]
    report: tuple[Loss, ...]
    encoding: str
    readings: tuple[Reading, ...]
    kind: str
    decoded: str
