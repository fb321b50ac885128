"""Articles to a real Wagtail and back: by its interface, as a visitor, and when others work there too."""

from __future__ import annotations

import json

import httpx
import pytest

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.targets.destination import BusyError, RefusedError, Status, differences
from editor.publish.wire import UnknownError
from tests.editor.publish.sample_packages import changed, gone, package, png
from tests.services.chromium import browser, program
from tests.services.publishing import (
    EVERYTHING,
    RARE,
    SHOWN,
    everything,
    key,
    published,
    rows,
    shown_whole,
    visit,
    wagtail_at,
)


@pytest.fixture
def place(wagtail, places):
    """The site, as somebody who may publish."""
    return wagtail_at(wagtail, places)


@pytest.fixture
def desk(wagtail):
    """What somebody does there without us."""
    with httpx.Client(base_url=wagtail.api, headers={"Authorization": f"Bearer {wagtail.token}"}, timeout=30) as client:
        yield client


def test_everything_goes_and_is_read_back(wagtail, place, places):
    one = everything(1)
    piece = place.piece(one, key(one), "")
    assert not any(loss.stops for loss in piece.losses)
    there = published(place, piece)
    assert there.address.startswith(wagtail.url)
    assert (wagtail.count(), wagtail.count("live")) == (1, 1)
    fresh = wagtail_at(wagtail, places)
    read = fresh.read(there.thing)
    assert differences(piece.fields, read.fields) == ()
    assert (read.stamp, read.status, read.key) == (there.stamp, Status.PUBLIC, piece.key)
    assert [found.thing for found in fresh.find([piece.key])[piece.key]] == [there.thing]


def test_a_draft_is_unseen(wagtail, place):
    one = everything(2)
    piece = place.piece(one, key(one), "")
    draft = place.put(piece, None, Status.DRAFT)
    assert draft.status is Status.DRAFT
    assert place.look(draft.address).status == 404
    read = place.read(draft.thing)
    assert (read.status, read.stamp) == (Status.DRAFT, draft.stamp)
    assert place.find([piece.key])[piece.key][0].status is Status.DRAFT


def test_a_visitor_reads_every_character(wagtail, place):
    one = everything(3)
    there = published(place, place.piece(one, key(one), ""))
    shown_whole(place, there)


@pytest.mark.skipif(program() is None, reason="Chromium is not installed here (Debian: chromium)")
@pytest.mark.parametrize(("variant", "words"), [(Variant.ZH_CN, "一任接着一任干"), (Variant.ZH_TW, "一任接著一任幹")])
def test_a_browser_shows_it(wagtail, place, variant, words):
    one = everything(4, variant, EVERYTHING.replace("一任接着一任干", words))
    there = published(place, place.piece(one, key(one), ""))
    with browser() as tab:
        tab.visit(there.address)
        shown = tab.value("document.body.innerText")
        pictures = tab.value("[...document.images].map(picture => picture.naturalWidth)")
    for text in (SHOWN, RARE, words):
        assert text in shown
    assert len(pictures) == 3
    assert all(width > 0 for width in pictures)


def test_a_hundred_thousand_characters(wagtail, place):
    text = "\n\n".join(f"第{at}段，" + "稿台" * 48 for at in range(1000))
    one = package(5, text=text)
    there = published(place, place.piece(one, key(one), ""))
    assert place.look(there.address).text.count("稿台" * 48) == 1000


def test_an_update_goes_to_the_same_page(wagtail, place):
    one = everything(6)
    first = published(place, place.piece(one, key(one), ""))
    later = changed(one, headline="改过的标题", keywords=("治水",), published_at="")
    piece = place.piece(later, key(one), "")
    there = place.put(piece, place.read(first.thing), Status.PUBLIC)
    assert (there.thing, there.address) == (first.thing, first.address)
    assert differences(piece.fields, there.fields) == ()
    assert "改过的标题" in place.look(there.address).text
    assert wagtail.count() == 1


