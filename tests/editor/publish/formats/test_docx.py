"""DOCX: a manuscript page with real styles, which our own intake reads back character by character."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import pytest
from hypothesis import given, settings
from lxml import etree
from PIL import Image as Picture

from editor.article import Variant
from editor.errors import EditorError
from editor.intake.docx import take_in_docx
from editor.markup.blocks import Heading, Image, ListBlock, Mark, Paragraph, Quote, Rule, Run, Table, block_text
from editor.publish.formats import docx
from editor.publish.formats.docx.look import MANUSCRIPT, PLAIN
from tests.editor.publish.formats.any_package import packages
from tests.editor.publish.sample_packages import full, gone, package, png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(data: bytes):
    return etree.fromstring(parts(data)["word/document.xml"])


def styles(data: bytes) -> list[str]:
    return [each.get(f"{W}val") for each in document(data).iter(f"{W}pStyle")]


def shown(element) -> str:
    """Text of an element as a page shows it, without instructions of fields."""
    return "".join(
        "\n" if each.tag == f"{W}br" else "\t" if each.tag == f"{W}tab" else each.text or ""
        for each in element.iter(f"{W}t", f"{W}br", f"{W}tab")
        if each.getparent().tag != f"{W}tabs"
    )


class TestRoundTrip:
    def test_our_own_intake_reads_it_back(self):
        one = full()
        back = take_in_docx(docx.render(one))
        slip, came = one.article.slip, back.slip
        for name in ("kicker", "headline", "subheadline", "source", "column", "keywords", "summary", "byline"):
            assert getattr(came, name) == getattr(slip, name), name
        assert came.responsible_editor == "何一苇"
        assert [credit.name for credit in came.page_credits] == ["林知远", "宋清和", "高砚秋"]
        assert came.published_at.startswith("2021-09-04T11:30")
        own = sorted(one.article.blocks, key=lambda block: block.kind == "footnote")
        assert [block.kind for block in back.blocks] == [block.kind for block in own]
        assert [block_text(block) for block in back.blocks[1:]] == [block_text(block) for block in own[1:]]
        assert block_text(back.blocks[0]) in f"清水日报9月18日讯　{block_text(own[0])}"
        assert [picture.data for picture in back.pictures] == [png()]
        assert next(block for block in back.blocks if isinstance(block, Image)).alt == "清水河"

    def test_marks_links_breaks_and_blanks(self):
        text = (
            "**粗**平*强*<s>删</s> <u>线</u>，[**链**接](https://example.com/a?b=1)、一 空　格\\\n第二行 a\n\n二段。\n"
        )
        one = package(text=text)
        back = take_in_docx(docx.render(one))
        assert back.blocks == one.article.blocks
        assert {mark for run in back.blocks[0].runs for mark in run.marks} == set(Mark)

    def test_lists_count_from_one_each(self):
        text = "1. 甲\n2. 乙\n   - 子\n     1. 深\n3. 丙\n\n间。\n\n1. 又\n2. 再\n"
        one = package(text=text)
        data = docx.render(one)
        assert [block_text(block) for block in take_in_docx(data).blocks] == [
            block_text(block) for block in one.article.blocks
        ]
        numbers = [each.get(f"{W}val") for each in document(data).iter(f"{W}numId")]
        assert numbers[0] == numbers[1] == numbers[4]
        assert len({numbers[0], numbers[2], numbers[3], numbers[5]}) == 4
        assert numbers[5] == numbers[6]

    @settings(max_examples=80)
    @given(packages())
    def test_every_character_of_every_text_is_in_the_page(self, one):
        data = docx.render(one)
        root = document(data)
        page = "".join("".join(shown(each).split()) for each in root.iter(f"{W}p"))
        at = 0
        for block in one.article.blocks:
            wanted = [text for text in _pieces(block) if text.split()]
            for text in wanted:
                found = page.find("".join(text.split()), at)
                assert found >= 0, text
                at = found
        files = parts(data)
        notes = etree.fromstring(files["word/footnotes.xml"]) if "word/footnotes.xml" in files else None
        everything = page + ("".join(shown(notes).split()) if notes is not None else "")
        for block in one.article.blocks:
            assert all("".join(run.text.split()) in everything for run in getattr(block, "runs", ()))

    @settings(max_examples=40)
    @given(packages())
    def test_every_file_can_be_read(self, one):
        take_in_docx(docx.render(one))

    def test_rare_characters(self):
        text = "𠮷野家、㙍、葛\U000e0101、👨‍👩‍👧。"
        assert block_text(take_in_docx(docx.render(package(text=f"{text}\n"))).blocks[0]) == text
        apart = "e\u0301与ｶﾞ"  # intake composes them, the file does not
        assert apart in [shown(each) for each in document(docx.render(package(text=f"{apart}\n"))).iter(f"{W}p")]


def _pieces(block):
    match block:
        case Paragraph() | Heading():
            return [run.text for run in block.runs]
        case Quote():
            return [run.text for runs in block.paragraphs for run in runs]
        case ListBlock():
            return [run.text for item in block.items for run in item.runs]
        case Table():
            return [run.text for row in block.rows for cell in row for run in cell]
        case Image():
            return [block.caption, block.credit]
    return []


class TestPage:
    def test_twenty_eight_lines_of_twenty_eight_characters(self):
        assert MANUSCRIPT.lines == 28
        assert MANUSCRIPT.measure // (MANUSCRIPT.size * 10) == 28
        section = document(docx.render(package())).find(f".//{W}sectPr")
        size, grid = section.find(f"{W}pgSz"), section.find(f"{W}docGrid")
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
        assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("linesAndChars", "483")
        assert document(docx.render(package(), page=PLAIN)).find(f".//{W}docGrid").get(f"{W}type") == "lines"

    def test_the_indent_is_a_property_and_no_character(self):
        data = docx.render(package())
        sheet = etree.fromstring(parts(data)["word/styles.xml"])
        indents = {
            style.get(f"{W}styleId"): indent.get(f"{W}firstLineChars")
            for style in sheet.iter(f"{W}style")
            for indent in style.iter(f"{W}ind")
        }
        assert indents["BodyText"] == "200"
        assert not {"Heading2", "Heading3", "Caption", "Title"} & set(indents)
        assert not [each for each in document(data).iter(f"{W}t") if each.text.startswith("　")]

    def test_styles_are_those_that_programs_know(self):
        data = docx.render(full())
        assert {"Title", "Subtitle", "BodyText", "Heading2", "Heading3", "Quote", "ListBullet", "Caption"} <= set(
            styles(data)
        )
        sheet = etree.fromstring(parts(data)["word/styles.xml"])
        known = {style.get(f"{W}styleId") for style in sheet.iter(f"{W}style")}
        assert set(styles(data)) <= known
        names = {style.find(f"{W}name").get(f"{W}val") for style in sheet.iter(f"{W}style")}
        assert {
            "heading 1",
            "heading 2",
            "heading 3",
            "Body Text",
            "Quote",
            "List Bullet",
            "List Number",
            "caption",
        } <= names

    @pytest.mark.parametrize(
        ("variant", "font", "language"),
        [(Variant.ZH_CN, "仿宋", "zh-CN"), (Variant.ZH_HANS, "仿宋", "zh-CN"), (Variant.ZH_HK, "新細明體", "zh-HK")],
    )
    def test_fonts_and_language_of_the_region(self, variant, font, language):
        sheet = etree.fromstring(parts(docx.render(package(2, variant)))["word/styles.xml"])
        defaults = sheet.find(f"{W}docDefaults")
        assert defaults.find(f".//{W}rFonts").get(f"{W}eastAsia") == font
        assert defaults.find(f".//{W}lang").get(f"{W}eastAsia") == language

    def test_the_slip_stands_above_and_the_sign_offs_below(self):
        root = document(docx.render(package()))
        body = root.find(f"{W}body")
        assert body[0].tag == f"{W}tbl"
        assert "要闻" in shown(body[0])
        signed = [shown(each) for each in body if each.find(f"{W}pPr/{W}pStyle") is not None][-2:]
        assert signed == ["责编：何一苇　　一审：林知远　　二审：宋清和　　三审：高砚秋", "核红：许见山"]
        head = etree.fromstring(parts(docx.render(full()))["word/header1.xml"])
        assert shown(head) == "稿号 0918-A03　　转载　　禁发至 2021年9月20日 06:00"

    def test_properties_name_article_and_signed_revision(self):
        one = package()
        files = parts(docx.render(one))
        core = files["docProps/core.xml"].decode()
        assert one.article.slip.headline in core
        assert "周晓禾; 陈立言" in core
        assert "2021-09-19T12:00:00Z" in core
        assert one.proof.covers in files["docProps/custom.xml"].decode()


class TestNotesAndPictures:
    def test_a_footnote_is_one_and_a_second_reference_is_its_number(self):
        data = docx.render(
            package(text="甲[^a]，乙[^b]，又甲[^a]。\n\n[^a]: 注甲[^b]。\n\n[^b]: 注乙。\n\n[^c]: 没人提。\n")
        )
        root = document(data)
        assert [each.get(f"{W}id") for each in root.iter(f"{W}footnoteReference")] == ["1", "2"]
        assert " NOTEREF _RefNote1 \\h " in [each.text for each in root.iter(f"{W}instrText")]
        notes = etree.fromstring(parts(data)["word/footnotes.xml"])
        assert [shown(note) for note in notes][2:] == [" 注甲[2]。", " 注乙。"]
        assert "[3] 没人提。" in [shown(each) for each in root.iter(f"{W}p")]

    def test_a_picture_once_in_the_file_with_its_description_and_no_wider_than_the_text(self):
        big = png(900, 500)
        one = package(pictures=(big,))
        one = dataclasses.replace(
            one, article=dataclasses.replace(one.article, blocks=(*one.article.blocks, one.article.blocks[-1]))
        )
        data = docx.render(one)
        files = parts(data)
        assert [content for name, content in files.items() if name.startswith("word/media/")] == [big]
        root = document(data)
        extents = [each for each in root.iter() if etree.QName(each).localname == "extent"]
        assert len(extents) == 2
        assert all(int(each.get("cx")) <= MANUSCRIPT.measure * 635 for each in extents)
        properties = [each for each in root.iter() if etree.QName(each).localname == "docPr"]
        assert [each.get("descr") for each in properties] == ["清水河", "清水河"]
        assert len({each.get("id") for each in properties}) == 2

    def test_a_kind_that_word_cannot_show_is_turned_into_one_that_it_can(self):
        out = io.BytesIO()
        Picture.new("RGB", (40, 30), "navy").save(out, "WEBP")
        one = package(pictures=(out.getvalue(),))
        names = [name for name in parts(docx.render(one)) if name.startswith("word/media/")]
        assert [name.rpartition(".")[2] for name in names] == ["jpeg"]

    def test_what_cannot_be_shown_leaves_its_caption(self):
        one = package(text='甲。\n\n![图说](https://example.com/x.png "河边。")\n', pictures=(b"no picture",))
        shown_lines = [shown(each) for each in document(docx.render(one)).iter(f"{W}p")]
        assert "（图1）河边。" in shown_lines
        assert "（图2）9月18日，清水河畔。" in shown_lines

    def test_nothing_reaches_out(self):
        one = package()
        link = Run("x", href="https://example.com/永州 a?q=“")
        local = Run("y", href="/local")
        blocks = (Paragraph((link, local)), Image("https://example.com/x.png", "图"))
        one = dataclasses.replace(one, article=dataclasses.replace(one.article, blocks=blocks))
        links = parts(docx.render(one))["word/_rels/document.xml.rels"].decode()
        assert links.count("External") == 1
        assert "https://example.com/%E6%B0%B8%E5%B7%9E%20a?q=%E2%80%9C" in links


class TestBytes:
    @pytest.mark.parametrize("page", [MANUSCRIPT, PLAIN])
    def test_the_same_package_is_always_the_same_bytes(self, page):
        assert docx.render(full(), page=page) == docx.render(full(), page=page)

    def test_no_time_of_writing(self):
        with zipfile.ZipFile(io.BytesIO(docx.render(full()))) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_a_control_character_is_refused_and_named(self):
        with pytest.raises(EditorError) as caught:
            docx.render(package(headline="响\x07铃"))
        assert caught.value.details["characters"] == "U+0007"

    def test_a_notice_holds_nothing_of_the_article(self):
        data = docx.notice(gone(package()))
        assert "撤稿声明" in shown(document(data))
        assert not [name for name, content in parts(data).items() if "清水河".encode() in content]

    def test_an_empty_article(self):
        one = package(text="", headline="", byline=(), source="", column="", keywords=(), summary="", genre=None)
        assert Rule not in {type(block) for block in take_in_docx(docx.render(one)).blocks}
