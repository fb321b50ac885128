"""The open articles: in which order they stand, which goes when there are too many, and that they come back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.store.journal import NOWHERE, Caret
from tests.ui.opened import Opened
from ui.keeping.lying import LIMIT, Lying, OpenArticles
from ui.keeping.session import Session, from_bytes, to_bytes
from ui.preferences import Preferences


def test_the_ring_goes_both_ways_and_keeps_its_order():
    opened = OpenArticles()
    for name in "abc":
        opened.lay(name)
    assert (opened.beside(1), opened.beside(-1)) == ("a", "b")
    opened.lay("a")
    assert [each.name for each in opened.all] == ["a", "b", "c"]
    assert opened.beside(1) == "b"


def test_with_nothing_in_front_the_last_one_comes_back():
    opened = OpenArticles([Lying("a"), Lying("b")])
    opened.lay("a")
    opened.clear_front()
    assert opened.beside(1) == "a"
    opened.close("a")
    assert opened.beside(1) == "b"
    opened.close("b")
    assert opened.beside(1) == ""


def test_a_caret_is_given_back_when_the_article_is_laid_again():
    opened = OpenArticles()
    assert opened.lay("a", "甲") == NOWHERE
    opened.note("a", "甲改", Caret(3, 5))
    opened.lay("b")
    assert opened.lay("a") == Caret(3, 5)
    assert opened.all[0].headline == "甲改"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(["lay", "add", "close"]), st.integers(0, 14))))
def test_never_more_than_the_limit_and_the_front_is_always_open(steps):
    opened = OpenArticles()
    for what, number in steps:
        getattr(opened, what)(str(number))
        names = [each.name for each in opened.all]
        assert len(names) == len(set(names)) <= LIMIT
        assert opened.front == "" or opened.front in names
        assert opened.beside(1) in {"", *names}
        assert opened.beside(1) != opened.front or opened.beside(1) == ""


def test_a_session_with_open_articles_comes_back():
    session = Session(lying=(Lying("a", "甲", Caret(1, 2)), Lying("b@zh-TW", "")))
    assert from_bytes(to_bytes(session)).lying == session.lying


def _session_there(window):
    path = window.work.keeping.room.session_path
    return path.exists() and len(from_bytes(path.read_bytes()).lying) == 3


def _kill(window):
    """Nothing of what a program does at its end."""
    room = window.work.keeping.room
    room.keeper.flush()
    room.writer._thread.join(0.3)
    room.writer.end()
    room._ended = True
    window.jobs.close()


@pytest.fixture
def three_open(opened):
    """Three articles of the sample are open, in the second the caret stands in the last paragraph."""
    opened.sample()
    rows = [opened.open_row(0)]
    rows.append(opened.open_row(1))
    body = opened.desktop.writing.body
    cursor = body.textCursor()
    last = body.document().lastBlock()
    assert last.blockNumber() > 0
    cursor.setPosition(last.position() + 2)
    body.setTextCursor(cursor)
    rows.append(opened.open_row(2))
    opened.until(lambda: _session_there(opened))
    return rows


def test_after_a_kill_the_same_articles_are_open_and_carets_where_they_were(
    three_open, opened, qapp, place, qtbot, tmp_path
):
    opened.desktop.writing.body.insertPlainText("正在写的话")
    _kill(opened)
    second = Opened(qapp, place, qtbot, Preferences(tmp_path / "second.ini"))
    second.settle()
    keeping = second.work.keeping
    assert [each.name for each in keeping.opened.all] == [row.name for row in three_open]
    assert second.desktop.sheet.article.name == three_open[2].name
    second.do("article.previous_open")
    second.until(lambda: second.desktop.sheet.article.name == three_open[1].name)
    cursor = second.desktop.writing.body.textCursor()
    assert cursor.block() == second.desktop.writing.body.document().lastBlock()
    assert cursor.positionInBlock() == 2


def test_what_was_recovered_is_said_and_that_others_are_open(three_open, opened, qapp, place, qtbot, tmp_path):
    opened.desktop.writing.body.insertPlainText("正在写的话")
    _kill(opened)
    second = Opened(qapp, place, qtbot, Preferences(tmp_path / "second.ini"))
    told = second.work.keeping.room.recovery_line.told.text()
    assert "没有正常退出" in told
    assert "另有 2 篇照旧打开，按 Ctrl+Tab 切换" in told


def test_the_menu_lists_them_and_leads_there(three_open, opened):
    opened.work.lying.fill()
    rows = [action for action in opened.work.lying.menu.actions() if action.isCheckable()]
    assert len(rows) == 3
    assert [action.isChecked() for action in rows] == [False, False, True]
    assert three_open[0].headline[:8] in rows[0].text()
    rows[0].trigger()
    opened.until(lambda: opened.desktop.sheet.article.name == three_open[0].name)


def test_a_closed_article_is_not_open_any_more(three_open, opened):
    opened.do("file.close")
    opened.until(lambda: opened.desktop.sheet.article is None)
    assert three_open[2].name not in [each.name for each in opened.work.keeping.opened.all]
    opened.do("article.next_open")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    assert opened.desktop.sheet.article.name == three_open[1].name


def test_a_new_article_in_which_nothing_was_written_does_not_stay_open(three_open, opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article.saved_at == "")
    opened.do("article.previous_open")
    opened.until(lambda: opened.desktop.sheet.article.name == three_open[2].name)
    assert [each.name for each in opened.work.keeping.opened.all] == [row.name for row in three_open]
