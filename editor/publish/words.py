"""Words that published pages print, in the script of the page, and times as a reader reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.article import Variant

CHINA_TIME = timezone(timedelta(hours=8))
"""Asia/Shanghai; without daylight saving since 1991, so no zone database is needed."""

_DATE = len("2021-09-19")


@cache
def _table() -> dict[str, Any]:
    return resources.table("templates/words.toml")


def words(*, traditional: bool) -> Mapping[str, str]:
    """The words of a page by key."""
    found: Mapping[str, str] = _table()["hant" if traditional else "hans"]
    return found


def words_of(variant: Variant) -> Mapping[str, str]:
    """The words of a page in a language variant."""
    return words(traditional=variant.traditional)


def _named(group: str, key: str, *, traditional: bool) -> str | None:
    names: Mapping[str, str] = _table()["hant" if traditional else "hans"][group]
    return names.get(key)


def role_name(role: str, variant: Variant) -> str:
    """What a role of a byline is called, "" for one that has no name of its own."""
    return _named("roles", role, traditional=variant.traditional) or ""


def level_name(label: str, variant: Variant) -> str:
    """The name of a level in the script of the page; a name that the house made up stays as it is."""
    return _named("levels", label, traditional=variant.traditional) or label


def passed_name(number: int, variant: Variant) -> str:
    """What the foot of a page calls the first, second, third level that an article passed (一审, 二审, 三审)."""
    return _named("passed", str(number), traditional=variant.traditional) or str(number)


def variant_name(variant: str, *, traditional: bool) -> str:
    """What a language variant is called in a switch on a page."""
    return _named("variants_named", variant, traditional=traditional) or variant


@lru_cache(maxsize=1000)
def moment(text: str) -> datetime | None:
    """A time or date of a slip (ISO 8601) as an aware time; without a zone it is China's. None when it is neither."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=CHINA_TIME)


@lru_cache(maxsize=1000)
def shown_time(text: str) -> str:
    """A time as pages print it (``2021年9月19日 21:44``), a date alone without time; what is no time stays."""
    found = moment(text)
    if found is None:
        return text
    there = found.astimezone(CHINA_TIME)
    day = f"{there.year}年{there.month}月{there.day}日"
    return day if len(text) <= _DATE else f"{day} {there:%H:%M}"


def utc_text(text: str) -> str:
    """A time in UTC (``2021-09-19T13:44:50Z``), so that texts sort as times do; "" when it is none."""
    found = moment(text)
    if found is None:
        return ""
    try:
        return f"{found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    except OverflowError:
        return ""
