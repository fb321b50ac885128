"""Files and folders dropped, articles put into one another, pasted versions, copies: through the window."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.article import Credit
from editor.intake import take_in
from editor.markup.blocks import Image, block_text
from editor.operations.history import versions
from editor.operations.newversion import plain_text
from tests.editor.intake.office_files import png
from ui.intake.dragging import MIME, mime_of

Key = Qt.Key
TEXT = """石桥镇春茶上市
来源：云溪日报　作者：严晓峰

今年的春茶比去年早了五天。

茶农们一早就上山采茶，一天能采三四斤鲜叶。
"""
OTHER = "茶博会本周开幕\n来源：柳江日报　作者：周燕\n\n各地茶商齐聚一堂，共话新茶。\n"


def drop(widget, mime, point=None):
    """Let something go over a widget, as the system says it."""
    place = QPointF(point if point is not None else widget.rect().center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place.toPoint(), copy, mime, left, none)
    QGuiApplication.sendEvent(widget, entered)
    dropped = QDropEvent(place, copy, mime, left, none)
    QGuiApplication.sendEvent(widget, dropped)
    return entered.isAccepted() and dropped.isAccepted()


def files_mime(*files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def written(folder, name, text):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def take(opened, *files):
    opened.work.articles.take_in([str(file) for file in files])
    opened.settle()
    opened.until(opened.rows)


@pytest.fixture
def two(opened, tmp_path):
    """Two articles, the first one open."""
    take(opened, written(tmp_path, "b.txt", OTHER))
    take(opened, written(tmp_path, "a.txt", TEXT))
    opened.until(lambda: len(opened.rows()) == 2)
    assert opened.desktop.sheet.slip().headline == "石桥镇春茶上市"
    return opened


def row_of(opened, headline):
    return next(row for row in opened.rows() if row.headline == headline)


# Files. -----------------------------------------------------------------------------------------------


def test_a_file_dropped_on_the_window_is_taken_in_and_opened(opened, tmp_path):
    assert drop(opened.window, files_mime(written(tmp_path, "a.txt", TEXT)))
    opened.until(lambda: opened.desktop.sheet.article)
    assert opened.desktop.sheet.slip().headline == "石桥镇春茶上市"
    opened.settle()
    assert opened.desktop.status.progress == ""
    assert opened.desktop.desk.article_shown


def test_a_file_dropped_on_a_field_is_taken_in_and_not_written_into_it(two, tmp_path):
    headline = two.desktop.desk.heading.headline
    mime = files_mime(written(tmp_path, "c.txt", OTHER.replace("本周", "下周")))
    mime.setText("file:///c.txt")
    drop(headline.viewport(), mime)
    two.until(lambda: two.desktop.sheet.slip().headline == "茶博会下周开幕")
    two.until(lambda: {row.headline for row in two.rows()} >= {"石桥镇春茶上市", "茶博会下周开幕"})


def test_several_files_and_a_folder_give_a_list_that_is_walked_by_key(opened, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    written(folder, "c.txt", "第三篇稿件的标题\n\n" + "这是正文的第一段，写得不长。\n")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02" * 100)
    opened.work.articles.take_in(
        [str(written(tmp_path, "a.txt", TEXT)), str(bad), str(folder), str(tmp_path / "missing.txt")]
    )
    view = opened.work.intake.results
    opened.until(view.isVisible)
    opened.settle()
    told = {one.file.rsplit("/", 1)[-1]: view.model.told(one) for one in view.model.files}
    assert set(told) == {"a.txt", "bad.txt", "c.txt", "missing.txt"}
    assert [bool(one.code) for one in view.model.files] == [True, True, False, False]  # what needs somebody first
    assert all("不" in told[name] for name in ("bad.txt", "missing.txt"))
    assert view.list.hasFocus()
    QTest.keyClick(view.list, Key.Key_Return)  # a file that did not come in has nothing to open
    assert view.isVisible()
    QTest.keyClick(view.list, Key.Key_J)
    QTest.keyClick(view.list, Key.Key_J)
    QTest.keyClick(view.list, Key.Key_Return)
    opened.until(lambda: opened.desktop.sheet.article)
    assert opened.desktop.sheet.slip().headline == "石桥镇春茶上市"
    assert not view.isVisible()


def test_the_report_of_a_file_in_the_list_comes_by_key(opened, tmp_path, page):
    opened.work.articles.take_in([str(written(tmp_path, "a.txt", TEXT)), str(page)])
    view = opened.work.intake.results
    opened.until(view.isVisible)
    opened.settle()
    row = next(n for n, one in enumerate(view.model.files) if one.repairs)
    view.list.setCurrentIndex(view.model.index(row))
    assert "待定" in view.model.told(view.model.files[row]) or "to decide" in view.model.told(view.model.files[row])
    QTest.keyClick(view.list, Key.Key_I)
    opened.until(lambda: opened.work.intake.reporting.shown)
    assert "灌區" in opened.desktop.sheet.text()


def test_escape_leaves_the_list_and_what_lay_on_the_desk_is_there_again(two, tmp_path):
    files = [written(tmp_path, f"{n}.txt", OTHER.replace("本周", f"第{n}天")) for n in range(2)]
    two.work.articles.take_in([str(file) for file in files])
    two.until(lambda: "results" in two.work.intake.__dict__ and two.work.intake.results.isVisible())
    QTest.keyClick(two.work.intake.results.list, Key.Key_Escape)
    assert two.desktop.desk.article_shown
    assert two.desktop.sheet.slip().headline == "石桥镇春茶上市"


def test_an_import_is_stopped_by_the_button_and_what_came_in_stays(opened, tmp_path):
    files = [written(tmp_path, f"{n}.txt", TEXT.replace("春茶", f"春茶{n}")) for n in range(6)]
    told = []
    show = opened.desktop.status.show_progress

    def showing(what, done=0, total=0):
        told.append((done, total))
        show(what, done, total)
        if done == 2:
            QTest.mouseClick(opened.desktop.status.cancel, Qt.MouseButton.LeftButton)

    opened.desktop.status.show_progress = showing
    opened.work.articles.take_in([str(file) for file in files])
    opened.until(lambda: (2, 6) in told)
    opened.settle()
    opened.until(lambda: len(opened.rows()) == 2)
    assert not opened.desktop.status.cancel.isVisible()
    assert not opened.desktop.context.actions["file.import_stop"].isEnabled()


def test_a_folder_is_chosen_by_its_own_action(opened, tmp_path, monkeypatch):
    written(tmp_path, "a.txt", TEXT)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path / "x"))
    (tmp_path / "x").mkdir()
    written(tmp_path / "x", "a.txt", TEXT)
    opened.do("file.import_folder")
    opened.until(lambda: opened.desktop.sheet.article)
    assert opened.desktop.sheet.slip().headline == "石桥镇春茶上市"


def test_pictures_dropped_on_an_open_article_go_into_its_text(two, tmp_path):
    good, bad = tmp_path / "p.png", tmp_path / "q.png"
    good.write_bytes(png())
    bad.write_bytes(b"no picture at all")
    assert drop(two.window, files_mime(good, bad))
    two.until(lambda: any(isinstance(block, Image) for block in two.desktop.sheet.blocks()))
    images = [block for block in two.desktop.sheet.blocks() if isinstance(block, Image)]
    assert [one.source for one in images] == ["asset:" + hashlib.sha256(png()).hexdigest()]
    assert "q.png" in two.desktop.status.news
    assert len(two.rows()) == 2


# 并入. -----------------------------------------------------------------------------------------------


def test_an_article_dropped_on_the_open_one_goes_in_where_it_was_let_go(two):
    body = two.desktop.writing.body
    row = row_of(two, "茶博会本周开幕")
    body.go_to(0, 3)
    point = body.cursorRect().center()
    assert drop(body.viewport(), mime_of(row.name, row.headline), point)
    actions = two.work.intake.merging.menu.actions()
    actions[0].trigger()
    two.work.intake.merging.menu.close()
    two.settle()
    texts = [block_text(block) for block in two.desktop.sheet.blocks()]
    assert texts[0].startswith("今年的春茶")
    assert texts[1:3] == ["茶博会本周开幕", "各地茶商齐聚一堂，共话新茶。"]
    assert [one.name for one in two.desktop.sheet.slip().byline] == ["严晓峰", "周燕"]
    assert "柳江日报" in two.desktop.status.news  # the other source is not kept, and that is said


def test_an_article_that_is_dragged_does_not_take_the_place_of_the_open_one(two):
    view, drag = two.desktop.articles.list, two.work.intake.merging.drag
    number = next(n for n, row in enumerate(two.rows()) if row.headline == "茶博会本周开幕")
    start = view.visualRect(view.articles.index(number)).center()
    begun = []
    drag.begin = begun.append
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move(view.viewport(), start + QPoint(0, 80))
    two.settle()
    assert [bytes(mime.data(MIME).data()).decode() for mime in begun] == [two.rows()[number].name]
    assert two.desktop.sheet.slip().headline == "石桥镇春茶上市"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=start)  # but a click opens it
    two.until(lambda: two.desktop.sheet.slip().headline == "茶博会本周开幕")


def move(widget, point):
    """The pointer moves with the left button pressed."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), Qt.MouseButton.NoButton, left, none)
    QGuiApplication.sendEvent(widget, event)


