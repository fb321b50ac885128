"""Articles taken down and scheduled at a real WordPress, and what our plug-in adds."""

from __future__ import annotations

import datetime as dt
import json
import re
import time

import pytest

from editor.publish.targets.destination import BusyError, Status, differences
from tests.editor.publish.sample_packages import gone, package, png
from tests.services.publishing import by_hand, everything, key, published, rows, soon, visit, wordpress_at


@pytest.fixture
def place(wordpress, places):
    """The site without our plug-in, as an editor; text in the post."""
    return wordpress_at(wordpress, places)


@pytest.fixture
def bridged(wordpress_with_plugin, places):
    """The site with our plug-in and its fields."""
    return wordpress_at(wordpress_with_plugin, places, details="fields")


def found_by_strangers(site, words: list[str]) -> list[str]:
    """Where somebody whom nobody knows still finds one of these words."""
    places = ["/", "/?feed=rss2", "/?feed=atom", "/?s=%E6%B2%BB%E6%B0%B4", "/wp-sitemap-posts-post-1.xml"]
    places += [f"/wp-json/wp/v2/{route}?per_page=100" for route in ("posts", "media", "search", "tags")]
    return [path for path in places if any(word in visit(site.url + path)[1] for word in words)]


def test_taken_down_nobody_finds_a_byte(wordpress, place):
    one = everything(12)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    source = visit(there.address)[1]
    pictures = set(re.findall(r"http://[^\" ]*/uploads/[^\" ]*\.png", source))
    assert pictures
    words = ["标题 3", "清水河治理", piece.key, *(picture.rpartition("/")[2] for picture in pictures)]
    assert found_by_strangers(wordpress, words)
    left = place.remove(place.find([piece.key])[piece.key][0], gone(one))
    assert left.status is Status.GONE
    assert place.look(there.address).status == 404
    assert found_by_strangers(wordpress, words) == []
    assert visit(f"{wordpress.url}/wp-json/wp/v2/posts/{there.thing}")[0] == 401
    assert visit(f"{wordpress.url}/?p={there.thing}")[0] == 404
    assert [visit(address)[0] for address in sorted(pictures)] == [404] * len(pictures)
    assert place.remove(place.find([piece.key])[piece.key][0], gone(one)).status is Status.GONE
    again = published(place, piece)
    assert (again.thing, again.address) == (there.thing, there.address)
    assert wordpress.count() == 1


def test_a_picture_that_another_article_shows_stays(wordpress, place):
    shared = png(color=(7, 7, 7))
    first, second = package(13, pictures=(shared,)), package(14, pictures=(shared,))
    one = published(place, place.piece(first, key(first), ""))
    two = published(place, place.piece(second, key(second), ""))
    picture = re.search(r'src="(http[^"]*/uploads/[^"]*)"', visit(two.address)[1])[1]
    place.remove(one, gone(first))
    assert visit(picture)[0] == 200
    place.remove(two, gone(second))
    assert visit(picture)[0] == 404


def test_a_notice_stands_in_its_place(wordpress, place):
    one = everything(15)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    left = place.remove(there, gone(one, notice=True))
    assert left.status is Status.PUBLIC
    look = place.look(there.address)
    assert look.status == 200
    assert "撤稿声明" in look.text
    assert "清水河" not in look.text
    assert wordpress.count("post_type = 'attachment'") == 0
    answer = rows(f"{wordpress.url}/wp-json/wp/v2/posts/{there.thing}")
    assert "清水河" not in json.dumps(answer, ensure_ascii=False)


def test_scheduled_it_appears_by_itself(wordpress, place):
    one = everything(16)
    piece = place.piece(one, key(one), soon(63))
    there = published(place, piece, Status.SCHEDULED)
    assert there.status is Status.SCHEDULED
    names = [row[0] for row in wordpress.rows("SELECT meta_value FROM wp_postmeta WHERE meta_key='_wp_attached_file'")]
    assert len(names) == 2
    assert not any(picture.id in name for picture in piece.pictures for name in names)
    words = ["标题 3", "清水河治理", *(name.rpartition("/")[2] for name in names)]
    assert found_by_strangers(wordpress, words) == []
    time.sleep(3)
    with pytest.raises(BusyError) as caught:
        place.put(piece, there, Status.SCHEDULED)
    assert caught.value.code == "too_soon"
    assert 0 < caught.value.after < 61
    at_once = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=2)
    wordpress.rows(f"UPDATE wp_posts SET post_date_gmt='{at_once:%F %T}', post_date='{at_once + dt.timedelta(hours=8):%F %T}' WHERE ID={there.thing}")  # fmt: skip  # noqa: E501
    wordpress.rows("UPDATE wp_options SET option_value = '' WHERE option_name = 'cron'")
    by_hand(wordpress, "GET", "posts")
    assert place.read(there.thing).status is Status.SCHEDULED
    later = place.piece(one, key(one), "")
    now = place.put(later, place.read(there.thing), Status.PUBLIC)
    assert now.status is Status.PUBLIC
    assert differences(later.fields, now.fields) == ()
    assert place.look(now.address).status == 200


