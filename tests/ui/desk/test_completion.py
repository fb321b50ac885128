"""Completion in the slip, through the real window: names with roles, words of fields, by characters and by initials."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.article import Credit
from editor.records.words import Known, Word
from ui.desk import offers


@pytest.fixture
def desk(opened):
    """A new article on the desk of a newsroom that knows some words."""
    opened.work.people.hide_card()
    opened.window.activateWindow()
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    opened.settle()
    opened.work.writing.slip.offering.show_known(
        Known(
            (Word("贺小满", "賀小滿", "通讯员"), Word("周燕妮", "", "全媒体记者"), Word("田禾")),
            ("通讯员", "全媒体记者"),
            {"source": (Word("云溪日报"), Word("青禾发布")), "column": (Word("要闻"), Word("民生"))},
            {"要闻": "1200"},
        )
    )
    return opened


def field(opened, name):
    opened.desktop.desk.focus_field(name)
    found = opened.desktop.desk.slip.field(name)
    opened.until(found.hasFocus)
    return found


def write(edit, text):
    """As an input method gives it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


def offered(opened):
    shown = opened.work.writing.slip.offering.list
    return shown.shown_texts() if shown.isVisible() else []


def test_a_name_is_found_by_its_initials_and_brings_its_role(desk):
    edit = field(desk, "byline")
    QTest.keyClicks(edit, "hxm")
    assert offered(desk) == ["通讯员 贺小满"]
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "通讯员 贺小满 "
    assert not offered(desk)
    assert edit.hasFocus()
    assert desk.desktop.sheet.slip().byline == (Credit("贺小满", "stringer", "通讯员"),)


def test_a_name_of_the_role_that_stands_before_it_comes_alone(desk):
    edit = field(desk, "byline")
    write(edit, "全媒体记者 彭沛 周")
    assert offered(desk) == ["周燕妮"]
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "全媒体记者 彭沛 周燕妮 "
    assert not edit.hasFocus()


def test_a_name_is_found_in_the_other_script(desk):
    edit = field(desk, "byline")
    write(edit, "賀")
    assert offered(desk) == ["通讯员 贺小满"]


def test_nothing_is_written_that_was_not_chosen(desk):
    edit = field(desk, "source")
    write(edit, "云溪")
    assert offered(desk) == ["云溪日报"]
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "云溪"
    assert not offered(desk)


def test_escape_closes_the_list_and_keeps_the_text(desk):
    edit = field(desk, "source")
    write(edit, "青")
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not offered(desk)
    assert edit.text() == "青"
    assert edit.hasFocus()


def test_down_shows_all_words_of_a_field_and_arrows_go_round(desk):
    edit = field(desk, "column")
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert offered(desk) == ["要闻", "民生"]
    QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "民生"
    assert desk.desktop.sheet.slip().column == "民生"


def test_a_click_takes_a_word_and_the_field_keeps_the_focus(desk):
    edit = field(desk, "column")
    QTest.keyClick(edit, Qt.Key.Key_Down)
    list_ = desk.work.writing.slip.offering.list.list
    place = list_.visualRect(list_.model().index(0, 0)).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))
    assert edit.text() == "要闻"
    assert edit.hasFocus()


def test_what_was_taken_is_undone_in_the_field(desk):
    edit = field(desk, "source")
    write(edit, "云")
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "云溪日报 "
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "云"


def test_the_origin_is_chosen_by_its_word(desk):
    edit = field(desk, "origin")
    QTest.keyClick(edit, Qt.Key.Key_Down)
    words = offered(desk)
    assert len(words) == 4
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == words[0]
    assert desk.desktop.sheet.slip().origin == "own"


def test_an_origin_that_is_none_is_said_to_be_none(desk):
    edit = field(desk, "origin")
    write(edit, "别处")
    field(desk, "source")
    assert edit.toolTip()
    assert desk.desktop.sheet.slip().origin is None


def test_the_list_goes_when_the_focus_goes(desk):
    edit = field(desk, "source")
    write(edit, "青")
    assert offered(desk)
    desk.desktop.writing.body.setFocus()
    desk.until(lambda: not edit.hasFocus())
    assert not offered(desk)


def test_earlier_articles_are_known_after_they_were_stored(opened):
    opened.sample()
    opened.window.activateWindow()
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    edit = field(opened, "source")
    opened.settle()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert offered(opened)
    column = field(opened, "column")
    opened.settle()
    QTest.keyClick(column, Qt.Key.Key_Down)
    assert offered(opened)


def test_words_are_put_in_the_place_of_the_word_at_the_caret():
    text = "记者 贺 田禾"
    token = offers.token_at(text, 4, whole=False)
    assert (token.start, token.end, token.typed) == (3, 4, "贺")
    assert offers.replaced(text, token, offers.Offer("贺小满", ""), whole=False) == ("记者 贺小满 田禾", 6)


@pytest.mark.parametrize(
    ("characters", "planned", "color"),
    [(100, None, "text3"), (899, 1000, "text3"), (900, 1000, "amber"), (1000, 1000, "amber"), (1001, 1000, "red")],
)
def test_near_the_planned_length_is_amber_and_above_it_red(characters, planned, color):
    from ui.work.writing import color_of

    assert color_of(characters, planned) == color


def test_the_planned_length_stands_beside_the_count_in_color(desk):
    status = desk.desktop.status
    desk.desktop.writing.body.insertPlainText("县里的水渠今天通水")
    desk.until(lambda: status.text_of("counts").startswith("9 "))
    edit = field(desk, "planned_length")
    QTest.keyClicks(edit, "8")
    assert status.text_of("counts").startswith("9 of 8") or status.text_of("counts").startswith("9/8")
    red = desk.desktop.context.look.tokens.red.ink
    assert red in status._texts["counts"].styleSheet()
    QTest.keyClicks(edit, "00")
    assert not status._texts["counts"].styleSheet()


def test_a_column_brings_its_usual_length_which_the_slip_does_not_keep(desk):
    edit = field(desk, "column")
    write(edit, "要闻")
    assert desk.work.writing.slip.offering.planned() == 1200
    assert "1200" in desk.desktop.desk.slip.field("planned_length").placeholderText()
    assert desk.desktop.sheet.slip().planned_length == ""
    write(field(desk, "planned_length"), "１,５００字")
    assert desk.work.writing.slip.offering.planned() == 1500
    assert desk.desktop.sheet.slip().planned_length == "1500"


def test_a_length_that_is_none_is_kept_as_typed_and_said(desk):
    edit = field(desk, "planned_length")
    write(edit, "半版")
    field(desk, "source")
    assert edit.toolTip()
    assert desk.desktop.sheet.slip().planned_length == "半版"


def test_another_text_of_the_field_closes_the_list_and_the_same_does_not(desk):
    edit = field(desk, "source")
    write(edit, "青")
    slip = desk.desktop.sheet.slip()
    desk.desktop.desk.slip.show_slip(slip)
    assert offered(desk)
    desk.desktop.desk.slip.show_slip(dataclasses.replace(slip, source="云溪日报"))
    assert not offered(desk)
