"""How it is said where what was typed is by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.service.messages import Failure
from ui.keeping.book import Standing

if TYPE_CHECKING:
    from ui.keeping.book import Trouble
    from ui.sentences import Sentences


class Shown(NamedTuple):
    """Text, icon and name of the color for the status bar."""

    text: str
    icon: str
    color: str


def shown(standing: Standing) -> Shown:
    """What the status bar says."""
    translate = QCoreApplication.translate
    return {
        Standing.NOTHING: Shown("", "circle-check", "green"),
        Standing.UNSAVED: Shown(translate("Keeping", "Not saved yet"), "pencil", "text3"),
        Standing.ON_DISK: Shown(translate("Keeping", "Saved on this computer"), "hard-drive", "text3"),
        Standing.IN_LIBRARY: Shown(translate("Keeping", "Saved in the library"), "circle-check", "green"),
    }[standing]


_OF_LIBRARY = {
    "library_locked": "journal.library_locked",
    "library_full": "journal.library_full",
    "library_read_only": "journal.library_read_only",
    "library_damaged": "journal.library_damaged",
    "library_missing": "journal.library_gone",
    "library_cannot_open": "journal.library_gone",
    "library_disk_error": "journal.library_disk_error",
}
CANNOT_BE_SAVED = frozenset(_OF_LIBRARY) - {"library_locked"}
"""Troubles of the library that do not pass by themselves."""


def told(trouble: Trouble, sentences: Sentences) -> str:
    """What happened, what was kept and what to do."""
    if trouble.kept_here and trouble.code in _OF_LIBRARY:
        return sentences.sentence(_OF_LIBRARY[trouble.code], trouble.details)
    said = sentences.of_failure(Failure(0, trouble.code, trouble.details))
    return f"{said} {sentences.sentence('journal.kept_here')}" if trouble.kept_here else said
