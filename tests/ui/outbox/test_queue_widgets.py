"""The widgets of the delivery window alone: painting, selection, words, marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest

from editor.records.outbox import BatchShown, ThreeTexts
from tests.ui.outbox.samples import TARGET, line
from ui.destinations import place_word
from ui.outbox import words
from ui.outbox.deciding import DecideDialog, marked
from ui.outbox.going import speed
from ui.outbox.names import field_word
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
    assert [item.text(column) for column in range(3)] == [field_word("tags"), "春灌, 水利", "水利"]
    assert field_word("tags") != "tags"
    assert window.detail.receipt.isVisible()


def test_the_content_that_differs_is_shown_as_text_and_not_as_html(window):
    window.show_lines([line(1, differs=(("content", "<p>三十万亩</p>", "<p>三十一万亩</p>"),))])
    window.choose([0])
    item = window.detail.receipt.topLevelItem(0)
    assert [item.text(column) for column in (1, 2)] == ["三十万亩", "三十一万亩"]
    assert item.toolTip(2) == "<p>三十一万亩</p>"


def test_a_reason_names_fields_in_words(window):
    one = line(
        1, state="held", code="changed_there", sentence="held.changed_there", values={"fields": "title, excerpt"}
    )
    told = words.why(one, Sentences("zh_CN"))
    assert field_word("title") in told
    assert "excerpt" not in told


LATER = "2026-11-24T16:25:00+08:00"


@pytest.mark.parametrize(("why", "said"), [("等通知", "等通知"), ("-", "已暂缓")])
def test_what_waits_at_a_target_that_is_held_back_says_so_and_why(window, chinese, why, said):
    one = line(1, state="waiting", done_at="", code="until", sentence="waits.until", keeper="here", publish_at=LATER)
    one = one._replace(values={"at": LATER})
    window.show_targets((TARGET._replace(held=why), TARGET._replace(name="app", destination="y")))
    window.show_lines([one, one._replace(key="k2", target="app")])
    held, free = (window.line_model.line_at(window.line_model.place_of(key)) for key in ("k1", "k2"))
    choose(window, "k1")
    told = window.detail.told.text()
    assert said in told
    assert "web" in told
    assert "本机" not in told
    assert "本机" not in window.detail.facts.text()
    assert words.line_word(held) == "已暂缓"
    assert words.tone(held) == "amber"
    choose(window, "k2")
    assert "本机" in window.detail.told.text()
    assert words.tone(free) == "teal"


def test_the_end_of_an_earlier_attempt_is_not_the_end_of_this_one(window, chinese):
    again = {"queued_at": "2026-11-24T16:20:00+08:00", "done_at": "2026-11-24T16:19:00+08:00"}
    window.show_lines([line(1, state="held", code="edited_there", **again), line(2)])
    choose(window, "k1")
    assert "完成" not in window.detail.facts.text()
    choose(window, "k2")
    assert "完成" in window.detail.facts.text()


def test_what_was_taken_down_since_is_not_shown_as_standing_there(window, chinese):
    window.show_lines([line(1, gone=True), line(2)])
    gone = window.line_model.line_at(window.line_model.place_of("k1"))
    assert words.tone(gone) == "gray"
    assert words.line_word(gone) != words.line_word(line(2))
    choose(window, "k1")
    assert "回执" not in window.detail.facts.text()
    assert not window.doings["withdraw"].isEnabled()
    choose(window, "k2")
    assert "回执" in window.detail.facts.text()


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("官网", "官网"),
        ("site:/home/a/sample-site", "sample-site"),
        ("hugo:/srv/blog#news", "blog"),
        ("https://news.example.cn/blog/", "news.example.cn/blog"),
        ("https://10.0.0.1:8443#news.NewsPage", "10.0.0.1"),
        ("sftp://web@files.example.cn:22/srv/in#x", "files.example.cn/srv/in"),
        ("上级转载", "上级转载"),
        ("约稿:三月", "约稿:三月"),
        ("http://[约稿", "http://[约稿"),
        ("", ""),
    ],
)
def test_a_place_is_called_by_its_name_or_its_folder(place, word):
    assert place_word(place) == word


def test_no_raw_address_is_shown_for_a_place(window):
    window.show_lines([line(1, target="site:/home/a/sample-site")])
    choose(window, "k1")
    assert "sample-site" in window.detail.facts.text()
    assert "/home" not in window.detail.facts.text()
    assert "/home" not in window.line_model.index(0).data()


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
