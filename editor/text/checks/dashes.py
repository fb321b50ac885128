"""Dashes, connectors and interpuncts: P12 P13 P14 P24 (GB/T 15834-2011 4.10, 4.13, 4.14)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.checks.protected import HAN
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind
from editor.text.checks.words import INTERPUNCT_EVENTS, NUMERALS, transcribed_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Source

_DASH = "——"
_CHINESE = re.compile(rf"[{HAN}，。、；：！？…“”‘’「」『』（）《》〈〉【】]")
_DASHES = re.compile(r"-{2,}|—+|─+|―+|–{2,}|－{2,}")
_SINGLE_IS_WRONG = re.compile(r"[，。；：！？”」）》]")
_PRONOUN = re.compile(r"这|那|也就是|即|他|她|它|我|你|這")
_OWN_DASHES = frozenset({"—", "─", "―"})


def dash(source: Source) -> Iterator[Hit]:
    """P12: a dash that is not two full-width lines; a single — between two names is a connector and right."""
    shown = source.masked
    for match in _DASHES.finditer(shown):
        run = match[0]
        if run == _DASH:
            continue
        before = shown[match.start() - 1 : match.start()]
        after = shown[match.end() : match.end() + 1]
        if source.line_at(match.start()).kind in {Kind.BLANK, Kind.TABLE, Kind.LABELS} or before.isdigit():
            continue
        if run in _OWN_DASHES:
            if _single_dash_is_wrong(shown, match.start(), before, after):
                yield Hit(match.start(), match.end(), _DASH, note="single")
            continue
        if not (_CHINESE.match(before) or (before in {"", "\n", " ", "　"} and _CHINESE.match(after))):
            continue
        if run[0] in "-–－" and len(run) > 3:  # noqa: PLR2004 - four and more are a line to write on
            continue
        yield Hit(match.start(), match.end(), _DASH, safe=run in {"──", "――"})


def _single_dash_is_wrong(shown: str, at: int, before: str, after: str) -> bool:
    if not after or not _CHINESE.match(after):
        return False
    if before in {"", "\n"}:
        return True
    if _SINGLE_IS_WRONG.match(before):
        return True
    return _CHINESE.match(before) is not None and _PRONOUN.match(shown, at + 1) is not None


_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_YEARS = re.compile(r"(?<![\d.-])(\d{4})年?(-{1,2}|–|―|－|─|~)(\d{4})年(?!-)")
_MONTHS_AND_DAYS = re.compile(r"(?<![\d.-])\d{1,2}([月日])(-{1,2}|–|―|－|─)\d{1,2}(?:月|日)(?!-)")


def connector(source: Source) -> Iterator[Hit]:
    """P13: the connector of two years or dates is — (4.13.3); telephone numbers, codes and scores keep the hyphen."""
    shown = source.masked
    for match in _YEARS.finditer(shown):
        first, second = int(match[1]), int(match[3])
        if _FIRST_YEAR <= first < second <= _LAST_YEAR:
            yield Hit(match.start(2), match.end(2), "—")
    for match in _MONTHS_AND_DAYS.finditer(shown):
        yield Hit(match.start(2), match.end(2), "—")


_RANGE = re.compile(
    r"(?<![\d.~A-Za-z])\d{1,9}(?:\.\d{1,6})?[%％‰℃°万亿萬億元米人岁歲点點时時天年月日号號]?(~)\d{1,9}(?![\d~A-Za-z]*[~A-Za-z@])"
)


def tilde(source: Source) -> Iterator[Hit]:
    """P14: a range of numbers is joined by ～ or — (4.13.3.3, GB/T 15835-2011 5.1.3)."""
    if "~" not in source.masked:
        return
    years = {match.start(2) for match in _YEARS.finditer(source.masked)}
    for match in _RANGE.finditer(source.masked):
        if match.start(1) not in years:
            yield Hit(match.start(1), match.end(1), "～")


_DOT = "·"
_NAME_DOT = re.compile(rf"(?<=[{HAN}])([.•・‧．∙⋅])(?=[{HAN}])")
_REGIONAL_DOTS = frozenset("‧．・")  # right in Taiwan and Hong Kong
_DAY = re.compile(r"([“「]?)(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.%％])")
# Days that are names: quoted they need no other sign than the figure.
_DAYS = frozenset({(3, 15), (5, 12), (9, 18), (12, 9), (9, 11), (6, 26), (12, 13), (4, 15), (10, 7), (7, 20)})
_MONTHS, _MONTH_DAYS = 12, 31
_AFTER_DAY = re.compile(r"[”」]")
_VERSION = re.compile(r"[”」]?(?:版|声道|聲道|级|級|万|亿|倍|时代|時代|公里|米|元)")


def interpunct(source: Source) -> Iterator[Hit]:
    """P24: the interpunct is · in transcribed names and in days that are names (4.14)."""
    shown = source.masked
    for match in _NAME_DOT.finditer(shown):
        at, mark = match.start(), match[0]
        before, after = shown[max(0, at - 8) : at], shown[at + 1 : at + 9]
        if source.traditional and mark in _REGIONAL_DOTS:
            continue
        if before[-1] in NUMERALS and after[0] in NUMERALS:
            if INTERPUNCT_EVENTS.match(shown, at + 2):
                yield Hit(at, at + 1, _DOT, note="day")
            continue
        # A full stop can be a stop (P03); the other marks have no other use between Han characters.
        if mark != "." or transcribed_name(before.rpartition("\n")[2], after.partition("\n")[0]):
            yield Hit(at, at + 1, _DOT, safe=True)
    yield from _days(source)


def _days(source: Source) -> Iterator[Hit]:
    shown = source.masked
    for match in _DAY.finditer(shown):
        month, day = int(match[2]), int(match[3])
        if not (1 <= month <= _MONTHS and 1 <= day <= _MONTH_DAYS) or _VERSION.match(shown, match.end()):
            continue
        quoted = bool(match[1]) and _AFTER_DAY.match(shown, match.end()) is not None
        named = INTERPUNCT_EVENTS.match(shown, match.end()) is not None
        if (quoted and ((month, day) in _DAYS or named)) or (named and (month, day) in _DAYS):
            at = match.end(2)
            yield Hit(at, at + 1, _DOT, note="day")
