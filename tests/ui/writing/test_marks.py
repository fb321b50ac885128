"""Marks over the text: where they were asked for, with the text when it moves, and nowhere in the file or in undo."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from editor.markup.blocks import Image, Rule, block_text
from editor.markup.normal import normalized
from editor.markup.reader import read
from tests.editor.markup.documents import documents
from tests.ui.writing.people import type_text
from ui.theme.tokens import DARK, LIGHT
from ui.writing.filling import fill
from ui.writing.formats import Formats
from ui.writing.lines import Lines
from ui.writing.overlay import Spot
from ui.writing.places import Places
from ui.writing.reading import blocks_of


def marked(editor):
    return [each.cursor.selectedText() for each in editor.extraSelections()]


@settings(max_examples=50)
@given(document=documents())
def test_every_place_of_every_block_has_its_character(qapp, document):
    """A place counted in the text of a block is that character in the document, and back."""
    blocks = normalized(document)
    shown = QTextDocument()
    fill(shown, blocks, Formats(1.75, indented=True))
    places = Places(shown, Lines(shown))
    for number, block in enumerate(blocks):
        if isinstance(block, Image | Rule):
            assert places.position(number, 0) is not None
            continue
        for offset, character in enumerate(block_text(block)):
            position = places.position(number, offset)
            if character in "\n\t" or ord(character) > 0xFFFF or "\ud800" <= character <= "\udfff":
                continue
            seen = shown.characterAt(position)
            assert seen in {character, "\ufffc"}, (block, offset)
            assert places.place(position)[0] == number


def test_places_behind_references_and_rare_characters(made):
    editor = made(read("𬭎见注[^1]之后\n\n- 甲\n- 乙𬭎丙\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n[^1]: 注"))
    spots = [Spot(0, 3, 5, "error"), Spot(1, 3, 4, "error"), Spot(2, 2, 3, "error"), Spot(2, 6, 7, "error")]
    editor.resize(760, 900)
    editor.set_spots("findings", spots)
    assert marked(editor) == ["之后", "𬭎", "二", "四"]
    editor.go_to(0, 3)
    assert editor.caret() == (0, 3)


def test_marks_go_along_with_the_text(made):
    editor = made(read("前面有错字。\n\n第二段"))
    editor.set_spots("findings", [Spot(0, 3, 5, "error", "a"), Spot(1, 0, 3, "warning", "b")])
    type_text(editor, "加上")
    assert marked(editor) == ["错字", "第二段"]
    editor.go_to(0, 7)
    type_text(editor, "后")
    assert marked(editor) == ["错字", "第二段"]
    assert editor.overlay.range_of("findings", "a") == (5, 7)
    assert editor.overlay.keys_at("findings", 6) == ["a"]


def test_a_click_on_a_mark_names_it(made, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    editor = made(read("前面有错字，后面没有。"))
    editor.set_spots("findings", [Spot(0, 3, 5, "error", "f1")])
    cursor = editor.textCursor()
    cursor.setPosition(4)
    with qtbot.waitSignal(editor.spot_clicked) as clicked:
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.cursorRect(cursor).center())
    assert clicked.args == ["findings", "f1"]


def test_empty_lines_are_not_counted(made):
    editor = made(read("一"))
    editor.go_to(0, 1)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_text(editor, "二三")
    editor.set_spots("findings", [Spot(1, 1, 2, "error")])
    assert marked(editor) == ["三"]


def test_marks_are_no_edit(made):
    editor = made(read("一二三"))
    edits = []
    editor.edited.connect(lambda first, last: edits.append((first, last)))
    editor.set_spots("findings", [Spot(0, 0, 2, "error")])
    editor.use(DARK)
    assert edits == []
    assert not editor.document().isUndoAvailable()


def test_only_visible_lines_are_marked(made):
    editor = made(read("\n\n".join(["一段文字" * 20] * 300)))
    editor.set_spots("findings", [Spot(number, 0, 2, "warning") for number in range(300)])
    near = len(editor.extraSelections())
    assert 0 < near < 60
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() // 2)
    editor.view.refresh()
    assert 0 < len(editor.extraSelections()) < 90
    assert min(each.cursor.position() for each in editor.extraSelections()) > 5000


def test_links_take_the_color_of_the_theme(made):
    editor = made(read("见[链接](https://a.example)。"))
    (link,) = editor.extraSelections()
    assert link.format.foreground().color().name() == LIGHT.accent.lower()
    editor.use(DARK)
    (link,) = editor.extraSelections()
    assert link.format.foreground().color().name() == DARK.accent.lower()


def test_a_mark_beyond_the_text_is_left_out(made):
    editor = made(read("一"))
    editor.set_spots("findings", [Spot(7, 0, 1, "error"), Spot(0, 1, 1, "error")])
    assert marked(editor) == []


def test_another_size_is_no_step_of_undo(made):
    text = "一段文字" * 40
    editor = made(read(text))
    type_text(editor, "加")
    reading = dataclasses.replace(editor.reading, px=24)
    editor.read_with(reading)
    assert editor.document().defaultFont().pixelSize() == 24
    editor.undo()
    assert editor.blocks() == read(text)
    assert not editor.document().isUndoAvailable()
    line = editor.document().firstBlock()
    lines = line.layout().lineCount()
    high = editor.document().documentLayout().blockBoundingRect(line).height()
    assert abs(high - lines * reading.line) <= reading.line / 3
    editor.redo()
    assert editor.blocks() == read("加" + text)
    assert not editor.document().isRedoAvailable()


@pytest.mark.parametrize("px", [13, 17, 26])
def test_lengths_grow_with_the_size(made, px):
    editor = made(read("一段文字"))
    editor.read_with(dataclasses.replace(editor.reading, px=px))
    assert editor.viewport().width() <= editor.reading.measure + 20
    indent = editor.cursorRect().left()
    assert abs(indent - 2 * px - editor.document().documentMargin()) <= 2


def test_no_indent_when_none_is_wanted(made):
    editor = made(read("一段文字\n\n第二段"))
    editor.read_with(dataclasses.replace(editor.reading, indented=False))
    assert editor.cursorRect().left() < 10
    assert editor.blocks() == read("一段文字\n\n第二段")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://host.example/x.png", "asset:1"])
def test_the_text_loads_nothing(made, address):
    editor = made()
    assert editor.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) is None


def test_rare_characters_are_told_apart(made):
    editor = made()
    found = {code: drawable for _at, code, drawable in editor.glyphs.rare("永\ue123𬭎㛃𫖯\U000f0001")}
    assert set(found) >= {0xE123, 0xF0001}
    assert not found[0xF0001]


def test_everything_is_painted(made):
    text = "> 引\n\n1. 甲\n    - 乙\n\n造字\ue123\U000f0001[^1]\n\n***\n\n![](asset:9)\n\n[^1]: 注"
    editor = made(read(text))
    picture = editor.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(picture.height())}
    assert {LIGHT.danger.lower(), LIGHT.border2.lower()} <= colors
    editor.focus_on_line(on=True)
    veiled = editor.grab().toImage()
    assert veiled != picture
    editor.go_to(1, 0)
    assert editor.grab().toImage() != veiled
    assert blocks_of(editor.document()) == read(text)
