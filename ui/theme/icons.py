"""Icons: Lucide drawings (ISC), drawn in the colors of the theme when they are painted first, and kept."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

import resources


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resources.text(f"icons/{name}.svg")


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int = 16, scale: float = 1.0) -> QPixmap:
    """A drawing in one color; ``size`` in px at 100 %, ``scale`` the device pixel ratio."""
    side = round(size * scale)
    drawn = QPixmap(side, side)
    if drawn.isNull():  # a button that has no room yet
        return drawn
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = _drawing(name).replace("currentColor", color)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


class _Colors(NamedTuple):
    """Of an icon: as it is, when it is disabled, when it is checked."""

    normal: str
    disabled: str
    active: str


class _Drawn(QIconEngine):
    """Draws when Qt asks: a window has some hundred icons, and its first picture shows ten."""

    def __init__(self, name: str, colors: _Colors) -> None:
        super().__init__()
        self._name = name
        self._colors = colors

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._colors.disabled
        return self._colors.active if state == QIcon.State.On else self._colors.normal

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        drawn = pixmap(self._name, self._color(mode, state), side, painter.device().devicePixelRatioF())
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, drawn)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._color(mode, state), min(size.width(), size.height()))

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._color(mode, state), side, scale)

    @override
    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colors)


@lru_cache(maxsize=256)
def icon(name: str, color: str, disabled: str = "", active: str = "") -> QIcon:
    """The same as an icon for buttons and menus; other colors for when it is disabled, and for when it is checked."""
    return QIcon(_Drawn(name, _Colors(color, disabled or color, active or color)))
