"""The few properties of CSS that say what a text is, and not how it looks."""

from __future__ import annotations

import re

from editor.markup.blocks import Mark

_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)")
_SLANTED = re.compile(r"font-style\s*:\s*(italic|oblique)")
_LINE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*(underline)")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*(line-through)")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel(\d+)")
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-6])")

_TAGS = {
    "b": Mark.STRONG,
    "strong": Mark.STRONG,
    "i": Mark.EMPHASIS,
    "em": Mark.EMPHASIS,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "u": Mark.UNDERLINE,
}


def marks_of(tag: str, style: str) -> list[Mark]:
    """The marks that an element gives to its text."""
    marks = {_TAGS[tag]} if tag in _TAGS else set()
    if not style:
        return list(marks)
    if _BOLD.search(style):
        marks.add(Mark.STRONG)
    elif _NOT_BOLD.search(style):  # Google Docs wraps everything in <b style="font-weight:normal">
        marks.discard(Mark.STRONG)
    if _SLANTED.search(style):
        marks.add(Mark.EMPHASIS)
    if _STRUCK.search(style):
        marks.add(Mark.STRIKE)
    if _LINE.search(style) and tag != "a":
        marks.add(Mark.UNDERLINE)
    return list(marks)


def is_hidden(style: str) -> bool:
    """Whether an element is not shown."""
    return bool(style) and _HIDDEN.search(style) is not None


def list_level(style: str) -> int | None:
    """Level of a list paragraph of Word or WPS, counted from 1."""
    match = _LEVEL.search(style) if "mso-list" in style else None
    return int(match[1]) if match else None


def heading_level(style: str) -> int | None:
    """Level of a paragraph that Word or WPS hold for a heading."""
    match = _OUTLINE.search(style) if "mso-outline" in style else None
    return int(match[1]) if match else None
