"""What a window says of an article: who may do what and why not, the timeline, the step bar, who is waited for."""

from __future__ import annotations

import pickle

import pytest

from editor.errors import EditorError
from editor.operations.before import (
    compared,
    compared_with_before,
    owed,
    pending_changes,
    remarks,
    version_with_text,
)
from editor.operations.chronicle import timeline, versions
from editor.operations.delivering import deliver
from editor.operations.holding import comment, hold, recall, refuse, reopen, take
from editor.operations.people import admit, change_member, set_rules
from editor.operations.reviewing import countercheck, give_back, sign, submit, withdraw
from editor.operations.standing import actions, bar, dossier, waiting
from resources import messages
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    TEXT,
    WRITER,
    change,
    empty_desk,
    own_article,
    passed,
    sheet,
    submitted,
)


def may(desk, name, person):
    """Names of what a person may do; signs with their level."""
    return {f"{a.name}{a.level or ''}" for a in actions(desk, name, person) if a.allowed}


def why_not(desk, name, person, action, level=0):
    return next(a.code for a in actions(desk, name, person) if (a.name, a.level) == (action, level))


def test_what_each_may_do_changes_as_the_article_goes_its_way(desk):
    name = own_article(desk)
    assert may(desk, name, WRITER) == {"edit", "submit"}
    assert why_not(desk, name, FIRST, "sign", 1) == "not_submitted"
    submit(desk, name, WRITER)
    assert may(desk, name, WRITER) == {"edit", "recall", "comment"}
    assert may(desk, name, FIRST) == {"edit", "take", "return", "hold", "refuse", "comment", "sign1"}
    assert why_not(desk, name, FIRST, "sign", 2) == "level"
    assert why_not(desk, name, SECOND, "sign", 2) == "level_skipped"
    assert why_not(desk, name, WRITER, "sign", 1) == "level"
    take(desk, name, FIRST)
    assert why_not(desk, name, WRITER, "recall") == "under_review"
    sign(desk, name, 1, FIRST)
    assert why_not(desk, name, FIRST, "sign", 1) in {"level_passed", "superseded"}
    assert "sign2" in may(desk, name, SECOND)
    sign(desk, name, 2, SECOND)
    sign(desk, name, 3, CHIEF)
    assert may(desk, name, CHIEF) == {"edit", "hold", "refuse", "comment", "withdraw", "deliver"}
    withdraw(desk, name, person=CHIEF)
    assert "submit" in may(desk, name, WRITER)
    assert why_not(desk, name, CHIEF, "deliver") == "withdrawn"


def test_what_is_allowed_is_done_and_what_is_not_is_refused_with_the_same_reason(desk):
    doing = {
        "submit": lambda name, who: submit(desk, name, who),
        "recall": lambda name, who: recall(desk, name, who),
        "take": lambda name, who: take(desk, name, who),
        "return": lambda name, who: give_back(desk, name, "数字再核", who),
        "countercheck": lambda name, who: countercheck(desk, name, who),
        "hold": lambda name, who: hold(desk, name, "", who),
        "refuse": lambda name, who: refuse(desk, name, "不用", who),
        "reopen": lambda name, who: reopen(desk, name, "", who),
        "comment": lambda name, who: comment(desk, name, "好", who),
        "withdraw": lambda name, who: withdraw(desk, name, person=who),
    }
    for make in (own_article, submitted, _passed, _held, _owing):
        for who in (WRITER, FIRST, SECOND, CHIEF):
            for action, do in doing.items():
                name = make(desk)
                told = next(a for a in actions(desk, name, who) if a.name == action)
                try:
                    do(name, who)
                    happened = ""
                except EditorError as error:
                    happened = error.code
                assert told.code == happened, (make.__name__, who, action)


def _passed(desk):
    return passed(desk, own_article(desk))


def _held(desk):
    name = submitted(desk)
    hold(desk, name, "", FIRST)
    return name


