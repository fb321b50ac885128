"""What is read again is what was written on, whatever is done with the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.markup.normal import normalized
from tests.editor.markup.documents import documents
from ui.keeping.pieces import Pieces
from ui.writing.filling import fill
from ui.writing.formats import Formats
from ui.writing.kinds import KIND
from ui.writing.reading import blocks_of

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "enter", "delete", "backspace", "cut", "kind", "undo", "redo", "pair", "read"]),
        st.integers(0, 10_000),
        st.integers(0, 40),
    ),
    max_size=12,
)


def watched(document):
    document.documentLayout()  # without one nobody is told of changes
    pieces = Pieces(document)
    document.contentsChange.connect(pieces.touch)
    return pieces


def do(document, step, at, much):
    cursor = QTextCursor(document)
    cursor.setPosition(at % document.characterCount())
    match step:
        case "type":
            cursor.insertText("渠水通了"[: 1 + much % 4])
        case "enter":
            cursor.insertBlock()
        case "delete":
            cursor.deleteChar()
        case "backspace":
            cursor.deletePreviousChar()
        case "cut":
            end = min(cursor.position() + much, document.characterCount() - 1)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        case "kind":
            line = cursor.blockFormat()
            line.setProperty(KIND, much % 5)
            cursor.setBlockFormat(line)
        case "undo":
            document.undo()
        case "redo":
            document.redo()
        case "pair":
            cursor.insertText("一")
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText("末")


@settings(max_examples=80)
@given(documents(), STEPS)
def test_the_mirror_is_the_document(qapp, blocks, steps):
    document = QTextDocument()
    fill(document, normalized(blocks), Formats(1.75, indented=True))
    document.setUndoRedoEnabled(True)
    pieces = watched(document)
    known = list(pieces.blocks)
    for step, at, much in steps:
        do(document, step, at, much)
        if step == "read":
            edit = pieces.read()
            if edit is not None:
                known[edit.first : edit.first + edit.gone] = edit.blocks
            assert known == pieces.blocks == list(blocks_of(document))
    edit = pieces.read()
    if edit is not None:
        known[edit.first : edit.first + edit.gone] = edit.blocks
    assert known == pieces.blocks == list(blocks_of(document))
    assert pieces.read_all() is None


@settings(max_examples=40)
@given(documents(), st.data())
def test_a_place_is_found_again(qapp, blocks, data):
    document = QTextDocument()
    fill(document, normalized(blocks), Formats(1.75, indented=True))
    pieces = watched(document)
    position = data.draw(st.integers(0, document.characterCount() - 1))
    assert pieces.position_of(*pieces.unit_at(position)) == position


def test_a_key_in_a_long_text_reads_one_paragraph(qapp):
    document = QTextDocument("\n".join(["渠水通了。" * 20] * 2_000))
    pieces = watched(document)
    cursor = QTextCursor(document.findBlockByNumber(700))
    cursor.insertText("新")
    edit = pieces.read()
    assert (edit.first, edit.gone, len(edit.blocks)) == (700, 1, 1)


def test_a_place_that_is_gone_is_the_nearest(qapp):
    document = QTextDocument("渠水\n通了")
    pieces = watched(document)
    assert pieces.position_of(0, 99) == 2
    assert pieces.position_of(7, 0) == 5
    assert pieces.position_of(-3, -1) == 0
