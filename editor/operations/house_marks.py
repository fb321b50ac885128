"""Whose quotation marks a script variant has: those of the profile by which it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations import articles
from editor.workflow.history import derived_from

if TYPE_CHECKING:
    from editor.article import Variant
    from editor.operations.articles import Sheet
    from editor.operations.desk import Session


def keeps_quotes(session: Session, article: str, variant: Variant) -> bool:
    """Whether a variant was made for readers elsewhere by a house that keeps its own “” (大陆媒体·台湾读者).

    A text that was not converted here, and one made for a house of the region, has the marks of the region.
    """
    try:
        sheet = articles.of_article(session, article).get(variant)
    except EditorError:
        return False
    if sheet is None or sheet.variant == sheet.own:
        return False
    claim = _claim(sheet)
    options = claim.get("options")
    return isinstance(options, dict) and options.get("quotes") is not True


def _claim(sheet: Sheet) -> dict[str, Any]:
    """What the newest conversion recorded, also where somebody has written on since."""
    try:
        derived = sheet.content.derived
    except EditorError:  # a damaged draft
        derived = None
    if derived is not None:
        return dict(derived)
    if sheet.revision is None:
        return {}
    history = sheet.case.history
    found = [history.entries[identifier] for identifier in history.ancestry(sheet.revision.id)]
    made = [entry for entry in found if entry.variant == sheet.variant and derived_from(entry)]
    newest = max(made, key=lambda entry: (entry.at, entry.id), default=None)
    claim = newest.content.get("derived_from") if newest is not None else None
    return claim if isinstance(claim, dict) else {}
