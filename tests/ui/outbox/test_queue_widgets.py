"""The widgets of the delivery window alone: painting, selection, words, marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest

from editor.records.outbox import BatchShown, ThreeTexts
from tests.ui.outbox.samples import TARGET, line
from ui.outbox import words
from ui.outbox.deciding import DecideDialog, marked
from ui.outbox.going import speed
from ui.outbox.window import OutboxWindow
from ui.sentences import Sentences
from ui.theme.tokens import LIGHT


def choose(window, key):
    window.choose([window.line_model.place_of(key)])


@pytest.fixture
def window(qapp, qtbot, look):
    made = OutboxWindow(look, Sentences("zh_CN"), [QAction("一键暂缓")])
    qtbot.addWidget(made)
    made.show_targets((TARGET,))
    made.show()
    return made


def test_a_thousand_lines_paint_only_what_is_seen(window, monkeypatch):
    from ui.outbox.delegates import LineDelegate

    painted = []
    real = LineDelegate._row
    monkeypatch.setattr(LineDelegate, "_row", lambda self, *rest: painted.append(1) or real(self, *rest))
    window.show_lines([line(n) for n in range(1000)])
    window.grab()
    first = len(painted)
    assert 0 < first < 60
    painted.clear()
    window.show_lines([line(n, state="held" if n == 900 else "done") for n in range(1000)])
    window.grab()
    assert len(painted) < 60


def test_a_change_of_state_keeps_the_selection(window):
    window.show_lines([line(n, state="waiting") for n in range(5)])
    choose(window, "k3")
    window.show_lines([line(n) for n in range(5)])
    assert [one.key for one in window.chosen()] == ["k3"]
    window.show_lines([line(n) for n in (3, 4)])
    assert [one.key for one in window.chosen()] == ["k3"]


def test_a_receipt_says_what_differs(window):
    window.show_lines([line(1, differs=(("tags", "春灌, 水利", "水利"),))])
    window.choose([0])
    item = window.detail.receipt.topLevelItem(0)
    assert [item.text(column) for column in range(3)] == ["tags", "春灌, 水利", "水利"]
    assert window.detail.receipt.isVisible()


def test_what_is_no_target_here_is_not_sent_again(window):
    window.show_lines([line(1, target="site:/srv/www"), line(2)])
    choose(window, "k1")
    assert not window.doings["again"].isEnabled()
    assert not window.doings["preview"].isEnabled()
    choose(window, "k2")
    assert window.doings["again"].isEnabled()


@pytest.mark.parametrize(
    ("one", "tone"),
    [
        (line(state="waiting", done_at=""), "gray"),
        (line(state="waiting", code="wire_no_network"), "amber"),
        (line(state="waiting", code="until", keeper="here", publish_at="2026-11-25T08:00:00+08:00"), "teal"),
        (line(state="held", code="edited_there"), "red"),
        (line(), "green"),
        (line(action="remove"), "gray"),
        (line(keeper="target", publish_at="2026-11-25T08:00:00+08:00"), "teal"),
    ],
)
def test_every_state_has_its_own_words(one, tone):
    assert words.tone(one) == tone
    assert words.line_word(one)


def test_states_of_lines_are_told_apart():
    said = [
        words.line_word(line(state="waiting")),
        words.line_word(line(state="waiting", code="until")),
        words.line_word(line(state="waiting", code="wire_no_network")),
        words.line_word(line(state="waiting", code="busy")),
        words.line_word(line()),
        words.line_word(line(action="remove")),
        words.line_word(line(keeper="target")),
    ]
    assert len(set(said)) == len(said)


def test_the_bar_of_a_batch_shows_its_states(window):
    states = {"done": 5, "held": 5}
    window.show_batches((BatchShown("b", "田文", "2026-11-24T13:20:00+08:00", ("web",), states),))
    window.batches.grab()
    rect = window.batches.visualRect(window.batch_model.index(2))
    picture = window.batches.grab().toImage()
    colors = {
        QColor(picture.pixel(QPoint(x, y))).name()
        for x in range(rect.left(), rect.right(), 3)
        for y in range(rect.bottom() - 24, rect.bottom() - 4)
    }
    assert {LIGHT.green.ink.lower(), LIGHT.red.ink.lower()} <= colors


def test_texts_of_a_site_are_shown_as_text_whatever_they_look_like(qapp, qtbot, look):
    evil = '<script>alert(1)</script><img src="http://x/y.png">'
    assert "<script" not in marked("", evil, look.tokens)
    assert "<img" not in marked("a", evil, look.tokens)
    dialog = DecideDialog(look, Sentences("zh_CN"), line(allows={"stamp": "s"}, state="held"))
    qtbot.addWidget(dialog)
    dialog.show_texts((ThreeTexts("body", "ours", evil, "last"),))
    assert dialog.columns["theirs"][1].toPlainText() == evil


@pytest.mark.parametrize(
    ("before", "after"), [("三十万亩", "三十一万亩"), ("", "新"), ("旧", ""), ("甲\n乙", "甲\n丙")]
)
def test_marks_change_no_character(qapp, qtbot, look, before, after):
    dialog = DecideDialog(look, Sentences("zh_CN"), line(allows={"stamp": "s"}, state="held"))
    qtbot.addWidget(dialog)
    dialog.show_texts((ThreeTexts("body", after, before, before),))
    assert dialog.columns["ours"][1].toPlainText() == after


def test_a_trouble_while_reading_leaves_nothing_to_decide(qapp, qtbot, look):
    dialog = DecideDialog(look, Sentences("zh_CN"), line(allows={"vanished": "1"}, state="held"))
    qtbot.addWidget(dialog)
    dialog.show_trouble("连不上")
    assert not dialog.over.isEnabled()
    assert dialog.said.text() == "连不上"


def test_speed_is_told_when_it_can_be():
    assert speed(0, 10) == 0
    assert speed(3, 0.2) == 0
    assert speed(3, 6) == 30


def test_several_chosen_lines_stay_chosen_when_others_come(window):
    window.show_lines([line(n) for n in range(5)])
    window.lines.selectAll()
    window.show_lines([line(n) for n in (7, 1, 3)])
    assert [one.key for one in window.chosen()] == ["k3", "k1"]  # of all batches the newest first


def test_the_newest_batch_is_shown_at_first_and_what_is_chosen_stays(window, qtbot):
    asked = []
    window.lines_wanted.connect(lambda *wanted: asked.append(wanted))
    first = BatchShown("b1", "田文", "2026-11-24T13:20:00+08:00", ("web",), {"done": 1})
    window.show_batches((first,))
    assert window.batch == "b1"
    assert asked[-1] == ("b1", "", "", False)
    window.show_batches((first._replace(id="b2"), first))
    assert window.batch == "b1"


def test_times_are_told_in_the_zone_of_the_reader():
    from datetime import datetime, timedelta, timezone

    shanghai = timezone(timedelta(hours=8))
    now = datetime(2026, 3, 12, 16, 38, tzinfo=shanghai)
    assert words.time_told("2026-03-12T08:00:00Z", now) == "16:00"
    assert "16:00" in words.time_told("2026-03-13T08:00:00+00:00", now)
    assert words.time_told("2026-03-20T16:00:00+08:00", now) == "03-20 16:00"
    assert words.time_told("2025-03-20T16:00:00+08:00", now) == "2025-03-20 16:00"
    assert words.time_told("soon", now) == "soon"


def test_a_held_control_key_does_not_lose_what_is_chosen(window):
    window.show_lines([line(n) for n in range(3)])
    choose(window, "k1")
    window.lines.setFocus()
    QTest.keyPress(window.lines, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    window.show_lines([line(n) for n in (1, 2)])
    assert [one.key for one in window.chosen()] == ["k1"]
    QTest.keyRelease(window.lines, Qt.Key.Key_Control)
