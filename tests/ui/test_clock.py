"""The zone of the newsroom, on a computer that is set to another one."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from ui import clock
from ui.articles import words


@pytest.fixture(params=["UTC", "America/New_York", "Asia/Shanghai"])
def elsewhere(request, monkeypatch):
    """A computer in another zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_today_is_the_day_of_the_newsroom(elsewhere):
    assert clock.here().utcoffset() == timedelta(hours=8)


def test_times_are_those_that_the_core_reckons_with(elsewhere, qapp):
    now = clock.here().replace(hour=0, minute=10)
    assert words.when(now.isoformat(), now) == "00:10"
    assert words.moment("2026-11-24T16:10:00+00:00").isoformat() == "2026-11-25T00:10:00+08:00"
    assert words.moment("2026-11-25T18:00").isoformat() == "2026-11-25T18:00:00+08:00"