def test_there_are_no_doubles(wagtail, place):
    one = package(7)
    piece = place.piece(one, key(one), "")
    place.put(piece, None, Status.DRAFT)
    with pytest.raises(BusyError) as caught:
        place.put(piece, None, Status.DRAFT)
    assert caught.value.code == "changed_meanwhile"
    wagtail.fault("kill_after_all", 1)
    two = package(8)
    piece = place.piece(two, key(two), "")
    with pytest.raises((UnknownError, BusyError)):
        place.put(piece, None, Status.DRAFT)
    published(place, piece)
    assert wagtail.count() == 2


def test_somebody_changes_it_there(wagtail, place, desk):
    one = everything(9)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    body = {"title": "别人的标题", "meta": {"type": "news.NewsPage"}}
    assert desk.patch(f"/pages/{there.thing}/", json=body).status_code == 200
    read = place.read(there.thing)
    assert read.stamp != there.stamp
    assert [item.field for item in differences(piece.fields, read.fields)] == ["title"]


def test_taken_down_nobody_finds_a_byte(wagtail, place):
    one = everything(10)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    api = f"{wagtail.url}/api/v3"
    public = ["/", "/api/v3/pages/", "/api/v3/images/", f"/api/v3/pages/{there.thing}/"]
    words = ["标题 3", "清水河", piece.key, *(picture.id for picture in piece.pictures)]
    assert any(word in visit(wagtail.url + path)[1] for path in public for word in words)
    files = [row["meta"]["download_url"] for row in rows(f"{api}/images/")["items"]]
    assert len(files) == 2
    left = place.remove(place.find([piece.key])[piece.key][0], gone(one))
    assert left.status is Status.GONE
    assert place.look(there.address).status == 404
    assert [path for path in public for word in words if word in visit(wagtail.url + path)[1]] == []
    assert [visit(wagtail.url + file)[0] for file in files] == [404, 404]
    place.remove(place.find([piece.key])[piece.key][0], gone(one))
    again = published(place, piece)
    assert (again.thing, again.address) == (there.thing, there.address)
    assert wagtail.count() == 1


def test_a_picture_that_another_article_shows_stays(wagtail, place):
    shared = png(color=(7, 7, 7))
    first, second = package(11, pictures=(shared,)), package(12, pictures=(shared,))
    one = published(place, place.piece(first, key(first), ""))
    two = published(place, place.piece(second, key(second), ""))
    place.remove(one, gone(first))
    files = [row["meta"]["download_url"] for row in rows(f"{wagtail.api}/images/")["items"]]
    assert [visit(wagtail.url + file)[0] for file in files] == [200]
    assert files[0] in visit(two.address)[1]


def test_a_notice_stands_in_its_place(wagtail, place):
    one = everything(13)
    there = published(place, place.piece(one, key(one), ""))
    left = place.remove(there, gone(one, notice=True))
    assert left.status is Status.PUBLIC
    look = place.look(there.address)
    assert look.status == 200
    assert "撤稿声明" in look.text
    assert "清水" not in look.text
    assert "清水" not in json.dumps(rows(f"{wagtail.api}/pages/{there.thing}/"), ensure_ascii=False)
    assert rows(f"{wagtail.api}/images/")["items"] == []


def test_a_wrong_token_never_says_that_there_is_nothing(wagtail, place, places):
    one = package(14)
    piece = place.piece(one, key(one), "")
    draft = place.put(piece, None, Status.DRAFT)
    stranger = wagtail_at(wagtail, places, secret="wagtail_wrong")
    for act in (
        lambda: stranger.find([piece.key]),
        lambda: stranger.read(draft.thing),
        lambda: stranger.put(piece, None, Status.DRAFT),
    ):
        with pytest.raises(RefusedError) as caught:
            act()
        assert (caught.value.code, caught.value.stops) == ("password", True)
    with pytest.raises(EditorError) as wrong:
        stranger.probe()
    assert wrong.value.code == "probe_token"


