"""What keys do where: the structure stays whole and behaves as writers expect."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.markup.reader import read
from editor.markup.writer import write
from tests.ui.writing.people import type_text
from ui.writing.kinds import Kind, kind_of
from ui.writing.reading import blocks_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(editor, key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(editor, key, modifiers)


def enter(editor):
    press(editor, Qt.Key.Key_Return)


def backspace(editor):
    press(editor, Qt.Key.Key_Backspace)


def text(editor):
    return write(editor.blocks())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("## 标题", "## 标题\n"),
        ("### 标题", "### 标题\n"),
        ("> 引文", "> 引文\n"),
        ("- 甲", "- 甲\n"),
        ("* 甲", "- 甲\n"),
        ("1. 甲", "1. 甲\n"),
        ("C# 语言", "C# 语言\n"),
        ("3.5 亿", "3.5 亿\n"),
        ("a-b", "a-b\n"),
    ],
)
def test_signs_at_the_beginning_of_a_line(made, typed, expected):
    editor = made()
    type_text(editor, typed)
    assert text(editor) == expected


def test_one_undo_gives_the_signs_back(made):
    editor = made()
    type_text(editor, "## ")
    assert kind_of(editor.textCursor().block()) is Kind.H2
    editor.undo()
    assert kind_of(editor.textCursor().block()) is Kind.PARAGRAPH
    assert editor.document().toPlainText() == "## "


def test_three_dashes_are_a_rule(made):
    editor = made(read("前"))
    press(editor, Qt.Key.Key_End)
    enter(editor)
    type_text(editor, "---")
    enter(editor)
    type_text(editor, "后")
    assert text(editor) == "前\n\n***\n\n后\n"


def test_after_a_heading_comes_a_paragraph(made):
    editor = made(read("## 标题"))
    press(editor, Qt.Key.Key_End)
    enter(editor)
    type_text(editor, "正文")
    assert text(editor) == "## 标题\n\n正文\n"


def test_enter_in_a_heading_makes_a_paragraph_of_the_rest(made):
    editor = made(read("## 标题正文"))
    editor.go_to(0, 2)
    enter(editor)
    assert text(editor) == "## 标题\n\n正文\n"
    editor.undo()
    assert text(editor) == "## 标题正文\n"


def test_enter_before_a_heading_leaves_it_one(made):
    editor = made(read("## 标题"))
    enter(editor)
    assert [kind_of(editor.document().findBlockByNumber(n)) for n in (0, 1)] == [Kind.PARAGRAPH, Kind.H2]


@pytest.mark.parametrize("source", ["## 标题", "> 标题", "- 标题", "1. 标题"])
def test_backspace_at_the_start_lifts(made, source):
    editor = made(read(source))
    backspace(editor)
    assert text(editor) == "标题\n"
    editor.undo()
    assert text(editor) == source + "\n"


def test_lists_go_on_and_end(made):
    editor = made()
    type_text(editor, "1. 甲")
    enter(editor)
    type_text(editor, "乙")
    press(editor, Qt.Key.Key_Tab)
    enter(editor)
    enter(editor)
    type_text(editor, "丙")
    enter(editor)
    enter(editor)
    type_text(editor, "正文")
    assert text(editor) == "1. 甲\n    1. 乙\n2. 丙\n\n正文\n"


def test_quotes_go_on_and_end(made):
    editor = made()
    type_text(editor, "> 一")
    enter(editor)
    type_text(editor, "二")
    enter(editor)
    enter(editor)
    type_text(editor, "三")
    assert text(editor) == "> 一\n>\n> 二\n\n三\n"


@pytest.mark.parametrize("blank", [" ", "　", "\u00a0", "　　"])
def test_a_typed_indent_is_absorbed(made, blank):
    editor = made()
    type_text(editor, f"{blank}正文")
    assert editor.document().toPlainText() == "正文"


def test_typing_beside_a_picture_makes_a_paragraph(made):
    editor = made(read('![](asset:1 "图说")'))
    type_text(editor, "前")
    assert text(editor).startswith("前\n\n![](asset:1")
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_End)
    type_text(editor, "后")
    assert text(editor) == '前\n\n![](asset:1 "图说")\n\n后\n'


def test_a_picture_is_selected_before_it_is_deleted(made):
    editor = made(read('前\n\n![](asset:1 "图")\n\n后'))
    editor.go_to(2, 0)
    backspace(editor)
    assert len(editor.blocks()) == 3
    assert editor.textCursor().hasSelection()
    backspace(editor)
    assert text(editor) == "前\n\n后\n"
    editor.undo()
    assert len(editor.blocks()) == 3


def test_delete_before_a_picture_selects_it(made):
    editor = made(read('前\n\n![](asset:1 "图")'))
    editor.go_to(0, 1)
    press(editor, Qt.Key.Key_Delete)
    assert editor.textCursor().selectedText() == "\ufffc"


def test_an_empty_line_before_a_heading_goes_and_the_heading_stays(made):
    editor = made(read("前\n\n## 标题"))
    editor.go_to(0, 1)
    enter(editor)
    press(editor, Qt.Key.Key_Delete)
    assert text(editor) == "前\n\n## 标题\n"
    assert kind_of(editor.document().findBlockByNumber(1)) is Kind.H2


def test_cells_take_lines_and_tab_goes_on(made):
    editor = made(read("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"))
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(1).position() + 1)
    editor.setTextCursor(cursor)
    enter(editor)
    type_text(editor, "x")
    press(editor, Qt.Key.Key_Tab, times=4)
    type_text(editor, "新行")
    assert text(editor) == "| 甲<br>x | 乙 |\n| --- | --- |\n| 1 | 2 |\n| 新行 |  |\n"
    assert editor.textCursor().currentTable().rows() == 3


def test_backspace_behind_a_table_harms_nothing(made):
    editor = made(read("| 甲 |\n|---|\n| 1 |\n\n后"))
    editor.go_to(1, 0)
    before = text(editor)
    backspace(editor)
    assert text(editor) == before
    assert editor.textCursor().currentTable() is not None


def test_a_text_deleted_whole_begins_with_a_paragraph(made):
    editor = made(read("## 标题\n\n正文"))
    editor.selectAll()
    backspace(editor)
    type_text(editor, "新")
    assert text(editor) == "新\n"
    editor.undo()
    editor.undo()
    assert text(editor) == "## 标题\n\n正文\n"


def test_what_is_typed_behind_a_link_is_no_link(made):
    editor = made(read("[链接](https://a.example)"))
    press(editor, Qt.Key.Key_End)
    type_text(editor, "之后")
    assert text(editor) == "[链接](https://a.example)之后\n"
    editor.go_to(0, 1)
    type_text(editor, "中")
    assert text(editor) == "[链中接](https://a.example)之后\n"


def test_bold_goes_on(made):
    editor = made(read("**粗**"))
    press(editor, Qt.Key.Key_End)
    type_text(editor, "体")
    assert text(editor) == "**粗体**\n"


def test_undo_takes_sentences(made):
    editor = made()
    type_text(editor, "第一句话。第二句话")
    editor.undo()
    assert editor.document().toPlainText() == "第一句话。"


@pytest.mark.parametrize(("key", "offset"), [(Qt.Key.Key_Right, 2), (Qt.Key.Key_End, 12)])
def test_words_and_not_clauses(made, key, offset):
    editor = made(read("永州经济技术开发区的报道"))
    press(editor, key, CONTROL)
    assert editor.caret()[1] == offset or key == Qt.Key.Key_End


def test_ctrl_backspace_takes_a_word(made):
    editor = made(read("永州GDP2021"))
    press(editor, Qt.Key.Key_End)
    press(editor, Qt.Key.Key_Backspace, CONTROL)
    assert text(editor) == "永州\n"
    editor.undo()
    assert text(editor) == "永州GDP2021\n"


def test_a_double_click_takes_a_word(made):
    editor = made(read("永州的GDP增长"), words=lambda text: [(0, 2), (2, 3), (3, 6), (6, len(text))])
    cursor = QTextCursor(editor.document())
    cursor.setPosition(4)
    point = editor.cursorRect(cursor).center()
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.textCursor().selectedText() == "GDP"


def test_a_read_only_text_takes_nothing(made):
    editor = made(read("- 甲"))
    editor.setReadOnly(True)
    before = blocks_of(editor.document())
    type_text(editor, "x")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab):
        press(editor, key)
    press(editor, Qt.Key.Key_Delete, CONTROL)
    assert blocks_of(editor.document()) == before


def test_a_read_only_text_is_not_undone(made):
    editor = made(read("甲"))
    type_text(editor, "乙")
    editor.setReadOnly(True)
    press(editor, Qt.Key.Key_Z, CONTROL)
    editor.undo()
    assert text(editor) == "乙甲\n"


def test_rare_characters_are_whole(made):
    editor = made(read("𬭎㛃𫖯"))
    press(editor, Qt.Key.Key_End)
    backspace(editor)
    assert text(editor) == "𬭎㛃\n"
    press(editor, Qt.Key.Key_Home)
    press(editor, Qt.Key.Key_Delete)
    assert text(editor) == "㛃\n"
    assert editor.caret() == (0, 0)