def test_it_goes_to_the_end_and_one_undo_takes_text_and_slip_back(two):
    sheet = two.desktop.sheet
    before = (sheet.text(), sheet.slip())
    two.work.intake.merging.ask(row_of(two, "茶博会本周开幕").name, two.window.rect().center())
    two.work.intake.merging.menu.actions()[1].trigger()
    two.settle()
    after = (sheet.text(), sheet.slip())
    assert after[0].rstrip().endswith("共话新茶。")
    two.desktop.writing.body.undo()
    assert (sheet.text(), sheet.slip()) == before
    two.desktop.writing.body.redo()
    assert (sheet.text(), sheet.slip()) == after


def test_what_somebody_wrote_in_the_slip_since_is_undone_first_and_text_and_slip_then_together(two):
    sheet = two.desktop.sheet
    before = (sheet.text(), sheet.slip())
    two.work.intake.merging.ask(row_of(two, "茶博会本周开幕").name, two.window.rect().center())
    two.work.intake.merging.menu.actions()[1].trigger()
    two.settle()
    QTest.keyClicks(two.desktop.desk.heading.headline, "!")
    two.desktop.writing.body.undo()
    assert Credit("周燕", "author", "作者").name in [one.name for one in sheet.slip().byline]
    assert "!" not in sheet.slip().headline
    two.desktop.writing.body.undo()
    assert (sheet.text(), sheet.slip()) == before


