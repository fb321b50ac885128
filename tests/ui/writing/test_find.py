"""Find and replace: all hits, n/m, a step of undo, and no pattern that hangs the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.markup.blocks import Mark, Paragraph, Run, paragraph
from editor.markup.reader import read
from tests.growth import assert_within
from ui.writing.find import FindBar
from ui.writing.search import Hit, Query, find_all, replacement


@pytest.fixture
def bar(made, look, qtbot):
    def make(text):
        editor = made(read(text))
        bar = FindBar(editor, look.icon)
        qtbot.addWidget(bar)
        bar.open(replacing=True)
        return editor, bar

    return make


def marked(editor):
    return [(each.cursor.selectedText(), each.format.background().color().name()) for each in editor.extraSelections()]


def test_all_hits_are_marked_and_counted(bar, look):
    editor, find = bar("永州新闻，永州。\n\n| 永州 |\n|---|\n| 1 |")
    find.what.setText("永州")
    assert find.tally.text() == "1/3"
    assert [text for text, _color in marked(editor)] == ["永州"] * 3
    assert marked(editor)[0][1] == look.tokens.mark_now.lower()
    find.go(1)
    assert (find.tally.text(), editor.textCursor().position()) == ("2/3", 7)
    find.go(-1)
    find.go(-1)
    assert find.tally.text() == "3/3"
    find.leave()
    assert marked(editor) == []


def test_case_and_pattern(bar):
    _editor, find = bar("GDP gdp 2021 年 9 月")
    find.what.setText("gdp")
    assert len(find.hits) == 2
    find.case.setChecked(True)
    assert len(find.hits) == 1
    find.pattern.setChecked(True)
    find.what.setText(r"\d+ (年|月)")
    assert len(find.hits) == 2
    find.what.setText("(")
    assert find.hits == ()
    assert find.tally.text() == "Not a pattern"


def test_only_in_the_selection(bar):
    editor, find = bar("永州一\n\n永州二\n\n永州三")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    find.open()
    find.what.setText("永州")
    assert find.selection.isChecked()
    assert len(find.hits) == 2


def test_replace_all_is_one_step_and_keeps_marks(bar):
    editor, find = bar("**软件**和软件\n\n## 软件")
    find.what.setText("软件")
    find.by.setText("軟體")
    assert find.replace_all() == 3
    assert editor.blocks()[0] == Paragraph((Run("軟體", frozenset({Mark.STRONG})), Run("和軟體")))
    editor.undo()
    assert editor.blocks() == read("**软件**和软件\n\n## 软件")
    assert not editor.document().isUndoAvailable()


def test_replace_goes_on_to_the_next(bar):
    editor, find = bar("甲甲甲")
    find.what.setText("甲")
    find.by.setText("乙乙")
    QTest.keyClick(find.by, Qt.Key.Key_Return)
    assert editor.blocks() == (paragraph("乙乙甲甲"),)
    QTest.keyClick(find.by, Qt.Key.Key_Return)
    assert editor.blocks() == (paragraph("乙乙乙乙甲"),)


def test_groups_stand_in_the_replacement(bar):
    editor, find = bar("9月2日和10月3日")
    find.pattern.setChecked(True)
    find.what.setText(r"(\d+)月(\d+)日")
    find.by.setText(r"$2/\1")
    find.replace_all()
    assert editor.blocks() == (paragraph("2/9和3/10"),)


def test_backslashes_and_unknown_groups():
    assert replacement(Hit(0, 1, ("x",)), r"\\ $3 \0", pattern=True) == "\\ $3 x"
    assert replacement(Hit(0, 1, ("x",)), r"\0", pattern=False) == r"\0"


def test_rare_characters_are_found_whole(bar):
    editor, find = bar("孙𬭎，𬭎")
    find.what.setText("𬭎")
    assert [(hit.start, hit.end) for hit in find.hits] == [(1, 3), (4, 6)]
    find.by.setText("㛃")
    find.replace_all()
    assert editor.blocks() == (paragraph("孙㛃，㛃"),)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(.*)*x", "(a|aa)+$", "(.+)+永永"])
def test_no_pattern_hangs_the_window(made, pattern):
    editor = made([paragraph("a" * 5000 + "！")] * 20)
    assert_within(5, lambda: find_all(editor.document(), Query(pattern, pattern=True)))


def test_hits_are_looked_for_again_after_an_edit(bar, qtbot):
    editor, find = bar("永州")
    find.what.setText("永州")
    editor.insert_blocks([paragraph("永州")])
    qtbot.waitUntil(lambda: len(find.hits) == 1 and find.hits[0].start == 0, timeout=2000)
    editor.go_to(0, 2)
    editor.insert_blocks([paragraph("，永州")])
    qtbot.waitUntil(lambda: len(find.hits) == 2, timeout=2000)


def test_keys_of_the_bar(bar):
    _editor, find = bar("甲乙甲")
    find.what.setText("甲")
    QTest.keyClick(find.what, Qt.Key.Key_Return)
    assert find.tally.text() == "2/2"
    QTest.keyClick(find.what, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert find.tally.text() == "1/2"
    QTest.keyClick(find.what, Qt.Key.Key_Escape)
    assert not find.isVisible()


def test_what_is_selected_is_looked_for(made, look, qtbot):
    editor = made(read("永州新闻永州"))
    editor.go_to(0, 0, 2)
    find = FindBar(editor, look.icon)
    qtbot.addWidget(find)
    find.open()
    assert find.what.text() == "永州"
    assert find.tally.text() == "1/2"
