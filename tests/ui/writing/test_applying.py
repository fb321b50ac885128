"""Another version of the text comes as few edits, one step of undo, and the caret stays with its word."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QInputMethodEvent

from editor.markup.blocks import Mark, Paragraph, Run, paragraph
from editor.markup.normal import normalized
from editor.markup.reader import read
from tests.editor.markup.documents import documents
from ui.writing.filling import fill
from ui.writing.formats import Formats


@pytest.fixture(scope="module")
def editor(qapp):
    from ui.theme.tokens import LIGHT
    from ui.theme.type import Reading
    from ui.writing.editor import ArticleEditor

    editor = ArticleEditor(Reading(), LIGHT)
    editor.resize(760, 600)
    yield editor
    editor.deleteLater()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=documents(), new=documents())
def test_any_text_becomes_any_other_and_back(editor, old, new):
    old, new = normalized(old), normalized(new)
    editor.show_blocks(old)
    editor.apply_blocks(new)
    assert editor.blocks() == new
    editor.undo()
    assert editor.blocks() == old
    assert not editor.document().isUndoAvailable()
    editor.redo()
    assert editor.blocks() == new


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents(), data=st.data())
def test_a_part_of_a_text_becomes_another(editor, document, data):
    """Versions share most of their blocks: some go, some come, some move."""
    old = normalized(document)
    kept = data.draw(st.lists(st.sampled_from(old), max_size=6)) if old else []
    new = normalized((*kept, *data.draw(documents())))
    editor.show_blocks(old)
    editor.apply_blocks(new)
    assert editor.blocks() == new
    editor.undo()
    assert editor.blocks() == old


@pytest.mark.parametrize("odd", ["\ufeff", "\u2028", "\ufffc"])
def test_a_character_that_qt_takes_for_a_command_survives_a_change_of_marks(editor, odd):
    old = (Paragraph((Run("水闸开启", frozenset({Mark.STRONG})),)),)
    new = normalized((Paragraph((Run(f"{odd}水闸开启"),)),))
    editor.show_blocks(old)
    editor.apply_blocks(new)
    assert editor.blocks() == new
    editor.undo()
    assert editor.blocks() == old


def test_nothing_is_done_when_nothing_differs(editor):
    blocks = read("一\n\n## 二\n\n| 甲 |\n|---|\n| 1 |")
    editor.show_blocks(blocks)
    editor.apply_blocks(blocks)
    assert not editor.document().isUndoAvailable()


def test_the_caret_stays_with_its_word(editor):
    editor.show_blocks([paragraph("后面有软件和网络。"), paragraph("第二段在这里")])
    editor.go_to(1, 3)
    editor.apply_blocks([paragraph("後面有軟體和網路。"), paragraph("第二段在這裡")])
    assert editor.caret() == (1, 3)
    removed = []
    editor.document().contentsChange.connect(lambda _at, gone, _come: removed.append(gone))
    editor.undo()
    assert sum(removed) <= 20


def test_only_what_differs_is_touched(editor):
    text = "永州经济技术开发区" * 30
    editor.show_blocks([paragraph(text), paragraph("不变"), paragraph("尾")])
    touched = []
    editor.document().contentsChange.connect(lambda at, gone, come: touched.append((at, gone, come)))
    editor.apply_blocks([paragraph(text.replace("开发区", "開發區", 1)), paragraph("不变"), paragraph("尾")])
    assert max(gone for _at, gone, _come in touched) < 20


def test_what_is_being_composed_is_kept(editor):
    editor.show_blocks([paragraph("甲甲"), paragraph("乙乙")])
    editor.go_to(0, 2)
    editor.inputMethodEvent(QInputMethodEvent("yong", []))
    editor.apply_blocks([paragraph("甲甲"), paragraph("丙丙")])
    assert editor.blocks() == (paragraph("甲甲"), paragraph("乙乙"))
    event = QInputMethodEvent()
    event.setCommitString("永")
    editor.inputMethodEvent(event)
    assert editor.blocks() == (paragraph("甲甲永"), paragraph("丙丙"))


def test_marks_alone_can_differ(editor):
    from editor.markup.blocks import Mark

    editor.show_blocks([paragraph("甲乙丙")])
    strong = frozenset({Mark.STRONG})
    editor.apply_blocks([Paragraph((Run("甲"), Run("乙", strong), Run("丙")))])
    assert editor.blocks() == (Paragraph((Run("甲"), Run("乙", strong), Run("丙"))),)
    editor.undo()
    assert editor.blocks() == (paragraph("甲乙丙"),)


def test_filling_needs_no_editor(qapp):
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    fill(document, (), Formats(1.75, indented=True))
    assert document.blockCount() == 1
