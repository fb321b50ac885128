"""Articles to a real WordPress and back: by its interface, as a visitor, and when others work there too."""

from __future__ import annotations

import dataclasses
import re

import pytest

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.targets.destination import BusyError, RefusedError, Status, differences
from editor.publish.wire import UnknownError
from tests.editor.publish.sample_packages import changed, gone, package
from tests.services.chromium import browser, program
from tests.services.publishing import (
    EVERYTHING,
    RARE,
    SHOWN,
    by_hand,
    everything,
    key,
    opened,
    published,
    shown_whole,
    visit,
    wordpress_at,
)


@pytest.fixture
def place(wordpress, places):
    """The site without our plug-in, as an editor; text in the post."""
    return wordpress_at(wordpress, places)


def test_everything_goes_and_is_read_back(wordpress, place, places):
    one = everything(1)
    piece = place.piece(one, key(one), "")
    assert not any(loss.stops for loss in piece.losses)
    there = published(place, piece)
    assert there.address.startswith(wordpress.url)
    assert wordpress.count("post_type = 'post'") == 1
    fresh = wordpress_at(wordpress, places)
    read = fresh.read(there.thing)
    assert differences(piece.fields, read.fields) == ()
    assert (read.stamp, read.status) == (there.stamp, Status.PUBLIC)
    assert fresh.find([piece.key])[piece.key][0].stamp == there.stamp
    terms = wordpress.rows("SELECT name FROM wp_terms ORDER BY name")
    assert {name for (name,) in terms} >= {"要闻", "治水", "C++", "A &amp; B"}


def test_a_visitor_reads_every_character(wordpress, place):
    one = everything(2)
    there = published(place, place.piece(one, key(one), ""))
    shown_whole(place, there)
    status, source = visit(there.address)
    assert source.count("<iframe") == 0
    addresses = re.findall(r'<img[^>]* src="([^"]*/uploads/[^"]*)"', source)
    assert addresses
    assert status == 200
    assert all(visit(address.replace("&amp;", "&"))[0] == 200 for address in addresses if address.startswith("http:"))


@pytest.mark.skipif(program() is None, reason="Chromium is not installed here (Debian: chromium)")
@pytest.mark.parametrize(
    ("variant", "words"), [(Variant.ZH_CN, "治水要一任接着一任干"), (Variant.ZH_TW, "治水要一任接著一任幹")]
)
def test_a_browser_shows_it(wordpress, place, variant, words):
    one = everything(3, variant, EVERYTHING.replace("治水要一任接着一任干", words))
    there = published(place, place.piece(one, key(one), ""))
    with browser() as tab:
        tab.visit(there.address)
        # Where emoji are not drawn, a script of WordPress puts pictures in their place; their words stay the same.
        shown = tab.value(
            "(page => { page.querySelectorAll('img.emoji').forEach(one => one.replaceWith(one.alt));"
            "return page.textContent; })(document.body.cloneNode(true))"
        )
        pictures = tab.value("[...document.querySelectorAll('figure img')].map(i => i.naturalWidth)")
        paragraphs = "[...document.querySelectorAll('.entry-content > p')]"
        indents = tab.value(f"{paragraphs}.map(p => [p.className, getComputedStyle(p).textIndent])")
        cells = tab.value("document.querySelectorAll('table td').length")
    for text in (SHOWN, RARE, words, "据柳溪镇2021年统计年鉴"):
        assert text in shown
    assert pictures
    assert all(width > 0 for width in pictures)
    assert cells == 9
    body = [indent for kind, indent in indents if not kind.startswith("gaotai")]
    assert body
    assert all(indent not in {"0px", ""} for indent in body)


def test_an_author_without_unfiltered_html_gets_the_same(wordpress, places):
    by_hand(wordpress, "POST", "categories", {"name": "要闻"})
    place = wordpress_at(wordpress, places, "author")
    one = everything(4)
    there = published(place, place.piece(one, key(one), ""))
    assert SHOWN in place.look(there.address).text


