"""What editors and owners of a WordPress do with our posts: closed by a password, moved in time, no trash."""

from __future__ import annotations

from editor.publish.targets.destination import Standing, Status
from tests.editor.publish.targets.scripted_wordpress import answer, row, site
from tests.editor.publish.targets.test_wordpress import KEY, ONE, gone


def read(**there):
    posted = row({"slug": KEY, "status": "publish", "content": "x", "title": "题"}) | there
    with site({("GET", r"posts/\d+"): answer(200, posted)}) as (_, place):
        return place.read("9")


def test_a_post_that_asks_for_a_password_is_not_public():
    assert read(password="").status == Status.PUBLIC
    assert read(password="abc").status == Status.GONE


def test_what_is_written_is_open_to_everybody():
    with site() as (made, place):
        place.put(place.piece(ONE, KEY, ""), None, Status.PUBLIC)
    assert [body["password"] for method, route, _, body in made.asked if (method, route) == ("POST", "posts")] == [""]


def test_a_scheduled_post_tells_its_time():
    assert read(status="future", date_gmt="2026-03-06T00:00:00").publish_at == "2026-03-06T00:00:00+00:00"
    assert read(date_gmt="2026-03-06T00:00:00").publish_at == ""


def test_a_change_of_anything_within_a_second_is_a_change():
    before = read(modified_gmt="2026-03-06T00:00:00", categories=[3]).stamp
    assert read(modified_gmt="2026-03-06T00:00:00", categories=[3]).stamp == before
    for change in ({"categories": [4]}, {"status": "draft"}, {"slug": "hand-made"}):
        assert read(**{"modified_gmt": "2026-03-06T00:00:00", "categories": [3], **change}).stamp != before


def test_a_site_without_trash_keeps_what_is_taken_down_as_a_draft():
    answers = {
        ("GET", r"posts/\d+"): answer(200, row({"slug": KEY, "status": "publish", "content": "x"})),
        ("DELETE", r"posts/\d+"): answer(501, {"code": "rest_trash_not_supported", "message": "Set force=true"}),
    }
    with site(answers) as (made, place):
        left = place.remove(Standing("9", KEY, Status.PUBLIC), gone(ONE))
    assert (left.status, left.key) == (Status.GONE, KEY)
    sent = [body["status"] for method, route, _, body in made.asked if (method, route) == ("POST", "posts/9")]
    assert sent == ["draft"]
