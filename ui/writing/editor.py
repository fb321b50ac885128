"""The widget in which an article is written: what the rest of the window asks of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette, QTextCursor

from editor.markup.blocks import Image
from editor.markup.normal import normalized
from editor.text.counting import Counts, count, seconds, spoken
from ui.writing.filling import fill
from ui.writing.formats import Formats
from ui.writing.inserting import insert_alone
from ui.writing.paste.taken import Taken
from ui.writing.reading import blocks_of
from ui.writing.replacing import apply
from ui.writing.segment import segment
from ui.writing.shaping import set_anew
from ui.writing.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from editor.markup.blocks import Block
    from ui.theme.tokens import Tokens
    from ui.theme.type import Reading
    from ui.writing.objects import Pictures
    from ui.writing.overlay import Spot
    from ui.writing.segment import Segmenter


class ArticleEditor(Surface):
    """Text of the newsroom schema, as it will be read. Blocks are counted as ``blocks()`` gives them."""

    def __init__(
        self,
        reading: Reading,
        tokens: Tokens,
        pictures: Pictures | None = None,
        *,
        words: Segmenter = segment,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(reading, tokens, pictures, words=words, parent=parent)
        self.objects.no_caption = self.tr("No caption yet")
        self.objects.not_here = self.tr("The picture is not here")
        self.decor.placeholder = self.tr("Write here, or paste a text")
        self.use(tokens)
        self.set_type()
        self.show_blocks(())

    def show_blocks(self, blocks: Sequence[Block], variant: str = "zh-CN") -> None:
        """Another text; nothing of it can be undone, the caret stands at its beginning."""
        self.composing.finish()
        if variant != self.variant:
            self.variant = variant
            self.set_type()
        self.overlay.clear()
        with self.lines.loading():
            fill(self.document(), blocks, self.formats)
        self.steps.forget()
        self._settling.stop()
        self.setTextCursor(QTextCursor(self.document()))
        self.view.refresh()
        self.counts_changed.emit(self.lines.counts())
        self.loaded.emit()

    def blocks(self) -> tuple[Block, ...]:
        """The text as it stands, in normal form; what is still being composed is not in it."""
        return normalized(blocks_of(self.document()))

    def some_blocks(self, first: int, last: int) -> tuple[Block, ...]:
        """The blocks with the indexes ``first`` to ``last``, as they stand (blanks at their ends included)."""
        places = self.lines.blocks()[first : last + 1]
        return blocks_of(self.document(), places[0][0], places[-1][1]) if places else ()

    def apply_blocks(self, blocks: Sequence[Block], *, join: bool = False) -> None:
        """Make the text another one by as few edits as possible: one step of undo; caret and view stay.

        While something is being composed this waits, and what is written meanwhile is kept. With ``join`` it belongs to
        the step before it.
        """
        base = self.blocks() if self.composing.active else None
        self.composing.later("apply", lambda: self._apply(tuple(blocks), base, join=join))

    def _apply(self, blocks: tuple[Block, ...], base: tuple[Block, ...] | None, *, join: bool) -> None:
        scrolled = self.verticalScrollBar().value()
        apply(self.document(), blocks, self.formats, base, join=join)
        self.settle()
        self.verticalScrollBar().setValue(scrolled)
        self.view.refresh()

    def insert_blocks(self, blocks: Sequence[Block]) -> None:
        """Put blocks in the place of the selection; one step of undo."""
        self.take(Taken(tuple(blocks)))

    def insert_alone(self, *blocks: Block) -> None:
        """Put blocks (a picture, a rule, a table) into lines of their own after the caret; one step of undo."""
        if self.isReadOnly():
            return
        self.composing.finish()
        cursor = self.textCursor()
        insert_alone(cursor, blocks, self.formats)
        self.done(cursor)

    def insert_picture(self, data: bytes, caption: str = "", alt: str = "") -> str:
        """Insert a picture; `picture_taken` hands its bytes to who keeps them. Gives its source."""
        source = "asset:" + hashlib.sha256(data).hexdigest()
        self.picture_taken.emit(source, data)
        self.pictures.forget(source)
        self.insert_alone(Image(source, caption, "", alt))
        return source

    def picture_arrived(self, source: str) -> None:
        """The bytes of a picture can be had now."""
        self.pictures.forget(source)
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
        self.viewport().update()

    def counts(self) -> Counts:
        """Counts of the whole text."""
        return self.lines.counts()

    def selection_counts(self) -> Counts:
        """Counts of what is selected."""
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        parts = [part for part in text.split("\n") if part.strip()]
        return Counts(count(text), len(parts), seconds(spoken(text)))

    def caret(self) -> tuple[int, int]:
        """Where the caret stands: block and code point in its text."""
        return self.places.place(self.textCursor().position())

    def go_to(self, block: int, start: int, end: int | None = None) -> None:
        """Select a place, or put the caret there, and bring it into view."""
        first = self.places.position(block, start)
        last = first if end is None else self.places.position(block, end)
        if first is not None and last is not None:
            self.view.show(first, last)

    def set_spots(self, layer: str, spots: Iterable[Spot]) -> None:
        """Replace the marks of a layer (findings, hits, remarks); they go along with the text."""
        self.overlay.set_spots(layer, spots)
        self.view.refresh()

    def use(self, tokens: Tokens) -> None:
        """Other colors; no format and no step of undo changes."""
        self.tokens = self.objects.tokens = self.decor.tokens = tokens
        self.overlay.use(tokens)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, tokens.body)
        palette.setColor(QPalette.ColorRole.Base, tokens.surface)
        self.setPalette(palette)
        self.view.refresh()
        self.viewport().update()

    def read_with(self, reading: Reading) -> None:
        """Another size, leading or indent; no step of undo."""
        if reading == self.reading:
            return
        self.reading = self.objects.reading = self.decor.reading = reading
        made = Formats(reading.leading, indented=reading.indented, px=reading.px)
        self.formats = self._keys.formats = self._guard.formats = made
        self.composing.later("size", self._set_anew)

    def _set_anew(self) -> None:
        with self.lines.quiet():
            self.steps.change_look(lambda: set_anew(self.document(), self.formats))
        self.set_type()
        self.view.refresh()

    def focus_on_line(self, *, on: bool) -> None:
        """Focus mode: everything but the paragraph of the caret steps back."""
        self.decor.focused = on
        self.viewport().update()
