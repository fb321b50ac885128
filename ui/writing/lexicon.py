"""Words as a dictionary knows them, asked for ahead of need; until it answers for a paragraph the light rule holds."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer

from ui.writing.segment import segment, segment_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextCursor

    from ui.writing.base import TextBase

    Answered: TypeAlias = Callable[[Sequence[Sequence[int]]], None]

_REST = 200
_KEPT = 400
_MOST = 24
_LONGEST = 5_000


class Lexicon(QObject):
    """Keeps the borders of words of the paragraphs in view; a `Segmenter` for the editor.

    ``ask`` takes paragraphs and is to call back with the ends of the words of each, in code points.
    """

    def __init__(self, editor: TextBase, ask: Callable[[list[str], Answered], None]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._ask = ask
        self._known: OrderedDict[str, Sequence[int]] = OrderedDict()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look)
        editor.wording.words = self
        editor.caret_moved.connect(self._rest.start)
        editor.loaded.connect(self._rest.start)
        editor.verticalScrollBar().valueChanged.connect(self._rest.start)
        self._rest.start()

    def __call__(self, text: str) -> Sequence[tuple[int, int]]:
        """Words of a paragraph."""
        ends = self._known.get(text)
        return segment(text) if ends is None else segment_with(text, ends)

    def look(self) -> None:
        """Ask for what is in view and not known."""
        wanted = [
            text
            for block in self._in_view()
            if (text := block.text()) and text not in self._known and len(text) <= _LONGEST
        ]
        wanted = list(dict.fromkeys(wanted))[:_MOST]
        if wanted:
            self._ask(wanted, lambda ends: self._take(wanted, ends))

    def _in_view(self) -> Iterator[QTextBlock]:
        """The paragraph of the caret first, then those on the screen."""
        editor = self._editor
        yield editor.textCursor().block()
        rect = editor.viewport().rect()
        block = editor.cursorForPosition(rect.topLeft()).block()
        last: QTextCursor = editor.cursorForPosition(rect.bottomRight())
        while block.isValid() and block.position() <= last.position():
            yield block
            block = block.next()

    def _take(self, texts: Sequence[str], ends: Sequence[Sequence[int]]) -> None:
        for text, each in zip(texts, ends, strict=True):
            self._known[text] = each
            self._known.move_to_end(text)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
