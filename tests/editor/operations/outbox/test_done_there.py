"""What somebody did at the place meanwhile, or wants otherwise by now: times, drafts, numbers given anew."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from editor.operations import reviewing
from editor.operations.drafting import save_draft
from editor.operations.outbox import queueing
from editor.publish.targets.destination import Standing, Status
from editor.store import outbox
from editor.store.outbox import State
from tests.editor.operations.newsroom import CHIEF, WRITER, passed, signed
from tests.editor.operations.outbox.sending import jobs, once, revised, send, worked
from tests.editor.operations.outbox.system import Place, System

MORNING, NOON = "2026-03-06T08:00:00+08:00", "2026-03-06T12:00:00+08:00"
SECOND = 1_772_755_200.0
"""MORNING in seconds since 1970."""


def slipped(desk, name, **slip):
    """Passed once more, with nothing else changed than fields of the slip."""
    save_draft(desk, name, lambda c: dataclasses.replace(c, slip=dataclasses.replace(c.slip, **slip)), WRITER)
    return passed(desk, name)


def sent(desk, place, **slip):
    name = signed(desk, **slip)
    send(desk, name)
    worked(desk, place)
    return name


def newest(desk):
    return max(jobs(desk), key=lambda job: job.queued_at)


def only(place):
    (thing,) = place.system.things.values()
    return thing


@pytest.mark.parametrize("field", ["publish_at", "embargo"])
@pytest.mark.parametrize(("first", "then"), [(MORNING, NOON), (NOON, MORNING)])
def test_a_new_time_is_told_to_the_place_that_keeps_the_old_one(desk, field, first, then):
    place = Place(System())
    name = sent(desk, place, **{field: first})
    assert (only(place).status, only(place).publish_at) == (Status.SCHEDULED, first)
    slipped(desk, name, **{field: then})
    send(desk, name)
    worked(desk, place)
    assert (only(place).status, only(place).publish_at) == (Status.SCHEDULED, then)


def test_a_text_with_a_time_never_replaces_what_is_public_before_it(desk):
    place = Place(System())
    name = sent(desk, place)
    save_draft(
        desk,
        name,
        lambda c: dataclasses.replace(
            c, text=c.text.replace("两成", "三成"), slip=dataclasses.replace(c.slip, embargo=MORNING)
        ),
        WRITER,
    )
    passed(desk, name)
    send(desk, name)
    driven = once(desk, place)
    assert "三成" not in only(place).fields["body"]
    assert (newest(desk).state, newest(desk).reason["code"]) == (State.WAITING, "until")
    assert driven.next_due == int(SECOND * 1000)
    worked(desk, place)
    assert "三成" in only(place).fields["body"]


def test_what_another_computer_published_is_not_replaced_before_its_time_either(desk):
    place = Place(System())
    name = sent(desk, place, headline="早报")
    slipped(desk, name, embargo=MORNING, headline="午报")
    desk.library.raw.execute("DELETE FROM placement")
    desk.library.raw.execute("DELETE FROM export_job")
    thing = only(place)
    place.system.things[thing.thing] = replace(thing, fields={**thing.fields, "title": "午报"})
    send(desk, name)
    once(desk, place)
    assert "put" not in " ".join(place.system.calls[-2:])
    assert (newest(desk).state, newest(desk).reason["code"]) == (State.WAITING, "until")


def test_who_moves_the_time_there_is_asked_about(desk):
    place = Place(System())
    name = sent(desk, place, publish_at=MORNING)
    thing = only(place)
    place.system.things[thing.thing] = replace(thing, publish_at="2026-03-06T02:00:00+00:00", stamp="moved")
    slipped(desk, name, headline="改了题")
    send(desk, name)
    once(desk, place)
    assert (newest(desk).state, newest(desk).reason["code"]) == (State.HELD, "edited_there")
    assert newest(desk).reason["differences"] == [["publish_at", MORNING, "2026-03-06T02:00:00+00:00"]]
    queueing.again(desk, [newest(desk).key], {"stamp": "moved"})
    worked(desk, place)
    assert (only(place).fields["title"], only(place).publish_at) == ("改了题", MORNING)


@pytest.mark.parametrize("slip", [{}, {"publish_at": MORNING}])
def test_what_somebody_made_a_draft_again_there_does_not_come_back_unasked(desk, slip):
    place = Place(System())
    name = sent(desk, place, **slip)
    thing = only(place)
    place.system.things[thing.thing] = replace(thing, status=Status.DRAFT, publish_at="")
    revised(desk, name, "两成", "三成")
    send(desk, name)
    once(desk, place)
    assert only(place).status == Status.DRAFT
    assert (newest(desk).state, newest(desk).reason["code"]) == (State.HELD, "taken_down_there")
    queueing.again(desk, [newest(desk).key], {"vanished": "yes"})
    worked(desk, place)
    assert only(place).status == (Status.SCHEDULED if slip else Status.PUBLIC)
    assert "三成" in only(place).fields["body"]


def withdrawn(desk, place):
    name = sent(desk, place)
    reviewing.withdraw(desk, name, notice=False, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, place)
    assert only(place).status == Status.GONE
    return name


def test_what_was_withdrawn_and_passed_again_goes_up_again(desk):
    place = Place(System())
    name = withdrawn(desk, place)
    revised(desk, name, "两成", "三成")
    send(desk, name)
    worked(desk, place)
    assert only(place).status == Status.PUBLIC


def test_what_somebody_put_up_after_the_withdrawal_is_not_written_over(desk):
    place = Place(System())
    name = withdrawn(desk, place)
    thing = only(place)
    fields = {"title": "编辑自己的题", "body": "编辑自己的文字", "tags": []}
    place.system.things[thing.thing] = replace(thing, status=Status.PUBLIC, fields=fields, stamp="theirs")
    revised(desk, name, "两成", "三成")
    send(desk, name)
    once(desk, place)
    assert only(place).fields["title"] == "编辑自己的题"
    assert (newest(desk).state, newest(desk).reason["code"]) == (State.HELD, "stands_already")


def test_what_another_computer_took_down_does_not_come_back_from_this_one(desk):
    place = Place(System())
    name = sent(desk, place)
    thing = only(place)
    place.system.things[thing.thing] = replace(thing, status=Status.GONE)
    desk.library.raw.execute("DELETE FROM placement")
    desk.library.raw.execute("DELETE FROM export_job")
    send(desk, name)
    once(desk, place)
    assert only(place).status == Status.GONE
    assert (newest(desk).state, newest(desk).reason["code"]) == (State.HELD, "taken_down_there")


def test_another_article_that_got_our_number_is_not_taken_down(desk):
    place = Place(System())
    name = sent(desk, place)
    thing = only(place).thing
    theirs = Standing(thing, "notice-5", Status.PUBLIC, "https://x/notice-5", "t1", {"title": "通知", "body": "别的"})
    place.system.things = {thing: theirs}  # the site was set back to a copy of last week, and went on from there
    reviewing.withdraw(desk, name, notice=False, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    once(desk, place)
    assert only(place) == theirs
    removal = next(job for job in jobs(desk) if job.action == outbox.REMOVE)
    assert (removal.state, removal.reason["code"]) == (State.HELD, "edited_there")
    queueing.again(desk, [removal.key], {"stamp": "t1"})
    worked(desk, place)
    assert only(place).status == Status.GONE


def test_a_call_that_may_still_come_is_not_forgotten_by_a_decision(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    place.system.faults = ["", "", "late"]
    once(desk, place)
    (job,) = jobs(desk)
    until = job.reason["until"]
    with desk.writing() as session:
        values = {"state": State.HELD, "reason": {"code": "refused", "until": until}}
        outbox.update(session.connection, session.newsroom, job.key, **values)
    queueing.again(desk, [job.key], {"digest": "x"})
    assert jobs(desk)[0].reason["until"] == until
    worked(desk, place)
    place.system.clock.wait(100)
    assert len([thing for thing in place.system.things.values() if thing.status != Status.GONE]) == 1
