"""What stands in a list with no article in it: what is so, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.records.articles import (
    ARCHIVE,
    COLUMN,
    MY_PUBLISHED,
    MY_RETURNED,
    MY_SUBMITTED,
    SEARCH,
    TRASH,
)

if TYPE_CHECKING:
    from editor.records.articles import View

_BEGIN = ("file.new", "file.import")
_AGAIN = ("view.refresh",)


class Emptiness(NamedTuple):
    """A title, a sentence, and names of the actions that are offered."""

    title: str
    told: str
    deeds: tuple[str, ...] = ()


def emptiness_of(view: View) -> Emptiness:
    """What an empty list says; only where somebody writes he is told to write."""
    if view.kind.startswith("level"):
        return _of_reviews()
    translate = QCoreApplication.translate
    begin = translate("Empty", "Nothing here yet"), translate("Empty", "Write an article or take some in.")
    return {**_of_ways(), **_of_places()}.get(view.kind, Emptiness(*begin, _BEGIN))


def _of_reviews() -> Emptiness:
    translate = QCoreApplication.translate
    told = translate("Empty", "What is submitted comes here by itself. Look at the other levels, or read again.")
    return Emptiness(translate("Empty", "No article waits for this review"), told, _AGAIN)


def _of_ways() -> dict[str, Emptiness]:
    """Lists of what is somewhere on its way."""
    translate = QCoreApplication.translate
    published = Emptiness(
        translate("Empty", "Nothing is published yet"),
        translate("Empty", "Signed articles come here when a target has taken them."),
    )
    returned = Emptiness(
        translate("Empty", "Nothing was returned"),
        translate("Empty", "What is to be changed comes here with the reason."),
    )
    return {
        MY_SUBMITTED: Emptiness(
            translate("Empty", "Nothing is submitted"),
            translate("Empty", "What you submit stands here until it is signed off."),
        ),
        MY_RETURNED: returned,
        "returned": returned,
        MY_PUBLISHED: published,
        "sent": published,
        "approved": Emptiness(
            translate("Empty", "Nothing waits to be published"),
            translate("Empty", "Articles come here when the last level has signed them off."),
            _AGAIN,
        ),
        "held": Emptiness(
            translate("Empty", "Nothing is on hold"),
            translate("Empty", "What is kept for later in review stands here."),
        ),
        "refused": Emptiness(
            translate("Empty", "Nothing was refused"),
            translate("Empty", "What is not used stands here and can be reopened."),
        ),
        "withdrawn": Emptiness(
            translate("Empty", "Nothing is withdrawn"),
            translate("Empty", "Withdrawn articles stand here with their disposal sheets."),
        ),
    }


def _of_places() -> dict[str, Emptiness]:
    """Lists of what lies somewhere."""
    translate = QCoreApplication.translate
    return {
        ARCHIVE: Emptiness(
            translate("Empty", "The archive is empty"),
            translate("Empty", "Choose articles in a list and archive them."),
        ),
        TRASH: Emptiness(
            translate("Empty", "The waste bin is empty"),
            translate("Empty", "What is thrown away can be put back from here."),
        ),
        COLUMN: Emptiness(
            translate("Empty", "No article in this column"),
            translate("Empty", "The column of an article stands in its slip."),
            _BEGIN,
        ),
        SEARCH: Emptiness(
            translate("Empty", "Nothing found"),
            translate("Empty", "Try fewer or other words; Simplified and Traditional find one another."),
        ),
    }
