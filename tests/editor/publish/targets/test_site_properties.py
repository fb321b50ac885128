"""Whatever stands in the fields of an article, its pages stay whole and say it character for character."""

from __future__ import annotations

import base64
import json
import re
import tempfile
import threading
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor.article import Credit, Variant
from editor.publish.formats.proof import embedded, proof_address, proof_plain
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from editor.publish.template import Html, Template, escaped
from editor.publish.words import shown_time, utc_text
from tests.editor.publish.sample_packages import gone, package

NASTY = st.text(
    st.one_of(
        st.sampled_from("<>&\"'%#/\\{}[]()=;:!-`\t\u2028\u2029\u00a0\u3000\ufeff\u200b😀𠮷ｱ“”‘’《》——……é"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    ),
    max_size=40,
)
PIECES = st.lists(
    st.one_of(
        NASTY,
        st.sampled_from(
            ["</script>", "<!--", "-->", "<!--bundle-->", "<!--/variants-->", "]]>", "{{site}}", "\\u003c"]
        ),
    ),
    min_size=1,
    max_size=4,
).map("".join)


class Page(HTMLParser):
    """Tags, and the text of the headline, of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.headline = ""
        self.links: list[dict[str, str | None]] = []
        self._inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self._inside = self._inside or tag == "h1"
        if tag == "a":
            self.links.append(dict(attrs))

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "h1"

    def handle_data(self, data):
        self.headline += data if self._inside else ""


@settings(max_examples=60, deadline=None, derandomize=True)
@given(headline=PIECES, name=PIECES, column=NASTY, summary=PIECES, text=PIECES)
@example("<!--bundle--></script>", "'", "../x", "]]>", "<!--alternates-->")
def test_whatever_the_fields_hold_the_pages_stay_whole(headline, name, column, summary, text):
    one = package(1, headline=headline, byline=(Credit(name, "author"),), column=column, summary=summary, text=text)
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        SiteTarget(site, SiteOptions(headline or "x", name)).deliver([one, package(1, Variant.ZH_TW)], [])
        raw = (site / "articles" / f"{one.name}.html").read_bytes().decode()
        page = Page(raw)
        assert page.headline == headline
        assert (page.tags["h1"], page.tags["script"], page.tags["details"], page.tags["main"]) == (1, 1, 1, 1)
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', raw, re.DOTALL)[1])
        assert data.get("headline", "") == headline
        bundle = next(link for link in page.links if link.get("class") == "bundle")
        assert json.loads(base64.b64decode((bundle["href"] or "").partition(",")[2])) == json.loads(
            json.dumps(proof_plain(one))
        )
        listed = json.loads((site / "index.json").read_text("utf-8"))["articles"]
        assert headline in [item.get("headline", "") for item in listed]
        ET.parse(site / "feed.xml")
        scripts = {path.stem: Page(path.read_text("utf-8")).tags.get("script", 0) for path in site.rglob("*.html")}
        assert {stem for stem, count in scripts.items() if count} == {"search", one.name, f"{one.name}@zh-TW"}
        assert max(scripts.values()) == 1


@settings(max_examples=100, deadline=None, derandomize=True)
@given(PIECES)
def test_the_proof_is_an_address_and_what_is_embedded_ends_no_element(text):
    one = package(1, headline=text, text=text)
    kind, data = proof_address(one).split(",")
    assert kind == "data:application/json;base64"
    assert json.loads(base64.b64decode(data, validate=True)) == json.loads(json.dumps(proof_plain(one)))
    assert json.loads(embedded(text)) == text
    assert not set(embedded(text)) & set("<>&\u2028\u2029")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(PIECES)
def test_a_template_escapes_text_and_leaves_html(text):
    page = Template('<p title="{{text}}">{{text}}</p>{{html}}')(text=text, html=Html("<b>{{text}}</b>"))
    assert page.endswith("</p><b>{{text}}</b>")
    assert page == f'<p title="{escaped(text)}">{escaped(text)}</p><b>{{{{text}}}}</b>'
    assert not set(escaped(text)) & set("<>\"'")


ORDERS = st.permutations(["a", "b", "c", "d"])


@settings(max_examples=12, deadline=None, derandomize=True)
@given(order=ORDERS, cut=st.integers(0, 4), leaves=st.booleans())
def test_what_a_site_holds_depends_on_what_it_was_given_and_not_on_when(order, cut, leaves):
    packages = {
        "a": package(1),
        "b": package(1, Variant.ZH_TW),
        "c": package(2, column="民生"),
        "d": package(2, Variant.ZH_HK, column="民生"),
    }
    leaving = [gone(packages["b"]), gone(packages["c"], notice=True)] if leaves else []
    with tempfile.TemporaryDirectory() as place:
        sites = [Path(place) / "at-once", Path(place) / "bit-by-bit"]
        SiteTarget(sites[0]).deliver(list(packages.values()), leaving)
        SiteTarget(sites[1]).deliver([packages[name] for name in order[:cut]], [])
        SiteTarget(sites[1]).deliver([packages[name] for name in order[cut:]], [])
        SiteTarget(sites[1]).deliver([], leaving)
        held = [{str(p.relative_to(s)): p.read_bytes() for p in s.rglob("*") if p.is_file()} for s in sites]
    assert held[0] == held[1]


def test_two_exports_at_once_wait_for_each_other(tmp_path):
    site = tmp_path / "site"
    failures: list[BaseException] = []

    def export(numbers: range) -> None:
        try:
            for number in numbers:
                SiteTarget(site).deliver([package(number)], [])
        except BaseException as error:  # noqa: BLE001  # handed on to the test
            failures.append(error)

    threads = [threading.Thread(target=export, args=(numbers,)) for numbers in (range(1, 8), range(11, 18))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(list((site / "articles").iterdir())) == 14
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_times_are_shown_as_a_reader_reads_them_and_sorted_as_they_are():
    assert shown_time("2021-09-19T21:44:50+08:00") == "2021年9月19日 21:44"
    assert shown_time("2021-09-19T13:44:50Z") == "2021年9月19日 21:44"
    assert shown_time("2021-09-19T13:44:50+00:00") == "2021年9月19日 21:44"
    assert shown_time("2021-09-19") == "2021年9月19日"
    assert shown_time("近日") == "近日"
    assert utc_text("2021-09-19T21:44:50+08:00") == "2021-09-19T13:44:50Z"
    assert utc_text("2021-09-19") == "2021-09-18T16:00:00Z"
    assert utc_text("近日") == utc_text("0001-01-01T00:00:00+08:00") == ""
