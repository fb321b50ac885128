"""A short PIN for each person on one computer."""

from __future__ import annotations

import json

import pytest

from editor.errors import EditorError
from editor.newsroom.pins import Pins

NEWSROOM, PERSON = "a" * 64, "b" * 64


class Clock:
    """A clock that stands still until it is moved."""

    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pins(tmp_path, clock):
    return Pins(tmp_path, clock)


def refused(code, action, *arguments):
    with pytest.raises(EditorError) as caught:
        action(*arguments)
    assert caught.value.code == code
    return caught.value.details


def test_without_a_pin_everybody_may_come_in(pins):
    assert not pins.has(NEWSROOM, PERSON)
    pins.check(NEWSROOM, PERSON, "")


def test_with_a_pin_only_who_knows_it(pins):
    pins.change(NEWSROOM, PERSON, "2468")
    assert pins.has(NEWSROOM, PERSON)
    pins.check(NEWSROOM, PERSON, "2468")
    refused("pin_wrong", pins.check, NEWSROOM, PERSON, "2469")
    refused("pin_wrong", pins.check, NEWSROOM, PERSON, "")
    assert not pins.has(NEWSROOM, "c" * 64)


def test_a_pin_is_changed_and_taken_off_by_who_knows_it(pins):
    pins.change(NEWSROOM, PERSON, "2468")
    refused("pin_wrong", pins.change, NEWSROOM, PERSON, "1357")
    pins.change(NEWSROOM, PERSON, "1357", "2468")
    pins.check(NEWSROOM, PERSON, "1357")
    refused("pin_wrong", pins.change, NEWSROOM, PERSON, "", "2468")
    pins.change(NEWSROOM, PERSON, "", "1357")
    assert not pins.has(NEWSROOM, PERSON)


@pytest.mark.parametrize("pin", ["1", "123", "1" * 13])
def test_a_pin_that_is_too_short_or_too_long_is_not_set(pins, pin):
    refused("pin_length", pins.change, NEWSROOM, PERSON, pin)
    assert not pins.has(NEWSROOM, PERSON)


def test_wrong_attempts_have_to_wait_longer_and_longer_also_in_another_program(pins, tmp_path, clock):
    pins.change(NEWSROOM, PERSON, "2468")
    for _ in range(3):
        refused("pin_wrong", pins.check, NEWSROOM, PERSON, "0000")
    assert refused("pin_wait", pins.check, NEWSROOM, PERSON, "2468")["seconds"] <= 6
    assert refused("pin_wait", Pins(tmp_path, clock).check, NEWSROOM, PERSON, "2468")
    clock.now += 6
    refused("pin_wrong", pins.check, NEWSROOM, PERSON, "0000")
    assert refused("pin_wait", pins.check, NEWSROOM, PERSON, "2468")["seconds"] > 6
    clock.now += 11
    pins.check(NEWSROOM, PERSON, "2468")
    refused("pin_wrong", pins.check, NEWSROOM, PERSON, "0000")  # counted anew


def test_a_clock_that_is_put_back_never_locks_anybody_out_for_long(pins, clock):
    pins.change(NEWSROOM, PERSON, "2468")
    for _ in range(3):
        refused("pin_wrong", pins.check, NEWSROOM, PERSON, "0000")
    clock.now -= 1_000_000
    assert refused("pin_wait", pins.check, NEWSROOM, PERSON, "2468")["seconds"] <= 6


def test_the_pin_itself_is_nowhere_on_the_disk_and_the_file_is_for_its_owner_alone(pins, tmp_path):
    pins.change(NEWSROOM, PERSON, "86420975")
    (path,) = (tmp_path / "pins").rglob("*.json")
    assert "86420975" not in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["hash"].startswith("$argon2id$")
    assert path.stat().st_mode & 0o077 == 0


def test_a_damaged_file_lets_nobody_in_and_says_so(pins, tmp_path):
    pins.change(NEWSROOM, PERSON, "2468")
    (path,) = (tmp_path / "pins").rglob("*.json")
    path.write_text("{}", encoding="utf-8")
    refused("pin_damaged", pins.check, NEWSROOM, PERSON, "2468")
