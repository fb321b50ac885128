"""What people type into the slip is what the slip says: bylines with roles, times in any usual form."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article import Credit
from ui.desk import byline, moments

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20:00", "2026-11-24T20:00:00+08:00"),
        ("20：05", "2026-11-24T20:05:00+08:00"),
        ("8点", "2026-11-24T08:00:00+08:00"),
        ("明天 18:30", "2026-11-25T18:30:00+08:00"),
        ("12-01 07:00", "2026-12-01T07:00:00+08:00"),
        ("12月1日 7:00", "2026-12-01T07:00:00+08:00"),
        ("2027/1/2 07:00", "2027-01-02T07:00:00+08:00"),
        ("2026-11-24T20:00:00+08:00", "2026-11-24T20:00:00+08:00"),
        ("2021-09-19", "2021-09-19"),
        ("", ""),
        ("晚饭以后", "晚饭以后"),
        ("25:00", "25:00"),
        ("13-40 10:00", "13-40 10:00"),
    ],
)
def test_a_time_is_understood_or_kept_as_typed(typed, meant):
    assert moments.meant(typed, NOW) == meant


@given(st.integers(0, 60_000_000))
def test_what_is_shown_means_the_same(minutes):
    iso = (NOW.replace(year=2000) + timedelta(minutes=minutes)).isoformat(timespec="seconds")
    assert moments.meant(moments.shown(iso, NOW), NOW) == iso


def test_roles_stand_before_the_names_they_are_about():
    typed = "全媒体记者 周燕妮 彭沛　通讯员：李四"
    found = byline.as_byline(typed)
    assert found == (
        Credit("周燕妮", "reporter", "全媒体记者"),
        Credit("彭沛", "reporter", "全媒体记者"),
        Credit("李四", "stringer", "通讯员"),
    )


names = st.text("王李张刘陈周赵黄吴徐", min_size=2, max_size=3)
roles = st.sampled_from([("author", ""), ("reporter", "记者"), ("stringer", "通讯员"), ("supervisor", "永州日报监制")])


@given(st.lists(st.builds(lambda name, role: Credit(name, *role), names, roles), max_size=6).map(tuple))
def test_a_byline_survives_being_shown_and_read_again(credits_):
    assert byline.as_byline(byline.as_text(credits_), credits_) == credits_
