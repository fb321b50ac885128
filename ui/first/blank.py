"""The first frame of a window that nobody has seen yet: its columns, empty, in the colors of its theme.

Like all of the first frame this asks for as little as it can: the colors stand here once more (a test compares them
with those of the themes, and the columns with those of the window), the settings are read as lines of text.
"""

from __future__ import annotations

from ui.first.glimpse import Band, Glimpse

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS_AT_MOST = 100_000
_COLORS = {
    "light": ("#FFFFFF", "#F5F6F8", "#F7F8FA", "#EEF0F3", "#E1E5EA"),
    "dark": ("#1D2227", "#171B1F", "#22282E", "#121518", "#2C333B"),
    "paper": ("#FCFAF5", "#F4F0E7", "#F6F2E9", "#EFEAE0", "#E3DBCB"),
}
"""Of lists and desk, of the navigation, of the inspector, of the status bar, of the lines between them."""
_NAVIGATION, _RAIL, _LIST, _INSPECTOR, _STATUS = 200, 56, 324, 332, 28
_RAIL_BELOW, _OVERLAY_BELOW = 1180, 1400


def blank(size: tuple[int, int], theme: str, scale: int = 100) -> Glimpse:
    """The columns of a window of this size (px); theme: light, dark or paper; scale: of everything, in percent."""
    width, height = size
    surface, navigation, inspector, status, line = _COLORS.get(theme, _COLORS["light"])
    made = Glimpse("", size, surface, [])
    made.blank = True

    def px(length: int) -> int:
        return length * scale // 100

    first = px(_RAIL if width < px(_RAIL_BELOW) else _NAVIGATION)
    foot = height - px(_STATUS)
    second = first + px(_LIST)
    third = width - px(_INSPECTOR) if width >= px(_OVERLAY_BELOW) else width
    columns = [
        (0, 0, first, foot, line),
        (0, 0, first - 1, foot, navigation),
        (second - 1, 0, 1, foot, line),
        (third, 0, width - third, foot, line),
        (third + 1, 0, max(0, width - third - 1), foot, inspector),
        (0, foot, width, height - foot, line),
        (0, foot + 1, width, height - foot - 1, status),
    ]
    made.bands = [Band((left, top, wide, high), color) for left, top, wide, high, color in columns if wide > 0]
    return made


def chosen(settings: Path, *, dark: bool) -> tuple[str, int]:
    """Theme and scale as the file of settings has them; ``dark``: whether the desktop is."""
    theme, scale = "system", 100
    try:
        with settings.open(encoding="utf-8", errors="replace") as file:
            lines = file.read(_SETTINGS_AT_MOST).splitlines()
    except OSError:
        lines = []
    for line in lines:
        name, _, value = line.partition("=")
        if name == "theme":
            theme = value
        elif name == "scale" and value.isascii() and value.isdigit() and 50 <= int(value) <= 400:  # noqa: PLR2004
            scale = int(value)
    if theme not in _COLORS:
        theme = "dark" if dark else "light"
    return theme, scale
