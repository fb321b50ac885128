"""Formats of a preview: fonts by the script of the text, colors of the theme, fixed line heights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from editor.markup.blocks import Mark
from ui.theme.type import families, font

if TYPE_CHECKING:
    from editor.markup.blocks import Run
    from ui.preview.sizes import Sizes
    from ui.theme.tokens import Tokens

_SONG = {
    "zh-TW": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "zh-Hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "zh-HK": ("Noto Serif CJK HK", "Noto Serif CJK TC", "Source Han Serif HC", "Songti TC", "PMingLiU"),
}
_SONG_SIMPLIFIED = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun")
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Space:
    """Room of a line of text, in px; ``height`` 0 = as high as what stands in it."""

    height: float
    before: float = 0
    after: float = 0
    left: float = 0
    indent: float = 0
    centered: bool = False
    right: bool = False
    rule: bool = False


class Pens:
    """Makes the formats of one preview."""

    def __init__(self, sizes: Sizes, tokens: Tokens, variant: str) -> None:
        self._sizes = sizes
        self._tokens = tokens
        self._variant = variant
        self.font = cache(self._font)
        self._char = cache(self._made_char)

    def _font(self, px: int, weight: int = 400) -> QFont:
        made = font(px, weight=weight, variant=self._variant)
        if self._sizes.serif and px < self._sizes.h3:
            made.setFamilies([*_SONG.get(self._variant, _SONG_SIMPLIFIED), *families(self._variant)])
        return made

    def line(self, space: Space) -> QTextBlockFormat:
        """Format of a line."""
        made = QTextBlockFormat()
        if space.height:
            made.setLineHeight(round(space.height), _FIXED)
        made.setTopMargin(round(space.before))
        made.setBottomMargin(round(space.after))
        made.setLeftMargin(round(space.left))
        made.setTextIndent(round(space.indent))
        if space.centered:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif space.right:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        if space.rule:
            length = QTextLength(QTextLength.Type.PercentageLength, 100)
            made.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, length)
        return made

    def char(self, px: int, color: str = "text", *, weight: int = 400) -> QTextCharFormat:
        """Format of characters; the caller does not change it."""
        return self._char(px, color, weight)

    def _made_char(self, px: int, color: str, weight: int) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self.font(px, weight))
        made.setForeground(QBrush(QColor(getattr(self._tokens, color))))
        return made

    def marked(self, px: int, color: str, *, weight: int, run: Run) -> QTextCharFormat:
        """Format of characters with their marks; no italics for Chinese."""
        if not run.marks and run.href is None:
            return self.char(px, color, weight=weight)
        heavy = 700 if Mark.STRONG in run.marks else weight
        made = QTextCharFormat(self.char(px, "accent" if run.href is not None else color, weight=heavy))
        made.setFontStrikeOut(Mark.STRIKE in run.marks)
        if Mark.EMPHASIS in run.marks:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        elif Mark.UNDERLINE in run.marks or run.href is not None:
            made.setFontUnderline(True)
        return made

    def raised(self, px: int) -> QTextCharFormat:
        """Format of a reference to a footnote."""
        made = QTextCharFormat(self.char(px, "accent"))
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def table(self, columns: int, *, header: bool) -> QTextTableFormat:
        """Format of a table: hairlines in the color of borders."""
        made = QTextTableFormat()
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QBrush(QColor(self._tokens.border2)))
        made.setCellPadding(6)
        made.setCellSpacing(0)
        made.setTopMargin(14)
        made.setBottomMargin(14)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 / columns)] * columns)
        if header:
            made.setHeaderRowCount(1)
        return made
