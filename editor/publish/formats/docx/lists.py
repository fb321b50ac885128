"""Numbers of lists: every run of numbered siblings counts from 1, whatever stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.publish.formats.docx.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.markup.blocks import Item, ListBlock
    from editor.publish.formats.docx.xml import Element

_LEVELS = 9
_BULLETS = ("●", "○", "■")
_STEP = 420  # twips that each level stands further in
_BULLET, _NUMBER = 0, 1
_BULLET_LIST = 1  # the one instance that all bullets share


class Lists:
    """The numberings that a document needs; bullets share one."""

    def __init__(self) -> None:
        self._starts: list[int] = []  # level at which each numbered instance counts from 1

    def numbered(self, block: ListBlock) -> Iterator[tuple[Item, int]]:
        """Items with the id of the numbering that each belongs to."""
        counting: dict[int, int] = {}
        for item in block.items:
            for deeper in [depth for depth in counting if depth > item.depth]:
                del counting[deeper]
            if not item.ordered:
                counting.pop(item.depth, None)
                yield item, _BULLET_LIST
                continue
            if item.depth not in counting:
                self._starts.append(item.depth)
                counting[item.depth] = _BULLET_LIST + len(self._starts)
            yield item, counting[item.depth]

    def part(self) -> Element:
        """``numbering.xml``."""
        bullets = [_level(depth, "bullet", _BULLETS[depth % len(_BULLETS)]) for depth in range(_LEVELS)]
        numbers = [_level(depth, "decimal", f"%{depth + 1}.") for depth in range(_LEVELS)]
        instances = [w("num", value("abstractNumId", _BULLET), numId=_BULLET_LIST)]
        for at, depth in enumerate(self._starts, _BULLET_LIST + 1):
            start = w("lvlOverride", value("startOverride", 1), ilvl=depth)
            instances.append(w("num", value("abstractNumId", _NUMBER), start, numId=at))
        return w(
            "numbering",
            w("abstractNum", value("multiLevelType", "hybridMultilevel"), *bullets, abstractNumId=_BULLET),
            w("abstractNum", value("multiLevelType", "multilevel"), *numbers, abstractNumId=_NUMBER),
            *instances,
        )


def _level(depth: int, kind: str, text: str) -> Element:
    indent = w("ind", left=_STEP * (depth + 2), hanging=_STEP)
    return w(
        "lvl",
        value("start", 1),
        value("numFmt", kind),
        value("suff", "tab"),
        value("lvlText", text),
        value("lvlJc", "left"),
        w("pPr", indent),
        ilvl=depth,
    )
