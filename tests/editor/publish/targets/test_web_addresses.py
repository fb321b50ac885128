"""Addresses out of a browser: which site, which page, which post of a WordPress; never a neighbor."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.publish.targets.web_addresses import number_of, path_of, same_page, same_site
from editor.publish.targets.wordpress_found import post_at
from editor.publish.wire import Reply

ADDRESS = "https://news.example.cn/2026/03/春灌"


@pytest.mark.parametrize(
    "other",
    [
        f"{ADDRESS}/",
        ADDRESS.replace("https", "http"),
        f"{ADDRESS}?utm_source=wx#top",
        f" {ADDRESS} ",
        "https://NEWS.example.cn:443/2026/03/" + quote("春灌"),
        "https://news.example.cn/2026/03/" + quote("春灌").lower(),
    ],
)
def test_one_page_has_many_spellings(other):
    assert same_page(ADDRESS, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example.cn/2026/03/春灌-2",
        "https://news.example.cn/2026/03",
        "https://news.example.cn.evil.cn/2026/03/春灌",
        "https://news.example.cn:8443/2026/03/春灌",
        f"{ADDRESS}?p=12",
        "ftp://news.example.cn/2026/03/春灌",
        "https://[bad/2026",
        "",
    ],
)
def test_another_page_is_another(other):
    assert not same_page(ADDRESS, other)


def test_plain_addresses_are_told_apart_by_their_number():
    assert same_page("https://x.cn/?p=12", "https://x.cn/?p=12&preview=1")
    assert not same_page("https://x.cn/?p=12", "https://x.cn/?p=13")
    assert (number_of("https://x.cn/?p=１２"), number_of("https://x.cn/?p=-1"), number_of("https://x.cn/")) == (0, 0, 0)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12))
def test_a_path_survives_its_encoding(slug):
    encoded = f"https://x.cn/a/{quote(slug, safe='')}/end"
    assert path_of(encoded) == f"a/{slug}/end"
    assert same_site(encoded, "http://x.cn")


class Api:
    """A WordPress with some posts: id → slug and link."""

    def __init__(self, posts):
        self.posts = posts
        self.asked = []

    def call(self, method, route, query):
        self.asked.append((method, route, query))
        wanted = set(query.get("include[]", ()))
        rows = [
            {"id": number, "link": link}
            for number, (slug, link) in self.posts.items()
            if str(number) in wanted or slug == query.get("slug")
        ]
        return Reply(200, {}, json.dumps(rows).encode())


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://x.cn/chun/", "https://x.cn/chun"),
        ("https://x.cn/2026/03/chun.html", "http://x.cn/2026/03/chun.html?from=wx"),
        ("https://x.cn/?p=7", "https://x.cn/?p=7"),
        ("https://x.cn/archives/7", "https://x.cn/archives/7/"),
        ("https://x.cn/news/7/chun", "https://x.cn/news/7/chun"),
    ],
)
def test_a_post_is_found_in_every_form_of_addresses(link, address):
    assert post_at(Api({7: ("chun", link), 8: ("chun-2", "https://x.cn/chun-2/")}), address) == 7


@pytest.mark.parametrize("address", ["https://x.cn/other", "https://x.cn/", "https://x.cn/a/chun", "https://x.cn/?p=8"])
def test_a_post_that_says_it_stands_elsewhere_is_not_taken(address):
    assert post_at(Api({7: ("chun", "https://x.cn/chun/"), 8: ("x", "https://x.cn/x/")}), address) == 0


def test_two_posts_that_say_the_same_are_none():
    same = "https://x.cn/chun/"
    assert post_at(Api({7: ("chun", same), 8: ("chun", same)}), same) == 0
