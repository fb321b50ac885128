"""Icons: Lucide drawings (ISC), colored by the theme and kept once drawn."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_SCALES = (1.0, 1.5, 2.0, 3.0)


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resources.text(f"icons/{name}.svg")


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int = 16, scale: float = 1.0) -> QPixmap:
    """A drawing in one color; ``size`` in px at 100 %, ``scale`` the device pixel ratio."""
    side = round(size * scale)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = _drawing(name).replace("currentColor", color)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


@lru_cache(maxsize=256)
def icon(name: str, color: str, disabled: str = "", active: str = "", size: int = 18) -> QIcon:
    """The same as an icon for buttons and menus; other colors for when it is disabled, and for when it is checked."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, color, size, scale), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, active or color, size, scale), QIcon.Mode.Normal, QIcon.State.On)
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made
