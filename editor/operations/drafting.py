"""Writing: the text of a draft is replaced by what somebody wrote."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles
from editor.operations.acting import actor
from editor.operations.autosaving import keep_version
from editor.operations.content import rewritten
from editor.operations.revising import before_another_writes
from editor.store import drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.newsroom.identity import Identity
    from editor.operations.content import Content
    from editor.operations.desk import Desk, Session


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft that is on the disk."""

    name: str
    number: str
    saved_at: str
    changes: Changes


def save_draft(
    desk: Desk,
    name: str,
    change: Callable[[Content], Content],
    person: str | None = None,
    *,
    unlock: bool = False,
    why: str = "",
) -> Saved:
    """Save what somebody wrote; the 稿号 stays, and a changed text no longer counts as entered or converted.

    Args:
        desk: Where.
        name: Which article or variant.
        change: Gives the new content for the one that stands there.
        person: Who writes; None = the only identity here, or nobody before there is a newsroom.
        unlock: Change the text of a reprint or wire copy (转载, 通稿), which runs unchanged otherwise.
        why: Why both texts, that which stood there and the new one, are kept in the local history; "" keeps none.

    Raises:
        EditorError: There is no such article, its text is locked, or the library cannot be written.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        writer = _writer(session, person)
        before = sheet.content
        after = change(before)
        after = dataclasses.replace(
            after, variant=sheet.variant, slip=dataclasses.replace(after.slip, number=before.slip.number)
        )
        origin = before.slip.origin
        if origin is not None and origin.locked and after.text != before.text and not unlock:
            raise EditorError.refused("text_locked", id=sheet.name)
        if not after.same_text(before):
            if why and sheet.draft is not None:
                keep_version(session, sheet.article, before, "replaced", sheet.draft.author)
            after = rewritten(before, after)
            sheet = before_another_writes(session, sheet, writer)
        draft = articles.drafted(session, sheet, after, writer)
        drafts.save(desk.library, draft)
        articles.refresh(session, sheet.article)
        if why:
            keep_version(session, sheet.article, after, why, writer)
        changes = Changes(drafts=frozenset({sheet.article}))
        return Saved(sheet.name, before.slip.number, draft.saved_at, changes)


def _writer(session: Session, person: str | None) -> str:
    if not session.newsroom:
        return ""
    identity: Identity = actor(session, person, lambda who: "" if who.person in session.people else "not_member")
    return identity.person


def put_in_column(desk: Desk, name: str, column: str) -> Saved:
    """Put a draft into a column of the newsroom; the text stays what it was taken in as."""
    with desk.writing() as session:
        sheet = articles.find(session, name)
        content = sheet.content
        content = dataclasses.replace(content, slip=dataclasses.replace(content.slip, column=column))
        draft = articles.drafted(session, sheet, content, "" if sheet.draft is None else sheet.draft.author)
        drafts.save(desk.library, draft)
        articles.refresh(session, sheet.article)
        changes = Changes(drafts=frozenset({sheet.article}))
        return Saved(sheet.name, content.slip.number, draft.saved_at, changes)
