"""From one start to the next, with a real library: what lay on the desk lies there, whoever wrote meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QVBoxLayout, QWidget
from typing_extensions import override

from editor.markup.blocks import paragraph
from editor.markup.reader import read
from editor.records.articles import Writing
from editor.service.messages import Place
from tests.ui.keeping.desk import Sheet, loaded, type_in
from ui.identifiers import new_id
from ui.jobs import NearJobs
from ui.keeping.room import KeepingRoom
from ui.keeping.session import Opened, Session
from ui.sentences import Sentences
from ui.theme.tokens import LIGHT
from ui.theme.type import Reading
from ui.writing.editor import ArticleEditor

ROOT = Path(__file__).resolve().parents[3]


class Window(QWidget):
    """What connects the room with the desk, as the window does."""

    closed = Signal()

    @override
    def closeEvent(self, event):
        if self.room.may_close():
            self.closed.emit()
        else:
            event.ignore()

    def __init__(self, place, look):
        super().__init__()
        self.resize(900, 700)
        self.jobs = NearJobs(place, self)
        self.headline = QLineEdit()
        self.headline.setObjectName("headline")
        self.body = ArticleEditor(Reading(), LIGHT)
        self.sheet = Sheet(self.body, self.headline)
        self.room = KeepingRoom(
            place, self.jobs.ask, self.sheet, self.body, look, Sentences("zh_CN"), lambda: "", parent=self
        )
        layout = QVBoxLayout(self)
        for part in (self.room.recovery_line, self.room.trouble_bar, self.headline, self.body):
            layout.addWidget(part)
        self.room.relay_wanted.connect(self.open)
        self.room.take_over_wanted.connect(lambda text: self.body.apply_blocks(read(text.text)))
        self.show()
        first = self.room.to_lay
        if first is not None:
            self.sheet.lay(first.loaded, first.blocks)
            self.room.laid()

    def open(self, article):
        self.room.keeper.leave()
        self.sheet.lay(article)
        self.room.keeper.begin(article)
        self.body.setFocus()

    def session(self):
        keeper = self.room.keeper
        return Session(opened=(Opened(keeper.book.as_loaded(self.sheet.article), keeper.caret_now()),))

    def killed(self):
        """Nothing of what a program does at its end."""
        self.room.keeper.flush()
        self.room.writer._thread.join(0.3)
        self.room.writer.end()
        self.sheet.article = None
        self.jobs.close()

    def close_in_order(self, qtbot):
        done = []
        self.room.keeper.end(lambda: done.append(1))
        qtbot.waitUntil(lambda: done == [1])
        self.room.close(self.session())
        self.jobs.close()


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path / "library", tmp_path / "data")


@pytest.fixture
def start(qtbot, place, look, chinese):
    """Open the window, as often as wanted."""

    def started():
        window = Window(place, look)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    windows = []
    yield started
    for window in windows:
        window.room._closes = True
        window.room.close(Session())
        window.jobs.close()


@pytest.fixture
def ask(qtbot):
    def asked(window, what, **arguments):
        found = []
        window.jobs.ask(what, done=found.append, failed=found.append, **arguments)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    return asked


def history(window, article):
    from editor.operations import history as past

    desk = window.jobs.room.desk
    return [(kept.why, past.version(desk, kept.id).text) for kept in past.versions(desk, article)]


def test_after_a_kill_everything_is_as_it_was_and_it_says_so(qtbot, start, ask):
    article = new_id()
    first = start()
    first.open(loaded(article))
    type_in(first, "渠水通了。\n接着写")
    cursor = first.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    first.body.setTextCursor(cursor)
    type_in(first, "新")
    first.killed()
    second = start()
    assert second.sheet.article.article == article
    assert second.body.blocks() == (paragraph("渠水通了。"), paragraph("接着新写"))
    assert second.body.textCursor().position() == 9
    assert "9 字" in second.room.recovery_line.told.text()
    type_in(second, "又")
    second.room.core_came()
    qtbot.waitUntil(lambda: second.room.keeper.book.in_library > 0)
    assert ask(second, "desk.load", name=article).text == "渠水通了。\n\n接着新又写\n"
    assert history(second, article) == [("recovered", "渠水通了。\n\n接着新又写\n")]
    second.close_in_order(qtbot)
    third = start()
    assert third.body.blocks() == (paragraph("渠水通了。"), paragraph("接着新又写"))
    assert third.room.recovery_line.isHidden()
    assert third.body.textCursor().position() == 10


def test_an_article_of_the_session_that_was_changed_elsewhere_is_laid_anew(qtbot, start, ask):
    article = new_id()
    first = start()
    first.open(loaded(article))
    type_in(first, "渠水")
    first.close_in_order(qtbot)
    second = start()
    version = second.sheet.article.version
    assert version
    ask(second, "desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n\n在家写的\n", "", version))
    second.room.core_came()
    qtbot.waitUntil(lambda: second.body.blocks() == (paragraph("渠水"), paragraph("在家写的")))
    type_in(second, "又")
    second.room.keeper.save()
    qtbot.waitUntil(lambda: second.room.keeper.book.safe)
    assert ask(second, "desk.load", name=article).text == "又渠水\n\n在家写的\n"
    assert history(second, article) == []


@pytest.mark.parametrize("mine", [True, False])
def test_what_was_typed_before_the_core_came_does_not_go_over_another_text_unasked(qtbot, start, ask, mine):
    article = new_id()
    first = start()
    first.open(loaded(article))
    type_in(first, "渠水")
    first.close_in_order(qtbot)
    second = start()
    version = second.sheet.article.version
    ask(second, "desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n\n在家写的\n", "", version))
    type_in(second, "甲")
    second.room.core_came()
    qtbot.waitUntil(second.room.recovery_line.mine.isVisible)
    second.room.keeper.save()
    qtbot.wait(200)
    assert ask(second, "desk.load", name=article).text == "渠水\n\n在家写的\n"
    assert second.body.blocks() == (paragraph("渠水甲"),)
    line = second.room.recovery_line
    (line.mine if mine else line.library).click()
    qtbot.waitUntil(lambda: second.room.keeper.book.safe)
    wanted = "渠水甲\n" if mine else "渠水\n\n在家写的\n"
    if not mine:
        qtbot.waitUntil(lambda: second.body.blocks() == read(wanted))
        second.room.keeper.save()
    qtbot.waitUntil(lambda: second.room.keeper.book.safe)
    assert ask(second, "desk.load", name=article).text == wanted
    kept = {text for _, text in history(second, article)}
    assert {"渠水甲\n", "渠水\n\n在家写的\n"} <= kept | {wanted}
    if not mine:
        second.body.undo()
        assert second.body.blocks() == (paragraph("渠水甲"),)


def test_leaving_before_the_core_came_loses_nothing(qtbot, start, ask):
    article = new_id()
    first = start()
    first.open(loaded(article))
    type_in(first, "渠水")
    first.killed()
    second = start()
    type_in(second, "通了")
    second.open(loaded(new_id()))
    type_in(second, "另一篇")
    second.room.core_came()
    qtbot.waitUntil(lambda: not second.room.keeper.shelf.books.get(f"{article}.zh-CN"))
    assert ask(second, "desk.load", name=article).text == "渠水通了\n"


def test_the_library_deleted_under_the_running_program(qtbot, start, place, ask):
    import shutil

    article = new_id()
    first = start()
    first.open(loaded(article))
    type_in(first, "渠水")
    first.room.keeper.save()
    qtbot.waitUntil(lambda: first.room.keeper.book.safe)
    shutil.rmtree(place.library)
    type_in(first, "通了")
    first.room.keeper.save()
    qtbot.waitUntil(lambda: first.room.keeper.book.library_failed or first.room.keeper.book.safe)
    qtbot.waitUntil(lambda: first.room.keeper.book.journaled)
    first.killed()
    second = start()
    assert second.body.blocks() == (paragraph("渠水通了"),)
    second.room.core_came()
    qtbot.waitUntil(lambda: second.room.keeper.book.in_library > 0, timeout=8000)
    assert ask(second, "desk.load", name=article).text == "渠水通了\n"


def test_a_copy_goes_where_the_user_wants_it(qtbot, start, tmp_path, monkeypatch):
    window = start()
    window.open(loaded(new_id(), headline="渠水通了"))
    type_in(window, "第一段")
    target = tmp_path / "copy.md"
    names = []

    def chosen(_parent, _title, name, _kinds):
        names.append(Path(name).name)
        return str(target), ""

    monkeypatch.setattr("ui.keeping.room.QFileDialog.getSaveFileName", chosen)
    window.room.trouble_bar.copy.click()
    assert target.read_text("utf-8") == "# 渠水通了\n\n第一段\n"
    assert names == ["渠水通了.md"]
    window.room.trouble_bar.text.click()
    assert QApplication.clipboard().text() == "# 渠水通了\n\n第一段\n"


def test_closing_waits_for_the_library_and_leaves_nothing_behind(qtbot, start):
    window = start()
    closed = []
    window.closed.connect(lambda: closed.append(window.room.keeper.book.safe))
    article = new_id()
    window.open(loaded(article))
    type_in(window, "渠水")
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert closed == [True]
    window.room.close(window.session())
    second = start()
    assert second.body.blocks() == (paragraph("渠水"),)
    assert second.room.recovery_line.isHidden()


def test_closing_without_the_library_is_told_at_the_next_start_as_what_it_was(qtbot, start, place):
    place.library.mkdir()
    (place.library / "library.db").write_text("no library at all, but somebody's file", "utf-8")
    window = start()
    window.open(loaded(new_id(), headline="渠水通了"))
    type_in(window, "渠水")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.room.close(window.session())
    second = start()
    assert second.body.blocks() == (paragraph("渠水"),)
    assert second.room.recovery_line.told.text() == "《渠水通了》上次没能入库，现在与您关闭时一样。"


@pytest.mark.parametrize(("answer", "closes"), [("Accept", True), ("Destructive", True), ("Reject", False)])
def test_closing_asks_only_where_something_would_be_lost(qtbot, start, monkeypatch, answer, closes):
    window = start()
    window.open(loaded(new_id()))
    type_in(window, "渠水")
    book = window.room.keeper.book
    book.journal_failed, book.content = True, 99
    book.in_library = book.on_disk = 0
    monkeypatch.setattr(window.room, "copy_elsewhere", lambda: True)

    def click():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        role = QMessageBox.ButtonRole[f"{answer}Role"]
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()

    QTimer.singleShot(0, click)
    assert window.room.may_close() is closes
    book.content = 0


def test_nothing_heavy_is_imported_by_what_keeps():
    code = "import ui.keeping.room, ui.history.view, sys, json; print(json.dumps(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    modules = set(json.loads(result.stdout))
    heavy = {
        "sqlalchemy",
        "opencc",
        "markdown",
        "lxml",
        "nh3",
        "cryptography",
        "rjieba",
        "hashlib_",
        "multiprocessing.pool",
    }
    assert not modules & heavy
