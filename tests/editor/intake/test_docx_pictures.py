"""DOCX files: tables, pictures of every kind, and what cannot be shown, which is named."""

from __future__ import annotations

from editor.intake import take_in
from editor.markup.blocks import Image, Rule, Table, block_text
from tests.editor.intake.office_files import Docx, cell, jpeg, para, picture, png, run, style, table

LEAD = "本报讯（记者 严晓峰）五月的石桥镇，茶香四溢，漫山遍野都是采茶人的身影。"
TEXT = "茶农们一早就上山采茶，一天能采三四斤鲜叶，卖到镇上的合作社。"
STYLES = style("c", "caption")
BIG = '<w:b/><w:sz w:val="44"/>'


def shape(intake) -> list[tuple[str, str]]:
    return [(block.kind, block_text(block)) for block in intake.blocks]


def test_tables_keep_their_cells_and_name_merged_ones():
    merged = (
        "<w:tbl><w:tr>"
        + cell("镇", '<w:vMerge w:val="restart"/>')
        + cell("面积和产量", '<w:gridSpan w:val="2"/>')
        + "</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('三千亩')}{cell('九吨')}</w:tr></w:tbl>"
    )
    body = para(TEXT) + table(["镇", "亩"], ["石桥", "3000"], header=True) + para(TEXT) + merged + para(TEXT)
    intake = take_in(Docx(body).bytes())
    first, second = (block for block in intake.blocks if isinstance(block, Table))
    assert first.header
    assert block_text(first) == "镇\t亩\n石桥\t3000"
    assert block_text(second) == "镇\t面积和产量\t\n\t三千亩\t九吨"
    assert [loss.count for loss in intake.report if loss.what == "merged_cells"] == [2]


def test_an_article_in_a_table_of_one_cell_is_an_article():
    inner = para(run("石桥镇春茶上市", BIG), center=True) + para(LEAD) + para(TEXT) + para(TEXT) + para("编辑：田文")
    intake = take_in(Docx(f"<w:tbl><w:tr>{cell(inner)}</w:tr></w:tbl>").bytes())
    assert intake.slip.headline == "石桥镇春茶上市"
    assert intake.slip.editor == "田文"
    assert [kind for kind, _ in shape(intake)] == ["paragraph"] * 3


def test_pictures_have_captions_and_are_kept_once():
    media = {
        "p1": ("image1.png", png(1)),
        "p2": ("image2.jpg", jpeg(orientation=6)),
        "p3": ("image3.emf", b"\x01\x00\x00\x00emf"),
    }
    body = (
        para(run("春茶上市", BIG), center=True)
        + para(picture("p1", "山坡上的茶园")) + para("图为采茶。（王军 摄）")
        + para(TEXT)
        + para(picture("p2")) + para("制茶车间", style="c")
        + para(run("文中有图") + picture("p1", "C:\\图\\a.png") + run("的一段话。"))
        + para(picture("p3"))
    )  # fmt: skip
    intake = take_in(Docx(body, styles=STYLES, media=media).bytes())
    images = [block for block in intake.blocks if isinstance(block, Image)]
    assert [(image.caption, image.alt) for image in images] == [
        ("图为采茶。（王军 摄）", "山坡上的茶园"),
        ("制茶车间", ""),
        ("", ""),
    ]
    assert images[0].source == images[2].source
    assert [(picture_.mime, picture_.name) for picture_ in intake.pictures] == [
        ("image/png", "image1.png"),
        ("image/jpeg", "image2.jpg"),
    ]
    assert [kind for kind, _ in shape(intake)] == ["image", "paragraph", "image", "paragraph", "image"]
    told = {loss.what: (loss.count, loss.text) for loss in intake.report}
    assert told["picture_format"] == (1, "image3.emf")
    assert told["picture_turned"] == (1, "image2.jpg")


def test_pictures_of_old_programs_and_what_cannot_be_shown():
    old = (
        '<w:r><w:pict><v:shape alt="茶园全景"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>'
        '<w:r><w:object><v:shape><v:imagedata r:id="p9"/></v:shape>'
        '<o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
        '<w:r><w:pict><v:shape><v:textpath string="春茶节"/></v:shape></w:pict></w:r>'
        '<w:r><w:drawing><a:blip r:link="l1"/></w:drawing></w:r><w:r><w:drawing><a:blip r:link="l2"/></w:drawing></w:r>'
    )
    links = {"l1": "https://www.example.com/a.jpg", "l2": "file:///C:/b.jpg"}
    body = para(TEXT) + para(old) + '<w:altChunk r:id="x"/>' + para(TEXT)
    intake = take_in(Docx(body, media={"p1": ("image1.png", png())}, links=links).bytes())
    images = [block for block in intake.blocks if isinstance(block, Image)]
    assert [(image.source[:6], image.alt) for image in images] == [("asset:", "茶园全景"), ("https:", "")]
    assert any(isinstance(block, Rule) for block in intake.blocks)
    assert "春茶节" in {words for _, words in shape(intake)}
    told = {loss.what for loss in intake.report}
    assert {
        "picture_missing",
        "embedded_object",
        "chart",
        "smart_art",
        "word_art",
        "picture_outside",
        "alt_chunk",
    } <= told


def test_heads_and_feet_of_the_pages_and_macros_are_named():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relations = "".join(
        f'<Relationship Id="b{n}" Type="{kind}/{what}" Target="{what}{n}.xml"/>'
        for n, what in ((1, "header"), (2, "footer"))
    )
    more = {
        "word/header1.xml": f"<w:hdr {space}>{para('云溪日报社')}</w:hdr>",
        "word/footer2.xml": f"<w:ftr {space}>{para('第 1 页 共 3 页')}</w:ftr>",
        "word/vbaProject.bin": b"\0",
    }
    told = {loss.what: loss.text for loss in take_in(Docx(para(TEXT), more=more, relations=relations).bytes()).report}
    assert told["page_header"] == "云溪日报社"
    assert "page_footer" not in told
    assert "macro" in told
