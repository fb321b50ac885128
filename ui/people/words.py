"""What the levels of people are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_ORDER = ("reporter", "1", "2", "3", "admin")


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


def level_words(levels: tuple[str, ...]) -> str:
    """The levels of somebody in words."""
    return " · ".join(level_word(level) for level in _ORDER if level in levels)
