"""An empty list says what is so there, and offers what helps the one who looks at it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.records.articles import (
    ALL,
    ARCHIVE,
    MY_DRAFTS,
    MY_PUBLISHED,
    MY_RETURNED,
    MY_SUBMITTED,
    SEARCH,
    TRASH,
    View,
)
from ui.articles.emptiness import emptiness_of


def test_who_reviews_is_not_told_to_write(opened):
    opened.settle()
    opened.desktop.browser.show_view(View("level1"))
    opened.settle()
    empty = opened.desktop.articles.empty
    assert empty.isVisible()
    assert empty.title.text() == "没有待审的稿件"
    assert empty.told.text()
    (again,) = empty.offered
    asked = []
    opened.desktop.browser.shown.connect(lambda: asked.append(True))
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    opened.settle()
    assert asked
    opened.desktop.browser.show_view(View(MY_DRAFTS))
    opened.settle()
    assert empty.title.text() != "没有待审的稿件"
    (new, _take_in) = empty.offered
    QTest.mouseClick(new, Qt.MouseButton.LeftButton)
    opened.until(lambda: opened.desktop.sheet.article)


def test_a_search_that_finds_nothing_says_so(opened):
    opened.settle()
    opened.desktop.browser.search("雍州")
    opened.settle()
    assert opened.desktop.articles.empty.title.text() == "没有找到"
    assert opened.desktop.articles.empty.offered == ()


KINDS = ("level1", "level2", "level3", "held", "refused", "approved", "sent", "withdrawn", "returned", SEARCH)
OWN = (MY_SUBMITTED, MY_RETURNED, MY_PUBLISHED, ARCHIVE, TRASH)


@pytest.mark.parametrize("kind", [*KINDS, *OWN])
def test_only_lists_of_own_writing_offer_to_write(kind):
    assert "file.new" not in emptiness_of(View(kind)).deeds
    assert emptiness_of(View(ALL)).deeds[0] == "file.new"
