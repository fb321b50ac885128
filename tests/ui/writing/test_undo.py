"""Any chain of edits can be taken back to the start and done again to the end, and the structure stays whole."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCursor

from editor.markup.normal import normalized
from editor.markup.reader import read
from editor.text.counting import count
from tests.ui.writing.people import chains, fingerprint, perform
from ui.writing.kinds import BLOCK_OBJECTS, OBJECT, SOLID, Kind, kind_of
from ui.writing.reading import blocks_of, fragments
from ui.writing.shaping import misfits, style_of

START = read(
    '开头一段，GDP增长15%。\n\n## 标题\n\n> 引文\n\n- 甲\n- 乙\n\n![](asset:0 "图")\n\n'
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n见注[^1]。\n\n[^1]: 注文\n"
)


@pytest.fixture(scope="module")
def editor(qapp):
    from ui.theme.tokens import LIGHT
    from ui.theme.type import Reading
    from ui.writing.editor import ArticleEditor

    editor = ArticleEditor(Reading(), LIGHT)
    editor.resize(760, 600)
    yield editor
    editor.deleteLater()


def check_whole(editor):
    """What holds after every edit."""
    document = editor.document()
    block = document.begin()
    counted = 0
    while block.isValid():
        kind, text = kind_of(block), block.text()
        in_table = QTextCursor(block).currentTable() is not None
        assert in_table == (kind is Kind.CELL), (kind, text)
        objects = sum(made.objectType() in BLOCK_OBJECTS for _, made, _, _ in fragments(block))
        if not in_table:
            assert objects == (kind in SOLID), (kind, text)
            assert kind not in SOLID or text == OBJECT
        assert kind is not Kind.GAP or not text
        assert not misfits(block, style_of(block)), text
        counted += count(text)
        block = block.next()
    assert editor.counts().characters == counted
    spans = editor.lines.blocks()
    assert len(spans) >= len(normalized(blocks_of(document)))


def undo_all(editor):
    while editor.document().isUndoAvailable():
        editor.undo()


def redo_all(editor):
    while editor.document().isRedoAvailable():
        editor.redo()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(chain=chains())
def test_any_chain_of_edits_undoes_exactly(editor, chain):
    editor.show_blocks(START)
    start = fingerprint(editor)
    for deed, number in chain:
        perform(editor, deed, number)
        check_whole(editor)
    redo_all(editor)
    end = fingerprint(editor)
    undo_all(editor)
    assert fingerprint(editor) == start
    redo_all(editor)
    assert fingerprint(editor) == end


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(chain=chains("size", "size", "size"))
def test_sizes_between_edits_are_passed_over(editor, chain):
    editor.show_blocks(START)
    for deed, number in chain:
        perform(editor, deed, number)
    redo_all(editor)
    end = editor.blocks()
    undo_all(editor)
    assert editor.blocks() == START
    redo_all(editor)
    assert editor.blocks() == end
