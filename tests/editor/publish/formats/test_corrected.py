"""What stands under a corrected article, in every format: its notes, and the links to and from a notice."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from importlib import import_module

import jsonschema
import pytest
import referencing
from jsonschema.validators import validator_for
from lxml import etree

from editor.article import Article, Note, Variant
from editor.markup.blocks import Footnote, block_text
from editor.markup.reader import read
from editor.publish.formats import html, newsml, ninjs, ninjs16, ninjs22, txt, wechat
from editor.publish.formats.corrected import told, with_notes, with_related
from editor.publish.formats.proof import signed_content
from editor.publish.package import Related
from editor.publish.targets.web_piece import web_text
from tests.editor.publish.sample_packages import article_id, package

FIRST = Note("“完工”应为“基本完工”。", "2021-09-20")
SECOND = Note("受益群众应为“一万八千名”。", "2021-09-22")
NOTICE = Related(
    article_id(7),
    Variant.ZH_CN,
    notice=True,
    headline="关于《清水河治理工程第1期完工》的更正",
    at="2021-09-21T08:00:00+08:00",
    address="https://example.com/notice",
)
TEXTS = ("html", "txt", "spoken", "ninjs", "ninjs16", "ninjs22", "newsml", "markdown", "docx", "typeset")


def corrected(**more):
    one = package(1, corrections=(FIRST, SECOND), **more)
    article = one.article
    blocks = with_notes(article.blocks, article.slip, article.variant)
    return dataclasses.replace(one, article=dataclasses.replace(article, blocks=blocks))


def text_of(form, one):
    data = import_module(f"editor.publish.formats.{form}").render(one)
    if form == "docx":
        return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return data.decode("gb18030" if form == "typeset" else "utf-8")


@pytest.mark.parametrize("form", TEXTS)
def test_every_format_shows_the_notes(form):
    shown = text_of(form, corrected())
    for note in (FIRST, SECOND):
        assert note.text[:6] in shown.replace("&quot;", "”")


@pytest.mark.parametrize("form", [form for form in TEXTS if form != "markdown"])
def test_every_format_names_the_notice(form):
    assert "更正启事" in text_of(form, with_related(corrected(), [NOTICE])) or form in {"ninjs16", "ninjs22"}


def test_a_page_shows_them_dated_under_the_text_and_links_the_notice():
    page = html.render(with_related(corrected(), [NOTICE])).decode()
    assert "<strong>更正说明（2021年9月20日）：</strong>“完工”应为“基本完工”。" in page
    assert '<a href="https://example.com/notice"' in page
    assert page.index("更正说明（2021年9月20日）") < page.index("更正说明（2021年9月22日）") < page.index("更正启事")
    assert page.count("<hr>") == 1
    assert '"CorrectionComment"' in page


def test_footnotes_stay_last():
    blocks = read("正文[^1]。\n\n[^1]: 注。\n")
    made = with_notes(blocks, dataclasses.replace(package().article.slip, corrections=(FIRST,)), Variant.ZH_CN)
    assert isinstance(made[-1], Footnote)
    assert block_text(made[-2]).startswith("更正说明")


def test_an_article_without_corrections_is_as_it_was():
    article = package().article
    assert with_notes(article.blocks, article.slip, article.variant) == article.blocks
    assert with_related(package(), []) == package()


def test_the_signed_text_knows_nothing_of_links_and_all_of_the_notes():
    one = corrected()
    content = json.loads(signed_content(with_related(one, [NOTICE])))
    assert content["text"] == one.text
    assert [note["text"] for note in content["slip"]["corrections"]] == [FIRST.text, SECOND.text]
    assert NOTICE.name not in json.dumps(content)


def test_traditional_pages_have_their_own_words():
    one = package(1, Variant.ZH_TW, corrections=(Note("「完工」應為「基本完工」。", "2021-09-20"),))
    assert told(one.article.slip, Variant.ZH_TW) == "更正說明（2021年9月20日）：「完工」應為「基本完工」。"


def test_publishing_systems_get_them_in_the_text():
    body = web_text(with_related(corrected(), [NOTICE]), "nx-a").body
    assert "更正说明（2021年9月20日）" in body
    assert 'href="https://example.com/notice"' in body


def test_wechat_keeps_them_too():
    page = wechat.render(with_related(corrected(), [dataclasses.replace(NOTICE, address="")])).decode()
    assert "更正说明（2021年9月20日）：" in page
    assert "关于《清水河治理工程第1期完工》的更正" in page


def test_plain_text_has_them_before_the_signatures():
    shown = txt.render(corrected()).decode()
    assert shown.index("更正说明（2021年9月20日）：“完工”应为“基本完工”。") < shown.index("责编：")


@pytest.mark.parametrize("form", [ninjs, ninjs16, ninjs22])
def test_receivers_of_ninjs_find_them_in_fields(form, schemas):
    one = with_related(corrected(), [NOTICE])
    item = json.loads(form.render(one))
    version = {ninjs: "3.1", ninjs16: "1.6", ninjs22: "2.2"}[form]
    schema = json.loads((schemas / f"ninjs-schema_{version}.json").read_text())
    registry = referencing.Registry().with_resources(
        [("https://geojson.org/schema/GeoJSON.json", referencing.Resource.opaque({}))]
    )
    validator_for(schema)(schema, format_checker=jsonschema.FormatChecker(), registry=registry).validate(item)
    note = item.get("edNote") or item.get("ednote")
    assert note.startswith("更正说明（2021年9月20日）：")
    told_of = item["associations"]
    others = told_of.values() if isinstance(told_of, dict) else told_of
    assert f"urn:gaotai:{article_id(7)}" in {other["uri"] for other in others}


def test_receivers_of_newsml_find_a_signal_and_a_link(schemas):
    one = with_related(corrected(), [NOTICE])
    document = etree.fromstring(newsml.render(one))
    name = next(schemas.glob("NewsML-G2*.xsd"))
    etree.XMLSchema(etree.parse(str(name))).assertValid(document)
    spaces = {"n": "http://iptc.org/std/nar/2006-10-01/"}
    assert document.find(".//n:signal", spaces).get("qcode") == "sig:correction"
    assert document.find(".//n:edNote", spaces).text.startswith("更正说明")
    link = document.find(".//n:itemMeta/n:link", spaces)
    assert link.get("residref") == f"urn:gaotai:{article_id(7)}"


def test_a_notice_says_what_it_corrects():
    one = package(7, genre="notice", corrects=article_id(1))
    other = Related(article_id(1), Variant.ZH_CN, notice=False, headline="清水河治理工程第1期完工", at="2021-09-02")
    item = json.loads(ninjs.render(with_related(one, [other])))
    assert {"role": "corrects", "value": f"urn:gaotai:{article_id(1)}"} in item["altIds"]
    assert [each["rel"] for each in item["associations"]] == ["corrects"]
    assert "所更正的报道：清水河治理工程第1期完工（2021年9月2日）" in txt.render(with_related(one, [other])).decode()


def test_a_draft_shows_its_notes_before_anybody_signs():
    from editor.publish.formats import draft

    one = package(1, corrections=(FIRST,)).article
    assert "更正说明" in draft.render(Article(one.id, one.variant, one.slip, one.blocks)).decode()
