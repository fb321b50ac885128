"""What people do to a text, at random, through real events."""

from __future__ import annotations

from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest

from editor.markup.blocks import Image, Mark, Rule, Table
from editor.markup.reader import read
from editor.markup.writer import write
from ui.theme.type import Reading
from ui.writing import marking, shaping, tables
from ui.writing.kinds import Kind
from ui.writing.paste.intake import Taken
from ui.writing.reading import blocks_of, fragments

WORDS = ["永州", "新闻。", "GDP", " ", "　", "𬭎㛃", "a b", "## ", "- ", "1. ", "> ", "（一）", "15%", "---", "，"]
PASTES = [
    "永州",
    "一段。\n\n又一段",
    "## 标题\n\n正文",
    "- 甲\n    - 乙\n- 丙",
    "> 引\n>\n> 文",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
    "前\n\n| 甲 |\n|---|\n| 1 |\n\n后",
    '![](asset:1 "图说")',
    "正文[^1]\n\n[^1]: 注",
    "**粗**和[链](https://a.example)",
    "***",
]
KEYS = {
    "enter": Qt.Key.Key_Return,
    "backspace": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete,
    "tab": Qt.Key.Key_Tab,
    "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End,
    "left": Qt.Key.Key_Left,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
}
KINDS = [(Kind.H2, False), (Kind.H3, False), (Kind.QUOTE, False), (Kind.ITEM, False), (Kind.ITEM, True)]
ALONE = [Rule(), Image("asset:1", "图说", "摄", ""), Table((((), ()), ((), ())), header=True)]
DEEDS = [
    *("type",) * 6,
    *("enter",) * 3,
    *("backspace",) * 3,
    *("delete",) * 2,
    *KEYS,
    *("compose", "paste", "paste", "undo", "undo", "redo", "place", "place", "select", "select", "all"),
    *(
        "break",
        "mark",
        "link",
        "kind",
        "kind",
        "alone",
        "row",
        "column",
        "drop_row",
        "drop_column",
        "nest",
        "word",
        "apply",
        "replace",
    ),
]


def chains(*more):
    """Chains of deeds."""
    return st.lists(st.tuples(st.sampled_from([*DEEDS, *more]), st.integers(0, 10**6)), max_size=45)


def type_text(editor, text):
    """Keys as a keyboard sends them; QTest knows Latin ones only."""
    for character in text:
        QCoreApplication.sendEvent(
            editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        )


def compose(editor, letters, text):
    for end in range(1, len(letters) + 1):
        editor.inputMethodEvent(QInputMethodEvent(letters[:end], []))
    event = QInputMethodEvent()
    event.setCommitString(text)
    editor.inputMethodEvent(event)


def whole(editor, position):
    """A caret stands between characters and never in one."""
    low = "\udc00" <= editor.document().characterAt(position) <= "\udfff"
    return position - low


def perform(editor, deed, number):
    cursor = editor.textCursor()
    last = editor.document().characterCount() - 1
    match deed:
        case "type":
            type_text(editor, WORDS[number % len(WORDS)])
        case _ if deed in KEYS:
            QTest.keyClick(editor, KEYS[deed])
        case "break":
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        case "word":
            QTest.keyClick(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
        case "compose":
            compose(editor, "yong'zhou", "永州" if number % 3 else "")
        case "paste":
            editor.take(Taken(read(PASTES[number % len(PASTES)])))
        case "undo":
            editor.undo()
        case "redo":
            editor.redo()
        case "place":
            cursor.setPosition(whole(editor, number % (last + 1)))
            editor.setTextCursor(cursor)
        case "select":
            cursor.setPosition(whole(editor, number % (last + 1)))
            cursor.setPosition(whole(editor, number // 7 % (last + 1)), QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
        case "all":
            if number % 4 == 0:
                editor.selectAll()
        case "mark":
            made = marking.toggle_mark(cursor, list(Mark)[number % 4], editor.formats)
            if made is not None:
                editor.setCurrentCharFormat(made)
            editor.settle()
        case "link":
            marking.set_link(cursor, [None, "https://a.example"][number % 2], editor.formats)
            editor.settle()
        case "kind":
            kind, ordered = KINDS[number % len(KINDS)]
            shaping.set_kind(cursor, kind, editor.formats, ordered=ordered)
            editor.settle()
        case "nest":
            shaping.nest(cursor, [-1, 1][number % 2], editor.formats)
            editor.settle()
        case "alone":
            editor.insert_alone(ALONE[number % len(ALONE)])
        case "apply":
            blocks = editor.blocks()
            editor.apply_blocks(blocks[::-1] if number % 2 else (*blocks[: number % 5], *read(PASTES[number % 9])))
        case "replace":
            text = write(editor.blocks()).replace("永", "詠").replace("一", "二")
            editor.apply_blocks(read(text))
        case "size":
            editor.read_with(Reading(px=15 + number % 6))
        case "row":
            tables.insert_row(cursor, editor.formats, below=bool(number % 2))
            editor.settle()
        case "column":
            tables.insert_column(cursor, editor.formats, right=bool(number % 2))
            editor.settle()
        case "drop_row":
            tables.remove_row(cursor, editor.formats)
            editor.settle()
        case "drop_column":
            tables.remove_column(cursor, editor.formats)
            editor.settle()


def fingerprint(editor):
    """Everything that undo has to bring back: text, structure and the look of every stretch."""
    lines = []
    block = editor.document().begin()
    while block.isValid():
        stretches = [(text, dict(made.properties())) for text, made, *_ in fragments(block)]
        lines.append((block.text(), dict(block.blockFormat().properties()), [s[0] for s in stretches], str(stretches)))
        block = block.next()
    return blocks_of(editor.document()), str(lines)
