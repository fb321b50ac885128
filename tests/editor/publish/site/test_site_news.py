"""The news sitemap: what stands in it, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from editor.article import Variant
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import gone, package

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = SiteOptions("清水新闻", "清水县融媒体中心", "https://news.example/")
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
PLACES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


def stands(site: Path) -> dict[str, dict[str, str]]:
    """Address → what is said of it."""
    root = ET.parse(site / "news-sitemap.xml").getroot()
    return {
        url.findtext(f"{PLACES}loc"): {
            name: url.findtext(f".//{NEWS}{name}") for name in ("name", "language", "publication_date", "title")
        }
        for url in root.iter(f"{PLACES}url")
    }


def timed(number: int, day: str, variant: Variant = Variant.ZH_CN, **fields):
    return package(number, variant, published_at=day, **fields)


def test_it_holds_the_last_two_days_before_the_newest_article(site):
    kept = [timed(1, "2021-09-20T08:00:00+08:00", headline="今天 <&>\x0b"), timed(2, "2021-09-18T08:00:00+08:00")]
    SiteTarget(site, OPTIONS).deliver([*kept, timed(3, "2021-09-18T07:59:59+08:00")], [])
    found = stands(site)
    assert set(found) == {f"https://news.example/articles/{one.name}.html" for one in kept}
    assert found[f"https://news.example/articles/{kept[0].name}.html"] == {
        "name": "清水县融媒体中心",
        "language": "zh-cn",
        "publication_date": "2021-09-20T00:00:00Z",
        "title": "今天 <&>",
    }


def test_variants_say_their_script(site):
    SiteTarget(site, OPTIONS).deliver([package(1), package(1, Variant.ZH_TW), package(1, Variant.ZH_HK)], [])
    assert sorted(said["language"] for said in stands(site).values()) == ["zh-cn", "zh-tw", "zh-tw"]
    assert any(place.endswith("%40zh-TW.html") for place in stands(site))


def test_what_was_withdrawn_leaves_it(site):
    one, other = timed(1, "2021-09-20T08:00:00+08:00"), timed(2, "2021-09-20T09:00:00+08:00")
    SiteTarget(site, OPTIONS).deliver([one, other], [])
    SiteTarget(site, OPTIONS).deliver([], [gone(one), gone(other, notice=True)])
    assert stands(site) == {}


def test_without_an_address_of_the_site_there_is_none(site):
    SiteTarget(site).deliver([package(1)], [])
    assert not (site / "news-sitemap.xml").exists()


def test_at_most_a_thousand_stand_in_it(site, monkeypatch):
    monkeypatch.setattr("editor.publish.site.feeds.NEWS_LENGTH", 3)
    packages = [timed(number, f"2021-09-20T08:0{number}:00+08:00") for number in range(1, 6)]
    SiteTarget(site, OPTIONS).deliver(packages, [])
    assert set(stands(site)) == {f"https://news.example/articles/{one.name}.html" for one in packages[2:]}
