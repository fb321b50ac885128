"""The parts of a page of lines: titles and header fields above, body, foot fields and site chrome below.

Nothing is dropped in silence: every line that does not come into the body is a field or in the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.intake import forms, page_foot, page_head, stitch
from editor.intake.page_foot import kind_of_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.field_line import FieldLine
    from editor.intake.losses import LossBook

_LOOK_AHEAD = 9
_LEADS = 2
# Chrome that is told by its form also between paragraphs; other kinds only at the ends of a page.
_ANYWHERE = frozenset({"app_link", "player", "advert", "page_number", "share", "font_size", "view_count", "scan_code"})


@dataclass(slots=True)
class Zones:
    """A page in parts.

    Attributes:
        titles: Lines above the header, from top to bottom.
        head: Header fields.
        body: The lines of the text.
        foot: Foot fields.
        inner: Lines of the text that look like the header of another article.
    """

    titles: list[str] = field(default_factory=list)
    head: list[FieldLine] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    foot: list[FieldLine] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)


def split(lines: Sequence[str], losses: LossBook) -> Zones:
    """The parts of a page whose lines (not blank) are given, repaired."""
    zones = Zones()
    lines = _hoisted(stitch.stitched(lines))
    begin = page_head.read_head(lines, zones, losses)
    lines = page_foot.without_related(lines, begin, losses)
    end = page_foot.read_foot(lines, begin, zones, losses)
    lines = page_foot.without_tail(lines[:end], begin, zones)
    for line in lines[begin:]:
        kind = None if forms.ends_sentence(line) else kind_of_line(line)
        if kind in _ANYWHERE:
            losses.add(kind, line)
        else:
            zones.body.append(line)
            if page_head.is_header(line):
                zones.inner.append(line.strip())
    return zones


def _hoisted(lines: list[str]) -> list[str]:
    """A header line below the first paragraph (a lead that the site prints above it) moves up to the titles."""
    header = next((index for index, line in enumerate(lines[:_LOOK_AHEAD]) if page_head.is_header(line)), None)
    if header is None or header + 1 >= len(lines):
        return lines
    above = [index for index in range(1, header) if _is_text(lines[index])]
    fields = page_head.head_fields
    if not above or len(above) > _LEADS or any(fields(line.strip()) is not None for line in lines[: above[0]]):
        return lines
    return [*lines[: above[0]], lines[header], *lines[above[0] : header], *lines[header + 1 :]]


def _is_text(line: str) -> bool:
    return not forms.is_title(line) and page_head.head_fields(line.strip()) is None and kind_of_line(line) is None
