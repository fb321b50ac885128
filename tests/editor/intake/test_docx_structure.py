"""DOCX files: headline, header lines, headings, lists, tables, pictures, captions, as their writers meant them."""

from __future__ import annotations

import pytest

from editor.article import Credit, Origin
from editor.intake import take_in
from editor.intake.docx.numerals import numeral
from editor.markup.blocks import Footnote, Heading, ListBlock, Paragraph, Quote, Table, block_text
from editor.markup.reader import read
from editor.markup.writer import write
from tests.editor.intake.office_files import (
    Docx,
    cell,
    levels,
    listed,
    numbers,
    para,
    picture,
    png,
    run,
    style,
    table,
)

LEAD = "本报讯（记者 严晓峰）五月的石桥镇，茶香四溢，漫山遍野都是采茶人的身影。"
TEXT = "茶农们一早就上山采茶，一天能采三四斤鲜叶，卖到镇上的合作社。"
LONG = (
    "这一段被人设成了大纲级别，但它是一整句话，写得很长，"
    "讲的是茶农们怎样一早上山，怎样在日落之前把鲜叶送到合作社里去，又怎样算账分钱。"
)
STYLES = (
    style("a", "Normal", default=True)
    + style("1", "heading 1", based="a")
    + style("2", "heading 2", based="a", paragraph='<w:outlineLvl w:val="1"/>')
    + style("t", "Title", look='<w:b/><w:sz w:val="44"/>')
    + style("s", "Subtitle")
    + style("mine", "我的小标题", based="2")
    + style("wps", "标题 3")
    + style("c", "caption")
    + style("q", "引用")
)
BIG, MIDDLE = '<w:b/><w:sz w:val="44"/>', '<w:sz w:val="32"/>'


def shape(intake) -> list[tuple[str, str]]:
    return [(block.kind, block_text(block)) for block in intake.blocks]


@pytest.mark.parametrize(
    "top",
    [
        para("石桥镇春茶上市", style="t"),
        para(run("石桥镇春茶上市", BIG), center=True),
        para(run("石桥镇春茶上市", "<w:b/>")),
        para("石桥镇春茶上市"),
        para("石桥镇春茶上市", style="1"),
        para("") + para("石桥镇春茶上市", center=True),
    ],
)
def test_the_headline_is_found_however_it_is_marked(top):
    body = top + para("来源：云溪日报　作者：严晓峰　2024年5月6日") + para(LEAD) + para(TEXT) + para("责任编辑：田文")
    intake = take_in(Docx(body, styles=STYLES).bytes())
    slip = intake.slip
    assert (slip.kicker, slip.headline, slip.subheadline) == ("", "石桥镇春茶上市", "")
    assert (slip.source, slip.published_at, slip.responsible_editor) == ("云溪日报", "2024-05-06", "田文")
    assert [credit.name for credit in slip.byline] == ["严晓峰"]
    assert shape(intake) == [("paragraph", LEAD), ("paragraph", TEXT)]


@pytest.mark.parametrize("names", ["严晓峰", "严晓峰　李　娜", "记者 严晓峰 通讯员 李娜"])
def test_names_in_the_middle_below_the_headline_are_the_byline(names):
    body = para(run("石桥镇春茶上市", BIG), center=True) + para(names, center=True) + para(TEXT) + para(TEXT)
    intake = take_in(Docx(body).bytes())
    assert intake.slip.headline == "石桥镇春茶上市"
    assert "严晓峰" in {credit.name for credit in intake.slip.byline}
    assert shape(intake) == [("paragraph", TEXT)] * 2


def test_the_largest_of_several_lines_in_the_middle_is_the_headline():
    body = (
        para(run("乡村振兴进行时", MIDDLE), center=True)
        + para(run("春茶上市", BIG), center=True)
        + para(run("石桥镇三千亩茶园开采", MIDDLE), center=True)
        + para(TEXT)
    )
    slip = take_in(Docx(body).bytes()).slip
    assert (slip.kicker, slip.headline, slip.subheadline) == ("乡村振兴进行时", "春茶上市", "石桥镇三千亩茶园开采")


def test_a_mark_of_wire_copy_above_the_headline_is_no_kicker():
    body = para("【通稿】", center=True) + para(run("春茶上市", BIG), center=True) + para(TEXT)
    slip = take_in(Docx(body).bytes()).slip
    assert (slip.kicker, slip.headline, slip.origin) == ("", "春茶上市", Origin.WIRE_COPY)


def test_a_title_that_does_not_look_like_one_is_one_by_its_style():
    title = "“我把茶园种到了云上。”——石桥镇茶农王大山说，今年的茶，比去年好卖；路通了，城里的人自己开车上山来买。"
    body = para(title, style="t") + para("来源：云溪日报") + para(TEXT)
    intake = take_in(Docx(body, styles=STYLES).bytes())
    assert intake.slip.headline == title
    assert intake.slip.source == "云溪日报"
    assert shape(intake) == [("paragraph", TEXT)]


