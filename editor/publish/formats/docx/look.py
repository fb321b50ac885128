"""Pages and fonts of DOCX files.

Measures are twips (1/20 pt) unless said otherwise; sizes of characters are half points, as the format has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.article import Variant

MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Page:
    """A page of A4 paper.

    Attributes:
        top, right, bottom, left: Margins.
        line: Distance of two lines.
        size: Half points of the body's characters.
        grid: ``linesAndChars`` = characters stand in a grid, a fixed number a line; ``lines`` = lines do.
    """

    top: int
    right: int
    bottom: int
    left: int
    line: int
    size: int
    grid: str

    @property
    def measure(self) -> int:
        """Width of the text."""
        return WIDTH - self.left - self.right

    @property
    def lines(self) -> int:
        """How many lines a page has."""
        return (HEIGHT - self.top - self.bottom) // self.line


WIDTH, HEIGHT = 11906, 16838
"""A4."""

MANUSCRIPT = Page(
    top=round(30 * MM),
    right=round(25.5 * MM),
    bottom=round(28 * MM),
    left=round(26 * MM),
    line=483,
    size=32,
    grid="linesAndChars",
)
"""28 lines of 28 characters of 三号 (16 pt): one page is 784 characters, so its pages tell the length."""

PLAIN = Page(
    top=round(25.4 * MM),
    right=round(31.8 * MM),
    bottom=round(25.4 * MM),
    left=round(31.8 * MM),
    line=360,
    size=24,
    grid="lines",
)
"""小四 (12 pt) on the page that Word and WPS begin with."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """East Asian fonts by what they are for; Latin text is set in Times New Roman."""

    body: str
    title: str
    heading: str
    quote: str


_SIMPLIFIED = Fonts(body="仿宋", title="宋体", heading="黑体", quote="楷体")
_TRADITIONAL = Fonts(body="新細明體", title="標楷體", heading="微軟正黑體", quote="標楷體")


def fonts_of(variant: Variant) -> Fonts:
    """What newsrooms of a region have on every computer; another program takes its own where they are not there."""
    return _TRADITIONAL if variant.traditional else _SIMPLIFIED


def language_of(variant: Variant) -> str:
    """The language of East Asian text, with a region: office programs know no others."""
    return {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(str(variant), str(variant))
