"""Whatever happens while something is composed: it is there once, or still being composed; never gone, never twice."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from editor.markup.blocks import Heading, Run, paragraph
from ui.writing.composing import Composing
from ui.writing.overlay import Spot

START = (paragraph("第一段有一些文字。"), Heading((Run("标题"),)), paragraph("最后一段"))


class Desktop:
    """An input method: gives what it composes when it is asked to (as ibus does), or nothing (as fcitx5 does)."""

    def __init__(self, editor, *, gives):
        self._editor, self.gives = editor, gives
        self.composed = ""

    def commit(self):
        if self.gives and self.composed:
            event = QInputMethodEvent()
            event.setCommitString("永州")
            self.composed = ""
            self._editor.inputMethodEvent(event)

    def reset(self):
        self.composed = ""


@pytest.fixture(params=["gives", "gives nothing"])
def desk(request, qtbot, look):
    from ui.writing.editor import ArticleEditor

    window = QWidget()
    editor = ArticleEditor(look.reading, look.tokens)
    field = QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(editor)
    layout.addWidget(field)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    qtbot.waitUntil(window.isVisible)
    window.activateWindow()
    method = Desktop(editor, gives=request.param == "gives")
    editor.composing = Composing(editor.inputMethodEvent, lambda: method)
    editor.show_blocks(START)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return window, editor, field, method, qtbot


def text_of(editor):
    return editor.document().toPlainText()


def preedit(editor, method, letters):
    method.composed = letters
    editor.inputMethodEvent(QInputMethodEvent(letters, []))


def give(editor, method, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    method.composed = ""
    editor.inputMethodEvent(event)


def disturb(desk, kind, rng):
    """Something happens; whether it is allowed to end the composing."""
    window, editor, field, _method, _qtbot = desk
    match kind:
        case "focus":
            field.setFocus()
            editor.setFocus()
        case "other window":
            QCoreApplication.sendEvent(
                editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
            )
            QCoreApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
        case "menu":
            QCoreApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
            QCoreApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.PopupFocusReason))
        case "click":
            QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rng.randrange(300), 20))
        case "autosave":
            editor.blocks()
            editor.counts()
        case "checks":
            editor.set_spots("findings", [Spot(0, 0, rng.randrange(1, 5), "error", "a")])
        case "theme":
            editor.use(editor.tokens)
        case "resize":
            window.resize(600 + rng.randrange(200), 500)
        case "paint":
            editor.viewport().repaint()
        case "hide":
            editor.hide()
            editor.show()
            editor.setFocus()
    return kind in {"focus", "other window", "menu", "click", "hide"}


KINDS = ["focus", "other window", "menu", "click", "autosave", "checks", "theme", "resize", "paint", "hide", "sync"]


@pytest.mark.parametrize("part", range(5))
def test_scripted_sequences(desk, part):
    """Complaint 3 of the peers: 500 sequences (5 parts of 50, two kinds of input method)."""
    _window, editor, _field, method, _qtbot = desk
    for seed in range(part * 50, part * 50 + 50):
        rng = random.Random(seed)
        editor.show_blocks(START)
        cursor = editor.textCursor()
        cursor.setPosition(rng.randrange(editor.document().characterCount()))
        editor.setTextCursor(cursor)
        expected = len(text_of(editor).replace("\n", ""))
        for number in range(rng.randrange(1, 5)):
            letters = rng.choice(["yong", "yong'zhou", "xin wen", "z"])
            for end in range(1, len(letters) + 1):
                preedit(editor, method, letters[:end])
            before = text_of(editor)
            kind = rng.choice(KINDS)
            if kind == "sync":
                editor.apply_blocks((*editor.blocks(), paragraph("同步来的一段")))
                assert text_of(editor) == before, "a merge waits for the end of the composing"
                give(editor, method, "永州")
                expected += 2 + len("同步来的一段")
            elif disturb(desk, kind, rng):
                expected += 2 if method.gives else len(letters)
                assert not editor.composing.active, kind
            else:
                assert text_of(editor) == before, "what is composed is not touched"
                assert editor.composing.active
                if rng.randrange(4):
                    give(editor, method, "永州")
                    expected += 2
                else:
                    give(editor, method, "")
            assert len(text_of(editor).replace("\n", "")) == expected, (seed, number, kind, text_of(editor))


def test_letters_stay_in_their_place(desk):
    _window, editor, field, method, _qtbot = desk
    editor.go_to(0, 3)
    preedit(editor, method, "yong")
    field.setFocus()
    assert editor.blocks()[0] in {paragraph("第一段yong有一些文字。"), paragraph("第一段永州有一些文字。")}
    editor.undo()
    assert editor.blocks() == START


def test_the_input_method_gives_nothing_twice(desk):
    """The letters were taken; what the input method sends for the old focus must not stand there once more."""
    _window, editor, field, method, _qtbot = desk
    preedit(editor, method, "yong")
    field.setFocus()
    editor.setFocus()
    first = text_of(editor)
    method.commit()
    assert text_of(editor) == first


def test_composing_over_a_selection_across_lines(desk):
    _window, editor, _field, method, _qtbot = desk
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(editor.document().findBlockByNumber(2).position() + 2, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    preedit(editor, method, "xin")
    give(editor, method, "新")
    assert editor.blocks() == (paragraph("第一新一段"),)
    editor.undo()
    editor.undo()
    assert editor.blocks() == START


def test_composing_is_no_edit(desk):
    _window, editor, _field, method, qtbot = desk
    edits = []
    editor.edited.connect(lambda first, last: edits.append((first, last)))
    for letters in ("y", "yo", "yon", "yong", ""):
        preedit(editor, method, letters)
        qtbot.wait(1)
    assert edits == []
    assert not editor.document().isUndoAvailable()


def test_marks_wait_and_come(desk):
    _window, editor, _field, method, _qtbot = desk
    preedit(editor, method, "yong")
    editor.set_spots("findings", [Spot(0, 0, 3, "error", "a")])
    assert editor.extraSelections() == []
    give(editor, method, "永")
    assert len(editor.extraSelections()) == 1


def test_signs_at_the_beginning_of_a_line_are_left_alone_while_composing(desk):
    _window, editor, _field, method, _qtbot = desk
    editor.show_blocks(())
    preedit(editor, method, "　")
    give(editor, method, "　　永州")
    assert editor.blocks() == (paragraph("永州"),)
    assert text_of(editor) == "永州"