def test_the_action_puts_the_chosen_article_in_and_says_when_none_is_chosen(two):
    two.do("article.merge")
    assert two.work.intake.merging.menu is None
    assert two.desktop.status.news
    view = two.desktop.articles.list
    number = next(n for n, row in enumerate(two.rows()) if row.headline == "茶博会本周开幕")
    view.selectionModel().select(view.articles.index(number), view.selectionModel().SelectionFlag.Select)
    two.do("article.merge")
    two.until(two.work.intake.merging.menu.isVisible)
    QTest.keyClick(two.work.intake.merging.menu, Key.Key_Return)  # at the caret is proposed
    two.until(lambda: "共话新茶" in two.desktop.sheet.text())


def test_an_article_does_not_go_into_itself(two):
    before = two.desktop.sheet.text()
    two.work.intake.merging.ask(two.desktop.sheet.article.name, two.window.rect().center())
    two.work.intake.merging.menu.actions()[1].trigger()
    two.settle()
    assert two.desktop.sheet.text() == before
    assert "并入它自己" in two.desktop.status.news


# 粘贴为新版本. ---------------------------------------------------------------------------------------


def paste_as_version(opened, text):
    QGuiApplication.clipboard().setText(text)
    opened.do("article.new_version")
    opened.settle()
    return opened.work.intake.versioning


