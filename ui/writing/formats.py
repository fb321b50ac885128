"""Qt's formats for the lines and characters of the schema: geometry and weight, never a color.

Lengths are those of a body of 17 px; a document is scaled to another size through the resolution of its paint device
(:func:`scale`), all but the first-line indent, which Qt does not scale. Colors are laid over at painting time. So
another theme changes no format, which would stand in the history of undo, and another size only the indents
(:func:`ui.writing.shaping.set_anew`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from ui.theme.type import BODY_PX, Reading
from ui.writing.kinds import (
    ALT,
    CAPTION,
    CODE,
    CREDIT,
    DEPTH,
    HEADER,
    HREF,
    IMAGE_OBJECT,
    KIND,
    LABEL,
    MARKS,
    NOTE,
    NOTE_OBJECT,
    ODD_OBJECT,
    ORDERED,
    RULE_OBJECT,
    SOURCE,
    START,
    STYLE,
    STYLES,
    Kind,
    Style,
    bits_of,
    put_text,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from editor.markup.blocks import Image

from editor.markup.blocks import Mark

QUOTE_MARGIN = 22
ITEM_MARGIN = 30
NOTE_MARGIN = 34
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_SIZE_STEP = {Style.H2: 1, Style.SMALL: -1}  # Qt's steps: +1 is 1.2 times (17 → 20 px, as 1.18 does), -1 is 0.8 times
_BOLD = frozenset({Style.H2, Style.H3, Style.HEAD_CELL})
_STRONG, _EMPHASIS, _STRIKE, _UNDERLINE = (bits_of(frozenset({mark})) for mark in Mark)
_NEUTRAL = QColor(128, 134, 142, 110)  # a hairline on light and dark ground alike
_NEUTRAL_GROUND = QColor(128, 134, 142, 28)


class Formats:
    """Makes the formats of a document; equal ones are made once."""

    def __init__(self, leading: float, *, indented: bool, px: int = BODY_PX) -> None:
        reading = Reading(px=BODY_PX, leading=leading, indented=indented)
        self.line = reading.line
        self.gap = reading.gap
        self.indent = 2 * px if indented else 0
        self._chars: dict[tuple[int, int, str | None], QTextCharFormat] = {}
        self._lines: dict[tuple[Kind, int, bool, bool, str], QTextBlockFormat] = {}

    def block(
        self, kind: Kind, *, depth: int = 0, ordered: bool = False, start: bool = False, label: str = ""
    ) -> QTextBlockFormat:
        """The format of a line."""
        key = (kind, depth, ordered, start, label)
        made = self._lines.get(key)
        if made is None:
            made = self._made(kind, depth)
            made.setProperty(KIND, int(kind))
            if kind is Kind.ITEM:
                made.setProperty(DEPTH, depth)
                made.setProperty(ORDERED, ordered)
            if start:
                made.setProperty(START, True)  # noqa: FBT003  (Qt's)
            if kind is Kind.FOOTNOTE:
                put_text(made, LABEL, label)
            self._lines[key] = made
        return made

    def _made(self, kind: Kind, depth: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        height = {
            Kind.H2: round(self.line * 1.18),
            Kind.FOOTNOTE: round(self.line * 0.8),
            Kind.CELL: round(self.line * 0.87),
            Kind.GAP: 8,
        }
        if kind not in {Kind.IMAGE, Kind.RULE}:
            made.setLineHeight(height.get(kind, self.line), _FIXED)
        above, below = {
            Kind.H2: (self.gap, self.gap),
            Kind.H3: (self.gap // 2, self.gap // 2),
            Kind.ITEM: (0, self.gap // 2),
            Kind.IMAGE: (self.gap, self.gap),
            Kind.RULE: (self.gap, self.gap),
            Kind.FOOTNOTE: (0, self.gap // 2),
            Kind.CELL: (0, 0),
            Kind.GAP: (0, 0),
        }.get(kind, (0, self.gap))
        made.setTopMargin(above)
        made.setBottomMargin(below)
        if kind in {Kind.IMAGE, Kind.RULE}:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if kind is Kind.PARAGRAPH:
            made.setTextIndent(self.indent)
        margin = {Kind.QUOTE: QUOTE_MARGIN, Kind.ITEM: ITEM_MARGIN * (depth + 1), Kind.FOOTNOTE: NOTE_MARGIN}
        made.setLeftMargin(margin.get(kind, 0))
        return made

    def char(self, style: Style, bits: int = 0, href: str | None = None) -> QTextCharFormat:
        """The format of characters."""
        key = (style, bits, href)
        made = self._chars.get(key)
        if made is None:
            made = QTextCharFormat()
            _style(made, style, bits, href)
            self._chars[key] = made
        return made

    def char_of(self, kind: Kind) -> QTextCharFormat:
        """The format of unmarked characters in a line of a kind."""
        return self.char(STYLES.get(kind, Style.BODY))


def _style(made: QTextCharFormat, style: Style, bits: int, href: str | None) -> None:
    if style:
        made.setProperty(STYLE, int(style))
    step = _SIZE_STEP.get(style)
    if step is not None:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment, step)
    if style in _BOLD or bits & _STRONG:
        made.setFontWeight(QFont.Weight.Bold)
    if bits:
        made.setProperty(MARKS, bits)
    if href is not None:
        put_text(made, HREF, href)
    if bits & _STRIKE:
        made.setFontStrikeOut(True)
    if bits & _UNDERLINE:
        made.setFontUnderline(True)
    elif bits & _EMPHASIS:  # Han text has no italics; dots below are its own sign of emphasis
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)


def _object(kind: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setObjectType(kind)
    return made


def image_format(image: Image) -> QTextCharFormat:
    """The format of the one character that stands for a picture."""
    made = _object(IMAGE_OBJECT)
    put_text(made, SOURCE, image.source)
    put_text(made, CAPTION, image.caption)
    put_text(made, CREDIT, image.credit)
    put_text(made, ALT, image.alt)
    return made


@lru_cache(maxsize=1)
def rule_format() -> QTextCharFormat:
    """The format of the one character that stands for a rule."""
    return _object(RULE_OBJECT)


def note_format(label: str, style: Style = Style.BODY, bits: int = 0) -> QTextCharFormat:
    """The format of the one character that refers to a footnote."""
    made = _object(NOTE_OBJECT)
    put_text(made, NOTE, label)
    if style:
        made.setProperty(STYLE, int(style))
    if bits:
        made.setProperty(MARKS, bits)
    return made


def odd_format(code: int, like: QTextCharFormat) -> QTextCharFormat:
    """The format of a character that Qt would take for a command: it stands for the code point that is given."""
    made = QTextCharFormat(like)
    made.setObjectType(ODD_OBJECT)
    made.setProperty(CODE, code)
    return made


def table_format(columns: int, *, header: bool) -> QTextTableFormat:
    """The format of a table."""
    made = QTextTableFormat()
    made.setProperty(HEADER, header)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(_NEUTRAL))
    made.setCellPadding(5)
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(8)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if header:
        made.setHeaderRowCount(1)
    share = 100 / max(columns, 1)
    made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share)] * columns)
    return made


def head_cell_ground() -> QBrush:
    """Behind the cells of a head row."""
    return QBrush(_NEUTRAL_GROUND)


def scale(document: QTextDocument, px: int) -> None:
    """Set the lengths of a document for a body of ``px``."""
    document.documentLayout().setPaintDevice(_device(px))


@cache
def _device(px: int) -> QImage:
    """What a document measures by, made once for a size: PySide keeps every device that a layout was ever given."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    per_meter = round(96 * px / BODY_PX / 0.0254)
    device.setDotsPerMeterX(per_meter)
    device.setDotsPerMeterY(per_meter)
    return device
