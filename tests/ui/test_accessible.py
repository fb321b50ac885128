"""Everybody can use the window: names for what can have the focus, colors that can be read, large type."""

from __future__ import annotations

import itertools

import pytest

from tests.ui.reachable import cut, nameless
from ui.theme.tokens import DARK, LIGHT, PAPER, Pill

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK, PAPER], ids=lambda tokens: str(tokens.name))
GROUNDS = ("surface", "surface2", "nav", "window", "hover", "selected")
INKS = ("text", "text2")


def _channel(value):
    value /= 255
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(color):
    red, green, blue = (int(color[n : n + 2], 16) for n in (1, 3, 5))
    return 0.2126 * _channel(red) + 0.7152 * _channel(green) + 0.0722 * _channel(blue)


def contrast(one, other):
    """WCAG 2.2, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_every_pair_of_text_and_ground_can_be_read(tokens):
    pairs = [(ink, ground) for ink, ground in itertools.product(INKS, GROUNDS)]
    pairs += [("text3", ground) for ground in ("surface", "surface2", "nav", "window")]
    pairs += [("body", ground) for ground in ("surface", "inserted", "deleted", "mark", "mark_now")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "surface"), ("accent", "selected")]
    pairs += [("danger", "surface"), ("danger", "surface2")]
    weak = {
        f"{ink} on {ground}": round(contrast(getattr(tokens, ink), getattr(tokens, ground)), 2)
        for ink, ground in pairs
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 4.5
    }
    for name in ("gray", "amber", "red", "violet", "green", "teal"):
        pill = getattr(tokens, name)
        assert isinstance(pill, Pill)
        if contrast(pill.ink, pill.ground) < 4.5:
            weak[name] = round(contrast(pill.ink, pill.ground), 2)
    assert not weak


def test_everything_that_can_have_the_focus_has_a_name(opened):
    opened.sample()
    opened.become("1")
    opened.open_row(0)
    assert not nameless(opened.window)
    for name in ("proof", "review", "preview", "pictures"):
        if name in opened.desktop.inspector.names:
            opened.work.shell.show_tab(name)
            opened.settle()
            assert not nameless(opened.window), name


def test_keys_lead_through_all_panes(opened):
    opened.sample()
    opened.open_row(0)
    seen = set()
    for _ in range(6):
        opened.do("view.next_pane")
        focus = opened.window.focusWidget()
        pane = next(pane for pane in opened.window.panes() if pane is focus or pane.isAncestorOf(focus))
        seen.add(type(pane).__name__)
    assert len(seen) == 4


@pytest.mark.parametrize("scale", [100, 200])
def test_no_word_is_cut_in_the_smallest_window(opened, scale):
    opened.desktop.context.preferences.set("scale", scale)
    opened.sample()
    opened.become("1")
    opened.open_row(0)
    opened.window.resize(1280, 680)
    opened.settle()
    assert not cut(opened.window)
