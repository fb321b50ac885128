"""Judging in the inspector: one key, no dialog, and a reason for what may not be done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from editor.records.review import Action, Dossier, PendingChanges, Waiting
from tests.ui.review import samples
from ui.review.choices import Judgment, choices
from ui.review.pane import ReviewPane
from ui.sentences import Sentences

NOBODY = Waiting("")


@pytest.fixture
def pane(qtbot, look, chinese):
    made = ReviewPane(look, Sentences("zh_CN"))
    qtbot.addWidget(made)
    made.resize(332, 900)
    made.show()
    made.show_dossier("a", samples.DOSSIER)
    made.judgments = []
    made.judged.connect(made.judgments.append)
    return made


def dossier(state, *actions, waiting=NOBODY):
    return Dossier(state, actions, (), samples.BAR, waiting, ())


def yes(name, level=0):
    return Action(name, level, allowed=True)


def no(name, code, level=0, **details):
    return Action(name, level, allowed=False, code=code, details={"id": "a", "name": "周燕妮", **details})


def test_the_buttons_are_those_of_the_state_and_the_level(pane):
    ways = pane.judging.ways
    assert ways.primary.text() == "通过并送终审"
    assert ways.back.text() == "退回"
    assert ways.names() == ["sign", "return", "take", "recall", "hold", "refuse", "comment"]


def test_the_last_level_signs_off(pane):
    last = dossier("level3", yes("sign", 3), yes("return"), waiting=Waiting("sign", 3))
    pane.show_dossier("a", last)
    assert pane.judging.ways.primary.text() == "终审签发"


def test_passing_is_one_choice_and_asks_nothing(pane):
    assert pane.judging.choose("sign")
    assert pane.judgments == [Judgment("sign", 2)]
    assert not pane.judging.reasons.isVisible()


def test_nothing_is_done_twice_while_it_is_being_done(pane):
    pane.judging.choose("sign")
    assert not pane.judging.choose("sign")
    assert len(pane.judgments) == 1
    pane.judging.fail("网络断了。没有写入。")
    assert pane.judging.choose("sign"), "after a failure it can be tried again"


def test_a_failure_is_said_and_the_opinion_stays(pane):
    QTest.keyClicks(pane.judging.opinion, "ok")
    pane.judging.choose("sign")
    pane.judging.fail("磁盘已满。没有写入。")
    shown = [label.text() for label in pane.judging.findChildren(type(pane.judging.failed)) if label.isVisible()]
    assert "磁盘已满。没有写入。" in shown
    assert pane.judging.opinion.toPlainText() == "ok"


def test_the_quiet_line_says_what_passing_records(pane):
    pane.judging.show_pending(PendingChanges("reviewed", 3, 4, 2, 1.2, 10))
    assert pane.judging.said_quietly() == "通过后记为审改 3 处"
    pane.judging.show_pending(PendingChanges("reviewed", 30, 400, 20, 12.4, 10, over=True))
    assert pane.judging.said_quietly() == "通过后记为审改 30 处。改动占 12%，超过 10%，前面各级须重新过目"
    pane.judging.show_pending(PendingChanges(""))
    assert pane.judging.said_quietly() == ""


def test_a_figure_returns_with_its_reason(pane):
    pane.judging.choose("return")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_1)
    assert pane.judgments == [Judgment("return", 0, "事实待核", "author")]
    assert not pane.judging.reasons.isVisible()


def test_a_reason_from_the_list_and_own_words_go_together_to_whom_one_wants(pane):
    pane.judging.opinion.setPlainText("补充现场采访。")
    pane.judging.choose("return")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_0)
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_0)
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_3)
    assert pane.judgments == [Judgment("return", 0, "要素不全：补充现场采访。", "level")]


def test_who_writes_instead_of_choosing_writes_the_reason_with_its_figures(pane):
    pane.judging.choose("return")
    assert pane.judging.opinion.hasFocus()
    commit = QInputMethodEvent()
    commit.setCommitString("补充")
    QCoreApplication.sendEvent(pane.judging.opinion, commit)
    QTest.keyClicks(pane.judging.opinion, "28")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Return)
    assert pane.judgments == [Judgment("return", 0, "补充28", "author")]


def test_a_return_without_a_reason_is_not_made(pane):
    pane.judging.choose("return")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Return)
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_9)
    assert pane.judgments == []


@pytest.mark.parametrize(("key", "why"), [(Qt.Key.Key_Return, ""), (Qt.Key.Key_Enter, ""), (Qt.Key.Key_1, "事实有误")])
def test_a_withdrawal_takes_a_second_key_and_no_reason(pane, key, why):
    pane.show_dossier("a", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    assert pane.judgments == []
    assert pane.judging.reasons.isVisible()
    QTest.keyClick(pane.judging.opinion, key)
    assert pane.judgments == [Judgment("withdraw", 0, why)]


def test_who_ordered_a_withdrawal_may_be_said_at_once(pane):
    pane.show_dossier("a", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    order = pane.judging.reasons.order
    assert order.isVisibleTo(pane)
    order.insert(" 县委宣传部值班电话 11 月 24 日 ")
    pane.judging.opinion.insertPlainText("数字有误")
    QTest.keyClick(order, Qt.Key.Key_Return)
    assert pane.judgments == [Judgment("withdraw", 0, "数字有误", order="县委宣传部值班电话 11 月 24 日")]
    pane.judging.fail("没有连接")
    pane.judging.choose("withdraw")
    assert order.text(), "it was not done: what was written stays"
    pane.show_dossier("b", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    assert order.text() == "", "it was about the one before"


def test_a_withdrawal_may_leave_a_public_notice_and_only_this_one(pane):
    pane.show_dossier("a", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    notice = pane.judging.reasons.notice
    assert notice.isVisibleTo(pane)
    QTest.keyClick(notice, Qt.Key.Key_Space)
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Return)
    assert pane.judgments == [Judgment("withdraw", notice=True)]
    pane.judging.fail("没有连接")
    pane.judging.choose("withdraw")
    assert notice.isChecked(), "it was not done: what was chosen stays"
    pane.show_dossier("b", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    assert not notice.isChecked()


def test_the_order_is_asked_for_nothing_else_and_esc_in_it_withdraws_nothing(pane):
    pane.show_dossier("a", dossier("level2", yes("sign", 2), yes("return")))
    pane.judging.choose("return")
    assert not pane.judging.reasons.order.isVisibleTo(pane)
    pane.judging.give_up()
    pane.show_dossier("a", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    QTest.keyClick(pane.judging.reasons.order, Qt.Key.Key_Escape)
    assert pane.judgments == []
    assert not pane.judging.reasons.isVisibleTo(pane)


def test_esc_withdraws_nothing(pane):
    pane.show_dossier("a", dossier("sent", yes("withdraw")))
    pane.judging.choose("withdraw")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Escape)
    assert not pane.judging.reasons.isVisible()
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Return)
    assert pane.judgments == []


def test_esc_returns_nothing(pane):
    pane.judging.choose("return")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Escape)
    assert not pane.judging.reasons.isVisible()
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Return)
    assert pane.judgments == []


def test_the_newsroom_may_have_reasons_of_its_own(pane):
    pane.judging.offer_reasons(["照片太小", "标题太长"])
    pane.judging.choose("return")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_2)
    assert pane.judgments[0].why == "标题太长"


def test_not_using_it_needs_own_words(pane):
    pane.judging.choose("refuse")
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_1)
    assert pane.judgments == []
    QTest.keyClick(pane.judging.opinion, Qt.Key.Key_Return)
    assert pane.judgments == [Judgment("refuse", 0, "1")]


def test_a_remark_needs_something_to_say(pane):
    button = pane.judging.ways.button("comment")
    assert not button.isEnabled()
    pane.judging.opinion.setPlainText("小标题偏长。")
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.judgments == [Judgment("comment", 0, "小标题偏长。")]


def test_what_may_not_be_done_is_gray_and_says_why_in_the_tip_and_below(pane):
    refused = replace(samples.DOSSIER, actions=samples.REFUSED)
    pane.show_dossier("a", refused)
    ways = pane.judging.ways
    sentence = Sentences("zh_CN").sentence("error.own_text", {"name": "周燕妮"})
    assert not ways.primary.isEnabled()
    assert ways.primary.toolTip() == sentence
    assert ways.primary.accessibleDescription() == sentence
    assert ways.why().startswith("通过并送终审、退回")
    assert ways.why().count(sentence) == 1, "once, whatever it keeps from being done"
    assert not pane.judging.choose("sign")


def test_what_does_not_belong_to_the_state_is_not_shown():
    held = dossier("held", yes("reopen"), no("sign", "state_held", 1), no("return", "state_held"), no("take", "x"))
    assert [action.name for action in choices(held).all()] == ["reopen"]
    draft = dossier("draft", no("submit", "nothing_to_submit"), no("sign", "not_submitted", 1), yes("edit"))
    shown = choices(draft)
    assert (shown.primary.name, shown.back, shown.others) == ("submit", None, ())


def test_a_change_that_is_owed_is_counterchecked_from_the_first_button():
    approved = dossier(
        "approved", yes("countercheck"), yes("withdraw"), no("sign", "round_complete", 3), yes("deliver")
    )
    shown = choices(approved)
    assert shown.primary.name == "countercheck"
    assert [action.name for action in shown.others] == ["withdraw"]


def test_what_was_written_about_one_article_is_there_when_one_comes_back(pane):
    kept = []
    pane.opinion_changed.connect(lambda name, text: kept.append((name, text)))
    QTest.keyClicks(pane.judging.opinion, "ab")
    pane.show_dossier("b", samples.DOSSIER)
    assert pane.judging.opinion.toPlainText() == ""
    pane.show_dossier("a", samples.DOSSIER)
    assert pane.judging.opinion.toPlainText() == "ab"
    assert kept == [("a", "a"), ("a", "ab")]
    pane.judging.forget_opinion("a")
    assert pane.judging.opinion.toPlainText() == ""


def test_what_was_half_written_is_recalled_for_who_wrote_it_alone(pane):
    kept = []
    pane.judging.opinion.setPlainText("导语太长")
    pane.opinion_changed.connect(lambda name, text: kept.append((name, text)))
    pane.judging.recall({})
    assert pane.judging.opinion.toPlainText() == ""
    pane.judging.recall({"a": "导语太长"})
    assert pane.judging.opinion.toPlainText() == "导语太长"
    assert kept == []
    pane.judging.forget_opinion("a")
    assert kept == [("a", "")]


def test_without_a_record_it_says_when_one_begins(pane):
    pane.show_dossier("", None)
    assert pane.empty.isVisible()
    assert pane.judging.ways.names() == []


@pytest.mark.parametrize("scale", [100, 200])
def test_buttons_do_not_overlap_at_any_size(pane, look, qtbot, scale):
    look.enlarge(scale)
    pane.show_dossier("b", samples.DOSSIER)
    pane.judging.choose("return")
    pane.resize(332, 1400)
    buttons = [pane.judging.ways.button(name) for name in pane.judging.ways.names()]
    qtbot.waitUntil(lambda: all(button.isVisible() and button.width() < 400 for button in buttons))
    pane.grab()
    boxes = [button.rect().translated(button.mapTo(pane, button.rect().topLeft())) for button in buttons]
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.intersects(b)]
    assert max(box.right() for box in boxes) <= pane.width()
    look.enlarge(100)


def test_everything_that_takes_the_focus_has_a_name(pane):
    pane.judging.choose("return")
    nameless = [
        widget
        for widget in pane.findChildren(object)
        if getattr(widget, "focusPolicy", lambda: Qt.FocusPolicy.NoFocus)() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert nameless == []
