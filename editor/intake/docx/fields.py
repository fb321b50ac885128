"""Fields of a DOCX file: instructions that are no text, links, and 带圈字符 and 拼音, which live in instructions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.markup.blocks import Run

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
_EQUATION = re.compile(r"\s*EQ\b", re.IGNORECASE)
_RING = re.compile(r"\\o\s*\\ac\s*\(\s*([^(),，]*)\s*[,，]\s*([^()]*)\)")
_READING = re.compile(r"\\o\s*\\a[dcl]?\s*\(\s*\\s\s*\\up\s*\d*\s*\(([^()]*)\)\s*[,，]\s*([^()]*)\)")
_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)|\\[a-z]+\d*', re.IGNORECASE)
_RINGS = frozenset("○〇◯O")
_MOST_RINGED = 20


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction so far, and whether its result has begun.

    ``stray`` are text runs that stand among the instructions: no text, unless the field turns out to be broken.
    """

    code: list[str] = field(default_factory=list)
    stray: list[Run] = field(default_factory=list)
    result: bool = False
    has_result: bool = False
    href: str | None = None

    @property
    def instruction(self) -> str:
        """The whole instruction."""
        return "".join(self.code)


def link_of(instruction: str) -> str | None:
    """Address of a HYPERLINK field, None for other fields and for links inside the document."""
    match = _LINK.match(instruction)
    return (match[1] or match[2] or None) if match else None


def equation_text(instruction: str) -> tuple[str, bool] | None:
    r"""The characters that an EQ field shows, and whether nothing else was in it; None for other fields.

    ``EQ \o\ac(○,1)`` is ①; ``EQ \o\ad(\s\up 9(bó),亳)`` is 亳, its reading goes.
    """
    if not _EQUATION.match(instruction):
        return None
    text = _EQUATION.sub("", instruction, count=1)
    ring = _RING.search(text)
    if ring:
        inner = ring[2].strip()
        whole = ring[1].strip() in _RINGS and inner.isdecimal() and 0 < int(inner[:3]) <= _MOST_RINGED
        return (chr(ord("①") + int(inner) - 1) if whole else inner), whole
    reading = _READING.search(text)
    if reading:
        return reading[2].strip(), False
    return re.sub(r"[()]+", " ", _SWITCH.sub("", text)).strip(), False
