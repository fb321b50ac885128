"""The style sheet of a theme, from resources. Controls say what they are by the dynamic property ``role``."""

from __future__ import annotations

import dataclasses
from string import Template
from typing import TYPE_CHECKING

import resources
from ui.theme.tokens import Pill

if TYPE_CHECKING:
    from ui.theme.tokens import Tokens


def sheet(tokens: Tokens, *, ui: int = 13, caption: int = 12, title: int = 16) -> str:
    """The style sheet for a theme; sizes of type in px at 100 %."""
    values: dict[str, object] = {"ui": ui, "caption": caption, "title": title}
    for field in dataclasses.fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, Pill):
            values[f"{field.name}_ground"] = value.ground
            values[f"{field.name}_ink"] = value.ink
        else:
            values[field.name] = value
    return Template(resources.text("themes/sheet.qss")).substitute(values)
