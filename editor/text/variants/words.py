"""Words of one region (软件 → 軟體) from our own list: suggestions for the newsrooms of that region only."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import resources
from editor.article import Variant
from editor.text.variants.converters import bare
from editor.text.variants.routes import Config, region
from editor.text.variants.scanning import Rank

if TYPE_CHECKING:
    from collections.abc import Mapping


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
