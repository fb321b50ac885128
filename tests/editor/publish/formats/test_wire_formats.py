"""What agencies read: ninjs in three versions and NewsML-G2, valid against the schemas of the standards."""

from __future__ import annotations

import dataclasses
import hashlib
import json

import jsonschema
import lxml.html
import pytest
import referencing
from hypothesis import given, settings
from jsonschema.validators import validator_for
from lxml import etree

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.formats import newsml, ninjs, ninjs16, ninjs22, page
from tests.editor.publish.formats.any_package import packages, wild
from tests.editor.publish.sample_packages import full, gone, package, png

OLDER = {"1.6": ninjs16, "2.2": ninjs22}
GEOJSON = ("https://geojson.org/schema/GeoJSON.json", referencing.Resource.opaque({}))


@pytest.fixture(scope="module", params=OLDER)
def validator(request, schemas):
    schema = json.loads((schemas / f"ninjs-schema_{request.param}.json").read_text())
    kind = validator_for(schema)
    made = kind(
        schema, format_checker=jsonschema.FormatChecker(), registry=referencing.Registry().with_resources([GEOJSON])
    )
    return OLDER[request.param], made


class TestNinjs:
    def test_is_valid(self, validator):
        form, made = validator
        for one in (full(), package(1), package(2, Variant.ZH_TW, text="", byline=(), source="", keywords=())):
            made.validate(json.loads(form.render(one)))

    def test_whatever_a_slip_says_it_is_valid(self, validator):
        form, made = validator
        for seed in range(20):
            made.validate(json.loads(form.render(wild(seed))))

    def test_a_notice_is_valid(self, validator):
        form, made = validator
        item = json.loads(form.notice(gone(package(), notice=True)))
        made.validate(item)
        assert item["pubstatus"] == "canceled"
        assert item["uri"] == json.loads(form.render(package()))["uri"]

    @pytest.mark.parametrize("form", OLDER.values())
    @settings(max_examples=30)
    @given(one=packages())
    def test_the_texts_of_every_article_are_those_of_the_newest_version(self, form, one):
        new, old = json.loads(ninjs.render(one)), json.loads(form.render(one))
        if form is ninjs16:
            assert [old["body_html"], old["body_markdown"], old["body_proof"]] == [
                body["value"] for body in new["bodies"]
            ]
            assert old.get("headline", "") == one.article.slip.headline
            assert old.get("description_kicker", "") == one.article.slip.kicker
        else:
            assert [body["value"] for body in old["bodies"]] == [body["value"] for body in new["bodies"]]
            assert old.get("headlines") == _lower(new.get("headlines"))

    def test_what_a_receiver_of_1_6_finds(self):
        item = json.loads(ninjs16.render(full()))
        assert item["$standard"]["version"] == "1.6"
        assert item["description_subheadline"] == "——副题"
        assert item["byline"].startswith("记者 周晓禾")
        assert item["person"][0] == {"name": "周晓禾", "rel": "reporter"}
        assert item["embargoed"] == "2021-09-20T06:00:00+08:00"
        picture = item["associations"]["picture-1"]
        name = hashlib.sha256(png()).hexdigest()
        assert picture["renditions"]["original"]["title"] == f"assets/{name}.png"
        assert picture["description_caption"] == "9月18日，清水河畔。"
        assert item["infosource"] == [{"name": "清水日报", "rel": "source", "code": "https://example.com/a?b=1&c=2"}]

    def test_what_a_receiver_of_2_2_finds(self):
        item = json.loads(ninjs22.render(full()))
        assert item["standard"]["version"] == "2.2"
        assert item["firstcreated"].startswith("2021-09-")
        assert item["infosources"][0]["uri"] == "https://example.com/a?b=1&c=2"
        assert item["associations"][0]["renditions"][0]["contenttype"] == "image/png"

    @pytest.mark.parametrize("form", OLDER.values())
    def test_the_same_package_is_always_the_same_bytes(self, form):
        assert form.render(full()) == form.render(full())


NAR = "{http://iptc.org/std/nar/2006-10-01/}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def newsml_schema(schemas):
    return etree.XMLSchema(etree.parse(schemas / "NewsML-G2_2.35-spec-All-Power.xsd"))


class TestNewsML:
    def test_is_valid(self, newsml_schema):
        for one in (full(), package(1), package(2, Variant.ZH_TW, text="", byline=(), source="", keywords=())):
            newsml_schema.assertValid(etree.fromstring(newsml.render(one)))
        newsml_schema.assertValid(etree.fromstring(newsml.notice(gone(package(), notice=True))))

    def test_whatever_a_slip_says_it_is_valid(self, newsml_schema):
        for seed in range(20):
            newsml_schema.assertValid(etree.fromstring(newsml.render(wild(seed))))

    @settings(max_examples=40)
    @given(one=packages())
    def test_text_and_titles_of_every_article_come_back(self, one):
        root = etree.fromstring(newsml.render(one))
        assert (root.findtext(f".//{NAR}inlineData") or "") == one.text
        body = root.find(f".//{XHTML}body")
        expected = lxml.html.fragment_fromstring(str(page.body_html(one, lambda _: "")), create_parent="body")
        assert "".join(body.itertext()) == "".join(expected.itertext())
        headlines = [each.text for each in root.iter(f"{NAR}headline")]
        slip = one.article.slip
        assert headlines == [text for text in (slip.headline, slip.kicker, slip.subheadline) if text]

    def test_what_a_receiver_finds(self):
        root = etree.fromstring(newsml.render(full()))
        assert root.get("version") == "20210919120000"
        assert [each.findtext(f"{NAR}party/{NAR}name") for each in root.iter(f"{NAR}hop")] == [
            "林知远",
            "宋清和",
            "高砚秋",
        ]
        assert root.findtext(f"{NAR}itemMeta/{NAR}embargoed") == "2021-09-20T06:00:00+08:00"
        name = hashlib.sha256(png()).hexdigest()
        remote = root.find(f".//{NAR}remoteContent")
        assert (remote.get("href"), remote.findtext(f"{NAR}hash")) == (f"assets/{name}.png", name)
        assert root.find(f".//{XHTML}img").get("src") == f"assets/{name}.png"
        proof = json.loads(root.findall(f".//{NAR}inlineData")[1].text)
        assert proof["covers"] == full().proof.covers

    def test_a_later_version_has_a_larger_number_and_the_same_name(self):
        first = etree.fromstring(newsml.render(package()))
        later = etree.fromstring(newsml.render(dataclasses.replace(package(), modified_at="2021-09-19T20:00:01+08:00")))
        assert first.get("guid") == later.get("guid")
        assert int(first.get("version")) < int(later.get("version"))

    def test_a_control_character_is_refused_and_named(self):
        with pytest.raises(EditorError) as caught:
            newsml.render(package(headline="响\x07铃"))
        assert caught.value.details["characters"] == "U+0007"

    def test_no_blank_comes_between_two_words(self):
        shown = newsml.render(package(text="**甲***乙*丙\n\n- 一\n")).decode()
        assert "<p><strong>甲</strong><em>乙</em>丙</p>" in shown

    def test_the_same_package_is_always_the_same_bytes(self):
        assert newsml.render(full()) == newsml.render(full())


def _lower(texts):
    return texts and [{key.lower(): value for key, value in text.items()} for text in texts]
