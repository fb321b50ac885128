"""“” and ‘’ ⇄ 「」 and 『』, one character for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.variants.markup import fixed

if TYPE_CHECKING:
    from editor.article import Variant

_TO_CORNERS = {"“": "「", "”": "」", "‘": "『", "’": "』"}
_TO_CURLY = {corner: curly for curly, corner in _TO_CORNERS.items()}
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’(?=[A-Za-z])|‘(?=[0-9]{2}s?\b)")


def turned(text: str, target: Variant) -> str:
    """The text with the quotation marks of the target's newspapers; code, addresses and apostrophes stay."""
    table = str.maketrans(_TO_CORNERS if target.traditional else _TO_CURLY)
    spans = [*fixed(text)]
    if target.traditional:
        spans = sorted([*spans, *(found.span() for found in _APOSTROPHE.finditer(text))])
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        if start >= done:
            pieces += (text[done:start].translate(table), text[start:end])
            done = end
    pieces.append(text[done:].translate(table))
    return "".join(pieces)
