"""What machines read is valid: RSS 2.0, sitemaps of one file and of several; and the sign in the browser's tab."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from lxml import etree

from editor.article import Credit, Variant
from editor.publish.site import feeds, icons
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.page_reading import Reading
from tests.editor.publish.sample_packages import gone, package

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://news.example/"
OPTIONS = SiteOptions("清水新闻", "清水县融媒体中心", ADDRESS)
NASTY = "标题 & <更多> ]]> \x0b𠮷"

# From the specifications of RSS 2.0 (its elements in any order), sitemaps.org 0.9 and sitemap-news 0.9.
TEXT = '<data type="{}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">{}</data>'
ADDRESSED = TEXT.format("anyURI", '<param name="pattern">https://news\\.example/.*</param>')
FILLED = TEXT.format("string", '<param name="minLength">1</param>')
RFC_822 = TEXT.format(
    "string", '<param name="pattern">[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} [+-]\\d{4}</param>'
)
RSS = f"""<element name="rss" xmlns="http://relaxng.org/ns/structure/1.0">
<attribute name="version"><value>2.0</value></attribute>
<element name="channel"><interleave>
<element name="title">{FILLED}</element><element name="link">{ADDRESSED}</element>
<element name="description">{FILLED}</element><element name="language">{FILLED}</element>
<element name="generator">{FILLED}</element>
<element name="link" ns="http://www.w3.org/2005/Atom"><attribute name="rel"><value>self</value></attribute>
<attribute name="type"><value>application/rss+xml</value></attribute>
<attribute name="href">{ADDRESSED}</attribute></element>
<zeroOrMore><element name="item"><interleave>
<choice><element name="title">{FILLED}</element><element name="description">{FILLED}</element>
<group><element name="title">{FILLED}</element><element name="description">{FILLED}</element></group></choice>
<element name="link">{ADDRESSED}</element>
<optional><element name="creator" ns="http://purl.org/dc/elements/1.1/">{FILLED}</element></optional>
<zeroOrMore><element name="category">{FILLED}</element></zeroOrMore>
<optional><element name="pubDate">{RFC_822}</element></optional>
<element name="guid"><attribute name="isPermaLink"><value>false</value></attribute>{FILLED}</element>
</interleave></element></zeroOrMore></interleave></element></element>"""
URLS = f"""<element name="urlset" ns="{feeds.PLACES}" xmlns="http://relaxng.org/ns/structure/1.0">
<zeroOrMore><element name="url">
<element name="loc">{ADDRESSED}</element><optional><element name="news" ns="{feeds.NEWS}">
<element name="publication"><element name="name">{FILLED}</element>
<element name="language"><choice><value>zh-cn</value><value>zh-tw</value></choice></element></element>
<element name="publication_date">{TEXT.format("dateTime", "")}</element><element name="title">{FILLED}</element>
</element></optional></element></zeroOrMore></element>"""


def valid(schema: str, path: Path) -> etree._Element:
    """The root of a file that the schema accepts."""
    checked = etree.RelaxNG(etree.fromstring(schema))
    root = etree.parse(path)
    assert checked.validate(root), checked.error_log
    return root.getroot()


def places(path: Path) -> list[str]:
    return [place.text for place in etree.parse(path).iter("{*}loc")]


@pytest.fixture
def site(tmp_path) -> Path:
    folder = tmp_path / "site"
    nasty = package(1, headline=NASTY, summary=NASTY, column=NASTY, byline=(Credit(NASTY, "author"),))
    bare = package(2, headline="", byline=(), column="", published_at="", summary="")
    others = [package(number) for number in range(4, 44)]
    variants = [package(1, Variant.ZH_TW), package(3, Variant.ZH_HK)]
    SiteTarget(folder, OPTIONS).deliver([nasty, bare, *variants, *others], [gone(package(4), notice=True)])
    return folder


def test_every_edition_has_a_valid_rss_feed_that_names_its_newest_articles(site):
    for folder, language in (("", "zh-cn"), ("hant/", "zh-tw"), ("hk/", "zh-hk")):
        root = valid(RSS, site / f"{folder}rss.xml")
        assert root.findtext("channel/language") == language
        atom = etree.parse(site / f"{folder}feed.xml")
        assert root.xpath("//item/guid/text()") == atom.xpath("//*[local-name()='entry']/*[local-name()='id']/text()")
        for link in root.xpath("//item/link/text()"):
            assert (site / unquote(link.removeprefix(ADDRESS))).is_file()
        times = [parsedate_to_datetime(time) for time in root.xpath("//pubDate/text()")]
        assert times == sorted(times, reverse=True)
    assert NASTY.replace("\x0b", "") in etree.parse(site / "rss.xml").xpath("//item/title/text()")
    assert 'type="application/rss+xml"' in (site / "index.html").read_text("utf-8")


def test_the_sitemaps_are_valid_and_a_notice_does_not_stand_in_them(site):
    found = places(site / "sitemap.xml")
    valid(URLS, site / "sitemap.xml")
    valid(URLS, site / "news-sitemap.xml")
    assert len(found) == len(set(found))
    assert all((site / unquote(place.removeprefix(ADDRESS))).is_file() for place in found)
    assert not [place for place in found if package(4).name in place]


def test_more_pages_than_one_sitemap_may_hold_stand_in_several(site, monkeypatch):
    whole = places(site / "sitemap.xml")
    monkeypatch.setattr(feeds, "SITEMAP_LENGTH", 20)
    SiteTarget(site, OPTIONS).deliver([package(99)], [])
    parts = places(site / "sitemap.xml")
    assert [etree.parse(site / "sitemap.xml").getroot().tag, len(parts)] == [f"{{{feeds.PLACES}}}sitemapindex", 3]
    found = []
    for part in parts:
        file = site / part.removeprefix(ADDRESS)
        valid(URLS, file)
        found += places(file)
        assert len(places(file)) <= 20
    assert set(found) == {*whole, f"{ADDRESS}articles/{package(99).name}.html"}
    assert len(found) == len(set(found))


def test_an_article_without_headline_is_called_by_its_summary_in_every_list(site):
    SiteTarget(site, OPTIONS).deliver([package(2, headline="", summary="只有摘要的一篇")], [])
    for path in (site / "index.html", site / "rss.xml", site / "feed.xml", next((site / "search").glob("*-d0.js"))):
        assert "只有摘要的一篇" in path.read_text("utf-8")
    front = (site / "index.html").read_text("utf-8")
    assert f'articles/{package(2).name}.html">只有摘要的一篇</a></h3>' in front


def icon_of(path: Path) -> Path:
    text = path.read_text("utf-8")
    (address,) = [link for link in Reading(text).addresses if f'<link rel="icon" href="{link}">' in text]
    return (path.parent / address).resolve()


def test_every_page_shows_our_sign_until_the_newsroom_puts_its_own_there(site):
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    assert {icon_of(path) for path in pages} == {site / next(iter(icons.ours()))}
    assert all(icon_of(path).is_file() for path in pages)
    (site / "favicon.ico").write_bytes(b"own")
    SiteTarget(site, OPTIONS).deliver([package(1)], [])
    assert (
        icon_of(site / "articles" / f"{package(1).name}.html") == icon_of(site / "index.html") == site / "favicon.ico"
    )
    assert (site / "favicon.ico").read_bytes() == b"own"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("### 三\n\n甲\n\n### 四\n", ["h2", "h2"]),
        ("甲\n\n### 三\n\n## 二\n\n### 四\n", ["h2", "h2", "h3"]),
        ("## 二\n\n### 三\n", ["h2", "h3"]),
    ],
)
def test_a_text_that_begins_with_a_lower_heading_skips_no_level(site, text, tags):
    one = package(80, text=text)
    SiteTarget(site, OPTIONS).deliver([one], [])
    page = (site / "articles" / f"{one.name}.html").read_text("utf-8").partition('<div class="body">')[2]
    assert [tag for tag in Reading(page).tags if tag in {"h1", "h2", "h3"}] == tags
