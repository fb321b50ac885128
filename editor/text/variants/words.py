"""Words of one region (软件 → 軟體) from our own list: suggestions for the newsrooms of that region only."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import resources
from editor.article import Variant
from editor.text.variants.converters import bare
from editor.text.variants.ranks import Rank
from editor.text.variants.routes import Config, region

if TYPE_CHECKING:
    from collections.abc import Mapping


_NAME_ENDS = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:公司|集团|协会|学会|委员会|办公室|管理局|研究院|研究所|大学|学院|安全法|条例|战略|中心)"
)
_TITLE = 40
"""Longest title in 《》 that is looked back for."""


def in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a regional word belongs to a title in 《》 or to the name of a body or law, which keep their words."""
    back = max(0, start - _TITLE)
    return text.rfind("《", back, start) > text.rfind("》", back, start) or bool(_NAME_ENDS.match(text, end))


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    table: Mapping[str, Mapping[str, str]] = resources.table("dictionaries/variants/words.toml")
    return table


@cache
def pairs(source: Variant, target: Variant) -> tuple[tuple[str, str, Rank], ...]:
    """Regional words for one direction as (before, after, rank); names of bodies and laws that contain one hold it.

    To zh-CN the table is read backwards; between Taiwan and Hong Kong there is none.
    """
    start, end = region(source), region(target)
    if start is Variant.ZH_CN:
        table, turn = _table()[end.value], {Variant.ZH_TW: bare(Config.S2TW), Variant.ZH_HK: bare(Config.S2HK)}[end]
        found = [(before, after, Rank.REGION) for before, after in table.items()]
        held = [(word, turn(word), Rank.WORD) for word in _table()["held"]["words"].split()]
        return (*found, *held)
    if end is Variant.ZH_CN:
        back = _table()[f"{start.value}-back"]
        return tuple((before, after, Rank.REGION) for before, after in back.items())
    return ()
