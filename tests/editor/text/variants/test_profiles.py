"""For whom a newsroom converts."""

from __future__ import annotations

from editor.article import Variant
from editor.text.variants import convert_text
from editor.text.variants.profiles import DEFAULT, profiles


def test_regional_words_are_for_houses_of_the_region_only():
    text = "“软件”在胡同里"
    results = {
        key: convert_text(text, profile.target, source=Variant.ZH_CN, options=profile.options())
        for key, profile in profiles().items()
    }
    assert results == {
        "mainland-for-taiwan": "“軟件”在胡同裡",
        "mainland-for-hong-kong": "“軟件”在胡同裏",
        "taiwan": "「軟體」在胡同裡",
        "hong-kong": "「軟件」在胡同裏",
    }


def test_the_default_comes_first_and_all_have_names():
    assert next(iter(profiles())) == DEFAULT
    assert [profile.names["zh_CN"] for profile in profiles().values()] == [
        "大陆媒体·台湾读者",
        "大陆媒体·港澳读者",
        "台湾媒体",
        "香港媒体",
    ]
