"""All of a window that keeps what is written, put together: session, recovery, keeper, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.errors import EditorError
from editor.markup.blocks import block_text
from editor.markup.reader import read
from editor.markup.writer import write
from editor.store.journal import State
from editor.store.journal_file import Run, folder_of
from ui.dialogs.recovery import RecoveryLine, ask_before_losing
from ui.keeping import session as sessions
from ui.keeping.copying import copy_text, file_name, write_copy
from ui.keeping.journal_writer import JournalWriter
from ui.keeping.keeper import Keeper
from ui.keeping.on_desk import SheetOnDesk
from ui.keeping.recovering import Recovering
from ui.keeping.recovery import Recovered, Recovery
from ui.keeping.trouble_bar import TroubleBar
from ui.keeping.units import plain_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTextEdit

    from editor.markup.blocks import Block
    from editor.records.articles import Loaded
    from editor.service.messages import Place
    from editor.store.journal import Caret
    from ui.keeping.autosave import Ask
    from ui.keeping.on_desk import SheetLike
    from ui.keeping.session import Session
    from ui.sentences import Sentences
    from ui.theme.look import Look


class ToLay(NamedTuple):
    """What is to be laid on the desk before the core is there: blocks are lossless, where the Markdown is not."""

    loaded: Loaded
    blocks: tuple[Block, ...]
    caret: Caret


class KeepingRoom(QObject):
    """Handed to whoever connects the window.

    At the start: `to_lay` is laid on the desk, then `laid` is called; when the core is there `core_came`. Between, the
    articles change as `Keeper` says. At the end: `close`.

    Signals:
        relay_wanted: The library has another text of what was laid from the session, and nothing was typed: `leave`,
            lay it, and `begin` (`Loaded`).
        take_over_wanted: The desk is to become this text in one step that can be undone; a person chose it (`Loaded`).
        history_wanted: The history of an article (its name) is to be shown.
        recovered: An article that did not lie on the desk went into the library again (`Recovered`).
        told: A sentence for the status bar.
    """

    relay_wanted = Signal(object)
    take_over_wanted = Signal(object)
    history_wanted = Signal(str)
    recovered = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        place: Place,
        ask: Ask,
        sheet: SheetLike,
        body: QTextEdit,
        look: Look,
        sentences: Sentences,
        person: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._body = body
        self._sentences = sentences
        journals = folder_of(place.data, place.library)
        self.session_path = journals / "session.json"
        self.session: Session = sessions.load(self.session_path)
        self._recovery = Recovery(journals)
        self._first, self._source = self._found()
        self._recovering: Recovering | None = None
        self._ended = self._closes = False
        self.desk = SheetOnDesk(sheet, body, self)
        self.writer = JournalWriter(Run(journals), self)
        self.keeper = Keeper(self.desk, self.writer, ask, person, self)
        self.trouble_bar = TroubleBar(look, sentences)
        self.recovery_line = RecoveryLine(look)
        self._connect(sheet)

    def _connect(self, sheet: SheetLike) -> None:
        keeper = self.keeper
        sheet.slip_edited.connect(keeper.slip_touched)
        self.desk.left.connect(keeper.flush)
        self.desk.caret_moved.connect(keeper.caret_moved)
        keeper.shelf.trouble_changed.connect(self.trouble_bar.show_trouble)
        self.trouble_bar.retry_wanted.connect(keeper.shelf.write_again)
        self.trouble_bar.copy_wanted.connect(self.copy_elsewhere)
        self.trouble_bar.text_wanted.connect(self.copy_to_clipboard)
        self.recovery_line.history_wanted.connect(self.history_wanted)
        self.recovery_line.mine_chosen.connect(lambda: keeper.release(None, "recovered"))
        self.recovery_line.library_chosen.connect(self._on_library_chosen)

    # The start. ------------------------------------------------------------------------------------------------------

    def _found(self) -> tuple[ToLay | None, Recovered | None]:
        """What lay on the desk: as a killed program left it, else as the session says."""
        opened = self.session.opened[-1] if self.session.opened else None
        lying = (opened.loaded.article, opened.loaded.variant) if opened is not None else ("", "")
        found = self._recovery.on_desk(*lying)
        if found is not None:
            return ToLay(found.loaded(), found.blocks, found.state.caret), found
        if opened is None:
            return None, None
        source = _from_session(opened.loaded, self.session_path)
        return ToLay(opened.loaded, source.blocks, opened.caret), source

    @property
    def to_lay(self) -> ToLay | None:
        """What is to be laid on the desk first, None for nothing."""
        return self._first

    def laid(self) -> None:
        """It was laid there."""
        first, source = self._first, self._source
        if first is None or source is None:
            return
        self.desk.put_caret(first.caret)
        restored = (lambda: self._recovery.done(source)) if source.path != self.session_path else None
        self.keeper.begin(first.loaded, restored=restored, held=True)
        if source.unsaved:
            self.recovery_line.show_desk(source)

    def core_came(self) -> None:
        """The core can be asked: what was recovered goes into the library, and the desk is compared with it."""
        self._recovering = Recovering(self._recovery, self._ask, self._source, self)
        self._recovering.recovered.connect(self.recovery_line.show_other)
        self._recovering.recovered.connect(lambda found, _aside: self.recovered.emit(found))
        self._recovering.desk_released.connect(self._on_released)
        self._recovering.desk_conflicted.connect(self._on_conflicted)
        self._recovering.begin()

    def _on_released(self, over: str) -> None:
        source = self._source
        if source is not None:
            self.keeper.release(over, "recovered" if source.unsaved else "", of=_names(source))

    def _on_conflicted(self, loaded: Loaded) -> None:
        book = self.keeper.book
        if book is None or not self._still_lies():
            return
        if book.content == 0 and not self.keeper.dirty:
            self.relay_wanted.emit(loaded)
        else:
            self.recovery_line.show_conflict(loaded)

    def _still_lies(self) -> bool:
        return self._source is not None and self.desk.lying() == _names(self._source)

    def _on_library_chosen(self, loaded: Loaded) -> None:
        """What lies there goes into the history first: the library's text is then one step, which can be undone."""
        self.keeper.release(None, "recovered")
        self.keeper.end(lambda: self.take_over_wanted.emit(loaded))

    # A copy elsewhere. -----------------------------------------------------------------------------------------------

    def copy_text(self) -> str:
        """The text on the desk, with its heading."""
        return copy_text(self.desk.plain_slip(), write(self._blocks()))

    def _blocks(self) -> tuple[Block, ...]:
        self.keeper.flush()
        book = self.keeper.book
        return tuple(book.blocks) if book is not None else ()

    def copy_to_clipboard(self) -> None:
        """The same on the clipboard."""
        QApplication.clipboard().setText(self.copy_text())
        self.told.emit(self.tr("The whole text is on the clipboard."))

    def copy_elsewhere(self) -> bool:
        """Ask where to, and write it there; whether it was."""
        first = next((text for block in self._blocks() if (text := block_text(block).strip())), "")
        name = str(Path.home() / file_name(self.desk.plain_slip(), first[:20]))
        chosen, _ = QFileDialog.getSaveFileName(self._body, self.tr("Save a copy elsewhere"), name, "Markdown (*.md)")
        if not chosen:
            return False
        try:
            write_copy(Path(chosen), self.copy_text())
        except EditorError as error:
            self.told.emit(self._sentences.sentence(f"error.{error.code}", error.details))
            return False
        self.told.emit(self.tr("A copy was saved as {file}.").format(file=chosen))
        return True

    # The end. --------------------------------------------------------------------------------------------------------

    def keep_session(self, session: Session) -> None:
        """Remember what the window looks like; written by the thread of the journals."""
        self.session = session
        data = sessions.to_bytes(session)
        self.writer.run(lambda: sessions.save(self.session_path, data))

    def may_close(self) -> bool:
        """Whether the window may close now.

        When the library lacks something it is asked first, and the window closes by itself when it has answered (or
        does not answer soon, and the journal has it); when something would be lost a person is asked.
        """
        self.desk.settle()
        self.keeper.flush()
        book = self.keeper.book
        if book is None or book.safe or self._closes:
            return True
        if not (book.library_failed or book.journal_failed):
            self.keeper.end(self._close_window)
            return False
        return book.journaled or ask_before_losing(self._body.window(), self.copy_elsewhere)

    def _close_window(self) -> None:
        self._closes = True
        self._body.window().close()
        self._closes = False

    def close(self, session: Session) -> None:
        """Everything is on the disk when this returns, also the session."""
        if self._ended:
            return
        self._ended = True
        self.keep_session(session)
        self.keeper.finish()
        self._recovery.end()


def _names(found: Recovered) -> tuple[str, str]:
    return found.state.article, found.state.variant


def _from_session(loaded: Loaded, path: Path) -> Recovered:
    """An article of the session in the form in which recovered ones are compared with the library."""
    blocks = read(loaded.text)
    state = State(
        0,
        loaded.article,
        loaded.variant,
        loaded.name,
        loaded.author,
        loaded.version,
        loaded.revision,
        loaded.slip,
        tuple(map(plain_of, blocks)),
    )
    return Recovered(path, state, blocks, unsaved=False, characters=0, damaged=False)
