"""Pictures, tables and lists while header and foot lines are read: no reader of lines may take them for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.intake import chrome, forms
from editor.intake.block_lines import BlockLine
from editor.intake.field_line import read_field_line
from editor.intake.folding import fold
from editor.markup.blocks import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.markup.blocks import Block

_SENTENCE = "此处是一幅图或一张表，读完了还在这里。"


class Held:
    """The lines of a document for the reader of its zones.

    What is no text stands among them as a sentence; above the first and below the last line of the text it is held back
    altogether, so that fields on its other side are found.

    Args:
        lines: All lines.
        titled: Whether the headline is known, so that the first line that is no field is text.

    Attributes:
        lines: The lines to be read.
    """

    def __init__(self, lines: Sequence[BlockLine], *, titled: bool) -> None:
        texts = [index for index, line in enumerate(lines) if _is_text(line) and not _is_field(line)]
        no_title = titled or (texts and forms.ends_sentence(lines[texts[0]]))
        inner = texts if no_title else texts[1:]
        first, last = (inner[0], inner[-1]) if inner else (len(lines), len(lines))
        self._above = [line.block for line in lines[:first] if not _is_text(line)]
        self._below = [line.block for line in lines[last + 1 :] if not _is_text(line)]
        self.lines = [
            line if _is_text(line) else _stand_in(line)
            for index, line in enumerate(lines)
            if _is_text(line) or first <= index <= last
        ]

    def opened(self, body: Sequence[str]) -> list[str]:
        """The lines of the body with what they stand for."""
        return [BlockLine.of(line.block) if isinstance(line, BlockLine) else line for line in body]

    def put_back(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The body with what was held back."""
        return (*self._above, *blocks, *self._below)


def _is_text(line: BlockLine) -> bool:
    return isinstance(line.block, Paragraph | Heading)


def _is_field(line: str) -> bool:
    return read_field_line(line) is not None or chrome.whole_line(line, fold(line)) is not None


def _stand_in(line: BlockLine) -> BlockLine:
    sentence = BlockLine(_SENTENCE)
    sentence.block = line.block
    return sentence