def _owing(desk):
    name = submitted(desk)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    change(desk, name, CHIEF, "两成", "三成")
    sign(desk, name, 3, CHIEF)
    return name


def test_every_reason_has_a_sentence(desk):
    codes = set()
    for make in (own_article, submitted, _passed, _held, _owing):
        name = make(desk)
        for who in (WRITER, FIRST, SECOND, CHIEF, "不认识"):
            codes |= {a.code for a in actions(desk, name, who)} - {""}
    assert {f"error.{code}" for code in codes} <= set(messages())
    assert len(codes) > 10


def test_who_has_no_key_here_or_left_may_do_nothing(desk):
    name = submitted(desk)
    assert may(desk, name, "不认识") == set()
    assert why_not(desk, name, "不认识", "sign", 1) == "unknown_person"
    change_member(desk, FIRST, active=False, person=CHIEF)
    assert "sign1" not in may(desk, name, FIRST)
    assert why_not(desk, name, FIRST, "comment") == "not_member"


def test_before_there_is_a_newsroom_nobody_may_sign(tmp_path):
    desk = empty_desk(tmp_path / "library")
    name = own_article(desk)
    assert why_not(desk, name, "谁", "submit") == "nobody_here"
    assert [step.state for step in bar(desk, name)] == ["now", "next", "next", "next", "next"]
    assert timeline(desk, name) == ()
    desk.library.close()


def test_looking_writes_nothing(desk):
    name = submitted(desk)
    before = sheet(desk, name).case.history.entries
    change(desk, name, FIRST, "两成", "三成")
    for who in (WRITER, FIRST, CHIEF):
        dossier(desk, name, who)
        pending_changes(desk, name, who)
    assert sheet(desk, name).case.history.entries == before
    assert sheet(desk, name).draft is not None


def test_the_timeline_tells_who_did_what_with_which_version(desk):
    name = submitted(desk)
    comment(desk, name, "请核对", FIRST, "两成")
    give_back(desk, name, "事实待核", FIRST)
    change(desk, name, WRITER, "两成", "一成")
    submit(desk, name, WRITER)
    change(desk, name, FIRST, "一成", "一成半")
    sign(desk, name, 1, FIRST)
    steps = timeline(desk, name)
    told = [(step.kind, step.name, step.version, step.round) for step in steps]
    assert told == [
        ("revision", WRITER, 1, 0),
        ("submit", WRITER, 1, 1),
        ("comment", FIRST, 1, 0),
        ("return", FIRST, 1, 1),
        ("revision", WRITER, 2, 0),
        ("submit", WRITER, 2, 2),
        ("revision", FIRST, 3, 2),
        ("sign", FIRST, 3, 2),
    ]
    made = {step.version: step for step in steps if step.kind == "revision"}
    assert [made[number].made for number in (1, 2, 3)] == ["written", "written", "reviewed"]
    assert (made[2].added, made[2].removed, made[2].places) == (1, 1, 1)
    assert made[3].level == 1
    assert steps[2].quote == "两成"
    assert steps[3].text == "事实待核"
    assert steps[-1].covers
    assert all(step.counts for step in steps)
    assert [version.number for version in versions(desk, name)] == [1, 2, 3]


def test_a_change_is_countersigned_once_another_has_seen_it(desk):
    name = _owing(desk)
    assert [step.countersigned for step in timeline(desk, name) if step.kind == "revision"] == [None, False]
    countercheck(desk, name, SECOND)
    assert [step.countersigned for step in timeline(desk, name) if step.kind == "revision"] == [None, True]


