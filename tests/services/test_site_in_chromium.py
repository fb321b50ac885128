"""What a reader of the site gets from a real browser: on a phone, at a desk, in the dark, on paper, without scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from editor.article import Variant
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import TEXT, package, png
from tests.services.chromium import browser, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.services.chromium import Tab

pytestmark = pytest.mark.skipif(program() is None, reason="Chromium is not installed here (Debian: chromium)")

PHONE, DESK = (390, 844), (1280, 900)
LONG = (
    TEXT * 3
    + "网址很长https://example.com/"
    + "a" * 300
    + "\n\n| "
    + " | ".join("甲乙丙丁" * 3 for _ in range(9))
    + " |\n"
)
LONG += "| " + " | ".join("---" for _ in range(9)) + " |\n| " + " | ".join("1234567" for _ in range(9)) + " |\n"
FIRST = package(1, text=LONG, pictures=(png(900, 600),), kicker="县域观察", subheadline="——沿河三个乡镇的报道")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("look") / "site"
    packages = [package(n, column=f"栏目{n % 12}", pictures=(png(color=(n, 90, 120)),)) for n in range(2, 60)]
    variants = [package(1, Variant.ZH_TW), package(1, Variant.ZH_HK)]
    SiteTarget(folder, SiteOptions("清水新闻", "清水县融媒体中心")).deliver([FIRST, *variants, *packages], ())
    return folder


@pytest.fixture(scope="module")
def opened() -> Iterator[Tab]:
    with browser() as one:
        yield one


@pytest.fixture
def tab(opened) -> Tab:
    """The browser as it is at a desk in daylight."""
    opened.look(*DESK)
    return opened


def article(site: Path, suffix: str = "") -> Path:
    return site / "articles" / f"{package(1).name}{suffix}.html"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_has_to_be_moved_sideways(site, tab, size):
    tab.look(*size)
    for path in (site / "index.html", site / "hant/index.html", article(site), next((site / "columns").iterdir())):
        tab.open(path)
        assert tab.value("document.documentElement.scrollWidth") <= size[0], path


def test_body_text_is_set_as_chinese_text_is(site, tab):
    tab.open(article(site))
    style = json.loads(
        tab.value(
            "(() => { const s = getComputedStyle(document.querySelector('.body p'));"
            "return JSON.stringify([s.textIndent, s.fontSize, s.lineHeight, s.textAlign]) })()"
        )
    )
    size = float(style[1].removesuffix("px"))
    assert float(style[0].removesuffix("px")) == 2 * size
    assert float(style[2].removesuffix("px")) == pytest.approx(1.75 * size)
    assert style[3] == "justify"
    assert tab.value("document.querySelector('.body').clientWidth") / size <= 40


@pytest.mark.parametrize(("suffix", "family"), [("", "CJK SC"), ("@zh-TW", "CJK TC"), ("@zh-HK", "CJK HK")])
def test_every_variant_asks_for_the_glyphs_of_its_region(site, tab, suffix, family):
    tab.open(article(site, suffix))
    assert family in tab.value("getComputedStyle(document.querySelector('.body p')).fontFamily").split(",")[0]


def test_dark_is_dark_and_light_is_light(site, tab):
    grounds = []
    for dark in (False, True):
        tab.look(*PHONE, dark=dark)
        tab.open(article(site))
        grounds.append(tab.value("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(255, 255, 255)", "rgb(23, 27, 31)"]


def test_the_proof_is_folded_and_its_bundle_is_the_proof(site, tab):
    tab.open(article(site))
    assert tab.value("document.querySelector('details.proof').open") is False
    text = tab.value("fetch(document.querySelector('a.bundle').href).then(answer => answer.text())")
    held = json.loads(text)
    assert [entry["body"] for entry in held["bundle"]] == [entry.body for entry in FIRST.proof.bundle]
    assert tab.value("document.querySelector('a.bundle').download") == f"{package(1).name}.proof.json"


def test_the_keyboard_reaches_the_text_first_and_shows_where_it_is(site, tab):
    tab.open(article(site))
    for kind in ("keyDown", "keyUp"):
        tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert tab.value("document.activeElement.className") == "skip"
    assert tab.value("document.activeElement.getBoundingClientRect().top") >= 0
    assert tab.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_paper_gets_the_article_and_its_foot_lines_and_nothing_to_click(site, tab, tmp_path):
    tab.open(article(site))
    tab.pdf(tmp_path / "article.pdf")
    assert (tmp_path / "article.pdf").read_bytes().startswith(b"%PDF")
    seen = {
        name: tab.value(f"getComputedStyle(document.querySelector('{name}')).display")
        for name in (".switch", ".proof", ".colophon", ".signed", ".body")
    }
    assert {name for name, display in seen.items() if display == "none"} == {".switch", ".proof", ".colophon"}
