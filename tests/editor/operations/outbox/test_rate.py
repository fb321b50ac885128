"""A place that takes so many articles a minute: what came back is on the disk before the next one begins."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from itertools import pairwise

from editor.operations.outbox import driving
from editor.publish.targets.destination import RefusedError
from editor.store import outbox
from editor.store.outbox import State
from tests.editor.operations.newsroom import CHIEF, signed
from tests.editor.operations.outbox.sending import TARGET, send, states
from tests.editor.operations.outbox.system import Place, System, Ticking

SLOW = TARGET._replace(options={"connections": "3", "rate": "2"})


class Slices(Ticking):
    """A clock that notes how long it was asked to wait; a moment of ours for each wait lets threads come back."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        time.sleep(0.01)
        super().wait(seconds)


class Watched(Place):
    """Notes what stood on the disk, and at which time, when each article was put."""

    def __init__(self, desk, clock) -> None:
        super().__init__(System(clock=clock))
        self.desk = desk
        self.seen: list[tuple[float, list[State]]] = []

    def put(self, piece, at, status):
        if at is None:
            with closing(sqlite3.connect(self.desk.library.path)) as raw:  # a thread has no connection of the library
                found = [State(row[0]) for row in raw.execute("SELECT state FROM export_job")]
            self.seen.append((self.system.clock.now(), found))
        return super().put(piece, at, status)


def drive(desk, place, **more):
    with desk.writing() as session:
        outbox.keep_target(session.connection, session.newsroom, SLOW)

    def signer(session):
        return next(i for i in desk.keys.identities(session.newsroom) if i.name == CHIEF)

    return driving.drive(desk, SLOW, place, place.system.clock, signer=signer, **more)


def test_a_result_is_written_down_while_the_next_one_waits_for_its_turn(desk):
    send(desk, *(signed(desk, headline=f"第{number}篇") for number in range(3)))
    place = Watched(desk, Slices())
    assert drive(desk, place).done == 3
    assert [standing.count(State.DONE) for _, standing in place.seen] == [0, 1, 2]
    times = [moment for moment, _ in place.seen]
    assert all(later - earlier >= 29.9 for earlier, later in pairwise(times))
    assert max(place.system.clock.waits) <= 1.0


def test_a_refused_password_stops_the_rest_before_its_turn_comes(desk):
    send(desk, *(signed(desk, headline=f"第{number}篇") for number in range(3)))
    place = Watched(desk, Slices())

    def refused(piece, at, status):
        place.seen.append((0.0, []))
        raise RefusedError("password_refused", stops=True)

    place.put = refused
    driven = drive(desk, place)
    assert driven.trouble is not None
    assert len(place.seen) == 1
    assert states(desk) == [State.WAITING] * 3


def test_who_leaves_does_not_wait_for_the_next_turn(desk):
    send(desk, *(signed(desk, headline=f"第{number}篇") for number in range(3)))
    place = Watched(desk, Slices())
    assert drive(desk, place, wanted=lambda: place.system.clock.now() < Ticking().now() + 3).done == 1
    assert sorted(states(desk)) == [State.DONE, State.WAITING, State.WAITING]
    assert sum(place.system.clock.waits) < 6
