"""Which places a person sees: his own articles, what his levels review, the columns, the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.records.articles import (
    ALL,
    ARCHIVE,
    COLUMN,
    MY_DRAFTS,
    MY_PUBLISHED,
    MY_RETURNED,
    MY_SUBMITTED,
    SEARCH,
    TRASH,
    View,
)
from ui.navigation.panel import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.articles import SavedSearch
    from editor.records.review import Colleague

_EDITOR_LEVELS = ("level1", "level2", "level3")


def word_of(view: View) -> str:
    """What a place is called."""
    translate = QCoreApplication.translate
    if view.kind == COLUMN:
        return view.name or translate("Navigation", "No column")
    words = {
        MY_DRAFTS: translate("Navigation", "My drafts"),
        MY_SUBMITTED: translate("Navigation", "Submitted"),
        MY_RETURNED: translate("Navigation", "Returned to me"),
        MY_PUBLISHED: translate("Navigation", "Published"),
        "draft": translate("Navigation", "Drafts"),
        "level1": translate("Navigation", "For first review"),
        "level2": translate("Navigation", "For second review"),
        "level3": translate("Navigation", "For final review"),
        "returned": translate("Navigation", "Returned"),
        "held": translate("Navigation", "On hold"),
        "refused": translate("Navigation", "Not used"),
        "approved": translate("Navigation", "Signed off"),
        "sent": translate("Navigation", "Published"),
        "withdrawn": translate("Navigation", "Withdrawn"),
        ALL: translate("Navigation", "All articles"),
        ARCHIVE: translate("Navigation", "Archive"),
        TRASH: translate("Navigation", "Waste bin"),
        SEARCH: translate("Navigation", "Search"),
    }
    return words.get(view.kind, view.kind)


_ICONS = {
    MY_DRAFTS: "pencil",
    MY_SUBMITTED: "send",
    MY_RETURNED: "corner-up-left",
    MY_PUBLISHED: "newspaper",
    "draft": "file-text",
    "level1": "circle-check",
    "level2": "check-check",
    "level3": "stamp",
    "held": "pause",
    "approved": "signature",
    "sent": "newspaper",
    "withdrawn": "ban",
    "returned": "corner-up-left",
    ALL: "inbox",
    ARCHIVE: "archive",
    TRASH: "trash-2",
    COLUMN: "tag",
}


def _spot(view: View, *, urgent: bool = False) -> Spot:
    return Spot(word_of(view), _ICONS.get(view.kind, "folder"), view, urgent)


def spots_of(person: Colleague | None, columns: Sequence[str], saved: Sequence[SavedSearch]) -> list[Spot]:
    """The places for somebody; for nobody in particular, before there is a newsroom, the drafts and the bin."""
    translate = QCoreApplication.translate
    who = person.person if person is not None else ""
    desk = [_spot(View(MY_DRAFTS, who))]
    if person is not None:
        desk += [
            _spot(View(MY_SUBMITTED, who)),
            _spot(View(MY_RETURNED, who), urgent=True),
            _spot(View(MY_PUBLISHED, who)),
        ]
    found = [Spot(translate("Navigation", "My desk")), *desk]
    if person is not None and set(person.levels) & {"1", "2", "3"}:
        found.append(Spot(translate("Navigation", "Workflow")))
        found += [_spot(View(kind)) for kind in _EDITOR_LEVELS]
        found += [_spot(View(kind)) for kind in ("held", "approved", "sent", "withdrawn")]
        found.append(Spot(translate("Navigation", "Publishing queue"), "send", deed="queue.show"))
    names = [name for name in columns if name]
    if names:
        found.append(Spot(translate("Navigation", "Columns")))
        found += [_spot(View(COLUMN, name)) for name in names]
    if saved:
        found.append(Spot(translate("Navigation", "Saved searches")))
        found += [Spot(one.name, "search", View(SEARCH, one.query)) for one in saved]
    found.append(Spot(translate("Navigation", "Everything")))
    found += [_spot(View(ALL)), _spot(View(ARCHIVE)), _spot(View(TRASH))]
    return found
