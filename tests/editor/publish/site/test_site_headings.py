"""What search engines and screen readers want of the pages: headings in steps, whole addresses of the variants."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from editor.article import Variant
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.page_reading import Reading
from tests.editor.publish.sample_packages import gone, package

if TYPE_CHECKING:
    from pathlib import Path

VARIANTS = (package(1), package(1, Variant.ZH_TW), package(1, Variant.ZH_HK))


def levels(path: Path) -> list[int]:
    return [int(tag[1]) for tag in Reading(path.read_text("utf-8")).tags if re.fullmatch("h[1-6]", tag)]


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


@pytest.mark.parametrize("published_at", ["2021-09-19T08:00:00+08:00", ""])
def test_no_page_skips_a_level_of_headings(site, published_at):
    packages = [package(number, column=f"栏目{number % 3}", published_at=published_at) for number in range(2, 60)]
    options = SiteOptions("清水新闻")
    SiteTarget(site, options).deliver([*VARIANTS, *packages], [gone(package(70), notice=True)])
    for path in site.rglob("*.html"):
        held = levels(path)
        assert held[0] == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(held)), (path, held)


@pytest.mark.parametrize("one_by_one", [False, True])
def test_variants_are_named_by_whole_addresses_when_the_site_has_one(site, one_by_one):
    options = SiteOptions("清水新闻", address="https://news.example")
    for packages in [[one] for one in VARIANTS] if one_by_one else [VARIANTS]:
        SiteTarget(site, options).deliver(packages, [])
    for path in [site / "index.html", site / "hk/index.html", *sorted((site / "articles").iterdir())]:
        found = re.findall(r'<link rel="alternate" hreflang="[^"]+" href="([^"]+)">', path.read_text("utf-8"))
        assert len(found) == 4, path
        places = [address.partition("https://news.example/")[2].replace("%40", "@") for address in found]
        assert all((site / place).is_file() for place in places), path
