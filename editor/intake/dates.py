"""Dates and times as pages print them → ISO 8601; no zone in the page means +08:00, no time the date alone."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from dataclasses import dataclass

_BEIJING = dt.timezone(dt.timedelta(hours=8))
_ROC = 1911  # 民國 1 is 1912
_NOON = 12
_DIGITS = {char: index for index, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0}

# On a folded line: half-width digits and colons, blanks are blanks.
_DATE = re.compile(
    r"(?<![\d.])(?P<roc>民国 ?|(?=1[0-3]\d ?[年/-]))?(?P<y>(?:19|20)\d\d|\d{2,3}(?=年)|1[0-3]\d(?=[/-]))"
    r"(?: ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日|(?P<sep>[-/.])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?!\d)"
    r"| (?P<m3>\d{1,2})/(?P<d3>\d{1,2})(?= \d\d:\d\d))"
)
_HAN_DATE = re.compile(
    r"(?P<y>[一二][〇○O零一二三四五六七八九]{3})年(?P<m>十[一二]?|[一二三四五六七八九])月"
    r"(?P<d>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WEEKDAYS = "(?:mon|tue|wed|thu|fri|sat|sun)"
_ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![A-Za-z])(?:{_WEEKDAYS}[a-z]{{0,6}},? )?(?P<d>\d{{1,2}}) {_NAMED},? (?P<y>20\d\d)(?!\d)",
        rf"(?<![A-Za-z]){_NAMED} (?P<d>\d{{1,2}}),? (?P<y>20\d\d)(?!\d)",
    )
)
_TIME = re.compile(
    r"(?:T| *(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)? *)(?P<half>上午|下午|晚上?|凌晨|中午|早上)? ?"
    r"(?P<h>\d{1,2})(?: ?: ?(?P<min>[0-5]?\d)(?: ?: ?(?P<s>[0-5]\d)(?:\.\d{1,9})?)?(?![\d:])"
    r"|[时点](?:(?P<min2>\d{1,2})分(?:(?P<s2>\d{1,2})秒)?)?)"
    r"(?: ?\(?(?P<zone>Z|(?:GMT|UTC)?[+-]\d{1,2}(?::?[0-5]\d)?|GMT|UTC)(?![\d:.])\)?| ?\(?北京时间\)?)?"
)
_CLOCK = r"(?: *(?:上午|下午|晚上?|凌晨|早上)? *\d{1,2}:[0-5]\d(?::[0-5]\d)?)"
_VAGUE = re.compile(
    rf"(?<![\d./-])(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_CLOCK}?|\d{{4}}年\d{{1,2}}月\d{{1,2}}日{_CLOCK}?"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}{_CLOCK}|\d{{1,2}}月\d{{1,2}}日{_CLOCK}?|(?:昨天|今天|前天){_CLOCK}?"
    rf"|\d{{1,3}} ?(?:秒|分钟|个?小时|天|周|个?月|年)前)(?: *更新)?(?![\d:./-])"
)
_COMPACT = re.compile(r"(?:^|(?<=[ |:]))(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?=$|[ |])")
_CLOSING = re.compile(
    r"(?P<y>20\d\d|1\d\d)(?P<m>\d\d)(?P<d>\d\d)|(?P<y2>1\d\d)(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})"
)
_WEEKDAY = re.compile(r" *\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line: where it stands, and its ISO 8601 form."""

    start: int
    end: int
    iso: str


def stamps(folded: str) -> list[Stamp]:
    """All dates of a folded line, from left to right; impossible ones (2月30日) are left alone."""
    found: list[Stamp] = []
    for pattern in (_DATE, _HAN_DATE, *_ENGLISH):
        read = (_stamp(match, folded) for match in pattern.finditer(folded))
        found.extend(stamp for stamp in read if stamp)
    return sorted(found, key=lambda stamp: stamp.start)


def vague(folded: str) -> list[tuple[int, int]]:
    """Places of dates that say no day for sure: without a year, impossible, 昨天 21:44, 3小时前; never guessed."""
    return [match.span() for match in _VAGUE.finditer(folded)]


def compact(folded: str) -> list[Stamp]:
    """Dates written as eight figures; only a line that holds other fields makes them dates."""
    found: list[Stamp] = []
    for match in _COMPACT.finditer(folded):
        with contextlib.suppress(ValueError):
            date = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
            found.append(Stamp(match.start(), match.end(), date.isoformat()))
    return found


def closing_day(number: str) -> str:
    """The day that an agency puts behind a page, "" when it is none: 1150312, 115/03/12 (of 民國), 20260312.

    Six figures may be a year of either era and are never guessed.
    """
    if not (match := _CLOSING.fullmatch(number)):
        return ""
    year = int(match["y"] or match["y2"])
    month, day = int(match["m"] or match["m2"]), int(match["d"] or match["d2"])
    with contextlib.suppress(ValueError):
        return dt.date(year if year > _ROC else year + _ROC, month, day).isoformat()
    return ""


def iso(value: str) -> str:
    """The first date of a meta value (``2021-09-19 21:44``), "" when there is none."""
    found = stamps(value)
    return found[0].iso if found else ""


def _day(match: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day as printed, the year of the republic as one of our era."""
    groups = match.groupdict()
    if match.re is _HAN_DATE:
        year = int("".join(str(_DIGITS[char]) for char in groups["y"]))
        return year, _han_number(groups["m"]), _han_number(groups["d"])
    if match.re in _ENGLISH:
        return int(groups["y"]), _MONTHS.index(groups["m"].lower()) + 1, int(groups["d"])
    month = int(groups["m"] or groups["m2"] or groups["m3"])
    day = int(groups["d"] or groups["d2"] or groups["d3"])
    return int(groups["y"]) + (_ROC if groups["roc"] is not None else 0), month, day


def _stamp(match: re.Match[str], folded: str) -> Stamp | None:
    year, month, day = _day(match)
    if year < 1900:  # noqa: PLR2004 - a year cut to two digits may mean anything
        return None
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    if clock := _TIME.match(folded, match.end()):
        moment = _moment(date, clock)
        if moment:
            return Stamp(match.start(), clock.end(), moment.isoformat())
    weekday = _WEEKDAY.match(folded, match.end())
    return Stamp(match.start(), weekday.end() if weekday else match.end(), date.isoformat())


def _moment(date: dt.date, clock: re.Match[str]) -> dt.datetime | None:
    hour = int(clock["h"])
    if clock["half"] in {"下午", "晚", "晚上"} and hour < _NOON:
        hour += _NOON
    minute, second = int(clock["min"] or clock["min2"] or 0), int(clock["s"] or clock["s2"] or 0)
    try:
        time = dt.time(hour, minute, second, tzinfo=_zone(clock["zone"]))
    except ValueError:
        return None
    return dt.datetime.combine(date, time)


def _zone(zone: str | None) -> dt.timezone:
    if not zone:
        return _BEIJING
    if zone in {"Z", "GMT", "UTC"}:
        return dt.UTC
    sign, rest = (-1 if "-" in zone else 1), re.split(r"[+-]", zone)[1].replace(":", "")
    hours, minutes = (int(rest), 0) if len(rest) <= 2 else (int(rest[:-2]), int(rest[-2:]))  # noqa: PLR2004
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(sign * offset) if offset < dt.timedelta(hours=24) else _BEIJING


def _han_number(text: str) -> int:
    """一 … 三十一."""
    if "十" not in text:
        return _DIGITS[text]
    tens, ones = text.split("十")
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
