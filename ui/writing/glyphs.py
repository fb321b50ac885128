"""Which characters the fonts here cannot draw, and which belong to nobody's alphabet (造字 in private use areas)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont

_RARE = re.compile("[\u3400-\u4dbf\u9fa6-\u9fff\ue000-\uf8ff\ufa2e-\ufaff\U00010000-\U0010ffff]")
"""Only these are looked up: what every Chinese font has need not be asked for on every painting."""
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))


def is_private(code: int) -> bool:
    """Whether a character lies in a private use area: what it looks like depends on a font that nobody else has."""
    return any(first <= code <= last for first, last in _PRIVATE)


class Glyphs:
    """Asks a font once for every rare character."""

    def __init__(self, font: QFont) -> None:
        self.use(font)

    def use(self, font: QFont) -> None:
        """Another font."""
        self._metrics = QFontMetrics(font)
        self._known: dict[int, bool] = {}

    def drawable(self, code: int) -> bool:
        """Whether the font or one of those behind it has a shape for a character."""
        known = self._known.get(code)
        if known is None:
            known = self._known[code] = self._metrics.inFontUcs4(code)
        return known

    def rare(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Characters without a shape or in private use: offset in code points, code, whether it can be drawn."""
        for match in _RARE.finditer(text):
            code = ord(match[0])
            drawable = self.drawable(code)
            if not drawable or is_private(code):
                yield match.start(), code, drawable
