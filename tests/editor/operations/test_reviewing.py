"""What a sign-off means, from the side of the people who sign."""

from __future__ import annotations

from editor.operations.auditing import verify
from editor.operations.reviewing import countercheck, give_back, sign, submit, withdraw
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    TEXT,
    WRITER,
    change,
    founded_desk,
    own_article,
    passed,
    refused,
    sheet,
)


def test_three_people_pass_an_article_that_somebody_else_wrote(desk):
    name = own_article(desk)
    assert submit(desk, name, WRITER).state == "level1"
    assert sign(desk, name, 1, FIRST).state == "level2"
    assert sign(desk, name, 2, SECOND).state == "level3"
    assert sign(desk, name, 3, CHIEF).state == "approved"
    assert verify(desk).problems == ()


def test_the_writer_may_not_pass_his_own_text_whatever_level_he_holds(tmp_path):
    desk = founded_desk(tmp_path / "library", writer_levels=("reporter", "1", "2", "3"))
    name = own_article(desk)
    submit(desk, name, WRITER)
    refused("own_text", sign, desk, name, 1, WRITER)
    sign(desk, name, 1, FIRST)
    refused("own_text", sign, desk, name, 2, WRITER)
    sign(desk, name, 2, SECOND)
    refused("own_text", sign, desk, name, 3, WRITER)
    desk.library.close()


def test_nobody_passes_two_levels_of_a_round(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, CHIEF)  # a higher level may do a lower one
    sign(desk, name, 2, SECOND)
    refused("two_levels", sign, desk, name, 3, CHIEF)


