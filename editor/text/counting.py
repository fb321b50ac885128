"""字数 and reading time of a text.

字数: every character but blanks, a word or number in Latin script as one (what newsrooms pay by and page planners plan
by). Reading time aloud (口播): 240 characters a minute; marks are not read, figures are read out as Chinese numbers,
figures of a year one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

SPOKEN_PER_MINUTE = 240

_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f０-９Ａ-Ｚａ-ｚ]+(?:[.,'’:/@_-][A-Za-z0-9\u00c0-\u024f]+)*")
_UNCOUNTED = re.compile(r"[\s\ufffc\u200b-\u200f\ufeff\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_UNSPOKEN = re.compile(r"[^\w%％‰℃]+|_")
_YEAR = re.compile(r"(?<!\d)\d{4}(?=年)")
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?[%％]?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SHORT = 5  # letters: abbreviations up to here are spelled out
_LONGEST_NUMBER = 12  # figures; what is longer is a code or a telephone number
_TWO_FIGURES = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """What is told of a text.

    Attributes:
        characters: 字数.
        paragraphs: Lines that say something.
        seconds: Reading time aloud.
    """

    characters: int = 0
    paragraphs: int = 0
    seconds: int = 0


def count(text: str) -> int:
    """字数 of a text."""
    return len(_UNCOUNTED.sub("", _WORD.sub("x", text)))


def spoken(text: str) -> int:
    """How many characters are spoken when a text is read out."""
    read_out = _FIGURE.sub(_as_read, _YEAR.sub("年年年年", text))
    return len(_UNSPOKEN.sub("", _LATIN.sub(_spelled, read_out)))


def seconds(characters: int) -> int:
    """Seconds that so many spoken characters take."""
    return round(characters * 60 / SPOKEN_PER_MINUTE)


def aloud(time: int) -> str:
    """A time in seconds as studios write it: ``8'55"``."""
    return f"{time // 60}'{time % 60:02d}\""


def duration(text: str) -> str:
    """The time that reading a text out takes, as studios write it."""
    return aloud(seconds(spoken(text)))


def _as_read(match: re.Match[str]) -> str:
    return _figure(match[0])


@lru_cache(maxsize=4096)
def _figure(figure: str) -> str:
    """As many characters as a figure has when it is read out."""
    percent = figure[-1] in "%％"
    whole, _, part = figure.rstrip("%％").replace(",", "").partition(".")
    length = _length_of(whole) + (1 + len(part) if part else 0) + (3 if percent else 0)
    return "数" * length


def _length_of(digits: str) -> int:
    """Characters of a whole number read out: 28 二十八, 105 一百零五, 10000 一万; a code figure by figure."""
    if digits.startswith("0") or len(digits) > _LONGEST_NUMBER:
        return len(digits)
    length = 0
    for start in range(len(digits), 0, -4):
        group = digits[max(0, start - 4) : start]
        length += _length_of_group(group) + (1 if start != len(digits) and group.strip("0") else 0)
    return length


def _length_of_group(group: str) -> int:
    length, gap = 0, False
    for place, digit in enumerate(group, 1):
        if digit == "0":
            gap = length > 0
        else:
            length += 1 + (place < len(group)) + gap
            gap = False
    return length - (len(group) == _TWO_FIGURES and group[0] == "1")  # 十五, not 一十五


def _spelled(match: re.Match[str]) -> str:
    word = match[0]
    if word.isupper() and len(word) <= _SHORT:
        return "字" * len(word)
    return "字" * max(1, (len(word) + 1) // 3)