def test_a_heading_in_bold_below_the_headline_belongs_to_the_text():
    body = (
        para(run("春茶上市", BIG), center=True)
        + para(run("一、总体情况", "<w:b/>"))
        + para(TEXT)
        + para(run("二、主要做法", "<w:b/>"))
        + para(TEXT)
    )
    intake = take_in(Docx(body).bytes())
    assert intake.slip.headline == "春茶上市"
    assert [kind for kind, _ in shape(intake)] == ["h2", "paragraph", "h2", "paragraph"]


def test_headings_are_two_levels_by_style_name_ancestor_or_outline():
    own = '<w:outlineLvl w:val="3"/>'
    body = (
        para("石桥镇春茶上市", style="t")
        + para(TEXT)
        + para("采茶", style="2") + para(TEXT)
        + para("制茶", style="wps") + para(TEXT)
        + para("卖茶", style="mine") + para(TEXT)
        + para("喝茶", properties=own) + para(TEXT)
        + para(LONG, style="2")
    )  # fmt: skip
    intake = take_in(Docx(body, styles=STYLES).bytes())
    heads = [(block.level, block_text(block)) for block in intake.blocks if isinstance(block, Heading)]
    assert heads == [(2, "采茶"), (3, "制茶"), (2, "卖茶"), (3, "喝茶")]
    assert isinstance(intake.blocks[-1], Paragraph)
    assert sum(loss.count for loss in intake.report if loss.what == "heading_level") == 2


def test_lists_keep_their_kind_and_depth():
    numbering = (
        levels(("decimal", "%1."), ("bullet", "·"), list_id=1) + levels(("bullet", "●"), list_id=2) + numbers(1, 2)
    )
    body = (
        para(TEXT)
        + listed("采茶", 1) + listed("早上", 1, 1) + listed("傍晚", 1, 1) + listed("制茶", 1)
        + para(TEXT)
        + listed("一心", 2) + listed("二叶", 2)
    )  # fmt: skip
    intake = take_in(Docx(body, numbering=numbering).bytes())
    lists = [block for block in intake.blocks if isinstance(block, ListBlock)]
    shown = [[(block_text(Paragraph(item.runs)), item.depth, item.ordered) for item in each.items] for each in lists]
    assert shown == [
        [("采茶", 0, True), ("早上", 1, False), ("傍晚", 1, False), ("制茶", 0, True)],
        [("一心", 0, False), ("二叶", 0, False)],
    ]


def test_numbers_that_a_list_cannot_carry_are_written_out():
    numbering = (
        levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．"), list_id=1)
        + levels(("decimal", "%1)"), list_id=2)
        + levels(("decimal", "%1."), list_id=3)
        + numbers(1, 2, 3)
    )
    body = (
        para(TEXT)
        + listed("总体情况写在这里，一共有三千亩茶园。", 1) + listed("春茶写在这里，一共有两千亩茶园。", 1, 1)
        + listed("夏茶写在这里，一共有一千亩茶园。", 1, 1) + listed("主要做法写在这里，一共有四条经验。", 1)
        + listed("又一层写在这里，一共有四条经验。", 1, 1)
        + listed("半括号写在这里，有四条经验。", 2)
        + listed("第一条写在这里，有四条经验。", 3) + para(TEXT) + listed("第二条写在这里，有四条经验。", 3)
    )  # fmt: skip
    intake = take_in(Docx(body, numbering=numbering).bytes())
    starts = [block_text(block)[:4] for block in intake.blocks]
    assert starts == [
        "茶农们一",
        "一、总体",
        "（一）春",
        "（二）夏",
        "二、主要",
        "（一）又",
        "1) 半",
        "第一条写",
        "茶农们一",
        "2. 第",
    ]
    assert isinstance(intake.blocks[7], ListBlock)
    assert read(write(intake.blocks)) == intake.blocks


def test_numbering_of_headings_comes_from_their_style():
    styles = style("2", "heading 2", paragraph='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    numbering = levels(("chineseCountingThousand", "第%1章")) + numbers(1)
    body = (
        para("石桥镇春茶上市", center=True)
        + para(TEXT)
        + "".join(para(w, style="2") + para(TEXT) for w in ("采茶", "制茶"))
    )
    intake = take_in(Docx(body, styles=styles, numbering=numbering).bytes())
    assert [block_text(block) for block in intake.blocks if isinstance(block, Heading)] == [
        "第一章 采茶",
        "第二章 制茶",
    ]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"), ("chineseCountingThousand", 10020, "一万零二十"),
        ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographDigital", 20, "二〇"), ("ideographTraditional", 3, "丙"),
        ("decimalEnclosedCircleChinese", 7, "⑦"), ("decimalEnclosedCircle", 30, "30"), ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"), ("decimalZero", 4, "04"), ("decimalFullWidth", 12, "１２"), ("decimal", 9, "9"),
        ("chineseCounting", 0, "零"), ("somethingNew", 5, "5"), ("upperRoman", 0, "0"),
        ("upperLetter", 10**9, "1000000000"),
    ],
)  # fmt: skip
def test_numerals(form, number, expected):
    assert numeral(number, form) == expected


