"""A signed article as PDF, as another program reads it."""

from __future__ import annotations

import pypdfium2
import pytest
from pypdfium2 import raw

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.formats import longpicture, pdf
from tests.editor.publish.formats.type_set import why_not
from tests.editor.publish.sample_packages import full, gone, package, png

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf.render(full())


def told(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def bare(text: str) -> str:
    return "".join(text.split())


def test_text_titles_and_sign_offs_can_be_read_and_nothing_says_unsigned(whole):
    text = bare(told(whole))
    for wanted in (
        "清水河治理工程第3期完工",
        "引题",
        "——副题",
        "记者周晓禾",
        "来源：清水日报",
        "柳溪镇",
        "9月18日，清水河畔。",
    ):
        assert wanted in text
    for wanted in ("责编：何一苇", "一审：林知远", "三审：高砚秋", "核红：许见山", "原标题：原标题"):
        assert wanted in text
    assert full().proof.covers in text
    assert "未签发" not in text
    assert "审稿样" not in text


def test_bookmarks_are_the_headings(whole):
    document = pypdfium2.PdfDocument(whole)
    found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    document.close()
    assert found == [(0, "清水河治理工程第3期完工"), (1, "一条河的十年"), (2, "下一步")]


def test_every_font_is_embedded_and_the_file_says_what_it_is(whole):
    document = pypdfium2.PdfDocument(whole)
    page = document[0]
    texts = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=5))
    assert texts
    assert all(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(text)) for text in texts)
    said = document.get_metadata_dict()
    document.close()
    assert said["Title"] == "清水河治理工程第3期完工"
    assert "周晓禾" in said["Author"]
    assert not said["CreationDate"]


def test_the_same_package_is_always_the_same_bytes(whole):
    assert pdf.render(full()) == whole


def test_in_traditional_characters():
    assert "責編：何一葦" in bare(
        told(pdf.render(package(2, Variant.ZH_TW, responsible_editor="何一葦", text="一河。\n")))
    )


@pytest.mark.parametrize("form", [pdf, longpicture])
def test_characters_without_a_glyph_are_refused_and_named_instead_of_lost(form):
    one = package(text="在\U000f1234村。\n")
    with pytest.raises(EditorError, match="glyphs_missing") as caught:
        form.render(one)
    assert caught.value.details["characters"] == "U+F1234"
    assert pdf.made(one).missing == "\U000f1234"


def test_what_shows_nothing_needs_no_glyph():
    text = "葛\U000e0101、零\u200b宽、连\u200d字、分\u2028行、软\u00ad连、\ufeff标、响\x07铃。\n"
    assert not pdf.made(package(text=text)).missing


def test_a_damaged_picture_leaves_its_caption():
    assert "清水河畔" in told(pdf.render(package(text="一段。\n", pictures=(b"no picture", png()))))


def test_a_notice_holds_nothing_of_the_article():
    text = told(pdf.notice(gone(package())))
    assert "撤稿声明" in text
    assert "清水河" not in text
