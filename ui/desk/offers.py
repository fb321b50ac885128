"""What a field of the slip offers while somebody types: which word is meant, and what may stand in its place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ui.palette.initials import initials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.records.words import Known, Word

MOST = 40
SEPARATORS = " \t\u3000\u00a0、，,;；|｜:："
_NOT = 99


class Offer(NamedTuple):
    """Something that may be written in the place of what is typed.

    Attributes:
        text: What is written.
        shown: What the list shows; hint: what it says beside it.
        found_by: By what else it is found: the same in the other script, a code.
    """

    text: str
    shown: str
    hint: str = ""
    found_by: tuple[str, ...] = ()


class Token(NamedTuple):
    """The word at the caret: its place in the field, and what stands before the caret of it."""

    start: int
    end: int
    typed: str


def token_at(text: str, caret: int, *, whole: bool) -> Token:
    """The word at the caret; ``whole``: the field is one word."""
    if whole:
        return Token(0, len(text), text[:caret].strip())
    start = end = caret
    while start > 0 and text[start - 1] not in SEPARATORS:
        start -= 1
    while end < len(text) and text[end] not in SEPARATORS:
        end += 1
    return Token(start, end, text[start:caret])


def words_beside(text: str, token: Token) -> tuple[list[str], list[str]]:
    """The words before and behind the one at the caret."""
    blanks = str.maketrans(dict.fromkeys(SEPARATORS, " "))
    return text[: token.start].translate(blanks).split(), text[token.end :].translate(blanks).split()


def of_field(words: Iterable[Word], text: str, token: Token) -> list[Offer]:
    """Words that the field does not have yet."""
    before, behind = words_beside(text, token)
    there = {*before, *behind}
    return [Offer(word.text, word.text, "", (word.other,)) for word in words if word.text not in there]


def of_byline(known: Known, text: str, token: Token, roles: Iterable[str]) -> list[Offer]:
    """Names, each with the role that it had last where another one stands before the caret; and words of roles.

    ``roles`` are words after which names are known to stand, besides those that are offered.
    """
    before, behind = words_beside(text, token)
    there, ends = {*before, *behind}, {*known.roles, *roles}
    role = next((word for word in reversed(before) if word in ends), "")
    offers = [
        Offer(
            f"{name.role} {name.text}" if name.role not in ("", role) else name.text,
            name.text,
            name.role,
            (name.other,),
        )
        for name in known.names
        if name.text not in there
    ]
    return offers + [Offer(word, word) for word in known.roles if word != role]


def fitting(offers: Iterable[Offer], typed: str, most: int = MOST) -> list[Offer]:
    """The offers that fit what is typed, best first: its beginning, its pinyin initials, its middle."""
    query = typed.strip().casefold()
    if not query:
        return list(offers)[:most]
    scored = [(_score(offer, query), place, offer) for place, offer in enumerate(offers)]
    kept = sorted(item for item in scored if item[0] != _NOT)
    return [offer for _score_, _place, offer in kept if offer.text != typed][:most]


def _score(offer: Offer, query: str) -> int:
    return min(_fits(text, query) for text in (offer.shown, *offer.found_by))


def _fits(text: str, query: str) -> int:
    folded = text.casefold()
    if folded.startswith(query):
        return 0
    if query.isascii():
        letters = _initials(text)
        if letters.startswith(query):
            return 1
        if len(query) > 1 and query in letters:
            return 3
    return 2 if query in folded else _NOT


@lru_cache(maxsize=8192)
def _initials(text: str) -> str:
    return initials(text) if not text.isascii() else ""


def replaced(text: str, token: Token, offer: Offer, *, whole: bool) -> tuple[str, int]:
    """The field with an offer in the place of the word at the caret, and where the caret is then.

    In a field of several words a blank follows, so that the next one can be typed.
    """
    if whole:
        return offer.text, len(offer.text)
    behind = text[token.end :]
    if not behind:
        behind = " "
        caret = token.start + len(offer.text) + 1
    else:
        caret = token.start + len(offer.text)
    return f"{text[: token.start]}{offer.text}{behind}", caret


def choices(pairs: Sequence[tuple[str, str]]) -> list[Offer]:
    """A fixed list: codes with their words."""
    return [Offer(word, word, "", (code,)) for code, word in pairs]
