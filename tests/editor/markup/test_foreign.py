"""Markdown and HTML that others wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markup.blocks import Image, ListBlock, Paragraph, Quote, Table, block_text
from editor.markup.foreign import read_foreign
from editor.markup.from_html import blocks_from_html
from editor.markup.html import to_html
from editor.markup.losses import Loss
from editor.markup.normal import normalized
from editor.markup.reader import read
from editor.markup.writer import write
from tests.growth import assert_within


def markdown_of(html, **more):
    return write(blocks_from_html(html, **more)[0])


def test_foreign_markdown_becomes_ours():
    blocks, losses = read_foreign(
        "标题\n===\n\n段落：\n- 甲\n- 乙\n\n__重__ _调_ ~~删~~ m<sup>2</sup>\n\n甲 | 乙\n--- | ---\n1 | 2\n\n"
        '![说明](http://a.example/a.png "图说")\n\n文[^n]\n\n[^n]: 注\n'
    )
    assert write(blocks) == (
        "## 标题\n\n段落：\n\n- 甲\n- 乙\n\n**重** *调* <s>删</s> m²\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n"
        '![说明](http://a.example/a.png "图说")\n\n文[^n]\n\n[^n]: 注\n'
    )
    assert losses == (Loss("heading_level", 1, kept=True),)


@pytest.mark.parametrize(
    ("markdown", "texts"),
    [
        ("2021. 年是丰收年。", ["2021. 年是丰收年。"]),
        ("3. 三\n4. 四", ["3. 三", "4. 四"]),
        ("1. 一\n5. 五", ["一", "5. 五"]),
        ("- 甲\n\n2021. 年", ["甲", "2021. 年"]),
        ("规格3*4*5厘米", ["规格3*4*5厘米"]),
        ("`3*4`", ["3*4"]),
        ("```\n3*4\n2. x\n```", ["3*4\n2. x"]),
        ("H<sub>2</sub>O，10<sup>4</sup>，a<sup>th</sup>", ["H₂O，10⁴，ath"]),
        ("///Footnotes Go Here///", ["///Footnotes Go Here///"]),
    ],
)
def test_no_figure_is_lost_on_the_way(markdown, texts):
    assert [block_text(block) for block in read_foreign(markdown)[0]] == texts


@pytest.mark.parametrize(
    ("markdown", "ours"),
    [
        ("- 甲\n- 乙\n\n1. 一\n2. 二\n", "- 甲\n- 乙\n\n<!-- -->\n\n1. 一\n2. 二\n"),
        ("1. 一\n2. 二\n\n- 甲\n- 乙\n", "1. 一\n2. 二\n\n<!-- -->\n\n- 甲\n- 乙\n"),
        ("- 甲\n1. 一\n2. 二\n- 丙\n", "- 甲\n\n<!-- -->\n\n1. 一\n2. 二\n\n<!-- -->\n\n- 丙\n"),
        ("- 甲\n    1. 子\n\n1. 一\n", "- 甲\n    1. 子\n\n<!-- -->\n\n1. 一\n"),
        ("1. 甲\n    - 子\n2. 乙\n", "1. 甲\n    - 子\n2. 乙\n"),
        ("- 甲\n    - 子\n    1. 一\n    2. 二\n", "- 甲\n    - 子\n    - 1\\. 一\n    - 2\\. 二\n"),
    ],
)
def test_a_numbered_list_below_another_list_keeps_its_numbers(markdown, ours):
    assert write(read_foreign(markdown)[0]) == ours


def test_a_lone_surrogate_stops_nothing():
    assert block_text(blocks_from_html("<p>甲\ud800乙</p>")[0][0]) == "甲\ufffd乙"
    assert to_html(read("甲\ud800乙"), asset_url=str) == "<p>甲\ufffd乙</p>"


def test_a_saved_page():
    blocks, losses = blocks_from_html(
        "<div>　　第一段。<br><br>　　第二段<br>　　第三段<b>粗</b><br>末行</div>"
        "<script>x()</script><iframe src=x></iframe>"
        "<p>多行\n文字 <a href='file:///x'>链</a></p><p style='display:none'>隐</p>"
        "<figure><img src=a.jpg data-src=b.jpg alt=说>"
        "<figcaption>图说<span class=credit>张三 摄</span></figcaption></figure>"
        "<ul><li>甲<ul><li>乙</ul><li><p>丙<p>丁</ul><blockquote>引<p>文</blockquote><ruby>亳<rt>bó</rt></ruby>"
    )
    assert write(blocks) == (
        '第一段。\n\n第二段\n\n第三段**粗**<br>\n末行\n\n多行文字 链\n\n![说](b.jpg "图说 © 张三 摄")\n\n'
        "- 甲\n    - 乙\n- 丙<br>丁\n\n> 引\n>\n> 文\n\n亳(bó)\n"
    )
    assert losses == (Loss("iframe", 1, kept=False), Loss("link", 1, kept=True))


def test_tables_of_data_and_tables_of_layout():
    (table,) = blocks_from_html("<table><tr><th>甲<th>乙<tr><td rowspan=2>1<td>2<tr><td>3</table>")[0]
    assert isinstance(table, Table)
    assert block_text(table) == "甲\t乙\n1\t2\n\t3"
    assert table.header
    blocks, losses = blocks_from_html("<table><tr><td><h2>标题</h2><p>一<p>二<td>侧栏</table>")
    assert [block.kind for block in blocks] == ["h2", "paragraph", "paragraph", "paragraph"]
    assert losses == (Loss("layout_table", 1, kept=True),)


def test_a_picture_inside_a_list_comes_after_it():
    blocks = blocks_from_html("<ul><li>甲<img src=a.png><li>乙</ul>")[0]
    assert [type(block) for block in blocks] == [ListBlock, Image]
    assert blocks_from_html("<p>前<img src=a.png>后")[0] == (
        Paragraph((*blocks[0].items[0].runs[:0], blocks_from_html("前")[0][0].runs[0])),
        Image("a.png"),
        Paragraph((blocks_from_html("后")[0][0].runs[0],)),
    )


def test_styles_that_say_bold_and_underlined():
    assert markdown_of('<span style="font-weight:700">粗</span><span style="text-decoration: underline">线</span>') == (
        "**粗**<u>线</u>\n"
    )


TAGS = [
    *(
        "<p>",
        "</p>",
        "<div>",
        "<b>",
        "</b>",
        "<i>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol start=3>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
    ),
    *(
        "</table>",
        "<blockquote>",
        "</blockquote>",
        "<h1>",
        "<h4>",
        "</h1>",
        "<br>",
        "<hr>",
        "<img src=x>",
        "<a href=x>",
        "</a>",
    ),
    *(
        "<sup>",
        "</sup>",
        "<sup>2</sup>",
        "<pre>",
        "</pre>",
        "<figure>",
        "<figcaption>",
        "</figure>",
        "<q>",
        "<rt>",
        "<ruby>",
    ),
    *(
        "<section class=footnotes>",
        "<li id=fn-1>",
        "<a class=footnote-ref href=#fn-1>",
        "</section>",
        "<caption>",
        "<thead>",
    ),
    *(
        "<span class=credit>",
        "</span>",
        "甲",
        "乙\n丙",
        " ",
        "　",
        "&nbsp;",
        "&lt;",
        "<",
        "&",
        "\n",
        "<!--",
        "-->",
        "<td rowspan=3 colspan=2>",
    ),
]


@settings(deadline=None, max_examples=400, derandomize=True)
@given(st.lists(st.sampled_from(TAGS), max_size=25).map("".join), st.booleans())
def test_any_html_gives_a_document_in_normal_form(html, from_markdown):
    blocks, _ = blocks_from_html(html, from_markdown=from_markdown)
    assert normalized(blocks) == blocks


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.lists(st.sampled_from([tag for tag in TAGS if "<!--" not in tag and "class=" not in tag]), max_size=20))
def test_no_han_character_of_a_page_is_lost(pieces):
    kept = "".join(block_text(block) for block in blocks_from_html("".join(pieces))[0])
    assert sorted(character for character in kept if character >= "\u4e00") == sorted(
        "".join(pieces).translate(ONLY_HAN)
    )


class _OnlyHan(dict):
    def __missing__(self, key):
        return chr(key) if key >= 0x4E00 else None


ONLY_HAN = _OnlyHan()


@pytest.mark.parametrize(
    "piece",
    ["<b>", "<div>", "<ul><li>", "<table><tr><td>", "<!", "<!--", "</", '<a x="', "&#", "<b><p>", "<blockquote>"],
)
def test_hostile_html_costs_little(piece):
    assert_within(5, lambda: blocks_from_html("文" + (piece * 100_000)[:100_000]))


@pytest.mark.parametrize("piece", ["[", "[a](", "*", "> ", "- ", "`", "_a"])
def test_hostile_markdown_costs_little(piece):
    assert_within(5, lambda: read_foreign((piece * 30_000)[:30_000]))


def test_markdown_that_is_too_much_is_read_as_text():
    blocks, losses = read_foreign("文[" * 20_000)
    assert block_text(blocks[0]).count("文") == 20_000
    assert losses == (Loss("unread_markup", 1, kept=True),)


def test_a_quote_is_parted_by_what_it_cannot_hold():
    blocks, losses = blocks_from_html("<blockquote>前<ul><li>甲</ul>后</blockquote>")
    assert [type(block) for block in blocks] == [Quote, ListBlock, Quote]
    assert losses == (Loss("nested_block", 1, kept=True),)
