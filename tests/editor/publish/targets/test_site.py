"""The site: what stands where, what changes when something is delivered again, and what is left of what is gone."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from editor.article import Credit, Origin, Variant
from editor.errors import EditorError, Exit
from editor.publish.package import Asset, Sibling
from editor.publish.site import search
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.page_reading import Reading
from tests.editor.publish.sample_packages import changed, gone, package, png

ATOM = "{http://www.w3.org/2005/Atom}"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def inodes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def page(site: Path, name: str) -> str:
    return (site / "articles" / f"{name}.html").read_text("utf-8")


def data_of(text: str) -> dict:
    """The JSON-LD of a page."""
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])


def links(text: str) -> dict[str, str]:
    """hreflang → address."""
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', text))


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "out" / "site"


def deliver(site: Path, *packages, gone=(), options=None):
    return SiteTarget(site, options).deliver(packages, gone)


def test_every_article_has_a_page_and_stands_on_the_front_page_and_in_its_column(site):
    one, other = package(1, column="要闻"), package(2, column="民生")
    done = deliver(site, one, other)
    assert [(item.name, item.written) for item in done] == [(one.name, True), (other.name, True)]
    assert all(Path(item.place).is_file() for item in done)
    front = (site / "index.html").read_text("utf-8")
    assert all(f"articles/{item.name}.html" in front for item in (one, other))
    columns = {path.read_text("utf-8") for path in (site / "columns").iterdir()}
    of_news = next(text for text in columns if "<title>要闻 - 稿台</title>" in text)
    assert one.name in of_news
    assert other.name not in of_news


def test_every_link_leads_to_a_file_from_every_page(site):
    pictured = package(1, pictures=(png(),))
    deliver(site, pictured, *(package(number, column=f"栏目{number % 20}") for number in range(2, 130)))
    deliver(site, package(1, Variant.ZH_TW), package(5, Variant.ZH_HK))
    checked = 0
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        for address in Reading(path.read_text("utf-8")).addresses:
            if address.startswith(("http", "data:", "#")):
                continue
            checked += 1
            assert (path.parent / unquote(address)).is_file(), (path, address)
    assert checked > 1000


def test_the_page_shows_the_slip_and_the_foot_lines_come_from_the_sign_offs(site):
    one = package(
        1,
        kicker="县域观察",
        subheadline="——沿河三个乡镇的报道",
        origin=Origin.REPRINT,
        origin_url="https://example.com/a?b=1&c=2",
        original_headline="原来的标题",
        original_authors="李原",
        page_credits=(Credit("抄来的审稿人", "reviewer", "一审"),),
    )
    deliver(site, one)
    text = page(site, one.name)
    for said in ("县域观察", "——沿河三个乡镇的报道", "清水日报", "原来的标题", "李原", "2021年9月2日 09:30", "转载"):
        assert said in text
    foot = re.search(r'<dl class="signed">(.*?)</dl>', text, re.DOTALL)[1]
    lines = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", foot))
    assert lines == {"责编": "何一苇", "一审": "林知远", "二审": "宋清和", "三审": "高砚秋", "核红": "许见山"}
    assert "抄来的审稿人" in text.replace(foot, "")
    assert 'href="https://example.com/a?b=1&amp;c=2"' in text


def test_the_slip_is_there_for_machines(site):
    one = package(1, pictures=(png(),), kicker="引题", subheadline="副题", dateline="本报清水9月18日讯")
    deliver(site, one, options=SiteOptions("清水新闻", "清水县融媒体中心", "https://news.example/"))
    text = page(site, one.name)
    data = data_of(text)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == one.article.slip.headline
    assert data["inLanguage"] == "zh-CN"
    assert data["datePublished"] == "2021-09-02T09:30:00+08:00"
    assert data["author"][0] == {"@type": "Person", "name": "周晓禾", "jobTitle": "记者"}
    assert data["publisher"]["name"] == "清水县融媒体中心"
    assert [role["contributor"]["name"] for role in data["contributor"]] == ["林知远", "宋清和", "高砚秋"]
    assert data["url"] == f"https://news.example/articles/{one.name}.html"
    assert data["image"] == [f"https://news.example/assets/{next(iter(one.assets))}.png"]
    assert data["dateline"] == "本报清水9月18日讯"
    properties = dict(re.findall(r'<meta property="(og:[a-z_]+)" content="(.*?)">', text))
    assert properties["og:title"] == one.article.slip.headline
    assert properties["og:url"] == data["url"]
    assert properties["og:site_name"] == "清水新闻"


def test_a_picture_that_is_not_at_hand_leaves_its_caption_and_no_empty_frame(site):
    one = package(
        1, text=f'第一段。\n\n![桥 "a>b"](asset:{"0" * 64} "图为新桥。")\n\n![](data:text/html,x "另一图说。")\n'
    )
    deliver(site, one)
    text = page(site, one.name)
    assert "<img" not in text
    assert "图为新桥。" in re.search(r"<figcaption>(.*?)</figcaption>", text)[1]


def test_words_of_the_page_are_in_the_script_of_the_variant(site):
    one = package(1, Variant.ZH_TW, own=Variant.ZH_TW)
    deliver(site, one)
    text = page(site, one.name)
    assert '<html lang="zh-TW">' in text
    assert "來源：" in text
    assert "終審簽發" in text
    assert "来源：" not in text
    assert '<html lang="zh-TW">' in (site / "index.html").read_text("utf-8")


def test_exporting_again_gives_the_same_bytes_and_writes_nothing(site, tmp_path):
    packages = [package(number, pictures=(png(color=(number, 9, 9)),)) for number in range(1, 6)]
    deliver(site, *packages)
    before, places = tree(site), inodes(site)
    done = deliver(site, *packages)
    assert not any(item.written for item in done)
    assert inodes(site) == places
    other = tmp_path / "elsewhere"
    deliver(other, *reversed(packages[:3]))
    deliver(other, *packages[2:])
    assert tree(other) == before


def test_a_changed_article_replaces_its_page_and_only_what_names_it_is_made_again(site):
    packages = {number: package(number, column="要闻" if number % 2 else "民生") for number in range(1, 201)}
    deliver(site, *packages.values())
    places = inodes(site)
    number = max(packages, key=lambda number: packages[number].article.slip.published_at)
    newest = packages[number]
    fresh = package(number, column=newest.article.slip.column, headline="改过的标题")
    done = deliver(site, fresh)
    assert [item.written for item in done] == [True]
    after = inodes(site)
    made = {path for path in after if places.get(path) != after[path]}
    found_by = {path for path in made if path.startswith("search")}
    assert found_by == {path for path in after if path.startswith("search")} - {search.script_name()}
    column = newest.article.slip.column
    touched = {f"articles/{fresh.name}.html", "index.html", "index.json", "sitemap.xml", ".gaotai-site"}
    touched |= {"feed.xml", "rss.xml"}
    assert touched <= made
    made -= found_by
    assert len(made - touched) == 1
    assert f"<title>{column} - 稿台</title>" in (site / (made - touched).pop()).read_text("utf-8")
    assert all(newest.article.slip.headline.encode() not in data for data in tree(site).values())
    listed = [item["headline"] for item in json.loads((site / "index.json").read_bytes())["articles"]]
    assert len(listed) == 200
    assert listed.count("改过的标题") == 1


def test_a_new_article_leaves_older_pages_of_the_lists_as_they_are(site):
    deliver(
        site, *(package(number, published_at=f"2021-01-01T00:{number % 60:02}:00+08:00") for number in range(1, 170))
    )
    older = {path: stat for path, stat in inodes(site).items() if re.search(r"-\d+\.html$", path) and "/" not in path}
    assert len(older) == 3
    deliver(site, package(500, published_at="2022-01-01T00:00:00+08:00"))
    after = inodes(site)
    assert all(after[path] == stat for path, stat in older.items())
    names = [
        name
        for path in ["index.html", *older]
        for name in re.findall(r'<h3><a href="articles/(.*?)\.html', (site / path).read_text("utf-8"))
    ]
    assert len(names) == len(set(names)) == 170


def test_taken_offline_leaves_no_byte_of_it_anywhere(site):
    picture = png(color=(200, 10, 90))
    secret = package(
        7,
        text="一段不能留下的正文，字字句句。\n",
        pictures=(picture,),
        headline="必须消失的标题",
        summary="必须消失的摘要",
        kicker="必须消失的引题",
        column="独有栏目",
    )
    traditional = package(
        7, Variant.ZH_TW, headline="必須消失的標題", text="必須消失的正文\n", summary="必須消失的摘要"
    )
    others = [package(number) for number in range(1, 5)]
    deliver(site, secret, traditional, *others)
    before = {path: data for path, data in tree(site.parent).items() if b"\xe5\xbf\x85" in data}
    assert before, "the test looks for something that was there"
    deliver(site, gone=[gone(secret), gone(traditional)])
    left = tree(site.parent)
    marks = ["必须消失", "必須消失", "字字句句", "独有栏目", secret.article.id, next(iter(secret.assets))]
    for path, data in left.items():
        assert data != picture, path
        assert not any(mark in path or mark.encode() in data for mark in marks), path
    assert all((site / "articles" / f"{one.name}.html").is_file() for one in others)


def test_a_picture_stays_while_another_article_shows_it(site):
    shared = png()
    one, other = package(1, pictures=(shared,)), package(2, pictures=(shared,))
    deliver(site, one, other)
    deliver(site, gone=[gone(one)])
    assert [path.read_bytes() for path in (site / "assets").iterdir()] == [shared]
    deliver(site, gone=[gone(other)])
    assert not (site / "assets").exists() or not any((site / "assets").iterdir())


def test_withdrawn_by_notice_leaves_a_notice_that_says_nothing_of_the_article(site):
    one = package(7, headline="必须消失的标题", text="必须消失的正文\n", summary="必须消失的摘要", pictures=(png(),))
    deliver(site, one, package(1))
    deliver(site, gone=[gone(one, notice=True, why="必须消失的内部原因")])
    assert all("必须消失".encode() not in data for data in tree(site.parent).values())
    assert "撤稿声明" in page(site, one.name)
    assert f"articles/{one.name}.html" in (site / "index.html").read_text("utf-8")
    assert "已撤稿" in (site / "index.html").read_text("utf-8")
    places = inodes(site)
    deliver(site, gone=[gone(one, notice=True)])
    assert inodes(site) == places, "the same notice again is nothing new"
    deliver(site, one)
    assert "必须消失的标题" in page(site, one.name)


def test_variants_link_to_those_that_stand_there_in_whatever_order_they_come_and_go(site, tmp_path):
    own, taiwan, hongkong = package(1), package(1, Variant.ZH_TW), package(1, Variant.ZH_HK)
    deliver(site, own)
    assert links(page(site, own.name)) == {}
    deliver(site, taiwan)
    expected = {"zh-CN": f"{own.name}.html", "zh-TW": f"{own.name}%40zh-TW.html", "x-default": f"{own.name}.html"}
    assert links(page(site, own.name)) == links(page(site, taiwan.name)) == expected
    assert "繁體（台灣）" in page(site, own.name)
    deliver(site, hongkong)
    assert set(links(page(site, own.name))) == {"zh-CN", "zh-TW", "zh-HK", "x-default"}
    at_once = tmp_path / "at-once"
    deliver(at_once, hongkong, own, taiwan)
    assert tree(at_once) == tree(site)
    deliver(site, gone=[gone(taiwan)])
    assert set(links(page(site, own.name))) == set(links(page(site, hongkong.name))) == {"zh-CN", "zh-HK", "x-default"}
    deliver(site, gone=[gone(hongkong, notice=True)])
    assert links(page(site, own.name)) == {}


def test_a_sibling_that_does_not_stand_here_is_not_linked(site):
    one = package(1)
    one = dataclasses.replace(one, siblings=(Sibling(f"{one.name}@zh-TW", Variant.ZH_TW),))
    deliver(site, one)
    assert "hreflang" not in page(site, one.name)


def test_readers_of_traditional_text_have_lists_of_their_own(site):
    deliver(site, package(1, headline="简体标题"), package(1, Variant.ZH_TW, headline="繁體標題"), package(2))
    front, traditional = ((site / path).read_text("utf-8") for path in ("index.html", "hant/index.html"))
    assert "简体标题" in front
    assert "繁體標題" not in front
    assert "繁體標題" in traditional
    assert package(2).name not in traditional
    assert '<html lang="zh-TW">' in traditional
    assert 'href="../hant/index.html"' in page(site, package(1, Variant.ZH_TW).name)


def test_the_feed_the_sitemap_and_the_index_name_every_article(site):
    packages = [package(number, headline=f"标题 {number} & <更多>\x0b") for number in range(1, 61)]
    deliver(site, *packages, options=SiteOptions("清水新闻", address="https://news.example"))
    feed = ET.parse(site / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    times = [entry.findtext(f"{ATOM}published") for entry in entries]
    assert times == sorted(times, reverse=True)
    assert entries[0].findtext(f"{ATOM}title").startswith("标题 ")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 50
    places = {loc.text for loc in ET.parse(site / "sitemap.xml").iter() if loc.tag.endswith("}loc")}
    assert {f"https://news.example/articles/{one.name}.html" for one in packages} < places
    held = json.loads((site / "index.json").read_bytes())["articles"]
    assert [one["id"] for one in held[:1]] == [max(packages, key=lambda p: p.article.slip.published_at).name]
    assert {one["id"] for one in held} == {one.name for one in packages}


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;<!--/variants-->]]>"


def test_nothing_in_a_field_becomes_markup(site):
    one = package(
        1,
        headline=HOSTILE,
        kicker=HOSTILE,
        subheadline=HOSTILE,
        summary=HOSTILE,
        source=HOSTILE,
        column=HOSTILE,
        responsible_editor=HOSTILE,
        keywords=(HOSTILE,),
        dateline=HOSTILE,
        original_headline=HOSTILE,
        origin_url="javascript:alert(1)//https://x",
        byline=(Credit(HOSTILE, "author", HOSTILE),),
        text=f"{HOSTILE}\n\n[点](javascript:alert(1))\n",
    )
    deliver(site, one, package(1, Variant.ZH_TW), package(2), options=SiteOptions(HOSTILE, HOSTILE))
    for path in site.rglob("*.html"):
        seen = Reading(path.read_text("utf-8"))
        assert seen.handlers == []
        assert not any(address.strip().lower().startswith("javascript") for address in seen.addresses)
        assert seen.tags.count("script") == (path.parent.name == "articles" or path.name == "search.html")
        assert all("onerror" not in address for address in seen.addresses if not address.startswith("data:"))
    seen = Reading(page(site, one.name))
    assert seen.words["h1"] == HOSTILE
    assert data_of(page(site, one.name))["headline"] == HOSTILE
    ET.parse(site / "feed.xml")
    json.loads((site / "index.json").read_bytes())
    assert set(links(page(site, one.name))) == {"zh-CN", "zh-TW", "x-default"}


@pytest.mark.parametrize("name", ["../../etc/x", "a/b", "", ".", "..", "a\\b", "x\ny", "CON@zh-CN/../y", "a" * 300])
def test_a_name_that_could_leave_the_folder_is_refused(site, name):
    with pytest.raises(EditorError) as refused:
        deliver(site, dataclasses.replace(package(1), name=name))
    assert (refused.value.code, refused.value.exit_code) == ("package_name", Exit.TARGET)
    assert not site.exists()


def test_a_picture_that_is_not_the_signed_one_stops_the_export(site):
    one = package(1, pictures=(png(),))
    forged = {name: Asset("image/png", 3, lambda: b"xyz") for name in one.assets}
    deliver(site, package(2))
    before = tree(site)
    with pytest.raises(EditorError) as refused:
        deliver(site, dataclasses.replace(one, assets=forged))
    assert refused.value.code == "picture_differs"
    assert tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_fields_that_never_leave_the_newsroom_are_not_in_the_proof_either(site):
    one = package(1, contact="内部电话 13800000000", deadline="2021-09-18T18:00:00+08:00")
    shown = changed(one, contact="", deadline="")
    deliver(site, shown)
    assert all(b"13800000000" not in data for data in tree(site).values())
    assert "下载核验包" in page(site, one.name)


def test_articles_without_column_time_or_names_are_published_too(site):
    bare = package(1, column="", published_at="", byline=(), source="", summary="", keywords=(), responsible_editor="")
    deliver(site, bare)
    assert bare.article.slip.headline in page(site, bare.name)
    assert json.loads((site / "index.json").read_bytes())["articles"][0]["published_at"] == "2021-09-19T23:05:00+08:00"


def test_an_empty_site_says_that_there_is_nothing(site):
    assert deliver(site) == []
    assert "还没有发布稿件" in (site / "index.html").read_text("utf-8")
