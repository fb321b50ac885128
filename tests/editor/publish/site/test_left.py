"""Whether the lists of a site still name an article: by its own name, or by its headline where a notice stands."""

from __future__ import annotations

import pytest

from editor.article import Variant
from editor.publish.site.left import left
from editor.publish.site.options import SiteOptions
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import gone, package

TITLE = '清水河 & "治理"'


@pytest.fixture
def site(tmp_path):
    """A site with three articles, one of them in two variants."""
    target = SiteTarget(tmp_path / "site", SiteOptions(address="https://news.example.cn/"))
    target.deliver([package(1, headline=TITLE), package(2), package(1, Variant.ZH_TW, headline="清水河整治")], [])
    return target, tmp_path / "site"


def ways(folder, one, titles=(), *, notice=False):
    return {way: there for way, _, there in left(folder, one.name, titles, notice=notice)}


ALL = ("list", "feed", "search", "map")


def test_as_long_as_it_stands_there_every_way_names_it(site):
    _, folder = site
    assert ways(folder, package(1)) == dict.fromkeys(ALL, True)
    assert ways(folder, package(1, Variant.ZH_TW)) == dict.fromkeys(ALL, True)


def test_taken_down_no_way_names_it_and_another_variant_stays(site):
    target, folder = site
    one = package(1)
    target.deliver([], [gone(one)])
    assert ways(folder, one) == dict.fromkeys(ALL, False)
    assert ways(folder, package(1, Variant.ZH_TW))["list"]
    first = {way: path for way, path, _ in left(folder, one.name)}
    assert first["list"] == str(folder / "index.html")
    assert first["map"] == str(folder / "sitemap.xml")


def test_a_list_that_somebody_put_back_is_found(site):
    target, folder = site
    old = (folder / "feed.xml").read_bytes()
    target.deliver([], [gone(package(1))])
    (folder / "feed.xml").write_bytes(old)
    assert ways(folder, package(1)) == {**dict.fromkeys(ALL, False), "feed": True}


def test_where_a_notice_stands_the_headline_is_looked_for(site):
    target, folder = site
    one = package(1, headline=TITLE)
    assert ways(folder, one, (TITLE,), notice=True) == dict.fromkeys(ALL, True)
    target.deliver([], [gone(one, notice=True)])
    assert ways(folder, one)["list"]
    assert not any(ways(folder, one, (TITLE,), notice=True).values())
    assert not any(ways(folder, one, (), notice=True).values())


def test_a_folder_that_is_no_site_has_no_ways(tmp_path):
    assert left(tmp_path / "nothing", "a") == []