def test_the_test_of_a_connection(wagtail, place, places):
    health = place.probe()
    assert health.who == "rig-editor"
    assert abs(health.clock) < 5
    assert health.notes == ()
    assert [note.code for note in wagtail_at(wagtail, places, "admin").probe().notes] == ["role_high"]
    wrong = {
        "probe_no_interface": {"url": f"{wagtail.url}/nowhere"},
        "probe_page_type": {"page_type": "news.Nothing"},
        "probe_parent": {"parent": "99999"},
        "probe_key_field": {"key_field": "nothing"},
    }
    for code, options in wrong.items():
        with pytest.raises(EditorError) as caught:
            wagtail_at(wagtail, places, **options).probe()
        assert caught.value.code == code
    (note,) = wagtail_at(wagtail, places, fields="proof=hash").probe().notes
    assert (note.code, note.detail, note.stops) == ("fields_unwritable", "hash", True)


def test_a_field_that_is_dropped_is_a_difference(wagtail, places):
    place = wagtail_at(wagtail, places, fields="proof=hash,tags=-,cover=-")
    one = everything(15)
    piece = place.piece(one, key(one), "")
    draft = place.put(piece, None, Status.DRAFT)
    assert [item.field for item in differences(piece.fields, draft.fields)] == ["hash"]
    assert "tags, cover" in {loss.detail for loss in piece.losses if loss.code == "no_fields"}.pop()


def test_who_may_not_publish_is_told(wagtail, places):
    place = wagtail_at(wagtail, places, "author")
    one = package(16)
    piece = place.piece(one, key(one), "")
    draft = place.put(piece, None, Status.DRAFT)
    with pytest.raises(RefusedError) as caught:
        place.put(piece, draft, Status.PUBLIC)
    assert (caught.value.code, caught.value.details["status"]) == ("refused", 403)


def test_a_busy_and_a_broken_site(wagtail, place):
    one = package(17)
    piece = place.piece(one, key(one), "")
    for mode, code, unknown in (("http503", "busy", False), ("http429", "busy", False), ("http502", "broken", True)):
        wagtail.fault(mode)
        with pytest.raises(BusyError) as caught:
            place.put(piece, None, Status.DRAFT)
        assert (caught.value.code, caught.value.unknown) == (code, unknown)
    assert published(place, piece).status is Status.PUBLIC
    assert wagtail.count() == 1


def test_a_batch_asks_little(wagtail, place):
    pictures = (png(color=(1, 2, 3)), png(color=(4, 5, 6)))
    many = [package(100 + at) for at in range(25)]
    pieces = [place.piece(one, key(one), "") for one in many]
    for piece in pieces:
        place.put(piece, place.put(piece, None, Status.DRAFT), Status.PUBLIC)
    assert place.wire.calls.count == 2 * 25
    illustrated = package(200, pictures=pictures)
    piece = place.piece(illustrated, key(illustrated), "")
    place.put(piece, place.put(piece, None, Status.DRAFT), Status.PUBLIC)
    assert place.wire.calls.count == 2 * 26 + len(pictures)
    pieces.append(piece)
    assert wagtail.count("live") == 26
    before = place.wire.calls.count
    assert all(len(found) == 1 for found in place.find([piece.key for piece in pieces]).values())
    assert place.wire.calls.count - before <= 4, "many keys are looked up together"


def test_what_an_editor_unpublishes_counts_as_taken_down(wagtail, place, desk):
    one = package(18)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    assert desk.post(f"/pages/{there.thing}/actions/unpublish/", json={}).status_code == 200
    assert place.read(there.thing).status is Status.GONE


def test_a_taking_down_that_was_cut_off_is_finished(wagtail, place):
    one = everything(19)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    wagtail.fault("http502", 1, path="unpublish")
    with pytest.raises(BusyError):
        place.remove(there, gone(one))
    at = place.find([piece.key])[piece.key][0]
    assert place.read(at.thing).status is Status.PUBLIC
    assert place.remove(at, gone(one)).status is Status.GONE
    assert place.look(there.address).status == 404
    assert rows(f"{wagtail.api}/images/")["items"] == []
