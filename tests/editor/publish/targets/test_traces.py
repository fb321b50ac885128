"""Whether a page still names what was taken down: by its address in any spelling, its key, its headline in a link."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from editor.publish.targets.destination import Look
from editor.publish.targets.traces import Spot, Trace, Trail, Where, leads_to, shows

KEY = "nx-agmum3qyyryl3dfll7lolg4dri-zh-cn"
SITE = "https://news.example.cn"
TITLE = "青禾县春灌开闸 & 放水"
TRACE = Trace(KEY, "12", (f"{SITE}/2026/03/春灌/",), (TITLE,))
NOTICE = TRACE._replace(addresses=(), notice=True)
HOME = Spot(Where.LIST, f"{SITE}/")
PATH = quote("/2026/03/春灌/")
JSON = json.dumps({"url": SITE + PATH}).replace("/", "\\/")


PLAIN = Trail((), (f"{SITE}/?p=12",))


def by(source, trace=TRACE, spot=HOME, trail=PLAIN):
    return shows(trace, trail, spot, Look(200, "", "", source))


def page(inside):
    return f"<!doctype html><html><body>{inside}</body></html>"


@pytest.mark.parametrize(
    "source",
    [
        page(f'<a href="{SITE}{PATH}">x</a>'),
        page(f'<a href="http://www.news.example.cn{PATH.lower()}?utm=1#c">x</a>'),
        page('<a href="/2026/03/春灌">x</a>'),
        page('<a href="2026/03/春灌/feed/">x</a>'),
        page('<a href="/?p=12">x</a>'),
        page('<link rel="shortlink" href="https://news.example.cn/?p=12&amp;x=1">'),
        page(f"<script>go('{SITE}{PATH}')</script>"),
        page(f"<script>{JSON}</script>"),
        f"<?xml version='1.0'?><rss><channel><item><guid>{SITE}/?p=12</guid></item></channel></rss>",
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{SITE}{PATH}"/></entry></feed>',
        f"<urlset><url><loc>{SITE}{PATH}</loc></url></urlset>",
        json.dumps([{"link": f"{SITE}/2026/03/春灌/"}]),
        json.dumps([{"link": f"{SITE}{PATH}"}]).replace("/", "\\/"),
    ],
)
def test_an_address_is_known_in_every_spelling(source):
    assert by(source) == "address"


@pytest.mark.parametrize(
    "source",
    [
        page(f'<a href="{SITE}/2026/03/别的/">x</a>'),
        page(f'<a href="{SITE}{PATH.rstrip("/")}2/">x</a>'),
        page(f'<a href="https://other.example.cn{PATH}">x</a>'),
        page('<a href="/?p=123">x</a><a href="/?p=13">x</a><a href="/">x</a><a href="//[">x</a>'),
        page("<a href='/2026/03/'>x</a>"),
        page(f"<p>{TITLE} 这句话出现在另一篇稿件里</p><a href='/a/'>关于《{TITLE}》的更正</a>"),
        page(f'<a href="/{KEY.removesuffix("cn")}tw/">{KEY}-hans x{KEY}</a>'),
        "<?xml version='1.0'?><rss><channel><title>要闻</title><item><title>别的</title></item></channel></rss>",
        "{", "[" * 5000, "", "\0", "<?xml", "<rss", page("<a>" * 2000),
    ],
)  # fmt: skip
def test_what_names_another_article_or_nothing_is_no_sign(source):
    assert by(source) == ""


@pytest.mark.parametrize(
    "source",
    [
        page(f'<a href="/a/{KEY}/">x</a>'),
        page(f'<div id="{KEY}-fn1">x</div>'),
        page(f'<a href="/a/{KEY}-2/">x</a>'),
        json.dumps({"slug": KEY}),
    ],
)
def test_the_key_is_known_wherever_it_stands(source):
    assert by(source) == "key"


@pytest.mark.parametrize(
    "source",
    [
        page("<a href='/go?n=1'>  青禾县春灌开闸\n &amp; 放水 </a>"),
        page("<h2><span>青禾县春灌开闸 &amp; 放水</span></h2>"),
        "<rss><channel><item><title><![CDATA[青禾县春灌开闸 & 放水]]></title></item></channel></rss>",
        "<rss><channel><item><title>青禾县春灌开闸 &amp;amp; 放水</title></item></channel></rss>",
        '<urlset xmlns:news="n"><url><news:title>青禾县春灌开闸 &amp; 放水</news:title></url></urlset>',
        json.dumps([{"title": {"rendered": "青禾县春灌开闸 &amp; 放水"}}]),
    ],
)
def test_a_headline_is_a_sign_in_links_headings_and_titles(source):
    assert by(source) == "title"
    assert by(source, NOTICE) == "title"


def test_a_page_of_a_search_repeats_what_was_asked_for():
    search = Spot(Where.SEARCH, f"{SITE}/?s=x")
    assert by(page(f"<h1>{TITLE}</h1><a href='/?s=x'>{TITLE}</a>"), spot=search) == ""
    assert by(page(f"<h1>{TITLE}</h1><a href='{PATH}'>x</a>"), spot=search) == "address"
    assert by(json.dumps([{"title": TITLE}]), spot=search) == "title"


def test_short_headlines_say_nothing():
    assert by(page("<h2>简讯</h2>"), TRACE._replace(titles=("简讯",))) == ""


def test_where_a_notice_stands_its_address_and_key_are_right():
    source = page(f'<a href="{PATH}">本文已撤稿</a><a href="/{KEY}/">x</a>')
    assert by(source, NOTICE, trail=Trail(())) == ""


def test_an_address_with_a_question_of_its_own_is_another_with_another_answer():
    trace = TRACE._replace(addresses=(f"{SITE}/article.php?id=7",))
    assert by(page('<a href="/article.php?id=7&from=home">x</a>'), trace) == "address"
    assert by(page('<a href="/article.php?id=8">x</a>'), trace) == ""


def test_a_page_leads_to_its_feeds_and_its_search_and_nowhere_else():
    source = page(
        '<link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/atom+xml" href="https://other.example.cn/feed/">'
        '<link rel="alternate" hreflang="zh-TW" href="/tw/"><link rel="icon" href="/x.ico">'
        '<form role="search" action="/find"><input type="hidden" name="in" value="all"><input name="q"></form>'
        '<form method="post"><input type="search" name="q"></form><form><input name="mail"></form>'
    )
    asked = TRACE._replace(titles=("青禾 & 春灌",))
    found = leads_to(asked, HOME, Look(200, "", "", source))
    assert found == [
        Spot(Where.FEED, f"{SITE}/feed/"),
        Spot(Where.SEARCH, f"{SITE}/find?in=all&q=%E9%9D%92%E7%A6%BE+%26+%E6%98%A5%E7%81%8C"),
    ]
    assert leads_to(asked, HOME._replace(where=Where.SEARCH), Look(200, "", "", source)) == []


@pytest.mark.parametrize(
    "source",
    [
        f"User-agent: *\nSitemap: {SITE}/a.xml\nsitemap: https://other.example.cn/b.xml\n",
        f'<?xml version="1.0"?><sitemapindex xmlns="s"><sitemap><loc>\n{SITE}/a.xml</loc></sitemap></sitemapindex>',
    ],
)
def test_robots_and_indexes_of_maps_lead_to_maps(source):
    found = leads_to(TRACE, Spot(Where.MAP, f"{SITE}/robots.txt"), Look(200, "", "", source))
    assert found == [Spot(Where.MAP, f"{SITE}/a.xml")]


def test_entities_of_a_hostile_feed_are_not_made():
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    source = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "{TITLE[:4]}">{laughs}]><rss><title>&a11;</title></rss>'
    assert by(source) == ""
