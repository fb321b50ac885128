"""The style sheet of a theme, from resources. Controls say what they are by the dynamic property ``role``."""

from __future__ import annotations

import dataclasses
import re
from string import Template
from typing import TYPE_CHECKING

import resources
from ui.theme.tokens import Pill

if TYPE_CHECKING:
    from ui.theme.tokens import Tokens


_PX = re.compile(r"\b(\d+)px")
_LINE = 3  # what is thinner is a line, and stays one


def sheet(tokens: Tokens, *, ui: int = 13, caption: int = 12, title: int = 16, scale: int = 100) -> str:
    """The style sheet for a theme; sizes of type in px, ``scale`` (percent) enlarges everything else."""
    values: dict[str, object] = {"ui": ui, "caption": caption, "title": title}
    values["marks"] = resources.place(f"themes/{tokens.name.value}")  # a style sheet takes pictures from files alone
    for field in dataclasses.fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, Pill):
            values[f"{field.name}_ground"] = value.ground
            values[f"{field.name}_ink"] = value.ink
        else:
            values[field.name] = value
    text = resources.text("themes/sheet.qss")
    if scale != 100:  # noqa: PLR2004  (percent)
        text = _PX.sub(lambda found: _scaled(int(found[1]), scale), text)
    return Template(text).substitute(values)


def _scaled(px: int, scale: int) -> str:
    return f"{px if px < _LINE else round(px * scale / 100)}px"
