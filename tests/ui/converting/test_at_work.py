"""Ctrl+T on the article on the desk: its other version is made, opened, told that it is behind, and made again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.article import Variant
from editor.operations import glossaries, keeping
from tests.ui.review import samples


@pytest.fixture
def written(opened):
    """A window with an article on the desk that was just typed."""
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.desk.heading.headline.setFocus()
    opened.desktop.desk.heading.headline.insertPlainText("动力之谷开园")
    opened.desktop.writing.body.setFocus()
    opened.desktop.writing.body.insertPlainText("他站在动力之谷、马达之城的门口，头发全白。")
    return opened


def converting(opened):
    return opened.work.converting


def convert(opened):
    opened.do("article.convert")
    opened.until(lambda: converting(opened).view.choosing is not None)
    return converting(opened).view


def press(view, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(view.rail.list, key, modifier)


def save(opened, view):
    press(view, Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: opened.desktop.sheet.article and opened.desktop.sheet.article.variant == "zh-TW")
    opened.settle()


def text(opened):
    return opened.desktop.sheet.text()


def test_what_was_just_typed_is_converted_and_the_version_is_opened(written):
    view = convert(written)
    assert not written.desktop.articles.isVisible()
    press(view, Qt.Key.Key_2, Qt.Key.Key_2)
    save(written, view)
    assert "動力之穀、" in text(written)
    assert "頭髮全白" in text(written)
    assert written.desktop.desk.heading.headline.toPlainText().startswith("動力之")
    assert written.desktop.articles.isVisible()
    assert len(converting(written).variants.names()) == 2
    assert not converting(written).banner.isVisible()


def test_escape_leaves_everything_as_it_was(written):
    view = convert(written)
    press(view, Qt.Key.Key_2, Qt.Key.Key_Escape)
    written.settle()
    assert not converting(written).shown
    assert written.desktop.articles.isVisible()
    assert written.desktop.window.inspector_shown
    assert text(written).strip() == "他站在动力之谷、马达之城的门口，头发全白。"
    assert not converting(written).variants.isVisible()


def test_a_changed_source_is_told_on_the_version_and_only_new_places_are_asked(written):
    view = convert(written)
    press(view, *[Qt.Key.Key_2] * view.rail.cards.rowCount())
    save(written, view)
    own = converting(written).variants.names()[0]
    written.work.articles.open(own)
    written.until(lambda: written.desktop.sheet.article and written.desktop.sheet.article.name == own)
    written.settle()
    clock = written.jobs.room.desk.clock
    body = written.desktop.writing.body
    later(written, clock)
    body.setFocus()
    body.moveCursor(body.textCursor().MoveOperation.End)
    body.insertPlainText("\n后来他去看马达之谷、动力之城。")
    written.do(converting_next())
    written.until(lambda: written.desktop.sheet.article and written.desktop.sheet.article.variant == "zh-TW")
    written.settle()
    assert converting(written).banner.isVisible()
    QTest.keyClick(converting(written).banner.button, Qt.Key.Key_Space)
    written.until(lambda: view.choosing is not None)
    assert view.rail.cards.rowCount() == 1
    assert "马达之谷" in view.rail.cards.data(view.rail.cards.index(0))
    press(view, Qt.Key.Key_Return)
    before = text(written)
    save(written, view)
    written.until(lambda: text(written) != before)
    assert "動力之穀、" in text(written)
    assert "後來他去看" in text(written)
    assert not converting(written).banner.isVisible()


def converting_next():
    from ui.work.converting import NEXT

    return NEXT


def later(opened, clock):
    """An hour goes by."""
    from datetime import timedelta

    object.__setattr__(opened.jobs.room.desk, "clock", lambda: clock() + timedelta(hours=1))


def test_always_so_is_kept_in_the_library_with_the_version(written):
    view = convert(written)
    press(view, Qt.Key.Key_J, Qt.Key.Key_G)
    view.rail.phrase.setText("之谷、")
    QTest.keyClick(view.rail.phrase, Qt.Key.Key_Return)
    written.settle()
    desk = written.jobs.room.desk
    assert keeping.preference(desk, glossaries.key_of(Variant.ZH_TW)) is None
    save(written, view)
    assert glossaries.pairs(desk, Variant.ZH_TW) == {"之谷、": "之谷、"}


def test_another_profile_makes_another_version(written):
    view = convert(written)
    row = view.header.profiles.findText("大陆媒体·港澳读者")
    view.header.profiles.setCurrentIndex(row)
    view.header.profiles.activated.emit(row)
    written.until(lambda: view.choosing.proposal.target == "zh-HK")
    press(view, Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    written.until(lambda: written.desktop.sheet.article and written.desktop.sheet.article.variant == "zh-HK")


def test_going_elsewhere_gives_the_room_back(written):
    convert(written)
    written.do("article.convert")
    assert not converting(written).shown
    assert written.desktop.articles.isVisible()
    convert(written)
    written.do("view.search")
    assert written.desktop.articles.isVisible()
    assert not converting(written).shown
    convert(written)
    written.do("file.close")
    written.settle()
    assert written.desktop.articles.isVisible()
    assert not converting(written).shown


def test_a_source_changed_meanwhile_is_said_and_what_was_decided_stays(written):
    view = convert(written)
    press(view, Qt.Key.Key_2)
    written.settle()
    desk = written.jobs.room.desk
    from tests.editor.operations.newsroom import change

    change(desk, view.choosing.proposal.name, None, "头发全白", "头发花白")
    press(view, Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    written.settle()
    assert converting(written).shown
    assert view.footer.told.isVisible()
    assert view.choosing.done == 1
    written.until(lambda: any("頭髮花白" in view.page.result_text(n) for n in range(2)))
    assert view.footer.told.isVisible()
    save(written, view)
    assert "頭髮花白" in text(written)


def test_what_was_decided_is_there_again_after_escape(written):
    view = convert(written)
    press(view, Qt.Key.Key_2, Qt.Key.Key_Escape)
    written.settle()
    assert convert(written).choosing.done == 1
    assert view.rail.row == 1
    press(view, Qt.Key.Key_2)
    save(written, view)
    assert "動力之穀、" in text(written)
    assert written.desktop.desk.heading.headline.toPlainText().startswith("動力之穀")


def test_a_view_that_was_left_holds_no_texts(written):
    view = convert(written)
    assert view.page.rows is not None
    press(view, Qt.Key.Key_Escape)
    written.settle()
    assert view.page.rows is None
    assert not view.rail.cards.rowCount()
    written.do("review.compare")
    written.until(lambda: written.work.comparing.shown)
    comparing = written.work.comparing.view
    comparing.show_comparison(samples.compared(), "")
    assert comparing.stops
    QTest.keyClick(comparing.page, Qt.Key.Key_Escape)
    written.settle()
    assert not written.work.comparing.shown
    assert not comparing.stops
