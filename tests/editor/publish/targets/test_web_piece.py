"""What goes to web systems: said in plain words and clean HTML, and everything that would be lost is found before."""

from __future__ import annotations

import dataclasses
import hashlib
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Credit, Origin
from editor.publish.package import Asset
from editor.publish.targets.web_page import page_text
from editor.publish.targets.web_piece import ABOVE, composed, indented, too_long, web_text
from editor.publish.targets.wordpress_text import held, held_text, sources, with_addresses, without_addresses
from tests.editor.publish.sample_packages import changed, package, png

PICTURE = png()
NAME = hashlib.sha256(PICTURE).hexdigest()
# Everything that WordPress changes when it shows a text; what stands in the middle of it is written as a number.
WORDPRESS_CHANGES = [
    '"a"', "it's", "a -- b", "a - b", "a --- b", "...", "``a''", "9x9", "9' 5\"", "(tm)", "(c)", "[gallery]", "8)",
    ":)", ";-)", " :D ", "Wordpress", "http://example.com/", "'90s", "[caption]x[/caption]", "&amp;", "<b>", "8O",
]  # fmt: skip


def losses(one, code=""):
    """What would be lost of a package."""
    return [(loss.code, loss.detail, loss.stops) for loss in web_text(one, "nx-a").losses if code in ("", loss.code)]


def test_an_article_in_order_loses_nothing():
    assert losses(package(1, pictures=(PICTURE,))) == []


def test_facts_and_lines_of_a_slip():
    reprint = {"origin": Origin.REPRINT, "origin_url": "https://example.com/a", "original_headline": "原题"}
    one = package(2, kicker="肩题", editor="李娜", **reprint)
    text = web_text(one, "nx-a")
    assert text.facts["byline"] == "记者 周晓禾 通讯员 陈立言"
    assert text.facts["sign_offs"] == "一审：林知远　二审：宋清和　三审：高砚秋　核红：许见山"
    assert text.facts["origin"] == "转载"
    assert text.facts["first_published"] == "2021-09-03T02:30:00Z"
    assert text.facts["proof"] == one.proof.covers
    assert ("责编", "何一苇") in text.lines
    assert ("原标题", "原题") in text.lines
    whole = page_text(composed(text, above=ABOVE, indent=True)).split("\n")
    assert whole[:3] == ["肩题", "记者 周晓禾 通讯员 陈立言", "清水日报　转载"]
    assert whole[-1].startswith("责编：何一苇　编辑：李娜　一审：林知远")
    bare = page_text(composed(text, above=(), indent=True)).split("\n")
    assert bare[0].startswith("本报讯")
    assert bare[-1] == whole[-1]


def test_each_paragraph_is_indented_once_and_nothing_else():
    text = "首段\n\n> 引语\n\n- 项\n\n## 小标题\n\n　　已有空格[^1]\n\n[^1]: 注\n"
    html = indented(web_text(package(3, text=text), "nx-a").body)
    assert html.count("text-indent") == 2
    assert '<p style="text-indent:2em">首段</p>' in html
    assert "<p>引语</p>" in html
    assert "　　" not in html
    assert indented(html) == html


def test_the_first_picture_is_the_cover_and_each_goes_once():
    text = f'文\n\n![甲](asset:{NAME} "图说")\n\n![乙](asset:{NAME})\n'
    one = dataclasses.replace(package(4, text=text), assets={NAME: Asset("image/png", 9, lambda: PICTURE)})
    told = web_text(one, "nx-a")
    assert (told.cover, told.cover_apart, len(told.pictures)) == (f"asset:{NAME}", False, 1)
    assert (told.pictures[0].alt, told.pictures[0].caption, told.pictures[0].file) == ("甲", "图说", f"{NAME}.png")
    assert told.body.count(f'src="asset:{NAME}"') == 2


def test_an_own_cover_goes_first():
    cover = png(color=(1, 1, 1))
    name = hashlib.sha256(cover).hexdigest()
    one = package(5, pictures=(PICTURE, cover))
    told = web_text(dataclasses.replace(one, cover=f"asset:{name}"), "nx-a")
    assert (told.cover, told.cover_apart) == (f"asset:{name}", False)
    assert [picture.id for picture in told.pictures] == [name, NAME]
    apart = package(5, text="文\n\n![图](asset:" + NAME + ")\n")
    assets = {NAME: Asset("image/png", 9, lambda: PICTURE), name: Asset("image/png", 9, lambda: cover)}
    told = web_text(dataclasses.replace(apart, assets=assets, cover=f"asset:{name}"), "nx-a")
    assert told.cover_apart


@pytest.mark.parametrize("address", [
    "https://other.example/a.jpg", "blob:https://x/1", "file:///home/a.png", "data:image/png;base64,AAAA", "a.png",
    "http://169.254.169.254/latest/meta-data",
])  # fmt: skip
def test_pictures_of_other_places_stop_it(address):
    one = package(6, text="文")
    from editor.markup.blocks import Image

    article = dataclasses.replace(one.article, blocks=(*one.article.blocks, Image(address)))
    one = dataclasses.replace(one, article=article)
    assert losses(one) == [("picture_elsewhere", address, True)]
    assert address not in web_text(one, "nx-a").body


