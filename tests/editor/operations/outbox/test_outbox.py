"""Signed articles reach a publishing system exactly once, whatever breaks between."""

from __future__ import annotations

import random
import zlib

import pytest

from editor.operations import reviewing
from editor.operations.auditing import verify
from editor.operations.outbox import queueing
from editor.publish.targets.destination import Status
from editor.publish.targets.kinds import key_of
from editor.store import outbox
from editor.store.outbox import State
from tests.editor.operations.newsroom import CHIEF, own_article, sheet, signed
from tests.editor.operations.outbox.sending import (
    another_computer,
    jobs,
    once,
    revised,
    send,
    states,
    whatever_breaks,
    worked,
)
from tests.editor.operations.outbox.system import Place, System


def test_a_signed_article_stands_there_once_with_a_receipt_that_verify_checks(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.public()
    assert thing.key == key_of(name, "zh-CN")
    assert thing.fields["title"] == "青禾县春灌开闸"
    assert states(desk) == [State.DONE]
    assert sheet(desk, name).standing.state == "sent"
    receipt = next(e for e in sheet(desk, name).standing.case.history.of_kind("receipt"))
    assert receipt.content["address"] == thing.address
    assert len(receipt.content["digest"]) == 64
    assert verify(desk).problems == ()


def test_a_changed_copy_of_what_was_sent_is_noticed(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    kept = desk.library.raw.execute("SELECT text FROM payload").fetchone()[0]
    text = zlib.decompress(kept).decode().replace("青禾县", "别的县")
    desk.library.raw.execute("UPDATE payload SET text = ?", (zlib.compress(text.encode()),))
    (problem,) = verify(desk).problems
    assert (problem.code, problem.article) == ("receipt", name)


def test_an_unsigned_article_is_not_even_queued(desk):
    draft = own_article(desk)
    queued = send(desk, draft)
    assert [item.code for item in queued.refused] == ["not_signed"]
    assert jobs(desk) == []


def test_sending_again_writes_nothing_new(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    before = dict(place.system.things)
    place.system.calls.clear()
    send(desk, name)
    worked(desk, place)
    assert place.system.things == before
    assert not any(call.startswith("put") for call in place.system.calls)


def test_a_change_goes_to_the_same_thing(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    revised(desk, name, "两成", "三成")
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things.values()
    assert "三成" in thing.fields["body"]


def test_nobody_sees_it_before_it_was_compared(desk):
    name, place = signed(desk, keywords=("春灌",)), Place(System(drops=frozenset({"tags"})))
    send(desk, name)
    once(desk, place)
    assert place.system.public() == []
    (job,) = jobs(desk)
    assert (job.state, job.reason["code"]) == (State.HELD, "changed_there")
    assert job.reason["differences"][0][0] == "tags"
    queueing.again(desk, [job.key], {"digest": job.digest})
    worked(desk, place)
    assert len(place.system.public()) == 1


def test_what_somebody_changed_there_is_never_written_over_unasked(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things
    place.system.edit(thing, title="被人在后台改过")
    revised(desk, name, "两成", "三成")
    send(desk, name)
    once(desk, place)
    held = next(job for job in jobs(desk) if job.state == State.HELD)
    assert held.reason["code"] == "edited_there"
    assert place.system.things[thing].fields["title"] == "被人在后台改过"
    queueing.again(desk, [held.key], {"stamp": held.reason["stamp"]})
    worked(desk, place)
    assert "三成" in place.system.things[thing].fields["body"]


@pytest.mark.parametrize("arrived", ["cut", "half"])
def test_what_an_older_text_of_ours_left_there_unheard_is_no_strangers_work(desk, arrived):
    name, place = signed(desk), Place(System(faults=["", "", "", arrived]))
    send(desk, name)
    once(desk, place)
    assert len(place.system.things) == 1
    revised(desk, name, "两成", "三成")
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.public()
    assert "三成" in thing.fields["body"]
    assert State.HELD not in states(desk)


def test_what_somebody_changed_in_an_older_text_that_arrived_unheard_is_kept(desk):
    name, place = signed(desk), Place(System(faults=["", "", "", "cut"]))
    send(desk, name)
    once(desk, place)
    (thing,) = place.system.things
    place.system.edit(thing, title="被人在后台改过")
    revised(desk, name, "两成", "三成")
    send(desk, name)
    for _ in range(5):
        once(desk, place)
        place.system.clock.wait(30)
    assert place.system.things[thing].fields["title"] == "被人在后台改过"
    assert State.HELD in states(desk)


def test_an_old_text_that_somebody_brought_back_there_is_a_change_by_somebody(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things
    first = dict(place.system.things[thing].fields)
    revised(desk, name, "两成", "三成")
    send(desk, name)
    worked(desk, place)
    place.system.edit(thing, **first)
    revised(desk, name, "三成", "四成")
    send(desk, name)
    once(desk, place)
    assert State.HELD in states(desk)
    assert place.system.things[thing].fields == first


def test_queueing_again_forgets_no_call_that_may_still_come(desk):
    name, place = signed(desk), Place(System(faults=["", "", "late"]))
    send(desk, name)
    once(desk, place)
    assert states(desk) == [State.CHECKING]
    send(desk, name)
    worked(desk, place)
    place.system.clock.wait(60)
    assert [thing.key for thing in place.system.things.values()] == [key_of(name, "zh-CN")]


def test_a_decision_holds_for_what_was_seen_and_not_for_a_later_change(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things
    place.system.edit(thing, title="第一次改")
    revised(desk, name, "两成", "三成")
    send(desk, name)
    once(desk, place)
    held = next(job for job in jobs(desk) if job.state == State.HELD)
    place.system.edit(thing, title="第二次改")
    queueing.again(desk, [held.key], {"stamp": held.reason["stamp"]})
    once(desk, place)
    assert place.system.things[thing].fields["title"] == "第二次改"


def test_withdrawn_articles_are_taken_down_before_anything_else_goes(desk):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    others = [signed(desk, headline=f"另一篇{n}") for n in range(3)]
    send(desk, *others)
    reviewing.withdraw(desk, name, notice=False, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    place.system.calls.clear()
    worked(desk, place)
    assert place.system.calls.index("remove") < place.system.calls.index("put draft")
    assert key_of(name, "zh-CN") not in {thing.key for thing in place.system.public()}
    assert verify(desk).problems == ()


def test_what_may_have_arrived_is_taken_down_as_well(desk):
    name, place = signed(desk), Place(System(faults=["", "", "cut"]))
    send(desk, name)
    once(desk, place)
    assert place.system.things
    reviewing.withdraw(desk, name, notice=False, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, place)
    assert all(thing.status == Status.GONE for thing in place.system.things.values())


def test_a_refused_password_stops_everything_and_the_right_one_lets_it_go_on(desk):
    for number in range(4):
        signed(desk, headline=f"第{number}篇")
    place = Place(System(password=False))
    send(desk)
    driven = once(desk, place)
    assert driven.trouble[0] == "password_refused"
    assert states(desk) == [State.WAITING] * 4
    assert place.system.calls == ["probe"]
    place.system.password = True
    worked(desk, place)
    assert len(place.system.public()) == 4


def test_without_a_network_nothing_is_lost_and_it_goes_when_there_is_one(desk):
    name, place = signed(desk), Place(System(faults=["away"]))
    send(desk, name)
    assert once(desk, place).trouble[0] == "wire_refused"
    assert states(desk) == [State.WAITING]
    worked(desk, place)
    assert len(place.system.public()) == 1


def test_a_call_that_comes_late_makes_no_double(desk):
    name, place = signed(desk), Place(System(faults=["", "", "late"]))
    send(desk, name)
    worked(desk, place)
    assert [thing.key for thing in place.system.public()] == [key_of(name, "zh-CN")]
    assert len([thing for thing in place.system.things.values() if thing.status != Status.GONE]) == 1


def test_a_second_computer_with_the_same_library_makes_no_second_article(desk, tmp_path):
    name, place = signed(desk), Place(System())
    send(desk, name)
    with another_computer(desk, tmp_path) as other:
        worked(desk, place)
        worked(other, place)
    assert len(place.system.things) == 1


@pytest.mark.parametrize("seed", range(24))
def test_whatever_breaks_each_article_stands_there_exactly_once_and_complete(desk, seed):
    whatever_breaks(desk, Place(System()), random.Random(seed), 5)


@pytest.mark.parametrize("died", [False, True])
def test_a_late_call_with_an_older_text_never_writes_over_the_newer(desk, died):
    name, place = signed(desk), Place(System())
    send(desk, name)
    worked(desk, place)
    revised(desk, name, "两成", "三成")
    send(desk, name)
    place.system.faults = ["", "", "late"]
    once(desk, place)
    if died:
        with desk.writing() as session:
            job = next(job for job in outbox.jobs(session.connection, session.newsroom) if job.state != State.DONE)
            outbox.update(session.connection, session.newsroom, job.key, state=State.SENDING, reason={}, due=0)
    revised(desk, name, "三成", "四成")
    send(desk, name)
    once(desk, place)
    place.system.clock.wait(60)
    worked(desk, place)
    (thing,) = place.system.public()
    assert "四成" in thing.fields["body"]
    assert State.HELD not in states(desk)


def test_a_call_of_a_program_that_died_may_still_come_and_makes_no_double(desk):
    name, place = signed(desk), Place(System(faults=["", "", "late"]))
    send(desk, name)
    once(desk, place)
    with desk.writing() as session:  # as it stood on the disk while the call was on its way
        (job,) = outbox.jobs(session.connection, session.newsroom)
        outbox.update(session.connection, session.newsroom, job.key, state=State.SENDING, reason={}, due=0)
    once(desk, place)
    place.system.clock.wait(60)
    worked(desk, place)
    assert [thing.key for thing in place.system.things.values()] == [key_of(name, "zh-CN")]
