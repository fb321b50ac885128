"""更正 after publication: begun as a draft, decided when it is submitted, told in the form that was signed."""

from __future__ import annotations

import dataclasses

import pytest

from editor.article import Note, Origin
from editor.errors import EditorError, Exit
from editor.operations import correcting
from editor.operations.auditing import verify
from editor.operations.chronicle import timeline
from editor.operations.content import from_revision
from editor.operations.delivering import deliver
from editor.operations.drafting import save_draft
from editor.operations.holding import recall
from editor.operations.people import set_rules
from editor.operations.reviewing import give_back, sign, submit, withdraw
from editor.operations.standing import actions, dossier
from editor.store import outbox
from editor.workflow.correction import Form
from editor.workflow.entry import Kind
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    WRITER,
    change,
    founded_desk,
    own_article,
    sheet,
    sign_all,
)

TOLD = "“去年多了两成”应为“去年多了三成”。"


@pytest.fixture
def writer_levels():
    return ("reporter", "1")


@pytest.fixture
def out(desk, tmp_path):
    """An article that readers have seen."""
    name = own_article(desk, column="要闻", source="青禾日报", editor="钱进")
    submit(desk, name, WRITER)
    sign_all(desk, name)
    deliver(desk, f"markdown:{tmp_path / 'out'}", [name], CHIEF)
    return name


def refused(code, call):
    with pytest.raises(EditorError) as caught:
        call()
    assert (caught.value.code, caught.value.exit_code) == (code, Exit.NOT_ALLOWED)


def entries(desk, name, kind):
    return sheet(desk, name).case.history.of_kind(kind)


