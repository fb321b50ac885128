"""The mirror of the text follows whatever people do in the real widget."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.markup.normal import normalized
from tests.editor.markup.documents import documents
from ui.keeping.pieces import Pieces
from ui.theme.tokens import LIGHT
from ui.theme.type import Reading
from ui.writing.editor import ArticleEditor
from ui.writing.reading import blocks_of

KEYS = [
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_A,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
]
STEPS = st.lists(
    st.one_of(
        st.sampled_from(KEYS),
        st.sampled_from(["undo", "redo", "## ", "> ", "- ", "1. ", "---", "read"]),
        st.text(st.sampled_from("渠水通了𬭎"), min_size=1, max_size=4).map(lambda text: "+" + text),
        st.integers(0, 5000),
        st.tuples(st.integers(0, 5000), st.integers(0, 60)),
        documents(),
    ),
    min_size=1,
    max_size=14,
)


def do(editor, step):
    cursor = editor.textCursor()
    end = editor.document().characterCount()
    match step:
        case Qt.Key():
            QTest.keyClick(editor, step)
        case "undo" | "redo":
            getattr(editor, step)()
        case "read":
            pass
        case str() if step.startswith("+"):
            event = QInputMethodEvent()
            event.setCommitString(step[1:])
            QApplication.sendEvent(editor, event)
        case str():
            QTest.keyClicks(editor, step)
        case int():
            cursor.setPosition(step % end)
            editor.setTextCursor(cursor)
        case (int(at), int(much)):
            cursor.setPosition(at % end)
            cursor.setPosition(min(at % end + much, end - 1), QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
        case _:
            editor.insert_blocks(step)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(documents(), STEPS)
def test_the_mirror_follows_every_edit(qapp, blocks, steps):
    editor = ArticleEditor(Reading(), LIGHT)
    editor.resize(700, 500)
    editor.show_blocks(normalized(blocks))
    pieces = Pieces(editor.document())
    editor.document().contentsChange.connect(pieces.touch)
    known = list(pieces.blocks)
    for step in [*steps, "read"]:
        do(editor, step)
        if step == "read":
            edit = pieces.read()
            if edit is not None:
                known[edit.first : edit.first + edit.gone] = edit.blocks
            assert known == pieces.blocks == list(blocks_of(editor.document()))
            anchor = editor.textCursor().position()
            assert pieces.position_of(*pieces.unit_at(anchor)) == anchor
    editor.deleteLater()
