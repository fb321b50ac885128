"""The articles that are being written or that the library does not have yet: their way to the disk, told as it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.store.journal import Saved
from ui.keeping.autosave import Autosave
from ui.keeping.book import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.articles import Stored, Writing
    from editor.service.messages import Failure
    from editor.store.journal import Change
    from ui.keeping.autosave import Ask
    from ui.keeping.book import Book
    from ui.keeping.journal_writer import JournalWriter

RETRIES = (0, 1000, 2000, 4000, 8000, 15_000, 30_000)
PATIENCE = 2000


class _Waiting:
    """Somebody who goes on when an article is kept; ``strict``: only when the library has it."""

    def __init__(self, name: str, then: Callable[[], None], *, strict: bool) -> None:
        self.name = name
        self.then = then
        self.strict = strict
        self.late = False


class Shelf(QObject):
    """Hands books to the journal and to the library, and tries again what was refused."""

    changed = Signal(str)
    stored = Signal(object)
    trouble_changed = Signal(object)

    def __init__(self, writer: JournalWriter, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.books: dict[str, Book] = {}
        self.on_desk: Book | None = None
        self.before_writing: Callable[[], None] = lambda: None
        self._writer = writer
        self._waiting: list[_Waiting] = []
        self._journal_troubles: dict[str, Trouble] = {}
        self._library_troubles: dict[str, Trouble] = {}
        self._shown: Trouble | None = None
        self._tries = 0
        self.autosave = Autosave(ask, self._writing_of, self)
        self.autosave.kept.connect(self._on_kept)
        self.autosave.failed.connect(self._on_not_kept)
        writer.written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)
        writer.failed.connect(self._on_not_written, Qt.ConnectionType.QueuedConnection)
        writer.grown.connect(self._on_grown, Qt.ConnectionType.QueuedConnection)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._write_again)

    # On the way there. -----------------------------------------------------------------------------------------------

    def begin(self, book: Book) -> None:
        """Write all of a book into its journal."""
        book.serial += 1
        book.content, book.begun = book.serial, True
        self._writer.put(book.name, book.state())
        self._want(book)

    def change(self, book: Book, change: Change) -> None:
        """Write what changed; ``change.serial`` is one more than that of the book."""
        book.serial = book.content = change.serial
        self._writer.put(book.name, change)
        self._want(book)

    def _want(self, book: Book) -> None:
        self.books[book.name] = book
        if not book.held:
            self.autosave.touch(book.name)

    def put_beside(self, book: Book) -> None:
        """Leave a text that the library does not have in a journal of its own, for the next start to ask about."""
        name = f"{book.name}~{book.serial}"
        self._writer.put(name, replace(book, name=name).state())
        self._writer.close(name, remove=False)

    def put_away(self, book: Book) -> None:
        """An article does not lie on the desk any more; it is forgotten as soon as the library has it."""
        if book is self.on_desk or not (book.safe or book.refused) or self.autosave.busy(book.name):
            return
        self.books.pop(book.name, None)
        self.autosave.forget(book.name)
        self._writer.close(book.name, remove=True)
        self._calm(book.name)

    def save(self, book: Book, why: str = "") -> None:
        """Into the library at once."""
        self.books[book.name] = book
        if not book.held:
            self.autosave.now(book.name, why)

    def wait(self, book: Book, then: Callable[[], None], *, strict: bool) -> None:
        """Call ``then`` when the library has a book; unless ``strict`` also when it cannot and the journal has it."""
        if book.safe and not self.autosave.busy(book.name):
            then()
            return
        waiting = _Waiting(book.name, then, strict=strict)
        self._waiting.append(waiting)
        book.library_failed = False
        self.save(book)
        if not strict:
            QTimer.singleShot(PATIENCE, self, lambda: self._on_late(waiting))

    def let_go(self, name: str) -> None:
        """An article leaves the desk: who wanted to act on it once the library has it does not any more."""
        self._waiting = [each for each in self._waiting if each.name != name or not each.strict]

    def _writing_of(self, name: str) -> tuple[int, Writing] | None:
        book = self.books.get(name)
        if book is None or book.held:
            return None
        if book is self.on_desk:
            self.before_writing()
        return book.serial, book.writing()

    # What became of it. ----------------------------------------------------------------------------------------------

    def _on_written(self, name: str, serial: int) -> None:
        book = self.books.get(name)
        if book is None:
            return
        book.on_disk = max(book.on_disk, serial)
        if book.begun:
            book.journal_failed = False
            self._tries = 0
            self._journal_troubles.pop(name, None)
        for settled in book.settled:
            settled()
        book.settled.clear()
        self._after(name)

    def _on_not_written(self, name: str, code: str, path: str) -> None:
        book = self.books.get(name)
        if book is None:
            return
        book.begun, book.journal_failed = False, True
        self._journal_troubles[name] = Trouble(code, {"path": path}, kept_here=False)
        if not self._again.isActive():
            self._again.start(RETRIES[min(self._tries, len(RETRIES) - 1)])
            self._tries += 1
        self._after(name)

    def _on_grown(self, name: str) -> None:
        book = self.books.get(name)
        if book is not None and book.begun:
            self._writer.put(name, book.state())

    def write_again(self) -> None:
        """Try again now what could not be written."""
        self._tries = 0
        self._write_again()
        self.autosave.all_now()

    def _write_again(self) -> None:
        self.before_writing()
        for book in self.books.values():
            if book.journal_failed and not book.begun:
                book.begun = True
                self._writer.put(book.name, book.state())

    def _on_kept(self, name: str, serial: int, stored: Stored) -> None:
        book = self.books.get(name)
        if book is None:
            return
        book.library_failed, book.refused = bool(stored.refused), stored.refused
        if stored.refused:
            self._library_troubles[name] = Trouble(stored.refused, {"id": stored.name}, kept_here=True)
        else:
            self._library_troubles.pop(name, None)
            book.in_library, book.over, book.list_name = serial, stored.version, stored.name
            if book.begun:
                self._writer.put(name, Saved(serial, stored.version, stored.name))
        self.stored.emit(stored)
        self._after(name)
        self.put_away(book)

    def _on_not_kept(self, name: str, failure: Failure) -> None:
        book = self.books.get(name)
        if book is None:
            return
        book.library_failed = True
        self._library_troubles[name] = Trouble(failure.code, failure.details, kept_here=True)
        self._after(name)

    def _on_late(self, waiting: _Waiting) -> None:
        waiting.late = True
        self._after(waiting.name)

    def _after(self, name: str) -> None:
        self._show_trouble()
        self.changed.emit(name)
        for waiting in [each for each in self._waiting if each.name == name]:
            goes = self._goes(waiting)
            if goes is not None and waiting in self._waiting:
                self._waiting.remove(waiting)
                if goes:
                    waiting.then()

    def _goes(self, waiting: _Waiting) -> bool | None:
        """Whether somebody goes on, None: he waits."""
        book = self.books.get(waiting.name)
        if book is None or (book.safe and not self.autosave.busy(book.name)):
            return True
        if not (book.library_failed or waiting.late):
            return None
        if waiting.strict:
            return False
        if book.journaled:
            return True
        return False if book.journal_failed else None

    def _calm(self, name: str) -> None:
        self._journal_troubles.pop(name, None)
        self._library_troubles.pop(name, None)
        self._show_trouble()

    def _show_trouble(self) -> None:
        """The worst that is the matter; of the article on the desk first."""
        troubles = [*self._journal_troubles.values(), *self._library_troubles.values()]
        if self.on_desk is not None and self.on_desk.name in self._journal_troubles:
            troubles.insert(0, self._journal_troubles[self.on_desk.name])
        worst = troubles[0] if troubles else None
        if worst != self._shown:
            self._shown = worst
            self.trouble_changed.emit(worst)
