"""Sets lines of a comparison: characters in their colors, at a fixed line height, and where each place stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from editor.markup.blocks import Mark
from editor.text.spans import utf16_length
from ui.review.pieces import DELETED, INSERTED, NO_PLACE, RESTYLED
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QPainter

    from ui.review.pieces import Piece, Strip
    from ui.theme.look import Look

_HEADING = 1.18
_CAPTION_PX = 13
_FIELD_PX = 15
_CELL = "  │  "


@dataclass(slots=True)
class SetLine:
    """One paragraph, set: where it stands in its item, and which characters belong to which place."""

    layout: QTextLayout
    top: float
    places: list[tuple[int, int, int]] = field(default_factory=list)  # number, start, length in UTF-16 units


class Typesetter:
    """Sets lines with the fonts and colors of a look; made anew when the look changes."""

    def __init__(self, look: Look, variant: str) -> None:
        self._tokens = look.tokens
        self._reading = look.reading
        self._variant = variant
        self._fonts: dict[str, QFont] = {}
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self.line = float(look.reading.line)
        self.gap = float(look.reading.gap)
        self.em = float(look.reading.px)

    def _font(self, kind: str) -> QFont:
        if kind not in self._fonts:
            reading = self._reading
            sizes = {
                "h2": round(reading.px * _HEADING),
                "caption": _CAPTION_PX,
                "field": _FIELD_PX,
                "footnote": round(reading.px * 0.88),
            }
            weight = 700 if kind in {"h2", "h3"} else 400
            self._fonts[kind] = reading.font(sizes.get(kind, reading.px), weight=weight, variant=self._variant)
        return self._fonts[kind]

    def small(self, px: int, weight: int = 400) -> QFont:
        """A font of the interface for notes and labels."""
        return font(px, weight=weight)

    def guess(self, characters: int, width: float) -> float:
        """How high a paragraph of so many characters will about be, the gap after it included."""
        in_line = max(1, int(width / self.em))
        return -(-(characters + 2) // in_line) * self.line + self.gap

    def set_lines(
        self, lines: Iterable[Strip], width: float, top: float, confirmed: Collection[int] = ()
    ) -> tuple[list[SetLine], float]:
        """Set lines below one another from ``top`` on; gives them and where the last one ends."""
        made: list[SetLine] = []
        for number, strip in enumerate(lines):
            if number:
                top += self.gap
            line, height = self._set(strip, width, top, confirmed)
            made.append(line)
            top += height
        return made, top

    def _set(self, strip: Strip, width: float, top: float, confirmed: Collection[int]) -> tuple[SetLine, float]:
        setting = strip.setting
        text = setting.lead
        formats: list[QTextLayout.FormatRange] = []
        places: list[tuple[int, int, int]] = []
        start = utf16_length(text)
        for piece in strip.pieces:
            shown = piece.text.replace("\t", _CELL).replace("\n", "\u2028")
            length = utf16_length(shown)
            text += shown
            made = self._format(piece, done=piece.place in confirmed)
            if made is not None:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = start, length, made
                formats.append(span)
            if piece.place != NO_PLACE:
                places.append((piece.place, start, length))
            start += length
        layout = QTextLayout(text, self._font(setting.kind))
        layout.setCacheEnabled(True)
        layout.setFormats(formats)
        layout.setTextOption(_wrapped())
        return SetLine(layout, top, places), self._lay(layout, strip, width)

    def _lay(self, layout: QTextLayout, strip: Strip, width: float) -> float:
        """Break a paragraph into lines; gives its height."""
        kind = strip.setting.kind
        line_height = {"caption": round(_CAPTION_PX * 1.6), "field": round(_FIELD_PX * 1.6)}.get(kind, self.line)
        left = {"quote": self.em * 1.5, "item": self.em * (1 + strip.setting.depth * 1.5)}.get(kind, 0.0)
        indent = float(self._reading.indent) if kind == "paragraph" else 0.0
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            inset = left + (indent if y == 0 else 0.0)
            line.setLineWidth(max(self.em, width - inset))
            line.setPosition(QPointF(inset, y + (line_height - line.height()) / 2))
            y += line_height
        layout.endLayout()
        return max(y, line_height)

    def _format(self, piece: Piece, *, done: bool) -> QTextCharFormat | None:
        """The look of a piece; None for plain text."""
        key = (piece.change, piece.style, piece.note, done)
        if key == ("", piece.style, False, False) and not piece.style.marks and piece.style.href is None:
            return None
        if key not in self._formats:
            made = QTextCharFormat()
            self._mark(made, piece)
            self._change(made, piece.change, done=done)
            if piece.note and not piece.change:
                made.setForeground(QColor(self._tokens.accent))
            self._formats[key] = made
        return self._formats[key]

    def _mark(self, made: QTextCharFormat, piece: Piece) -> None:
        marks = piece.style.marks
        if Mark.STRONG in marks:
            made.setFontWeight(QFont.Weight.Bold)
        if Mark.EMPHASIS in marks:  # no italics for Chinese
            made.setFontWeight(QFont.Weight.DemiBold)
        if Mark.UNDERLINE in marks:
            made.setFontUnderline(True)
        if Mark.STRIKE in marks:
            made.setFontStrikeOut(True)
        if piece.style.href is not None:
            made.setForeground(QColor(self._tokens.accent))
            made.setFontUnderline(True)

    def _change(self, made: QTextCharFormat, change: str, *, done: bool) -> None:
        tokens = self._tokens
        if change == DELETED:
            made.setBackground(QBrush(QColor(tokens.surface2 if done else tokens.deleted)))
            made.setForeground(QColor(tokens.text3 if done else tokens.danger))
            made.setFontStrikeOut(True)
        elif change == INSERTED:
            made.setBackground(QBrush(QColor(tokens.gray.ground if done else tokens.inserted)))
            made.setForeground(QColor(tokens.body if done else tokens.green.ink))
        elif change == RESTYLED:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            made.setUnderlineColor(QColor(tokens.violet.ink))


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def paint_lines(painter: QPainter, lines: Iterable[SetLine], at: QPointF, clip: QRectF) -> None:
    """Draw lines that stand in an item whose corner is at ``at``; those outside ``clip`` are left out."""
    for line in lines:
        corner = QPointF(at.x(), at.y() + line.top)
        box = line.layout.boundingRect().translated(corner)
        if box.bottom() >= clip.top() - 40 and box.top() <= clip.bottom() + 40:
            line.layout.draw(painter, corner, [], clip)


def boxes(lines: Iterable[SetLine], place: int) -> list[QRectF]:
    """Where the characters of a place stand, line by line, from the corner of the item."""
    found: list[QRectF] = []
    for line in lines:
        for number, start, length in line.places:
            if number == place and length:
                found += _boxes(line, start, start + length)
    return _merged(found)


def _merged(found: list[QRectF]) -> list[QRectF]:
    """Boxes of one line that touch are one."""
    merged: list[QRectF] = []
    for box in found:
        if merged and merged[-1].top() == box.top() and abs(merged[-1].right() - box.left()) < 1:
            merged[-1] = merged[-1].united(box)
        else:
            merged.append(box)
    return merged


def _boxes(line: SetLine, start: int, end: int) -> list[QRectF]:
    found: list[QRectF] = []
    for number in range(line.layout.lineCount()):
        row = line.layout.lineAt(number)
        first, last = max(start, row.textStart()), min(end, row.textStart() + row.textLength())
        if first < last:
            left, right = _x(row.cursorToX(first)), _x(row.cursorToX(last))
            found.append(QRectF(left, line.top + row.y(), max(2.0, right - left), row.height()))
    return found


def _x(answer: object) -> float:
    """The binding gives the offset and the cursor."""
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))
