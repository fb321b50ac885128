"""How it is said when and why a version was kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_TONES = {
    "save": "green",
    "recovered": "amber",
    "refused": "red",
    "replaced": "violet",
    "restore": "teal",
}


def tone(why: str) -> str:
    """Tone of the pill of a reason."""
    return _TONES.get(why, "gray")


def reason(why: str) -> str:
    """Why a version was kept."""
    translate = QCoreApplication.translate
    return {
        "save": translate("History", "Saved"),
        "conversion": translate("History", "Conversion"),
        "paste": translate("History", "Paste"),
        "restore": translate("History", "Before restoring"),
        "recovered": translate("History", "Recovered"),
        "replaced": translate("History", "Written over"),
        "refused": translate("History", "Not taken"),
    }.get(why, why)


def moment(iso: str, now: datetime) -> datetime | None:
    """A time in the zone of ``now``, None when it is none."""
    try:
        return datetime.fromisoformat(iso).astimezone(now.tzinfo)
    except ValueError:
        return None


def clock(at: datetime) -> str:
    """Hour and minute."""
    return at.strftime("%H:%M")


def day(at: datetime, now: datetime) -> str:
    """Today, yesterday, or the date."""
    translate = QCoreApplication.translate
    date = at.date()
    if date == now.date():
        return translate("History", "Today")
    if date == (now - timedelta(days=1)).date():
        return translate("History", "Yesterday")
    form = translate("History", "MMMM d", "date of this year, as QLocale writes it")
    if date.year != now.year:
        form = translate("History", "MMMM d, yyyy", "date of another year, as QLocale writes it")
    return QLocale().toString(QDate(date.year, date.month, date.day), form)


def size(characters: int) -> str:
    """字数 of a version."""
    return QCoreApplication.translate("History", "{n} characters").format(n=QLocale().toString(characters))


def difference(characters: int) -> str:
    """How much longer or shorter than the version before."""
    if not characters:
        return "±0"
    return f"+{characters}" if characters > 0 else f"\N{MINUS SIGN}{-characters}"


def title(at: datetime | None, now: datetime) -> str:
    """What is compared."""
    translate = QCoreApplication.translate
    if at is None:
        return translate("History", "This version ↔ now")
    return translate("History", "{day} {time} ↔ now").format(day=day(at, now), time=clock(at))
