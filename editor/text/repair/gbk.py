"""Characters as the two bytes that they have in GBK, and back."""

from __future__ import annotations

from functools import cache

_ALIASES = {
    "―": b"\xa1\xaa",
    "─": b"\xa9\xa4",
    "・": b"\xa1\xa4",
    "‧": b"\xa1\xa4",
    "〜": b"\xa1\xab",
    "⋯": b"\xa1\xad",
}
_FIRST, _LAST = 0x81, 0xFE
_BYTES = 2
ASCII_END = 0x80
"""Bytes below are characters by themselves."""
TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
LEADS = tuple(range(_FIRST, _LAST + 1))


@cache
def pair(char: str) -> bytes | None:
    """The two bytes of a character; None for one that has one byte, four, or no place in GBK."""
    known = _ALIASES.get(char)
    if known is not None:
        return known
    try:
        code = char.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return code if len(code) == _BYTES else None


@cache
def char(lead: int, trail: int) -> str | None:
    """The character of two bytes; None for a pair that stands for none, or for a private-use one."""
    try:
        found = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return found if len(found) == 1 else None


def wide(mark: str) -> bytes:
    """The bytes of the full-width form of a printable ASCII character."""
    return bytes((0xA3, ord(mark) + 0x80))
