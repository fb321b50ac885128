"""Values of the slip as its fields show them, and what is typed into the fields as values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from editor.article import Origin
from ui.desk import byline, moments

if TYPE_CHECKING:
    from datetime import datetime

    from editor.article import Slip

_TIMES = frozenset({"deadline", "publish_at", "embargo", "published_at"})
_LENGTH = re.compile(r"(\d[\d,，]*)\s*字?$")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def origins() -> list[tuple[str, str]]:
    """Codes of 来源性质 with their words."""
    translate = QCoreApplication.translate
    return [
        ("own", translate("Review", "Own report")),
        ("first", translate("Review", "First publication")),
        ("reprint", translate("Review", "Reprint")),
        ("wire_copy", translate("Review", "Wire copy")),
    ]


def genres() -> list[tuple[str, str]]:
    """Codes of 体裁 with their words."""
    translate = QCoreApplication.translate
    return [
        ("news", translate("Review", "News")),
        ("feature", translate("Review", "Feature")),
        ("commentary", translate("Review", "Commentary")),
        ("interview", translate("Review", "Interview")),
        ("notice", translate("Review", "Notice")),
        ("picture", translate("Review", "Picture story")),
        ("other", translate("Review", "Other")),
    ]


def choices_of(name: str) -> list[tuple[str, str]]:
    """Codes and words that a field may have, () for one that takes anything."""
    return origins() if name == "origin" else genres() if name == "genre" else []


def shown(slip: Slip, name: str, now: datetime) -> str:
    """What a field shows."""
    value = getattr(slip, name)
    if name in _TIMES:
        return moments.shown(value, now)
    if name == "byline":
        return byline.as_text(value)
    if name == "keywords":
        return " ".join(value)
    text = "" if value is None else str(value)
    return dict(choices_of(name)).get(text, text)


def meant(slip: Slip, name: str, text: str, now: datetime) -> Any:
    """What somebody typed, as the slip keeps it; ``slip`` is the one that was shown."""
    if name == "byline":
        return byline.as_byline(text, slip.byline)
    if name == "keywords":
        return tuple(text.replace("，", " ").replace(",", " ").replace("、", " ").split())
    if name in {"origin", "genre"}:
        return _chosen(name, text)
    if name in _TIMES:
        return moments.meant(text, now)
    if name == "planned_length":
        return as_length(text)
    return text


def _chosen(name: str, text: str) -> Origin | str | None:
    code = _code(name, text)
    if name == "origin":
        return Origin(code) if code in set(Origin) else None
    return code or None


def _code(name: str, text: str) -> str:
    return {word: code for code, word in choices_of(name)}.get(text, text)


def understood(name: str, text: str) -> bool:
    """Whether the slip can keep what is typed."""
    if name == "origin":
        return not text or _code(name, text) in set(Origin)
    return name != "planned_length" or not text or length(text) is not None


def as_length(text: str) -> str:
    """计划字数 in figures where they can be read (1,200字 → 1200), else as typed."""
    found = length(text)
    return text if found is None else str(found)


def length(text: str) -> int | None:
    """计划字数; None when there is none."""
    found = _LENGTH.fullmatch(text.strip().translate(_FULL_WIDTH))
    return int(found[1].replace(",", "").replace("，", "")) or None if found is not None else None
