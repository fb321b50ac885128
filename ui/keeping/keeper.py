"""Sees to it that nothing typed on the desk is lost: into the journal within a second, into the library after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from editor.store.journal import Caret, Change, Moved
from editor.store.journal_file import name_of
from ui.keeping.book import Book, Standing, standing_of
from ui.keeping.pieces import Pieces
from ui.keeping.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from PySide6.QtGui import QTextDocument

    from editor.records.articles import Loaded
    from ui.keeping.autosave import Ask
    from ui.keeping.journal_writer import JournalWriter

PAUSE = 150
DEADLINE = 400
CARET = 700
PASTE = 200
"""Characters that come at one stroke and are kept as a version in the history."""
PASTED = 500
"""Until then: what was pasted is painted first, and is in the journal by now."""


class OnDesk(Protocol):
    """What lies on the desk."""

    def lying(self) -> tuple[str, str] | None:
        """Article and variant, None when nothing lies there."""

    def document(self) -> QTextDocument:
        """The text."""

    def settle(self) -> None:
        """Take in what is half typed with an input method: the text goes from the desk, or is acted on."""

    def plain_slip(self) -> Mapping[str, Any]:
        """The slip as it stands."""

    def cursor(self) -> tuple[int, int]:
        """Anchor and position of the cursor in the document."""

    def place(self) -> tuple[int, str]:
        """Value of the scroll bar, and name of the field of the slip that has the caret ("" = the text)."""


class Keeper(QObject):
    """Watches the desk; what is typed there is in the journal at a pause of the keys, at the latest after 0.4 s.

    The order in which the desk changes: `end` (or `settle`), then `leave` while the old text still stands, then the new
    article is laid there (and its caret put where it was), then `begin`.
    """

    standing_changed = Signal(object)

    def __init__(
        self,
        desk: OnDesk,
        writer: JournalWriter,
        ask: Ask,
        person: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writer = writer
        self._person = person
        self.shelf = Shelf(writer, ask, self)
        self.shelf.changed.connect(self._on_changed)
        self.shelf.before_writing = self._read_all
        self._pieces: Pieces | None = None
        self._document: QTextDocument | None = None
        self._slip_touched = False
        self._standing = Standing.NOTHING
        self._pause = _timer(self, PAUSE, self.flush)
        self._deadline = _timer(self, DEADLINE, self.flush)
        self._caret = _timer(self, CARET, self._note_caret)

    @property
    def book(self) -> Book | None:
        """The book of the article on the desk."""
        return self.shelf.on_desk

    @property
    def standing(self) -> Standing:
        """Where what was typed is by now."""
        return self._standing

    # An article comes and goes. --------------------------------------------------------------------------------------

    def newest(self, loaded: Loaded) -> Loaded:
        """What is to be laid on the desk: text that the library could not take yet goes before what it has."""
        book = self.shelf.books.get(Book.of(loaded, "", ()).name)
        return loaded if book is None or book.safe else book.as_loaded(loaded)

    def begin(self, loaded: Loaded, *, restored: Callable[[], None] | None = None, held: bool = False) -> None:
        """An article was laid on the desk.

        Args:
            loaded: What was laid there; ``loaded.version`` is what it goes on from.
            restored: The text comes from a journal that was left behind: it is written into a new one at once, and this
                is called when that is on the disk.
            held: Ask the library for nothing until `release`.
        """
        self.leave()
        self._document = self._desk.document()
        self._pieces = Pieces(self._document)
        book = Book.of(loaded, self._person(), self._pieces.blocks)
        book.slip, book.held = self._desk.plain_slip(), held
        before = self.shelf.books.get(book.name)
        if before is not None:
            book.serial, book.content = before.serial, before.content
            book.in_library = before.in_library
            if not before.safe and (before.slip != book.slip or list(before.blocks) != book.blocks):
                self.shelf.put_beside(before)
        self.shelf.on_desk = book
        self.shelf.books[book.name] = book
        self._document.contentsChange.connect(self._on_contents_changed)
        self._slip_touched = False
        if restored is not None or before is not None:
            book.settled += [restored] if restored is not None else []
            book.caret = self.caret_now()
            self.shelf.begin(book)
        self._tell()

    def leave(self) -> None:
        """The article goes from the desk: called before another one is laid there, while its text still stands."""
        book = self.book
        if book is None:
            return
        if self._lies():
            self._desk.settle()
        self._read_all()
        if self._document is not None:
            self._document.contentsChange.disconnect(self._on_contents_changed)
        book.blocks = tuple(book.blocks)
        self.shelf.let_go(book.name)
        self.shelf.on_desk = self._pieces = self._document = None
        self._slip_touched = False
        if not book.safe:
            self.shelf.save(book)
        self.shelf.put_away(book)
        self._tell()

    def end(self, then: Callable[[], None]) -> None:
        """Call ``then`` when the library has everything, or when it cannot be written and the journal has it.

        When neither can be written the text stays on the screen, and ``then`` is not called.
        """
        self._wait(then, strict=False)

    def settle(self, then: Callable[[], None]) -> None:
        """The same for what acts on the text in the library (to submit, to sign); never while it has it not."""
        self._wait(then, strict=True)

    def _wait(self, then: Callable[[], None], *, strict: bool) -> None:
        self._desk.settle()
        self._read_all()
        book = self.book
        if book is None:
            then()
        else:
            self.shelf.wait(book, then, strict=strict)

    def save(self, why: str = "") -> None:
        """Into the library at once; ``why`` keeps a version in the history besides."""
        self._read_all()
        book = self.book
        if book is not None and (why or not book.safe):
            self.shelf.save(book, why)

    def release(self, over: str | None, why: str = "", of: tuple[str, str] | None = None) -> None:
        """A book that was held may go into the library, over its version ``over``.

        Args:
            over: See above; None = over whatever is there, which is kept in the history first.
            why: Why the version is to be kept in the history besides.
            of: Article and variant, None = what lies on the desk.
        """
        book = self.book if of is None else self.shelf.books.get(name_of(*of))
        if book is not None and book.held:
            book.held, book.over = False, book.over if over is None else over
            self._read_all()
            if why or not book.safe:
                self.shelf.save(book, why)

    def finish(self) -> None:
        """The window closes: everything is on the disk when this returns; journals that the library lacks stay."""
        self.leave()
        for name in self.shelf.books:
            self._writer.close(name, remove=False)
        self._writer.end()

    # Something is typed. ---------------------------------------------------------------------------------------------

    def _on_contents_changed(self, position: int, removed: int, added: int) -> None:
        if self._pieces is not None and self._lies():
            self._pieces.touch(position, removed, added)
            self._touched()
            if added - removed >= PASTE:
                book = self.book
                QTimer.singleShot(PASTED, self, lambda: self._on_pasted(book))

    def _on_pasted(self, book: Book | None) -> None:
        if book is not None and book is self.book:
            self.flush()
            self.shelf.save(book, "paste")

    def touched(self, _first: int = 0, _last: int = 0) -> None:
        """Something was written that the document itself may not have told of."""
        if self._pieces is not None and self._lies():
            self._touched()

    def slip_touched(self) -> None:
        """The slip was written on."""
        if self._lies():
            self._slip_touched = True
            self._touched()

    def caret_moved(self) -> None:
        """The caret went elsewhere."""
        if self.book is not None and self.book.begun and not self._caret.isActive():
            self._caret.start()

    def _lies(self) -> bool:
        """Whether the desk shows the article of the book; when not, another one is being laid there."""
        book = self.book
        return book is not None and self._desk.lying() == (book.loaded.article, book.loaded.variant)

    def _touched(self) -> None:
        self._pause.start()
        if not self._deadline.isActive():
            self._deadline.start()
        self._tell()

    def flush(self) -> None:
        """Hand over to the journal what was typed since last time."""
        self._flush(all_of_it=False)

    def _read_all(self) -> None:
        self._flush(all_of_it=True)

    def _flush(self, *, all_of_it: bool) -> None:
        self._pause.stop()
        self._deadline.stop()
        book, pieces = self.book, self._pieces
        if book is None or pieces is None or not self._lies():
            return
        edit = pieces.read_all() if all_of_it else pieces.read()
        slip = self._desk.plain_slip() if self._slip_touched else book.slip
        self._slip_touched = False
        book.blocks = pieces.blocks
        if edit is not None or slip != book.slip:
            changed, book.slip = (None if slip == book.slip else slip), slip
            book.person, book.caret = self._person() or book.person, self.caret_now()
            if book.begun:
                place = (edit.first, edit.gone, edit.blocks) if edit is not None else (0, 0, ())
                self.shelf.change(book, Change(book.serial + 1, *place, changed, book.caret))
            else:
                self.shelf.begin(book)
        self._tell()

    def caret_now(self) -> Caret:
        """Where the caret is, also for the session."""
        pieces = self._pieces
        if pieces is None:
            return Caret()
        anchor, position = self._desk.cursor()
        return Caret(*pieces.unit_at(position), *pieces.unit_at(anchor), *self._desk.place())

    def _note_caret(self) -> None:
        book = self.book
        if book is None or not self._lies() or self.dirty:
            return  # the next change takes it along
        caret = self.caret_now()
        if caret != book.caret and book.begun:
            book.caret = caret
            self._writer.put(book.name, Moved(caret))

    @property
    def dirty(self) -> bool:
        """Whether something was typed that the journal was not handed yet."""
        return self._slip_touched or self._deadline.isActive() or (self._pieces is not None and self._pieces.touched)

    def _on_changed(self, name: str) -> None:
        if self.book is not None and self.book.name == name:
            self._tell()

    def _tell(self) -> None:
        """Say where everything is by now; never more than is true."""
        standing = standing_of(self.book, dirty=self.dirty)
        if standing is not self._standing:
            self._standing = standing
            self.standing_changed.emit(standing)


def _timer(keeper: Keeper, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(keeper)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