def test_a_hundred_thousand_characters(wordpress, place):
    text = "\n\n".join(f"第{at}段，" + "稿台" * 48 for at in range(1000))
    one = package(5, text=text)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    assert place.look(there.address).text.count("稿台" * 48) == 1000


def test_an_update_goes_to_the_same_post(wordpress, place):
    one = everything(6)
    first = published(place, place.piece(one, key(one), ""))
    later = changed(one, headline="改过的标题", keywords=("治水",), column="要闻")
    piece = place.piece(later, key(one), "")
    there = place.put(piece, place.read(first.thing), Status.PUBLIC)
    assert (there.thing, there.address) == (first.thing, first.address)
    assert differences(piece.fields, there.fields) == ()
    assert wordpress.count() == 1


def test_a_half_made_post_is_completed(wordpress, place):
    one = everything(7)
    piece = place.piece(one, key(one), "")
    wordpress.fault("kill_after_insert", 1, path="posts")
    with pytest.raises((UnknownError, BusyError)):
        place.put(piece, None, Status.DRAFT)
    assert wordpress.count() == 1
    there = published(place, piece)
    assert wordpress.count() == 1
    assert differences(piece.fields, place.read(there.thing).fields) == ()


def test_a_double_is_told_by_its_key(wordpress, place):
    one = package(8)
    piece = place.piece(one, key(one), "")
    first = place.put(piece, None, Status.DRAFT)
    second = place.put(piece, None, Status.DRAFT)
    assert first.key == piece.key
    assert second.key == f"{piece.key}-2"
    assert [standing.key for standing in place.find([piece.key])[piece.key]] == [piece.key, f"{piece.key}-2"]
    place.remove(second, gone(one))
    assert [one.thing for one in place.find([piece.key])[piece.key]] == [first.thing]
    assert place.read(second.thing).status is Status.GONE


def test_pictures_are_sent_once(wordpress, place, places):
    first, second = everything(9), everything(9)
    published(place, place.piece(first, key(first), ""))
    sent = wordpress.count("post_type = 'attachment'")
    assert sent == 2
    other = dataclasses.replace(second, article=dataclasses.replace(second.article, id=package(10).article.id))
    published(wordpress_at(wordpress, places), place.piece(other, key(other), ""))
    assert wordpress.count("post_type = 'attachment'") == sent


def test_somebody_changes_it_there(wordpress, place):
    one = everything(11)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    by_hand(wordpress, "POST", f"posts/{there.thing}", {"content": "<p>换了</p>", "title": "别人的标题"})
    read = place.read(there.thing)
    assert read.stamp != there.stamp
    assert {item.field for item in differences(piece.fields, read.fields)} == {"title", "content"}
    assert place.find([piece.key])[piece.key][0].stamp == read.stamp


def test_a_wrong_password_never_says_that_there_is_nothing(wordpress, place, places):
    one = package(19)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    stranger = opened("wordpress", {"url": wordpress.url, "user": "editor"}, "wrong wrong wrong")
    places.append(stranger)
    for act in (
        lambda: stranger.find([piece.key]),
        lambda: stranger.read(there.thing),
        lambda: stranger.put(piece, None, Status.DRAFT),
    ):
        with pytest.raises(RefusedError) as caught:
            act()
        assert caught.value.stops
        assert caught.value.code == "password"
    with pytest.raises(EditorError) as wrong:
        stranger.probe()
    assert wrong.value.code == "probe_password"


def test_the_test_of_a_connection(wordpress, place, places):
    health = place.probe()
    assert health.who == "rig-editor"
    assert abs(health.clock) < 5
    assert {note.code for note in health.notes} == {"plugin_missing"}
    assert {note.code for note in wordpress_at(wordpress, places, "admin").probe().notes} >= {
        "role_high",
        "plugin_missing",
    }
    with pytest.raises(EditorError) as caught:
        wordpress_at(wordpress, places, "contributor").probe()
    assert caught.value.code == "probe_role"
    assert "publish_posts" in caught.value.details["missing"]
    noted = wordpress_at(wordpress, places, "author", details="fields").probe().notes
    assert {note.code for note in noted} >= {"role_makes_no_terms", "role_own_posts_only", "fields_missing"}


