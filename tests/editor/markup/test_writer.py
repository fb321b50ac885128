"""How newsroom Markdown is spelled. Texts are signed as they are spelled: a change here changes every article."""

from __future__ import annotations

import pytest

from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    paragraph,
)
from editor.markup.normal import normalized
from editor.markup.reader import read
from editor.markup.writer import write

STRONG, EMPHASIS = frozenset({Mark.STRONG}), frozenset({Mark.EMPHASIS})
STRIKE, UNDERLINE = frozenset({Mark.STRIKE}), frozenset({Mark.UNDERLINE})


def test_an_article_of_every_kind_of_block():
    assert (
        write(
            [
                paragraph("第一段。"),
                Heading((Run("小标题"),)),
                Heading((Run("更小"),), 3),
                Quote(((Run("引一"),), (Run("引二\n下一行"),))),
                Quote(((Run("另一段引文"),),)),
                ListBlock((Item((Run("甲"),)), Item((Run("乙"),), 1, ordered=True), Item((Run("丙\n行"),)))),
                ListBlock((Item((Run("一"),), ordered=True), Item((Run("二"),), ordered=True))),
                Image("asset:00", "图说", "张三", "说明"),
                Image("http://a.example/(1).jpg"),
                Rule(),
                Table((((Run("甲|乙"),), ()), ((Run("1"),), (Run("2\n3"),)))),
                Table((((Run("1"),),),), header=False),
                Paragraph((Run("见注"), Run("", note="1"), Run("：后文"))),
                Footnote("1", (Run("注文"),)),
            ]
        )
        == "第一段。\n\n## 小标题\n\n### 更小\n\n> 引一\n>\n> 引二<br>\n> 下一行\n\n<!-- -->\n\n> 另一段引文\n\n"
        "- 甲\n    1. 乙\n- 丙<br>行\n\n<!-- -->\n\n1. 一\n2. 二\n\n"
        '![说明](asset:00 "图说 © 张三")\n\n![](http://a.example/&#40;1&#41;.jpg)\n\n***\n\n'
        "| 甲\\|乙 |  |\n| --- | --- |\n| 1 | 2<br>3 |\n\n|  |\n| --- |\n| 1 |\n\n见注[^1]：后文\n\n[^1]: 注文\n"
    )


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("2021. 年", "2021\\. 年"),
        ("12.5%", "12.5%"),
        ("# 号", "\\# 号"),
        ("中#间", "中#间"),
        ("- 甲", "\\- 甲"),
        ("-5℃", "-5℃"),
        ("---", "\\---"),
        ("> 引", "\\> 引"),
        ("a > b", "a > b"),
        ("3 < 5 & 7", "3 &lt; 5 & 7"),
        ("&amp;", "&amp;amp;"),
        ("**“高新区”**管委会", "\\*\\*“高新区”\\*\\*管委会"),
        ("snake_case _强_", "snake_case \\_强\\_"),
        ("[^1] [a](b)", "\\[^1\\] \\[a\\](b)"),
        ("C:\\Users", "C:\\\\Users"),
        ("a\n# b", "a<br>\n\\# b"),
        ("https://a.example/x_(y)_z?a=1&b=2", "https://a.example/x\\_(y)\\_z?a=1&b=2"),
        ("~~删~~ $x$ {y}", "~~删~~ $x$ {y}"),
        ("𠮷野家👨‍👩‍👧", "𠮷野家👨‍👩‍👧"),
    ],
)
def test_text_is_escaped_where_it_must_be_and_nowhere_else(text, spelled):
    assert write([paragraph(text)]) == f"{spelled}\n"
    assert read(f"{spelled}\n") == (paragraph(text),)


@pytest.mark.parametrize(
    ("runs", "spelled"),
    [
        ((Run("“高新区”", STRONG), Run("管委会")), "**“高新区”**管委会"),
        ((Run("重", STRONG), Run("调", EMPHASIS)), "**重**<em>调</em>"),
        ((Run("重"), Run("调", EMPHASIS), Run("后")), "重*调*后"),
        ((Run("重调", STRONG | EMPHASIS),), "**<em>重调</em>**"),
        ((Run("3"), Run("4", EMPHASIS), Run("5")), "3<em>4</em>5"),
        ((Run("甲 ", STRONG), Run("乙")), "<strong>甲 </strong>乙"),
        (
            (Run("删", STRIKE), Run("线", UNDERLINE), Run("两", STRIKE | UNDERLINE)),
            "<s>删</s><u>线</u><s><u>两</u></s>",
        ),
        (
            (Run("链", STRONG, "http://a.example/(x)"), Run("接", href="http://a.example/(x)")),
            "[**链**接](http://a.example/&#40;x&#41;)",
        ),
        ((Run("坏", href="javascript:alert(1)"),), "坏"),
    ],
)
def test_marks_and_links(runs, spelled):
    assert write([Paragraph(runs)]) == f"{spelled}\n"
    assert read(f"{spelled}\n") == normalized([Paragraph(runs)])


def test_nothing_to_write_is_nothing():
    assert write([]) == ""
    assert write([paragraph(" \u3000 "), Quote(()), ListBlock(()), Table(())]) == ""


def test_what_the_schema_does_not_carry():
    assert (
        write([paragraph("　　缩进　 "), Paragraph((Run("甲", note="9"), Run("", note="缺")))])
        == "缩进\n\n甲\\[^9\\]\\[^缺\\]\n"
    )
    assert write([Footnote("a b", (Run("一"),)), Footnote("a b", (Run("二"),)), Paragraph((Run("", note="a b"),))]) == (
        "[^a-b]: 一\n\n\\[^a b\\]: 二\n\n[^a-b]\n"
    )
