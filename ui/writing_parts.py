"""The parts in which a text is written, made together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.markup.blocks import block_text, paragraph
from ui.desktop import Writing

if TYPE_CHECKING:
    from editor.markup.blocks import Block
    from ui.theme.look import Look


class PlainBody(QTextEdit):
    """Text without any structure."""

    edited = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.textChanged.connect(lambda: self.edited.emit(0, 0))

    def show_blocks(self, blocks: tuple[Block, ...], _variant: str) -> None:
        """Show a text."""
        self.setPlainText("\n".join(block_text(block) for block in blocks))

    def change_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Another text."""
        self.show_blocks(blocks, "")

    def mark(self, _kind: str, _places: list[tuple[int, int, int, str]]) -> None:
        """No marks here."""

    def select(self, _block: int, _start: int, _end: int) -> None:
        """No places here."""

    def blocks(self) -> tuple[Block, ...]:
        """The text as paragraphs."""
        return tuple(paragraph(line) for line in self.toPlainText().split("\n") if line)


def writing_parts(_look: Look) -> Writing:
    """The parts for one window."""
    body = PlainBody()
    toolbar = QFrame()
    toolbar.setProperty("role", "toolbar")
    toolbar.setFixedHeight(40)
    return Writing(body, body, toolbar, QWidget())
