"""Initials of the pinyin of common characters, without a table.

The 3,755 characters of GB 2312-1980 level 1 are ordered by pinyin, so the code tells the initial letter (the borders
below are the standard's). Words of menus need no others; a test sees to it.
"""

from __future__ import annotations

from bisect import bisect_right

_BORDERS = (
    (0xB0A1, "a"),
    (0xB0C5, "b"),
    (0xB2C1, "c"),
    (0xB4EE, "d"),
    (0xB6EA, "e"),
    (0xB7A2, "f"),
    (0xB8C1, "g"),
    (0xB9FE, "h"),
    (0xBBF7, "j"),
    (0xBFA6, "k"),
    (0xC0AC, "l"),
    (0xC2E8, "m"),
    (0xC4C3, "n"),
    (0xC5B6, "o"),
    (0xC5BE, "p"),
    (0xC6DA, "q"),
    (0xC8BB, "r"),
    (0xC8F6, "s"),
    (0xCBFA, "t"),
    (0xCDDA, "w"),
    (0xCEF4, "x"),
    (0xD1B9, "y"),
    (0xD4D1, "z"),
)
_STARTS = [start for start, _ in _BORDERS]
_LAST = 0xD7F9
# Read otherwise in our words than where the standard sorts them.
_OTHER = {"重": "c", "长": "c", "调": "d"}


def initial(character: str) -> str:
    """First letter of a character's pinyin, lower case; "" when it cannot be told from the code."""
    if character in _OTHER:
        return _OTHER[character]
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    if not _STARTS[0] <= code <= _LAST:
        return ""
    return _BORDERS[bisect_right(_STARTS, code) - 1][1]


def initials(text: str) -> str:
    """Initials of all characters; letters and figures stand for themselves, the rest is left out."""
    found = []
    for character in text:
        if character.isascii():
            found.append(character.lower() if character.isalnum() else "")
        else:
            found.append(initial(character))
    return "".join(found)
