"""What is said of a comparison: the present change, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.review import words

if TYPE_CHECKING:
    from ui.review.compared import Compared

_SHORT = 24  # characters of a change that are read out


def change_told(compared: Compared, number: int, *, confirmed: bool) -> str:
    """A change in words, for those who cannot see it."""
    translate = QCoreApplication.translate
    place = compared.place(compared.stops[number])
    parts = [translate("Review", "change {n} of {all}").format(n=number + 1, all=len(compared.stops))]
    if place is not None and place.field:
        parts.append(words.field_word(place.field))
    if place is not None and place.before:
        parts.append(translate("Review", "taken out: {text}").format(text=place.before[:_SHORT]))
    if place is not None and place.after:
        parts.append(translate("Review", "put in: {text}").format(text=place.after[:_SHORT]))
    if confirmed:
        parts.append(translate("Review", "confirmed"))
    return words.listed(parts)


def keys_told(*, countercheck: bool) -> str:
    """Which keys there are."""
    translate = QCoreApplication.translate
    if countercheck:
        return translate(
            "Review",
            "Space  confirm and next · Backspace  take back · F7 / Shift+F7  change · F2  correct · Esc  back",
        )
    return translate(
        "Review", "F7 / Shift+F7  next, previous change · Enter  unfold · F2  correct · V  side by side · Esc  back"
    )
