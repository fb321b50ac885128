"""The costs of stretches that are nearly alike, as all candidates of a place are: what they share is looked up once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from editor.text.lexicon import LONGEST, START, lexicon, triples

_KEPT = 200_000
"""Places that are remembered, about 60 MB."""
_FIRST = 3
_CLASSES = dict.fromkeys((*range(65, 91), *range(97, 123)), "ａ") | dict.fromkeys(map(ord, " \u3000\n\t"), START)
"""Letters and blanks, each kind one, as the table of triples has them."""


@dataclass(slots=True)
class Costs:
    """The same figures as :meth:`editor.text.lexicon.Lexicon.cost`, three to five times as quickly.

    Attributes:
        pairs: By words and triples; else by words alone.
    """

    pairs: bool
    _places: dict[str, tuple[float, tuple[tuple[int, float], ...]]] = field(default_factory=dict)

    def cost(self, text: str, before: str) -> float:
        """Cost of a stretch of folded text behind ``before``, in nats."""
        best = [0.0]
        places = self._places
        for end in range(1, len(text) + 1):
            part = text[end - LONGEST if end > LONGEST else 0 : end]
            # The first characters of a stretch lean on what stands before it.
            known = places.get(part) if end >= _FIRST else self._place(part, before)
            if known is None:
                known = self._remembered(part)
            step, words = known
            least = best[end - 1] + step
            for size, word in words:
                whole = best[end - size] + word
                if whole < least:  # noqa: PLR1730  # the built-in min takes three times as long
                    least = whole
            best.append(least)
        return best[-1]

    def _remembered(self, part: str) -> tuple[float, tuple[tuple[int, float], ...]]:
        if len(self._places) > _KEPT:
            self._places.clear()
        known = self._places[part] = self._place(part, "")
        return known

    def _place(self, part: str, before: str) -> tuple[float, tuple[tuple[int, float], ...]]:
        """What the last character costs, and the words that end with it: how long they are and their cost."""
        table = lexicon()
        seen = START + before + part.translate(_CLASSES)
        step = triples().cost(seen[-3:]) if self.pairs else table.single(part[-1])
        found = []
        for at in range(len(part) - 1):
            word = table.words.get(part[at:])
            if word is not None:
                found.append((len(part) - at, word))
        return step, tuple(found)


@cache
def by_triples() -> Costs:
    """By words and triples."""
    return Costs(pairs=True)


@cache
def by_words() -> Costs:
    """By words alone, a second opinion."""
    return Costs(pairs=False)
