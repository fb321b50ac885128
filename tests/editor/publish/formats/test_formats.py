"""An article in each format: everything that was signed is there, the proof can be checked, nothing can run."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser

import jsonschema
import pytest
import referencing
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from editor.article import Credit, Origin, Variant
from editor.markup.frontmatter import split
from editor.markup.reader import read
from editor.publish.formats import draft, html, markdown, ninjs
from editor.publish.package import covers_hash
from tests.editor.publish.sample_packages import TEXT, full, package

FORMATS = [markdown, html, ninjs]
HOSTILE = "</script><script>alert(1)</script>\" onload='x' <!-- ]]> &amp; \u2028 {{body}} ' ： # - |"


def hostile():
    fields = {
        name: f"{name} {HOSTILE}"
        for name in (
            "kicker",
            "headline",
            "subheadline",
            "source",
            "column",
            "dateline",
            "summary",
            "original_headline",
        )
    }
    text = f"正文 {HOSTILE.replace('<', '&lt;')}\n\n[x](javascript:alert(1))\n\n![{HOSTILE}](javascript:alert(1))\n"
    return package(
        9,
        text=text,
        byline=(Credit(HOSTILE, "reporter", HOSTILE),),
        keywords=(HOSTILE,),
        origin=Origin.REPRINT,
        origin_url="javascript:alert(1)",
        genre="roles",
        embargo="x",
        published_at="gestern",
        **fields,
    )


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_package_is_always_the_same_bytes(form):
    assert form.render(full()) == form.render(full())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("variant", list(Variant))
def test_every_variant_can_go_out(form, variant):
    assert form.render(package(2, variant)).decode()


def check_proof(proof):
    """What a stranger does with sha256sum and openssl."""
    assert len(proof["bundle"]) == 4
    for entry in proof["bundle"]:
        body = entry["body"].encode()
        assert hashlib.sha256(body).hexdigest() == entry["id"]
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(entry["key"]))
        key.verify(base64.b64decode(entry["sig"]), body)


class TestMarkdown:
    def test_fields_text_and_proof_come_back(self):
        one = full(published_at="2021-09-19")
        fields, body = split(markdown.render(one).decode())
        assert body == one.text
        assert read(body) == one.article.blocks
        assert fields["headline"] == one.article.slip.headline
        assert fields["published_at"] == "2021-09-19"
        assert fields["authors"][0] == {"name": "周晓禾", "role": "reporter", "label": "记者"}
        assert [sign["name"] for sign in fields["sign_offs"]] == ["林知远", "宋清和", "高砚秋"]
        assert list(fields["assets"].values()) == [f"assets/{next(iter(one.assets))}.png"]
        check_proof(fields["proof"])

    def test_the_covered_hash_can_be_made_from_the_file(self):
        one = full()
        fields, body = split(markdown.render(one).decode())
        slip, variant = one.article.slip, one.article.variant
        assert fields["proof"]["covers"] == covers_hash(one.article.id, variant, slip, body, "web")

    def test_hostile_fields_come_back_as_they_were(self):
        one = hostile()
        fields, body = split(markdown.render(one).decode())
        assert body == one.text
        assert fields["headline"] == one.article.slip.headline
        assert fields["authors"] == [{"name": HOSTILE, "role": "reporter", "label": HOSTILE}]
        assert fields["keywords"] == [HOSTILE]


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.data = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.data.append(data)

    def of(self, tag):
        return [given for name, given in self.elements if name == tag]


class TestHtml:
    def test_a_page_of_its_own(self):
        one = full()
        text = html.render(one).decode()
        page = Page(text)
        assert page.of("html") == [{"lang": "zh-CN"}]
        assert not page.of("link")
        assert [given.get("type") for given in page.of("script")] == ["application/ld+json"]
        (picture,) = page.of("img")
        data = base64.b64decode(picture["src"].removeprefix("data:image/png;base64,"))
        assert hashlib.sha256(data).hexdigest() in one.assets
        for shown in ("引题", one.article.slip.headline, "——副题", "林知远", "宋清和", "高砚秋", "何一苇", "原标题"):
            assert shown in text
        assert "<strong>“清水河”</strong>" in text
        foot = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text.partition('<dl class="signed">')[2])
        assert foot[:5] == [
            ("责编", "何一苇"),
            ("一审", "林知远"),
            ("二审", "宋清和"),
            ("三审", "高砚秋"),
            ("核红", "许见山"),
        ]

    def test_linked_data_says_what_the_slip_says(self):
        text = html.render(full()).decode()
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])
        assert data["@type"] == "NewsArticle"
        assert data["headline"] == full().article.slip.headline
        assert data["inLanguage"] == "zh-CN"

    def test_the_proof_is_in_the_page(self):
        page = Page(html.render(full()).decode())
        (link,) = [given for given in page.of("a") if given.get("class") == "bundle"]
        kind, _, data = link["href"].partition(",")
        assert kind == "data:application/json;base64"
        check_proof(json.loads(base64.b64decode(data, validate=True)))

    def test_nothing_hostile_runs(self):
        page = Page(html.render(hostile()).decode())
        assert list(page.of("script")) == [{"type": "application/ld+json"}]
        for _, given in page.elements:
            assert not [name for name in given if name.startswith("on")]
            for name in ("href", "src"):
                assert not (given.get(name) or "").lstrip().lower().startswith(("javascript:", "vbscript:"))
        assert "{{" not in html.render(full()).decode()

    def test_a_draft_says_that_it_is_one(self):
        article = dataclasses.replace(full().article, id="x")
        text = draft.render(article).decode()
        assert "未经审核签发" in text
        assert "openssl" not in text
        assert "林知远" not in text
        assert article.slip.headline in text


@pytest.fixture
def validator(schemas):
    schema = json.loads((schemas / "ninjs-schema_3.1.json").read_text())
    anything = referencing.Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    registry = referencing.Registry().with_resource("https://geojson.org/schema/GeoJSON.json", anything)
    checker = jsonschema.FormatChecker()
    checker.checks("uri")(lambda value: bool(re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*:[!-~]+", value)))
    moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
    checker.checks("date-time")(lambda value: bool(re.fullmatch(moment, value)))
    return jsonschema.Draft202012Validator(schema, registry=registry, format_checker=checker)


class TestNinjs:
    @pytest.mark.parametrize(
        "one",
        [
            package(1),
            full(),
            hostile(),
            package(2, Variant.ZH_TW),
            package(4, text="", byline=(), source="", genre=None),
        ],
        ids=["plain", "full", "hostile", "zh-TW", "bare"],
    )
    def test_it_is_valid(self, validator, one):
        validator.validate(json.loads(ninjs.render(one)))

    def test_the_schema_of_this_test_refuses_what_is_wrong(self, validator):
        item = json.loads(ninjs.render(full()))
        for wrong in ({"uri": "no uri"}, {"versionCreated": "2021-09-19"}, {"proof": "x"}):
            with pytest.raises(jsonschema.ValidationError):
                validator.validate({**item, **wrong})

    def test_what_receivers_look_for(self):
        one = full(published_at="2021-09-19")
        item = json.loads(ninjs.render(one))
        assert item["headlines"][0] == {"role": "main", "contentType": "text/plain", "value": one.article.slip.headline}
        assert item["firstCreated"] == "2021-09-19T00:00:00+08:00"
        assert item["embargoedUntil"] == "2021-09-20T06:00:00+08:00"
        assert item["by"] == "记者 周晓禾 通讯员 陈立言"
        bodies = {body["role"]: body for body in item["bodies"]}
        assert "<strong>“清水河”</strong>" in bodies["main"]["value"]
        assert bodies["markdown"]["value"] == one.text
        check_proof(json.loads(bodies["proof"]["value"]))
        (picture,) = item["associations"]
        assert picture["renditions"][0]["title"].endswith(".png")
        assert [each["name"] for each in item["subjects"]] == ["要闻", "治水", "民生"]

    def test_characters_are_counted_without_blanks_and_captions(self):
        item = json.loads(ninjs.render(package(1, text='一二 三\n\n![x](asset:00 "图说")\n')))
        assert item["bodies"][0]["charCount"] == 3


def test_the_sample_is_what_the_tests_think():
    assert "**“清水河”**" in TEXT
