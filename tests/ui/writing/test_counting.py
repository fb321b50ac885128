"""Words, and counts that follow the edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.writing.people import type_text
from ui.writing.segment import segment, word_at


@given(st.text(alphabet="永州新闻的了GDP12 ，。\u3000𬭎", max_size=60))
def test_words_cover_the_text_without_gaps(text):
    words = segment(text)
    assert "".join(text[start:end] for start, end in words) == text
    for offset in range(len(text)):
        start, end = word_at(words, offset)
        assert start <= offset < end


def test_counts_follow_the_edits(made, qtbot):
    editor = made()
    with qtbot.waitSignal(editor.counts_changed) as told:
        type_text(editor, "永")
    assert told.args[0].characters == 1
    type_text(editor, "州GDP 增长")
    assert editor.counts().characters == 5
    editor.selectAll()
    assert editor.selection_counts().characters == 5
    editor.undo()
    assert editor.counts().characters == 0  # one step: no sentence ends in it


def test_edits_name_their_blocks(made, qtbot):
    from editor.markup.reader import read

    editor = made(read("一\n\n> 二\n>\n> 三\n\n四"))
    editor.go_to(1, 2)
    with qtbot.waitSignal(editor.edited) as told:
        type_text(editor, "x")
    assert told.args == [1, 1]
    assert editor.some_blocks(1, 1) == read("> 二\n>\n> x三")
