"""A corrected article and its notice link to each other at a place, and only while both stand there."""

from __future__ import annotations

import re

import pytest

from editor.markup.html import to_html
from editor.operations import correcting
from editor.operations.auditing import verify
from editor.operations.outbox import queueing
from editor.operations.outbox.driving import drive
from editor.operations.outbox.linking import link_to
from editor.operations.reviewing import withdraw
from editor.publish.targets.destination import Piece, Status
from editor.store.outbox import Placed, State
from editor.workflow.entry import Kind
from tests.editor.operations.newsroom import CHIEF, WRITER, change, founded_desk, own_article, passed, sheet
from tests.editor.operations.outbox.sending import TARGET, jobs, send, worked
from tests.editor.operations.outbox.system import Place, System

TOLD = "“多了两成”应为“多了三成”。"


class PagePlace(Place):
    """A system that keeps the page as it is printed."""

    def piece(self, package, key, publish_at):
        fields = {"title": package.article.slip.headline, "text": to_html(package.article.blocks, asset_url=str)}
        return Piece(key, package.name, fields, publish_at=publish_at)


@pytest.fixture
def desk(tmp_path):
    from editor.store import outbox

    desk = founded_desk(tmp_path / "library", writer_levels=("reporter", "1"))
    with desk.writing() as session:
        outbox.keep_target(session.connection, session.newsroom, TARGET)
    yield desk
    desk.library.close()


def shown(place, title):
    (thing,) = [one for one in place.system.public() if one.fields["title"] == title]
    return thing


def links(thing):
    return re.findall(r'href="([^"]*)"', thing.fields["text"])


@pytest.fixture
def place():
    return PagePlace(System())


@pytest.fixture
def out(desk, place):
    name = passed(desk, own_article(desk, column="要闻"))
    send(desk, name)
    worked(desk, place)
    return name


def notice_of(desk, name):
    return passed(desk, correcting.correct(desk, name, "notice", what=TOLD, person=WRITER).notice)


HEADLINE, NOTICE = "青禾县春灌开闸", "关于《青禾县春灌开闸》的更正"


def test_once_the_notice_is_public_the_article_is_sent_again_with_the_link(desk, place, out):
    notice = notice_of(desk, out)
    send(desk, notice)
    worked(desk, place)
    article, told = shown(place, HEADLINE), shown(place, NOTICE)
    assert links(article) == [told.address]
    assert links(told) == [article.address]
    assert {job.state for job in jobs(desk)} == {State.DONE}
    assert verify(desk).problems == ()
    receipts = sheet(desk, out).case.history.of_kind(Kind.RECEIPT)
    assert len(receipts) == 2
    assert len({entry.target for entry in receipts}) == 1  # the same revision, whose signature holds


def test_the_links_are_made_once_and_not_for_ever(desk, place, out):
    send(desk, notice_of(desk, out))
    worked(desk, place)
    calls = len(place.system.calls)
    worked(desk, place)
    assert len(place.system.calls) == calls


def test_a_corrected_text_that_goes_with_its_notice_is_linked_as_well(desk, place, out):
    change(desk, out, WRITER, "两成", "三成")
    notice = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER).notice
    passed(desk, notice)
    passed(desk, out)
    send(desk, out, notice)
    worked(desk, place)
    article, told = shown(place, HEADLINE), shown(place, NOTICE)
    assert "三成" in article.fields["text"]
    assert (links(article), links(told)) == ([told.address], [article.address])


def test_a_newer_text_does_not_go_because_of_a_notice(desk, place, out):
    change(desk, out, WRITER, "两成", "三成")
    notice = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER).notice
    passed(desk, out)
    send(desk, passed(desk, notice))
    worked(desk, place)
    assert "两成" in shown(place, HEADLINE).fields["text"]


def test_a_notice_that_is_taken_down_leaves_no_link(desk, place, out):
    notice = notice_of(desk, out)
    send(desk, notice)
    worked(desk, place)
    withdraw(desk, notice, person=CHIEF)
    queueing.take_down(desk, [notice], CHIEF)
    worked(desk, place)
    assert links(shown(place, HEADLINE)) == []
    assert [thing.status for thing in place.system.things.values()].count(Status.PUBLIC) == 1


def test_an_article_without_a_notice_goes_as_before(desk, place, out):
    assert links(shown(place, HEADLINE)) == []
    assert "更正" not in shown(place, HEADLINE).fields["text"]


def test_a_link_is_no_part_of_what_was_signed(desk, place, out):
    covers = sheet(desk, out).standing.release.signs[-1].content["covers"]
    send(desk, notice_of(desk, out))
    worked(desk, place)
    release = sheet(desk, out).standing.release
    assert release.signs[-1].content["covers"] == covers


def test_on_their_way_at_the_same_time_they_are_linked_as_well(desk, place, out):
    """Each was made ready before the other was public there."""
    change(desk, out, WRITER, "两成", "三成")
    notice = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER).notice
    passed(desk, notice)
    passed(desk, out)
    both = TARGET._replace(options={"connections": "2"})
    queueing.publish(desk, both, [notice, out], CHIEF)

    def signer(session):
        return next(one for one in desk.keys.identities(session.newsroom) if one.name == CHIEF)

    drive(desk, both, place, place.system.clock, signer=signer)
    article, told = shown(place, HEADLINE), shown(place, NOTICE)
    assert (links(article), links(told)) == ([told.address], [article.address])
    assert {job.state for job in jobs(desk)} == {State.DONE}


def test_where_an_address_is_not_known_the_other_half_is_named_without_a_link():
    placed = Placed(
        "a", "zh-CN", "wechat:wx1", "nx", "1/0", "https://mp.weixin.qq.com/", "public", *[""] * 3, {}, "", ""
    )
    assert link_to(TARGET._replace(kind="wechat"), placed) == ""
    assert link_to(TARGET, placed._replace(address="https://x/1")) == "https://x/1"
    assert link_to(TARGET, placed._replace(address="javascript:alert(1)")) == ""
    assert link_to(TARGET, placed._replace(address="/srv/www/1.html")) == ""
