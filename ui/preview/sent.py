"""An article as pictures to be sent round: as wide as a phone, marked all over, so that none passes for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from ui.preview.paper import draw
from ui.preview.setting import set_text
from ui.preview.sizes import PHONE
from ui.theme.tokens import LIGHT
from ui.theme.type import font

if TYPE_CHECKING:
    from ui.preview.setting import Picture, Text

TALLEST = 20_000
"""Most px that one picture is high: phones and chat programs make mush of higher ones, or refuse them."""
SCALE = 2
_BAND = 36
_FOOT = 28
_APART = 240


def pictures_of(text: Text, mark: str, picture: Picture) -> list[QImage]:
    """The article as one picture, or as several where it is too long for one; lines are never cut.

    Args:
        text: The article.
        mark: What is written over it.
        picture: See `setting.set_text`.
    """
    document = QTextDocument()
    set_text(document, text, PHONE, LIGHT, picture)
    document.setPageSize(QSizeF(PHONE.measure, -1))
    tallest = TALLEST / SCALE - 2 * _BAND - PHONE.top - _FOOT
    return [_drawn(document, start, end, mark) for start, end in cuts(document, tallest)]


def cuts(document: QTextDocument, tallest: float) -> list[tuple[float, float]]:
    """Parts of a document from top to bottom, none higher than ``tallest``, cut between lines or beside pictures."""
    whole = document.size().height()
    if whole <= tallest:
        return [(0.0, whole)]
    lines = _lines(document)
    found: list[tuple[float, float]] = []
    start = 0.0
    while whole - start > tallest:
        limit = start + tallest
        fitting = [top for top in lines if start < top <= limit]
        end = fitting[-1] if fitting else limit
        found.append((start, end))
        start = end
    return [*found, (start, whole)]


def _lines(document: QTextDocument) -> list[float]:
    """Where a line begins and nothing stands beside it; the tops of tables are, their insides are not."""
    layout = document.documentLayout()
    tops: list[float] = []
    block = document.begin()
    while block.isValid():
        corner = layout.blockBoundingRect(block).top()
        inside = document.frameAt(block.position()) is not document.rootFrame() if block.length() else False
        if not inside:
            tops += [corner + block.layout().lineAt(n).y() for n in range(block.layout().lineCount())]
        block = block.next()
    return tops


def _drawn(document: QTextDocument, start: float, end: float, mark: str) -> QImage:
    height = end - start + PHONE.top + _FOOT + 2 * _BAND
    image = QImage(PHONE.width * SCALE, round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    painter.save()
    painter.translate(PHONE.side, _BAND + PHONE.top - start)
    clip = QRectF(-PHONE.side, start, PHONE.width, end - start)
    painter.setClipRect(clip)
    draw(document, painter, clip, LIGHT)
    painter.restore()
    _mark(painter, height, mark)
    painter.end()
    return image


def _mark(painter: QPainter, height: float, mark: str) -> None:
    """Bands at both ends, and the word across the text, pale."""
    for top in (0.0, height - _BAND):
        band = QRectF(0, top, PHONE.width, _BAND)
        painter.fillRect(band, QColor(LIGHT.red.ground))
        painter.setFont(font(14, weight=700))
        painter.setPen(QColor(LIGHT.red.ink))
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, mark)
    ink = QColor(LIGHT.brand)
    ink.setAlphaF(0.09)
    painter.setPen(ink)
    painter.setFont(font(44, weight=700))
    y = _BAND + _APART / 2
    while y < height - _BAND:
        painter.save()
        painter.translate(QPointF(PHONE.width / 2, y))
        painter.rotate(-24)
        painter.drawText(QRectF(-PHONE.width / 2, -40, PHONE.width, 80), Qt.AlignmentFlag.AlignCenter, mark)
        painter.restore()
        y += _APART
