"""Where systems say that readers come upon an article; what they do not say is told, and nothing else is left out."""

from __future__ import annotations

import pytest

from editor.publish.targets.kinds import checked, kind
from editor.publish.targets.traces import Spot, Trace, Where
from tests.editor.publish.targets import test_wagtail
from tests.editor.publish.targets.scripted_wordpress import answer, site

KEY = "nx-agmum3qyyryl3dfll7lolg4dri-zh-cn"
TRACE = Trace(KEY, "9", ("https://x.example/2026/03/a/",), ("春灌 & 开闸",))
TERMS = {
    "_embedded": {
        "author": [{"link": "https://x.example/author/li/"}],
        "wp:term": [
            [{"taxonomy": "category", "link": "https://x.example/category/news/"}, {"code": "none"}, None],
            [{"taxonomy": "post_tag", "link": "https://x.example/tag/water/"}],
        ],
    }
}


def addresses(trail, where):
    return [spot.address for spot in trail.spots if spot.where == where]


def test_at_wordpress_archives_feeds_searches_and_maps_are_named():
    with site({("GET", "posts/9"): answer(200, TERMS)}) as (made, place):
        trail = place.trail(TRACE)
        url = made.url
    assert addresses(trail, "list")[:5] == [
        url,
        "https://x.example/category/news/",
        "https://x.example/author/li/",
        "https://x.example/tag/water/",
        f"{url}2026/03/",
    ]
    assert addresses(trail, "feed") == ["https://x.example/category/news/feed/", f"{url}feed/"]
    assert addresses(trail, "search") == [
        f"{url}?s=%E6%98%A5%E7%81%8C+%26+%E5%BC%80%E9%97%B8",
        f"{url}wp-json/wp/v2/search?search=%E6%98%A5%E7%81%8C+%26+%E5%BC%80%E9%97%B8&per_page=20",
    ]
    assert addresses(trail, "map") == [f"{url}robots.txt", f"{url}wp-sitemap.xml"]
    assert trail.addresses == (f"{url}?p=9",)


def test_with_plain_addresses_they_are_asked_for_by_their_numbers():
    terms = {"_embedded": {"wp:term": [[{"taxonomy": "category", "link": "https://x.example/?cat=3"}]]}}
    roots = iter([answer(404, "<h1>Not Found</h1>"), answer(200, {"namespaces": ["wp/v2"]})])
    with site({("GET", "posts/9"): answer(200, terms), ("GET", "root"): lambda *_: next(roots)}) as (made, place):
        place.find([KEY])
        trail = place.trail(TRACE)
        url = made.url
    assert addresses(trail, "feed") == ["https://x.example/?cat=3&feed=rss2", f"{url}?feed=rss2"]
    assert f"{url}?sitemap=index" in addresses(trail, "map")
    assert all("wp-json" not in spot.address for spot in trail.spots)


@pytest.mark.parametrize(
    ("reply", "unseen"),
    [
        (answer(503, "<h1>Maintenance</h1>"), True),
        (answer(403, {"code": "rest_forbidden"}), True),
        (answer(200, "<html>no data</html>"), False),
        (answer(200, {"_embedded": {"wp:term": "x", "author": 3}}), False),
        (answer(404, {"code": "rest_post_invalid_id"}), False),
    ],
)
def test_archives_that_the_site_does_not_name_are_told(reply, unseen):
    with site({("GET", "posts/9"): reply}) as (_, place):
        trail = place.trail(TRACE)
    assert (Spot(Where.LIST, "", "terms") in trail.spots) is unseen
    assert addresses(trail, "feed")


def test_with_a_notice_the_number_of_the_post_is_no_sign():
    with site({("GET", "posts/9"): answer(200, TERMS)}) as (_, place):
        assert place.trail(TRACE._replace(notice=True, addresses=())).addresses == ()


def test_at_wagtail_its_list_its_interface_and_what_new_projects_have():
    parent = answer(200, {"id": 4, "meta": {"html_url": "https://x.example/news/"}})
    with test_wagtail.site({("GET", "pages/4"): parent}) as (_, place):
        trail = place.trail(TRACE)
    assert "https://x.example/news/" in addresses(trail, "list")
    searched = "%E6%98%A5%E7%81%8C+%26+%E5%BC%80%E9%97%B8"
    assert [address.partition("//")[2].partition("/")[2] for address in addresses(trail, "search")] == [
        f"api/v3/pages/?search={searched}",
        f"search/?query={searched}",
    ]
    assert len(addresses(trail, "map")) == 2


@pytest.mark.parametrize("reply", [answer(200, {"id": 4, "meta": {}}), answer(502, "<h1>Bad</h1>"), answer(404, {})])
def test_a_list_that_wagtail_does_not_name_is_told(reply):
    with test_wagtail.site({("GET", "pages/4"): reply}) as (_, place):
        assert Spot(Where.LIST, "", "parent") in place.trail(TRACE).spots


def made_by_hugo(tmp_path, **options):
    (tmp_path / "hugo.toml").write_text("")
    told = checked(kind("hugo"), {"path": str(tmp_path), **options})
    return kind("hugo").open(told, "")


def test_of_hugo_the_files_of_public_are_read_and_no_others(tmp_path):
    place = made_by_hugo(tmp_path, build="yes")
    for name in ("index.html", "index.xml", "news/index.xml", "news/index.html", "tw/sitemap.xml", "tw/index.html"):
        file = tmp_path / "public" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<a href='/news/{KEY}/'>x</a>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("x")
    trail = place.trail(TRACE)
    public = str(tmp_path / "public")
    assert {spot.address.removeprefix(public) for spot in trail.spots} >= {
        "/index.html", "/index.xml", "/sitemap.xml", "/news/index.html", "/news/index.xml", "/tw/index.html",
    }  # fmt: skip
    assert trail.marks == (KEY,)
    look = place.look(f"{public}/news/index.html")
    assert (look.status, KEY in look.source) == (200, True)
    assert place.look(f"{public}/none.html").status == 404
    assert place.look(str(tmp_path / "secret.txt")).status == 404
    assert place.look(f"{public}/../secret.txt").status == 404


def test_pages_that_somebody_else_builds_are_not_claimed_to_be_looked_at(tmp_path):
    assert made_by_hugo(tmp_path, build="no").traits.unseen == "built_elsewhere"
    assert made_by_hugo(tmp_path, build="yes").traits.unseen == ""


def test_a_build_that_failed_is_done_at_the_next_time(tmp_path, monkeypatch):
    from editor.errors import EditorError
    from editor.publish.targets import hugo
    from editor.publish.targets.destination import Status
    from tests.editor.publish.sample_packages import package

    built = []

    def build(site):
        built.append(site)
        if len(built) == 1:
            raise EditorError.target("hugo_slow", folder="x", seconds=1)

    monkeypatch.setattr(hugo, "built", build)
    place = made_by_hugo(tmp_path, build="yes")
    place.put(place.piece(package(1), KEY, ""), None, Status.PUBLIC)
    with pytest.raises(EditorError):
        place.close()
    later = made_by_hugo(tmp_path, build="yes")
    later.close()
    later.close()
    assert len(built) == 2
