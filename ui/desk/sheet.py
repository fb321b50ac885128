"""The article on the desk: opened, written on, kept, closed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from editor.article import Slip, slip_from_plain, slip_to_plain
from editor.markup.reader import read
from editor.markup.writer import write
from ui.desk.slip_history import SlipHistory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import SignalInstance

    from editor.markup.blocks import Block
    from editor.records.articles import Loaded
    from ui.desk.pane import DeskPane


class Body(Protocol):
    """What the desk needs of the widget in which the text is written."""

    edited: SignalInstance

    def show_blocks(self, blocks: tuple[Block, ...], variant: str) -> None:
        """Another text; nothing of it can be undone."""

    def blocks(self) -> tuple[Block, ...]:
        """The text as it stands."""

    def settle(self) -> None:
        """Take in what is half typed; `edited` has been emitted for everything then."""

    def change_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Become another text by the fewest edits, in one step that can be undone; the caret stays where it was."""

    def mark(self, kind: str, places: list[tuple[int, int, int, str]]) -> None:
        """Mark places (block, code points from and to, what for) of one kind; they replace the ones before."""

    def select(self, block: int, start: int, end: int) -> None:
        """Go to a place, select it and show it."""

    def setReadOnly(self, read_only: bool) -> None:  # noqa: FBT001, N802  (Qt's)
        """Whether it can be typed in."""


class Sheet(QObject):
    """Knows which article lies on the desk and what it says now."""

    opened = Signal(object)
    closed = Signal()
    edited = Signal()
    slip_edited = Signal()

    def __init__(self, pane: DeskPane, body: Body, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._body = body
        self._slip = Slip()
        self.article: Loaded | None = None
        self._showing = False
        self.history = SlipHistory(self.slip, self._put_fields, self)
        pane.heading.edited.connect(self._on_slip_edited)
        pane.slip.edited.connect(self._on_slip_edited)
        pane.heading.field_left.connect(self.history.note)
        pane.slip.left.connect(self.history.note)
        body.edited.connect(self._on_body_edited)

    def lay(self, opened: Loaded, *, read_only: bool = False, blocks: tuple[Block, ...] | None = None) -> None:
        """Lay an article on the desk; ``blocks`` are its text where they are known already."""
        self.article = opened
        self._slip = slip_from_plain(opened.slip)
        self._showing = True
        self._pane.heading.show_slip(self._slip, opened.variant)
        self._pane.slip.show_slip(self._slip)
        self._body.show_blocks(read(opened.text) if blocks is None else blocks, opened.variant)
        self._showing = False
        self.history.begin()
        self.read_only(read_only=read_only)
        self._pane.show_article(shown=True)
        self.opened.emit(opened)

    def read_only(self, *, read_only: bool) -> None:
        """Whether it can be written on; the text of 转载 and 通稿 cannot, whatever is said here."""
        locked = read_only or (self.article is not None and self.article.locked)
        self._body.setReadOnly(locked)
        self._pane.heading.read_only(read_only=read_only)
        self._pane.slip.read_only(read_only=read_only)

    def become(self, loaded: Loaded) -> None:
        """Become another text of the same article, in one step that can be undone."""
        self.article = loaded
        self.put_back(loaded.slip, loaded.text)

    def put_back(self, slip: Mapping[str, Any], text: str) -> None:
        """Become what a version says; the 稿号 stays."""
        self.history.note()
        before = self.history.steps()
        self._put(dataclasses.replace(slip_from_plain(slip), number=self._slip.number))
        self._body.change_blocks(read(text))
        self.history.note(before)

    def settle(self) -> None:
        """Take in what is half typed (an input method's unfinished characters too)."""
        self._body.settle()
        self.history.note()

    def clear(self) -> None:
        """Nothing lies on the desk."""
        self.article = None
        self._pane.show_article(shown=False)
        self.closed.emit()

    def slip(self) -> Slip:
        """The slip as it stands."""
        return self._pane.heading.onto(self._pane.slip.slip())

    def plain_slip(self) -> Mapping[str, Any]:
        """The same as plain data."""
        return slip_to_plain(self.slip())

    def blocks(self) -> tuple[Block, ...]:
        """The text as it stands."""
        return self._body.blocks()

    def text(self) -> str:
        """The text as newsroom Markdown."""
        return write(self._body.blocks())

    def as_asked(self) -> dict[str, Any]:
        """What questions about the text as it stands here tell of it: name, variant, slip and text.

        Empty when nothing lies on the desk.
        """
        if self.article is None:
            return {}
        variant = self.article.variant
        return {"name": self.article.name, "variant": variant, "slip": self.plain_slip(), "text": self.text()}

    def change(self, blocks: tuple[Block, ...], slip: Slip) -> None:
        """Become another text with another slip; both are one step that can be undone."""
        self.history.note()
        before = self.history.steps()
        if slip != self.slip():
            self._put(slip)
        if blocks != self.blocks():
            self._body.change_blocks(blocks)
        self.history.note(before)

    def change_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Become another text in one step that can be undone."""
        self.history.note()
        self._body.change_blocks(blocks)

    def mark(self, kind: str, places: list[tuple[int, int, int, str]]) -> None:
        """Mark places of the text: block, code points from and to, what for."""
        self._body.mark(kind, places)

    def select(self, block: int, start: int, end: int) -> None:
        """Go to a place of the text."""
        self._body.select(block, start, end)

    def show_slip(self, slip: Slip) -> None:
        """Another slip for the same article (a field completed, a history version); one step that can be undone."""
        self.history.note()
        self._put(slip)
        self.history.note()

    def _put_fields(self, values: Mapping[str, Any]) -> None:
        self._put(dataclasses.replace(self.slip(), **values))

    def _put(self, slip: Slip) -> None:
        self._slip = slip
        variant = self.article.variant if self.article is not None else "zh-CN"
        self._pane.heading.show_slip(slip, variant)
        self._pane.slip.show_slip(slip)
        self._on_slip_edited()

    def _on_slip_edited(self) -> None:
        if not self._showing:
            self.slip_edited.emit()
            self.edited.emit()

    def _on_body_edited(self, *_range: int) -> None:
        if not self._showing:
            self.edited.emit()
