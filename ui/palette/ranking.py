"""Which entries a query finds, best first. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.palette.initials import initials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOT_FOUND = -1


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the palette offers.

    Attributes:
        name: By which it is known; text: what is shown; english: the same in English.
        hint: Where it stands (its menu); keys: its shortcut as shown.
    """

    name: str
    text: str
    english: str = ""
    hint: str = ""
    keys: str = ""
    icon: str = ""
    enabled: bool = True


def score(entry: Entry, query: str) -> int:
    """How well an entry fits: 0 is best, `NOT_FOUND` not at all. Blanks part the query into words that all must fit."""
    worst = 0
    for word in query.casefold().split():
        fits = [
            place
            for place in (_in_text(entry, word), _in_initials(entry, word), _in_english(entry, word))
            if place >= 0
        ]
        if not fits:
            return NOT_FOUND
        worst = max(worst, min(fits))
    return worst


def _in_text(entry: Entry, word: str) -> int:
    place = entry.text.casefold().find(word)
    return NOT_FOUND if place < 0 else 0 if place == 0 else 2


def _in_initials(entry: Entry, word: str) -> int:
    """The query as pinyin initials: at the beginning, inside, or with characters left out between."""
    found = initials(entry.text)
    place = found.find(word)
    if place == 0:
        return 1
    if place > 0:
        return 4
    rest = iter(found)
    return 6 if len(word) > 1 and word[0] == found[:1] and all(letter in rest for letter in word) else NOT_FOUND


def _in_english(entry: Entry, word: str) -> int:
    words = entry.english.casefold().split()
    if entry.english.casefold().startswith(word):
        return 1
    if any(part.startswith(word) for part in words):
        return 3
    if "".join(part[0] for part in words).startswith(word) and len(word) > 1:
        return 4
    return 7 if len(word) > 2 and word in entry.english.casefold() else NOT_FOUND  # noqa: PLR2004  (two letters are chance)


def ranked(entries: Iterable[Entry], query: str, recent: Sequence[str] = ()) -> list[Entry]:
    """The entries that fit, best first; of those that fit alike what was used last comes first, disabled ones last."""
    order = {name: place for place, name in enumerate(recent)}
    fitting = [(score(entry, query), entry) for entry in entries]
    kept = [(fit, order.get(entry.name, len(order)), entry) for fit, entry in fitting if fit != NOT_FOUND]
    kept.sort(key=lambda item: (not item[2].enabled, item[0], item[1]))
    return [entry for _, _, entry in kept]
