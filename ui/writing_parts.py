"""The parts in which a text is written, made together for one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.desktop import Writing
from ui.review.steps import StepBar
from ui.writing.overlay import Spot
from ui.writing.pane import WritingPane

if TYPE_CHECKING:
    from editor.markup.blocks import Block
    from ui.theme.look import Look
    from ui.writing.editor import ArticleEditor


class EditorBody(QObject):
    """The editing widget as the desk uses it (`desk.sheet.Body`)."""

    edited = Signal(int, int)

    def __init__(self, editor: ArticleEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.edited.connect(self.edited)

    def settle(self) -> None:
        """Take in what is half typed, so that `blocks` and `edited` have told everything."""
        self._editor.composing.finish()
        self._editor.settle()

    def show_blocks(self, blocks: tuple[Block, ...], variant: str) -> None:
        """Another text."""
        self._editor.show_blocks(blocks, variant)

    def blocks(self) -> tuple[Block, ...]:
        """The text as it stands."""
        return self._editor.blocks()

    def change_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Become another text in one step that can be undone."""
        self._editor.apply_blocks(blocks)

    def mark(self, kind: str, places: list[tuple[int, int, int, str]]) -> None:
        """Mark places of the text."""
        self._editor.set_spots(kind, [Spot(*place) for place in places])

    def select(self, block: int, start: int, end: int) -> None:
        """Go to a place and select it."""
        found = self._editor.places.positions([(block, start, end)])[0]
        if found is None:
            return
        cursor = self._editor.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], cursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def setReadOnly(self, read_only: bool) -> None:  # noqa: FBT001, N802  (Qt's)
        """Whether it can be typed in."""
        self._editor.setReadOnly(read_only)


def writing_parts(look: Look) -> Writing:
    """The parts for one window."""
    pane = WritingPane(look.reading, look.tokens, look.icon)
    look.changed.connect(lambda: pane.use(look.reading, look.tokens))
    return Writing(pane, pane.editor, EditorBody(pane.editor), pane.toolbar, StepBar(look))
