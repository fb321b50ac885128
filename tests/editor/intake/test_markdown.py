"""Markdown in, also our own again."""

from __future__ import annotations

import dataclasses

import pytest

from editor.article import Credit, Note, Origin, Outlet, Slip, Variant, slip_to_plain
from editor.errors import EditorError, Exit
from editor.intake import take_in
from editor.markup.blocks import block_text
from editor.markup.frontmatter import join
from editor.markup.writer import write

SLIP = Slip(
    number="0506-AB-01",
    genre="feature",
    kicker="乡村振兴进行时",
    headline="石桥镇春茶上市, 茶农忙",
    subheadline="——来自茶山的报道",
    byline=(Credit("严晓峰", "reporter", "全媒体记者"), Credit("李娜", "stringer", "通讯员")),
    editor="贺敏",
    responsible_editor="田文 彭立",
    source="云溪日报",
    column="要闻",
    dateline="本报讯",
    keywords=("茶叶", "乡村振兴"),
    summary="摘要: 有冒号的一句。",
    origin=Origin.REPRINT,
    origin_url="https://www.example.com/a?b=1",
    published_at="2024-05-06T09:12:00+08:00",
    original_headline="春茶上市啦",
    original_authors="王五",
    page_credits=(Credit("王军", "reviewer", "二审"),),
    deadline="2024-05-07T18:00:00+08:00",
    contact="0746-1234567",
    planned_length="1200",
    outlets=(Outlet("微信", headline="喝春茶啦"),),
    corrections=(Note("“二百亩”应为“三百亩”。", "2024-05-08"),),
)
BODY = """本报讯,这一段有**重点（一）**后文，不改一个字。

## 小标题:不动

- 采茶
- 制茶

> 茶要慢慢品。

![采茶](asset:0000 "图为采茶。")

责编：这一行是正文
"""


def exported(slip: Slip) -> str:
    plain = slip_to_plain(slip)
    plain["authors"] = plain.pop("byline")
    return join({"id": "0190", **plain, "variant": "zh-CN", "state": "draft"}, BODY)


def test_our_own_markdown_comes_in_as_the_same_article() -> None:
    intake = take_in(exported(SLIP).encode(), "a.md")
    assert intake.kind == "markdown"
    assert intake.slip == SLIP
    assert intake.variant is Variant.ZH_CN
    assert write(intake.blocks) == BODY
    assert intake.repairs == ()
    assert intake.report == ()


def test_our_own_markdown_needs_no_suffix() -> None:
    assert take_in(exported(SLIP).encode()).slip == SLIP


def test_foreign_front_matter_fills_the_slip_and_the_rest_is_named() -> None:
    intake = take_in(
        "---\ntitle: 修表匠老姚\nauthor: 严晓峰 李　娜\ndate: 2024-06-02 08:10\ntags: [工匠, 老街]\ncategories: 人物\n"
        "责编: 田文\nlayout: post\n---\n\n柳江县南门老街十七号，门脸不到三米宽,姚广生戴着寸镜。\n".encode()
    )
    slip = intake.slip
    assert (slip.headline, slip.published_at, slip.column) == ("修表匠老姚", "2024-06-02T08:10:00+08:00", "人物")
    assert [person.name for person in slip.byline] == ["严晓峰", "李娜"]
    assert (slip.keywords, slip.responsible_editor) == (("工匠", "老街"), "田文")
    assert [(loss.what, loss.text) for loss in intake.report] == [("front_matter", "layout: post")]
    assert block_text(intake.blocks[0]) == ("柳江县南门老街十七号，门脸不到三米宽，姚广生戴着寸镜。")


def test_markdown_without_front_matter_is_read_like_a_page() -> None:
    intake = take_in(
        "# 石桥镇春茶上市\n\n2024-05-06 来源：云溪日报 作者：严晓峰\n\n"
        "今年以来,云溪县坚持把茶产业作为富民产业来抓。\n\n"
        "## 做强基地\n\n全县茶园面积达到**四万亩**。\n\n责编：田文\n".encode(),
        "a.md",
    )
    slip = intake.slip
    assert (slip.headline, slip.source, slip.responsible_editor) == ("石桥镇春茶上市", "云溪日报", "田文")
    assert [(block.kind, block_text(block)) for block in intake.blocks] == [
        ("paragraph", "今年以来，云溪县坚持把茶产业作为富民产业来抓。"),
        ("h2", "做强基地"),
        ("paragraph", "全县茶园面积达到四万亩。"),
    ]


def test_repair_touches_no_mark_of_markdown() -> None:
    intake = take_in(
        "# 石桥镇春茶上市\n\n春茶上市了,见[公告](https://www.example.com/a,b)，`甲,乙`保持。脚注[^1]在此。\n\n"
        "| 名称 | 数量 |\n| :--- | ---: |\n| 茶,叶 | 1 |\n\n[^1]:注释,在这里。\n".encode(),
        "a.md",
    )
    assert "https://www.example.com/a,b" in write(intake.blocks)
    assert "甲,乙" in "".join(block_text(block) for block in intake.blocks)
    assert "table" in [block.kind for block in intake.blocks]
    assert "footnote" in [block.kind for block in intake.blocks]
    assert block_text(intake.blocks[0]).startswith("春茶上市了，见公告")


def test_damaged_front_matter_is_refused_with_its_line() -> None:
    with pytest.raises(EditorError) as caught:
        take_in(b"---\ntitle: [a\nb: c\n---\n\ntext\n", "a.md")
    assert caught.value.exit_code == Exit.UNREADABLE


def test_every_field_of_the_slip_is_covered_by_the_round_trip() -> None:
    empty = {field.name for field in dataclasses.fields(SLIP) if not getattr(SLIP, field.name)}
    assert empty == {"publish_at", "embargo", "corrects"}
