"""The form in which texts and queries are compared: one sign for the forms of a character in all scripts.

台湾, 台灣 and 臺灣 are the same here, as are ＡＢＣ, ABC and abc, é and e. What cannot be seen (variation selectors,
zero-width signs, accents of their own) is left out. Line breaks stay, so that nothing is found across two paragraphs.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import resources

VERSION = "1"
"""Written into the library with the index; another one here makes the index anew."""

_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")


class _Table(dict[int, str]):
    """Folds each character once; `str.translate` asks for those that it does not know."""

    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._of(chr(code))
        return folded

    def _of(self, character: str) -> str:
        if character in _LINE_ENDS:
            return "\n"
        category = unicodedata.category(character)
        if category in _UNSEEN or category == "Cs" or (category == "Cc" and not character.isspace()):
            return ""
        whole = unicodedata.normalize("NFKD", character)
        seen = "".join(part for part in whole if unicodedata.category(part) not in _UNSEEN)
        if len(seen) != 1:  # ligatures, ㈱, ½, Hangul: as they are
            seen = character
        if seen.isspace():
            return " "
        lower = seen.lower()
        seen = lower if len(lower) == 1 else seen
        return self._classes.get(seen, seen)


@cache
def _table() -> _Table:
    classes = {
        member: line[0] for line in resources.text("dictionaries/folding.txt").splitlines() for member in line[1:]
    }
    return _Table(classes)


def folded(text: str) -> str:
    """The text as it is compared; a character becomes one character or none."""
    return text.translate(_table())


def borders(text: str) -> list[int] | None:
    """For each code point border of the folded text the border in the text itself; None = they are the same.

    A character that is left out belongs to the one before it.
    """
    table = _table()
    if len(text.translate(table)) == len(text):
        return None
    kept = [place for place, character in enumerate(text) if table[ord(character)]]
    return [*kept, len(text)]


def spans(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Places of folded words in a text, in its own code points, without overlap, first to last."""
    within = folded(text)
    places = sorted(place for word in words if word for place in _places(within, word))
    merged: list[tuple[int, int]] = []
    for start, end in places:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    back = borders(text) if merged else None
    return merged if back is None else [(back[start], back[end]) for start, end in merged]


def _places(within: str, word: str) -> list[tuple[int, int]]:
    found = []
    place = within.find(word)
    while place >= 0:
        found.append((place, place + len(word)))
        place = within.find(word, place + len(word))
    return found
