"""Through the whole window: opinions survive, versions are looked at with their pictures, what is put back is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from editor.markup.blocks import Image
from editor.markup.reader import read
from editor.operations import history as past
from editor.records.articles import MY_DRAFTS, View
from editor.records.output import SmallPicture
from tests.ui.opened import Opened
from tests.ui.review import samples
from ui.keeping.session import from_bytes
from ui.pictures.small import WIDTH, ComparedPictures
from ui.preferences import Preferences


def _open(window, headline):
    row = next(n for n, row in enumerate(window.rows()) if row.headline.startswith(headline))
    return window.open_row(row)


@pytest.fixture
def reviewing(opened):
    """The first reviewer with an article that waits for him."""
    opened.sample()
    opened.become("1")
    opened.desktop.browser.show_view(View("level1"))
    opened.until(lambda: any(row.headline.startswith("县医院") for row in opened.rows()))
    _open(opened, "县医院")
    opened.until(lambda: opened.work.review.dossier is not None)
    opened.settle()
    return opened


def _written(window, text):
    path = window.work.keeping.room.session_path
    if not path.exists():
        return False
    session = from_bytes(path.read_bytes())
    return any(kept == text for _person, _name, kept in session.opinions)


def test_a_half_written_opinion_survives_a_kill(reviewing, qapp, place, qtbot, tmp_path):
    reviewing.work.review.pane.judging.opinion.setPlainText("导语太长，宜压到六十字")
    reviewing.until(lambda: _written(reviewing, "导语太长，宜压到六十字"))
    room = reviewing.work.keeping.room
    room.writer.end()
    room._ended = True
    reviewing.jobs.close()
    second = Opened(qapp, place, qtbot, Preferences(tmp_path / "second.ini"))
    second.until(lambda: second.work.review.dossier is not None)
    second.settle()
    assert second.work.review.pane.judging.opinion.toPlainText() == "导语太长，宜压到六十字"
    second.become("2")
    second.settle()
    assert second.work.review.pane.judging.opinion.toPlainText() == ""


def test_what_was_said_with_a_judgment_is_in_the_record_and_not_said_twice(reviewing):
    pane = reviewing.work.review.pane
    pane.judging.opinion.setPlainText("可用")
    pane.judging.choose("sign")
    reviewing.until(lambda: any(step.kind == "sign" for step in reviewing.work.review.dossier.timeline))
    reviewing.settle()
    assert any(step.text == "可用" for step in reviewing.work.review.dossier.timeline)
    assert pane.judging.opinion.toPlainText() == ""
    assert reviewing.work.keeping.opinions() == {}


def test_a_version_of_the_record_is_looked_at_beside_the_text(reviewing):
    dossier = reviewing.work.review.dossier
    revision = next(step.revision for step in dossier.timeline if step.revision)
    body = reviewing.desktop.writing.body
    body.moveCursor(body.textCursor().MoveOperation.End)
    body.insertPlainText("（完）")
    reviewing.work.review.pane.version_wanted.emit(revision)
    view = reviewing.work.comparing.view
    reviewing.until(view.isVisible)
    assert len(view.stops) == 1
    assert "第 1 版" in view._title.replace("第1版", "第 1 版")


def test_pictures_of_both_texts_are_seen_in_a_comparison(reviewing):
    """The library is asked for them when the comparison is painted first, and it is painted anew when they come."""
    view, shelf = reviewing.work.comparing.view, reviewing.work.outgoing.pictures.shelf
    compared = samples.compared()
    source = next(block.source for block in compared.old if isinstance(block, Image))
    view.show_comparison(compared, "")
    reviewing.desktop.desk.show_middle(view)
    without = view.page.viewport().grab().toImage()
    assert isinstance(view.page._pictures, ComparedPictures)
    image = QImage(800, 450, QImage.Format.Format_RGB32)
    image.fill(QColor("#b03060"))
    data = QBuffer()
    image.save(data, "PNG")
    shelf.put([SmallPicture(source, bytes(data.data().data()), 800, 450)])
    assert view.page._pictures(source).width() == WIDTH
    assert view.page.viewport().grab().toImage() != without
    assert view.page._pictures("asset:" + "0" * 64) is None


def test_what_stood_there_is_kept_before_a_version_is_put_back(opened):
    opened.sample()
    opened.become("reporter")
    opened.desktop.browser.show_view(View(MY_DRAFTS, opened.work.people.id))
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None and not opened.desktop.sheet.article.saved_at)
    body = opened.desktop.writing.body
    body.insertPlainText("渠水通到第三村。")
    before = opened.desktop.sheet.text()
    opened.desktop.desk.heading.headline.setPlainText("渠水通了")
    opened.do("file.save")
    opened.settle()
    opened.desktop.desk.heading.headline.setPlainText("渠水昨天通了")
    row = opened.desktop.sheet.article
    body.moveCursor(body.textCursor().MoveOperation.End)
    body.insertPlainText("写了一半的话")
    now = opened.desktop.sheet.text()
    opened.do("article.history")
    view = opened.work.history.view
    opened.until(view.isVisible)
    opened.until(view.restore.isEnabled)
    view.restore.click()
    opened.until(lambda: opened.desktop.sheet.text() == before)
    opened.settle()
    kept = [(one.why, past.version(opened.jobs.room.desk, one.id).text) for one in _versions(opened, row)]
    assert ("restore", now) in kept
    assert opened.desktop.sheet.slip().headline == "渠水通了"
    body.undo()
    assert opened.desktop.sheet.slip().headline == "渠水昨天通了"
    assert read(opened.desktop.sheet.text()) == read(now)
    assert QApplication.activeModalWidget() is None


def _versions(window, row):
    return past.versions(window.jobs.room.desk, row.name)


def test_what_was_typed_while_the_core_compared_is_compared_as_well(reviewing):
    body, comparing = reviewing.desktop.writing.body, reviewing.work.comparing
    revision = next(step.revision for step in reviewing.work.review.dossier.timeline if step.revision)
    reviewing.work.review.pane.version_wanted.emit(revision)
    assert [job for job in reviewing.jobs.waiting if job.ask.name == "desk.against"]
    body.selectAll()
    body.insertPlainText("短了。")
    reviewing.until(lambda: comparing.shown)
    assert comparing.view._compared.fits
    assert tuple(comparing.view._compared.new) == reviewing.desktop.sheet.blocks()


def test_a_comparison_that_comes_too_late_is_not_shown_on_another_article(reviewing):
    revision = next(step.revision for step in reviewing.work.review.dossier.timeline if step.revision)
    reviewing.work.review.pane.version_wanted.emit(revision)
    reviewing.do("file.new")
    reviewing.settle()
    assert reviewing.desktop.sheet.text().strip() == ""
    assert not reviewing.work.comparing.shown
