"""How long a text takes to be read out (口播): 240 characters a minute, as the writing room counts.

Marks are not read; figures are read out as Chinese numbers, the figures of a year one by one; abbreviations are
spelled out, other Latin words take a third of their letters.
"""

from __future__ import annotations

import re

PER_MINUTE = 240

_SILENT = re.compile(r"[^\w%％‰℃]+|_")
_YEAR = re.compile(r"(?<!\d)\d{4}(?=年)")
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?[%％]?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SPELLED_OUT = 5  # letters
_LONGEST_NUMBER = 12  # figures; what is longer is a code or a telephone number
_TEENS = 2


def spoken(text: str) -> int:
    """How many characters are spoken when a text is read out."""
    said = _FIGURE.sub(_number, _YEAR.sub("年年年年", text))
    return len(_SILENT.sub("", _LATIN.sub(_word, said)))


def duration(text: str) -> str:
    """The time that it takes, as studios write it: ``8'55"``."""
    seconds = round(spoken(text) * 60 / PER_MINUTE)
    return f"{seconds // 60}'{seconds % 60:02d}\""


def _number(match: re.Match[str]) -> str:
    figure = match[0]
    whole, _, part = figure.rstrip("%％").replace(",", "").partition(".")
    length = _whole(whole) + (1 + len(part) if part else 0) + (3 if figure[-1] in "%％" else 0)
    return "数" * length


def _whole(digits: str) -> int:
    """Characters of a whole number read out: 28 二十八, 105 一百零五, 10000 一万; a code figure by figure."""
    if digits.startswith("0") or len(digits) > _LONGEST_NUMBER:
        return len(digits)
    length = 0
    for start in range(len(digits), 0, -4):
        group = digits[max(0, start - 4) : start]
        length += _group(group) + (1 if start != len(digits) and group.strip("0") else 0)
    return length


def _group(group: str) -> int:
    length, gap = 0, False
    for place, digit in enumerate(group, 1):
        if digit == "0":
            gap = length > 0
        else:
            length += 1 + (place < len(group)) + gap
            gap = False
    return length - (len(group) == _TEENS and group[0] == "1")  # 十五, not 一十五


def _word(match: re.Match[str]) -> str:
    word = match[0]
    spelled = word.isupper() and len(word) <= _SPELLED_OUT
    return "字" * (len(word) if spelled else max(1, (len(word) + 1) // 3))
