"""Which script a text is written in, and which region a page names."""

from __future__ import annotations

import re
from functools import cache

import resources
from editor.article import Variant

_REGIONS = (
    (re.compile(r"zh[-_](?:hant[-_])?tw", re.IGNORECASE), Variant.ZH_TW),
    (re.compile(r"zh[-_](?:hant[-_])?(?:hk|mo)", re.IGNORECASE), Variant.ZH_HK),
    (re.compile(r"zh[-_](?:hans[-_])?(?:cn|sg)", re.IGNORECASE), Variant.ZH_CN),
)
_SAMPLE = 50_000


@cache
def _characters() -> tuple[frozenset[str], frozenset[str]]:
    lines = [
        line for line in resources.text("dictionaries/script_characters.txt").split("\n") if line[:1] not in {"#", ""}
    ]
    return frozenset(lines[0]), frozenset(lines[1])


def counts(text: str) -> tuple[int, int]:
    """How many characters are Simplified only, and Traditional only."""
    simplified, traditional = _characters()
    sample = text[:_SAMPLE]
    return sum(char in simplified for char in sample), sum(char in traditional for char in sample)


def variant_of(text: str, named: str = "") -> Variant:
    """The variant of a text; ``named`` is the page's language tag, believed only when the script agrees with it."""
    simplified, traditional = counts(text)
    hant = traditional > simplified
    for pattern, variant in _REGIONS:
        if pattern.fullmatch(named.strip()) and variant.traditional == hant:
            return variant
    if not simplified and not traditional and re.fullmatch(r"zh[-_]hant", named.strip(), re.IGNORECASE):
        return Variant.ZH_HANT
    return Variant.ZH_HANT if hant else Variant.ZH_HANS
