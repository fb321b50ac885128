"""The picture in the sample article: a bridge over a river, painted here, so that it is nobody else's."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter, QPainterPath, QPen

WIDTH, HEIGHT = 1200, 560
_WATER = 372


def bridge() -> bytes:
    """It, as PNG."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _sky(painter)
    _hills(painter)
    _river(painter)
    _arches(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _sky(painter: QPainter) -> None:
    sky = QLinearGradient(0, 0, 0, _WATER)
    sky.setColorAt(0, QColor("#8fb6de"))
    sky.setColorAt(0.7, QColor("#d3e3f0"))
    sky.setColorAt(1, QColor("#f4e9d8"))
    painter.fillRect(0, 0, WIDTH, HEIGHT, sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 250, 236, 190))
    painter.drawEllipse(QPointF(930, 120), 34, 34)


def _hills(painter: QPainter) -> None:
    for color, height, shift in (("#a9bfc9", 128, 0), ("#8aa7a5", 92, 170), ("#6f9282", 54, 60)):
        path = QPainterPath(QPointF(-200, _WATER))
        for left in range(-200 - shift, WIDTH + 400, 320):
            path.cubicTo(
                left + 90, _WATER - height * 1.5, left + 200, _WATER - height, left + 320, _WATER - height * 0.4
            )
        path.lineTo(WIDTH + 400, _WATER)
        path.closeSubpath()
        painter.setBrush(QColor(color))
        painter.drawPath(path)


def _river(painter: QPainter) -> None:
    water = QLinearGradient(0, _WATER, 0, HEIGHT)
    water.setColorAt(0, QColor("#9cc0cb"))
    water.setColorAt(1, QColor("#4f7f8f"))
    painter.fillRect(QRectF(0, _WATER, WIDTH, HEIGHT - _WATER), water)
    painter.setPen(QPen(QColor(255, 255, 255, 70), 2))
    for number in range(34):
        left = (number * 181) % WIDTH
        top = _WATER + 22 + (number * 53) % (HEIGHT - _WATER - 40)
        painter.drawLine(QPointF(left, top), QPointF(left + 38 + number % 5 * 14, top))


def _arches(painter: QPainter) -> None:
    deck, span = 262, 200
    painter.setPen(Qt.PenStyle.NoPen)
    stone = QPainterPath()
    stone.addRect(QRectF(-20, deck, WIDTH + 40, _WATER - deck + 26))
    holes = QPainterPath()
    for left in range(-100, WIDTH, span):
        holes.moveTo(left + 18, _WATER + 40)
        holes.lineTo(left + 18, _WATER - 8)
        holes.cubicTo(left + 18, deck + 8, left + span - 18, deck + 8, left + span - 18, _WATER - 8)
        holes.lineTo(left + span - 18, _WATER + 40)
        holes.closeSubpath()
    painter.setBrush(QColor("#d9d4c8"))
    painter.drawPath(stone.subtracted(holes))
    painter.setBrush(QColor("#b9b3a5"))
    painter.drawRect(QRectF(-20, deck - 8, WIDTH + 40, 14))
    painter.setPen(QPen(QColor("#8d8778"), 3))
    painter.drawLine(QPointF(-20, deck - 34), QPointF(WIDTH + 20, deck - 34))
    for left in range(-10, WIDTH, 28):
        painter.drawLine(QPointF(left, deck - 34), QPointF(left, deck - 8))
    painter.setPen(QPen(QColor("#6c675b"), 4))
    for left in range(70, WIDTH, 260):
        painter.drawLine(QPointF(left, deck - 34), QPointF(left, deck - 116))
        painter.drawLine(QPointF(left, deck - 116), QPointF(left + 26, deck - 116))
