"""Words by a dictionary: double click, Ctrl+arrows and Ctrl+Backspace, and what holds until it has answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.markup.blocks import paragraph
from ui.writing.lexicon import Lexicon
from ui.writing.segment import segment, segment_with

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "永州经济技术开发区升级为国家级，GDP增长15.2%。"
WORDS = ["永州", "经济", "技术开发区", "升级", "为", "国家级", "，", "GDP", "增长", "15.2%", "。"]


def ends_of(words):
    found, at = [], 0
    for word in words:
        at += len(word)
        found.append(at)
    return found


def answered(made, text=TEXT):
    editor = made((paragraph(text),))
    asked = []
    lexicon = Lexicon(editor, lambda texts, done: asked.append((texts, done)))
    lexicon.look()
    return editor, lexicon, asked


def double_click(editor, offset, share=0.5):
    """On a character, at a part of its width."""
    editor.go_to(0, offset)
    left = editor.cursorRect().center()
    editor.go_to(0, offset + 1)
    place = left + (editor.cursorRect().center() - left) * share
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    return editor.textCursor().selectedText()


def test_the_light_rule_holds_until_the_dictionary_answers(made):
    editor, _lexicon, asked = answered(made)
    ((texts, done),) = asked
    assert texts == [TEXT]
    assert double_click(editor, 5) == "技术"
    done([ends_of(WORDS)])
    assert double_click(editor, 5) == "技术开发区"


def test_a_double_click_takes_the_word_under_it_and_not_the_one_behind(made):
    editor, _lexicon, asked = answered(made)
    asked[0][1]([ends_of(WORDS)])
    for share in (0.1, 0.5, 0.9):
        assert double_click(editor, 1, share) == "永州"
        assert double_click(editor, 2, share) == "经济"
        assert double_click(editor, len(TEXT) - 1, share) == "。"


def test_a_double_click_at_the_end_of_a_line_takes_the_word_there(made):
    editor, _lexicon, _asked = answered(made, "。".join("甲乙丙丁戊己庚辛" * 30))
    at = editor.textCursor()
    at.movePosition(at.MoveOperation.EndOfLine)
    editor.setTextCursor(at)
    rect = editor.cursorRect()
    point = rect.center()
    point.setX(point.x() - 2)
    last = editor.document().characterAt(at.position() - 1)
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert editor.textCursor().selectedText() == last


def test_keys_go_by_words(made):
    editor, _lexicon, asked = answered(made)
    asked[0][1]([ends_of(WORDS)])
    editor.go_to(0, 0)
    stops = []
    for _ in WORDS:
        QTest.keyClick(editor, Qt.Key.Key_Right, CONTROL)
        stops.append(editor.caret()[1])
    assert stops == ends_of(WORDS)
    QTest.keyClick(editor, Qt.Key.Key_Backspace, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Backspace, CONTROL)
    assert editor.toPlainText() == TEXT.removesuffix("15.2%。")


def test_what_changed_is_asked_again_and_what_is_known_is_not(made):
    editor, lexicon, asked = answered(made)
    asked[0][1]([ends_of(WORDS)])
    lexicon.look()
    assert len(asked) == 1
    editor.go_to(0, 0)
    QTest.keyClicks(editor, "x")
    lexicon.look()
    assert asked[1][0] == ["x" + TEXT]
    assert double_click(editor, 6) == "技术"


def test_the_caret_asks_by_itself(made, qtbot):
    editor = made((paragraph(TEXT),))
    asked = []
    Lexicon(editor, lambda texts, _done: asked.append(texts))
    qtbot.waitUntil(lambda: asked == [[TEXT]])


def test_no_more_than_some_hundred_paragraphs_are_kept(made):
    _editor, lexicon, _asked = answered(made)
    lexicon._take([f"段{n}" for n in range(1000)], [[2]] * 1000)
    assert len(lexicon._known) <= 400


@given(st.text("永州经济技术GDP15.2%，。 的", max_size=30), st.sets(st.integers(1, 30)))
def test_any_answer_gives_words_without_gaps(text, borders):
    found = segment_with(text, sorted(borders))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)


def test_latin_words_and_figures_stay_whole():
    found = [TEXT[start:end] for start, end in segment_with(TEXT, range(1, len(TEXT) + 1))]
    assert "15.2%" in found
    assert "GDP" in found
    assert segment("") == segment_with("", []) == []


def test_the_window_asks_the_worker(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    body = opened.desktop.writing.body
    body.insert_blocks((paragraph("我们发展经济技术开发区。"),))
    lexicon = opened.work.writing.lexicon
    opened.until(lambda: len(lexicon("我们发展经济技术开发区。")) == 5)