def test_the_step_bar_shows_who_passed_it_and_what_comes_next(desk, tmp_path):
    name = submitted(desk)
    assert [(s.key, s.state) for s in bar(desk, name)] == [
        ("draft", "done"),
        ("level1", "now"),
        ("level2", "next"),
        ("level3", "next"),
        ("sent", "next"),
    ]
    sign(desk, name, 1, FIRST)
    assert [(s.state, s.name) for s in bar(desk, name)][:3] == [("done", WRITER), ("done", FIRST), ("now", "")]
    sign(desk, name, 2, SECOND)
    sign(desk, name, 3, CHIEF)
    assert bar(desk, name)[-1].state == "now"
    deliver(desk, f"markdown:{tmp_path / 'out'}", [name], CHIEF)
    assert (bar(desk, name)[-1].state, bar(desk, name)[-1].name) == ("done", CHIEF)
    give = submitted(desk)
    give_back(desk, give, "再核", FIRST)
    assert [s.state for s in bar(desk, give)] == ["now", "next", "next", "next", "next"]


def test_with_two_levels_the_bar_has_no_second_review(tmp_path):
    desk = empty_desk(tmp_path / "library")
    admit(desk, CHIEF, ["3"])
    admit(desk, WRITER, ["reporter"])
    admit(desk, FIRST, ["1"])
    set_rules(desk, (1, 3), person=CHIEF)
    name = submitted(desk)
    assert [step.key for step in bar(desk, name)] == ["draft", "level1", "level3", "sent"]
    assert {(a.name, a.level) for a in actions(desk, name, FIRST) if a.name == "sign"} == {("sign", 1), ("sign", 3)}
    desk.library.close()


def test_who_is_waited_for_could_really_do_it(desk):
    name = own_article(desk)
    change(desk, name, WRITER, "两成", "三成")
    assert (waiting(desk, name).action, waiting(desk, name).people) == ("submit", (WRITER,))
    submit(desk, name, WRITER)
    found = waiting(desk, name)
    assert (found.action, found.level, set(found.people)) == ("sign", 1, {FIRST, SECOND, CHIEF})
    take(desk, name, FIRST)
    assert waiting(desk, name).taken_by == FIRST
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    assert waiting(desk, name).people == (CHIEF,)
    change(desk, name, CHIEF, "三成", "四成")
    sign(desk, name, 3, CHIEF)
    assert waiting(desk, name).action == "countercheck"
    assert set(waiting(desk, name).people) == {FIRST, SECOND, WRITER}
    countercheck(desk, name, FIRST)
    assert waiting(desk, name).action == "deliver"


def test_what_goes_back_waits_for_whom_it_was_given_back_to(desk):
    name = submitted(desk)
    sign(desk, name, 1, FIRST)
    give_back(desk, name, "标题再想想", SECOND, to="level")
    assert waiting(desk, name).people == (FIRST,)
    other = submitted(desk)
    give_back(desk, other, "补采", FIRST)
    assert waiting(desk, other).people == (WRITER,)
    held = _held(desk)
    assert (waiting(desk, held).action, set(waiting(desk, held).people)) == ("reopen", {FIRST, SECOND, CHIEF})


def test_the_first_reviewer_reads_everything_and_the_next_what_the_one_before_passed(desk):
    name = submitted(desk)
    assert compared_with_before(desk, name, FIRST)[0].why == "nothing"
    change(desk, name, FIRST, "两成", "三成")
    sign(desk, name, 1, FIRST)
    before, _ = compared_with_before(desk, name, SECOND)
    assert (before.why, before.version.number) == ("passed", 2)
    assert "三成" in before.text
    change(desk, name, SECOND, "三成", "四成")
    _, found = compared_with_before(desk, name, SECOND)
    assert [(place.before, place.after) for place in found.places] == [("三", "四")]


