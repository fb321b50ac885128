"""Plain text, typesetting text and the script to be read out: every character is there, and nothing doubles."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Credit, Origin, Variant
from editor.errors import EditorError
from editor.intake import take_in
from editor.markup.blocks import Footnote, Heading, Image, Paragraph, block_text
from editor.publish.formats import spoken, txt, typeset
from editor.publish.formats.notes import texts_of
from tests.editor.publish.formats.any_package import packages, told
from tests.editor.publish.sample_packages import package, png


def bare(text: str) -> str:
    return "".join(text.split())


def in_order(parts: list[str], text: str) -> bool:
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


class TestPlain:
    def test_a_page_of_the_house(self):
        one = package(
            kicker="引题",
            subheadline="——副题",
            origin=Origin.REPRINT,
            origin_url="https://example.com/a",
            original_headline="原标题",
            page_credits=(Credit("丙", "proofreader", "校对"),),
            pictures=(png(),),
        )
        lines = txt.text_of(one).split("\n")
        assert lines[:3] == ["引题", "清水河治理工程第1期完工", "——副题"]
        assert "记者 周晓禾 通讯员 陈立言" in lines
        assert "2021年9月2日 09:30　　来源：清水日报　　转载" in lines
        assert "一条河的十年" in lines  # no indent
        assert "　　　　治水要一任接着一任干。" in lines
        assert "柳溪镇\t5.2\t8600" in lines
        assert "（图1：9月18日，清水河畔。）" in lines
        assert "[1] 据柳溪镇2021年统计年鉴。" in lines
        assert "责编：何一苇　　一审：林知远　　二审：宋清和　　三审：高砚秋" in lines
        assert "核红：许见山" in lines
        assert lines[-4:] == ["原标题：原标题", "原文：https://example.com/a", "原页面署名：校对 丙", ""]

    @settings(max_examples=60)
    @given(packages())
    def test_no_character_of_any_text_is_lost(self, one):
        text = bare(txt.render(one).decode())
        blocks = one.article.blocks
        shown = [block for block in blocks if not isinstance(block, Footnote)]
        notes = {block.label: block for block in blocks if isinstance(block, Footnote)}
        for block in (*shown, *notes.values()):
            runs = [run.text for runs in texts_of(block) for run in runs]
            parts = [part for run in runs or [block_text(block)] for part in run.split("\n")]
            assert in_order([bare(part) for part in parts], text)
        for value in (one.article.slip.headline, one.article.slip.kicker):
            assert bare(value) in text

    @settings(max_examples=60)
    @given(packages())
    def test_the_indent_stands_once_before_paragraphs_and_nowhere_else(self, one):
        for line in txt.text_of(one).split("\n"):
            assert not re.match("　{9,}", line)
        for block in one.article.blocks:
            if isinstance(block, Heading):
                first = block_text(block).split("\n")[0]
                assert not txt.text_of(one).startswith("　　" + first)
            first = block_text(block).split("\n")[0]
            found = txt.text_of(one).split(first) if first else []
            alone = len(found) == 2  # a quote of the same words has its own indent
            if isinstance(block, Paragraph) and alone and not first.startswith("　"):
                assert "　　　" not in found[0][-3:]

    def test_intake_reads_it_back(self):
        one = package(text="本报讯　县水利局昨日发布通报。\n\n第二段说明了情况，群众受益。\n", summary="")
        back = take_in(txt.render(one), "a.txt")
        assert back.slip.headline == one.article.slip.headline
        assert [credit.name for credit in back.slip.byline] == ["周晓禾", "陈立言"]
        assert back.slip.source == "清水日报"
        assert [credit.name for credit in back.slip.page_credits] == ["林知远", "宋清和", "高砚秋"]
        assert [block_text(block) for block in back.blocks] == [block_text(block) for block in one.article.blocks]

    def test_the_address_of_a_link_stands_once_behind_its_text(self):
        text = "见[**公告** 全文](https://example.com/n)与 https://example.com/x 、[写信](mailto:a@example.com)。\n"
        shown = txt.text_of(package(text=text))
        assert "公告 全文（https://example.com/n）" in shown
        assert "写信（a@example.com）" in shown
        assert shown.count("https://example.com/x") == 1

    def test_numbers_of_lists_go_on_at_each_level(self):
        text = "1. 甲\n2. 乙\n   1. 子\n   2. 丑\n3. 丙\n"
        shown = txt.text_of(package(text=text)).split("\n")
        at = shown.index("　　1. 甲")
        assert shown[at : at + 5] == ["　　1. 甲", "　　2. 乙", "　　　　1. 子", "　　　　2. 丑", "　　3. 丙"]


class TestTypesetting:
    def test_gb18030_with_the_line_ends_of_typesetting(self):
        one = package(text="𠮷野家在臺北，😀。\n\n第二段。\n")
        data = typeset.render(one)
        assert data.decode("gb18030").replace("\r\n", "\n") == txt.text_of(one)
        assert data.count(b"\n") == data.count(b"\r\n") > 5

    @settings(max_examples=40)
    @given(packages())
    def test_every_text_comes_back(self, one):
        assert typeset.render(one).decode("gb18030") == txt.text_of(one).replace("\n", "\r\n")

    def test_a_smaller_charset_refuses_and_names(self):
        one = package(text="在𠮷野家。\n")
        with pytest.raises(EditorError) as caught:
            typeset.render(one, charset="gbk")
        assert caught.value.code == "characters_outside"
        assert caught.value.details["characters"] == "𠮷 U+20BB7"
        assert [(item.text, item.block, item.start) for item in typeset.unusual(one)] == [("𠮷", 0, 1)]
        assert typeset.render(package(text="在吉野家。\n"), charset="gbk").decode("gbk")


class TestSpoken:
    def test_a_script(self):
        one = package(pictures=(png(),))
        lines = spoken.script(one).split("\n")
        assert lines[0] == "【口播稿】清水河治理工程第1期完工"
        assert re.fullmatch("稿号：0918-A01　　口播 \\d+'\\d\\d\"", lines[1])
        assert lines[3] == "【导语】"
        assert "【正文】" in lines
        assert "【一条河的十年】" in lines
        assert "（未收入口播：图片 1 幅、表格 1 个、注释 1 条）" in lines
        assert "清水河畔" not in spoken.script(one)
        assert max(map(len, lines[4:10])) <= spoken.LINE + 2

    def test_in_traditional_characters(self):
        shown = spoken.render(package(variant=Variant.ZH_TW)).decode()
        assert "【導語】" in shown

    @settings(max_examples=150)
    @given(st.text(alphabet="永州高新区，。！？；：、“”（）…—·1.5%ab \n", max_size=120))
    def test_short_lines_hold_every_character(self, text):
        found = spoken.lines(text)
        assert "".join(found) == text.replace("\n", "")
        assert all(found)

    def test_lines_end_where_one_breathes(self):
        text = "全县完成造林12.6万亩，新建生态护岸8.3公里，占年度计划的105.5%。"
        text += "县林业局局长在新闻发布会现场接受采访时作了详细的介绍！"
        found = spoken.lines(text)
        assert all(len(line) <= spoken.LINE for line in found)
        assert not [line for line in found if line[0] in "，。！？%"]
        assert any(line.endswith("105.5%。") for line in found)
        assert any("12.6万亩" in line for line in found)

    def test_the_script_says_how_long_it_takes(self):
        script = spoken.script(package(text="全县造林面积" * 40 + "。\n"))
        assert "1'00\"" in script

    @settings(max_examples=40)
    @given(packages())
    def test_what_is_read_is_all_there(self, one):
        script = bare(spoken.script(one))
        kept = [block for block in one.article.blocks if isinstance(block, Paragraph)]
        assert in_order([bare(block_text(block)) for block in kept], script)
        assert told(one.article.blocks) or script


@pytest.mark.parametrize("form", [txt, typeset, spoken])
@pytest.mark.parametrize("variant", list(Variant))
def test_every_variant_can_go_out_and_is_always_the_same(form, variant):
    one = package(2, variant, pictures=(png(),))
    assert form.render(one) == form.render(one)


def test_only_pictures_that_the_text_shows_are_counted():
    one = package(text="一段。\n")
    assert not [block for block in one.article.blocks if isinstance(block, Image)]
    assert "未收入" not in spoken.script(one)
