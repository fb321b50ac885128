"""A newsroom that sends to a publishing system in memory: what the tests of the outbox do in a line."""

from __future__ import annotations

from editor.operations.outbox import queueing
from editor.operations.outbox.driving import drive
from editor.operations.reviewing import sign, submit
from editor.store import outbox
from editor.store.outbox import TargetRow
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, change, own_article

TARGET = TargetRow("web", "fake", "fake:https://x/", {"connections": "1"}, "")
PEOPLE = ((1, FIRST), (2, SECOND), (3, CHIEF))


def signed(desk, **slip):
    return passed(desk, own_article(desk, **slip))


def passed(desk, name):
    submit(desk, name, WRITER)
    for level, person in PEOPLE:
        sign(desk, name, level, person)
    return name


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