def test_lost_pictures_and_other_kinds_stop_it():
    one = package(7, text=f"文\n\n![图](asset:{NAME})\n")
    assert losses(one) == [("picture_missing", f"asset:{NAME}", True)]
    svg = dataclasses.replace(one, assets={NAME: Asset("image/svg+xml; charset=utf-8", 9, lambda: b"<svg/>")})
    assert losses(svg) == [("picture_kind", "image/svg+xml", True)]


@pytest.mark.parametrize("where", ["headline", "summary", "source", "text"])
def test_characters_that_no_page_holds_stop_it(where):
    bad = "坏\x0c字\ufffe"
    one = package(8, text=bad) if where == "text" else changed(package(8), **{where: bad})
    assert losses(one, "characters") == [("characters", "U+000C U+FFFE", True)]


def test_rare_characters_are_no_loss():
    assert losses(package(9, text="𠮷㙍𬭎葛󠄀👩‍👩‍👧‍👦𰻞\u200b\ufeff\u00ad")) == []


def test_links_that_are_none_are_told():
    from editor.markup.blocks import Paragraph, Run

    one = package(10, text="文")
    blocks = (Paragraph((Run("点", href="javascript:alert(1)"), Run("好", href="https://example.com/"))),)
    one = dataclasses.replace(one, article=dataclasses.replace(one.article, blocks=blocks))
    assert losses(one) == [("link", "javascript:alert(1)", False)]


def test_keywords_are_told_apart_by_their_letters_alone():
    one = package(11, keywords=("NATO", "nato", " 治  水 ", "治 水", ""))
    assert web_text(one, "nx-a").keywords == ("NATO", "治 水")


def test_footnotes_of_two_articles_may_stand_on_one_page():
    first, second = (web_text(package(12), key).body for key in ("nx-a", "nx-b"))
    assert 'id="nx-a-1"' in first
    assert 'id="nx-b-1"' in second


def test_lengths():
    assert too_long("title", "字" * 10, 10, "characters") == ()
    (loss,) = too_long("title", "字" * 10, 29, "bytes")
    assert (loss.code, loss.field, loss.detail, loss.stops) == ("too_many_bytes", "title", "30 > 29", True)


@pytest.mark.parametrize("text", WORDPRESS_CHANGES)
def test_nothing_is_left_that_wordpress_changes(text):
    html = held_text(f"前 {text} 后")
    assert unescape(html) == f"前 {text} 后"
    bare = html.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").replace("&quot;", "")
    import re

    left = re.sub(r"&#[0-9]{3,};", "\0", bare)
    assert not re.search(r"""["'`\[\]:]|--|\s-\s|\.\.|[0-9]x[0-9]|\((?:tm|c|r)\)|8[)O]|Wordpress""", left)


def test_a_reference_has_three_digits_so_that_filters_leave_it_alone():
    assert held_text("a'b\"c-- ") == "a&#039;b&#034;c&#045;&#045; "
    assert held_text("2021-09-18，010-8888，12点") == "2021-09-18，010-8888，12点"


WORDS = st.text(st.sampled_from("甲𠮷<>&\"'`[]:;-.x98()tmWordpress \u00a0/="), max_size=40)


@given(WORDS)
@settings(max_examples=200)
def test_held_text_says_the_same_and_is_held_once(text):
    html = held_text(text)
    assert unescape(html) == text
    assert held(html) == html


@given(WORDS, WORDS)
@settings(max_examples=200)
def test_held_html_says_the_same(text, alt):
    from editor.markup.blocks import Image, Paragraph, Run
    from editor.markup.html import to_html

    blocks = (Paragraph((Run(text, href="https://example.com/?a=[1]&b=2"),)), Image(f"asset:{NAME}", alt=alt))
    html = to_html(blocks, asset_url=lambda source: source)
    once = held(html)
    assert page_text(once) == page_text(html)
    assert held(once) == once
    from lxml import html as parser

    before, after = (parser.fromstring(f"<div>{page}</div>") for page in (html, once))
    assert [dict(one.attrib) for one in before.iter()] == [dict(one.attrib) for one in after.iter()]


def test_addresses_of_pictures_there_and_back():
    html = f'<figure><img src="asset:{NAME}" alt="a &amp; src=&quot;asset:x"></figure>'
    there = with_addresses(html, {NAME: "https://x.example/a.png?x=1&y=2"})
    assert 'src="https://x.example/a.png?x=1&amp;y=2"' in there
    assert sources(there) == ["https://x.example/a.png?x=1&y=2"]
    assert without_addresses(there, lambda address: NAME if address.endswith("y=2") else "") == html
    assert without_addresses(there, lambda _: "") == there


def test_a_byline_without_roles():
    text = web_text(package(13, byline=(Credit("甲"), Credit("乙"))), "nx-a")
    assert text.facts["byline"] == "甲 乙"