def test_cron_publishes_what_is_due(wordpress, place):
    one = package(17)
    piece = place.piece(one, key(one), soon(64))
    there = published(place, piece, Status.SCHEDULED)
    assert place.look(there.address).status == 404
    left = dt.datetime.fromisoformat(piece.publish_at).timestamp() - time.time()
    time.sleep(max(0.0, left) + 1.5)
    wordpress.cron()
    read = place.read(there.thing)
    assert read.status is Status.PUBLIC
    assert read.stamp == there.stamp
    assert differences(piece.fields, read.fields) == ()
    assert place.look(read.address).status == 200


def test_brought_forward_it_is_published_now(wordpress, place):
    one = package(18)
    there = published(place, place.piece(one, key(one), soon(7200)), Status.SCHEDULED)
    held = place.put(place.piece(one, key(one), ""), there, Status.DRAFT)
    assert held.status is Status.DRAFT
    now = place.put(place.piece(one, key(one), ""), held, Status.PUBLIC)
    assert now.status is Status.PUBLIC


def test_with_the_plug_in_everything_has_its_field(wordpress_with_plugin, bridged):
    one = everything(30)
    piece = bridged.piece(one, key(one), "")
    assert "肩题" not in piece.fields["content"]
    there = published(bridged, piece)
    assert len(there.stamp) == 64
    assert bridged.read(there.thing).fields["meta"]["gaotai_kicker"] == '肩题"x"'
    assert {note.code for note in bridged.probe().notes} == set()


def test_with_the_plug_in_there_are_no_doubles(wordpress_with_plugin, bridged):
    one = package(31)
    piece = bridged.piece(one, key(one), "")
    there = bridged.put(piece, None, Status.DRAFT)
    with pytest.raises(BusyError) as caught:
        bridged.put(piece, None, Status.DRAFT)
    assert caught.value.code == "changed_meanwhile"
    by_hand(wordpress_with_plugin, "POST", f"posts/{there.thing}", {"slug": "an-editor-gave-another-address"})
    (found,) = bridged.find([piece.key])[piece.key]
    assert (found.thing, found.key) == (there.thing, piece.key)
    with pytest.raises(BusyError) as caught:
        bridged.put(piece, there, Status.PUBLIC)
    assert caught.value.code == "changed_meanwhile"
    assert wordpress_with_plugin.count() == 1


def test_with_the_plug_in_taken_down_is_gone(wordpress_with_plugin, bridged):
    one = everything(32)
    piece = bridged.piece(one, key(one), "")
    there = published(bridged, piece)
    bridged.remove(there, gone(one))
    assert bridged.look(there.address).status == 410
    again = published(bridged, piece)
    assert bridged.look(again.address).status == 200
    bridged.remove(again, gone(one, notice=True))
    answer = json.dumps(rows(f"{wordpress_with_plugin.url}/wp-json/wp/v2/posts/{there.thing}"), ensure_ascii=False)
    assert "清水" not in answer
    assert "肩题" not in answer


def test_with_the_plug_in_scheduled_pictures_are_hidden(wordpress_with_plugin, bridged):
    one = everything(33)
    piece = bridged.piece(one, key(one), soon(3600))
    there = published(bridged, piece, Status.SCHEDULED)
    assert rows(f"{wordpress_with_plugin.url}/wp-json/wp/v2/media") == []
    later = bridged.piece(one, key(one), "")
    now = bridged.put(later, bridged.read(there.thing), Status.PUBLIC)
    assert now.status is Status.PUBLIC
    assert differences(later.fields, now.fields) == ()
    assert len(rows(f"{wordpress_with_plugin.url}/wp-json/wp/v2/media")) == 2


def test_a_post_from_before_the_plug_in_is_adopted(wordpress, place, places):
    one = package(34)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    wordpress.add_plugin()
    later = wordpress_at(wordpress, places)
    (found,) = later.find([piece.key])[piece.key]
    assert found.thing == there.thing
    read = later.read(there.thing)
    assert differences(piece.fields, read.fields) == ()
    later.put(piece, read, Status.PUBLIC)
    assert [one.thing for one in later.find([piece.key])[piece.key]] == [there.thing]
    assert wordpress.count() == 1