def test_after_a_return_a_reviewer_sees_what_became_of_what_he_read(desk):
    name = submitted(desk)
    sign(desk, name, 1, FIRST)
    give_back(desk, name, "再核", SECOND)
    change(desk, name, WRITER, "两成", "三成")
    why, found = compared_with_before(desk, name, WRITER)
    assert why.why == "returned"
    assert [(place.before, place.after) for place in found.places] == [("两", "三")]
    submit(desk, name, WRITER)
    for person in (FIRST, SECOND):
        before, found = compared_with_before(desk, name, person)
        assert (before.why, before.version.number) == ("read", 1)
        assert [(place.before, place.after) for place in found.places] == [("两", "三")]
    assert sign(desk, name, 1, FIRST).state == "level2"
    assert compared_with_before(desk, name, SECOND)[0].why == "read"
    sign(desk, name, 2, SECOND)
    assert compared_with_before(desk, name, CHIEF)[0].why == "passed"


def test_the_places_that_want_a_second_look_are_marked_in_the_text_that_was_passed(desk):
    name = _owing(desk)
    found = owed(desk, name)
    (place,) = found.places
    text = sheet(desk, name).revision.content["text"].split("\n\n")[place.block]
    assert (place.before, text[place.start : place.end]) == ("两", "三")
    countercheck(desk, name, SECOND)
    assert owed(desk, name) is None


def test_what_passing_would_record_is_said_beforehand(desk):
    name = submitted(desk)
    assert pending_changes(desk, name, FIRST).kind == ""
    sign(desk, name, 1, FIRST)
    change(desk, name, SECOND, "两成", "三成")
    found = pending_changes(desk, name, SECOND)
    assert (found.kind, found.places, found.over, found.limit, found.by) == ("reviewed", 1, False, 10, SECOND)
    assert 0 < found.share < 10
    assert pending_changes(desk, name, CHIEF).kind == ""
    assert pending_changes(desk, name).kind == "reviewed"
    change(desk, name, SECOND, TEXT[20:50], "全县的水库、塘坝和机井都已检修完毕，入夏以来没有险情。")
    found = pending_changes(desk, name, SECOND)
    assert found.over
    assert found.share > 10
    assert why_not(desk, name, SECOND, "sign", 2) == "rewrite"


def test_what_a_writer_changes_under_review_leaves_no_sign_off(desk):
    name = submitted(desk)
    change(desk, name, WRITER, "两成", "三成")
    assert pending_changes(desk, name, WRITER).kind == "written"


def test_remarks_are_found_where_their_words_stand_today(desk):
    name = submitted(desk)
    comment(desk, name, "与统计局核对", FIRST, "两成")
    comment(desk, name, "好稿", SECOND)
    give_back(desk, name, "见批注", FIRST)
    change(desk, name, WRITER, "青禾县今年", "据县水利局消息，青禾县今年")
    first, second = remarks(desk, name)
    text = sheet(desk, name).content.text.split("\n\n")[first.block]
    assert text[first.start : first.end] == "两成"
    assert (second.block, second.quote, second.version) == (None, "", 1)
    change(desk, name, WRITER, "两成", "三成")
    assert remarks(desk, name)[0].block is None
    assert remarks(desk, name)[0].quote == "两成"


def test_two_versions_are_compared_by_choice(desk):
    name = submitted(desk)
    change(desk, name, FIRST, "两成", "三成")
    sign(desk, name, 1, FIRST)
    one, two = (version.revision for version in versions(desk, name))
    assert [(p.before, p.after) for p in compared(desk, name, one, two).places] == [("两", "三")]
    assert compared(desk, name, two).scope == "same"
    number, text, found = version_with_text(desk, name, one)
    assert (number, text.count("两成")) == (1, 1)
    assert [(p.before, p.after) for p in found.places] == [("两", "三")]
    with pytest.raises(EditorError) as caught:
        compared(desk, name, "0" * 64)
    assert caught.value.code == "revision_unknown"


def test_everything_goes_through_a_pipe(desk):
    name = _owing(desk)
    for found in (dossier(desk, name, CHIEF), owed(desk, name), remarks(desk, name), pending_changes(desk, name)):
        assert pickle.loads(pickle.dumps(found)) == found
