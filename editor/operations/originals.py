"""What differs between a text and the original that was taken in: 与原件一致, or the list of differences.

The original is the first 代录 of the text, which is the kept file but for mended damage; for a text that was changed
before anybody entered it, what its first revision recorded, believed only when it stands in the kept file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.article import Variant, slip_from_plain
from editor.operations import faithful
from editor.operations.comparing import compare
from editor.operations.content import Content, from_draft, from_revision
from editor.store import drafts, kept_files
from editor.workflow.history import derived_from
from editor.workflow.rules import RevisionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.records.review import Difference
    from editor.workflow.entry import Entry
    from editor.workflow.rules import Case

# Fields that a page prints and that nobody may twist; who edits it here and where it runs is the newsroom's own.
_PRINTED = frozenset({"kicker", "headline", "subheadline", "dateline"})


def differences(session: Session, sheet: Sheet) -> tuple[Difference, ...] | None:
    """Places where what stands there differs from the original, () = 与原件一致; None when there is no original."""
    return differences_of(session, sheet, sheet.content)


def differences_of(session: Session, sheet: Sheet, content: Content) -> tuple[Difference, ...] | None:
    """The same for a text of the article that is not, or not yet, what stands there."""
    original = original_of(session, sheet)
    if original is None:
        return None
    places = compare(original.article(sheet.article), content.article(sheet.article)).places
    return tuple(place for place in places if place.block is not None or place.field in _PRINTED)


def original_of(session: Session, sheet: Sheet) -> Content | None:
    """The text as it was taken in, in the variant of the sheet; None when it was written here."""
    revision = sheet.revision
    if revision is not None:
        return _of_revision(session, sheet.case, revision)
    return _of_draft(session, sheet, from_draft(sheet.variant, sheet.draft.text)) if sheet.draft is not None else None


def _of_draft(session: Session, sheet: Sheet, content: Content) -> Content | None:
    if content.entered is not None:
        return content
    if content.derived is None:
        return _recorded(session, content.variant, content.original)
    source = sheet.case.history.revision(str(content.derived.get("revision", "")))
    if source is not None:
        return _converted(_of_revision(session, sheet.case, source), content.variant, content.derived)
    kept = drafts.find(session.connection, session.newsroom, sheet.article).get(str(sheet.own))
    if kept is None or sheet.own == sheet.variant:
        return None
    whole = from_draft(sheet.own, kept.text)
    before = whole if whole.entered is not None else _recorded(session, sheet.own, whole.original)
    return _converted(before, content.variant, content.derived)


def _of_revision(session: Session, case: Case, revision: Entry) -> Content | None:
    seen = set()
    root = revision
    while root.parents and root.id not in seen:
        seen.add(root.id)
        before = case.history.revision(root.parents[0])
        if before is None:
            return None
        root = before
    kind = case.kind(root)
    content = from_revision(root)
    if kind == RevisionKind.ENTERED:
        return content
    source = case.history.revision(derived_from(root))
    if source is not None and content.derived is not None:
        return _converted(_of_revision(session, case, source), content.variant, content.derived)
    return _recorded(session, content.variant, content.original)


def _converted(source: Content | None, variant: Variant, claim: Mapping[str, Any]) -> Content | None:
    return faithful.converted(source, variant, claim) if source is not None else None


def _recorded(session: Session, variant: Variant, record: Mapping[str, Any] | None) -> Content | None:
    """A recorded original, when the file it names is here and says the same."""
    if record is None:
        return None
    text, slip, name = (record.get(key) for key in ("text", "slip", "original"))
    if not isinstance(text, str) or not isinstance(slip, dict) or not isinstance(name, str):
        return None
    kept = kept_files.find(session.connection, session.newsroom, name)
    content = Content(variant, slip_from_plain(slip), text)
    return content if kept is not None and faithful.stands_in(content, record, kept[1]) else None
