"""WordPress as a real one is hard to make: misconfigured, hostile, half done. See tests/services for a real one."""

from __future__ import annotations

import hashlib
import json

import pytest

import resources
from editor.errors import EditorError
from editor.publish.targets.destination import BusyError, RefusedError, Standing, Status, differences
from editor.publish.targets.kinds import key_of, kind
from editor.publish.targets.wordpress import pairs
from tests.editor.publish.hostile_servers import http
from tests.editor.publish.sample_packages import gone, package, png
from tests.editor.publish.targets.scripted_wordpress import CAPABLE, ROOT, answer, row, site

ONE = package(1)
KEY = key_of(ONE.article.id, "zh-CN")


def put(place, at=None, status=Status.DRAFT):
    """Put the one article."""
    return place.put(place.piece(ONE, KEY, ""), at, status)


def said(key: str, details: dict) -> None:
    """There is a sentence in both languages, and everything in it is filled."""
    for language in resources.LANGUAGES:
        assert resources.sentence(key, language, **details)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({("GET", "root"): answer(200, "<html>Welcome</html>")}, "probe_no_interface"),
        ({("GET", "root"): answer(404, "<html>none</html>")}, "probe_no_interface"),
        ({("GET", "root"): answer(200, {"namespaces": "wp/v2"})}, "probe_no_interface"),
        ({("GET", "root"): answer(403, {"code": "rest_forbidden", "message": "REST is off"})}, "probe_no_interface"),
        ({("GET", "root"): answer(301, "", Location="https://www.x.example/wp-json/")}, "probe_moved"),
        ({("GET", "root"): answer(503, "<h1>Maintenance</h1>", Retry_After="600")}, "probe_busy"),
        ({("GET", "root"): answer(401, "<h1>Who?</h1>")}, "probe_password"),
        (
            {("GET", "users/me"): answer(401, {"code": "incorrect_password", "message": "<b>wrong</b>"})},
            "probe_password",
        ),
        ({("GET", "users/me"): answer(403, "<html>Firewall</html>")}, "probe_refused"),
        ({("GET", "users/me"): answer(200, {"name": "B", "capabilities": {"edit_posts": True}})}, "probe_role"),
        ({("GET", "users/me"): answer(200, {"name": "B", "capabilities": []})}, "probe_role"),
        (
            {
                ("GET", "root"): answer(200, ROOT | {"authentication": []}),
                ("GET", "users/me"): answer(401, {"code": "rest_not_logged_in"}),
            },
            "probe_needs_https",
        ),
    ],
)
def test_what_is_wrong_with_a_connection(changes, code):
    with site(changes) as (_, place), pytest.raises(EditorError) as caught:
        place.probe()
    assert (caught.value.code, caught.value.exit_code) == (code, 6)
    said(f"error.{code}", caught.value.details)
    assert "<b>" not in str(caught.value.details)


def test_the_address_to_enter_is_told():
    with site({("GET", "root"): answer(301, "", Location="https://www.x.example/wp-json/?a=1")}) as (made, place):
        with pytest.raises(EditorError) as caught:
            place.probe()
        assert caught.value.details["to"] == "https://www.x.example/"
        with pytest.raises(RefusedError) as refused:
            place.find([KEY])
    assert (refused.value.code, refused.value.stops) == ("moved", True)
    assert {asked[1] for asked in made.asked} == {"root"}


def test_a_connection_in_order():
    with site() as (_, place):
        health = place.probe()
    assert health.who == "Bot"
    assert [note.code for note in health.notes] == ["plugin_missing"]
    for note in health.notes:
        said(health.key(note), {"detail": note.detail})


def test_the_clock_of_the_site_is_compared():
    late = answer(200, {"name": "B", "capabilities": CAPABLE}, Date="Wed, 21 Oct 2015 07:28:00 GMT")
    with site({("GET", "users/me"): late}) as (_, place):
        notes = place.probe().notes
    (note,) = [note for note in notes if note.code == "clock"]
    assert int(note.detail) < -1_000_000


