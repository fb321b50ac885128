"""Times of the slip as people write them: 20:00, 明天 18:30, 9-19 08:00, 2026-11-24 20:00."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_CLOCK = re.compile(r"(\d{1,2})[:：点](\d{1,2})?分?$")
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_WORDS = {"今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "後天": 2}


def shown(iso: str, now: datetime) -> str:
    """A time of the slip, short; what is no time is shown as it is."""
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if "T" not in iso and " " not in iso:
        return iso
    here = found.astimezone(now.tzinfo) if found.tzinfo is not None else found
    form = "%m-%d %H:%M" if here.year == now.year else "%Y-%m-%d %H:%M"
    return here.strftime(form)


def meant(text: str, now: datetime) -> str:
    """What somebody typed as ISO 8601 with the zone of ``now``; what cannot be read stays as typed."""
    rest = text.strip()
    if not rest:
        return ""
    try:
        whole = datetime.fromisoformat(rest)
    except ValueError:
        pass
    else:
        return rest if len(rest) <= len("2026-11-24") or whole.tzinfo is not None else _zoned(whole, now)
    day, rest = _day_of(rest, now)
    clock = _CLOCK.search(rest)
    if clock is None:
        return day.isoformat() if day is not None and not rest.strip() else text.strip()
    hour, minute = int(clock[1]), int(clock[2] or 0)
    if hour > 23 or minute > 59 or rest[: clock.start()].strip():  # noqa: PLR2004  (a clock)
        return text.strip()
    return _zoned(datetime.combine(day or now.date(), time(hour, minute)), now)


def _day_of(text: str, now: datetime) -> tuple[date | None, str]:
    for word, days in _WORDS.items():
        if text.lower().startswith(word):
            return now.date() + timedelta(days=days), text[len(word) :]
    found = _DAY.match(text)
    if found is None:
        return None, text
    try:
        return date(int(found[1] or now.year), int(found[2]), int(found[3])), text[found.end() :]
    except ValueError:
        return None, text


def _zoned(moment: datetime, now: datetime) -> str:
    return moment.replace(tzinfo=now.tzinfo).isoformat(timespec="seconds")
