"""A withdrawal is over when nobody comes upon the article any more: pages, lists, feeds and searches are looked at."""

from __future__ import annotations

import dataclasses

import pytest

from editor.article import Variant
from editor.operations import articles, reviewing
from editor.operations.auditing import verify
from editor.operations.content import Content, with_slip
from editor.operations.drafting import save_draft
from editor.operations.outbox import disposal, queueing, telling
from editor.operations.outbox.looking import AGAIN
from editor.operations.outbox.tracing import TOGETHER
from editor.publish.targets.destination import Look, Traits
from editor.publish.targets.kinds import key_of
from editor.publish.wire import NotSentError, UnknownError
from editor.store import drafts
from tests.editor.operations.newsroom import CHIEF, WRITER, own_article
from tests.editor.operations.outbox.public_place import (
    FEED,
    HOME,
    MAP,
    SEARCH,
    SPOTS,
    Public,
    driven_once,
    published,
    receipts,
    seen_out,
    spots,
    taken_down,
)  # fmt: skip
from tests.editor.operations.outbox.sending import passed, send, signed
from tests.editor.operations.outbox.sending import worked as driven
from tests.editor.operations.outbox.system import Place, System


@pytest.fixture
def place():
    return Public(System())


def test_every_list_is_looked_at_and_the_sheet_says_what_was_seen_and_when(desk, place):
    name = published(desk, place, signed(desk))
    assert taken_down(desk, place, name) == []
    assert place.looked == [spot.address for spot in SPOTS]
    assert spots(desk, name) == [(where, "gone", "") for where in ("list", "feed", "search", "map")]
    (one,) = disposal.sheet_of(desk, name).places
    assert one.state == "down"
    assert all(spot.at.startswith("2026-03-05T09:00") for spot in one.spots)
    assert place.trace.key == key_of(name, "zh-CN")
    assert place.trace.titles == ("青禾县春灌开闸",)
    assert place.trace.addresses == (f"https://x/{place.trace.key}",)
    (looked,) = receipts(desk, name, "looked")
    assert looked.content["spots"][0][:3] == ["list", HOME, "gone"]
    assert verify(desk).problems == ()


def test_a_list_out_of_a_cache_is_looked_at_again_and_is_no_trouble_when_the_cache_is_over(desk, place):
    name = published(desk, place, signed(desk))
    place.kept = {HOME: 2, FEED: 1}
    before = place.system.clock.now()
    happened = taken_down(desk, place, name)
    assert [(item.state, item.code, item.address) for item in happened] == [("checking", "listed_yet", HOME)] * 2
    assert place.system.clock.now() - before >= AGAIN[0] + AGAIN[1]
    assert disposal.sheet_of(desk, name).places[0].state == "down"
    assert {state for _, state, _ in spots(desk, name)} == {"gone"}
    assert len(receipts(desk, name, "remove")) == 1
    assert len(receipts(desk, name, "looked")) == 1
    assert place.system.calls.count("remove") == 1
    assert verify(desk).problems == ()


