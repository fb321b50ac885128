"""Which script and region a text is written in, told from characters that exist in one of them only."""

from __future__ import annotations

import re
from functools import cache

import resources
from editor.article import Variant
from editor.text.variants.converters import UNDECIDED, WATCHED, bare, candidates, marker
from editor.text.variants.model import Detection
from editor.text.variants.routes import Config

_FIRST, _LAST = 0x3400, 0x9FFF
_CLEAR = 2
"""A script must have this many times the characters of the other one, a region this many signs."""


@cache
def _exclusive() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the characters that exist in Simplified only and in Traditional only."""
    characters = [chr(code) for code in range(_FIRST, _LAST + 1)]
    lines = "\n".join(characters)
    to_hant, to_hans, to_tw, to_hk = (
        bare(config)(lines).split("\n") for config in (Config.S2TW, Config.TW2S, Config.T2TW, Config.T2HK)
    )
    either = set(resources.table("dictionaries/variants/detection.toml")["shared"])
    forms = zip(characters, to_tw, to_hk, strict=True)
    regional = {form for old, tw, hk in forms if not old == tw == hk for form in (old, tw, hk)}
    both = either.union(regional, *candidates("to-hant").values())
    changed = zip(characters, to_hant, to_hans, strict=True)
    hans = [old for old, new, back in changed if new != old == back and old not in both]
    hant = [old for old, new in zip(characters, to_hans, strict=True) if new != old and old not in either]
    return re.compile(f"[{''.join(hans)}]"), re.compile(f"[{''.join(hant)}]")


@cache
def _signs() -> dict[Variant, re.Pattern[str]]:
    """Patterns of the words and forms of one region only."""
    table = resources.table("dictionaries/variants/detection.toml")["region"]
    return {Variant(name): re.compile("|".join(words.split())) for name, words in table.items()}


def detect(text: str) -> Detection:
    """Tell the variant of a text.

    Simplified is zh-Hans; Traditional is zh-Hant, or zh-TW or zh-HK where signs of one region and none of the other
    stand. A text without any character that exists in one script only is Simplified when whole words in it are not
    Traditional (后天, 干部); when it may be both it has no variant, and is a tie if a conversion would change it.
    """
    only_hans, only_hant = _exclusive()
    hans, hant = len(only_hans.findall(text)), len(only_hant.findall(text))
    if not hans and not hant:
        return _without_signs(text)
    if hans >= _CLEAR * hant:
        return Detection(Variant.ZH_HANS, hans, hant, tie=False)
    if hant >= _CLEAR * hans:
        return Detection(_region(text), hans, hant, tie=False)
    return Detection(None, hans, hant, tie=True)


def _region(text: str) -> Variant:
    signs = {variant: len(pattern.findall(text)) for variant, pattern in _signs().items()}
    for variant, count in signs.items():
        if count >= _CLEAR and not any(other for name, other in signs.items() if name is not variant):
            return variant
    return Variant.ZH_HANT


def _without_signs(text: str) -> Detection:
    text = text.encode("utf-8", "ignore").decode("utf-8")  # without halves of characters
    converted = bare(Config.S2TW)(text)
    if converted == text:
        return Detection(None, 0, 0, tie=False)
    marked = marker(Config.S2TW)(text)
    undecided = UNDECIDED + WATCHED
    by_words = len(marked) == len(text) == len(converted) and any(
        before != after and mark not in undecided for before, after, mark in zip(text, converted, marked, strict=True)
    )
    return Detection(Variant.ZH_HANS, 0, 0, tie=False) if by_words else Detection(None, 0, 0, tie=True)
