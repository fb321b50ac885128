"""What stands on a colored ground can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.theme.tokens import THEMES


def _luminance(name: str) -> float:
    color = QColor(name)
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=lambda tokens: tokens.name)
def test_changed_characters_read_at_four_and_a_half_to_one(tokens):
    pairs = {
        "taken out": (tokens.danger, tokens.deleted),
        "put in": (tokens.green.ink, tokens.inserted),
        "taken out, confirmed": (tokens.text3, tokens.surface2),
        "put in, confirmed": (tokens.body, tokens.gray.ground),
        "fold": (tokens.text2, tokens.hover),
        "label of a field": (tokens.text3, tokens.surface2),
        "owed": (tokens.amber.ink, tokens.surface2),
        "does not count": (tokens.danger, tokens.surface2),
    }
    low = {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < 4.5}
    assert low == {}