def test_a_note_stands_in_the_slip_and_is_covered_by_the_signatures(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    begun = correcting.correct(desk, out, "note", what=TOLD, why="读者来电", person=WRITER)
    assert (begun.form, begun.count, begun.notice, begun.decided) == ("note", 1, "", False)
    submit(desk, out, WRITER)
    sign_all(desk, out)
    there = sheet(desk, out)
    release = there.standing.release
    slip = from_revision(release.revision).slip
    assert [note.text for note in slip.corrections] == [TOLD]
    assert slip.corrections[0].at == "2026-03-05"
    without = dataclasses.replace(from_revision(release.revision), slip=dataclasses.replace(slip, corrections=()))
    assert release.signs[-1].content["covers"] != without.covers(out)
    (correction,) = there.standing.corrections
    assert (correction.form, correction.signed, correction.number) == (Form.NOTE, True, 1)
    assert correction.entry.content["why"] == "读者来电"
    assert correction.entry.id in there.case.history.past(release.signs[0].id)
    assert verify(desk).problems == ()


def test_what_readers_are_told_is_drafted_from_what_was_changed(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    begun = correcting.correct(desk, out, "note", person=WRITER)
    assert begun.what == "“青禾县今年春灌面积比去年多了两成”应为“青禾县今年春灌面积比去年多了三成”。"
    again = correcting.correct(desk, out, "note", person=WRITER)
    assert again.what == begun.what
    assert len(sheet(desk, out).content.slip.corrections) == 1


def test_a_whole_new_text_drafts_no_sentence(desk, out):
    save_draft(desk, out, lambda c: dataclasses.replace(c, text="换了一篇。\n\n又一段。\n\n再一段。\n\n四。\n"), WRITER)
    assert correcting.correct(desk, out, "note", person=WRITER).what == ""
    assert sheet(desk, out).content.slip.corrections == ()


def test_until_it_is_submitted_it_can_be_undone_without_a_trace(desk, out):
    before = len(sheet(desk, out).case.history.entries)
    begun = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
    correcting.undo(desk, out, WRITER)
    there = sheet(desk, out)
    assert (there.draft, there.state) == (None, "sent")
    assert len(there.case.history.entries) == before
    with pytest.raises(EditorError) as caught:
        sheet(desk, begun.notice)
    assert caught.value.code == "article_unknown"
    refused("no_correction", lambda: correcting.undo(desk, out, WRITER))


def test_undoing_keeps_what_was_changed_in_the_text_and_a_notice_that_somebody_wrote_in(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    begun = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
    change(desk, begun.notice, WRITER, "特此更正", "特此更正，并致歉")
    correcting.undo(desk, out, WRITER)
    assert "三成" in sheet(desk, out).content.text
    assert sheet(desk, out).content.correct is None
    assert "并致歉" in sheet(desk, begun.notice).content.text


def test_a_notice_is_an_article_of_its_own_in_an_equal_place(desk, out):
    begun = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
    notice = sheet(desk, begun.notice).content
    slip = notice.slip
    assert (slip.genre, slip.column, slip.origin, slip.source) == ("notice", "要闻", Origin.OWN, "青禾日报")
    assert (slip.corrects, slip.headline) == (out, "关于《青禾县春灌开闸》的更正")
    assert TOLD in notice.text
    assert "2026年3月5日发布的《青禾县春灌开闸》" in notice.text
    assert correcting.correct(desk, out, "notice", what=TOLD, person=WRITER).notice == begun.notice


def test_a_headline_in_a_headline_has_the_inner_marks(desk, tmp_path):
    name = own_article(desk, headline="《春灌》开机")
    submit(desk, name, WRITER)
    sign_all(desk, name)
    deliver(desk, f"markdown:{tmp_path / 'out'}", [name], CHIEF)
    begun = correcting.correct(desk, name, "notice", what=TOLD, person=FIRST)
    assert sheet(desk, begun.notice).content.slip.headline == "关于《〈春灌〉开机》的更正"


def test_a_notice_alone_is_a_correction_of_its_article_once_it_is_submitted(desk, out):
    begun = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
    assert entries(desk, out, Kind.CORRECT) == []
    submit(desk, begun.notice, WRITER)
    there = sheet(desk, out)
    (correction,) = there.standing.corrections
    assert (correction.form, correction.notice, correction.round) == (Form.NOTICE, begun.notice, None)
    assert there.draft is None
    assert there.state == "sent"


def test_a_notice_and_the_corrected_text_are_one_correction(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    begun = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
    submit(desk, begun.notice, WRITER)
    submit(desk, out, WRITER)
    assert [(c.number, c.notice) for c in sheet(desk, out).standing.corrections] == [(1, begun.notice)]
    sign_all(desk, out)
    assert [c.signed for c in sheet(desk, out).standing.corrections] == [True]


def test_corrections_are_counted(desk, out, tmp_path):
    for number, (before, after) in enumerate((("两成", "三成"), ("三成", "四成")), 1):
        change(desk, out, WRITER, before, after)
        begun = correcting.correct(desk, out, "note", what=f"“{before}”应为“{after}”。", person=WRITER)
        assert begun.count == number
        submit(desk, out, WRITER)
        sign_all(desk, out)
        deliver(desk, f"markdown:{tmp_path / 'out'}", [out], CHIEF)
    notes = sheet(desk, out).content.slip.corrections
    assert [note.text for note in notes] == ["“两成”应为“三成”。", "“三成”应为“四成”。"]
    steps = [step for step in timeline(desk, out) if step.kind == "correct"]
    assert [(step.correction, step.form, step.text) for step in steps] == [
        (1, "note", "“两成”应为“三成”。"),
        (2, "note", "“三成”应为“四成”。"),
    ]
    submits = [step.correction for step in timeline(desk, out) if step.kind == "submit"]
    assert submits == [0, 1, 2]


def test_a_newer_text_of_which_nobody_said_anything_is_a_correction_all_the_same(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    submit(desk, out, WRITER)
    (correction,) = sheet(desk, out).standing.corrections
    assert (correction.form, correction.entry, correction.signed) == (None, None, False)
    assert [step.form for step in timeline(desk, out) if step.correction] == [""]


def test_under_review_the_form_is_decided_at_once_and_counts_for_who_signs_after_that(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    submit(desk, out, WRITER)
    sign(desk, out, 1, FIRST)
    sign(desk, out, 2, SECOND)
    begun = correcting.correct(desk, out, "silent", why="笔误", person=CHIEF)
    assert begun.decided
    assert sheet(desk, out).draft is None
    sign(desk, out, 3, CHIEF)
    (correction,) = sheet(desk, out).standing.corrections
    assert (correction.form, correction.signed) == (Form.SILENT, True)


def test_a_reviewer_adds_the_note_as_his_own_change(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    submit(desk, out, WRITER)
    correcting.correct(desk, out, "note", what=TOLD, person=FIRST)
    sign(desk, out, 1, FIRST)
    there = sheet(desk, out)
    assert [note.text for note in there.content.slip.corrections] == [TOLD]
    assert [c.form for c in there.standing.corrections] == [Form.NOTE]


def test_the_newsroom_says_which_form_is_usual(desk, out):
    assert correcting.correct(desk, out, what=TOLD, person=WRITER).form == "note"
    correcting.undo(desk, out, WRITER)
    admin = CHIEF
    set_rules(desk, (1, 2, 3), person=admin, correction="notice")
    assert correcting.correct(desk, out, what=TOLD, person=WRITER).form == "notice"
    with pytest.raises(EditorError) as caught:
        set_rules(desk, (1, 2, 3), person=admin, correction="loud")
    assert caught.value.code == "correct_form"


def test_who_holds_no_level_corrects_nothing_and_silence_is_for_the_last_level(tmp_path):
    desk = founded_desk(tmp_path / "library")
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign_all(desk, name)
    deliver(desk, f"markdown:{tmp_path / 'out'}", [name], CHIEF)
    refused("correct_level", lambda: correcting.correct(desk, name, "note", what=TOLD, person=WRITER))
    refused("correct_silent", lambda: correcting.correct(desk, name, "silent", person=SECOND))
    assert correcting.correct(desk, name, "silent", person=CHIEF).form == "silent"
    refused("correct_silent", lambda: submit_changed(desk, name, FIRST))


def submit_changed(desk, name, person):
    """Somebody goes on with the draft of a correction, and hands it in as his own decision."""
    with desk.reading() as session:
        from editor.operations import articles

        there = articles.find(session, name)
    content = there.content
    assert content.correct is not None
    save_draft(desk, name, lambda c: dataclasses.replace(c, text=c.text.replace("两成", "三成")), CHIEF)
    submit(desk, name, person)


def test_nothing_is_corrected_that_is_not_out_or_was_withdrawn(desk, out):
    fresh = own_article(desk)
    refused("not_out", lambda: correcting.correct(desk, fresh, "note", what=TOLD, person=FIRST))
    withdraw(desk, out, person=CHIEF)
    refused("state_withdrawn", lambda: correcting.correct(desk, out, "note", what=TOLD, person=FIRST))


def test_what_is_published_again_after_a_withdrawal_is_no_correction(desk, out):
    withdraw(desk, out, person=CHIEF)
    change(desk, out, WRITER, "两成", "三成")
    submit(desk, out, WRITER)
    sign_all(desk, out)
    assert sheet(desk, out).standing.corrections == ()


def test_a_correction_that_was_returned_or_recalled_keeps_its_note_and_its_number(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    correcting.correct(desk, out, "note", what=TOLD, person=WRITER)
    submit(desk, out, WRITER)
    give_back(desk, out, "要素不全", FIRST)
    assert sheet(desk, out).standing.corrections == ()
    assert sheet(desk, out).content.slip.corrections == (Note(TOLD, "2026-03-05"),)
    begun = correcting.correct(desk, out, "note", person=WRITER)
    assert (begun.count, [n.text for n in sheet(desk, out).content.slip.corrections]) == (1, [TOLD])
    submit(desk, out, WRITER)
    assert [c.number for c in sheet(desk, out).standing.corrections] == [1]
    recall(desk, out, WRITER)
    assert sheet(desk, out).standing.corrections == ()


def test_what_was_decided_before_a_return_holds_when_it_is_submitted_again(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    correcting.correct(desk, out, "note", what=TOLD, person=WRITER)
    submit(desk, out, WRITER)
    give_back(desk, out, "要素不全", FIRST)
    submit(desk, out, WRITER)
    assert [c.form for c in sheet(desk, out).standing.corrections] == [Form.NOTE]
    sign_all(desk, out)
    assert [(c.form, c.signed) for c in sheet(desk, out).standing.corrections] == [(Form.NOTE, True)]


def test_the_window_is_told_who_may(desk, out):
    found = {action.name: action for action in actions(desk, out, FIRST)}
    assert found["correct"].allowed
    fresh = own_article(desk)
    assert {a.name: a.code for a in actions(desk, fresh, FIRST)}["correct"] == "not_out"


def test_a_spoiled_entry_of_a_correction_is_found(desk, out):
    change(desk, out, WRITER, "两成", "三成")
    correcting.correct(desk, out, "note", what=TOLD, person=WRITER)
    submit(desk, out, WRITER)
    (entry,) = entries(desk, out, Kind.CORRECT)
    raw = desk.library.raw
    for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.execute("UPDATE entry SET body = replace(body, '三成', '五成') WHERE id = ?", (entry.id,))
    assert [(p.entry, p.code) for p in verify(desk).problems if p.code != "gap"] == [(entry.id, "body")]


class TestWhatIsShownBeforeSomebodyPassesIt:
    def shown(self, desk, name):
        return dossier(desk, name, FIRST).correction

    def codes(self, desk, name):
        return [finding.message.rpartition("_")[2] for finding in self.shown(desk, name).remarks]

    def test_of_what_is_not_out_there_is_nothing(self, desk):
        assert self.shown(desk, own_article(desk)) is None

    def test_of_what_is_out_how_often_it_was_corrected(self, desk, out):
        found = self.shown(desk, out)
        assert (found.number, found.state, found.form, found.usual, found.remarks) == (0, "", "", "note", ())

    def test_a_newer_text_without_a_form_is_remarked(self, desk, out):
        change(desk, out, WRITER, "两成", "三成")
        done = submit(desk, out, WRITER)
        assert self.codes(desk, out) == ["unsaid"]
        assert [f.message for f in done.missing if f.rule == "correction"] == ["correct.remark_unsaid"]
        correcting.correct(desk, out, "silent", person=CHIEF)
        assert self.codes(desk, out) == []

    def test_a_note_that_is_missing_or_too_many_is_remarked(self, desk, out):
        correcting.correct(desk, out, "note", person=WRITER)
        assert self.shown(desk, out).remarks[0].message == "correct.remark_no_note"
        correcting.correct(desk, out, "note", what=TOLD, person=WRITER)
        assert self.shown(desk, out).remarks == ()
        submit(desk, out, WRITER)
        assert self.shown(desk, out).state == "review"

    def test_where_what_is_out_cannot_be_changed_a_notice_is_offered(self, desk, out):
        with desk.writing() as session:
            placed = outbox.Placed(
                out, "zh-CN", "hand:抖音", "nx", "1", "https://v.example.com/1", "public", "r", "", "", {}, "", ""
            )
            outbox.keep_placement(session.connection, session.newsroom, placed)
        assert self.shown(desk, out).fixed == ("抖音",)
        correcting.correct(desk, out, "note", what=TOLD, person=WRITER)
        (remark,) = self.shown(desk, out).remarks
        assert remark.message == "correct.remark_cannot_change"
        assert remark.values["places"] == "抖音"
        correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
        assert self.shown(desk, out).remarks == ()

    def test_a_notice_says_what_it_corrects(self, desk, out):
        begun = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER)
        found = self.shown(desk, begun.notice)
        assert found.corrects == out
        assert "青禾县春灌开闸" in found.corrects_called
        assert self.shown(desk, out).notice == begun.notice
