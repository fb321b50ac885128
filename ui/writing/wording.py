"""Motion by words: where the caret goes with Ctrl and an arrow, and what a double click takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor

from editor.text.spans import from_utf16, to_utf16
from ui.writing.segment import word_at

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.writing.segment import Segmenter

Key = QKeySequence.StandardKey
_KEEP, _MOVE = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor
_MOTIONS = {
    Key.MoveToNextWord: (1, _MOVE, False),
    Key.MoveToPreviousWord: (-1, _MOVE, False),
    Key.SelectNextWord: (1, _KEEP, False),
    Key.SelectPreviousWord: (-1, _KEEP, False),
    Key.DeleteEndOfWord: (1, _KEEP, True),
    Key.DeleteStartOfWord: (-1, _KEEP, True),
}


class Wording:
    """Knows words through a segmenter."""

    def __init__(self, words: Segmenter) -> None:
        self.words = words

    def select(self, cursor: QTextCursor) -> None:
        """Select the word at the caret."""
        block = cursor.block()
        text = block.text()
        (offset,) = from_utf16(text, (cursor.positionInBlock(),))
        first, last = to_utf16(text, word_at(self.words(text), offset))
        cursor.setPosition(block.position() + first)
        cursor.setPosition(block.position() + last, _KEEP)

    def handle(self, event: QKeyEvent, cursor: QTextCursor, *, read_only: bool) -> bool:
        """Do what a key does by words; False when it is no such key."""
        for key, (by, mode, deletes) in _MOTIONS.items():
            if not event.matches(key):
                continue
            if deletes and read_only:
                return True
            if not (deletes and cursor.hasSelection()):
                self._move(cursor, by, mode)
            if deletes:
                cursor.removeSelectedText()
            return True
        return False

    def _move(self, cursor: QTextCursor, by: int, mode: QTextCursor.MoveMode) -> None:
        if (by > 0 and cursor.atBlockEnd()) or (by < 0 and cursor.atBlockStart()):
            way = QTextCursor.MoveOperation.NextCharacter if by > 0 else QTextCursor.MoveOperation.PreviousCharacter
            cursor.movePosition(way, mode)
            return
        block = cursor.block()
        text = block.text()
        (offset,) = from_utf16(text, (cursor.positionInBlock(),))
        words = [word for word in self.words(text) if not text[word[0] : word[1]].isspace()]
        if by > 0:
            target = next((start for start, _end in words if start > offset), len(text))
        else:
            target = next((start for start, _end in reversed(words) if start < offset), 0)
        (units,) = to_utf16(text, (target,))
        cursor.setPosition(block.position() + units, mode)
