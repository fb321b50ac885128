"""Another program decides while work is on its way: held back, withdrawn, taken out of the queue."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from editor.newsroom.secrets import SecretsInMemory
from editor.operations import reviewing
from editor.operations.outbox import driving, queueing, targets
from editor.operations.outbox.recalling import Recall
from editor.operations.outbox.running import once as all_places
from editor.publish.targets import kinds
from editor.publish.targets.destination import Status
from editor.store import library, outbox
from editor.store.outbox import State
from tests.editor.operations.newsroom import CHIEF, signed
from tests.editor.operations.outbox.sending import TARGET, jobs, once, send, worked
from tests.editor.operations.outbox.system import OneKind, Place, System


@pytest.fixture
def elsewhere(desk):
    """Lets another program, with a connection of its own, do something in the same library."""

    def does(action):
        other = replace(desk, library=library.open_library(desk.library.path.parent))
        try:
            action(other)
        finally:
            other.library.close()

    return does


class Interrupted(Place):
    """A place at which something happens just before its first call of a kind is worked."""

    def __init__(self, system, call, action):
        super().__init__(system)
        self._at, self._action = call, action

    def _call(self, name, effect, half=None):
        if name == self._at and self._action is not None:
            action, self._action = self._action, None
            action()
        return super()._call(name, effect, half)


def withdraw(desk, name):
    reviewing.withdraw(desk, name, notice=False, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)


def left(place):
    return [(thing.key, thing.status) for thing in place.system.things.values() if thing.status != Status.GONE]


def test_what_is_withdrawn_while_the_place_is_asked_is_never_made(desk, elsewhere):
    name = signed(desk)
    place = Interrupted(System(), "find", lambda: elsewhere(lambda other: withdraw(other, name)))
    send(desk, name)
    worked(desk, place)
    assert place.system.things == {}
    assert {job.state for job in jobs(desk)} == {State.CANCELED}


def test_what_is_taken_out_of_the_queue_while_the_place_is_asked_does_not_go(desk, elsewhere):
    name = signed(desk)
    place = Interrupted(System(), "find", lambda: elsewhere(lambda other: queueing.cancel(other, [jobs(other)[0].key])))
    send(desk, name)
    worked(desk, place)
    assert place.system.things == {}
    assert [job.state for job in jobs(desk)] == [State.CANCELED]


def test_what_was_looked_up_goes_when_the_other_program_wrote_something_else(desk, elsewhere):
    name = signed(desk)
    place = Interrupted(System(), "find", lambda: elsewhere(lambda other: signed(other, headline="另一篇")))
    send(desk, name)
    worked(desk, place)
    assert len(place.system.public()) == 1
    assert place.system.calls.count("find") == 2  # once before it goes, once at the end of the batch


def test_what_is_withdrawn_while_others_are_sent_is_never_made(desk, elsewhere):
    names = [signed(desk, headline=f"第{n}篇") for n in range(3)]
    place = Interrupted(System(), "put public", lambda: elsewhere(lambda other: withdraw(other, names[1])))
    send(desk, *names)
    worked(desk, place)
    titles = [thing.fields["title"] for thing in place.system.public()]
    assert titles == ["第0篇", "第2篇"]
    assert len(left(place)) == 2


def test_what_is_withdrawn_between_the_draft_and_its_publication_is_never_public(desk, elsewhere, monkeypatch):
    name, known = signed(desk), threading.Event()
    monkeypatch.setattr(driving, "_MOMENT", 0.01)
    looked = Recall.recalled

    def recalled(self, taken):
        found = looked(self, taken)
        if found:
            known.set()
        return found

    def withdrawn():
        elsewhere(lambda other: withdraw(other, name))
        known.wait(30)  # the site is slow

    monkeypatch.setattr(Recall, "recalled", recalled)
    place = Interrupted(System(), "put draft", withdrawn)
    send(desk, name)
    worked(desk, place)
    assert left(place) == []
    assert "put public" not in place.system.calls


def test_held_back_in_the_middle_of_a_batch_nothing_more_goes_until_it_is_released(desk, elsewhere):
    names = [signed(desk, headline=f"第{n}篇") for n in range(5)]
    place = Interrupted(System(), "put public", lambda: elsewhere(lambda other: targets.hold(other, "上级通知")))
    send(desk, *names)
    driven = once(desk, place)
    out = len(place.system.public())
    assert out in {1, 2}  # one was being published, the next may have begun in that moment
    assert driven.next_due is None
    assert [job.state for job in jobs(desk)].count(State.WAITING) == 5 - out
    targets.release(desk)
    worked(desk, place)
    assert len(place.system.public()) == 5


def test_while_everything_is_held_back_what_is_withdrawn_goes_down_all_the_same(desk, monkeypatch):
    place = Place(System())
    names = [signed(desk, headline=f"第{n}篇") for n in range(2)]
    send(desk, names[0])
    worked(desk, place)
    monkeypatch.setattr(kinds, "kind", lambda _name: OneKind(place))
    targets.hold(desk, "上级通知")
    send(desk, names[1])
    withdraw(desk, names[0])
    driven = all_places(desk, SecretsInMemory(), place.system.clock)[TARGET.name]
    assert [thing.status for thing in place.system.things.values()] == [Status.GONE]
    assert (driven.done, driven.next_due) == (1, None)
    with desk.reading() as session:
        waiting = outbox.in_states(session.connection, session.newsroom, [State.WAITING])
    assert [job.article for job in waiting] == [names[1]]
