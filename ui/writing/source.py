"""The text as newsroom Markdown, to look at and to write in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget
from typing_extensions import override

from editor.markup.reader import read
from editor.markup.writer import write
from ui.writing.composing import Composing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QResizeEvent, QTextDocument

    from editor.markup.blocks import Block
    from ui.theme.tokens import Tokens
    from ui.theme.type import Reading

_NARROWEST = 24
_SIGN = re.compile(
    r"(?P<head>^#{2,3} .*$)|(?P<quote>^> ?)|(?P<item>^ *(?:[-*+]|\d+\.) )|(?P<rule>^\*{3}$)"
    r"|(?P<strong>\*\*[^*]+\*\*)|(?P<note>\[\^[^\]]+\]:?)|(?P<link>!?\[[^\]]*\]\([^)]*\))|(?P<tag></?\w+>)|(?P<bar>\|)",
)


class Highlighter(QSyntaxHighlighter):
    """Colors the signs of Markdown."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._sign = QTextCharFormat()
        self._sign.setForeground(QColor(tokens.accent))

    def use(self, tokens: Tokens) -> None:
        """Other colors."""
        accent = QColor(tokens.accent)
        if self._sign.foreground().color() != accent:
            self._sign.setForeground(accent)
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        for match in _SIGN.finditer(text):
            made = self._strong if match["head"] or match["strong"] else self._sign
            start = len(text[: match.start()].encode("utf-16-le", "surrogatepass")) // 2
            length = len(match[0].encode("utf-16-le", "surrogatepass")) // 2
            self.setFormat(start, length, made)


class SourceView(QPlainTextEdit):
    """Shows blocks as Markdown and reads them back."""

    def __init__(self, reading: Reading, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Source of the text"))
        self._shown = ""
        self.composing = Composing(self.inputMethodEvent)
        self._highlighter = Highlighter(self.document(), tokens)
        self.use(reading, tokens)

    def use(self, reading: Reading, tokens: Tokens) -> None:
        """Another size or other colors."""
        self._reading = reading
        self._measure = reading.measure
        self.document().setDefaultFont(reading.font(reading.px - 2))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(tokens.body))
        palette.setColor(QPalette.ColorRole.Base, QColor(tokens.surface))
        self.setPalette(palette)
        self._highlighter.use(tokens)

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:
            self.document().setDefaultFont(self._reading.font(self._reading.px - 2))

    @override
    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        super().inputMethodEvent(e)
        self.composing.saw(e)

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() in {QEvent.Type.FocusAboutToChange, QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.composing.finish()
        return super().event(e)

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        self.composing.finish()
        super().mousePressEvent(e)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        side = max(_NARROWEST, (self.width() - self._measure) // 2)
        self.setViewportMargins(side, 12, side, 0)
        super().resizeEvent(e)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show a text."""
        self._shown = write(blocks)
        self.setPlainText(self._shown)

    @property
    def changed(self) -> bool:
        """Whether it was written in."""
        return self.toPlainText() != self._shown

    def blocks(self) -> tuple[Block, ...]:
        """What it says."""
        return read(self.document().toRawText().replace("\u2029", "\n"))
