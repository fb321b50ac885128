"""Wagtail as a real one is hard to make: misconfigured, hostile, changed. See tests/services for a real one."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

import pytest

import resources
from editor.errors import EditorError
from editor.publish.targets.destination import BusyError, RefusedError, Standing, Status, differences
from editor.publish.targets.kinds import checked, key_of, kind
from editor.publish.targets.wagtail import FIELDS, fields
from tests.editor.publish.hostile_servers import serving
from tests.editor.publish.sample_packages import gone, package, png
from tests.editor.publish.targets.scripted_wordpress import answer

ONE = package(1)
KEY = key_of(ONE.article.id, "zh-CN")
NAMES = ["title", "slug", "nx_key", "cover_id", *(name for name in FIELDS.values() if name != "cover")]
USER = {"user": {"username": "bot", "is_superuser": False}}


def page(body: dict, **other: object) -> dict:
    """A page as the interface tells it."""
    told = {name: body.get(name, "") for name in NAMES if name not in {"slug", "cover_id", "tags"}}
    meta = {"slug": body.get("slug", KEY), "html_url": "http://x.example/9", "first_published_at": None}
    return {**told, "id": 9, "meta": meta, "tags": body.get("tags", []), "cover": None, **other}


@contextmanager
def site(changes: dict | None = None, **options: str):
    """A site with some other answers, what it was asked, and the destination."""
    asked = []
    answers = {
        ("GET", "whoami"): answer(200, USER),
        ("GET", "schema/news.NewsPage"): answer(200, {"create": {"properties": {key: {} for key in NAMES}}}),
        ("GET", "pages/4"): answer(200, {"id": 4, "meta": {}}),
        ("GET", "pages"): answer(200, {"items": [], "count": 0}),
        ("POST", "pages"): lambda body: answer(201, page(body)),
        ("PATCH", "pages/9"): lambda body: answer(200, page(body)),
    } | (changes or {})

    def serve(line, request: bytes) -> None:
        head, _, body = request.partition(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode().split(" ", 2)
        url = urlsplit(target)
        route = url.path.removeprefix("/api/v3").strip("/")
        query = dict(parse_qsl(url.query))
        told = json.loads(body) if body[:1] == b"{" else body
        asked.append((method, route, query, told, b"Bearer token" in head))
        found = answers.get((method, route), answer(404, {"status": 404, "title": "Not Found"}))
        line.sendall(found(told if method in {"POST", "PATCH"} else query) if callable(found) else found)

    with serving(serve) as server:
        one = kind("wagtail")
        place = one.open(checked(one, {"url": server.url, "parent": "4", **options}), " token\n")
        try:
            yield asked, place
        finally:
            place.close()


def said(key: str, details: dict) -> None:
    """There is a sentence in both languages, and everything in it is filled."""
    for language in resources.LANGUAGES:
        assert resources.sentence(key, language, **details)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({("GET", "whoami"): answer(401, {"title": "Unauthorized"})}, "probe_token"),
        ({("GET", "whoami"): answer(404, "<html>none</html>")}, "probe_no_interface"),
        ({("GET", "whoami"): answer(200, "<html>Welcome</html>")}, "probe_no_interface"),
        ({("GET", "whoami"): answer(301, "", Location="https://www.x.example/api/v3/whoami/")}, "probe_moved"),
        ({("GET", "whoami"): answer(502, "<h1>Bad Gateway</h1>")}, "probe_busy"),
        ({("GET", "schema/news.NewsPage"): answer(404, {"title": "Not Found"})}, "probe_page_type"),
        ({("GET", "schema/news.NewsPage"): answer(200, {"create": {"properties": {"title": {}}}})}, "probe_key_field"),
        ({("GET", "schema/news.NewsPage"): answer(200, {"create": None})}, "probe_key_field"),
        ({("GET", "schema/news.NewsPage"): answer(403, {"detail": "no"})}, "probe_refused"),
        ({("GET", "pages/4"): answer(404, {"title": "Not Found"})}, "probe_parent"),
    ],
)
def test_what_is_wrong_with_a_connection(changes, code):
    with site(changes) as (_, place), pytest.raises(EditorError) as caught:
        place.probe()
    assert (caught.value.code, caught.value.exit_code) == (code, 6)
    said(f"error.{code}", caught.value.details)


def test_a_connection_in_order():
    with site() as (_, place):
        health = place.probe()
    assert (health.who, health.notes) == ("bot", ())


def test_fields_that_are_not_writable_are_named():
    known = [name for name in NAMES if name not in {"summary", "cover_id"}]
    schema = {("GET", "schema/news.NewsPage"): answer(200, {"create": {"properties": {key: {} for key in known}}})}
    with site(schema) as (_, place):
        (note,) = place.probe().notes
        assert (note.detail, note.stops) == ("summary, cover", True)
        said(place.probe().key(note), {"detail": note.detail})


def test_an_article_is_put_and_compared():
    with site() as (asked, place):
        piece = place.piece(ONE, KEY, "2031-01-01T00:00:00+08:00")
        assert piece.publish_at == ""
        assert place.find([KEY]) == {KEY: ()}
        draft = place.put(piece, None, Status.DRAFT)
        public = place.put(piece, draft, Status.PUBLIC)
    assert (draft.status, public.status) == (Status.DRAFT, Status.PUBLIC)
    assert differences(piece.fields, public.fields) == ()
    assert asked[-2][3]["meta"] == {"type": "news.NewsPage", "parent_id": 4}
    assert asked[-1][3]["meta"] == {"type": "news.NewsPage", "action": "publish"}
    assert all(known for *_, known in asked)


def test_a_look_up_asks_who_we_are():
    stranger = {("GET", "whoami"): answer(401, {"title": "Unauthorized"})}
    with site(stranger) as (asked, place), pytest.raises(RefusedError) as caught:
        place.find([KEY])
    assert (caught.value.code, caught.value.stops) == ("password", True)
    assert len(asked) == 1


def test_one_key_is_asked_for_by_itself():
    def listed(_: object) -> bytes:
        return answer(200, {"items": [page({"nx_key": KEY})], "count": 5000})

    with site({("GET", "pages"): listed}) as (asked, place):
        (found,) = place.find([KEY])[KEY]
    assert (found.thing, found.key, found.status) == ("9", KEY, Status.DRAFT)
    assert asked[-1][2] == {"type": "news.NewsPage", "limit": "20", "nx_key": KEY}


class Shelf:
    """Pages of a site, the newest first, as its lists give them: at most so many at once, no key among what is told."""

    def __init__(self, keys: list[str], most: int = 20, renamed: dict[str, str] | None = None) -> None:
        self.keys, self.most, self.renamed = keys, most, renamed or {}

    def listed(self, query: dict[str, str]) -> bytes:
        if int(query["limit"]) > self.most:
            return answer(400, {"title": "Bad Request", "detail": f"limit cannot be higher than {self.most}"})
        rows = [self.row(at) for at, key in enumerate(self.keys) if query.get("nx_key", key) == key]
        start = int(query.get("offset", 0))
        return answer(200, {"items": rows[start : start + int(query["limit"])], "count": len(rows)})

    def row(self, at: int, *told: str) -> dict:
        key = self.keys[at]
        row = page({"slug": self.renamed.get(key, key), "nx_key": key}, id=at + 1)
        return {name: value for name, value in row.items() if name in {"id", "title", "meta", *told}}

    def answers(self) -> dict:
        each = {("GET", f"pages/{at + 1}"): answer(200, self.row(at, "nx_key")) for at in range(len(self.keys))}
        return {("GET", "pages"): self.listed, **each}


@pytest.mark.parametrize(("most", "calls"), [(20, 9), (100, 3), (10, 17), (7, 23)])
def test_many_keys_are_looked_up_in_pages_of_what_the_site_gives(most, calls):
    keys = [f"nx-{at}" for at in range(150)]
    shelf = Shelf(["nx-new", *keys, *(f"nx-old-{at}" for at in range(5000))], most)
    with site(shelf.answers()) as (asked, place):
        found = place.find(keys)
        spent = len(asked)
        assert place.find(keys) == found
        assert len(asked) - spent in {spent, spent - 1}, "the second time its measure is known"
    assert [(one.thing, one.key) for (one,) in found.values()] == [(str(at + 2), keys[at]) for at in range(150)]
    assert spent <= calls + 1


def test_a_page_that_somebody_made_keeps_its_address_and_differs_in_nothing_for_it():
    changes = {("PATCH", "pages/9"): lambda body: answer(200, page({"slug": "spring", **body}))}
    with site(changes) as (asked, place):
        piece = place.piece(ONE, KEY, "")
        there = Standing("9", "", Status.PUBLIC, "http://x.example/spring/", "s", {"slug": "spring", "title": "旧"})
        put = place.put(piece, there, Status.PUBLIC)
        assert "slug" not in asked[-1][3]
        assert differences(piece.fields, put.fields) == ()
        assert put.fields["slug"] == "spring"  # a change of it by somebody is still noticed
        place.put(piece, None, Status.DRAFT)
    assert asked[-1][3]["slug"] == KEY


def test_a_page_with_another_slug_is_found_by_its_key():
    keys = [f"nx-{at}" for at in range(30)]
    old = [f"nx-old-{at}" for at in range(300)]
    shelf = Shelf([*keys, *old], renamed={"nx-3": "a-better-name"})
    with site(shelf.answers()) as (_, place):
        found = place.find([*keys, "nx-old-299", "nx-none"])
    assert {key: [one.thing for one in things] for key, things in found.items()} == {
        **{key: [str(at + 1)] for at, key in enumerate(keys)},
        "nx-old-299": ["330"],
        "nx-none": [],
    }


def test_on_a_new_site_nothing_is_asked_for_by_itself():
    with site(Shelf([]).answers()) as (asked, place):
        assert place.find(["nx-1", "nx-2", "nx-3"]) == {"nx-1": (), "nx-2": (), "nx-3": ()}
    assert [(route, query.get("nx_key")) for _, route, query, *_ in asked if "nx_key" in query] == []
    shelf = Shelf(["nx-2"], renamed={"nx-2": "other"})
    with site(shelf.answers()) as (asked, place):
        found = place.find(["nx-1", "nx-2", "nx-3"])
    assert [len(found[key]) for key in ("nx-1", "nx-2", "nx-3")] == [0, 1, 0]
    assert asked[-1][1] == "pages/1"


def test_a_list_that_is_refused_for_another_reason_says_so():
    refused = {("GET", "pages"): answer(400, {"title": "Bad Request", "detail": "invalid fields"})}
    with site(refused) as (_, place), pytest.raises(RefusedError) as caught:
        place.find(["nx-1", "nx-2"])
    assert caught.value.details["words"] == "Bad Request · invalid fields"


def test_a_second_page_with_a_key_is_looked_for_again():
    taken = answer(422, {"title": "x", "errors": [{"type": "unique", "loc": ["nx_key"], "msg": "已存在"}]})
    other = answer(422, {"title": "x", "errors": [{"type": "invalid", "loc": ["slug"], "msg": "已被使用"}]})
    with site({("POST", "pages"): taken}) as (_, place), pytest.raises(BusyError) as busy:
        place.put(place.piece(ONE, KEY, ""), None, Status.DRAFT)
    assert busy.value.code == "changed_meanwhile"
    with site({("POST", "pages"): other}) as (_, place), pytest.raises(RefusedError) as refused:
        place.put(place.piece(ONE, KEY, ""), None, Status.DRAFT)
    assert refused.value.details["words"] == "x · slug: 已被使用"


IMAGE = {"id": 7, "title": "x", "meta": {"download_url": "http://x.example/media/x.png"}}
WITH_PICTURES = package(1, pictures=(png(),))


def with_images(changes: dict) -> dict:
    """A site that takes pictures."""
    taken = {("POST", "images"): answer(201, IMAGE), ("GET", "images"): answer(200, {"items": [], "count": 0})}
    return {**taken, ("DELETE", "images/7"): answer(204, ""), **changes}


def test_pictures_of_what_was_never_tried_are_not_looked_for():
    with site(with_images({})) as (asked, place):
        place.put(place.piece(WITH_PICTURES, KEY, ""), None, Status.DRAFT)
    assert [call[:2] for call in asked] == [("POST", "images"), ("POST", "pages")]
    with site(with_images({})) as (asked, place):
        place.find([KEY])
        place.put(place.piece(WITH_PICTURES, KEY, ""), None, Status.DRAFT)
    assert [call[:2] for call in asked][-3:] == [("GET", "images"), ("POST", "images"), ("POST", "pages")]


@pytest.mark.parametrize("removed", [answer(204, ""), answer(502, "<h1>Bad Gateway</h1>")])
def test_pictures_beside_a_page_of_somebody_else_are_taken_back(removed):
    taken = answer(422, {"title": "x", "errors": [{"type": "unique", "loc": ["nx_key"], "msg": "已存在"}]})
    changes = with_images({("POST", "pages"): taken, ("DELETE", "images/7"): removed})
    with site(changes) as (asked, place), pytest.raises(BusyError) as busy:
        place.put(place.piece(WITH_PICTURES, KEY, ""), None, Status.DRAFT)
    assert busy.value.code == "changed_meanwhile"
    assert asked[-1][:2] == ("DELETE", "images/7")
    there = {**IMAGE, "meta": {"download_url": "http://x.example/media/y.png"}}
    changes[("GET", "images")] = answer(200, {"items": [there], "count": 1})
    with site(changes) as (asked, place):
        place.find([KEY])
        with pytest.raises(BusyError):
            place.put(place.piece(WITH_PICTURES, KEY, ""), None, Status.DRAFT)
    assert asked[-1][:2] == ("POST", "pages"), "the other page may show what was found"


def test_whether_it_is_public_is_asked_as_a_visitor():
    row = page({"nx_key": KEY})
    row["meta"]["first_published_at"] = "2026-01-01T00:00:00Z"
    answers = {("GET", "pages/9"): answer(200, row)}
    with site(answers) as (asked, place):
        assert place.read("9").status is Status.PUBLIC
    assert [known for *_, known in asked] == [True, False]
    with site({("GET", "pages/9"): answer(200, row | {"live": False})}) as (asked, place):
        assert place.read("9").status is Status.GONE
    assert len(asked) == 1
    with site({("GET", "pages/9"): answer(200, page({"nx_key": KEY}))}) as (asked, place):
        assert place.read("9").status is Status.DRAFT
    assert len(asked) == 1


def test_what_has_gone_is_none_only_for_those_who_are_known():
    with site() as (_, place):
        assert place.read("9") is None
        assert place.remove(Standing("9", KEY, Status.PUBLIC), gone(ONE)) is None
    with site({("GET", "whoami"): answer(401, {})}) as (_, place), pytest.raises(RefusedError):
        place.read("9")


def test_a_page_that_does_not_tell_its_key_is_not_written_over():
    row = page({})
    row.pop("nx_key")
    with site({("GET", "pages/9"): answer(200, row)}) as (_, place), pytest.raises(RefusedError) as caught:
        place.read("9")
    said(caught.value.key, caught.value.details)


def test_times_and_words_are_compared_as_what_they_mean():
    row = page({"nx_key": KEY}, first_published="2021-09-02T09:30:00+08:00", tags=["治水", "nato"])
    with site({("POST", "pages"): answer(201, row)}) as (_, place):
        one = package(1, keywords=("NATO", "治水"))
        piece = place.piece(one, KEY, "")
        there = place.put(piece, None, Status.DRAFT)
    assert there.fields["first_published"] == piece.fields["first_published"] == "2021-09-02T01:30:00Z"
    assert there.fields["tags"] == ["NATO", "治水"]


@pytest.mark.parametrize("body", [{"items": 5, "count": 0}, {"items": [], "count": "x"}, {"x": 1}])
def test_strange_lists_say_nothing(body):
    with site({("GET", "pages"): answer(200, body)}) as (_, place), pytest.raises(BusyError):
        place.find([KEY])


def test_names_of_fields():
    assert fields("body=content， cover=-")["body"] == "content"
    assert "cover" not in fields("cover=-")
    assert fields("proof=hash")["proof"] == "hash"
    for wrong in ("body", "nothing=x", "body=-", "=x"):
        with pytest.raises(EditorError) as caught:
            fields(wrong)
        said("error.option_fields", caught.value.details)


def test_what_has_no_field_stands_in_the_text():
    with site(fields="kicker=-,byline=-,tags=-") as (_, place):
        piece = place.piece(package(2, kicker="肩题"), KEY, "")
    assert piece.fields["html"].startswith('<p class="gaotai-kicker">肩题</p>\n<p class="gaotai-byline">记者')
    assert re.search("一审：林知远", piece.fields["html"])
    (loss,) = piece.losses
    assert (loss.code, loss.stops) == ("no_fields", False)
    assert "tags" in loss.detail


def test_addresses():
    one = kind("wagtail")
    assert one.address({"url": "https://x.example", "parent": "4"}) == "https://x.example/#news.NewsPage"
    with pytest.raises(EditorError) as caught:
        one.address({"url": "https://x.example", "parent": "新闻"})
    said("error.option_page_number", caught.value.details)
