"""认领, 撤回, 待用, 不采用, 重新启用, 批注: from the side of the people of a newsroom."""

from __future__ import annotations

import pytest

from editor.operations.auditing import verify
from editor.operations.holding import Quote, comment, hold, recall, refuse, reopen, take
from editor.operations.people import admit
from editor.operations.reviewing import give_back, sign, submit
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
    submitted,
)


def test_a_submission_is_recalled_and_changed_and_submitted_again(desk):
    name = submitted(desk)
    assert recall(desk, name, WRITER).state == "draft"
    refused("not_submitted", sign, desk, name, 1, FIRST)
    change(desk, name, WRITER, "两成", "三成")
    assert submit(desk, name, WRITER).state == "level1"
    assert sign(desk, name, 1, FIRST).state == "level2"
    assert verify(desk).problems == ()


def test_once_taken_or_passed_it_is_recalled_no_more(desk):
    name = submitted(desk)
    assert take(desk, name, FIRST).state == "level1"
    refused("under_review", recall, desk, name, WRITER)
    other = submitted(desk)
    sign(desk, other, 1, FIRST)
    refused("under_review", recall, desk, other, WRITER)


def test_only_who_submitted_it_recalls_it(desk):
    name = submitted(desk)
    refused("not_submitter", recall, desk, name, FIRST)


def test_an_article_is_taken_by_somebody_who_could_pass_it(desk):
    name = submitted(desk)
    refused("level", take, desk, name, WRITER)
    take(desk, name, FIRST)
    refused("taken_already", take, desk, name, FIRST)
    take(desk, name, SECOND)  # a colleague takes over; who signs is a matter of the rules alone
    assert sign(desk, name, 1, FIRST).state == "level2"
    refused("level", take, desk, name, FIRST)


def test_nobody_takes_what_he_wrote(tmp_path):
    desk = founded_desk(tmp_path / "library", writer_levels=("reporter", "1", "2", "3"))
    name = submitted(desk)
    refused("own_text", take, desk, name, WRITER)
    desk.library.close()


def test_an_open_draft_of_the_reviewer_does_not_keep_him_from_taking_it(desk):
    name = submitted(desk)
    change(desk, name, FIRST, TEXT[:30], "整段都换成了另外的话，而且比原来长得多，长到超过限度。" * 3)
    assert take(desk, name, FIRST).state == "level1"


def test_what_is_held_goes_on_where_it_stood(desk):
    name = submitted(desk)
    sign(desk, name, 1, FIRST)
    assert hold(desk, name, "等下周的会", SECOND).state == "held"
    refused("state_held", sign, desk, name, 2, SECOND)
    refused("state_held", submit, desk, name, WRITER)
    refused("state_held", hold, desk, name, person=SECOND)
    refused("level", reopen, desk, name, person=WRITER)
    assert reopen(desk, name, person=SECOND).state == "level2"
    assert sign(desk, name, 2, SECOND).state == "level3"
    assert verify(desk).problems == ()


def test_what_was_passed_can_be_held_and_does_not_go_out_then(desk):
    name = passed(desk, own_article(desk))
    refused("level", hold, desk, name, person=SECOND)
    assert hold(desk, name, person=CHIEF).state == "held"
    assert sheet(desk, name).standing.release is None
    assert sheet(desk, name).standing.obstacle == "held"
    assert reopen(desk, name, person=CHIEF).state == "approved"
    assert sheet(desk, name).standing.release is not None


def test_refusing_needs_a_reason_and_the_level(desk):
    name = submitted(desk)
    refused("reason_missing", refuse, desk, name, " ", FIRST)
    refused("level", refuse, desk, name, "不用", WRITER)
    assert refuse(desk, name, "与昨日稿件重复", FIRST).state == "refused"
    refused("state_refused", sign, desk, name, 1, FIRST)
    assert reopen(desk, name, person=FIRST).state == "level1"
    refused("not_kept_back", reopen, desk, name, person=FIRST)


def test_a_draft_that_nobody_submitted_is_neither_held_nor_taken(desk):
    name = own_article(desk)
    for action in (take, recall, hold):
        refused("not_submitted", action, desk, name, person=CHIEF)
    refused("nothing_to_comment", comment, desk, name, "写得好", person=CHIEF)


def test_what_goes_back_to_the_level_before_is_submitted_unchanged_by_it(desk):
    name = submitted(desk)
    sign(desk, name, 1, FIRST)
    refused("returned_to_unknown", give_back, desk, name, "数字再核", SECOND, to="somebody")
    assert give_back(desk, name, "数字再核", SECOND, to="level").state == "returned"
    assert submit(desk, name, FIRST).state == "level1"
    change(desk, name, FIRST, "两成", "二成")
    assert sign(desk, name, 1, FIRST).kind == "reviewed"