def test_while_a_list_still_names_it_the_withdrawal_is_not_over_and_says_where(desk, place):
    name = published(desk, place, signed(desk))
    place.kept = {FEED: 9}
    reviewing.withdraw(desk, name, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    driven_once(desk, place, [])
    (line,) = telling.lines(desk)
    assert (line.state, line.code, line.sentence, line.values["address"]) == (
        "checking", "listed_yet", "waits.listed_yet", FEED,
    )  # fmt: skip
    (one,) = disposal.sheet_of(desk, name).places
    assert (one.state, one.why, one.values["address"]) == ("open", "waits.listed_yet", FEED)


def test_a_list_that_goes_on_naming_it_calls_a_person_who_clears_the_cache_and_looks_again(desk, place):
    name = published(desk, place, signed(desk))
    place.kept = {FEED: 99}
    happened = taken_down(desk, place, name)
    assert [item.code for item in happened] == ["listed_yet"] * len(AGAIN) + ["still_listed"]
    (line,) = telling.lines(desk)
    assert (line.state, line.sentence, line.values["times"]) == ("held", "held.still_listed", len(AGAIN) + 1)
    (one,) = disposal.sheet_of(desk, name).places
    assert (one.state, one.why, one.values["address"]) == ("open", "held.still_listed", FEED)
    assert ("feed", "there", "key") in spots(desk, name)
    assert not disposal.sheet_of(desk, name).complete
    place.kept = {}
    queueing.again(desk, [line.key])
    assert seen_out(desk, place) == []
    assert disposal.sheet_of(desk, name).places[0].state == "down"
    assert verify(desk).problems == ()


def test_a_headline_alone_is_seen_but_not_one_that_another_article_has(desk, place):
    name, other = published(desk, place, signed(desk)), own_article(desk, headline="两篇同题")
    place.pages[HOME] = Look(200, "", "", "<html><a href='/go/1'>青禾县春灌开闸</a></html>")
    taken_down(desk, place, name)
    assert ("list", "there", "title") in spots(desk, name)
    twin = published(desk, place, signed(desk, headline="两篇同题"))
    place.pages[HOME] = Look(200, "", "", "<html><a href='/go/1'>两篇同题</a></html>")
    assert taken_down(desk, place, twin) == []
    assert place.trace.titles == ()
    assert other


def test_what_it_was_called_before_is_looked_for_as_well(desk, place):
    name = published(desk, place, signed(desk))
    save_draft(desk, name, lambda content: with_slip(content, headline="青禾县春灌全面开闸"), WRITER)
    published(desk, place, passed(desk, name))
    taken_down(desk, place, name)
    assert set(place.trace.titles) == {"青禾县春灌开闸", "青禾县春灌全面开闸"}


def test_both_variants_are_looked_for_at_once_and_each_has_its_rows(desk, place):
    name = signed(desk)
    with desk.writing() as session:
        content = articles.find(session, name).content
        slip = dataclasses.replace(content.slip, headline="青禾縣春灌開閘")
        other = Content(Variant.ZH_TW, slip, content.text.replace("灌", "溉"))
        drafts.save(desk.library, articles.new_draft(session, name, other, ""))
        articles.refresh(session, name)
    passed(desk, f"{name}@zh-TW")
    published(desk, place, name)
    published(desk, place, f"{name}@zh-TW")
    place.kept = {FEED: 99}
    place.cached = f'<html><a href="https://x/{key_of(name, "zh-TW")}">x</a></html>'
    place.looked.clear()
    reviewing.withdraw(desk, name, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    driven_once(desk, place, [])
    assert place.looked == [spot.address for spot in SPOTS]  # once for both
    seen_out(desk, place)
    found = disposal.sheet_of(desk, name).places
    assert {(one.variant, one.state) for one in found} == {("zh-CN", "down"), ("zh-TW", "open")}
    assert [spot.state for one in found for spot in one.spots if spot.where == "feed"] == ["gone", "there"]


def test_with_a_notice_its_address_may_be_listed_but_not_its_headline(desk, place):
    name = published(desk, place, signed(desk))
    assert taken_down(desk, place, name, notice=True) == []
    (one,) = disposal.sheet_of(desk, name).places
    assert one.state == "notice"
    other = published(desk, place, signed(desk, headline="另一个标题也在"))
    place.kept = {FEED: 99}
    taken_down(desk, place, other, notice=True)
    assert ("feed", "there", "title") in spots(desk, other)


@pytest.mark.parametrize(
    ("answer", "state", "detail"),
    [
        (Look(404), "none", "404"),
        (Look(410), "none", "410"),
        (Look(401), "none", "401"),
        (Look(403), "unseen", "403"),
        (Look(503), "unseen", "503"),
        (Look(302, "", "https://elsewhere.example/"), "unseen", "302"),
        (NotSentError("wire_refused", url="x"), "unseen", "no_answer"),
        (UnknownError("wire_too_much", late=False, url="x", megabytes=32), "unseen", "no_answer"),
        (Look(200, "", "", "{" * 100_000), "gone", ""),
        (Look(200, "<script>alert(1)</script>"), "gone", ""),
    ],
)
def test_what_cannot_be_looked_at_is_told_and_is_never_taken_for_gone(desk, place, answer, state, detail):
    name = published(desk, place, signed(desk))
    place.pages[FEED] = answer
    assert taken_down(desk, place, name) == []
    assert ("feed", state, detail) in spots(desk, name)
    assert disposal.sheet_of(desk, name).places[0].state == "down"


def test_within_a_site_a_reader_is_led_on(desk, place):
    name = published(desk, place, signed(desk))
    place.pages |= {FEED: Look(301, "", "https://x/feed.xml"), "https://x/feed.xml": Look(200, "", "", place.cached)}
    place.pages[SEARCH] = Look(302, "", f"https://x/{key_of(name, 'zh-CN')}")
    place.pages[MAP] = Look(301, "", MAP)  # for ever
    taken_down(desk, place, name)
    found = spots(desk, name)
    assert ("feed", "there", "key") in found
    assert ("search", "none", "404") in found  # led to the page that is not there any more
    assert ("map", "unseen", "301") in found


def test_a_page_may_lead_to_others_of_its_site(desk, place):
    name = published(desk, place, signed(desk))
    more = '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
    place.pages[HOME] = Look(200, "", "", f"<html>{more}</html>")
    place.pages["https://x/comments/feed/"] = Look(200, "", "", place.cached)
    taken_down(desk, place, name)
    (one,) = disposal.sheet_of(desk, name).places
    assert [spot.address for spot in one.spots if spot.state == "there"] == ["https://x/comments/feed/"]


def test_a_site_that_does_not_answer_is_not_asked_for_ever(desk, place):
    name = published(desk, place, signed(desk))
    place.pages = dict.fromkeys([spot.address for spot in SPOTS], UnknownError("wire_timed_out", late=True, url="x"))
    assert taken_down(desk, place, name) == []
    assert len(place.looked) == 3
    assert spots(desk, name) == [(where, "unseen", "no_answer") for where in ("list", "feed", "search", "map")]


def test_looking_ends_when_its_time_is_over(desk, place):
    name = published(desk, place, signed(desk))

    class Slow(Public):
        def look(self, address):
            self.system.clock.wait(TOGETHER)
            return super().look(address)

    slow = Slow(place.system)
    assert taken_down(desk, slow, name) == []
    assert [detail for _, _, detail in spots(desk, name)] == ["", "time_over", "time_over", "time_over"]


def test_a_place_that_names_no_lists_says_so(desk):
    place = Place(System())
    name = signed(desk)
    send(desk, name)
    driven(desk, place)
    taken_down(desk, place, name)
    assert spots(desk, name) == [("", "unseen", "lists_unknown")]


def test_where_no_visitor_can_be_asked_nothing_is_claimed(desk):
    place = Public(System(), Traits(drafts=True, unseen="drafts"))
    name = published(desk, place, signed(desk))
    taken_down(desk, place, name)
    (one,) = disposal.sheet_of(desk, name).places
    assert one.looks == ()
    assert spots(desk, name) == [("", "unseen", "drafts")]
    assert place.looked == []