def test_levels_come_in_their_order(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    refused("level_skipped", sign, desk, name, 2, SECOND)
    refused("level", sign, desk, name, 2, FIRST)
    refused("level", sign, desk, name, 1, WRITER)


def test_the_last_reviewer_changes_one_character_and_another_person_confirms_it(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    change(desk, name, CHIEF, "两成", "三成")
    done = sign(desk, name, 3, CHIEF)
    assert (done.kind, done.state) == ("reviewed", "approved")
    assert sheet(desk, name).standing.release is None
    assert sheet(desk, name).standing.obstacle == "no_countercheck"
    refused("own_change", countercheck, desk, name, CHIEF)
    countercheck(desk, name, SECOND)
    release = sheet(desk, name).standing.release
    assert release is not None
    assert "三成" in release.revision.content["text"]
    assert verify(desk).problems == ()


def test_a_last_reviewer_who_replaced_half_of_it_is_refused(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    half = TEXT[: len(TEXT) // 2]
    change(desk, name, CHIEF, half, "全县的水库、塘坝和机井都已检修完毕，入夏以来没有发生一起险情。")
    refused("rewrite", sign, desk, name, 3, CHIEF)
    assert sheet(desk, name).state == "level3"


def test_a_change_by_a_lower_reviewer_is_seen_by_the_next_and_owes_nothing(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    change(desk, name, FIRST, "两成", "二成")
    assert sign(desk, name, 1, FIRST).kind == "reviewed"
    sign(desk, name, 2, SECOND)
    sign(desk, name, 3, CHIEF)
    assert sheet(desk, name).standing.release is not None


def test_somebody_elses_open_draft_is_never_passed_with_a_sign(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    change(desk, name, WRITER, "两成", "十成")
    done = sign(desk, name, 1, FIRST)
    assert done.kind == ""
    tip = sheet(desk, name).standing.current.tip
    assert "两成" in tip.content["text"]


def test_a_writers_change_afterwards_has_no_sign_off_and_the_passed_text_still_goes_out(desk):
    name = own_article(desk)
    passed(desk, name)
    change(desk, name, WRITER, "两成", "四成")
    assert submit(desk, name, WRITER).state == "level1"
    now = sheet(desk, name)
    assert now.standing.current.signs == []
    assert "两成" in now.standing.release.revision.content["text"]


def test_a_returned_round_counts_no_sign_and_the_next_round_begins_anew(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    assert give_back(desk, name, "事实待核", SECOND).state == "returned"
    refused("round_returned", sign, desk, name, 2, SECOND)
    change(desk, name, WRITER, "两成", "一成")
    assert submit(desk, name, WRITER).state == "level1"
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, name, level, person)
    assert "一成" in sheet(desk, name).standing.release.revision.content["text"]
    assert verify(desk).problems == ()


def test_a_returned_text_may_be_submitted_unchanged(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    give_back(desk, name, "请先等统计局核数", FIRST)
    assert submit(desk, name, WRITER).state == "level1"


def test_returning_needs_a_reason_and_a_level(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    refused("reason_missing", give_back, desk, name, "  ", FIRST)
    refused("level", give_back, desk, name, "不好", WRITER)


def test_a_complete_round_can_only_be_withdrawn(desk):
    name = own_article(desk)
    passed(desk, name)
    refused("round_complete", give_back, desk, name, "晚了", CHIEF)
    refused("level", withdraw, desk, name, person=SECOND)
    assert withdraw(desk, name, why="信息有误", person=CHIEF)[0].state == "withdrawn"
    assert sheet(desk, name).standing.obstacle == "withdrawn"
    refused("withdrawn_already", withdraw, desk, name, person=CHIEF)


def test_a_withdrawn_article_comes_back_only_through_a_round_of_its_own(desk):
    name = own_article(desk)
    passed(desk, name)
    withdraw(desk, name, person=CHIEF)
    passed(desk, name)
    assert sheet(desk, name).standing.release is not None
    assert verify(desk).problems == ()


def test_without_a_name_the_only_one_who_may_acts_and_several_are_asked(desk):
    name = own_article(desk)
    refused("several_may", submit, desk, name)
    submit(desk, name, WRITER)
    refused("several_may", sign, desk, name, 1)  # every reviewer may do the first level
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    assert sign(desk, name, 3).actor == CHIEF


def test_nothing_is_submitted_twice(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    refused("submitted_already", submit, desk, name, WRITER)


def test_an_unknown_person_and_a_person_without_key_are_told_apart(desk):
    name = own_article(desk)
    refused("unknown_person", submit, desk, name, "不认识")


def test_three_people_work_with_two_levels(tmp_path):
    from editor.operations.people import admit, set_rules
    from tests.editor.operations.newsroom import empty_desk

    desk = empty_desk(tmp_path / "library")
    admit(desk, CHIEF, ["3"])
    admit(desk, WRITER, ["reporter"])
    admit(desk, FIRST, ["1"])
    set_rules(desk, (1, 3), person=CHIEF)
    name = own_article(desk)
    submit(desk, name, WRITER)
    assert sign(desk, name, 1, FIRST).state == "level3"
    assert sign(desk, name, 3, CHIEF).state == "approved"
    assert verify(desk).problems == ()
    refused("rules_unusable", set_rules, desk, (3,))
    refused("not_admin", set_rules, desk, (1, 2, 3), person=WRITER)
    desk.library.close()


def test_strict_rules_keep_everybody_who_polished_from_the_first_level(desk):
    from editor.operations.people import set_rules

    name = own_article(desk)
    submit(desk, name, WRITER)
    give_back(desk, name, "文字差错", SECOND)
    change(desk, name, FIRST, "两成", "二成")
    submit(desk, name, FIRST)
    assert sign(desk, name, 1, FIRST).state == "level2"  # the 责编 who polished may pass the first level …
    give_back(desk, name, "文字差错", SECOND)
    set_rules(desk, (1, 2, 3), strict=True, person=CHIEF)
    submit(desk, name, FIRST)
    refused("own_text", sign, desk, name, 1, FIRST)  # … unless the newsroom is strict


def test_a_column_is_reviewed_by_those_who_hold_it(tmp_path):
    from editor.operations.people import admit
    from tests.editor.operations.newsroom import empty_desk

    desk = empty_desk(tmp_path / "library")
    admit(desk, CHIEF, ["3"])
    admit(desk, WRITER, ["reporter"])
    admit(desk, FIRST, ["1"], ["体育"])
    name = own_article(desk, column="民生")
    submit(desk, name, WRITER)
    refused("level", sign, desk, name, 1, FIRST)
    sport = own_article(desk, column="体育")
    submit(desk, sport, WRITER)
    assert sign(desk, sport, 1, FIRST).state == "level2"
    desk.library.close()


def test_the_text_of_a_wire_copy_is_changed_only_when_that_is_meant(desk):
    from editor.article import Origin
    from editor.operations.drafting import save_draft

    name = own_article(desk, origin=Origin.WIRE_COPY, source="新华社")
    refused("text_locked", change, desk, name, WRITER, "两成", "三成")
    assert "两成" in sheet(desk, name).content.text

    def changed(content):
        import dataclasses

        return dataclasses.replace(content, text=content.text.replace("两成", "三成"))

    save_draft(desk, name, changed, WRITER, unlock=True)
    assert "三成" in sheet(desk, name).content.text
