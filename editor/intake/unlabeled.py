"""What stands outside labels, dates and chrome of a header or foot line: a byline, a medium, a short rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from editor.article import Credit
from editor.intake import bylines, chrome
from editor.intake.folding import fold
from editor.intake.names import is_organization, is_person, split_names

EDGE = " \t\u3000\u00a0\u2002\u2003\u2005\u2009\u202f|｜丨/／·•,，;；、()（）[]【】〔〕-—:：■◆●□◎○★☆▲△◇▌◤◢►▶"
SENTENCE = re.compile(r"[。！？!?；]")
_PARTS = re.compile(r" {2,}|\|| [/·•－-] |;")
_OTHER_LABEL = re.compile(r"[一-鿿]{2,6} ?:[^:]{1,24}")
_REST_LENGTH = 8
_MOST_TOKENS = 12


@dataclass(slots=True)
class Plain:
    """What such a piece says.

    Attributes:
        sources: Names of media and bodies.
        people: Names, with roles where a byline names them.
        byline: Whether a role was named.
        rest: Characters that were not understood but are short enough to go.
    """

    sources: list[str] = field(default_factory=list)
    people: list[Credit] = field(default_factory=list)
    byline: bool = False
    rest: list[str] = field(default_factory=list)

    def add(self, other: Plain) -> None:
        """Put what another piece says behind this."""
        self.sources += other.sources
        self.people += other.people
        self.byline = self.byline or other.byline
        self.rest += other.rest


def read_unlabeled(text: str, *, dated: bool, labeled: bool) -> Plain | None:
    """What a piece says, None when it is not understood.

    Args:
        text: The piece as printed.
        dated: Whether the line has a date; then names alone are people, and bodies alone sources.
        labeled: Whether the line has labels; then, with a date, a short rest may go.
    """
    text = text.strip(EDGE)
    if not text:
        return Plain()
    if whole := _byline(text):
        return whole
    found = Plain()
    for part in _PARTS.split(_plain_blanks(text)):
        read = _part(part.strip(EDGE), dated=dated, labeled=labeled)
        if read is None:
            return None
        found.add(read)
    return found


def _part(part: str, *, dated: bool, labeled: bool) -> Plain | None:
    if not part:
        return Plain()
    found = _tokens(part, dated=dated)
    if found is None and labeled and dated and not SENTENCE.search(part):
        fits = len(part) <= _REST_LENGTH or bool(_OTHER_LABEL.fullmatch(fold(part)))
        found = Plain(rest=[part]) if fits else None
    return found


def _tokens(part: str, *, dated: bool) -> Plain | None:
    """A part as one thing, or as a row of things with blanks between: 聯合報　記者張念慈／新竹報導."""
    if found := _byline(part) or _known(part, dated=dated):
        return found
    tokens = part.split()
    for count in range(min(len(tokens) - 1, _MOST_TOKENS), 0, -1):
        first = " ".join(tokens[:count])
        if (left := _byline(first) or _known(first, dated=dated)) is None:
            continue
        right = _tokens(" ".join(tokens[count:]), dated=dated)
        if right is not None:
            left.add(right)
            return left
    return None


def _byline(text: str) -> Plain | None:
    found = bylines.bare(text)
    if not found:
        return None
    words = bylines.closing_words(text)
    return Plain(people=found, byline=True, rest=[words] if words else [])


def _known(part: str, *, dated: bool) -> Plain | None:
    """The name of a medium; on a line with a date also another body, or people."""
    names = (split_names(part) or ()) if dated else ()
    if names and all(map(is_person, names)) and not chrome.is_site_name(part):
        return Plain(people=list(map(Credit, names)))
    if chrome.is_site_name(part) or (dated and is_organization(part)):
        return Plain(sources=[part])
    return None


def _plain_blanks(text: str) -> str:
    """Tabs and wide blanks as plain ones, the rest as printed."""
    return text.translate({0x3000: " ", 0xA0: " ", 9: " ", 0xFF5C: "|"})
