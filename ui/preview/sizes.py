"""Sizes of the three previews, as the style sheet of the site has them (resources/templates/site/style.css)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is previewed."""

    PHONE = "phone"
    DESKTOP = "desktop"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Sizes:
    """One preview; all in px at 100 %.

    Attributes:
        width: Of the page; side: free space left and right of the text; top: above it.
        height: Of a sheet of paper, 0 for a page of any length.
        h1, h2, h3, kicker, subhead, byline, facts, caption, foot, table: Sizes of type.
        serif: Whether the text is set in Song type; centered: whether the heading stands in the middle.
        tallest: Most that a picture may be high.
    """

    kind: Kind
    width: int
    side: int
    top: int
    height: int
    body: int
    h1: int
    h2: int
    h3: int
    kicker: int
    subhead: int
    byline: int
    facts: int
    caption: int
    foot: int
    table: int
    serif: bool = False
    centered: bool = False
    tallest: int = 4000

    @property
    def measure(self) -> int:
        """Width of the lines."""
        return self.width - 2 * self.side


PHONE = Sizes(Kind.PHONE, 390, 18, 26, 0, 17, 26, 21, 18, 16, 17, 15, 14, 14, 15, 15)
DESKTOP = Sizes(Kind.DESKTOP, 860, 126, 44, 0, 18, 34, 22, 19, 18, 19, 15, 14, 14, 15, 16)
# A4 at 96 px an inch, margins of 20 and 22 mm; type of 10.5 pt.
PRINT = Sizes(
    Kind.PRINT, 794, 83, 76, 1123, 14, 27, 17, 15, 17, 17, 13, 13, 13, 13, 13, serif=True, centered=True, tallest=454
)
ALL = {sizes.kind: sizes for sizes in (PHONE, DESKTOP, PRINT)}
