"""The real page: converted, it equals what is expected, character for character."""

from __future__ import annotations

from editor.article import Variant
from editor.text.variants import convert, convert_text


def test_the_real_page_becomes_simplified_character_for_character(seeds):
    source = (seeds / "scraped-page.expected.zh-Hant.md").read_text(encoding="utf-8")
    expected = (seeds / "scraped-page.expected.zh-CN.md").read_text(encoding="utf-8")
    assert convert_text(source, Variant.ZH_CN) == expected
    assert convert(source, Variant.ZH_CN, source=Variant.ZH_HANT).text == expected
