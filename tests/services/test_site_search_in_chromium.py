"""The search page in a real browser, opened from the disk as well as on a phone and in the dark."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

import resources
from editor.article import Variant
from editor.publish.site import search
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from editor.store.folding import folded
from tests.editor.publish.sample_packages import package
from tests.services.chromium import browser, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.services.chromium import Tab

pytestmark = pytest.mark.skipif(program() is None, reason="Chromium is not installed here (Debian: chromium)")

SEEN = """JSON.stringify({
  told: document.querySelector(".told").textContent, more: !document.querySelector(".further").hidden,
  links: [...document.querySelectorAll(".found a")].map(node => node.href),
  marks: [...new Set([...document.querySelectorAll(".found mark")].map(node => node.textContent))],
  width: document.documentElement.scrollWidth, asked: document.querySelector("input").value,
  pictures: document.querySelectorAll(".found img").length,
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "site"
    packages = [package(n, headline=f"水库扩建第{n}期", column=f"栏目{n % 5}") for n in range(1, 51)]
    packages.append(package(60, headline="访台湾茶农𠮷野<img src=x>", published_at="2020-01-01T08:00:00+08:00"))
    packages.append(package(61, Variant.ZH_TW, Variant.ZH_TW, headline="臺灣的碼頭與堤壩"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "SEGMENT", 20)
        patch.setattr(search, "BLOCK", 7)
        search.script.cache_clear()
        search.script_name.cache_clear()
        search.design.cache_clear()
        SiteTarget(folder, SiteOptions("清水新闻")).deliver(packages, ())
    for made in (search.script, search.script_name, search.design):
        made.cache_clear()
    return folder


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with browser() as one:
        yield one


def settled(tab: Tab) -> dict:
    """What the page shows when it has done searching."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        seen = json.loads(tab.value(SEEN))
        if seen["told"] and not seen["told"].startswith("正在"):
            return seen
        tab.value("new Promise(done => setTimeout(done, 20))")
    raise AssertionError("the search did not end")


def ask(tab: Tab, page: Path, words: str) -> dict:
    """Type into the search of a page, as a reader does."""
    tab.open(page)
    tab.value(f"document.querySelector('input').value = {json.dumps(words)}; document.title = 'old'; null")
    tab.call("Runtime.evaluate", expression="setTimeout(() => document.querySelector('form button').click(), 0); null")
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if tab.value("document.readyState === 'complete' && document.title !== 'old'"):
                return settled(tab)
        except AssertionError:  # asked in the moment between two pages
            pass
    raise AssertionError("the page did not load")


@pytest.mark.parametrize("words", ["台湾", "臺灣", "𠮷野", "茶 台湾", "茶农"])
def test_a_reader_finds_an_article_in_either_script(site, tab, words):
    seen = ask(tab, site / "search.html", words)
    assert any(package(60).name in link for link in seen["links"])
    assert seen["asked"] == words
    assert seen["pictures"] == 0
    assert seen["marks"]


def test_results_are_newest_first_across_segments_and_more_come_when_asked(site, tab):
    seen = ask(tab, site / "search.html", "水库扩建")
    assert len(seen["links"]) == 20
    assert seen["more"]
    assert seen["marks"] == ["水库扩建"]
    for count in (40, 50):
        tab.value("document.querySelector('.further').click()")
        seen = settled(tab)
        assert len(seen["links"]) == count
    assert not seen["more"]
    assert seen["told"] == "共 50 篇。"
    packages = [package(n) for n in range(1, 51)]
    wanted = sorted(packages, key=lambda one: one.name)
    wanted.sort(key=lambda one: one.article.slip.published_at, reverse=True)
    assert [link.rpartition("/")[2] for link in seen["links"]] == [f"{one.name}.html" for one in wanted]


def test_characters_that_stand_apart_are_no_word(site, tab):
    """All pairs of the query stand in the articles, but not one after the other."""
    assert ask(tab, site / "search.html", "库扩建水库")["links"] == []
    assert ask(tab, site / "search.html", "没有的词")["told"].startswith("没有找到")


def test_one_character_is_found_as_well(site, tab):
    assert [link for link in ask(tab, site / "search.html", "茶")["links"] if package(60).name in link]
    assert ask(tab, site / "search.html", "灣")["links"]


def test_readers_of_traditional_text_have_a_search_of_their_own(site, tab):
    seen = ask(tab, site / "hant/search.html", "码头")
    assert len(seen["links"]) == 1
    assert seen["marks"] == ["碼頭"]
    assert seen["told"] == "共 1 篇。"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_the_screen(site, tab, width, dark):
    tab.look(width, 800, dark=dark)
    seen = ask(tab, site / "search.html", "水库")
    assert seen["width"] <= width
    tab.look(1280, 900)


def test_a_file_of_the_index_that_is_missing_is_said(site, tab, tmp_path):
    other = tmp_path / "site"
    SiteTarget(other, SiteOptions("清水新闻")).deliver([package(1)], ())
    for path in (other / "search").iterdir():
        path.unlink()
    seen = ask(tab, other / "search.html", "清水")
    assert "没有载入" in seen["told"]


def test_the_script_folds_every_character_as_the_program_does(site, tab):
    lines = resources.text("dictionaries/folding.txt").splitlines()
    signs = {sign for line in lines for sign in line} | {chr(code) for code in range(0x20, 0x3400)}
    signs |= {chr(code) for code in range(0xF900, 0xFFFE)} | {"\n", "\t", "\x85", "\x1c", "𠮷"}
    asked = sorted(signs)
    tab.open(site / "index.html")
    source = search.script().decode()
    start, end = source.index("const table"), source.index("const waiting")
    fold = f"(() => {{ {source[start:end]} return {json.dumps(asked)}.map(foldSign) }})()"
    got = tab.value(fold)
    different = [sign for sign, one in zip(asked, got, strict=True) if folded(sign) != one]
    # Characters that came with a newer Unicode than the other side knows are not there to be searched for.
    assert len(different) < 40, [f"{ord(sign):x}" for sign in different]
    assert not [sign for sign in different if "\u4e00" <= sign <= "\u9fff" or sign.isascii()]
