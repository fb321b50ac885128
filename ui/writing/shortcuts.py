"""Signs at the beginning of a line that make it something else: ``## ``, ``### ``, ``> ``, ``- ``, ``1. ``, ``---``.

The signs are typed first and taken away in a step of their own, so that one undo gives them back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from editor.markup.blocks import Rule
from ui.writing.inserting import insert_alone
from ui.writing.kinds import OBJECT, Kind, kind_of
from ui.writing.shaping import set_kind

if TYPE_CHECKING:
    from ui.writing.formats import Formats

_KINDS = {
    "#": (Kind.H2, False),
    "##": (Kind.H2, False),
    "###": (Kind.H3, False),
    ">": (Kind.QUOTE, False),
    "》": (Kind.QUOTE, False),
    "-": (Kind.ITEM, False),
    "*": (Kind.ITEM, False),
    "·": (Kind.ITEM, False),
    "1.": (Kind.ITEM, True),
    "1、": (Kind.ITEM, True),
}
_RULE = re.compile(r"-{3,}|\*{3,}|—{2,}")


def after_blank(cursor: QTextCursor, formats: Formats) -> bool:
    """Look at what stands before a blank that was just typed; whether the line became something else."""
    block = cursor.block()
    if kind_of(block) is not Kind.PARAGRAPH:
        return False
    length = cursor.positionInBlock()
    sign = block.text()[:length].rstrip(" \u3000")
    if length != len(sign) + 1 or sign not in _KINDS:
        return False
    kind, ordered = _KINDS[sign]
    cursor.beginEditBlock()
    cursor.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    set_kind(cursor, kind, formats, ordered=ordered)
    cursor.endEditBlock()
    return True


def at_enter(cursor: QTextCursor, formats: Formats) -> bool:
    """Look at the line in which Enter is pressed; whether it became a rule."""
    block = cursor.block()
    text = block.text()
    if kind_of(block) is not Kind.PARAGRAPH or OBJECT in text or _RULE.fullmatch(text) is None:
        return False
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_alone(cursor, (Rule(),), formats)
    cursor.endEditBlock()
    return True
