"""Damages clean text in the order in which it happens to pages: bytes first, then what is shown of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HALF = str.maketrans("，：；！？", ",:;!?")


def shown(data: bytes, *, swallow: bool = True, codec: str = "gb18030") -> str:
    """GBK bytes as a careless program shows them: ``?`` for what is no character.

    Args:
        data: The bytes.
        codec: ``gb18030`` knows a (private) character for every pair, ``gbk`` has gaps.
        swallow: Whether the byte behind a broken first half is taken with it.
    """
    found: list[str] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            found.append(chr(data[at]))
            at += 1
            continue
        try:
            found.append(data[at : at + 2].decode(codec))
            at += 2
        except UnicodeDecodeError:
            found.append("?")
            at += 2 if swallow and data[at + 1 : at + 2] != b"\n" else 1
    return "".join(found)


def with_residue(text: str, readings: dict[str, str]) -> bytes:
    """A byte-wise replacer puts readings behind characters, across the borders of characters too."""
    data = text.encode("gbk")
    for char, reading in readings.items():
        code = char.encode("gbk")
        data = data.replace(code, code + f"({reading})".encode("gbk"))
    return data


def places(text: str) -> list[int]:
    """Characters of two bytes, as places where a byte can be lost."""
    return [at for at, char in enumerate(text) if len(char.encode("gbk")) == 2]


def without_lead(text: str, at: int, *, mark: str = "?", swallow: bool = False) -> str:
    """The first byte of one character is lost; ``mark`` is shown for it."""
    before, behind = text[:at].encode("gbk"), text[at:].encode("gbk")
    return shown(before + mark.encode() + behind[1:], swallow=swallow)


def without_trail(text: str, at: int, *, swallow: bool = False) -> str:
    """The second byte of one character is lost, and nothing is shown for it."""
    before, behind = text[:at].encode("gbk"), text[at:].encode("gbk")
    return shown(before + behind[:1] + behind[2:], swallow=swallow)


FOLDED_PAIRS = tuple(bytes((0xA3, ord(mark) + 0x80)) for mark in "!,:;?")
"""What the page's replacer looked for as well: full-width marks. Across the border of two characters it parts them."""


def natural(text: str) -> list[int]:
    """Places where the replacer tears a character apart: its second byte and the next first one are a mark's."""
    codes = [char.encode("gbk", "replace") for char in text]
    return [
        at
        for at in range(len(codes) - 1)
        if len(codes[at]) == 2 and codes[at][1] == 0xA3 and codes[at][1:] + codes[at + 1][:1] in FOLDED_PAIRS
    ]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page was damaged.

    Attributes:
        mark: What is left of a lost first byte: ``?``, U+FFFD or nothing.
        swallow: Whether a broken first half takes the byte behind it along.
        codec: ``gbk`` or ``gb18030``.
        readings: Character → reading that was put behind it.
        half: Whether marks were folded to half width in the end.
        tags: Whether each line ended with ``</p>``, which was taken off again where it was whole.
    """

    mark: str = "?"
    swallow: bool = True
    codec: str = "gb18030"
    readings: Mapping[str, str] = field(default_factory=dict)
    half: bool = True
    tags: bool = True


def damaged(line: str, lost: Sequence[int], manner: Manner, *, trail: bool = False) -> str:
    """One line as such a page shows it; ``lost`` are places of characters whose first (or second) byte goes."""
    codes = [char.encode("gbk") for char in line]
    for at in lost:
        codes[at] = codes[at][:1] if trail else manner.mark.replace("\ufffd", "?").encode() + codes[at][1:]
    data = b"".join(codes)
    for char, reading in manner.readings.items():
        code = char.encode("gbk")
        data = data.replace(code, code + f"({reading})".encode("gbk"))
    found = shown(data + b"</p>" * manner.tags, swallow=manner.swallow, codec=manner.codec).removesuffix("</p>")
    if manner.mark == "\ufffd":
        found = found.replace("?", "\ufffd")
    return found.translate(HALF) if manner.half else found
