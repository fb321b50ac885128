"""Checks of an article: the slip, the fields that hold text, the blocks."""

from __future__ import annotations

import dataclasses

import pytest

import resources
from editor.article import Article, Credit, Origin, Slip, Variant
from editor.markup.blocks import (
    Image,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
    heading,
    paragraph,
)
from editor.text.checks import check_article, ignore, missing_for_submit

SLIP = Slip(
    headline="永州园区发展势头强劲",
    byline=(Credit("周燕妮", "reporter", "记者"), Credit("彭沛", "stringer", "通讯员")),
    responsible_editor="田文",
    source="永州日报",
    column="要闻",
    summary="永州园区成为经济增长极。",
    origin=Origin.OWN,
)
BODY = (
    paragraph("今年上半年，全市园区规模工业企业增加值增幅15%，园区成为永州经济新的增长极。"),
    heading("重点培育产业链"),
    paragraph("目前，全市园区基本形成“一主一特”发展格局。（记者 周燕妮 通讯员 彭　沛）"),
)


def article(slip=SLIP, blocks=BODY, variant=Variant.ZH_CN):
    return Article("0190", variant, slip, tuple(blocks))


def rules(found):
    return [one.rule for one in found]


def test_a_complete_clean_article_has_no_findings():
    assert check_article(article()) == []
    assert missing_for_submit(article()) == []


def test_findings_name_the_block_and_the_place_in_its_text():
    blocks = (
        paragraph("第一段写得很好，没有问题。"),
        Rule(),
        ListBlock((Item((Run("甲项完成。"),)), Item((Run("乙项,也完成了。。"),)))),
        Table((((Run("名称"),), (Run("数量"),)), ((Run("苹果"),), (Run("约10~15吨"),)))),
        Quote(((Run("他说得对。"),), (Run("建设”五好“园区。"),))),
        Image("asset:00", caption="园区一角（张三 摄)"),
        Paragraph((Run("结尾"), Run("完成,了", frozenset()), Run("。"))),
    )
    found = check_article(article(blocks=blocks))
    assert [(one.rule, one.block, one.text) for one in found] == [
        ("P01", 2, ","),
        ("P05", 2, "。。"),
        ("P14", 3, "~"),
        ("P07", 4, "”五好“"),
        ("P09", 5, "（张三 摄)"),
        ("P01", 6, ","),
    ]
    for one in found:
        assert block_text(blocks[one.block])[one.start : one.end] == one.text


def test_a_finding_in_a_field_names_the_field_and_has_no_offsets():
    slip = dataclasses.replace(SLIP, headline="永州园区发展势头强劲。", summary="园区,发展。")
    found = check_article(article(slip))
    assert [(one.rule, one.field, one.start, one.end, one.block, one.text) for one in found] == [
        ("P28", "headline", None, None, None, "。"),
        ("P01", "summary", None, None, None, ","),
    ]


def test_the_habit_of_the_whole_article_is_one_finding():
    blocks = [paragraph(f"第{number}项GDP增长很快，大家都很满意。") for number in "一二三四五"]
    blocks += [paragraph("去年 GDP增长较慢。"), paragraph("前年 GDP增长较慢。")]
    assert rules(check_article(article(blocks=blocks))) == ["P26"]


def test_a_quotation_may_run_on_over_paragraphs():
    blocks = [paragraph("他说：“第一段没有结束。"), paragraph("“第二段也没有结束。"), paragraph("“第三段结束了。”")]
    assert check_article(article(blocks=blocks)) == []


def test_the_variant_of_the_article_decides_what_is_mixed():
    found = check_article(article(variant=Variant.ZH_TW))
    assert {"S01"} <= set(rules(found))


def test_a_reprint_needs_source_author_and_original_title():
    bare = Slip(headline="标题", origin=Origin.REPRINT, responsible_editor="田文", column="要闻", summary="摘要")
    found = check_article(article(bare))
    assert [(one.rule, one.field, str(one.severity)) for one in found] == [
        ("F01", "source", "error"),
        ("F01", "original_authors", "error"),
        ("F01", "original_headline", "error"),
    ]
    full = dataclasses.replace(bare, source="新华社", original_authors="程远", original_headline="原标题")
    assert check_article(article(full)) == []
    assert missing_for_submit(article(full)) == []


def test_names_under_the_text_and_on_the_slip_must_agree():
    slip = dataclasses.replace(
        SLIP, byline=(Credit("周燕妮", "reporter"), Credit("李娜", "reporter"), Credit("王强", "photographer"))
    )
    found = check_article(article(slip))
    assert [(one.rule, one.text, str(one.severity)) for one in found] == [
        ("F02", "彭沛", "error"),
        ("F02", "李娜", "warning"),
    ]


def test_an_incomplete_slip_is_a_remark_and_no_error():
    slip = dataclasses.replace(SLIP, responsible_editor="", column="", summary="", headline="很长的标题" * 8)
    found = [one for one in check_article(article(slip)) if one.rule == "F03"]
    assert [one.field for one in found] == ["responsible_editor", "column", "summary", "headline"]
    assert {str(one.severity) for one in found} == {"info"}


def test_a_lead_without_time_or_place_is_named_when_asked_for():
    blocks = (paragraph("人们都说，这件事办得很好。"),)
    found = check_article(article(blocks=blocks), enabled=frozenset({"F04"}))
    assert [one.message for one in found] == ["check.F04.time", "check.F04.place"]
    lead = (paragraph("永州市9月19日举行签约活动。"),)
    assert check_article(article(blocks=lead), enabled=frozenset({"F04"})) == []


@pytest.mark.parametrize(
    ("slip", "blocks", "missing"),
    [
        (dataclasses.replace(SLIP, headline=" "), BODY, ["F05"]),
        (SLIP, (paragraph(""), Rule()), ["F06"]),
        (dataclasses.replace(SLIP, byline=()), BODY, ["F07"]),
        (Slip(), (), ["F05", "F06", "F07"]),
        (dataclasses.replace(SLIP, origin=Origin.REPRINT, source=""), BODY, ["F01"]),
        (dataclasses.replace(SLIP, origin=Origin.WIRE_COPY, byline=(), source="新华社"), BODY, []),
        (SLIP, (Image("asset:00", caption=""),), []),
    ],
)
def test_what_is_missing_for_submit(slip, blocks, missing):
    found = missing_for_submit(article(slip, blocks))
    assert rules(found) == missing
    for one in found:
        for language in resources.LANGUAGES:
            assert resources.sentence(one.message, language, **one.values)


def test_a_finding_of_the_slip_and_one_of_a_block_can_be_ignored():
    slip = dataclasses.replace(SLIP, column="")
    blocks = (*BODY, paragraph("本次活动共有XX人参加。"))
    whole = article(slip, blocks)
    from_slip, from_text = check_article(whole)
    ignored = frozenset({ignore(from_slip, ""), ignore(from_text, block_text(blocks[from_text.block]))})
    assert check_article(whole, ignored=ignored) == []
    later = article(slip, (paragraph("新加的一段放在最前面，写得很好。"), *blocks))
    assert check_article(later, ignored=ignored) == []


def test_an_article_nobody_has_written_on_yet_can_be_checked():
    empty, one_line = (Article("1", Variant.ZH_CN, Slip(), blocks) for blocks in ((), (paragraph(""),)))
    assert check_article(empty) == check_article(one_line)
