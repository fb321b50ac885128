"""Undo and redo take the steps of slip and text in their order; in a field Ctrl+Z is the field's."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(opened):
    """A new article on the desk."""
    opened.work.people.hide_card()
    opened.window.activateWindow()
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    opened.settle()
    return opened


def write(widget, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def go(desk, widget):
    widget.setFocus()
    desk.until(widget.hasFocus)
    return widget


def in_slip(desk, name, text):
    desk.desktop.desk.focus_field(name)
    edit = desk.desktop.desk.slip.field(name)
    desk.until(edit.hasFocus)
    edit.selectAll()
    write(edit, text)


def in_headline(desk, text):
    write(go(desk, desk.desktop.desk.heading.headline), text)


def in_text(desk, text):
    write(go(desk, desk.desktop.writing.body), text)


def now(desk):
    slip = desk.desktop.sheet.slip()
    return slip.headline, slip.source, slip.column, desk.desktop.writing.body.toPlainText()


def test_undo_takes_the_newest_first_and_redo_brings_all_back(desk):
    body, states = desk.desktop.writing.body, []
    for step in (
        lambda: in_headline(desk, "水渠通水"),
        lambda: in_text(desk, "今天上午，"),
        lambda: in_slip(desk, "source", "云溪日报"),
        lambda: in_text(desk, "水渠通水。"),
        lambda: in_slip(desk, "column", "要闻"),
    ):
        states.append(now(desk))
        step()
        go(desk, body)
    last = now(desk)
    for state in reversed(states):
        desk.do("write.undo")
        assert now(desk) == state
    assert not desk.desktop.context.actions["write.undo"].isEnabled()
    for state in (*states[1:], last):
        desk.do("write.redo")
        assert now(desk) == state
    assert not desk.desktop.context.actions["write.redo"].isEnabled()


def test_in_a_field_ctrl_z_is_the_fields_and_hands_on_what_it_has_not(desk):
    in_text(desk, "今天上午，")
    in_slip(desk, "source", "云溪")
    edit = desk.desktop.desk.slip.field("source")
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert now(desk)[1:] == ("", "", "今天上午，")
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert now(desk)[1:] == ("", "", "")
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL | SHIFT)
    QTest.keyClick(edit, Qt.Key.Key_Y, CONTROL)
    assert edit.text() == "云溪"


def test_the_headline_hands_on_what_it_has_not(desk):
    in_text(desk, "今天上午，")
    QTest.keyClick(go(desk, desk.desktop.desk.heading.headline), Qt.Key.Key_Z, CONTROL)
    assert now(desk)[3] == ""


def test_a_new_change_of_the_slip_leaves_nothing_to_redo(desk):
    in_text(desk, "今天上午，")
    desk.do("write.undo")
    in_slip(desk, "source", "云溪日报")
    go(desk, desk.desktop.writing.body)
    desk.do("write.redo")
    assert now(desk)[1:] == ("云溪日报", "", "")


def test_typing_goes_on_in_a_step_of_its_own_after_a_change_of_the_slip(desk):
    body = desk.desktop.writing.body
    QTest.keyClicks(go(desk, body), "abc")
    in_slip(desk, "source", "云溪日报")
    QTest.keyClicks(go(desk, body), "def")
    desk.do("write.undo")
    assert now(desk)[1:] == ("云溪日报", "", "abc")
    desk.do("write.undo")
    assert now(desk)[1:] == ("", "", "abc")


def test_what_is_chosen_from_the_menu_while_a_field_has_the_focus_takes_the_field_back(desk):
    in_slip(desk, "source", "云溪日报")
    assert desk.desktop.context.actions["write.undo"].isEnabled()
    desk.do("write.undo")
    assert now(desk)[1] == ""


def test_a_version_that_is_put_back_is_one_step_of_slip_and_text(desk):
    in_slip(desk, "source", "云溪日报")
    in_text(desk, "今天上午，")
    before = now(desk)
    desk.desktop.sheet.put_back({"headline": "旧题", "source": "青禾发布"}, "昨天下午。\n")
    after = now(desk)
    assert after == ("旧题", "青禾发布", "", "昨天下午。")
    desk.do("write.undo")
    assert now(desk) == before
    desk.do("write.redo")
    assert now(desk) == after


def test_the_status_bar_says_which_field_went_back(desk):
    in_slip(desk, "source", "云溪日报")
    go(desk, desk.desktop.writing.body)
    desk.do("write.undo")
    assert desk.desktop.desk.slip.field("source").field.word in desk.desktop.status.news


def test_another_article_has_nothing_of_this_one_to_undo(desk):
    in_slip(desk, "source", "云溪日报")
    desk.do("file.new")
    desk.until(lambda: now(desk)[1] == "")
    desk.settle()
    desk.do("write.undo")
    assert now(desk) == ("", "", "", "")


def test_what_is_undone_in_the_slip_reaches_the_library(desk):
    in_slip(desk, "source", "云溪日报")
    in_text(desk, "今天上午，")
    desk.do("write.undo")
    desk.do("write.undo")
    assert desk.desktop.sheet.plain_slip().get("source") is None


@pytest.mark.parametrize("seed", range(4))
def test_any_chain_of_edits_goes_back_to_its_beginning_and_forward_to_its_end(desk, seed):
    chance = random.Random(seed)
    words = ["水渠", "通水", "云溪", "要闻", "今天。"]
    start = now(desk)
    for _ in range(25):
        kind = chance.randrange(6)
        word = chance.choice(words)
        if kind == 0:
            in_slip(desk, chance.choice(["source", "column"]), word)
        elif kind == 1:
            in_headline(desk, word)
        elif kind == 2:
            QTest.keyClicks(go(desk, desk.desktop.writing.body), "xy ")
        elif kind == 3:
            desk.do("write.undo")
        else:
            in_text(desk, word)
    go(desk, desk.desktop.writing.body)
    end = now(desk)
    actions = desk.desktop.context.actions
    seen = [end]
    while actions["write.undo"].isEnabled():
        desk.do("write.undo")
        seen.append(now(desk))
        assert len(seen) < 200
    assert seen[-1] == start
    for state in reversed(seen[:-1]):
        desk.do("write.redo")
        assert now(desk) == state
