"""The look of converted characters: a tint for plain ones, yellow for words and for what is to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor, QTextCharFormat
from typing_extensions import override

from ui.converting.choosing import ASKED, DONE, TINT, WORD
from ui.review.typeset import Typesetter

if TYPE_CHECKING:
    from ui.theme.look import Look
    from ui.theme.tokens import Tokens

_TINT = 0.42
_FAINT = 0.4


def blend(first: str, second: str, share: float) -> QColor:
    """A color between two; ``share`` of the first."""
    one, other = QColor(first), QColor(second)
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def tint(tokens: Tokens) -> QColor:
    """Ink of plain changes: between that of the text and the accent, since every fifth character has it."""
    return blend(tokens.accent, tokens.body, _TINT)


def faint(tokens: Tokens) -> QColor:
    """Ground of words that the dictionary chose."""
    return blend(tokens.mark, tokens.surface, _FAINT)


class ConvertedTypesetter(Typesetter):
    """Sets lines of one side."""

    def __init__(self, look: Look, variant: str) -> None:
        super().__init__(look, variant)
        self._colors = look.tokens

    @override
    def _change(self, made: QTextCharFormat, change: str, *, done: bool) -> None:
        tokens = self._colors
        if change == TINT:
            made.setForeground(tint(tokens))
        elif change == WORD:
            made.setBackground(QBrush(faint(tokens)))
            made.setForeground(tint(tokens))
        elif change == ASKED:
            made.setBackground(QBrush(QColor(tokens.mark)))
        elif change == DONE:
            made.setBackground(QBrush(QColor(tokens.inserted)))
