"""Which OpenCC configuration leads from one variant to another."""

from __future__ import annotations

from enum import StrEnum

from editor.article import Variant


class Config(StrEnum):
    """The configurations of the OpenCC package that a newsroom needs, under their own names."""

    S2TW = "s2tw"
    S2HK = "s2hk"
    TW2S = "tw2s"
    HK2S = "hk2s"
    TW2T = "tw2t"
    HK2T = "hk2t"
    T2TW = "t2tw"
    T2HK = "t2hk"

    @property
    def to_traditional(self) -> bool:
        """Whether Simplified text becomes Traditional."""
        return self in {Config.S2TW, Config.S2HK}

    @property
    def to_simplified(self) -> bool:
        """Whether Traditional text becomes Simplified."""
        return self in {Config.TW2S, Config.HK2S}


_REGION = {Variant.ZH_HANS: Variant.ZH_CN, Variant.ZH_HANT: Variant.ZH_TW}

_ROUTES = {
    (Variant.ZH_CN, Variant.ZH_TW): (Config.S2TW,),
    (Variant.ZH_CN, Variant.ZH_HK): (Config.S2HK,),
    (Variant.ZH_TW, Variant.ZH_CN): (Config.TW2S,),
    (Variant.ZH_HK, Variant.ZH_CN): (Config.HK2S,),
    (Variant.ZH_TW, Variant.ZH_HK): (Config.TW2T, Config.T2HK),
    (Variant.ZH_HK, Variant.ZH_TW): (Config.HK2T, Config.T2TW),
}


def region(variant: Variant) -> Variant:
    """The region whose forms a variant has: zh-Hans those of zh-CN, zh-Hant those of zh-TW."""
    return _REGION.get(variant, variant)


def route(source: Variant, target: Variant, *, via_hans: bool = False) -> tuple[Config, ...]:
    """The configurations to apply one after another; none when the text is in the target already."""
    start, end = region(source), region(target)
    if via_hans and start.traditional and end.traditional:
        return (*_ROUTES[start, Variant.ZH_CN], *_ROUTES[Variant.ZH_CN, end])
    return _ROUTES.get((start, end), ())
