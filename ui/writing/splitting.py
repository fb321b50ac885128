"""Where a long paragraph can be parted: behind sentences, never inside a quotation or a parenthesis."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from editor.text.spans import to_utf16
from ui.writing.kinds import LINE_BREAK, START, Kind, kind_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextCursor

LONG = 1_000
"""Characters from which a paragraph is offered to be parted: longer ones are hard to read and slow to lay out."""
_PART = 600
_ENDS = re.compile(rf"(?:[。！？!?]|…+)+[”’」』）)》】\"']*|{LINE_BREAK}")
_PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}


def places(text: str) -> list[int]:
    """Offsets in code points at which to part a paragraph, so that its parts are about equal; [] when none will do.

    A forced line break at a place goes over into the border between two paragraphs.
    """
    wanted = max(2, math.ceil(len(text) / _PART)) - 1
    ends = _sentence_ends(text)
    found: list[int] = []
    for number in range(1, wanted + 1):
        ideal = len(text) * number / (wanted + 1)
        left = [end for end in ends if not found or end > found[-1]]
        if left:
            found.append(min(left, key=lambda end: abs(end - ideal)))
    return found


def _sentence_ends(text: str) -> list[int]:
    """Where sentences end outside of quotations; the end of the text is none."""
    ends = [match.end() for match in _ENDS.finditer(text) if match.end() < len(text)]
    found: list[int] = []
    open_: list[str] = []
    at = 0
    for end in ends:
        for character in text[at:end]:
            if character in _PAIRS:
                open_.append(_PAIRS[character])
            elif open_ and character == open_[-1]:
                open_.pop()
        at = end
        if not open_ and text[end:].strip():
            found.append(end)
    return found


def splittable(block: QTextBlock) -> list[int]:
    """Places at which a line can be parted; [] when it is short, or no paragraph."""
    text = block.text()
    if len(text) <= LONG or kind_of(block) not in {Kind.PARAGRAPH, Kind.QUOTE}:
        return []
    return places(text)


def split(cursor: QTextCursor) -> bool:
    """Part the paragraph of the caret behind sentences, one step of undo; no character changes. False = it was not."""
    block = cursor.block()
    text, found = block.text(), splittable(block)
    if not found:
        return False
    line, start = block.blockFormat(), block.position()
    line.clearProperty(START)
    cursor.beginEditBlock()
    for place, unit in reversed(list(zip(found, to_utf16(text, tuple(found)), strict=True))):
        cursor.setPosition(start + unit)
        if text[place - 1] == LINE_BREAK:
            cursor.deletePreviousChar()
        cursor.insertBlock(line, block.charFormat())
    cursor.endEditBlock()
    return True
