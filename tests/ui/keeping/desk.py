"""A desk with the real writing widget, a slip of one field, and a library that can refuse."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from editor.markup.reader import read
from editor.records.articles import Loaded, Stored
from editor.service.messages import Failure
from editor.store.journal_file import Run
from ui.keeping.journal_writer import JournalWriter
from ui.keeping.keeper import Keeper
from ui.keeping.on_desk import SheetOnDesk
from ui.theme.tokens import LIGHT
from ui.theme.type import Reading
from ui.writing.editor import ArticleEditor


def loaded(article, text="", version="", headline="", **more):
    slip = {"headline": headline} if headline else {}
    values = {"name": article, "own": True, "state": "draft", "revision": "", "author": "p", "saved_at": "", **more}
    return Loaded(article=article, variant="zh-CN", slip=slip, text=text, version=version, locked=False, **values)


def type_in(desk, text):
    """Latin letters and Enter by keys, Chinese as an input method commits it."""
    for character in text:
        if character == "\n":
            QTest.keyClick(desk.body, Qt.Key.Key_Return)
        elif character.isascii():
            QTest.keyClicks(desk.body, character)
        else:
            commit(desk, character)


def commit(desk, text):
    """Chinese at one stroke."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(desk.body, event)


class Sheet(QObject):
    slip_edited = Signal()

    def __init__(self, body, headline):
        super().__init__()
        self.article = None
        self._body, self._headline = body, headline
        headline.textEdited.connect(lambda _text: self.slip_edited.emit())

    def plain_slip(self):
        return {"headline": self._headline.text()} if self._headline.text() else {}

    def lay(self, article, blocks=None):
        self.article = article
        self._headline.setText(article.slip.get("headline", ""))
        self._body.show_blocks(read(article.text) if blocks is None else blocks)


class Library:
    """What `desk.keep` does, at once or when it is told to; ``failing`` is the code of why it does not."""

    def __init__(self):
        self.failing = self.refusing = ""
        self.held = False
        self.texts = {}
        self.whys = []
        self._waiting = []

    def ask(self, what, /, *, done, failed, writing, why=""):
        assert what == "desk.keep"
        self._waiting.append((done, failed, writing, why))
        if not self.held:
            self.answer()

    def answer(self):
        waiting, self._waiting = self._waiting, []
        for done, failed, writing, why in waiting:
            if self.failing:
                failed(Failure(1, self.failing, {"path": "稿库"}))
                continue
            version = hashlib.sha256(repr(writing).encode()).hexdigest()[:8]
            if not self.refusing:
                self.texts[writing.article] = (dict(writing.slip), writing.text, version)
            if why:
                self.whys.append((why, writing.text))
            done(Stored(writing.article, writing.variant, writing.article, "1", "t", version, refused=self.refusing))


class Desk(QWidget):
    """The parts together."""

    def __init__(self, journals, disk=None):
        super().__init__()
        self.resize(900, 700)
        self.library = Library()
        self.headline = QLineEdit()
        self.headline.setObjectName("headline")
        self.body = ArticleEditor(Reading(), LIGHT)
        layout = QVBoxLayout(self)
        layout.addWidget(self.headline)
        layout.addWidget(self.body)
        self.sheet = Sheet(self.body, self.headline)
        self.on_desk = SheetOnDesk(self.sheet, self.body, self)
        self.writer = JournalWriter(Run(journals, disk), self)
        self.keeper = Keeper(self.on_desk, self.writer, self.library.ask, lambda: "p", self)
        self.on_desk.left.connect(self.keeper.flush)
        self.on_desk.caret_moved.connect(self.keeper.caret_moved)
        self.sheet.slip_edited.connect(self.keeper.slip_touched)

    def open(self, article, **ways):
        self.keeper.leave()
        self.sheet.lay(article)
        self.keeper.begin(article, **ways)
        self.body.setFocus()
