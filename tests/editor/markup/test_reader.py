"""Reading newsroom Markdown as people type it."""

from __future__ import annotations

import pickle
import re
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markup.blocks import (
    Footnote,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
    heading,
    paragraph,
)
from editor.markup.inline import read_runs
from editor.markup.reader import read
from tests.editor.markup.documents import NASTY
from tests.growth import assert_proportional

STRONG = frozenset({Mark.STRONG})


def test_an_article_of_every_kind_of_block():
    assert read(
        "第一段。\n\n## 小标题\n\n### 更小\n\n> 引文一\n>\n> 引文二\n\n- 甲\n    1. 乙\n    2. 丙\n- 丁\n\n"
        '![说明](asset:00 "图说 © 张三")\n\n***\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n见注[^1]\n\n[^1]: 注文\n'
    ) == (
        paragraph("第一段。"),
        heading("小标题"),
        heading("更小", 3),
        Quote(((Run("引文一"),), (Run("引文二"),))),
        ListBlock(
            (
                Item((Run("甲"),)),
                Item((Run("乙"),), 1, ordered=True),
                Item((Run("丙"),), 1, ordered=True),
                Item((Run("丁"),)),
            )
        ),
        Image("asset:00", "图说", "张三", "说明"),
        Rule(),
        Table((((Run("甲"),), (Run("乙"),)), ((Run("1"),), (Run("2"),)))),
        Paragraph((Run("见注"), Run("", note="1"))),
        Footnote("1", (Run("注文"),)),
    )


@pytest.mark.parametrize(
    ("text", "strong", "after"),
    [
        ("**“高新区”**管委会", "“高新区”", "管委会"),
        ("**重点（一）**后文", "重点（一）", "后文"),
        ("**《条例》**施行", "《条例》", "施行"),
        ("**15%**，", "15%", "，"),
    ],
)
def test_emphasis_beside_chinese_marks(text, strong, after):
    assert read(text) == (Paragraph((Run(strong, STRONG), Run(after))),)


@pytest.mark.parametrize(
    "text",
    [
        "2021. 年是丰收年。",
        "# 一级标题",
        "#### 四级标题",
        "规格为3*4*5厘米",
        "a * b * c",
        "**没有结尾",
        "<u>没有结尾",
        "没有开头</u>",
        "<script>alert(1)</script>",
        "&unknown; &amp",
        "[^9]没有这条注",
        "[链接](javascript:alert(1))",
        '[链接](http://a.example "标题")',
        "文字 ![图](asset:00) 文字",
        "| 不是 | 表格 |",
        "5. 五",
        "snake_case_name _强调_ ~~波浪~~ `代码`",
        "----x",
        "$x$ {y} @z",
        "C:\\Users",
    ],
)
def test_what_the_schema_does_not_know_stays_text(text):
    (block,) = read(text)
    assert isinstance(block, Paragraph)
    assert block_text(block) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("湖南省\n永州市", "湖南省永州市"),
        ("two\nwords", "two words"),
        ("GDP\n增长", "GDP增长"),
        ("一行  \n二行", "一行\n二行"),
        ("一行\\\n二行", "一行\n二行"),
        ("一行<br>\n二行", "一行\n二行"),
        ("一行<BR/>二行", "一行\n二行"),
        ("　　缩进", "缩进"),
        ("a&nbsp;b&lt;&#21271;", "a\u00a0b<北"),
    ],
)
def test_line_ends_blanks_and_entities(lines, text):
    assert [block_text(block) for block in read(lines)] == [text]


OFTEN = [
    "**重点（一）**",
    "**a**",
    "**",
    "[甲](http://a.example)",
    "[乙](http://a.example)",
    "[丙](javascript:x)",
    "[^1]",
]
OFTEN += ["[^9]", "文字", " ", "　", "** 甲**", "[ 甲](http://a.example)", "[](http://a.example)", "&lt;"]


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.lists(st.sampled_from(OFTEN), max_size=8).map("".join))
def test_marks_are_read_the_same_inside_other_marks(text):
    """What most news texts have (strong text, links, notes) is read by a quicker way than all other signs."""
    inside = read_runs(f"<u>{text}</u>", {"1"})
    assert tuple(replace(run, marks=run.marks - {Mark.UNDERLINE}) for run in inside) == read_runs(text, {"1"})


def test_a_list_keeps_every_figure_that_is_not_its_count():
    assert [block_text(block) for block in read("1. 甲\n2. 乙\n5. 丙")] == ["甲\n乙", "5. 丙"]
    assert read("- 甲\n    3. 乙")[0] == ListBlock((Item((Run("甲"),)), Item((Run("3. 乙"),), 1)))


def test_two_quotes_and_two_lists_side_by_side():
    assert len(read("> 甲\n\n<!-- -->\n\n> 乙")) == 2
    assert len(read("- 甲\n\n<!-- -->\n\n- 乙")) == 2
    assert len(read("> 甲\n\n> 乙")) == 1


@pytest.mark.parametrize("blank", ["", " ", "\t", "　　"])
def test_a_line_of_blanks_is_an_empty_line(blank):
    assert [
        block.kind for block in read(f"1. 甲\n{blank}\n2. 乙\n{blank}\n> 甲\n{blank}\n> 乙\n{blank}\n甲\n{blank}\n乙")
    ] == [
        "list",
        "quote",
        "paragraph",
        "paragraph",
    ]


def test_rows_longer_than_the_head_lose_nothing():
    (table,) = read("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| 4 |")
    assert [[block_text(Paragraph(cell)) for cell in row] for row in table.rows] == [
        ["a", "b"],
        ["1", "2 | 3"],
        ["4", ""],
    ]


VISIBLE = re.compile(r"[^\W\d_]|[\u3400-\u9fff]")


@settings(deadline=None, max_examples=300, derandomize=True)
@given(
    st.lists(st.sampled_from([*NASTY, "\n", "\n\n", "\n- ", "\n    - ", "\n> ", "\n| ", " | "]), max_size=12)
    .map("".join)
    .filter(lambda text: "<" not in text and "&" not in text and "](" not in text and "[^" not in text)
)
def test_no_letter_is_ever_lost(markdown):
    found = "".join(block_text(block) for block in read(markdown))
    assert VISIBLE.findall(found) == VISIBLE.findall(markdown)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text):
    read(text)


@pytest.mark.parametrize(
    "piece",
    [
        "*",
        "[",
        "> ",
        ">",
        "|",
        "| a ",
        "](",
        "[^1]",
        "<u>",
        "**a",
        "&amp;",
        "\\",
        " ",
        "- a\n",
        "    - a\n",
        "[a](b)",
        "[a](",
        "a\n",
        "|\n",
        "(((",
    ],
)
def test_time_grows_with_the_length_only(piece):
    short, long = ((piece * length)[:length] for length in (25_000, 100_000))
    read(short[:1_000])
    assert_proportional(lambda: read(short), lambda: read(long), times=30, slack=0.1)


def test_what_was_read_is_as_any_other_record():
    (block,) = read("**甲**乙")
    made = Paragraph((Run("甲", STRONG), Run("乙")))
    assert block == made
    assert hash(block) == hash(made)
    assert pickle.loads(pickle.dumps(block)) == made
    for record, field in ((block, "runs"), (block.runs[0], "text")):
        with pytest.raises(FrozenInstanceError):
            setattr(record, field, "丙")
