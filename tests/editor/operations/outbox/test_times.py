"""拟发 and 禁发至: who keeps the time, what is missed, what is late, what was changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox import queueing, showing
from editor.operations.outbox.running import once as all_places
from editor.operations.outbox.watching import watch
from editor.operations.reviewing import submit
from editor.publish.targets import kinds
from editor.publish.targets.destination import Status, Traits
from editor.store import outbox
from editor.store.outbox import State, TargetRow
from tests.editor.operations.newsroom import CHIEF, WRITER, change, sign_all, signed
from tests.editor.operations.outbox.sending import TARGET, jobs, once, send, states, worked
from tests.editor.operations.outbox.system import OneKind, Place, System

MORNING = "2026-03-06T08:00:00+08:00"
AT = 1_772_755_200.0


def test_what_has_an_embargo_is_given_to_a_place_that_keeps_time(desk):
    clock = System().clock
    name = signed(desk, embargo="2026-03-06T08:00:00+08:00")
    place = Place(System(clock=clock))
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things.values()
    assert thing.status == Status.SCHEDULED


def test_where_the_place_keeps_no_time_this_computer_does_by_the_places_clock(desk):
    name = signed(desk, embargo="2026-03-06T08:00:00+08:00")
    place = Place(System(), Traits(drafts=True))
    send(desk, name)
    driven = once(desk, place)
    assert place.system.things == {}
    (job,) = jobs(desk)
    assert job.reason["code"] == "until"
    assert driven.next_due == 1_772_755_200_000
    worked(desk, place)
    assert len(place.system.public()) == 1


def scheduled(desk):
    """An article that a place keeps for the next morning, and the place."""
    name, place = signed(desk, embargo="2026-03-06T08:00:00+08:00"), Place(System())
    send(desk, name)
    worked(desk, place)
    return name, place


def test_what_is_not_there_a_minute_after_its_time_calls_a_person_who_publishes_it_at_once(desk):
    _name, place = scheduled(desk)
    place.system.clock.time = 1_772_755_200 + 59
    assert watch(desk, TARGET, place, place.system.clock.now()) == []
    place.system.clock.time += 2
    (happened,) = watch(desk, TARGET, place, place.system.clock.now())
    assert (happened.state, happened.code) == (State.HELD, "not_there_on_time")
    assert watch(desk, TARGET, place, place.system.clock.now()) == []
    queueing.again(desk, [happened.job.key])
    worked(desk, place)
    assert len(place.system.public()) == 1


def test_what_the_place_has_published_in_time_is_seen(desk):
    name, place = scheduled(desk)
    (thing,) = place.system.things.values()
    place.system.things[thing.thing] = replace(thing, status=Status.PUBLIC)
    place.system.clock.time = 1_772_755_200 + 61
    (happened,) = watch(desk, TARGET, place, place.system.clock.now())
    assert happened.state == State.DONE
    with desk.reading() as session:
        (placed,) = outbox.placements_of(session.connection, session.newsroom, name)
    assert (placed.status, placed.publish_at) == ("public", "")


def test_what_has_another_address_once_it_is_out_is_looked_for_there(desk):
    name, place = scheduled(desk)
    (thing,) = place.system.things.values()
    place.system.things[thing.thing] = replace(thing, status=Status.PUBLIC, address="https://x/2026/03/name")
    place.system.clock.time = 1_772_755_200 + 61
    (happened,) = watch(desk, TARGET, place, place.system.clock.now())
    assert (happened.state, happened.address) == (State.DONE, "https://x/2026/03/name")
    with desk.reading() as session:
        (placed,) = outbox.placements_of(session.connection, session.newsroom, name)
    assert placed.address == "https://x/2026/03/name"


def test_a_text_that_was_changed_since_never_appears_in_its_old_form(desk):
    name, place = scheduled(desk)
    change(desk, name, WRITER, "两成", "三成")
    submit(desk, name, WRITER)
    (happened,) = watch(desk, TARGET, place, place.system.clock.now())
    assert happened.code == "changed_since"
    (thing,) = place.system.things.values()
    assert thing.status == Status.GONE
    sign_all(desk, name)
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things.values()
    assert (thing.status, "三成" in thing.fields["body"]) == (Status.SCHEDULED, True)


def test_a_time_that_cannot_be_read_lets_nothing_out(desk):
    name, place = signed(desk, embargo="明天早上"), Place(System())
    send(desk, name)
    once(desk, place)
    assert (jobs(desk)[0].state, place.system.things) == (State.HELD, {})


@pytest.mark.parametrize("field", ["embargo", "publish_at"])
def test_its_time_is_known_before_anything_was_tried(desk, field):
    send(desk, signed(desk, **{field: MORNING}))
    (line,) = showing.lines_shown(desk, scheduled=True)
    assert (line.state, line.code, line.keeper) == ("waiting", "until", "here")
    assert line.publish_at == MORNING


@pytest.mark.parametrize("keeps", [True, False])
def test_what_was_missed_is_asked_about_and_never_sent_late_unasked(desk, keeps):
    name, place = signed(desk, publish_at=MORNING), Place(System(), Traits(schedules=keeps, drafts=True))
    send(desk, name)
    place.system.clock.time = AT + 3600  # nothing of ours was running
    once(desk, place)
    (job,) = jobs(desk)
    assert (job.state, job.reason["code"], job.reason["at"]) == (State.HELD, "missed", MORNING)
    assert place.system.things == {}
    queueing.again(replace(desk, clock=lambda: datetime.fromtimestamp(AT + 3700, UTC)), [job.key])
    worked(desk, place)
    assert len(place.system.public()) == 1


def test_what_is_a_little_late_goes(desk):
    name, place = signed(desk, publish_at=MORNING), Place(System(), Traits(drafts=True))
    send(desk, name)
    place.system.clock.time = AT + 240
    worked(desk, place)
    assert len(place.system.public()) == 1


def test_what_somebody_sends_after_its_time_goes_at_once(desk):
    name, place = signed(desk, publish_at="2026-03-04T08:00:00+08:00"), Place(System())
    send(desk, name)
    worked(desk, place)
    assert len(place.system.public()) == 1


@pytest.fixture
def folder(desk, tmp_path):
    """A folder of files as a target."""
    row = TargetRow(
        "files", "folder", f"markdown:{tmp_path / 'out'}", {"path": str(tmp_path / "out"), "format": "markdown"}, ""
    )
    with desk.writing() as session:
        outbox.keep_target(session.connection, session.newsroom, row)
    return row


def test_a_folder_gets_what_has_a_time_at_its_time_and_not_before(desk, folder, tmp_path):
    clock = System().clock
    name = signed(desk, publish_at=MORNING)
    queueing.publish(desk, folder, [name], CHIEF)
    left = all_places(desk, SecretsInMemory({}), clock, names=["files"])
    assert states(desk) == [State.WAITING]
    assert left["files"].next_due == AT * 1000
    assert not list(tmp_path.glob("out/*.md"))
    clock.time = AT + 1
    all_places(desk, SecretsInMemory({}), clock, names=["files"])
    assert states(desk) == [State.DONE]
    assert len(list(tmp_path.glob("out/*.md"))) == 1


def test_a_folder_too_gets_nothing_late_unasked(desk, folder, tmp_path):
    clock = System().clock
    queueing.publish(desk, folder, [signed(desk, publish_at=MORNING)], CHIEF)
    clock.time = AT + 3600
    all_places(desk, SecretsInMemory({}), clock, names=["files"])
    (job,) = jobs(desk)
    assert (job.state, job.reason["code"]) == (State.HELD, "missed")
    assert not list(tmp_path.glob("out/*.md"))
    queueing.again(replace(desk, clock=lambda: datetime.fromtimestamp(AT + 3700, UTC)), [job.key])
    all_places(desk, SecretsInMemory({}), clock, names=["files"])
    assert states(desk) == [State.DONE]


def all_at(desk, place, monkeypatch):
    monkeypatch.setattr(kinds, "kind", lambda _name: OneKind(place))
    return all_places(desk, SecretsInMemory(), place.system.clock)[TARGET.name]


def test_what_waits_by_a_clock_that_was_days_ahead_goes_when_the_clock_is_right(desk, monkeypatch):
    name, place = signed(desk), Place(System())
    place.system.clock.time += 3 * 86400
    send(desk, name)
    place.system.faults = ["busy"]
    all_at(desk, place, monkeypatch)
    assert states(desk) == [State.WAITING]
    place.system.clock.time -= 3 * 86400
    all_at(desk, place, monkeypatch)
    assert states(desk) == [State.DONE]


def test_a_call_that_was_given_up_by_a_clock_that_was_days_ahead_is_waited_for_ten_minutes(desk):
    name, place = signed(desk), Place(System())
    place.system.clock.time += 3 * 86400
    send(desk, name)
    place.system.faults = ["", "", "late"]
    once(desk, place)
    place.system.clock.later.clear()  # it never came
    place.system.clock.time -= 3 * 86400
    with desk.writing() as session:
        outbox.update(session.connection, session.newsroom, jobs(desk)[0].key, due=0)
    begun = place.system.clock.now()
    worked(desk, place)
    assert len(place.system.public()) == 1
    assert place.system.clock.now() - begun < 1300


def test_its_time_is_kept_by_a_clock_that_was_days_ahead_and_is_right_again(desk, monkeypatch):
    name, place = signed(desk, publish_at=MORNING), Place(System(), Traits(drafts=True))
    ahead = datetime.fromtimestamp(AT - 86400 + 3 * 86400, UTC)
    send(desk, name)
    (job,) = jobs(desk)
    with desk.writing() as session:
        wrong = {"code": "until", "at": "2026-03-09T08:00:00+08:00", "noted": ahead.timestamp()}
        values = {"due": int((AT + 3 * 86400) * 1000), "reason": wrong}
        outbox.update(session.connection, session.newsroom, job.key, **values)
    driven = all_at(desk, place, monkeypatch)
    assert driven.next_due == int(AT * 1000)
    assert place.system.things == {}
