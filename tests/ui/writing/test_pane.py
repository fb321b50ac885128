"""The writing room as one widget: actions, toolbar, source, outline, pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMainWindow, QToolButton

from editor.markup.blocks import Image, paragraph
from editor.markup.reader import read
from editor.markup.writer import write
from tests.ui.writing.clipboards import png
from tests.ui.writing.people import type_text
from ui.actions import Actions
from ui.writing.outline import OutlineList, outline
from ui.writing.pane import WritingPane


class Answers:
    """Answers of a person."""

    def link(self, _address):
        return "a.example/b"

    def picture(self, image):
        return Image(image.source, "图说", "摄影", "描述")

    def picture_files(self):
        return []

    def table(self):
        return 2, 3


class Store:
    def __init__(self):
        self.held = {}

    def picture(self, source):
        return self.held.get(source)


@pytest.fixture
def room(qtbot, look):
    window = QMainWindow()
    qtbot.addWidget(window)
    pane = WritingPane(look.reading, look.tokens, look.icon, Store(), asker=Answers())
    actions = Actions(window, look)
    pane.add_actions(actions)
    window.setCentralWidget(pane)
    window.resize(800, 600)
    window.show()
    pane.editor.setFocus()
    return pane, actions


def text(pane):
    return write(pane.editor.blocks())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("write.strong", "**永州**\n"),
        ("write.emphasis", "*永州*\n"),
        ("write.underline", "<u>永州</u>\n"),
        ("write.strike", "<s>永州</s>\n"),
        ("write.h2", "## 永州\n"),
        ("write.h3", "### 永州\n"),
        ("write.quote", "> 永州\n"),
        ("write.list", "- 永州\n"),
        ("write.numbers", "1. 永州\n"),
        ("write.link", "[永州](https://a.example/b)\n"),
    ],
)
def test_an_action_and_its_undo(room, name, expected):
    pane, actions = room
    pane.editor.show_blocks(read("永州"))
    pane.editor.selectAll()
    actions[name].trigger()
    assert text(pane) == expected
    if actions[name].isCheckable():
        assert actions[name].isChecked()
        actions[name].trigger()
        assert text(pane) == "永州\n"
        pane.editor.undo()
    actions["write.undo"].trigger()
    assert text(pane) == "永州\n"
    assert not actions["write.undo"].isEnabled()


def test_what_is_typed_next_is_bold(room):
    pane, actions = room
    type_text(pane.editor, "甲")
    actions["write.strong"].trigger()
    type_text(pane.editor, "乙")
    actions["write.strong"].trigger()
    type_text(pane.editor, "丙")
    assert text(pane) == "甲**乙**丙\n"


def test_insertions(room):
    pane, actions = room
    type_text(pane.editor, "正文")
    actions["write.footnote"].trigger()
    type_text(pane.editor, "注文")
    assert text(pane) == "正文[^1]\n\n[^1]: 注文\n"
    pane.editor.go_to(0, 2)
    actions["write.rule"].trigger()
    actions["write.table"].trigger()
    type_text(pane.editor, "甲")
    assert "| 甲 |  |  |" in text(pane)
    actions["table.right"].trigger()
    actions["table.below"].trigger()
    assert "| 甲 |  |  |  |" in text(pane)
    actions["table.drop_column"].trigger()
    while pane.editor.document().isUndoAvailable():
        pane.editor.undo()
    assert text(pane) == ""


def test_every_action_of_writing_has_a_key_or_stands_in_the_bar(room):
    _pane, actions = room
    for deed in actions.deeds():
        assert deed.keys, deed.name
    keys = [key for deed in actions.deeds() for key in deed.keys]
    assert len(keys) == len(set(keys))


def test_every_control_has_a_name(room):
    pane, _actions = room
    pane.find_bar.open(replacing=True)
    for kind in (QAbstractButton, QLineEdit):
        for widget in pane.findChildren(kind) + pane.toolbar.findChildren(QToolButton):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.objectName() != "_q_qlineeditclearbutton":
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_the_source_becomes_text_in_one_step(room, qtbot):
    pane, actions = room
    pane.editor.show_blocks(read("一\n\n二"))
    actions["write.source"].trigger()
    assert pane.source.toPlainText() == "一\n\n二\n"
    pane.source.setPlainText("一\n\n## 二\n\n三")
    qtbot.waitUntil(lambda: text(pane) == "一\n\n## 二\n\n三\n", timeout=3000)
    pane.source.setPlainText("一\n\n## 二\n\n三四")
    actions["write.source"].trigger()
    assert text(pane) == "一\n\n## 二\n\n三四\n"
    pane.editor.undo()
    assert text(pane) == "一\n\n二\n"


def test_the_source_of_one_text_never_becomes_another(room):
    pane, actions = room
    pane.editor.show_blocks(read("甲文"))
    edits = []
    pane.editor.edited.connect(lambda *_range: edits.append(text(pane)))
    actions["write.source"].trigger()
    assert not actions["write.strong"].isEnabled()
    pane.source.setPlainText("甲文改")
    pane.editor.show_blocks(read("乙文"))
    assert edits == ["甲文改\n"]
    assert not pane.source_shown
    assert text(pane) == "乙文\n"
    assert actions["write.strong"].isEnabled()
    assert not actions["write.undo"].isEnabled()


def test_what_is_half_written_in_the_source_can_be_had_at_once(room):
    pane, actions = room
    pane.editor.show_blocks(read("甲文"))
    actions["write.source"].trigger()
    pane.source.setPlainText("甲文改")
    pane.editor.composing.finish()
    assert text(pane) == "甲文改\n"


def test_what_is_composed_in_the_source_is_kept(room):
    pane, actions = room
    pane.editor.show_blocks(read("甲文"))
    actions["write.source"].trigger()
    pane.source.inputMethodEvent(QInputMethodEvent("yong", []))
    actions["write.source"].trigger()
    assert text(pane) == "yong甲文\n"


def test_an_unchanged_source_is_no_edit(room):
    pane, actions = room
    pane.editor.show_blocks(read("一"))
    actions["write.source"].trigger()
    actions["write.source"].trigger()
    assert not pane.editor.document().isUndoAvailable()


def test_the_outline_goes_to_headings(room, qtbot):
    pane, _actions = room
    pane.editor.show_blocks(read("一\n\n## 甲\n\n二\n\n### 乙\n\n三"))
    assert [(entry.level, entry.text) for entry in outline(pane.editor)] == [(2, "甲"), (3, "乙")]
    shown = OutlineList(pane.editor)
    qtbot.addWidget(shown)
    shown.itemActivated.emit(shown.item(1))
    assert pane.editor.caret()[0] == 3
    pane.editor.show_blocks(read("## 新"))
    qtbot.waitUntil(lambda: shown.count() == 1)


def test_pictures_come_and_get_their_words(room, qtbot):
    pane, actions = room
    with qtbot.waitSignal(pane.editor.picture_taken) as taken:
        source = pane.editor.insert_picture(png())
    assert taken.args == [source, png()]
    assert pane.editor.blocks() == (Image(source),)
    pane.editor.go_to(0, 0)
    actions["write.caption"].trigger()
    assert pane.editor.blocks() == (Image(source, "图说", "摄影", "描述"),)
    actions["write.undo"].trigger()
    assert pane.editor.blocks() == (Image(source),)


def test_a_picture_that_arrives_later_gets_its_room(room):
    pane, _actions = room
    source = pane.editor.insert_picture(png())
    store = pane.editor.pictures._pictures
    before = pane.editor.document().size().height()
    store.held[source] = png()
    pane.editor.picture_arrived(source)
    assert pane.editor.document().size().height() != before


def test_plain_paste(room):
    pane, actions = room
    source = QMimeData()
    source.setHtml("<h1>标题</h1>")
    source.setText("## 标题")
    QGuiApplication.clipboard().setMimeData(source)
    actions["write.paste_plain"].trigger()
    assert pane.editor.blocks() == (paragraph("## 标题"),)
    pane.editor.undo()
    actions["write.paste"].trigger()
    assert text(pane) == "## 标题\n"


def test_a_paste_without_tracked_changes(room):
    pane, actions = room
    source = QMimeData()
    source.setHtml('<html xmlns:o="urn:schemas-microsoft-com:office:office"><p><ins>新</ins><del>旧</del>文</p></html>')
    QGuiApplication.clipboard().setMimeData(source)
    actions["write.paste_original"].trigger()
    assert text(pane) == "旧文\n"
    pane.editor.undo()
    actions["write.paste"].trigger()
    assert text(pane) == "新文\n"


def test_typewriter_scrolling_moves_while_typing_only(room):
    pane, actions = room
    pane.editor.show_blocks(read("\n\n".join(["一段文字" * 30] * 60)))
    actions["write.typewriter"].trigger()
    bar = pane.editor.verticalScrollBar()
    pane.editor.go_to(30, 0)
    rested = bar.value()
    QTest.mouseClick(pane.editor.viewport(), Qt.MouseButton.LeftButton, pos=pane.editor.viewport().rect().center())
    QTest.keyClick(pane.editor, Qt.Key.Key_Left)
    assert abs(bar.value() - rested) < 30
    pane.editor.go_to(31, 5)
    type_text(pane.editor, "字")
    middle = pane.editor.viewport().height() * 0.45
    assert abs(pane.editor.cursorRect().center().y() - middle) < 3


def test_the_bar_of_a_read_only_text_changes_nothing(room):
    pane, actions = room
    pane.editor.show_blocks(read("永州"))
    pane.editor.setReadOnly(True)
    pane.editor.selectAll()
    for name in ("write.strong", "write.h2", "write.link", "write.table", "write.rule", "write.footnote"):
        actions[name].trigger()
    assert text(pane) == "永州\n"
