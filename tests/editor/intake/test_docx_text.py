"""DOCX files: every character of every text run is in the article, wherever the run hides."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from editor.intake import readable, take_in
from editor.intake.docx import take_in_docx
from editor.markup.blocks import Footnote, Image, Mark, Table, block_text
from tests.editor.intake.office_files import (
    SPACES,
    Docx,
    box,
    cell,
    coded,
    para,
    part,
    picture,
    png,
    run,
    strict,
    style,
    table,
    text,
    within,
)

PLAIN = "五月的石桥镇，茶香四溢，漫山遍野都是采茶人的身影。"
W = f"{{{SPACES['w']}}}"
MC = f"{{{SPACES['mc']}}}"


def visible(words: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", words))


def direct(*parts: str) -> Counter[str]:
    """Characters of the text runs, counted on the XML itself; of what is written twice for old programs, once."""
    counted: Counter[str] = Counter()
    for each in parts:
        tree = etree.fromstring(each.encode())
        for fallback in list(tree.iter(f"{MC}Fallback")):
            fallback.getparent().remove(fallback)
        for node in tree.iter(f"{W}t"):
            counted += visible(node.text or "")
    return counted


def imported(intake) -> Counter[str]:
    slip = intake.slip
    words = [slip.kicker, slip.headline, slip.subheadline, *map(block_text, intake.blocks)]
    return visible("".join(words))


HIDING = {
    "smart tag": f'<w:smartTag w:element="place">{run("石桥镇")}</w:smartTag>',
    "smart tag in smart tag": within("smartTag", "<w:smartTagPr/>", within("smartTag", run("石桥")), run("镇")),
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件里的字')}</w:sdtContent></w:sdt>",
    "custom xml": f"<w:customXml>{run('自定义')}</w:customXml>",
    "direction": f'<w:dir w:val="ltr">{run("方向")}</w:dir><w:bdo>{run("双向")}</w:bdo>',
    "hyperlink": f'<w:hyperlink r:id="l1">{run("链接")}</w:hyperlink>' + within("hyperlink", run("书签")),
    "inserted": f"<w:ins>{run('插入')}</w:ins><w:moveTo>{run('移来')}</w:moveTo>",
    "simple field": f'<w:fldSimple w:instr=" SEQ 图 ">{run("第三")}</w:fldSimple>',
    "field": coded("DATE \\@ M", run("五月六日")),
    "field that never ends": f"<w:r><w:fldChar w:fldCharType='begin'/></w:r>{run('没有结束的域')}",
    "text box": box(para("文本框里的段落")),
    "text box in text box": box(para(box(para("框中之框")))),
    "table in text box": box(table(["甲格", "乙格"], ["丙格", "丁格"]) + para("")),
    "ruby": f"<w:r><w:ruby><w:rubyPr/><w:rt/><w:rubyBase>{run('亳')}</w:rubyBase></w:ruby></w:r>{run('州')}",
    "formula": "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>",
    "unknown element": f'<x:new xmlns:x="urn:later">{run("后来的元素")}</x:new>',
    "unknown in a run": '<w:r><x:new xmlns:x="urn:later"><w:t>后来</w:t></x:new></w:r>',
}
BLOCKS = {
    "content control round blocks": f"<w:sdt><w:sdtPr/><w:sdtContent>{para('控件里的段落。')}</w:sdtContent></w:sdt>",
    "custom xml round blocks": f"<w:customXml>{para('自定义的段落。')}</w:customXml>",
    "inserted block": f"<w:ins>{para('插入的段落。')}</w:ins>",
    "table": table(["姓名", "亩数"], ["张三", "十二"]),
    "nested table": within("tbl", within("tr", cell(table(["内一", "内二"], ["内三", "内四"]) + para("")), cell("外"))),
    "rows in a content control": within(
        "tbl",
        within("sdt", within("sdtContent", within("tr", cell("行"), cell("列")))),
        within("tr", within("sdt", within("sdtContent", cell("左"))), cell("右")),
    ),
    "run outside a paragraph": run("散在段外的字"),
    "alternate content round blocks": f"<mc:AlternateContent><mc:Choice Requires='x'>{para('新的写法。')}</mc:Choice>"
    f"<mc:Fallback>{para('旧的写法。')}</mc:Fallback></mc:AlternateContent>",
    "dropped initial": para("五", properties='<w:framePr w:dropCap="drop"/>') + para("月的石桥镇，茶香四溢。"),
    "paragraph mark deleted": para("上半句，", properties="<w:rPr><w:del/></w:rPr>") + para("下半句。"),
}


@pytest.mark.parametrize("name", HIDING)
def test_text_that_hides_in_a_paragraph_is_found(name):
    body = para(PLAIN) + para(run("前文") + HIDING[name] + run("后文。")) + para(PLAIN)
    intake = take_in(Docx(body, links={"l1": "https://www.example.com/a"}).bytes())
    expected = direct(part("document", body)) + (Counter("a") if name == "formula" else Counter())
    assert imported(intake) == expected


@pytest.mark.parametrize("name", BLOCKS)
def test_text_that_hides_between_paragraphs_is_found(name):
    body = para(PLAIN) + BLOCKS[name] + para(PLAIN)
    assert imported(take_in(Docx(body).bytes())) == direct(part("document", body))


@pytest.mark.parametrize("name", ["smart tag", "content control", "text box", "hyperlink", "field"])
def test_strict_files_are_read_like_others(name):
    body = para(PLAIN) + para(run("前文") + HIDING[name] + run("后文。"))
    usual, other = (take_in(Docx(body, links={"l1": "https://a.cn"}, is_strict=it).bytes()) for it in (False, True))
    assert "purl.oclc.org" in strict(part("document", body))
    assert other.blocks == usual.blocks


def test_notes_are_footnotes_in_the_order_of_the_text():
    ref = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = para(
        run("前一处") + ref.format(5) + run("，后一处") + ref.format(2) + run("，文末") + ref.format(5) + run("。")
    )
    body += para(run("尾注一处") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + run("。"))
    note = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'
    feet = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        + note.format(2, run(" 第二条。"))
        + note.format(5, run(" 第五条。"))
    )
    ends = f'<w:endnote w:id="2">{para("尾注文字。")}{para("第二段。")}</w:endnote>'
    intake = take_in(Docx(para(PLAIN) + body, footnotes=feet, endnotes=ends).bytes())
    notes = [(block.label, block_text(block)) for block in intake.blocks if isinstance(block, Footnote)]
    assert notes == [("1", "第五条。"), ("2", "第二条。"), ("3", "尾注文字。\n第二段。")]
    assert [run.note for block in intake.blocks[1:3] for run in block.runs if run.note] == ["1", "2", "1", "3"]


def test_what_is_no_text_of_the_author_is_named_and_kept_out():
    body = para(PLAIN) + para(
        run("留下的字")
        + run("看不见的字", "<w:vanish/>")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处输入')}</w:sdtContent></w:sdt>"
        + f"<w:r><w:ruby><w:rt>{run('bó')}</w:rt><w:rubyBase>{run('亳')}</w:rubyBase></w:ruby></w:r>"
        + '<w:commentRangeStart w:id="0"/>'
        + run("。")
    )
    comments = f'<w:comment w:id="0" w:author="周明">{para("这里请核对")}</w:comment>'
    intake = take_in(Docx(body, comments=comments).bytes())
    assert block_text(intake.blocks[-1]) == "留下的字亳。"
    told = {loss.what: loss.text for loss in intake.report}
    assert told["hidden_text"] == "看不见的字"
    assert told["placeholder"] == "单击此处输入"
    assert told["ruby"] == "亳(bó)"
    assert told["comment"] == "周明：这里请核对"


def test_tracked_changes_are_taken_as_accepted_and_named_or_as_they_were_before():
    gone = '<w:r><w:delText xml:space="preserve">二十</w:delText></w:r>'
    body = para(PLAIN) + para(
        run("今年种了") + f"<w:del>{gone}</w:del>" + f"<w:ins>{run('三十')}</w:ins>" + run("亩茶，")
        + within("moveFrom", run("山上")) + run("收成不错") + within("moveTo", run("，在山上")) + run("。")
    )  # fmt: skip
    data = Docx(body).bytes()
    after, before = take_in_docx(data), take_in_docx(data, changes="original")
    assert block_text(after.blocks[-1]) == "今年种了三十亩茶，收成不错，在山上。"
    assert block_text(before.blocks[-1]) == "今年种了二十亩茶，山上收成不错。"
    told = {(loss.what, loss.kept): loss.text for loss in after.report}
    assert told["tracked_deletion", False] == "二十 ¦ 山上"
    assert told["tracked_insertion", True] == "三十 ¦ ，在山上"


def test_a_deleted_row_of_a_table_is_gone_and_named():
    rows = f"<w:tr>{cell('一')}{cell('二')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell('三')}{cell('四')}</w:tr>"
    data = Docx(para(PLAIN) + f"<w:tbl>{rows}</w:tbl>" + para(PLAIN)).bytes()
    shown = next(block for block in take_in(data).blocks if isinstance(block, Table))
    assert block_text(shown) == "一\t二"
    assert "三四" in {loss.text for loss in take_in(data).report if loss.what == "tracked_deletion"}
    assert "三\t四" in block_text(
        next(b for b in take_in_docx(data, changes="original").blocks if isinstance(b, Table))
    )


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:r><w:t>五  月</w:t><w:tab/><w:t>茶</w:t></w:r>", "五 月\t茶"),
        ("<w:r><w:t>上行的字写得长一些。</w:t><w:br/><w:t>下行的字写得长一些。</w:t></w:r>", "上行的字写得长一些。"),
        (run("去\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), "去✓"),
        (run("去\uf0fc", '<w:rFonts w:ascii="造字"/>'), "去\uf0fc"),
        ("<w:r><w:t>GDP</w:t><w:noBreakHyphen/><w:t>A</w:t></w:r>", "GDP\u2011A"),
        ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>port</w:t></w:r>", "report"),
        ('<w:r><w:t>去</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "去✓"),
        ('<w:r><w:t>比</w:t><w:sym w:font="Symbol" w:char="F062"/></w:r>', "比β"),
        ('<w:r><w:t>字</w:t><w:sym w:font="方正造字" w:char="E123"/></w:r>', "字\ue123"),
        (run("10") + run("2", '<w:vertAlign w:val="superscript"/>') + run("平方米"), "10²平方米"),
        (coded(" eq \\o\\ac(○,3)") + run("号"), "③号"),
        (run("亳的读音") + coded("EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(bó),亳)"), "亳的读音亳"),
        ('<w:r><w:t>第一页</w:t><w:br w:type="page"/></w:r>', "第一页"),
    ],
)  # fmt: skip
def test_signs_that_are_no_text_runs(inner, expected):
    intake = take_in(Docx(para(PLAIN) + para(inner) + para(PLAIN)).bytes())
    assert block_text(intake.blocks[1]) == expected


def test_marks_come_from_the_run_its_style_and_the_style_of_the_paragraph():
    styles = (
        style("a", "Normal", default=True)
        + style("z", "重点", look="<w:b/>")
        + ('<w:style w:type="character" w:styleId="e"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>')
    )
    body = para(PLAIN) + para(
        run("粗") + run("不粗", '<w:b w:val="0"/>') + run("斜", '<w:rStyle w:val="e"/>')
        + run("线", '<w:b w:val="false"/><w:u w:val="single"/>') + run("删", '<w:b w:val="0"/><w:dstrike/>')
        + run("点", '<w:b w:val="0"/><w:em w:val="dot"/>') + run("无", '<w:b w:val="0"/><w:u w:val="none"/>')
        + run("后面的字让这一段不像标题，所以有句号。", '<w:b w:val="0"/>'),
        style="z",
    )  # fmt: skip
    runs = take_in(Docx(body, styles=styles).bytes()).blocks[1].runs
    marks = {run.text: set(run.marks) for run in runs}
    assert marks["粗"] == {Mark.STRONG}
    assert not marks["不粗"]
    assert marks["斜"] == {Mark.STRONG, Mark.EMPHASIS}
    assert marks["线"] == {Mark.UNDERLINE}
    assert marks["删"] == {Mark.STRIKE}
    assert marks["点"] == {Mark.EMPHASIS}
    assert not marks["无后面的字让这一段不像标题，所以有句号。"]


def test_links_of_both_kinds_keep_their_address_and_bad_ones_their_text():
    linked = '<w:hyperlink r:id="{}">{}</w:hyperlink>'
    by_field = coded(' HYPERLINK "https://www.example.com/b" ', run("乙"))
    both = run("见") + linked.format("l1", run("甲")) + by_field + linked.format("l2", run("丙")) + run("。")
    body = para(PLAIN) + para(both)
    intake = take_in(Docx(body, links={"l1": "https://www.example.com/a", "l2": "file:///C:/a.doc"}).bytes())
    hrefs = {run.text: run.href for run in intake.blocks[1].runs}
    assert hrefs == {
        "见": None,
        "甲": "https://www.example.com/a",
        "乙": "https://www.example.com/b",
        "丙。": None,
    }
    assert "file:///C:/a.doc" in {loss.text for loss in intake.report if loss.what == "link"}


# --- any document ---------------------------------------------------------------------------------------------------

words = st.text(alphabet="茶农采茶忙春天一二山上下，。Aa1 ", min_size=1, max_size=8).filter(str.strip)
runs = st.builds(run, words, st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:u w:val='single'/>", "<w:strike/>"]))
wrap = st.sampled_from(
    ["{}", "<w:smartTag>{}</w:smartTag>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:ins>{}</w:ins>",
     "<w:hyperlink w:anchor='a'>{}</w:hyperlink>", "<w:fldSimple w:instr='X'>{}</w:fldSimple>"]
)  # fmt: skip
inlines = st.recursive(
    runs,
    lambda inner: st.builds(
        lambda form, parts: form.format("".join(parts)), wrap, st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)
paragraphs = st.builds(para, inlines, style=st.sampled_from(["", "h1", "h2"]), center=st.booleans())
flows = st.recursive(
    paragraphs,
    lambda inner: st.one_of(
        st.builds(lambda parts: within("sdt", within("sdtContent", *parts)), st.lists(inner, max_size=2)),
        st.builds(
            lambda parts: within("tbl", within("tr", *(cell(p + para("")) for p in parts))),
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.builds(lambda part_: para(box(part_)), inner),
    ),
    max_leaves=6,
)  # fmt: skip
STYLES = style("h1", "heading 1") + style("h2", "标题 2", based="h1")


@settings(max_examples=120)
@given(st.lists(flows, min_size=1, max_size=6))
def test_no_character_of_any_document_is_lost_or_doubled(flow):
    """Repairs and the reading of header lines change characters on purpose: here the reader itself is looked at."""
    body = "".join(flow)
    shown = readable(Docx(body, styles=STYLES).bytes(), "utf-8", "docx")
    assert visible(shown) == direct(part("document", body))


def test_the_text_that_offsets_refer_to_can_be_had_again_from_the_original():
    data = Docx(
        para("三審三校", center=True)
        + para(run("風(fēng)頭正勁，業(yè)績", "<w:b/>") + run("喜人，業(yè)界，業(yè)務(wù)。"))
    ).bytes()
    intake = take_in(data)
    assert readable(data, intake.encoding, intake.kind) == intake.decoded
    for item in intake.repairs:
        assert intake.decoded[item.start : item.end] == item.before


def test_damage_is_mended_across_runs():
    broken = "產(chǎn)業(yè)園區(qū)。產(chǎn)業(yè)、業(yè)務(wù)、產(chǎn)出、園區(qū)，開發(fā)區(qū)。"
    pieces = "".join(run(broken[at : at + 3], "<w:b/>" if at % 2 else "") for at in range(0, len(broken), 3))
    intake = take_in(Docx(para("標題在這裡", center=True) + para(pieces)).bytes())
    assert block_text(intake.blocks[-1]) == "產業園區。產業、業務、產出、園區，開發區。"


def test_a_picture_in_a_text_box_stands_where_the_box_is():
    body = (
        para(PLAIN) + para(run("有图的一段。") + box(para(picture("p1")) + para("图为采茶。（王军 摄）"))) + para(PLAIN)
    )
    intake = take_in(Docx(body, media={"p1": ("image1.png", png())}).bytes())
    image = intake.blocks[2]
    assert isinstance(image, Image)
    assert image.caption == "图为采茶。（王军 摄）"
    assert image.source == f"asset:{intake.pictures[0].asset}"
    assert text("a") in run("a")
