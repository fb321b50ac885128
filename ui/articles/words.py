"""Words for states, origins and times in a list."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui.clock import NEWSROOM_TIME

_TONES = {
    "draft": "gray",
    "level1": "amber",
    "level2": "amber",
    "level3": "violet",
    "returned": "red",
    "held": "teal",
    "refused": "gray",
    "approved": "green",
    "sent": "green",
    "withdrawn": "red",
}
SOON = timedelta(hours=2)


def tone(state: str) -> str:
    """Tone of the pill of a state."""
    return _TONES.get(state, "gray")


def state_word(state: str) -> str:
    """The word for a state."""
    translate = QCoreApplication.translate
    words = {
        "draft": translate("State", "Draft"),
        "level1": translate("State", "For first review"),
        "level2": translate("State", "For second review"),
        "level3": translate("State", "For final review"),
        "returned": translate("State", "Returned"),
        "held": translate("State", "On hold"),
        "refused": translate("State", "Not used"),
        "approved": translate("State", "Signed off"),
        "sent": translate("State", "Published"),
        "withdrawn": translate("State", "Withdrawn"),
    }
    return words.get(state, state)


def origin_mark(origin: str) -> str:
    """The short mark of an origin that binds the text: 转 or 通; "" for everything else."""
    translate = QCoreApplication.translate
    return {"reprint": translate("Origin", "R"), "wire_copy": translate("Origin", "W")}.get(origin, "")


def moment(iso: str) -> datetime | None:
    """A time of the slip, in the zone of the newsroom; None when it is none."""
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return found.astimezone(NEWSROOM_TIME) if found.tzinfo is not None else found.replace(tzinfo=NEWSROOM_TIME)


def when(iso: str, now: datetime) -> str:
    """A time as a list shows it: the hour today, yesterday, else the day."""
    found = moment(iso)
    if found is None:
        return ""
    here = found.astimezone(now.tzinfo)
    days = (now.date() - here.date()).days
    if days == 0:
        return f"{here:%H:%M}"
    if days == 1:
        return QCoreApplication.translate("When", "Yesterday")
    if here.year == now.year:
        day = QDate(here.year, here.month, here.day)
        return QLocale().toString(day, QCoreApplication.translate("When", "MMM d"))
    return f"{here:%Y-%m-%d}"


def countdown(iso: str, now: datetime, *, short: bool = False) -> tuple[str, str]:
    """截稿: how long there is still, and the tone (gray, amber within two hours, red when it is late).

    ``short``: without the word, where the clock beside it has to be enough; that something is late is always said.
    """
    found = moment(iso)
    if found is None:
        return "", ""
    left = found - now
    late = left < timedelta(0)
    minutes = int(abs(left).total_seconds() // 60)
    span = _span(minutes)
    if late:
        return QCoreApplication.translate("When", "late {span}").format(span=span), "red"
    said = span if short else QCoreApplication.translate("When", "due {span}").format(span=span)
    return said, "amber" if left <= SOON else "gray"


def _span(minutes: int) -> str:
    translate = QCoreApplication.translate
    if minutes < 60:  # noqa: PLR2004
        return translate("When", "{n} min").format(n=minutes)
    hours = minutes // 60
    if hours < 48:  # noqa: PLR2004
        return translate("When", "{n} h").format(n=hours)
    return translate("When", "{n} d").format(n=hours // 24)


def day_word(day: str, now: datetime) -> str:
    """The name of a day's group: today, yesterday, else the date."""
    if not day:
        return ""
    if day == f"{now:%Y-%m-%d}":
        return QCoreApplication.translate("When", "Today")
    return when(f"{day}T00:00:00", now)
