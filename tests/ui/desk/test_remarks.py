"""Remarks on words: made on a selection, underlined in the text, told when they are clicked or the caret is in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.records.articles import View


@pytest.fixture
def reviewing(opened):
    """An article that waits for the first level, before a reviewer of that level."""
    opened.sample()
    opened.window.activateWindow()
    opened.become("1")
    opened.desktop.browser.show_view(View("level1"))
    opened.until(lambda: opened.rows() and opened.rows()[0].state == "level1")
    opened.open_row(0)
    return opened


def select(opened, block, start, end):
    body = opened.desktop.writing.body
    body.setFocus()
    body.go_to(block, start, end)
    return body.textCursor().selectedText()


def marks(opened):
    body = opened.desktop.writing.body
    return [body.overlay.range_of("remarks", key) for key in opened.work.writing.remarks._remarks]


def test_a_remark_is_underlined_and_told(reviewing):
    action = reviewing.desktop.context.actions["review.remark"]
    assert not action.isEnabled()
    words = select(reviewing, 0, 2, 6)
    reviewing.until(action.isEnabled)
    reviewing.work.writing.remarks.remark("这个数要核", 0, 2, 6, words)
    reviewing.until(lambda: len(marks(reviewing)) == 1 and marks(reviewing)[0] is not None)
    body, line = reviewing.desktop.writing.body, reviewing.work.writing.offers.line
    first, last = marks(reviewing)[0]
    assert body.document().toPlainText()[first:last] == words
    body.go_to(1, 3)
    reviewing.until(lambda: not line.isVisible())
    body.go_to(0, 4)
    reviewing.until(line.isVisible)
    assert "这个数要核" in line.told.text()
    line.buttons()[0].click()
    assert reviewing.desktop.inspector.chosen == "review"


def test_a_click_on_the_words_tells_it_at_once(reviewing):
    words = select(reviewing, 0, 2, 6)
    reviewing.work.writing.remarks.remark("这个数要核", 0, 2, 6, words)
    reviewing.until(lambda: len(marks(reviewing)) == 1)
    body, line = reviewing.desktop.writing.body, reviewing.work.writing.offers.line
    body.go_to(0, 4)
    place = body.cursorRect().center()
    body.go_to(1, 1)
    reviewing.until(lambda: not line.isVisible())
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert line.isVisible()
    assert "这个数要核" in line.told.text()


def test_words_of_several_paragraphs_are_refused_with_a_sentence(reviewing):
    body = reviewing.desktop.writing.body
    body.selectAll()
    reviewing.work.writing.remarks.write()
    assert reviewing.desktop.status.news


def test_words_that_were_not_handed_in_are_refused_with_a_sentence(reviewing):
    reviewing.work.writing.remarks.remark("这个数要核", 0, 0, 4, "没有这些")
    reviewing.until(lambda: bool(reviewing.desktop.status.news))
    assert not marks(reviewing)


def test_another_article_shows_none_of_them(reviewing):
    words = select(reviewing, 0, 2, 6)
    reviewing.work.writing.remarks.remark("这个数要核", 0, 2, 6, words)
    reviewing.until(lambda: len(marks(reviewing)) == 1)
    reviewing.do("file.new")
    reviewing.until(lambda: not marks(reviewing))
    assert not reviewing.desktop.context.actions["review.remark"].isEnabled()


def test_a_click_on_a_finding_makes_it_the_current_one_in_the_list(opened):
    opened.work.people.hide_card()
    opened.window.activateWindow()
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    body = opened.desktop.writing.body
    body.setFocus()
    body.insertPlainText("今天上午，，县里开会。")
    panel = opened.work.proofs.panel
    opened.until(lambda: any(place.finding.block == 0 for place in panel.findings.places))
    place = next(place for place in panel.findings.places if place.finding.block == 0)
    body.go_to(0, place.finding.start)
    point = body.cursorRect().center()
    body.go_to(0, 0)
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert panel.tree.currentIndex().data(panel.findings.PLACE) is place
