"""Dates as people write them in a search: 2026, 2026-03, 2026年3月5日, 20260305, 昨天, 近7天, 2026-03..2026-05."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

ZONE = timezone(timedelta(hours=8))
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_SHORT = re.compile(r"(?:(\d{1,2})[-/.月](\d{1,2})日?)")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LAST = re.compile(r"[近最]近?(\d{1,4})[天日]|last(\d{1,4})(?:d|days?)")
_RANGE = re.compile(r"\.\.+|…|~|～|—+|–|至|到")
_DECEMBER = 12
_NAMED = {
    "今天": (0, 1),
    "今日": (0, 1),
    "today": (0, 1),
    "昨天": (-1, 0),
    "昨日": (-1, 0),
    "yesterday": (-1, 0),
    "前天": (-2, -1),
}
_WEEKS = {"本周": 0, "这周": 0, "本週": 0, "這週": 0, "上周": 7, "上週": 7}


def moment(stamp: str) -> int | None:
    """Seconds since 1970 of an ISO 8601 time; without a zone it is that of the newsroom. None = it is none."""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    whole = when if when.tzinfo is not None else when.replace(tzinfo=ZONE)
    try:
        return int(whole.timestamp())
    except (OverflowError, ValueError):
        return None


def day_of(seconds: int) -> str:
    """The day in the newsroom's zone, as ``2026-03-05``."""
    try:
        return datetime.fromtimestamp(seconds, ZONE).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def span(written: str, today: date) -> tuple[int | None, int | None] | None:
    """Seconds since 1970 from the first moment to that after the last; None at an end = open, None = no date.

    Args:
        written: One date, or two with ``..`` ``~`` ``至`` between them, one of which may be missing.
        today: What 今天 is, and the year of a date without one.
    """
    text = written.strip().lower()
    parts = _RANGE.split(text)
    if len(parts) == 1:
        days = _days(text, today)
        return None if days is None else (_start(days[0]), _start(days[1]))
    if len(parts) != 2 or not any(parts):  # noqa: PLR2004  (from, to)
        return None
    first = _days(parts[0], today) if parts[0] else None
    last = _days(parts[1], today) if parts[1] else None
    if (parts[0] and first is None) or (parts[1] and last is None):
        return None
    return (_start(first[0]) if first else None, _start(last[1]) if last else None)


def _start(day: date) -> int:
    return int(datetime.combine(day, time(), ZONE).timestamp())


def _days(text: str, today: date) -> tuple[date, date] | None:
    """First day, and the day after the last."""
    try:
        return _relative(text, today) or _calendar(text, today)
    except (ValueError, OverflowError):
        return None


def _relative(text: str, today: date) -> tuple[date, date] | None:
    if text in _NAMED:
        first, last = _NAMED[text]
        return today + timedelta(days=first), today + timedelta(days=last)
    if text in _WEEKS:
        monday = today - timedelta(days=today.weekday() + _WEEKS[text])
        return monday, monday + timedelta(days=7)
    if text == "本月":
        return _month(today.year, today.month)
    if text in {"今年", "去年"}:
        year = today.year - (text == "去年")
        return date(year, 1, 1), date(year + 1, 1, 1)
    found = _LAST.fullmatch(text)
    if found:
        return today - timedelta(days=int(found[1] or found[2]) - 1), today + timedelta(days=1)
    return None


def _calendar(text: str, today: date) -> tuple[date, date] | None:
    packed = _PACKED.fullmatch(text)
    found = packed or _DATE.fullmatch(text)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year + 1, 1, 1)
        return _month(year, month) if day is None else _one(date(year, month, day))
    short = _SHORT.fullmatch(text)
    return _one(date(today.year, int(short[1]), int(short[2]))) if short else None


def _one(day: date) -> tuple[date, date]:
    return day, day + timedelta(days=1)


def _month(year: int, month: int) -> tuple[date, date]:
    following = date(year + 1, 1, 1) if month == _DECEMBER else date(year, month + 1, 1)
    return date(year, month, 1), following
