"""Arrows and check marks of controls are there in each theme, in its colors."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

import resources
from ui.theme.look import Look
from ui.theme.stylesheet import sheet
from ui.theme.tokens import THEMES, ThemeName


@pytest.mark.parametrize("tokens", THEMES.values(), ids=lambda tokens: tokens.name.value)
def test_the_marks_have_the_colors_of_the_theme(tokens):
    folder = f"themes/{tokens.name.value}"
    assert f'url("{resources.place(folder)}/down.svg")' in sheet(tokens)
    for name, color in (("down", tokens.text2), ("up", tokens.text2), ("check", tokens.on_accent)):
        assert f'stroke="{color}"' in resources.text(f"{folder}/{name}.svg")


def _drawn(widget, left, right):
    """Colors between two distances from the right end (negative: from the left one), without the frame."""
    picture = widget.grab().toImage()
    begin, end = (picture.width() - left, picture.width() - right) if left > 0 else (-left, -right)
    return {picture.pixelColor(x, y).name() for x in range(begin, end) for y in range(3, picture.height() - 3)}


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.PAPER])
def test_one_sees_what_can_be_opened_turned_and_is_checked(qapp, qtbot, name):
    look = Look(qapp, name)
    combo, spin, check = QComboBox(), QSpinBox(), QCheckBox("检查")
    for widget in (combo, spin, check):
        qtbot.addWidget(widget)
        widget.resize(160, 34)
        widget.show()
    check.setChecked(True)
    assert len(_drawn(combo, 24, 6)) > 3
    assert len(_drawn(spin, 20, 4)) > 3
    assert look.tokens.accent.lower() in _drawn(check, -2, -14)