def test_a_remark_names_the_words_that_it_is_about(desk):
    name = submitted(desk)
    done = comment(desk, name, "请与统计局核对", FIRST, "两成")
    entry = sheet(desk, name).case.history.entries[done.entry]
    quote = entry.content["quote"]
    assert (quote["block"], quote["text"]) == (0, "两成")
    assert TEXT[quote["start"] : quote["end"]] == "两成"
    assert done.state == "level1"
    comment(desk, name, "整体不错", person=SECOND)
    place = Quote(1, 0, 2, "记者")
    comment(desk, name, "哪位记者？", SECOND, place)
    assert verify(desk).problems == ()


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("quote_not_there", "？", "没有的话"),
        ("quote_twice", "？", "水"),
        ("quote_not_there", "？", Quote(0, 0, 2, "记者")),
        ("quote_not_there", "？", Quote(9, 0, 2, "记者")),
        ("remark_unusable", "  ", None),
        ("remark_unusable", "长" * 20_001, None),
    ],
)
def test_a_remark_on_words_that_do_not_stand_there_is_not_kept(desk, code, text, quote):
    name = submitted(desk)
    before = len(sheet(desk, name).case.history.entries)
    refused(code, comment, desk, name, text, FIRST, quote)
    assert len(sheet(desk, name).case.history.entries) == before


def test_who_wrote_a_draft_stays_its_writer_when_another_hands_it_in(desk):
    name = own_article(desk)
    change(desk, name, CHIEF, "两成", "三成")  # the chief writes …
    change(desk, name, WRITER, "三成", "四成")  # … the reporter changes a word, and hands it in as hers
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    refused("own_text", sign, desk, name, 3, CHIEF)


def test_a_draft_is_its_writers_whoever_submits_it(desk):
    admit(desk, "另一位终审", ["3"], person=CHIEF)
    name = own_article(desk)
    change(desk, name, CHIEF, "两成", "三成")
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    refused("own_text", sign, desk, name, 3, CHIEF)
    assert sign(desk, name, 3, "另一位终审").state == "approved"
    assert verify(desk).problems == ()


def test_a_colleague_who_polishes_before_submission_may_pass_the_first_level(desk):
    name = own_article(desk)
    change(desk, name, WRITER, "两成", "三成")
    change(desk, name, FIRST, "三成", "3成")
    submit(desk, name, WRITER)
    assert sign(desk, name, 1, FIRST).state == "level2"


def test_changes_made_on_an_older_text_do_not_undo_what_a_colleague_changed_since(desk):
    name = submitted(desk)
    change(desk, name, SECOND, "两成", "三成")
    with desk.writing() as session:  # as it comes from a second computer: the text moves on under an open draft
        from editor.operations import articles
        from editor.store import drafts

        waiting = articles.find(session, name).draft
        drafts.drop(session.connection, waiting)
    change(desk, name, FIRST, "青禾县", "本县")
    sign(desk, name, 1, FIRST)
    with desk.writing() as session:
        drafts.save(desk.library, waiting)
    refused("draft_outdated", sign, desk, name, 2, SECOND)
    assert "本县" in sheet(desk, name).standing.current.tip.content["text"]


def test_what_two_people_kept_back_unseen_by_each_other_is_reopened_with_one_word(desk):
    name = submitted(desk)
    with desk.writing() as session:
        from editor.operations import articles
        from editor.workflow.entry import Kind

        there = articles.find(session, name)
        current = there.standing.current
        people = {identity.name: identity for identity in desk.keys.identities(session.newsroom)}
        for person, kind in ((FIRST, Kind.HOLD), (SECOND, Kind.REFUSE), (CHIEF, Kind.HOLD)):
            content = {"target": current.tip.id, "submit": current.submit.id, "level": 1, "why": "等"}
            entry = session.compose(people[person].person, kind, there.article, there.variant, content, there.case)
            session.write(people[person], entry)
    assert sheet(desk, name).state == "refused"
    assert reopen(desk, name, person=CHIEF).state == "level1"
    assert verify(desk).problems == ()


def test_the_window_too_leaves_a_draft_to_whoever_wrote_it(desk):
    from editor.article import slip_to_plain
    from editor.operations.autosaving import keep_draft
    from editor.records.articles import Writing

    name = own_article(desk)
    people = {
        identity.name: identity.person for identity in desk.keys.identities(sheet(desk, name).case.roster.newsroom)
    }

    def typed(person, before, after):
        content = sheet(desk, name).content
        text = content.text.replace(before, after)
        assert text != content.text
        done = keep_draft(desk, Writing(name, str(content.variant), slip_to_plain(content.slip), text, people[person]))
        assert not done.refused

    typed(CHIEF, "两成", "三成")
    typed(WRITER, "三成", "四成")
    typed(WRITER, "四成", "五成")
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    refused("own_text", sign, desk, name, 3, CHIEF)
    assert "五成" in sheet(desk, name).content.text
