"""Numbers as lists print them: the formats of ECMA-376 part 1, 17.18.59 that occur in Chinese documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_COUNTING = ("零一二三四五六七八九", "十百千", "万")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN = 3999
_MOST_SIGNS = 20
_TEN, _TWENTY, _TEN_THOUSAND, _LETTERS, _MOST_LETTERS = 10, 20, 10_000, 26, 780


def numeral(number: int, form: str) -> str:
    """A number from 0 in a format (``chineseCounting``: 十二); in Arabic figures where the format has none for it."""
    writer = _WRITERS.get(form)
    return writer(number) if writer is not None and number >= 0 else str(number)


def is_plain(form: str) -> bool:
    """Whether a format is Arabic figures and nothing else."""
    return form == "decimal" or (form not in _WRITERS and form not in {"bullet", "none"})


def _chinese(number: int, signs: tuple[str, str, str]) -> str:
    """12 → 十二, 105 → 一百零五; from 10 to 19 without the first 一, but 壹拾 in legal figures."""
    if not number:
        return signs[0][0]
    if number >= _TEN_THOUSAND**2:
        return str(number)
    high, low = divmod(number, _TEN_THOUSAND)
    text = _below_ten_thousand(low, signs)
    if high:
        gap = signs[0][0] if low and low < _TEN_THOUSAND // _TEN else ""
        text = _below_ten_thousand(high, signs) + signs[2] + (gap + text if low else "")
    return text[1:] if signs is _COUNTING and text.startswith("一十") else text


def _below_ten_thousand(number: int, signs: tuple[str, str, str]) -> str:
    digits, units, _ = signs
    figures = str(number) if number else ""
    text = ""
    for index, figure in enumerate(figures):
        power = len(figures) - 1 - index
        if figure != "0":
            text += digits[int(figure)] + (units[power - 1] if power else "")
        elif text and not text.endswith(digits[0]) and figures[index:].strip("0"):
            text += digits[0]
    return text


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for size, sign in _ROMAN:
        text += sign * (number // size)
        number %= size
    return text


def _letter(number: int) -> str:
    """1 → A, 27 → AA, 28 → BB, as word processors count."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    return chr(65 + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def _from(first: str) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= _MOST_SIGNS else str(number)


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else "0"


_WRITERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "koreanCounting"),
        lambda number: _chinese(number, _COUNTING),
    ),
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL),
    "ideographLegalTraditional": lambda number: _chinese(number, _LEGAL_TRADITIONAL),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"),
        lambda number: "".join(_DIGITS[int(figure)] for figure in str(number)),
    ),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from("①")),
    "decimalEnclosedParen": _from("⑴"),
    "decimalEnclosedFullstop": _from("⒈"),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: "".join(chr(ord(figure) + 0xFEE0) for figure in str(number)),
}  # fmt: skip
