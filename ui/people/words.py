"""What the levels of people are called."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QCoreApplication, QLocale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.records.review import Colleague

_ORDER = ("reporter", "1", "2", "3", "admin")
_WAY = _ORDER[:4]


def level_word(level: str) -> str:
    """The word for a level."""
    translate = QCoreApplication.translate
    return {
        "reporter": translate("Level", "Reporter"),
        "1": translate("Level", "First review"),
        "2": translate("Level", "Second review"),
        "3": translate("Level", "Final review"),
        "admin": translate("Level", "Administration"),
    }.get(level, level)


def by_level(people: Iterable[Colleague]) -> list[Colleague]:
    """People from the first step to the last: reporters, then reviewers by their highest level; then by name.

    Names as a Chinese list has them, by pronunciation. Who holds no level of the way, as an administrator alone, is
    the last.
    """
    collator = QCollator(QLocale(QLocale.Language.Chinese))

    def place(one: Colleague) -> int:
        return max((_ORDER.index(level) for level in one.levels if level in _WAY), default=len(_ORDER))

    alike = cmp_to_key(collator.compare)
    return sorted(people, key=lambda one: (place(one), alike(one.name), one.person))


def level_words(levels: tuple[str, ...]) -> str:
    """The levels of somebody in words."""
    return " · ".join(level_word(level) for level in _ORDER if level in levels)
