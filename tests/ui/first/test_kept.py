"""A window that cannot be built: what was typed before is kept, and offered by the next one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TEXT = "园区的新路今天通车。\n送菜的车当天就多了一倍。"


def _text(desktop):
    return desktop.writing.body.toPlainText()


def _broken(*_):
    raise RuntimeError
    yield


def _typed_and_failed(started, monkeypatch, qtbot):
    """Somebody typed, and the window could not be built; the file."""
    from ui import building

    started.written()
    page = started.page()
    QTest.keyClicks(page.text, "abcx")
    QTest.keyClick(page.text, Qt.Key.Key_Backspace)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    commit = QInputMethodEvent()
    commit.setCommitString("新路")
    QApplication.sendEvent(page.text, commit)
    with monkeypatch.context() as patch:
        patch.setattr(building, "pieces", _broken)
        qtbot.waitUntil(lambda: started.start.failed is not None, timeout=10000)
    failed, started.start = started.start, None
    failed.close()
    return failed


def test_what_was_typed_is_kept_and_offered_by_the_next_window(started, monkeypatch, qtbot):
    failed = _typed_and_failed(started, monkeypatch, qtbot)
    assert failed.kept.read_text("utf-8") == "abc\n新路"
    assert failed.kept.stat().st_mode & 0o077 == 0
    desktop, work = started.whole()
    line = work.writing.offers.line
    assert line.isVisible()
    assert "abc 新路" in line.told.text()
    assert _text(desktop) == TEXT
    line.buttons()[0].click()
    assert "abc\n新路" in _text(desktop)
    started.end()
    assert not failed.kept.exists()
    desktop, work = started.whole()
    assert "abc\n新路" in _text(desktop)
    assert not work.writing.offers.line.isVisible()


def test_without_an_article_it_goes_into_a_new_one(started, monkeypatch, qtbot):
    _typed_and_failed(started, monkeypatch, qtbot)
    desktop, work = started.whole()
    work.articles.close()
    qtbot.waitUntil(lambda: desktop.sheet.article is None)
    work.writing.offers.line.buttons()[0].click()
    qtbot.waitUntil(lambda: _text(desktop) == "abc\n新路", timeout=10000)


def test_it_is_offered_until_it_is_thrown_away(started, monkeypatch, qtbot):
    failed = _typed_and_failed(started, monkeypatch, qtbot)
    _, work = started.whole()
    work.writing.offers.line.away.click()
    started.end()
    assert failed.kept.exists()
    _, work = started.whole()
    assert work.writing.offers.line.isVisible()
    work.writing.offers.line.buttons()[2].click()
    assert not failed.kept.exists()


def test_a_failure_while_the_window_takes_over_loses_nothing_either(started, monkeypatch, qtbot):
    from ui.work import Work

    started.written()
    page = started.page()
    QTest.keyClicks(page.text, "abc")

    def broken(_work):
        raise RuntimeError

    monkeypatch.setattr(Work, "lay_first", broken)
    qtbot.waitUntil(lambda: started.start.failed is not None, timeout=10000)
    assert started.start.kept.read_text("utf-8") == "abc"
    failed, started.start = started.start, None
    failed.close()


def test_a_window_that_is_closed_and_cannot_be_built_keeps_it_too(started, monkeypatch):
    from ui import building

    started.written()
    page = started.page()
    page.guard()
    QTest.keyClicks(page.text, "abc")
    monkeypatch.setattr(building, "pieces", _broken)
    start = started.start
    start.window.close()
    assert start.kept.read_text("utf-8") == "abc"


def test_when_no_disk_takes_it_the_page_stays(started, monkeypatch, qtbot):
    from ui import building
    from ui.first import kept

    started.written()
    page = started.page()
    QTest.keyClicks(page.text, "abc")
    monkeypatch.setattr(kept, "keep", lambda *_: None)
    monkeypatch.setattr(building, "pieces", _broken)
    qtbot.waitUntil(lambda: started.start.failed is not None, timeout=10000)
    assert page.isVisible()
    assert page.text.toPlainText().endswith("abc")


def test_the_command_line_and_a_box_say_where_it_is(monkeypatch, tmp_path):
    from PySide6.QtWidgets import QMessageBox

    from editor.errors import EditorError
    from ui.first import failing

    monkeypatch.setattr(failing, "write_bug", lambda *_: tmp_path / "gaotai.log")
    told = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *asked: told.append(asked[2]))
    with pytest.raises(EditorError, match="window_not_built") as error:
        failing.tell(RuntimeError(), tmp_path / "words.typed", "zh_CN")
    assert str(tmp_path / "words.typed") in told[0]
    assert error.value.details["path"] == str(tmp_path / "words.typed")
    with pytest.raises(RuntimeError):
        failing.tell(RuntimeError(), None, "")


def test_a_full_disk_sends_it_to_the_temporary_files(monkeypatch, tmp_path):
    from ui.first import kept

    (tmp_path / "windows").write_text("no folder", "utf-8")
    (tmp_path / "other").mkdir()
    monkeypatch.setattr(kept, "gettempdir", lambda: str(tmp_path / "other"))
    path = kept.keep(tmp_path / "windows" / "library.first", "新路\ud800")
    assert path.parent == tmp_path / "other"
    assert path.read_bytes().startswith("新路".encode())
