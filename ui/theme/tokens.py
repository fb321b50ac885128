"""Colors of the three themes, as plain data.

Every pair of text and ground that the window uses reads at 4.5:1 or better (WCAG 2.2, 1.4.3); a test computes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeName(StrEnum):
    """Which look; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Pill:
    """Ground and ink of a small label."""

    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme; every value is ``#RRGGBB``.

    Attributes:
        window: Ground behind everything; nav: the column at the left; surface: lists, desk and dialogs;
            surface2: cards and fields on a surface.
        text, text2, text3: Running text, secondary text, labels.
        body: Text of the article.
        accent, on_accent: Primary button and what is written on it; brand: our red.
        inserted, deleted: Ground of changed characters; mark: ground of a hit or a remark.
        gray … teal: Pills of states.
    """

    name: ThemeName
    dark: bool
    window: str
    nav: str
    surface: str
    surface2: str
    hover: str
    selected: str
    border: str
    border2: str
    text: str
    text2: str
    text3: str
    body: str
    accent: str
    accent_hover: str
    on_accent: str
    brand: str
    danger: str
    danger_soft: str
    inserted: str
    deleted: str
    mark: str
    mark_now: str
    gray: Pill
    amber: Pill
    red: Pill
    violet: Pill
    green: Pill
    teal: Pill


LIGHT = Tokens(
    name=ThemeName.LIGHT,
    dark=False,
    window="#EEF0F3",
    nav="#F5F6F8",
    surface="#FFFFFF",
    surface2="#F7F8FA",
    hover="#ECEFF3",
    selected="#E6EDFB",
    border="#E1E5EA",
    border2="#C9D0D8",
    text="#1C2128",
    text2="#56606B",
    text3="#5F6872",
    body="#1C2128",
    accent="#2B5BD7",
    accent_hover="#2450C2",
    on_accent="#FFFFFF",
    brand="#C0322B",
    danger="#B42318",
    danger_soft="#FDECEA",
    inserted="#DDF3E4",
    deleted="#FBE0DD",
    mark="#FFF0B8",
    mark_now="#FFD873",
    gray=Pill("#EDF0F3", "#56606B"),
    amber=Pill("#FEF3D7", "#875607"),
    red=Pill("#FDECEA", "#B42318"),
    violet=Pill("#EEEBFA", "#5B46B0"),
    green=Pill("#E4F4EA", "#1B7045"),
    teal=Pill("#E0F2F3", "#0F6B74"),
)

DARK = Tokens(
    name=ThemeName.DARK,
    dark=True,
    window="#121518",
    nav="#171B1F",
    surface="#1D2227",
    surface2="#22282E",
    hover="#2A3138",
    selected="#22365E",
    border="#2C333B",
    border2="#414B55",
    text="#E7EBEF",
    text2="#A7B0BA",
    text3="#9CA7B2",
    body="#D5DAE0",
    accent="#7AA3FF",
    accent_hover="#93B4FF",
    on_accent="#0D1524",
    brand="#F08A84",
    danger="#F2887F",
    danger_soft="#3E2322",
    inserted="#1B3F2C",
    deleted="#4A2624",
    mark="#4A3F17",
    mark_now="#6B5A1A",
    gray=Pill("#2A3138", "#A7B0BA"),
    amber=Pill("#3A2F18", "#E9B95A"),
    red=Pill("#3E2322", "#F2887F"),
    violet=Pill("#2C2748", "#B3A3F5"),
    green=Pill("#1B3527", "#6CCB94"),
    teal=Pill("#17353A", "#63C7D0"),
)

PAPER = Tokens(
    name=ThemeName.PAPER,
    dark=False,
    window="#EFEAE0",
    nav="#F4F0E7",
    surface="#FCFAF5",
    surface2="#F6F2E9",
    hover="#EEE8DB",
    selected="#F6E4DC",
    border="#E3DBCB",
    border2="#CFC4AE",
    text="#2A241C",
    text2="#5C5345",
    text3="#665C4C",
    body="#2A241C",
    accent="#A63A24",
    accent_hover="#8F2F1B",
    on_accent="#FFFFFF",
    brand="#A63A24",
    danger="#A3221A",
    danger_soft="#F8E3DC",
    inserted="#DDEBD3",
    deleted="#F6DAD0",
    mark="#FBEBB0",
    mark_now="#F3D27A",
    gray=Pill("#ECE6D9", "#5C5345"),
    amber=Pill("#F9E9C4", "#7C4F06"),
    red=Pill("#F8E3DC", "#A3221A"),
    violet=Pill("#EAE4F1", "#574399"),
    green=Pill("#E0EBD6", "#2F6A3A"),
    teal=Pill("#DCEBE7", "#17635F"),
)

THEMES: dict[ThemeName, Tokens] = {tokens.name: tokens for tokens in (LIGHT, DARK, PAPER)}


def tokens_of(name: ThemeName, *, system_dark: bool) -> Tokens:
    """The tokens of a theme; ``system`` becomes light or dark."""
    if name is ThemeName.SYSTEM:
        return DARK if system_dark else LIGHT
    return THEMES[name]
