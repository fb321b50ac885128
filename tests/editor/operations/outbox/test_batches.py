"""Batches: what is asked of a place that refuses doubles itself, and how much of a batch is in memory at once."""

from __future__ import annotations

import random
import threading
from contextlib import suppress

import pytest

from editor.operations.outbox import driving
from editor.operations.outbox.driving import drive
from editor.publish.targets.destination import BusyError, Status, Traits
from editor.publish.targets.kinds import key_of
from editor.store.outbox import State
from tests.editor.operations.newsroom import signed
from tests.editor.operations.outbox.sending import TARGET, another_computer, once, send, states, whatever_breaks, worked
from tests.editor.operations.outbox.system import Place, System


class Unique(dict):
    """Things by id, no two of them with one key."""

    def __setitem__(self, thing, made):
        if thing not in self and any(made.key.startswith(one.key) for one in self.values()):
            raise BusyError("changed_meanwhile", after=1.0)
        super().__setitem__(thing, made)


class Strict(Place):
    """A place whose database keeps keys unique, like a Wagtail."""

    def __init__(self, system: System) -> None:
        super().__init__(system, Traits(drafts=True, trash=True, settle=30.0, refuses_doubles=True))
        system.things = Unique()

    def _call(self, name, effect, half=None):
        before = len(self.system.clock.later)
        try:
            return super()._call(name, effect, half)
        finally:
            for at, (moment, late) in list(enumerate(self.system.clock.later))[before:]:
                self.system.clock.later[at] = (moment, self._quiet(late))

    @staticmethod
    def _quiet(effect):
        def refused_or_done():
            with suppress(BusyError):  # nobody listens any more
                effect()

        return refused_or_done


def calls(place):
    return [name.split()[0] for name in place.system.calls]


def test_a_new_batch_is_written_without_being_looked_for(desk):
    names, place = [signed(desk) for _ in range(3)], Strict(System())
    send(desk, *names)
    worked(desk, place)
    assert sorted(calls(place)) == ["probe", *["put"] * 6]
    assert len(place.system.public()) == 3


def test_what_another_computer_has_sent_is_found_when_the_place_says_so(desk, tmp_path):
    name, place = signed(desk), Strict(System())
    send(desk, name)
    with another_computer(desk, tmp_path) as other:
        worked(desk, place)
        worked(other, place)
    assert [thing.key for thing in place.system.things.values()] == [key_of(name, "zh-CN")]
    assert states(desk) == [State.DONE]


def test_what_stands_there_and_is_not_ours_is_left_to_a_person(desk):
    name, place = signed(desk), Strict(System())
    send(desk, name)
    worked(desk, place)
    (thing,) = place.system.things
    place.system.edit(thing, body="别人的稿子")
    with desk.writing() as session:
        session.connection.exec_driver_sql("DELETE FROM placement")
    send(desk, name)
    worked(desk, place)
    assert states(desk) == [State.HELD]
    assert place.system.things[thing].fields["body"] == "别人的稿子"


@pytest.mark.parametrize("seed", range(16))
def test_whatever_breaks_where_doubles_are_refused_each_stands_there_once(desk, seed):
    whatever_breaks(desk, Strict(System()), random.Random(seed), 4)


def test_a_result_is_on_the_disk_while_others_are_still_on_their_way(desk):
    target = TARGET._replace(options={"connections": "2"})
    place, noted, heard = Strict(System()), threading.Event(), []
    first, second = signed(desk), signed(desk)
    put = place.put

    def slow(piece, at, status):
        if piece.key == key_of(second, "zh-CN") and status == Status.DRAFT:
            heard.append(noted.wait(10))
        return put(piece, at, status)

    def tell(happened):
        if happened.job.article == first:
            assert State.DONE in states(desk)
            noted.set()

    place.put = slow
    send(desk, first, second)
    drive(desk, target, place, place.system.clock, signer=lambda _session: None, tell=tell)
    assert heard == [True]
    assert states(desk) == [State.DONE, State.DONE]


def test_a_long_batch_lies_in_memory_by_the_window(desk, monkeypatch):
    """Pieces that exist at once: those made ready and those on their way, however long the batch is."""
    monkeypatch.setattr(driving, "_WINDOW", 6)
    place, most, made, ended = Strict(System()), [], [], []
    piece, put = place.piece, place.put

    def composed(*given):
        made.append(1)
        return piece(*given)

    def counted(*given):
        most.append(len(made) - len(ended))
        return put(*given)

    place.piece, place.put = composed, counted
    send(desk, *(signed(desk) for _ in range(30)))
    once(desk, place, tell=ended.append)
    assert len(place.system.public()) == 30
    assert max(most) <= 6 + 4
