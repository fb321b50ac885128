"""Passages set in two columns: which are set, how high they are, what is said above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.markup.blocks import Image
from ui.converting import lines
from ui.converting.typeset import ConvertedTypesetter
from ui.review import words
from ui.review.heights import Heights
from ui.review.typeset import boxes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF

    from ui.converting.choosing import Choosing
    from ui.review.typeset import SetLine
    from ui.theme.look import Look

LABEL_PX = 12
_KEEP = 240  # set passages that are kept, so that a long text does not stay in memory


@dataclass(slots=True)
class Row:
    """One passage, set in both columns; ``label`` is the height of what is said above it."""

    sides: tuple[list[SetLine], list[SetLine]]
    height: float
    label: float

    def boxes(self, question: int) -> tuple[list[QRectF], list[QRectF]]:
        """Where a question stands in both columns, from their upper left corners."""
        return boxes(self.sides[0], question), boxes(self.sides[1], question)


class Rows:
    """A proposal in columns of one width; passages are set when they are asked for."""

    def __init__(self, look: Look, choosing: Choosing, width: float) -> None:
        self.choosing = choosing
        self._look = look
        self._width = width
        self._set: dict[int, Row] = {}
        proposal = choosing.proposal
        self.setters = (ConvertedTypesetter(look, proposal.variant), ConvertedTypesetter(look, proposal.target))
        self.heights = Heights(self.setters[0].guess(lines.length(one), width) for one in proposal.passages)

    def __len__(self) -> int:
        return len(self._set)

    def row(self, number: int) -> Row:
        """A passage, set; its true height is noted."""
        if number in self._set:
            return self._set[number]
        if len(self._set) > _KEEP:
            for other in list(self._set)[: _KEEP // 2]:
                del self._set[other]
        passage = self.choosing.passage(number)
        label = float(self._look.px(LABEL_PX) + 8) if self.label(number) else 0.0
        sides: list[list[SetLine]] = []
        bottom = label
        for result, setter in zip((False, True), self.setters, strict=True):
            strips = lines.lines(passage, self.choosing.marks(number, result=result), result=result)
            made, end = setter.set_lines(strips, self._width, label)
            sides.append(made)
            bottom = max(bottom, end)
        row = Row((sides[0], sides[1]), bottom + self.setters[0].gap, label)
        self._set[number] = row
        self.heights.measured(number, row.height)
        return row

    def forget(self, numbers: Iterable[int]) -> None:
        """These passages look different now."""
        for number in numbers:
            self._set.pop(number, None)

    def in_sight(self, top: float, height: float) -> range:
        """Passages between two heights."""
        if not len(self.heights):
            return range(0)
        return range(self.heights.at(top), self.heights.at(top + height) + 1)

    def label(self, number: int) -> str:
        """What is said above a passage: which field it is, that it is a picture, that it stays as it is."""
        translate = QCoreApplication.translate
        passage = self.choosing.passage(number)
        again = number > 0 and self.choosing.passage(number - 1).field == passage.field
        told = passage.field and passage.field != lines.HEADLINE and not again
        named = words.field_word(passage.field) if told else ""
        picture = translate("Convert", "Picture") if isinstance(passage.source, Image) else ""
        by_hand = translate("Convert", "mended by hand, stays as it is") if passage.kept else ""
        return " · ".join(part for part in (named, picture, by_hand) if part)
