"""People come, get other levels and leave; what they did before stays what it was."""

from __future__ import annotations

from editor.operations.auditing import verify
from editor.operations.people import admit, change_member, colleagues
from editor.operations.reviewing import sign, submit
from editor.operations.standing import actions
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    WRITER,
    own_article,
    refused,
    sheet,
)


def named(desk, name):
    return next(member for member in colleagues(desk) if member.name == name)


def test_who_left_signs_no_more_and_what_was_signed_stays_signed(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    assert change_member(desk, FIRST, active=False, person=CHIEF).active is False
    other = own_article(desk)
    submit(desk, other, WRITER)
    refused("not_member", sign, desk, other, 1, FIRST)
    assert sign(desk, name, 2, SECOND).state == "level3"
    assert {entry.level for entry in sheet(desk, name).standing.current.signs} == {1, 2}
    assert verify(desk).problems == ()
    assert not named(desk, FIRST).active


def test_a_level_that_was_taken_is_gone_and_the_rest_stays(desk):
    done = change_member(desk, SECOND, ["1"], person=CHIEF)
    assert (done.levels, done.taken) == (("1",), ("2",))
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    refused("level", sign, desk, name, 2, SECOND)
    other = own_article(desk)
    submit(desk, other, WRITER)
    assert sign(desk, other, 1, SECOND).state == "level2"
    assert verify(desk).problems == ()


def test_a_level_that_is_given_again_counts_again(desk):
    change_member(desk, SECOND, ["1"], person=CHIEF)
    change_member(desk, SECOND, ["2"], person=CHIEF)
    change_member(desk, FIRST, active=False, person=CHIEF)
    assert change_member(desk, FIRST, person=CHIEF).active
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    assert sign(desk, name, 2, SECOND).state == "level3"
    assert verify(desk).problems == ()


def test_review_levels_are_given_and_taken_by_column(desk):
    assert change_member(desk, FIRST, columns=["体育"], person=CHIEF).columns == ("体育",)
    name = own_article(desk, column="民生")
    submit(desk, name, WRITER)
    refused("level", sign, desk, name, 1, FIRST)
    assert change_member(desk, FIRST, columns=[], person=CHIEF).columns is None
    assert sign(desk, name, 1, FIRST).state == "level2"


def test_only_an_administrator_does_it_and_never_to_himself(desk):
    refused("not_admin", change_member, desk, SECOND, ["1"], person=FIRST)
    refused("about_oneself", change_member, desk, CHIEF, ["reporter"], person=CHIEF)
    refused("about_oneself", change_member, desk, CHIEF, active=False, person=CHIEF)
    refused("unknown_person", change_member, desk, "没有这个人", ["1"], person=CHIEF)
    refused("level_unknown", change_member, desk, SECOND, ["9"], person=CHIEF)
    assert named(desk, CHIEF).levels == ("3", "admin")


def test_the_name_of_who_left_can_be_given_to_another(desk):
    change_member(desk, FIRST, active=False, person=CHIEF)
    admit(desk, FIRST, ["1"], person=CHIEF)
    done = change_member(desk, FIRST, ["1", "2"], person=CHIEF)
    assert done.active
    assert sum(member.name == FIRST for member in colleagues(desk)) == 2


def test_whoever_has_the_name_of_somebody_who_left_acts_under_it(desk):
    change_member(desk, FIRST, active=False, person=CHIEF)
    admit(desk, FIRST, ["1"], person=CHIEF)
    name = own_article(desk)
    submit(desk, name, WRITER)
    assert [item.allowed for item in actions(desk, name, FIRST) if (item.name, item.level) == ("sign", 1)] == [True]
    assert sign(desk, name, 1, FIRST).state == "level2"


def test_everybody_is_listed_with_what_he_may_and_whether_he_can_sign_here(desk):
    found = colleagues(desk)
    assert {member.name for member in found} == {CHIEF, WRITER, FIRST, SECOND}
    assert all(member.here and not member.pin for member in found)
    assert named(desk, WRITER).levels == ("reporter",)


def test_before_there_is_a_newsroom_nobody_is_listed(tmp_path):
    from tests.editor.operations.newsroom import empty_desk

    desk = empty_desk(tmp_path / "library")
    assert colleagues(desk) == ()
    desk.library.close()
