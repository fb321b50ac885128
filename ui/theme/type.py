"""Fonts: one family list for each script, CJK first.

A list that begins with a Latin family reuses the CJK fallback of another list (Qt caches fallbacks by the first
family), and under a Simplified locale a Traditional family draws mainland shapes unless the `locl` feature is off.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

SIMPLIFIED = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Source Han Sans SC", "WenQuanYi Micro Hei")
TAIWAN = ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei UI", "Source Han Sans TC", "WenQuanYi Micro Hei")
HONG_KONG = ("Noto Sans CJK HK", "PingFang HK", "Microsoft JhengHei UI", "Source Han Sans HK", "WenQuanYi Micro Hei")
_OF_VARIANT = {"zh-TW": TAIWAN, "zh-Hant": TAIWAN, "zh-HK": HONG_KONG}

UI_PX = 13
CAPTION_PX = 12
TITLE_PX = 16
BODY_PX = 17
LINE = 1.75  # of the size: 17 → 30 px
PARAGRAPH_GAP = 0.6  # em
MEASURE = 36  # em: characters in a line


def families(variant: str = "zh-CN") -> tuple[str, ...]:
    """Families for a language variant (BCP 47)."""
    return _OF_VARIANT.get(variant, SIMPLIFIED)


def font(px: int = UI_PX, *, weight: int = 400, variant: str = "zh-CN") -> QFont:
    """A font of the given size (px at 100 %) and weight (100-900) that draws the shapes of a variant."""
    made = QFont(list(families(variant)))
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if variant in _OF_VARIANT:
        made.setFeature(QFont.Tag("locl"), 0)
    return made


@dataclass(frozen=True, slots=True)
class Reading:
    """How the text of an article is set; sizes in px at 100 %.

    Attributes:
        px: Size of the body; line: its line height; gap: space between paragraphs; indent: two characters, or 0.
        measure: Width of a line.
        own_families: Families that the user chose, before ours.
    """

    px: int = BODY_PX
    leading: float = LINE
    indented: bool = True
    own_families: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """Line height."""
        return round(self.px * self.leading)

    @property
    def gap(self) -> int:
        """Space between paragraphs."""
        return round(self.px * PARAGRAPH_GAP)

    @property
    def indent(self) -> int:
        """First-line indent."""
        return self.px * 2 if self.indented else 0

    @property
    def measure(self) -> int:
        """Width of a line."""
        return self.px * MEASURE

    def font(self, px: int | None = None, *, weight: int = 400, variant: str = "zh-CN") -> QFont:
        """Font of the body, or of another size in it."""
        made = font(self.px if px is None else px, weight=weight, variant=variant)
        if self.own_families:
            made.setFamilies([*self.own_families, *families(variant)])
        return made
