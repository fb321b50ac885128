"""A second thing under a key: a call that came late made it, or somebody there copied ours to write his own over it."""

from __future__ import annotations

import pytest

from editor.operations import reviewing
from editor.operations.outbox import queueing
from editor.operations.outbox.doubles import is_double
from editor.publish.targets.destination import Standing, Status
from editor.publish.targets.kinds import key_of
from tests.editor.operations.newsroom import CHIEF, signed
from tests.editor.operations.outbox.sending import revised, send, worked
from tests.editor.operations.outbox.system import Place, System


def second(place, key, **fields):
    """Somebody makes one beside ours; the system gives it the name with a number."""
    made = Standing("99", f"{key}-2", Status.PUBLIC, f"https://x/{key}-2", "t", fields)
    place.system.things["99"] = made


def beside(desk, **fields):
    place, name = Place(System()), signed(desk)
    send(desk, name)
    worked(desk, place)
    ours = place.system.things["1"].fields
    second(place, key_of(name, "zh-CN"), **{**ours, **fields})
    return place, name


OWN = {"title": "追踪报道", "body": "编辑自己写的后续稿"}


def status(place):
    return place.system.things["99"].status


@pytest.mark.parametrize(
    ("fields", "left"), [({}, Status.GONE), (OWN, Status.PUBLIC), ({"title": "另一题"}, Status.PUBLIC)]
)
def test_only_a_second_one_with_our_text_is_taken_away_after_a_batch(desk, fields, left):
    place, name = beside(desk, **fields)
    send(desk, name)
    worked(desk, place)
    assert status(place) == left
    assert place.system.things["1"].status == Status.PUBLIC


def test_one_with_an_older_text_of_ours_is_taken_away_as_well(desk):
    place, name = beside(desk)
    revised(desk, name, "两成", "三成")
    send(desk, name)
    worked(desk, place)
    assert status(place) == Status.GONE


@pytest.mark.parametrize(
    ("fields", "left"), [({}, Status.GONE), ({"title": "另一题"}, Status.GONE), (OWN, Status.PUBLIC)]
)
def test_with_a_withdrawn_article_goes_every_copy_that_shows_its_text_and_nothing_else(desk, fields, left):
    place, name = beside(desk, **fields)
    reviewing.withdraw(desk, name, notice=False, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, place)
    assert place.system.things["1"].status == Status.GONE
    assert status(place) == left


@pytest.mark.parametrize(
    ("there", "double"),
    [
        ({"title": "题", "body": "文", "tags": []}, True),
        ({"title": "题", "body": "", "tags": []}, True),
        ({"title": "", "body": ""}, False),
        ({"title": "题", "body": "别的"}, False),
        ({}, False),
    ],
)
def test_what_a_call_that_was_cut_off_wrote_counts_and_an_empty_thing_does_not(there, double):
    thing = Standing("9", "k-2", Status.DRAFT, fields=there)
    assert is_double(thing, [{"title": "题", "body": "文", "slug": "k", "tags": ["x"]}], "k") is double