def test_the_site_calls_itself_something_else():
    with site({("GET", "root"): answer(200, ROOT | {"home": "https://other.example"})}) as (_, place):
        assert {note.code for note in place.probe().notes} >= {"address_elsewhere"}


def test_an_article_is_put_with_few_calls():
    with site() as (made, place):
        piece = place.piece(ONE, KEY, "")
        assert place.find([KEY]) == {KEY: ()}
        draft = place.put(piece, None, Status.DRAFT)
        public = place.put(piece, draft, Status.PUBLIC)
        assert differences(piece.fields, public.fields) == ()
    assert [" ".join(asked[:2]) for asked in made.asked] == [
        "GET root", "GET posts", "GET categories", "GET tags", "POST posts", "POST posts/9",
    ]  # fmt: skip
    sent = made.asked[-1][3]
    assert (sent["categories"], sorted(sent["tags"]), sent["status"], sent["slug"]) == ([3], [5, 6], "publish", KEY)


def test_look_ups_are_never_those_of_a_stranger():
    with site() as (made, place):
        place.find([KEY])
    query = made.asked[-1][2]
    assert (query["context"], query["status"]) == ("edit", "any,trash")
    assert set(query["slug"].split(",")) == {KEY, f"{KEY}__trashed", f"{KEY}-2", f"{KEY}-3"}


@pytest.mark.parametrize(
    "refusal",
    [answer(401, {"code": "rest_forbidden_context"}), answer(400, {"code": "rest_invalid_param", "message": "Status"})],
)
def test_a_look_up_as_a_stranger_stops(refusal):
    with site({("GET", "posts"): refusal}) as (_, place), pytest.raises(RefusedError) as caught:
        place.find([KEY])
    assert (caught.value.code, caught.value.stops) == ("password", True)


def test_a_hundred_keys_take_few_short_calls():
    keys = [key_of(package(n).article.id, "zh-CN") for n in range(100)]
    with site() as (made, place):
        assert set(place.find(keys)) == set(keys)
    asked = [asked for asked in made.asked if asked[1] == "posts"]
    assert len(asked) <= 4
    assert max(len(query["slug"]) for _, _, query, _ in asked) < 7000
    assert sum(len(query["slug"].split(",")) for _, _, query, _ in asked) == 400