def test_plain_addresses(wordpress, place, places):
    wordpress.rows("UPDATE wp_options SET option_value = '' WHERE option_name = 'permalink_structure'")
    wordpress.rows("DELETE FROM wp_options WHERE option_name = 'rewrite_rules'")
    plain = wordpress_at(wordpress, places)
    one = everything(20)
    there = published(plain, plain.piece(one, key(one), ""))
    assert "?p=" in there.address
    assert "plain_permalinks" in {note.code for note in plain.probe().notes}
    assert plain.look(there.address).status == 200


def test_a_busy_and_a_broken_site(wordpress, place):
    one = package(21)
    piece = place.piece(one, key(one), "")
    place.find([piece.key])
    for mode, code, unknown in (("http503", "busy", False), ("http429", "busy", False), ("http502", "broken", True)):
        wordpress.fault(mode)
        with pytest.raises(BusyError) as caught:
            place.put(piece, None, Status.DRAFT)
        assert (caught.value.code, caught.value.unknown) == (code, unknown)
    assert published(place, piece).status is Status.PUBLIC
    assert wordpress.count() == 1


def test_terms_that_are_there_are_used(wordpress, place, places):
    news = by_hand(wordpress, "POST", "categories", {"name": "新闻"})["id"]
    inner = by_hand(wordpress, "POST", "categories", {"name": "要闻", "parent": news})["id"]
    by_hand(wordpress, "POST", "tags", {"name": "NATO", "slug": "alliance"})
    one = package(22, column="要闻", keywords=("nato", "治水"))
    there = published(place, place.piece(one, key(one), ""))
    assert by_hand(wordpress, "GET", f"posts/{there.thing}")["categories"] == [inner]
    assert wordpress.rows("SELECT COUNT(*) FROM wp_terms WHERE name IN ('NATO', 'nato', '要闻')") == [("2",)]
    strict = wordpress_at(wordpress, places, terms="existing")
    two = package(23, column="体育", keywords=())
    with pytest.raises(RefusedError) as caught:
        strict.put(strict.piece(two, key(two), ""), None, Status.DRAFT)
    assert (caught.value.code, caught.value.stops) == ("category_missing", False)
    mapped = wordpress_at(wordpress, places, terms="existing", column_category="体育=新闻/要闻")
    there = published(mapped, mapped.piece(two, key(two), ""))
    assert by_hand(wordpress, "GET", f"posts/{there.thing}")["categories"] == [inner]


def test_an_article_without_a_column(wordpress, place):
    one = package(24, column="", keywords=())
    piece = place.piece(one, key(one), "")
    assert "no_column" in {loss.code for loss in piece.losses}
    published(place, piece)


def test_a_batch_asks_little(wordpress, place):
    many = [package(100 + at, keywords=("治水", f"词{at % 7}")) for at in range(100)]
    pieces = [place.piece(one, key(one), "") for one in many]
    before = place.wire.calls.count
    assert set(place.find([piece.key for piece in pieces]).values()) == {()}
    for piece in pieces:
        draft = place.put(piece, None, Status.DRAFT)
        place.put(piece, draft, Status.PUBLIC)
    place.find([piece.key for piece in pieces])
    spent = (place.wire.calls.count - before) / len(pieces)
    print(f"{spent:.2f} requests an article")
    assert spent <= 2.3
    assert wordpress.count("post_type = 'post' AND post_status = 'publish'") == 100


def test_what_an_editor_hides_counts_as_taken_down(wordpress, place):
    one = package(25)
    piece = place.piece(one, key(one), "")
    there = published(place, piece)
    by_hand(wordpress, "POST", f"posts/{there.thing}", {"status": "private"})
    assert place.read(there.thing).status is Status.GONE
