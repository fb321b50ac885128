"""Marks over the text: findings, hits of a search, remarks, links. Not in the file, not in undo; visible lines only."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.markup.blocks import Mark
from ui.writing.kinds import HREF, MARKS, bits_of, text_in
from ui.writing.reading import fragments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from ui.theme.tokens import Tokens
    from ui.writing.places import Places

_WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
_DASHES = QTextCharFormat.UnderlineStyle.DashUnderline
_DOTS = QTextCharFormat.UnderlineStyle.DotLine
_EMPHASIS = bits_of(frozenset({Mark.EMPHASIS}))


class Spot(NamedTuple):
    """A mark that is asked for.

    Attributes:
        block: Index of the block in the article; start, end: code points in its text.
        kind: ``error``, ``warning``, ``info``, ``hit``, ``hit_now``, ``remark``, ``inserted``, ``deleted``.
        key: What the asker knows it by.
    """

    block: int
    start: int
    end: int
    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    cursor: QTextCursor  # goes along with the text
    kind: str
    key: str


class Overlay:
    """Holds the marks of one document in layers; ranges go along with the text until they are replaced."""

    def __init__(self, document: QTextDocument, places: Places, tokens: Tokens) -> None:
        self._document = document
        self._places = places
        self._layers: dict[str, list[_Kept]] = {}
        self._formats: dict[str, QTextCharFormat] = {}
        self.own_color = False
        self.use(tokens)

    def use(self, tokens: Tokens) -> None:
        """Other colors."""
        self._formats = {
            "error": _underlined(tokens.danger, _WAVE),
            "warning": _underlined(tokens.amber.ink, _WAVE),
            "info": _underlined(tokens.accent, _DOTS),
            "hit": _grounded(tokens.mark),
            "hit_now": _grounded(tokens.mark_now),
            "remark": _underlined(tokens.violet.ink, _DASHES),
            "inserted": _grounded(tokens.inserted),
            "deleted": _grounded(tokens.deleted),
            "link": _colored(tokens.accent),
            "emphasis": _underlined(tokens.accent, _DOTS),
        }

    def set_spots(self, layer: str, spots: Iterable[Spot]) -> None:
        """Replace the marks of a layer."""
        asked = sorted(spots)
        ranges = self._places.positions([(spot.block, spot.start, spot.end) for spot in asked])
        self._layers[layer] = [
            _Kept(self._cursor(*place), spot.kind, spot.key)
            for spot, place in zip(asked, ranges, strict=True)
            if place is not None and place[0] < place[1]
        ]

    def set_ranges(self, layer: str, ranges: Sequence[tuple[int, int, str]]) -> None:
        """Replace the marks of a layer by positions in the document: start, end, kind."""
        self._layers[layer] = [_Kept(self._cursor(start, end), kind, "") for start, end, kind in ranges]

    def clear(self) -> None:
        """Take all marks away."""
        self._layers.clear()

    def keys_at(self, layer: str, position: int) -> list[str]:
        """Keys of the marks of a layer that hold a position."""
        return [
            kept.key
            for kept in self._layers.get(layer, ())
            if kept.cursor.selectionStart() <= position <= kept.cursor.selectionEnd()
        ]

    def marks_at(self, position: int) -> list[tuple[str, str]]:
        """Layer and key of the marks that hold a position and have a key."""
        return [(layer, key) for layer in self._layers for key in self.keys_at(layer, position) if key]

    def range_of(self, layer: str, key: str) -> tuple[int, int] | None:
        """Where a mark stands now."""
        for kept in self._layers.get(layer, ()):
            if kept.key == key:
                return kept.cursor.selectionStart(), kept.cursor.selectionEnd()
        return None

    def selections(self, first: int, last: int) -> list[QTextEdit.ExtraSelection]:
        """What Qt is to lay over the positions from first to last."""
        found = [self._selection(cursor, kind) for cursor, kind in self._from_text(first, last)]
        self.own_color = bool(found)
        for layer in sorted(self._layers):
            kept = self._layers[layer]
            start = bisect_left(kept, first, key=_end_of)
            for each in kept[start:]:
                if each.cursor.selectionStart() > last:
                    break
                if each.cursor.hasSelection():
                    found.append(self._selection(each.cursor, each.kind))
        return found

    def _from_text(self, first: int, last: int) -> Iterator[tuple[QTextCursor, str]]:
        """Links and emphasis, whose color is no part of the text."""
        block = self._document.findBlock(first)
        while block.isValid() and block.position() <= last:
            for _text, made, at, length in fragments(block):
                href = text_in(made, HREF)
                if href is not None or made.intProperty(MARKS) & _EMPHASIS:
                    yield self._cursor(at, at + length), "emphasis" if href is None else "link"
            block = block.next()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)  # what is typed behind a mark is not marked
        return cursor

    def _selection(self, cursor: QTextCursor, kind: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor
        made.format = self._formats[kind]
        return made


def has_own_color(document: QTextDocument, first: int, last: int) -> bool:
    """Whether lines hold links or emphasis."""
    block = document.findBlockByNumber(first)
    while block.isValid() and block.blockNumber() <= last:
        for _, made, _, _ in fragments(block):
            if made.hasProperty(HREF) or made.intProperty(MARKS) & _EMPHASIS:
                return True
        block = block.next()
    return False


def _end_of(kept: _Kept) -> int:
    return kept.cursor.selectionEnd()


def _underlined(color: str, style: QTextCharFormat.UnderlineStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(style)
    made.setUnderlineColor(QColor(color))
    return made


def _grounded(color: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor(color))
    return made


def _colored(color: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(color))
    made.setFontUnderline(True)
    made.setUnderlineColor(QColor(color))
    return made
