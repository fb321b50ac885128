"""Pictures as a comparison paints them: small, and scaled once."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

if TYPE_CHECKING:
    from ui.pictures.shelf import PictureShelf

WIDTH = 480
"""Twice as many px as a comparison gives a picture: sharp on a dense screen as well."""
_HELD = 40


class ComparedPictures:
    """`ui.review.placed.Pictures` over the shelf; None while a picture is asked for, and where there is none."""

    def __init__(self, shelf: PictureShelf) -> None:
        self._shelf = shelf
        self._held: OrderedDict[str, tuple[int, QPixmap]] = OrderedDict()

    def __call__(self, source: str) -> QPixmap | None:
        """The picture, at most `WIDTH` px wide."""
        found = self._shelf.image(source)
        if found is None:
            return None
        image, _width = found
        held = self._held.get(source)
        if held is None or held[0] != image.cacheKey():
            mode = Qt.TransformationMode.SmoothTransformation
            small = image.scaledToWidth(WIDTH, mode) if image.width() > WIDTH else image
            held = self._held[source] = (image.cacheKey(), QPixmap.fromImage(small))
            while len(self._held) > _HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(source)
        return held[1]
