"""A selection for the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.markup.blocks import Block, block_text, plain
from editor.markup.normal import normalized
from editor.markup.writer import write
from ui.writing.clipboard_html import to_html
from ui.writing.paste.taken import OWN
from ui.writing.reading import blocks_of, runs_of


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
