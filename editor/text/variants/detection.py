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
    Traditional (后天, 干部), and Traditional when only a conversion to Simplified would change it (著手). A text that
    no conversion would change has no variant and needs none; one that may be both is a tie.
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


@cache
def common_characters() -> tuple[str, str]:
    """Common characters that exist in Simplified only, and in Traditional only; quick to have."""
    table = resources.table("dictionaries/variants/detection.toml")["common"]
    return "".join(table["hans"].split()), "".join(table["hant"].split())


def lines_in(text: str, *, traditional: bool) -> list[tuple[int, int]]:
    """Spans of the lines that are certainly Traditional, or certainly Simplified, whatever the rest of the text is."""
    found: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        hans, hant = (len(pattern.findall(line)) for pattern in _exclusive())
        wanted, other = (hant, hans) if traditional else (hans, hant)
        if wanted >= _CLEAR and not other:
            found.append((position, position + len(line)))
        position += len(line)
    return found


def _without_signs(text: str) -> Detection:
    """Tell by what conversions would change: our own ones, since they know where words end (明天后天)."""
    from editor.text.variants.engine import convert_text  # noqa: PLC0415 - it needs this module itself

    text = text.encode("utf-8", "ignore").decode("utf-8")  # without halves of characters
    converted = convert_text(text, Variant.ZH_TW, source=Variant.ZH_CN)
    back = convert_text(text, Variant.ZH_CN, source=Variant.ZH_TW)
    if converted == text:
        return Detection(None if back == text else Variant.ZH_HANT, 0, 0, tie=False)
    by_words = back == text and (len(converted) != len(text) or _words_changed(text, converted))
    return Detection(Variant.ZH_HANS, 0, 0, tie=False) if by_words else Detection(None, 0, 0, tie=True)


def _words_changed(text: str, converted: str) -> bool:
    """Whether a whole word tells that a text is Simplified, not only single characters that exist in both scripts."""
    marked = marker(Config.S2TW)(text)
    undecided = UNDECIDED + WATCHED
    return len(marked) == len(text) and any(
        before != after and mark not in undecided for before, after, mark in zip(text, converted, marked, strict=True)
    )
