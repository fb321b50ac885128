"""What is painted beside and over the text of the visible lines: bars, numbers, labels, codes, a veil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor

from editor.text.spans import to_utf16
from ui.theme.type import BODY_PX
from ui.writing.formats import ITEM_MARGIN
from ui.writing.kinds import DEPTH, LABEL, ORDERED, START, Kind, kind_of, text_in
from ui.writing.objects import draw_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from ui.theme.tokens import Tokens
    from ui.theme.type import Reading
    from ui.writing.glyphs import Glyphs

_BULLETS = "•◦▪"
_VEIL = 165


class Decor:
    """Paints over one editor."""

    def __init__(self, editor: QTextEdit, reading: Reading, tokens: Tokens, glyphs: Glyphs) -> None:
        self._editor = editor
        self.reading = reading
        self.tokens = tokens
        self._glyphs = glyphs
        self.focused = False
        self.placeholder = ""

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paint what belongs to the lines in a rectangle of the viewport."""
        shift = self._editor.verticalScrollBar().value()
        for block, rect in self._visible(clip, shift):
            self._paint_line(painter, block, rect)
            if not block.text().isascii():
                self._paint_rare(painter, block)
        if self.focused:
            self._paint_veil(painter, clip, shift)
        first = self._editor.document().firstBlock()
        empty = self._editor.document().characterCount() == 1 and not first.layout().preeditAreaText()
        if self.placeholder and empty and kind_of(first) is Kind.PARAGRAPH:
            self._paint_placeholder(painter)

    def _visible(self, clip: QRect, shift: int) -> Iterator[tuple[QTextBlock, QRectF]]:
        editor = self._editor
        layout = editor.document().documentLayout()
        block = editor.cursorForPosition(QPoint(0, clip.top())).block()
        before = block.previous()
        block = before if before.isValid() else block
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, -shift)
            if rect.top() > clip.bottom():
                return
            yield block, rect
            block = block.next()

    def _px(self, length: float) -> float:
        return length * self.reading.px / BODY_PX

    def _paint_line(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        kind = kind_of(block)
        left = self._editor.document().documentMargin() + self._px(block.blockFormat().leftMargin())
        if kind is Kind.QUOTE:
            joined = not _first_of_group(block)
            top = rect.top() - (self.reading.gap + 4 if joined else 0)
            painter.fillRect(QRectF(left - self._px(14), top, 3, rect.bottom() - top), QColor(self.tokens.border2))
        elif kind is Kind.ITEM:
            self._label(painter, rect, left, _marker(block))
        elif kind is Kind.FOOTNOTE:
            self._label(painter, rect, left, f"[{text_in(block.blockFormat(), LABEL) or ''}]")

    def _label(self, painter: QPainter, rect: QRectF, left: float, text: str) -> None:
        small = text[0] == "["
        painter.setFont(self.reading.font(round(self.reading.px * 0.75)) if small else self.reading.font())
        painter.setPen(QColor(self.tokens.text2))
        wide = self._px(ITEM_MARGIN * 2)
        high = min(rect.height(), self.reading.line)
        room = QRectF(left - wide - self._px(7), rect.top() + (0 if small else high * 0.12), wide, high)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_rare(self, painter: QPainter, block: QTextBlock) -> None:
        text = block.text()
        found = list(self._glyphs.rare(text))
        if not found:
            return
        cursor = QTextCursor(block)
        for offset, code, drawable in found:
            first, last = to_utf16(text, (offset, offset + 1))
            cursor.setPosition(block.position() + first)
            left = self._editor.cursorRect(cursor)
            cursor.setPosition(block.position() + last)
            right = self._editor.cursorRect(cursor)
            wide = right.left() - left.left() if right.top() == left.top() else self.reading.px
            high = min(self.reading.px + 4, left.height())
            box = QRectF(left.left() + 0.5, left.center().y() - high / 2, max(wide, 6), high)
            if drawable:
                painter.setPen(QPen(QColor(self.tokens.danger), 1, Qt.PenStyle.DashLine))
                painter.drawLine(box.bottomLeft(), box.bottomRight())
            else:
                painter.setFont(self.reading.font())
                painter.fillRect(box, QColor(self.tokens.surface))
                draw_code(painter, box, code, self.tokens)

    def _paint_veil(self, painter: QPainter, clip: QRect, shift: int) -> None:
        veil = QColor(self.tokens.surface)
        veil.setAlpha(_VEIL)
        layout = self._editor.document().documentLayout()
        here = layout.blockBoundingRect(self._editor.textCursor().block()).translated(0, -shift)
        top, bottom = round(here.top()), round(here.bottom())
        painter.fillRect(QRect(clip.left(), clip.top(), clip.width(), max(0, top - clip.top())), veil)
        painter.fillRect(QRect(clip.left(), bottom, clip.width(), max(0, clip.bottom() - bottom + 1)), veil)

    def _paint_placeholder(self, painter: QPainter) -> None:
        caret = self._editor.cursorRect()
        painter.setFont(self.reading.font())
        painter.setPen(QColor(self.tokens.text3))
        room = QRect(caret.left() + 2, caret.top(), self._editor.viewport().width(), caret.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.placeholder)


def _first_of_group(block: QTextBlock) -> bool:
    before = block.previous()
    return block.blockFormat().boolProperty(START) or not before.isValid() or kind_of(before) is not kind_of(block)


def _marker(block: QTextBlock) -> str:
    """Bullet or number of an item."""
    line = block.blockFormat()
    depth = line.intProperty(DEPTH)
    if not line.boolProperty(ORDERED):
        return _BULLETS[min(depth, len(_BULLETS) - 1)]
    number = 1
    while not _first_of_group(block):
        block = block.previous()
        other = block.blockFormat().intProperty(DEPTH)
        if other < depth:
            break
        number += other == depth
    return f"{number}."
