"""The pictures of an RTF clipboard: Word puts them there, and only addresses of its own files into the HTML."""

from __future__ import annotations

import re

_PICTURE = re.compile(r"\{\\pict\b")
_KIND = re.compile(r"\\(pngblip|jpegblip)\b")
_DIGITS = re.compile(r"[0-9a-fA-F\s]{64,}")
_SECOND = re.compile(r"\{\\nonshppict\b")


def pictures_of(rtf: str) -> list[bytes | None]:
    """Bytes of the pictures in their order; None for one of a kind that is not for the web (EMF, WMF)."""
    found: list[bytes | None] = []
    hidden = [(match.start(), _end_of(rtf, match.start())) for match in _SECOND.finditer(rtf)]
    for match in _PICTURE.finditer(rtf):
        if any(start <= match.start() < end for start, end in hidden):
            continue
        group = rtf[match.start() : _end_of(rtf, match.start())]
        digits = _DIGITS.search(group)
        if _KIND.search(group) is None or digits is None:
            found.append(None)
            continue
        hexadecimal = "".join(digits[0].split())
        found.append(bytes.fromhex(hexadecimal[: len(hexadecimal) // 2 * 2]))
    return found


def _end_of(rtf: str, start: int) -> int:
    """Where a group ends."""
    depth = 0
    for match in re.compile(r"[{}]").finditer(rtf, start):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return len(rtf)
