"""The clipboard: blocks out and in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.markup.blocks import Block, block_text, paragraph, plain
from editor.markup.normal import normalized
from editor.markup.reader import read
from editor.markup.writer import write
from ui.writing.clipboard_html import to_html
from ui.writing.reading import blocks_of, runs_of

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = "application/x-gaotai-markdown"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in.

    Attributes:
        blocks: As they go into the text.
        pictures: Bytes of the pictures among them by their source.
        files: Paths of files that are no pictures.
    """

    blocks: tuple[Block, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    files: tuple[str, ...] = ()


def has_something(source: QMimeData) -> bool:
    """Whether there is something to take."""
    return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls() or source.hasFormat(OWN)


def from_mime(source: QMimeData, *, plainly: bool = False) -> Taken:
    """What a clipboard or a drag holds."""
    if source.hasFormat(OWN) and not plainly:
        return Taken(read(bytes(source.data(OWN).data()).decode()))
    return Taken(plain_blocks(source.text()))


def to_mime(cursor: QTextCursor) -> QMimeData:
    """The selection: as our own text for us, as HTML and as plain text for others."""
    blocks = normalized(selected(cursor))
    made = QMimeData()
    made.setData(OWN, write(blocks).encode())
    made.setHtml(to_html(blocks))
    made.setText("\n".join(block_text(block) for block in blocks) if len(blocks) > 1 else plain_text(cursor))
    return made


def selected(cursor: QTextCursor) -> tuple[Block, ...]:
    """The blocks of a selection, the first and the last as far as they are selected."""
    piece = QTextDocument()
    QTextCursor(piece).insertFragment(cursor.selection())
    return blocks_of(piece)


def plain_text(cursor: QTextCursor) -> str:
    """The characters of a selection, each as it is."""
    block = cursor.document().findBlock(cursor.selectionStart())
    if cursor.selectionEnd() > block.position() + block.length() - 1:
        return "\n".join(block_text(each) for each in selected(cursor))
    return plain(runs_of(block, cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()))


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Lines as paragraphs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(paragraph(line) for line in lines if line.strip())
