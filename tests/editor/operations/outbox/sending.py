"""A newsroom that sends to a publishing system in memory: what the tests of the outbox do in a line."""

from __future__ import annotations

import shutil
from contextlib import contextmanager

from editor.operations import reviewing
from editor.operations.auditing import verify
from editor.operations.desk import Desk, new_id
from editor.operations.outbox import queueing
from editor.operations.outbox.driving import drive
from editor.publish.targets.destination import Status
from editor.publish.targets.kinds import key_of
from editor.store import library, outbox
from editor.store.outbox import State, TargetRow
from tests.editor.operations.newsroom import CHIEF, WRITER, change, passed, signed

TARGET = TargetRow("web", "fake", "fake:https://x/", {"connections": "1"}, "")


@contextmanager
def another_computer(desk, folder):
    """A desk at a copy of the library, with the same keys."""
    shutil.copytree(folder / "library", folder / "copy")
    other = Desk(library.open_library(folder / "copy"), desk.keys, new_id(), None, desk.clock)
    yield other
    other.library.close()


def revised(desk, name, before, after):
    change(desk, name, WRITER, before, after)
    return passed(desk, name)


def once(desk, place, **more):
    def signer(session):
        return next(i for i in desk.keys.identities(session.newsroom) if i.name == CHIEF)

    return drive(desk, TARGET, place, place.system.clock, signer=signer, **more)


def worked(desk, place, times=60):
    """Drive until nothing is left, letting time pass as a program would."""
    for _ in range(times):
        driven = once(desk, place)
        if driven.next_due is None:
            return driven
        place.system.clock.wait(max(0.0, driven.next_due / 1000 - place.system.clock.now()) + 0.001)
    raise AssertionError("still not done")


def states(desk):
    with desk.reading() as session:
        return [job.state for job in outbox.jobs(session.connection, session.newsroom)]


def jobs(desk):
    with desk.reading() as session:
        return outbox.jobs(session.connection, session.newsroom)


def send(desk, *names):
    return queueing.publish(desk, TARGET, list(names) or None, CHIEF)


FAULTS = ("", "", "", "cut", "before", "late", "away", "busy", "half")


def whatever_breaks(desk, place, dice, count):
    """Send, change and withdraw while calls fail at random; in the end each stands there once, complete and as told."""
    system = place.system
    names = [signed(desk, headline=f"第{number}篇", keywords=("春灌", f"{number}")) for number in range(count)]
    system.faults = dice.choices(FAULTS, k=60)
    send(desk)
    for _ in range(dice.randrange(6)):
        driven = once(desk, place)
        system.clock.wait(max(0.0, (driven.next_due or 0) / 1000 - system.clock.now()) + dice.random())
    revised(desk, names[0], "两成", "三成")
    send(desk, names[0])
    reviewing.withdraw(desk, names[1], notice=False, person=CHIEF)
    queueing.take_down(desk, [names[1]], CHIEF)
    worked(desk, place, 300)
    system.clock.wait(600)
    worked(desk, place, 300)
    left = [thing for thing in system.things.values() if thing.status != Status.GONE]
    assert sorted(thing.key for thing in left) == sorted(key_of(n, "zh-CN") for n in names if n != names[1])
    for thing in left:
        assert thing.status == Status.PUBLIC
        assert set(thing.fields) == {"title", "body", "tags"}
        assert ("三成" in thing.fields["body"]) == (thing.key == key_of(names[0], "zh-CN"))
    assert set(states(desk)) <= {State.DONE, State.CANCELED}
    assert verify(desk).problems == ()
