"""The document under the text surface and what looks after it: structure, undo, counts, what comes in and goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit
from typing_extensions import override

from ui.writing.clipboard import to_mime
from ui.writing.composing import Composing
from ui.writing.decor import Decor
from ui.writing.formats import Formats, scale
from ui.writing.glyphs import Glyphs
from ui.writing.guard import Guard
from ui.writing.inserting import insert_at
from ui.writing.keys import Keys
from ui.writing.lines import Lines
from ui.writing.objects import NoPictures, Objects, PictureCache
from ui.writing.overlay import Overlay, has_own_color
from ui.writing.places import Places
from ui.writing.segment import segment
from ui.writing.steps import Steps
from ui.writing.view import View
from ui.writing.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import (
        QAction,
    )
    from PySide6.QtWidgets import QWidget

    from ui.theme.tokens import Tokens
    from ui.theme.type import Reading
    from ui.writing.lines import Dirty
    from ui.writing.objects import Pictures
    from ui.writing.paste.taken import Taken
    from ui.writing.segment import Segmenter

_NOTCH = 120
_SENTENCE_ENDS = "。！？!?…"
Standard = QKeySequence.StandardKey


class TextBase(QTextEdit):
    """Keeps the structure of the text whole and tells what happens to it.

    Signals:
        edited: First and last block (as ``blocks()`` counts them) that an edit touched.
        counts_changed: The new `Counts`.
        caret_moved: The caret stands elsewhere, or the selection is another one.
        link_opened: Address of a link that was clicked with Ctrl.
        files_dropped: Paths of files that are no pictures.
        picture_taken: Source and bytes of a picture that was pasted or dropped; it stands in the text already.
        pasted_with_care: `Taken` with tracked changes or with pictures that the clipboard did not hold; it stands in
            the text already.
        spot_clicked: Layer and key of a mark that was clicked.
        loaded: Another text is shown.
        picture_activated: Position of a picture that was clicked twice.
        zoom_wanted: Steps in or out, by the wheel.
    """

    edited = Signal(int, int)
    counts_changed = Signal(object)
    caret_moved = Signal()
    link_opened = Signal(str)
    files_dropped = Signal(list)
    picture_taken = Signal(str, bytes)
    pasted_with_care = Signal(object)
    picture_activated = Signal(int)
    loaded = Signal()
    spot_clicked = Signal(str, str)
    zoom_wanted = Signal(int)

    def __init__(
        self,
        reading: Reading,
        tokens: Tokens,
        pictures: Pictures | None = None,
        *,
        words: Segmenter = segment,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text of the article"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document = self.document()
        self.reading, self.tokens, self.variant = reading, tokens, "zh-CN"
        self.formats = Formats(reading.leading, indented=reading.indented, px=reading.px)
        self.lines = Lines(document, self)
        self.steps = Steps(document)
        self.places = Places(document, self.lines)
        self.overlay = Overlay(document, self.places, tokens)
        self.pictures = PictureCache(pictures or NoPictures())
        self.objects = Objects(reading, tokens, self.pictures, self)
        self.objects.register(document)
        self.glyphs = Glyphs(reading.font())
        self.decor = Decor(self, reading, tokens, self.glyphs)
        self.wording = Wording(words)
        self.composing = Composing(self.inputMethodEvent)
        self.menu_actions: list[QAction] = []
        self._stepping = False
        self.view = View(self)
        self._keys = Keys(self.formats)
        self._guard = Guard(document, self.formats)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.settle)
        document.contentsChanged.connect(self._settling.start)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.selectionChanged.connect(self.caret_moved)

    def _on_caret_moved(self) -> None:
        if self.decor.focused:  # what stepped back a moment ago may be what is written now
            self.viewport().update()

    def set_type(self) -> None:
        """Set the text in the size and the shapes of letters that are in force; no format changes."""
        font = self.reading.font(variant=self.variant)
        scale(self.document(), self.reading.px)
        self.document().setDefaultFont(font)  # lays everything out anew, so the lengths have to be right before
        self.glyphs.use(font)
        self.view.fit()

    def done(self, cursor: QTextCursor) -> None:
        """An edit was made with a cursor: the caret goes where it ended."""
        self.setTextCursor(cursor)
        self.settle()
        self.ensureCursorVisible()

    def settle(self) -> None:
        """After an edit: mend the structure, tell who listens. While something is composed only the latter."""
        dirty = self.lines.dirty
        if dirty is None:
            return
        if not self.composing.active:
            if (
                not self.document().isRedoAvailable() and not self._stepping
            ):  # what undo brings back was whole when it was left
                self.steps.edited()
                self._mend(dirty)
            dirty = self.lines.taken() or dirty
            self._settling.stop()
        self._tell(dirty)

    def _mend(self, dirty: Dirty) -> None:
        moved = self._guard.mend(dirty, self.textCursor().position())
        if moved is not None:
            cursor = self.textCursor()
            cursor.setPosition(moved)
            self.setTextCursor(cursor)

    def _tell(self, dirty: Dirty) -> None:
        document = self.document()
        end = document.characterCount() - 1
        first = document.findBlock(min(dirty.start, end)).blockNumber()
        last = document.findBlock(min(dirty.end, end)).blockNumber()
        if self.view.colored or has_own_color(document, first, last):
            self.composing.later("view", self.view.refresh)
        self.edited.emit(self.lines.block_of(first), self.lines.block_of(last))
        self.counts_changed.emit(self.lines.counts())

    @override
    def undo(self) -> None:
        """One step back."""
        self._step(self.steps.undo)

    @override
    def redo(self) -> None:
        """One step forward again."""
        self._step(self.steps.redo)

    def _step(self, move: Callable[..., None]) -> None:
        """Undo or redo. The caret goes where the change is; where Qt would put it may lie behind the end."""
        if self.isReadOnly():
            move(text=False)
            return
        self.composing.finish()
        self._stepping = True
        move()
        dirty = self.lines.dirty
        if dirty is not None:
            cursor = self.textCursor()
            cursor.setPosition(min(dirty.end, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self.settle()
        self._stepping = False
        self.ensureCursorVisible()

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:  # a style sheet sets the font of all widgets, and the text with them
            self.document().setDefaultFont(self.reading.font(variant=self.variant))

    def take(self, taken: Taken) -> None:
        """Put in what came by the clipboard or was dropped; one step of undo."""
        if self.isReadOnly():
            return
        for source, data in taken.pictures.items():
            self.picture_taken.emit(source, data)
            self.pictures.forget(source)
        if taken.blocks:
            self.composing.finish()
            cursor = self.textCursor()
            taken = replace(taken, over=(cursor.selectionStart(), cursor.selectionEnd()))
            insert_at(cursor, taken.blocks, self.formats)
            self.done(cursor)
        if taken.tracked or taken.missing:
            self.pasted_with_care.emit(taken)
        if taken.files:
            self.files_dropped.emit(list(taken.files))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return to_mime(self.textCursor())

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        from ui.writing.paste.intake import has_something  # not before the first paint

        return has_something(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        from ui.writing.paste.intake import from_mime

        self.take(from_mime(source))

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing: pictures are objects drawn by us, and no text makes the program read a file or ask a host."""
        return None
