"""The search page of the site and the index that its script reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Variant
from editor.publish.site import search
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from editor.store.folding import folded
from tests.editor.publish.page_reading import Reading
from tests.editor.publish.sample_packages import gone, package

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = SiteOptions("清水新闻")


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


def deliver(site: Path, *packages, left=(), options: SiteOptions = OPTIONS) -> None:
    SiteTarget(site, options).deliver(packages, list(left))


def held(path: Path):
    """What a file of the index gives to the script of the page."""
    name, data = re.fullmatch(r'gaotai\("([^"]+)",(.*)\);\n', path.read_text("utf-8"), re.DOTALL).groups()
    assert name == path.stem
    return json.loads(data)


def found(folder: Path, pair: str) -> list[str]:
    """Addresses of the articles that the index names for a pair, the oldest first, as the script reads it."""
    pair = folded(pair)
    addresses = []
    for segment in range(1, 1 + len({path.name.partition("-")[0] for path in (folder / "search").iterdir()})):
        shard = held(folder / f"search/{segment}-{ord(pair[0]) % search.SHARDS}.js")
        for sign in shard.get(pair, ""):
            block, at = divmod(ord(sign) - search.FIRST, search.BLOCK)
            addresses.append(held(folder / f"search/{segment}-d{block}.js")[at][0])
    return addresses


def address(one) -> str:
    return f"articles/{one.name.replace('@', '%40')}.html"


def test_a_word_of_two_characters_finds_the_articles_that_have_it_in_any_field(site):
    fields = {"headline": "码头", "kicker": "渡口", "summary": "桥梁", "source": "晚报", "column": "车间"}
    packages = [package(number, **{name: f"其中{word}一处"}) for number, (name, word) in enumerate(fields.items(), 1)]
    packages.append(package(9, keywords=("稻田", "油茶")))
    deliver(site, *packages)
    for one, word in zip(packages, [*fields.values(), "油茶"], strict=True):
        assert found(site, word) == [address(one)], word


@pytest.mark.parametrize(("stands", "asked"), [("台湾", "臺灣"), ("臺灣", "台湾"), ("ＧＤＰ", "gd"), ("𠮷野", "𠮷野")])
def test_either_script_finds_the_other_and_rare_characters_are_whole(site, stands, asked):
    one = package(1, headline=f"今天{stands}")
    deliver(site, one, package(2))
    assert found(site, asked) == [address(one)]


def test_a_field_does_not_run_into_the_next(site):
    deliver(site, package(1, kicker="末尾的水", headline="田间", subheadline=""))
    assert found(site, "水田") == []
    assert found(site, "田水") == []


def test_an_article_that_was_taken_down_is_not_found_and_a_notice_is_not_searched(site):
    one, other = package(1, headline="码头"), package(2, headline="渡口")
    deliver(site, one, other, package(3))
    deliver(site, left=[gone(one), gone(other, notice=True)])
    assert found(site, "码头") == []
    assert found(site, "渡口") == []
    assert all("码头" not in path.read_text("utf-8") for path in (site / "search").iterdir())


def test_readers_of_traditional_text_search_in_it(site):
    deliver(site, package(1), package(1, Variant.ZH_TW, headline="碼頭"), package(2))
    assert found(site / "hant", "码头") == [address(package(1, Variant.ZH_TW))]
    assert 'lang="zh-TW"' in (site / "hant/search.html").read_text("utf-8")


def test_segments_are_counted_from_the_oldest_so_that_a_new_article_leaves_older_files(site, monkeypatch):
    monkeypatch.setattr(search, "SEGMENT", 10)
    monkeypatch.setattr(search, "BLOCK", 3)
    times = {number: f"2021-03-{number:02}T08:00:00+08:00" for number in range(1, 26)}
    packages = [package(number, headline="码头", published_at=time) for number, time in times.items()]
    deliver(site, *packages[:-1])
    before = {path.name: path.stat().st_ino for path in (site / "search").iterdir()}
    deliver(site, packages[-1])
    after = {path.name: path.stat().st_ino for path in (site / "search").iterdir()}
    assert {name for name in before if before[name] == after[name]} == {
        name for name in before if name.startswith(("1-", "2-"))
    }
    assert found(site, "码头") == [address(one) for one in packages]


def test_the_versions_in_the_page_change_with_the_files(site, monkeypatch):
    monkeypatch.setattr(search, "SEGMENT", 2)
    packages = [package(number, published_at=f"2021-03-0{number}T08:00:00+08:00") for number in range(1, 5)]

    def versions() -> list[str]:
        return re.search(r'data-segments="([^"]*)"', (site / "search.html").read_text("utf-8"))[1].split()

    deliver(site, *packages)
    old = versions()
    deliver(site, package(4, headline="改过的标题", published_at="2021-03-04T08:00:00+08:00"))
    assert len(old) == 2
    assert versions()[0] == old[0]
    assert versions()[1] != old[1]


def test_every_page_but_notices_leads_to_the_search_of_its_edition_and_only_with_the_option(site):
    deliver(site, package(1), package(1, Variant.ZH_TW), package(2))
    for path in site.rglob("*.html"):
        if path.name in {"404.html", "search.html"}:
            continue
        ways = [way for way in Reading(path.read_text("utf-8")).addresses if way.endswith("search.html")]
        assert len(ways) == 1, path
        there = (path.parent / ways[0]).resolve()
        assert there.is_file()
        assert (there.parent == site / "hant") == ("hant" in path.parts or "@" in path.name)
    deliver(site, package(1), package(1, Variant.ZH_TW), package(2), options=SiteOptions("清水新闻", search=False))
    assert not list(site.rglob("search*"))
    assert all("search.html" not in path.read_text("utf-8") for path in site.rglob("*.html"))


def test_the_search_page_takes_nothing_from_a_field_as_markup(site):
    hostile = "</script><img src=x onerror=alert(1)>\"'&"
    deliver(site, package(1, headline=hostile), options=SiteOptions(hostile))
    seen = Reading((site / "search.html").read_text("utf-8"))
    assert (seen.handlers, seen.tags.count("script"), seen.tags.count("img")) == ([], 1, 0)


def test_an_empty_site_has_a_search_page_without_index(site):
    one = package(1)
    deliver(site, one)
    deliver(site, left=[gone(one)])
    assert 'data-segments=""' in (site / "search.html").read_text("utf-8")
    assert not (site / "search").exists()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(texts=st.lists(st.text('清水台臺灣 a1\n\u2028\u200b"\\</', min_size=1, max_size=12), min_size=1, max_size=5))
def test_every_pair_of_a_text_names_it_and_no_other(texts):
    shards = search.shards_of([["", "", "", text] for text in texts])
    for number, text in enumerate(map(folded, texts)):
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            if not pair[0].isspace():
                assert chr(search.FIRST + number) in shards[ord(pair[0]) % search.SHARDS][pair]
    for shard in shards:
        for pair, signs in shard.items():
            assert [chr(search.FIRST + n) for n, text in enumerate(texts) if pair in f"{folded(text)}\n"] == list(signs)
