"""Characters that a place cannot keep are named with code and place, and nothing is ever replaced."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import EditorError, Exit
from editor.markup.blocks import Image, paragraph
from editor.publish.formats import characters
from editor.publish.formats.characters import UTF8MB3, XML, outside
from tests.editor.publish.sample_packages import package


def test_code_and_place_of_each():
    found = outside("在𠮷野家，😀与𠮷", UTF8MB3)
    assert [(item.character, item.code, item.at) for item in found] == [
        ("𠮷", "U+20BB7", 1),
        ("😀", "U+1F600", 5),
        ("𠮷", "U+20BB7", 7),
    ]


@pytest.mark.parametrize(
    ("charset", "text", "expected"),
    [
        (UTF8MB3, "㙍、罕用字、️", ""),  # all of the basic plane, variation selectors of it too
        (UTF8MB3, "葛\U000e0101", "\U000e0101"),
        (UTF8MB3, "𰻞𲎯", "𰻞𲎯"),  # planes 3 and 3
        ("utf-8", "𠮷\ud800", "\ud800"),
        ("gb18030", "𠮷㙍😀é臺", ""),
        ("gbk", "臺é𠮷镕㙍", "𠮷㙍"),
        ("gb2312", "朱镕基与臺", "镕臺"),
        ("big5", "台湾臺灣", "湾"),
        (XML, "a\tb\nc\x07\x00\ufffe\ud801", "\x07\x00\ufffe\ud801"),
        ("gbk", "^]-\\^𠮷", "𠮷"),
    ],
)
def test_what_charsets_have(charset, text, expected):
    assert "".join(item.character for item in outside(text, charset)) == expected


@settings(max_examples=100)
@given(st.text(max_size=30), st.sampled_from(["gbk", "gb18030", "big5", "ascii", "utf-8"]))
def test_what_is_left_can_be_written_and_what_is_named_cannot(text, charset):
    found = outside(text, charset)
    wrong = {item.at for item in found}
    rest = "".join(character for at, character in enumerate(text) if at not in wrong)
    assert rest.encode(charset).decode(charset)[:0] == ""
    for item in found:
        assert text[item.at] == item.character
        with pytest.raises(UnicodeEncodeError):
            item.character.encode(charset)


def test_an_unknown_charset_is_told():
    with pytest.raises(EditorError, match="charset_unknown") as caught:
        outside("x", "klingon")
    assert caught.value.exit_code == Exit.USAGE


def test_findings_name_field_block_and_place():
    one = package(headline="标题𠮷", keywords=("无", "𠮷"), summary="")
    blocks = (paragraph("甲乙𠮷𠮷。"), Image("asset:x", "图说㙍", "陈𠮷", "描述"))
    one = dataclasses.replace(one, article=dataclasses.replace(one.article, blocks=blocks))
    found = characters.findings(one.article, "gbk")
    assert [(item.field, item.block, item.start, item.end, item.text) for item in found] == [
        ("headline", None, None, None, "𠮷"),
        ("keywords", None, None, None, "𠮷"),
        (None, 0, 2, 3, "𠮷"),
        (None, 1, 2, 3, "㙍"),
        (None, 1, None, None, "𠮷"),
    ]
    assert {item.values["charset"] for item in found} == {"gbk"}


def test_a_refusal_names_each_character_once_and_hides_none():
    with pytest.raises(EditorError) as caught:
        characters.require(package(headline="\x07响\x07\x0b"), XML)
    assert caught.value.details["characters"] == "U+0007, U+000B"
    assert caught.value.exit_code == Exit.TARGET
    many = "".join(map(chr, range(0x20000, 0x20020)))
    assert characters.named(outside(many, UTF8MB3)).endswith("…")
