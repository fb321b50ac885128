"""Characters of symbol fonts (``w:sym``): Wingdings and Symbol write pictures at places where Unicode has others."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
        "!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        strict=True,
    )
)
_SYMBOL_HIGH = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD5: "∏", 0xD6: "√", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉",
    0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + index: chr(ord("①") + index) for index in range(10)},
    **{0x8C + index: chr(ord("❶") + index) for index in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●", 0xA2: "■"}
_FONTS: dict[str, dict[int, str]] = {
    "symbol": {ord(key): sign for key, sign in _SYMBOL.items()} | _SYMBOL_HIGH,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}
_PRIVATE = 0xF000
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def symbol(font: str, code: str) -> tuple[str, bool]:
    """The character of a symbol, and whether it is known; an unknown one stays the private character that it was.

    Args:
        font: Name of the font.
        code: Hexadecimal; symbol fonts have their places from F000 on.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return "", False
    if not 0 < place <= _LAST or place in _SURROGATES:
        return "", False
    table = _FONTS.get(font.strip().lower())
    if table is None:
        return chr(place), not _PRIVATE <= place < _PRIVATE + 256
    sign = table.get(place - _PRIVATE if place >= _PRIVATE else place)
    return (sign, True) if sign else (chr(place), False)
