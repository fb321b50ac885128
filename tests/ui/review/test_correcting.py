"""更正 in the review pane: the form and the words are asked for there, by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.findings import Finding, Severity
from editor.records.review import Action, CorrectionShown, Dossier, Step, Waiting
from tests.ui.review import samples
from ui.review import words
from ui.review.pane import ReviewPane
from ui.sentences import Sentences

TOLD = "“两成”应为“三成”。"


@pytest.fixture
def pane(qtbot, look, chinese):
    made = ReviewPane(look, Sentences("zh_CN"))
    qtbot.addWidget(made)
    made.resize(332, 900)
    made.show()
    made.decided = []
    made.correcting.decided.connect(lambda form, what: made.decided.append((form, what)))
    return made


def lay(pane, correction, *, allowed=True, name="a"):
    action = Action("correct", 0, allowed=allowed, code="" if allowed else "correct_level", details={"name": "周明"})
    pane.show_dossier(name, Dossier("sent", (action,), (), samples.BAR, Waiting(""), (), correction))


def test_it_stands_beside_withdrawing_and_says_why_somebody_may_not(pane):
    lay(pane, CorrectionShown(), allowed=False)
    assert pane.judging.ways.names() == ["correct"]
    assert not pane.judging.choose("correct")
    assert "周明" in pane.judging.ways.why()


def test_nothing_is_shown_before_it_is_asked_for(pane):
    lay(pane, CorrectionShown())
    assert not pane.correcting.isVisibleTo(pane)
    assert pane.judging.choose("correct")
    assert pane.correcting.isVisibleTo(pane)
    assert pane.correcting.forms["note"].isChecked()
    assert "更正第 1 次" in pane.correcting.told()


def test_the_newsrooms_form_is_chosen_and_what_was_changed_stands_there(pane):
    lay(pane, CorrectionShown(usual="silent", what=TOLD))
    pane.judging.choose("correct")
    assert pane.correcting.form == "silent"
    assert pane.correcting.what.toPlainText() == TOLD


def test_where_nothing_can_be_changed_the_notice_is_offered(pane):
    lay(pane, CorrectionShown(fixed=("抖音", "微信公众号")))
    pane.judging.choose("correct")
    assert pane.correcting.form == "notice"
    assert "抖音、微信公众号：已发布的内容无法修改" in pane.correcting.told()


def test_by_keys_alone(pane, qtbot):
    lay(pane, CorrectionShown(number=1, what=TOLD))
    pane.judging.choose("correct")
    card = pane.correcting
    card.forms["note"].setFocus()
    QTest.keyClick(card.forms["note"], Qt.Key.Key_Up)
    assert card.form == "notice"
    QTest.keyClick(card.what, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pane.decided == [("notice", TOLD)]


def test_enter_alone_is_a_new_line_and_escape_is_not_after_all(pane):
    lay(pane, CorrectionShown())
    pane.judging.choose("correct")
    card = pane.correcting
    QTest.keyClicks(card.what, "a")
    QTest.keyClick(card.what, Qt.Key.Key_Return)
    assert pane.decided == []
    assert card.what.toPlainText() == "a\n"
    QTest.keyClick(card.what, Qt.Key.Key_Escape)
    assert not card.isVisibleTo(pane)


def test_what_cannot_be_begun_says_why_and_keeps_what_was_written(pane):
    lay(pane, CorrectionShown())
    pane.judging.choose("correct")
    pane.correcting.what.setPlainText(TOLD)
    pane.correcting.begin.click()
    pane.correcting.fail("静默订正须由终审决定。")
    assert "静默订正须由终审决定。" in pane.correcting.told()
    assert pane.correcting.what.toPlainText() == TOLD
    assert pane.correcting.begin.isEnabled()


def test_what_was_begun_can_be_taken_back_until_it_is_submitted(pane, qtbot):
    lay(pane, CorrectionShown(number=1, state="begun", form="note", what=TOLD))
    assert "文末更正说明 · 已起草，未提交" in pane.correcting.told()
    with qtbot.waitSignal(pane.correcting.undone):
        pane.correcting.undo.click()
    lay(pane, CorrectionShown(number=1, state="review", form="note"))
    assert not pane.correcting.undo.isVisibleTo(pane)


def test_what_does_not_fit_is_said_before_it_is_passed(pane):
    remark = Finding("correction", Severity.WARNING, "", message="correct.remark_unsaid")
    lay(pane, CorrectionShown(number=2, state="review", remarks=(remark,)))
    assert "没有写明方式" in pane.correcting.told()
    assert "更正第 2 次" in pane.correcting.told()


def test_the_other_half_can_be_opened(pane, qtbot):
    lay(pane, CorrectionShown(number=1, state="begun", form="notice", notice="n1", notice_called="0305-CD-01 更正"))
    with qtbot.waitSignal(pane.correcting.wanted, check_params_cb=lambda name: name == "n1"):
        pane.correcting.open.click()
    lay(pane, CorrectionShown(corrects="x1", corrects_called="0305-QH-02 春灌"), name="n1")
    assert "更正的是 0305-QH-02 春灌" in pane.correcting.told()
    with qtbot.waitSignal(pane.correcting.wanted, check_params_cb=lambda name: name == "x1"):
        pane.correcting.open.click()


def test_another_article_asks_nothing(pane):
    lay(pane, CorrectionShown())
    pane.judging.choose("correct")
    lay(pane, CorrectionShown(), name="b")
    assert not pane.correcting.isVisibleTo(pane)


def test_a_long_headline_does_not_widen_the_pane(pane):
    before = pane.minimumSizeHint().width()
    called = "0305-CD-01 " + "关于《青禾县春灌开闸，渠水昨天通到第三村》的更正" * 3
    lay(pane, CorrectionShown(number=1, state="begun", form="notice", notice="n1", notice_called=called))
    assert pane.minimumSizeHint().width() <= max(before, 332)


def test_the_record_tells_each_correction(chinese):
    step = Step("correct", "e", "p", "周明", "2026-03-05T09:00:00+08:00", correction=2, form="note", text=TOLD)
    assert words.done(step) == "定为第 2 次更正：文末更正说明"
    submitted = Step("submit", "e", "p", "周明", "2026-03-05T09:00:00+08:00", round=3, correction=2, form="note")
    assert words.done(submitted) == "提交第 2 次更正"
