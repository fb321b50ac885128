"""What a line of the document is, and under which numbers Qt's formats carry it.

A line is a QTextBlock. A paragraph, a heading, a footnote, a picture or a rule is one line; a quote and a list are
several lines in a row, of which the first carries :data:`START`; a table is a QTextTable, whose cells hold a line each.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextFormat

from editor.markup.blocks import Mark

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextBlockFormat

_USER = QTextFormat.Property.UserProperty.value
KIND, DEPTH, ORDERED, START, LABEL = (_USER + number for number in range(1, 6))
"""Properties of a line: its :class:`Kind`; for items depth and whether numbered; first of its quote or list; label."""
STYLE, MARKS, HREF = (_USER + number for number in range(11, 14))
"""Properties of characters: the :class:`Style` they are set in, bits of their marks, address of their link."""
NOTE, CODE = _USER + 21, _USER + 22
SOURCE, CAPTION, CREDIT, ALT = (_USER + number for number in range(31, 35))
"""Properties of objects: label of a footnote reference, an odd character's code point, the fields of a picture."""
HEADER = _USER + 41
"""Property of a table: whether its first row is a head."""

_OBJECT = QTextFormat.ObjectTypes.UserObject.value
IMAGE_OBJECT, RULE_OBJECT, NOTE_OBJECT, ODD_OBJECT = (_OBJECT + number for number in range(1, 5))
BLOCK_OBJECTS = frozenset({IMAGE_OBJECT, RULE_OBJECT})
OBJECT = "\ufffc"
LINE_BREAK = "\u2028"
INDENTS = " \t\u3000\u00a0"
"""Blanks that some writers put where an indent belongs."""


class Kind(IntEnum):
    """What a line is."""

    PARAGRAPH = 0
    H2 = 1
    H3 = 2
    QUOTE = 3
    ITEM = 4
    IMAGE = 5
    RULE = 6
    FOOTNOTE = 7
    CELL = 8
    GAP = 9
    """The place before, between or after tables, where Qt needs a line and the article has none."""


class Style(IntEnum):
    """How the characters of a line are set."""

    BODY = 0
    H2 = 1
    H3 = 2
    SMALL = 3
    HEAD_CELL = 4


STYLES = {Kind.H2: Style.H2, Kind.H3: Style.H3, Kind.FOOTNOTE: Style.SMALL}
SOLID = frozenset({Kind.IMAGE, Kind.RULE})
"""Kinds whose line holds one object and nothing else."""
HEADINGS = frozenset({Kind.H2, Kind.H3})
KINDS = tuple(Kind)

_BITS = {mark: 1 << number for number, mark in enumerate(Mark)}
_SETS = tuple(frozenset(mark for mark, bit in _BITS.items() if number & bit) for number in range(1 << len(_BITS)))


def bits_of(marks: frozenset[Mark]) -> int:
    """Marks as a number."""
    return sum(_BITS[mark] for mark in marks)


def marks_of(bits: int) -> frozenset[Mark]:
    """The marks of such a number."""
    return _SETS[bits]


def kind_of(block: QTextBlock) -> Kind:
    """What a line is."""
    return KINDS[block.blockFormat().intProperty(KIND)]


def kind_of_format(line: QTextBlockFormat) -> Kind:
    """The same from its format."""
    return KINDS[line.intProperty(KIND)]


def put_text(line: QTextFormat, name: int, text: str) -> None:
    """Store a text in a format; the sign before it is there because Qt drops U+FEFF from the beginning of a text."""
    line.setProperty(name, "=" + text)


def text_in(line: QTextFormat, name: int) -> str | None:
    """A text stored in a format; None when there is none."""
    stored = line.property(name)
    return str(stored)[1:] if stored else None