def test_a_text_from_a_chat_becomes_the_text_in_one_step_and_the_slip_stays(two):
    sheet = two.desktop.sheet
    before, slip = sheet.text(), sheet.slip()
    new = plain_text(sheet.blocks()).replace("五天", "七天")
    room = paste_as_version(two, f"王老师 2026/3/5 14:22\n[图片]\n{new}")
    assert room.shown
    assert "王老师" in room.view.notes.text()
    assert sheet.text() == before
    QTest.keyClick(room.view.compare.page, Key.Key_Return)
    assert not room.shown
    assert sheet.text() == before.replace("五天", "七天")
    assert sheet.slip() == slip
    two.settle()
    two.desktop.writing.body.undo()
    assert sheet.text() == before
    kept = versions(two.jobs.room.desk, sheet.article.name)
    assert "paste" in [one.why for one in kept]


def test_escape_leaves_everything_as_it_is(two):
    before = two.desktop.sheet.text()
    room = paste_as_version(two, "完全不同的一段文字。")
    QTest.keyClick(room.view.compare.page, Key.Key_Escape)
    assert not room.shown
    assert two.desktop.sheet.text() == before


def test_the_same_text_has_nothing_to_take(two):
    room = paste_as_version(two, plain_text(two.desktop.sheet.blocks()))
    assert room.shown
    assert not room.view.take.isEnabled()


def test_an_empty_clipboard_is_said(two):
    QGuiApplication.clipboard().clear()
    two.do("article.new_version")
    assert not two.work.intake.versioning.shown
    assert two.desktop.status.news


def test_pictures_stay_where_they_stood(two):
    source = "asset:" + "a" * 64
    two.desktop.sheet.change_blocks(
        (*two.desktop.sheet.blocks()[:1], Image(source, "采茶"), *two.desktop.sheet.blocks()[1:])
    )
    lines = [block_text(block) for block in two.desktop.sheet.blocks() if not isinstance(block, Image)]
    room = paste_as_version(two, "\n".join(lines).replace("五天", "六天"))
    QTest.keyClick(room.view.compare.page, Key.Key_Return)
    assert isinstance(two.desktop.sheet.blocks()[1], Image)
    assert "六天" in two.desktop.sheet.text()


# Copies. -----------------------------------------------------------------------------------------------


def save_as(opened, monkeypatch, file, kind=""):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(file), kind))
    opened.do("file.copy")
    return file


def test_a_copy_taken_in_again_is_the_same_article(two, tmp_path, monkeypatch):
    sheet = two.desktop.sheet
    file = save_as(two, monkeypatch, tmp_path / "copy.md")
    again = take_in(file.read_bytes(), file.name)
    assert again.blocks == sheet.blocks()
    slip = sheet.slip()
    assert (again.slip.headline, again.slip.source, again.slip.byline) == (slip.headline, slip.source, slip.byline)
    assert str(again.variant) == sheet.article.variant
    assert file.name in two.desktop.status.news


def test_a_copy_as_a_page(two, tmp_path, monkeypatch):
    file = save_as(two, monkeypatch, tmp_path / "copy", "Web page (*.html)")
    page = file.with_suffix(".html").read_text(encoding="utf-8")
    assert "<h1>石桥镇春茶上市</h1>" in page
    assert "<p>今年的春茶比去年早了五天。</p>" in page


def test_a_copy_is_saved_without_the_library(two, tmp_path, monkeypatch):
    monkeypatch.setattr(two.jobs, "ask", lambda *_a, **_k: None)  # nobody answers any more
    QTest.keyClicks(two.desktop.writing.body, "XYZ")
    assert "XYZ" in save_as(two, monkeypatch, tmp_path / "copy.md").read_text(encoding="utf-8")


def test_a_copy_that_cannot_be_written_is_said(two, tmp_path, monkeypatch):
    save_as(two, monkeypatch, tmp_path / "no" / "folder" / "copy.md")
    assert "copy.md" in two.desktop.status.news
