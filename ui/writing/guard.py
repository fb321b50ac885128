"""Mends the structure after an edit: nothing is mixed into pictures, every line looks as what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.writing.kinds import BLOCK_OBJECTS, INDENTS, OBJECT, RULE_OBJECT, SOLID, Kind, kind_of
from ui.writing.reading import fragments
from ui.writing.shaping import canonical, misfits, restyle, set_line, style_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from ui.writing.formats import Formats
    from ui.writing.lines import Dirty

_INDENT = re.compile(f"[{INDENTS}]+")


class Guard:
    """Works on the lines of a changed range; what it does belongs to the step of undo before it."""

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        self._document = document
        self.formats = formats
        self._cursor = QTextCursor(document)
        self._open = False
        self._caret = 0

    def mend(self, dirty: Dirty, caret: int) -> int | None:
        """Mend the lines of a range.

        Args:
            dirty: What was changed.
            caret: Where the caret stands.

        Returns:
            Where it belongs now, None when nothing had to be mended or it goes along by itself.
        """
        self._open = False
        self._caret = caret
        self._moved: int | None = None
        end = QTextCursor(self._document)
        end.setPosition(min(dirty.end, self._document.characterCount() - 1))
        block = self._document.findBlock(min(dirty.start, end.position()))
        while block.isValid() and block.position() <= end.position():
            self._mend(block)
            block = block.next()
        if self._open:
            self._cursor.endEditBlock()
        return self._moved

    def _begin(self) -> QTextCursor:
        if not self._open:
            self._cursor = QTextCursor(self._document)
            self._cursor.joinPreviousEditBlock()
            self._open = True
        return self._cursor

    def _mend(self, block: QTextBlock) -> None:
        kind = self._placed(block)
        if OBJECT in block.text() or kind in SOLID:
            kind = self._parted(block, kind)
        if kind is Kind.GAP and (block.length() > 1 or not _beside_table(block)):
            kind = self._become(block, Kind.PARAGRAPH)
        if kind not in SOLID and kind is not Kind.CELL:
            self._absorb(block)
        made = canonical(block, self.formats)
        if made != block.blockFormat():
            set_line(self._begin(), block, made, self.formats)
        if kind not in SOLID and misfits(block, style_of(block)):
            restyle(self._begin(), block, self.formats)

    def _placed(self, block: QTextBlock) -> Kind:
        """Cells are in tables and nothing else is."""
        kind = kind_of(block)
        in_table = QTextCursor(block).currentTable() is not None
        if in_table and kind is not Kind.CELL:
            return self._become(block, Kind.CELL)
        if not in_table and kind is Kind.CELL:
            return self._become(block, Kind.PARAGRAPH)
        return kind

    def _become(self, block: QTextBlock, kind: Kind) -> Kind:
        set_line(self._begin(), block, self.formats.block(kind), self.formats)
        return kind

    def _parted(self, block: QTextBlock, kind: Kind) -> Kind:
        """A picture or a rule stands alone in its line."""
        if kind is Kind.CELL:
            return kind
        here = [(at, made.objectType()) for _, made, at, _ in fragments(block) if made.objectType() in BLOCK_OBJECTS]
        if not here:
            return self._become(block, Kind.PARAGRAPH) if kind in SOLID else kind
        at, object_type = here[0]
        wanted = Kind.RULE if object_type == RULE_OBJECT else Kind.IMAGE
        if block.text() == OBJECT:
            return kind if kind is wanted else self._become(block, wanted)
        cursor = self._begin()
        plain = self.formats.block(Kind.PARAGRAPH)
        if at > block.position():
            self._split(cursor, at)
            if self._caret == at:
                self._moved = at
            set_line(cursor, block, plain if kind in SOLID else block.blockFormat(), self.formats)
            set_line(cursor, block.next(), self.formats.block(wanted), self.formats)
            return kind_of(block)
        self._split(cursor, at + 1)
        set_line(cursor, block, self.formats.block(wanted), self.formats)
        set_line(cursor, block.next(), plain, self.formats)
        return wanted

    @staticmethod
    def _split(cursor: QTextCursor, at: int) -> None:
        cursor.setPosition(at)
        cursor.insertBlock()

    def _absorb(self, block: QTextBlock) -> None:
        """An indent is a property of the line and no characters."""
        text = block.text()
        if not text or text[0] not in INDENTS:
            return
        match = _INDENT.match(text)
        if match is not None:
            cursor = self._begin()
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + match.end(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()


def _beside_table(block: QTextBlock) -> bool:
    near = (block.previous(), block.next())
    return any(each.isValid() and QTextCursor(each).currentTable() is not None for each in near)