def test_quoted_paragraphs_are_one_quotation_and_a_note_may_hold_a_table():
    body = para(TEXT) + para("茶要慢慢品。", style="q") + para("水要慢慢开。", style="q")
    body += para(run("有注") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("。"))
    notes = f'<w:footnote w:id="1">{para("表见下。")}{table(["甲", "乙"], ["丙", "丁"])}</w:footnote>'
    intake = take_in(Docx(body, styles=STYLES, footnotes=notes).bytes())
    assert ("quote", "茶要慢慢品。\n水要慢慢开。") in shape(intake)
    assert isinstance(intake.blocks[1], Quote)
    assert [type(block) for block in intake.blocks[-2:]] == [Footnote, Table]


def test_people_of_a_document_have_their_roles():
    body = para(run("春茶上市", BIG), center=True) + para("全媒体记者 严晓峰 通讯员 李娜", center=True) + para(TEXT)
    assert take_in(Docx(body).bytes()).slip.byline == (
        Credit("严晓峰", "reporter", "全媒体记者"),
        Credit("李娜", "stringer", "通讯员"),
    )


def top_of(*body: str, media: dict | None = None):
    return take_in(Docx("".join(body) + para(LEAD) + para(TEXT), media=media or {}).bytes())


def test_two_lines_of_one_size_are_one_headline():
    slip = top_of(para(run("石桥镇三千亩春茶", BIG), center=True), para(run("陆续开采", BIG), center=True)).slip
    assert (slip.kicker, slip.headline, slip.subheadline) == ("", "石桥镇三千亩春茶 陆续开采", "")
    slip = top_of(para(run("石桥镇干部群众共唱“采茶", BIG), center=True), para(run("歌”", BIG), center=True)).slip
    assert slip.headline == "石桥镇干部群众共唱“采茶歌”"


@pytest.mark.parametrize("mark", ["（送审稿）", "附件1", "附件2：", "【初稿】", "审核稿"])
def test_marks_above_the_headline_are_named_and_are_no_titles(mark):
    intake = top_of(para(mark), para(run("春茶开采", BIG), center=True))
    assert (intake.slip.kicker, intake.slip.headline) == ("", "春茶开采")
    assert mark in {loss.text for loss in intake.report if loss.what == "draft_mark"}
    assert shape(intake) == [("paragraph", LEAD), ("paragraph", TEXT)]


def test_printers_signs_before_names_and_brackets_below_the_headline():
    headline = para(run("春茶开采", BIG), center=True)
    assert [c.name for c in top_of(headline, para("□ 严晓峰 李娜", center=True)).slip.byline] == ["严晓峰", "李娜"]
    intake = top_of(headline, para("（石桥镇人民政府 李娜）", center=True))
    assert intake.slip.subheadline == ""
    assert shape(intake)[0] == ("paragraph", "（石桥镇人民政府 李娜）")


def test_a_line_below_a_picture_is_its_caption_and_no_subheadline():
    shot = para(picture("p"), center=True)
    media = {"p": ("a.png", png())}
    intake = top_of(para(run("春茶开采", BIG), center=True), shot, para("茶农正在采摘春茶", center=True), media=media)
    assert intake.slip.subheadline == ""
    assert shape(intake)[0] == ("image", "茶农正在采摘春茶")
    bold = top_of(para(TEXT), shot, para(run("采茶忙", "<w:b/>"), center=True), media=media)
    assert ("h2", "采茶忙") in shape(bold)


@pytest.mark.parametrize("above", [True, False])
def test_pictures_and_tables_are_never_taken_for_lines(above):
    media = {"p": ("a.png", png())}
    odd = para(picture("p")) + para("图为春茶开采现场。（王军 摄）") + table(["来源", "云溪日报"], ["镇", "亩"])
    body = (odd if above else "") + para("春茶开采") + para("来源：云溪日报 2024-05-06") + para(LEAD)
    body += "" if above else para("责任编辑：田文") + odd
    intake = take_in(Docx(body, media=media).bytes())
    assert intake.slip.headline == "春茶开采"
    assert intake.slip.source == "云溪日报"
    assert intake.slip.responsible_editor == ("" if above else "田文")
    assert sorted(kind for kind, _ in shape(intake)) == ["image", "paragraph", "table"]


def test_a_form_above_the_text_is_read_as_fields():
    form = table(["标　题", "春茶开采"], ["作者", "严晓峰"], ["来源", "云溪日报"])
    intake = take_in(Docx(form + para(LEAD) + para(TEXT)).bytes())
    assert (intake.slip.headline, intake.slip.source) == ("春茶开采", "云溪日报")
    assert [credit.name for credit in intake.slip.byline] == ["严晓峰"]
    assert shape(intake) == [("paragraph", LEAD), ("paragraph", TEXT)]
    inside = "<w:tbl>" + "".join(
        f"<w:tr>{cell(label)}{cell(inner)}</w:tr>"
        for label, inner in (("标题", "春茶开采"), ("作者", "严晓峰"), ("正文", para(LEAD) + para(TEXT)))
    ) + "</w:tbl>"  # fmt: skip
    intake = take_in(Docx(inside).bytes())
    assert intake.slip.headline == "春茶开采"
    assert shape(intake) == [("paragraph", LEAD), ("paragraph", TEXT)]
