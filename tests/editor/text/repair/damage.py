"""Damages clean text in the order in which it happens to pages: bytes first, then what is shown of them."""

from __future__ import annotations

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
