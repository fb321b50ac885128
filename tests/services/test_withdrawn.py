"""下线 at real systems: no list, feed, search or map has a byte of it left, and a cache that has is told of."""

from __future__ import annotations

import dataclasses
import json
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from editor.article import Variant
from editor.newsroom.secrets import SecretsInMemory
from editor.operations import articles, reviewing
from editor.operations.auditing import verify
from editor.operations.content import Content
from editor.operations.outbox import disposal, looking, queueing, running, targets, telling
from editor.operations.outbox.clock import OwnClock
from editor.operations.reviewing import sign, submit
from editor.publish.targets.kinds import key_of
from editor.store import drafts
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, founded_desk, own_article
from tests.services.publishing import visit

HEADLINE = "青禾县春灌开闸"
KEPT_HEADERS = ("authorization", "content-type", "content-disposition", "content-md5")


@pytest.fixture
def desk(tmp_path):
    desk = founded_desk(tmp_path / "library")
    yield desk
    desk.library.close()


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    """Lists are looked at again after moments instead of minutes."""
    monkeypatch.setattr(looking, "AGAIN", (0.3, 0.3))


class Cache(ThreadingHTTPServer):
    """A cache before a site: of some paths it goes on giving what it gave first.

    Attributes:
        paths: What is kept.
        asked: How often such a path was answered out of the cache.
    """

    daemon_threads = True

    def __init__(self, site: str, paths: tuple[str, ...]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site, self.paths, self.asked = site, paths, 0
        self.kept: dict[str, tuple[int, str, bytes]] = {}
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name):
        """``do_POST`` and so on: the library asks for them by these names."""
        if name.startswith("do_"):
            return self.answer
        raise AttributeError(name)

    def answer(self):
        server = self.server
        if self.command != "GET" or self.path not in server.paths:
            self.give(*self.fetched())
            return
        if self.path in server.kept:
            server.asked += 1
        else:
            server.kept[self.path] = self.fetched()
        self.give(*server.kept[self.path])

    def fetched(self):
        size = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(size) if size else None
        headers = {name: self.headers[name] for name in KEPT_HEADERS if self.headers[name]}
        request = urllib.request.Request(self.server.site + self.path, body, headers, method=self.command)
        try:
            with _OPENER.open(request, timeout=40) as answer:
                return answer.status, answer.headers.get("content-type", ""), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers.get("content-type", ""), error.read()

    def give(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing is logged."""


class _Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args, **_named):
        return None


_OPENER = urllib.request.build_opener(_Still)


@contextmanager
def cached(site: str, *paths: str):
    server = Cache(site, paths)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def passed(desk, headline):
    return signed(desk, own_article(desk, headline=headline, column="要闻", keywords=("水利", "农时")))


def signed(desk, name):
    submit(desk, name, WRITER)
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, name, level, person)
    return name


def worked(desk, secrets):
    clock = OwnClock()
    for _ in range(40):
        left = running.once(desk, secrets, clock, person=CHIEF)
        assert {driven.trouble for driven in left.values()} == {None}
        due = [driven.next_due for driven in left.values() if driven.next_due is not None]
        if not due:
            return
        clock.wait(max(0.05, min(due) / 1000 - clock.now()))
    raise AssertionError("still not done")


def wordpress_target(desk, wordpress, url):
    account, secrets = wordpress.users["editor"], SecretsInMemory()
    targets.add(desk, "网站", "wordpress", {"url": url, "user": account.login}, account.application_password, secrets)
    return secrets


def wagtail_target(desk, wagtail, url):
    secrets = SecretsInMemory()
    targets.add(desk, "网站", "wagtail", {"url": url, "parent": str(wagtail.parent)}, wagtail.tokens["editor"], secrets)
    return secrets


def published(desk, secrets):
    """An article that is to be withdrawn, and another that stays, so that lists are there."""
    name, stays = passed(desk, HEADLINE), passed(desk, "青禾县夏灌开闸")
    queueing.publish(desk, targets.named(desk, "网站"), [stays, name], CHIEF)
    worked(desk, secrets)
    return name


def withdrawn(desk, secrets, name):
    reviewing.withdraw(desk, name, person=CHIEF, why="数据有误", order="值班总编电话")
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, secrets)
    (place,) = disposal.sheet_of(desk, name).places
    assert verify(desk).problems == ()
    return place


def named(addresses):
    return [address for address in addresses if HEADLINE in visit(address, 3)[1].replace("\\/", "/")]


def states(place):
    return {(spot.where, spot.state) for spot in place.spots}


def test_at_wordpress_nobody_comes_upon_it_any_more(wordpress, desk):
    secrets = wordpress_target(desk, wordpress, wordpress.url)
    name = published(desk, secrets)
    place = withdrawn(desk, secrets, name)
    assert place.state == "down"
    assert {look.status for look in place.looks} <= {404, 410}
    seen = {spot.address.removeprefix(wordpress.url) for spot in place.spots if spot.state in {"gone", "none"}}
    assert {"/", "/feed/", "/robots.txt", "/wp-sitemap.xml"} <= seen
    assert any(path.startswith("/category/") for path in seen), seen
    assert any(path.startswith("/category/") and path.endswith("/feed/") for path in seen), seen
    assert any(path.startswith("/tag/") for path in seen), seen
    assert any(path.startswith("/author/") for path in seen), seen
    assert any(path.startswith("/?s=") for path in seen), seen
    assert any(path.startswith("/wp-json/wp/v2/search?") for path in seen), seen
    assert {"/wp-sitemap-posts-post-1.xml", "/wp-sitemap-taxonomies-category-1.xml", "/wp-sitemap-users-1.xml"} <= seen
    assert {spot.state for spot in place.spots} <= {"gone", "none"}, place.spots
    pages = [spot.address for spot in place.spots if spot.where != "search"]
    assert named(pages) == []
    assert disposal.sheet_of(desk, name).complete


def test_both_variants_are_gone_from_everywhere(wordpress, desk):
    secrets = wordpress_target(desk, wordpress, wordpress.url)
    name = published(desk, secrets)
    with desk.writing() as session:
        content = articles.find(session, name).content
        slip = dataclasses.replace(content.slip, headline="青禾縣春灌開閘")
        other = Content(Variant.ZH_TW, slip, content.text.replace("灌", "溉"))
        drafts.save(desk.library, articles.new_draft(session, name, other, ""))
        articles.refresh(session, name)
    signed(desk, f"{name}@zh-TW")
    queueing.publish(desk, targets.named(desk, "网站"), [f"{name}@zh-TW"], CHIEF)
    worked(desk, secrets)
    assert "青禾縣春灌開閘" in visit(f"{wordpress.url}/feed/")[1]
    reviewing.withdraw(desk, name, person=CHIEF, why="数据有误", order="值班总编电话")
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, secrets)
    found = disposal.sheet_of(desk, name).places
    assert [(place.variant, place.state) for place in found] == [("zh-CN", "down"), ("zh-TW", "down")]
    assert {spot.state for place in found for spot in place.spots} <= {"gone", "none"}
    for page in ("/", "/feed/", "/wp-json/wp/v2/posts"):
        source = visit(wordpress.url + page)[1]
        spelled = (HEADLINE, "青禾縣春灌開閘", json.dumps(HEADLINE)[1:-1], key_of(name, "zh-CN"), key_of(name, "zh-TW"))
        assert [word for word in spelled if word in source] == []
    assert verify(desk).problems == ()


def test_before_it_is_taken_down_each_of_these_pages_names_it(wordpress, desk):
    """What is looked for is really found: the same look at the same pages while it stands there."""
    from editor.operations.outbox.tracing import seek, trace_of
    from editor.store import outbox
    from tests.editor.operations.newsroom import sheet

    secrets = wordpress_target(desk, wordpress, wordpress.url)
    name = published(desk, secrets)
    row = targets.named(desk, "网站")
    place = targets.opened(row, secrets)
    try:
        with desk.reading() as session:
            placed = outbox.placement(session.connection, session.newsroom, name, "zh-CN", row.destination)
            revision = sheet(desk, name).standing.release.revision
            trace = trace_of(session, sheet(desk, name), [revision], [placed.address], thing=placed.thing)
        (found,) = seek(place, [trace], stamp=lambda: "", now=lambda: 0.0)
    finally:
        place.close()
    there = {spot.address.removeprefix(wordpress.url) for spot in found if spot.state == "there"}
    starts = ("/category/", "/tag/", "/author/", "/20", "/?s=", "/wp-json/wp/v2/search?", "/wp-json/wp/v2/posts?slug=")
    assert {"/", "/feed/"} <= there
    assert any(path.startswith("/category/") and path.endswith("/feed/") for path in there)
    assert [start for start in starts if not any(path.startswith(start) for path in there)] == []
    assert "/wp-sitemap-posts-post-1.xml" in there


def test_with_plain_addresses_too(wordpress, desk):
    wordpress.rows("UPDATE wp_options SET option_value = '' WHERE option_name = 'permalink_structure'")
    secrets = wordpress_target(desk, wordpress, wordpress.url)
    name = published(desk, secrets)
    place = withdrawn(desk, secrets, name)
    assert place.state == "down"
    seen = {spot.address.removeprefix(wordpress.url) for spot in place.spots if spot.state == "gone"}
    assert {"/", "/?feed=rss2", "/?sitemap=index"} <= seen
    assert any(path.startswith("/?cat=") for path in seen), seen
    assert named(spot.address for spot in place.spots if spot.where != "search") == []


def test_a_feed_out_of_a_cache_before_wordpress_is_told_and_is_over_when_the_cache_is_cleared(wordpress, desk):
    with cached(wordpress.url, "/feed/") as cache:
        secrets = wordpress_target(desk, wordpress, cache.url)
        name = published(desk, secrets)
        assert HEADLINE in visit(f"{cache.url}/feed/")[1]
        place = withdrawn(desk, secrets, name)
        assert cache.asked == 3  # at once and twice again
        assert HEADLINE not in visit(f"{wordpress.url}/feed/")[1]
        assert (place.state, place.why) == ("open", "held.still_listed")
        assert place.values["address"] == f"{cache.url}/feed/"
        (line,) = telling.lines(desk)
        assert (line.state, line.sentence) == ("held", "held.still_listed")
        cache.kept.clear()
        queueing.again(desk, [line.key])
        worked(desk, secrets)
        (place,) = disposal.sheet_of(desk, name).places
    assert place.state == "down"
    assert ("feed", "gone") in states(place)
    assert telling.lines(desk) == []


def test_at_wagtail_nobody_comes_upon_it_any_more(wagtail, desk):
    secrets = wagtail_target(desk, wagtail, wagtail.url)
    name = published(desk, secrets)
    assert HEADLINE in visit(f"{wagtail.url}/")[1]
    place = withdrawn(desk, secrets, name)
    assert place.state == "down"
    assert {look.status for look in place.looks} == {404}
    seen = {spot.address.removeprefix(wagtail.url): spot.state for spot in place.spots}
    assert seen["/"] == "gone"
    assert seen["/sitemap.xml"] == seen["/robots.txt"] == "none"
    searched = [path for path, state in seen.items() if path.startswith("/api/v3/pages/?search=") and state == "gone"]
    assert searched
    assert {spot.state for spot in place.spots} <= {"gone", "none"}
    assert named(spot.address for spot in place.spots) == []


def test_the_front_page_out_of_a_cache_before_wagtail_is_told(wagtail, desk):
    with cached(wagtail.url, "/") as cache:
        secrets = wagtail_target(desk, wagtail, cache.url)
        name = published(desk, secrets)
        assert HEADLINE in visit(f"{cache.url}/")[1]
        place = withdrawn(desk, secrets, name)
    assert (place.state, place.values["address"]) == ("open", f"{cache.url}/")
    assert ("list", "there") in states(place)
