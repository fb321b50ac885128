"""Versions are looked at beside what stands there now, and put back by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from tests.ui.history.samples import NEW, NOW, OLD, OLD_SLIP, comparison, version, versions
from ui.history import words
from ui.history.listing import VersionsModel
from ui.history.view import HistoryView


@pytest.fixture
def view(qtbot, look, chinese):
    made = HistoryView(look, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(QSize(1100, 800))
    made.show()
    return made


def said(model, row):
    return model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_says_when_why_how_long_and_how_much_more(view):
    view.show_versions(versions())
    assert said(view.model, 0) == "今天 21:44 保存 2,143 字 +45"
    assert said(view.model, 3) == "昨天 21:50 恢复之前 1,786 字 −116"
    assert said(view.model, 7) == "2025年12月5日 21:50 保存 812 字"
    assert [view.model.index(row).data(VersionsModel.DAY) for row in range(5)] == ["今天", "", "", "昨天", ""]


def test_the_newest_is_asked_for_and_another_by_the_arrow(qtbot, view):
    wanted = []
    view.version_wanted.connect(wanted.append)
    view.show_versions(versions())
    assert wanted == [20]
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert wanted == [20, 19]


def test_what_differs_is_shown_and_the_version_put_back_by_key(qtbot, view):
    view.show_versions(versions())
    assert not view.restore.isEnabled()
    view.show_version(version(20), comparison(), OLD, NEW)
    assert view.compare.stops
    view.list.setFocus()
    with qtbot.waitSignal(view.restore_wanted) as signal:
        QTest.keyClick(view.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert signal.args[0].text == version(20).text


def test_an_answer_for_another_version_than_the_chosen_one_is_left_out(view):
    view.show_versions(versions())
    view.show_version(version(19), comparison(), OLD, NEW)
    assert not view.restore.isEnabled()
    assert not view.compare.stops


def test_a_locked_text_cannot_be_put_back_and_says_why(view):
    view.show_versions(versions(), may_restore=False)
    view.show_version(version(20), comparison(), OLD, NEW)
    assert not view.restore.isEnabled()
    assert "锁定" in view.told.text()


def test_the_same_text_need_not_be_put_back(view):
    view.show_versions(versions())
    view.show_version(version(20), comparison(OLD, OLD_SLIP), OLD, OLD)
    assert not view.restore.isEnabled()
    assert "相同" in view.told.text()


def test_without_versions_it_says_how_they_come(view):
    view.show_versions(())
    assert view.empty.isVisible()
    assert not view.list.isVisible()


def test_escape_goes_back_to_the_text(qtbot, view):
    view.show_versions(versions())
    view.list.setFocus()
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view.list, Qt.Key.Key_Escape)


def test_everything_that_takes_the_focus_has_a_name(view):
    view.show_versions(versions())
    for widget in [view.list, *view.findChildren(QPushButton), *view.findChildren(QToolButton)]:
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named, widget


def test_a_time_that_is_none_says_so(chinese):
    assert words.title(None, NOW) == "这一版 ↔ 现在"
    assert words.moment("gestern", NOW) is None
    assert words.reason("of a newer version") == "of a newer version"
    assert words.difference(0) == "±0"
