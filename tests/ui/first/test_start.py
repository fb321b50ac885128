"""A window that was left is there at once the next time; what is typed before it is whole is not lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.first import glimpse as glimpses

TEXT = "园区的新路今天通车。\n送菜的车当天就多了一倍。"


def _text(desktop):
    return desktop.writing.body.toPlainText()


def test_the_first_frame_shows_the_text_where_the_editor_shows_it(started):
    started.written()
    page = started.page()
    assert page.text.toPlainText() == TEXT
    clip = page.text.parentWidget()
    before = started.start.window.grab().toImage().copy(QRect(_corner(clip), QSize(clip.width(), 90)))
    desktop, _ = started.whole()
    desktop.writing.body.clearFocus()
    viewport = desktop.writing.body.viewport()
    after = started.start.window.grab().toImage().copy(QRect(_corner(viewport), QSize(viewport.width(), 90)))
    assert before.size() == after.size()
    spots = [(x, y) for x in range(0, before.width(), 2) for y in range(0, 90, 2)]
    assert len({before.pixelColor(*spot).name() for spot in spots}) > 5  # letters
    differing = sum(before.pixelColor(*spot) != after.pixelColor(*spot) for spot in spots)
    assert differing < 0.01 * len(spots)  # the caret


def _corner(widget):
    return widget.mapTo(widget.window(), QPoint(0, 0))


def test_what_is_typed_at_once_is_seen_at_once_and_stands_in_the_article(started):
    started.written()
    page = started.page()
    QTest.keyClicks(page.text, "abc")
    QTest.keyClick(page.text, Qt.Key.Key_Backspace)
    assert page.text.toPlainText() == TEXT + "ab"
    desktop, work = started.whole()
    assert _text(desktop) == TEXT + "ab"
    assert desktop.writing.body.document().isUndoAvailable()
    assert work.keeping.room.keeper.dirty or work.keeping.room.keeper.book.content > 0


def test_structure_and_undo_are_the_editors(started):
    started.written("")
    page = started.page()
    QTest.keyClicks(page.text, "## abc")
    desktop, _ = started.whole()
    assert _text(desktop) == "abc"
    assert desktop.sheet.text().startswith("## abc")


def test_an_input_method_is_waited_for(started, qtbot):
    started.written()
    page = started.page()
    QApplication.sendEvent(page.text, QInputMethodEvent("gaotai", []))
    qtbot.wait(300)
    assert page.text is not None
    commit = QInputMethodEvent()
    commit.setCommitString("稿台")
    QApplication.sendEvent(page.text, commit)
    desktop, _ = started.whole()
    assert _text(desktop) == TEXT + "稿台"


def test_a_place_that_was_clicked_gets_what_is_typed_after_it(started):
    started.written()
    page = started.page()
    cursor = page.text.textCursor()
    cursor.setPosition(0)
    where = page.text.cursorRect(cursor).center()
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.keyClicks(page.text, "x")
    desktop, _ = started.whole()
    assert _text(desktop) == "x" + TEXT


def test_keys_of_actions_do_what_they_do(started):
    started.written()
    page = started.page()
    QTest.keyClicks(page.text, "ab")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a")
        QApplication.sendEvent(page.text, event)
    desktop, _ = started.whole()
    assert _text(desktop) == TEXT


def test_a_window_that_is_closed_at_once_keeps_what_was_typed(started):
    started.written()
    page = started.page()
    page.painted.emit()
    QTest.keyClicks(page.text, "abc")
    started.end()
    desktop, _ = started.whole()
    assert _text(desktop) == TEXT + "abc"


def test_words_for_another_article_are_not_written_into_this_one(started):
    started.written()
    page = started.page()
    page.glimpse.text.article = "of another day"
    QTest.keyClicks(page.text, "abc")
    desktop, _ = started.whole()
    assert _text(desktop) == TEXT
    assert QApplication.clipboard().text() == "abc"


def test_with_nothing_on_the_desk_the_page_has_no_text(started):
    started.whole()
    started.end()
    page = started.page()
    assert page.text is None
    desktop, _ = started.whole()
    assert desktop.sheet.article is None


def test_a_damaged_file_makes_an_ordinary_start(started, place):
    started.written()
    path = glimpses.path_of(place.data, place.library)
    path.write_bytes(path.read_bytes()[:200])
    page = started.page()
    assert page.text is None
    desktop, _ = started.whole()
    assert _text(desktop) == TEXT


def test_a_window_is_no_larger_than_the_screen(started):
    started.written()
    window = started.begin().window
    room = window.screen().availableGeometry()
    least = window.minimumSize()
    assert window.width() <= max(room.width(), least.width())
    assert window.height() < max(room.height(), least.height() + 1), "its title needs room too"


def test_files_of_a_second_start_wait_until_the_window_is_whole(started, tmp_path):
    started.written()
    started.page()
    file = tmp_path / "来稿.md"
    file.write_text("# 来稿\n\n正文第一段。\n", "utf-8")
    started.start.open_door()
    started.start.door.asked.emit([str(file)])
    assert started.start.built is None
    _, work = started.whole()
    assert work.files == [str(file)]


def test_a_window_that_cannot_be_built_ends_and_says_why(started, monkeypatch, qtbot):
    from ui import building

    started.written()
    started.page()

    def broken(*_):
        raise RuntimeError
        yield

    monkeypatch.setattr(building, "pieces", broken)
    qtbot.waitUntil(lambda: started.start.failed is not None, timeout=10000)
    assert isinstance(started.start.failed, RuntimeError)


def test_in_a_window_of_another_size_the_page_fills_it(started):
    started.written()
    page = started.page()
    window = started.start.window
    before = page.text.parentWidget().geometry()
    window.resize(window.width() + 100, window.height() + 60)
    assert page.size() == window.size()
    after = page.text.parentWidget().geometry()
    assert (after.left() - before.left(), after.width()) == (50, before.width())
    assert after.height() - before.height() == 60