def test_more_than_a_page_is_read_on():
    pages = {"1": [row({"slug": KEY, "status": "draft"})], "2": [row({"slug": f"{KEY}-2", "status": "trash"}, id=10)]}
    more = {("GET", "posts"): lambda query, _: answer(200, pages[query["page"]], X_WP_TotalPages="2")}
    with site(more) as (_, place):
        found = place.find([KEY])[KEY]
    assert [(one.thing, one.key, one.status) for one in found] == [
        ("9", KEY, Status.DRAFT), ("10", f"{KEY}-2", Status.GONE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reply", "code", "stops"),
    [
        (answer(401, {"code": "rest_cannot_create", "message": "no"}), "password", True),
        (answer(403, {"code": "rest_cannot_publish", "message": "no"}), "refused", False),
        (answer(413, "<html><h1>413 Request Entity Too Large</h1></html>"), "refused", False),
        (answer(500, {"code": "db_insert_error", "message": "Could not insert"}), "database", False),
        (answer(302, "", Location="https://evil.example/"), "moved", True),
    ],
)
def test_what_is_refused_is_held(reply, code, stops):
    with site({("POST", "posts"): reply}) as (_, place), pytest.raises(RefusedError) as caught:
        put(place)
    assert (caught.value.code, caught.value.stops) == (code, stops)
    said(caught.value.key, caught.value.details)


@pytest.mark.parametrize(
    ("reply", "code", "unknown"),
    [
        (answer(200, "<p>Fatal error</p>"), "garbled", True),
        (http("200 OK", b'{"id": 9, "slug'), "garbled", True),
        (answer(500, {"code": "internal_server_error", "message": "x"}), "broken", True),
        (answer(503, {"code": "wp_die"}, Retry_After="600"), "busy", False),
    ],
)
def test_what_may_have_been_done_is_looked_up(reply, code, unknown):
    with site({("POST", "posts"): reply}) as (_, place), pytest.raises(BusyError) as caught:
        put(place)
    assert (caught.value.code, caught.value.unknown) == (code, unknown)
    said(caught.value.key, caught.value.details)


def test_the_database_names_the_characters_it_cannot_hold():
    refusal = {("POST", "posts"): answer(500, {"code": "db_insert_error", "message": "no"})}
    with site(refusal) as (_, place):
        one = package(2, headline="𠮷野家😀")
        with pytest.raises(RefusedError) as caught:
            place.put(place.piece(one, KEY, ""), None, Status.DRAFT)
    assert caught.value.details["characters"] == "😀 𠮷"


def test_a_field_that_is_dropped_is_a_difference():
    dropped = {("POST", "posts"): lambda _, body: answer(201, row(body | {"excerpt": "", "categories": []}))}
    with site(dropped, details="fields") as (_, place):
        piece = place.piece(ONE, KEY, "")
        there = place.put(piece, None, Status.DRAFT)
    assert {item.field for item in differences(piece.fields, there.fields)} == {"excerpt", "categories"}


def test_unregistered_fields_are_a_difference():
    dropped = {("POST", "posts"): lambda _, body: answer(201, row(body | {"meta": {"footnotes": ""}}))}
    with site(dropped, details="fields") as (_, place):
        piece = place.piece(ONE, KEY, "")
        there = place.put(piece, None, Status.DRAFT)
    assert [item.field for item in differences(piece.fields, there.fields)] == ["meta"]


def test_a_post_that_vanished_is_looked_for_again():
    gone_ = {("POST", r"posts/\d+"): answer(404, {"code": "rest_post_invalid_id"})}
    with site(gone_) as (_, place), pytest.raises(BusyError) as caught:
        put(place, Standing("9", KEY, Status.DRAFT))
    assert (caught.value.code, caught.value.unknown) == ("vanished", False)


def test_the_wrong_time_is_told():
    wrong = {
        ("POST", r"posts/\d+"): lambda _, body: answer(200, row(body | {"date_gmt": "2031-01-01T08:00:00"})),
    }
    with site(wrong) as (_, place):
        piece = place.piece(ONE, KEY, "2031-01-01T00:00:00+08:00")
        assert piece.publish_at == "2030-12-31T16:00:00Z"
        draft = place.put(piece, None, Status.DRAFT)
        with pytest.raises(RefusedError) as caught:
            place.put(piece, draft, Status.SCHEDULED)
    assert caught.value.code == "time_differs"
    said(caught.value.key, caught.value.details)


def test_tags_are_made_together_and_those_that_are_there_are_used():
    made_now = {
        ("GET", "tags"): answer(200, []),
        ("GET", "tags/7"): answer(200, {"id": 7, "name": "Nato &amp; EU"}),
        ("POST", "batch/v1"): answer(207, {"responses": [
            {"status": 400, "body": {"code": "term_exists", "data": {"term_id": 7}}},
            {"status": 201, "body": {"id": 6, "name": "民生"}},
        ]}),
        ("POST", "tags"): answer(400, {"code": "term_exists", "message": "x", "data": {"term_id": 7}}),
    }  # fmt: skip
    one = package(3, keywords=("NATO & EU", "民生"))
    with site(made_now) as (made, place):
        piece = place.piece(one, KEY, "")
        there = place.put(piece, None, Status.DRAFT)
        assert there.fields["tags"] == sorted(["NATO & EU", "民生"])
    assert [asked[3]["name"] for asked in made.asked if asked[:2] == ("POST", "tags")] == ["NATO & EU"]


def test_a_category_that_is_there_twice_is_not_guessed():
    twice = [{"id": 1, "name": "国内", "parent": 0}, {"id": 2, "name": "国际", "parent": 0}]
    twice += [{"id": 3, "name": "要闻", "parent": 1}, {"id": 4, "name": "要闻", "parent": 2}]
    with site({("GET", "categories"): answer(200, twice)}) as (_, place), pytest.raises(RefusedError) as caught:
        put(place)
    assert caught.value.code == "category_twice"
    said(caught.value.key, caught.value.details)
    with site({("GET", "categories"): answer(200, twice)}, column_category="要闻=国际/要闻") as (made, place):
        there = put(place)
    assert made.asked[-1][3]["categories"] == [4]
    assert there.fields["categories"] == ["国际/要闻"]


def test_terms_may_not_be_made():
    none = {("GET", "categories"): answer(200, []), ("GET", "tags"): answer(200, [])}
    with site(none, terms="existing") as (made, place), pytest.raises(RefusedError) as caught:
        put(place)
    assert caught.value.code in {"category_missing", "tag_missing"}
    assert not any(method == "POST" for method, *_ in made.asked)
    forbidden = none | {("POST", "categories"): answer(403, {"code": "rest_cannot_create"})}
    with site(forbidden) as (_, place), pytest.raises(RefusedError) as caught:
        put(place)
    assert caught.value.code == "term_forbidden"


def test_a_picture_whose_answer_was_lost_is_looked_for_before_it_is_sent_again():
    picture = png()
    name = hashlib.sha256(picture).hexdigest()
    there = {"id": 30, "slug": name, "source_url": f"http://x.example/{name}.png", "media_details": {"width": 60}}
    uploads = {("GET", "media"): answer(200, []), ("POST", "media"): answer(502, "<h1>Bad Gateway</h1>")}
    with site(uploads) as (made, place):
        piece = place.piece(package(5, pictures=(picture,)), KEY, "")
        with pytest.raises(BusyError):
            place.put(piece, None, Status.DRAFT)
        made.answers["GET", "media"] = answer(200, [there])
        draft = place.put(piece, None, Status.DRAFT)
        assert differences(piece.fields, draft.fields) == ()
    assert [asked[:2] for asked in made.asked if asked[1] == "media"] == [
        ("GET", "media"), ("POST", "media"), ("GET", "media"),
    ]  # fmt: skip
    assert made.asked[-1][3]["featured_media"] == 30


def test_a_picture_that_was_cut_off_is_sent_anew():
    picture = png()
    name = hashlib.sha256(picture).hexdigest()
    half = {"id": 30, "slug": name, "source_url": f"http://x.example/{name}.png", "media_details": {}}
    whole = half | {"id": 31, "slug": f"{name}-2", "media_details": {"width": 60}}
    uploads = {
        ("GET", "media"): answer(200, [half]),
        ("DELETE", "media/30"): answer(200, {"deleted": True}),
        ("POST", "media"): answer(201, whole),
    }
    with site(uploads) as (made, place):
        draft = place.put(place.piece(package(5, pictures=(picture,)), KEY, ""), None, Status.DRAFT)
    assert [asked[0] for asked in made.asked if asked[1].startswith("media")] == ["GET", "DELETE", "POST"]
    assert made.asked[-1][3]["featured_media"] == 31
    assert draft.fields["cover"] == f"asset:{name}"


def test_a_byline_can_be_a_user():
    users = {
        ("GET", "users"): answer(200, [{"id": 12, "name": "周晓禾"}, {"id": 13, "name": "周晓"}]),
        ("POST", "posts"): lambda _, body: answer(201, row(body, author=body["author"])),
    }
    with site(users, author="user") as (made, place):
        piece = place.piece(ONE, KEY, "")
        there = place.put(piece, None, Status.DRAFT)
        assert differences(piece.fields, there.fields) == ()
    assert made.asked[-1][3]["author"] == 12
    with site({("GET", "users"): answer(200, [])}, author="user") as (_, place), pytest.raises(RefusedError) as caught:
        put(place)
    assert caught.value.code == "author_unknown"
    said(caught.value.key, caught.value.details)


def test_taking_down_what_has_gone_is_done():
    with site({("GET", r"posts/\d+"): answer(404, {"code": "rest_post_invalid_id"})}) as (_, place):
        assert place.remove(Standing("9", KEY, Status.PUBLIC), gone(ONE)) is None
    trashed = {
        ("GET", r"posts/\d+"): answer(200, row({"slug": f"{KEY}__trashed", "status": "trash", "content": "x"})),
        ("DELETE", r"posts/\d+"): answer(410, {"code": "rest_already_trashed"}),
    }
    with site(trashed) as (_, place):
        left = place.remove(Standing("9", KEY, Status.GONE), gone(ONE))
    assert (left.status, left.key) == (Status.GONE, KEY)


def test_a_page_instead_of_data_takes_nothing_down():
    gate = {
        ("GET", r"posts/\d+"): answer(200, row({"slug": KEY, "status": "draft", "content": "x"})),
        ("DELETE", r"posts/\d+"): answer(200, "<html>Please log in</html>"),
    }
    with site(gate) as (_, place), pytest.raises(BusyError) as caught:
        place.remove(Standing("9", KEY, Status.DRAFT), gone(ONE))
    assert (caught.value.code, caught.value.unknown) == ("garbled", True)


def test_strange_rows_do_no_harm():
    strange = [None, 5, {"id": "x"}, {"id": -1, "slug": KEY, "status": 7, "title": 5, "link": None}, {"slug": [KEY]}]
    with site({("GET", "posts"): answer(200, strange)}) as (_, place):
        assert [one.status for one in place.find([KEY])[KEY]] == [Status.DRAFT]


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://news.example.cn", "https://news.example.cn/"),
        ("https://news.example.cn/blog/wp-admin/post.php", "https://news.example.cn/blog/"),
        ("https://news.example.cn/wp-json", "https://news.example.cn/"),
        ("https://news.example.cn/wp-json/wp/v2/posts", "https://news.example.cn/"),
        ("https://news.example.cn/wp-login.php", "https://news.example.cn/"),
        ("http://news.example.cn/index.php/", "http://news.example.cn/"),
        ("https://wp-json.example/", "https://wp-json.example/"),
    ],
)
def test_the_address_of_a_site(given, address):
    assert kind("wordpress").address({"url": given}) == address


def test_pairs_of_columns():
    assert pairs("要闻=新闻/要闻， 体育=Sports ,") == {"要闻": "新闻/要闻", "体育": "Sports"}
    for wrong in ("要闻", "=x", "要闻=", "a=b,c"):
        with pytest.raises(EditorError) as caught:
            pairs(wrong)
        said("error.option_pairs", caught.value.details)


def test_what_is_sent_depends_on_the_article_alone():
    with site() as (_, first), site() as (_, second):
        pieces = [place.piece(ONE, KEY, "") for place in (first, second, first)]
    assert len({piece.digest for piece in pieces}) == 1
    assert json.loads(pieces[0].payload)["fields"] == dict(pieces[0].fields)


def test_every_option_and_loss_has_its_words():
    for name in ("wordpress", "wagtail"):
        for option in kind(name).options:
            said(option.key, {})
    with site() as (_, place):
        one = package(4, column="", headline="题" * 30000)
        losses = {loss.code: loss for loss in place.piece(one, KEY, "").losses}
    assert set(losses) == {"no_fields", "no_column", "too_many_bytes"}
    for loss in losses.values():
        said(loss.key, {"detail": loss.detail})
