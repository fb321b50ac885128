"""Code point offsets ⇄ UTF-16 offsets: Python counts code points, Qt counts UTF-16 code units."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BMP_END = 0xFFFF


def _is_plain(text: str) -> bool:
    """Whether every character is one UTF-16 unit, so that both countings agree."""
    return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


def _borders(text: str) -> list[int]:
    """UTF-16 offset of every code point border, the end of the text included."""
    return list(accumulate((2 if ord(character) > _BMP_END else 1 for character in text), initial=0))


def utf16_length(text: str) -> int:
    """Number of UTF-16 code units; a lone surrogate counts as one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, offsets: Iterable[int]) -> list[int]:
    """UTF-16 offsets of code point offsets, in the order given; time linear in the text.

    Raises:
        IndexError: An offset lies outside the text.
    """
    wanted = list(offsets)
    _check(wanted, len(text))
    if _is_plain(text):
        return wanted
    borders = _borders(text)
    return [borders[offset] for offset in wanted]


def from_utf16(text: str, offsets: Iterable[int]) -> list[int]:
    """Code point offsets of UTF-16 offsets, in the order given; time linear in the text.

    An offset in the middle of a surrogate pair means the character that it cuts.

    Raises:
        IndexError: An offset lies outside the text.
    """
    wanted = list(offsets)
    _check(wanted, utf16_length(text))
    if _is_plain(text):
        return wanted
    points = [index for index, character in enumerate(text) for _ in range(2 if ord(character) > _BMP_END else 1)]
    points.append(len(text))
    return [points[offset] for offset in wanted]


def _check(offsets: list[int], length: int) -> None:
    if offsets and (min(offsets) < 0 or max(offsets) > length):
        raise IndexError(f"offset outside a text of length {length}")
