"""Local history: every save, conversion and large paste of an article can be looked at and put back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.article import Variant, slip_to_plain
from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles
from editor.operations.autosaving import keep_version, version_of
from editor.operations.content import from_draft
from editor.records.articles import Kept, Stored, Version
from editor.store import drafts, history

if TYPE_CHECKING:
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session


def keep(desk: Desk, name: str, why: str, person: str = "") -> int:
    """Keep what stands there now, before it is converted or written over; returns its number in the history.

    Raises:
        EditorError: There is no such article, or the library cannot be written.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        return keep_version(session, sheet.article, sheet.content, why, person)


def versions(desk: Desk, name: str) -> tuple[Kept, ...]:
    """Versions of a variant that were kept, newest first.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        found = history.of_article(desk.library.raw, session.newsroom, sheet.article, str(sheet.variant))
    return tuple(_kept(past) for past in found)


def version(desk: Desk, number: int) -> Version:
    """A version with its text.

    Raises:
        EditorError: There is none of that number, or it is damaged.
    """
    with desk.reading():
        past, text = history.read(desk.library.raw, number)
    content = from_draft(past.variant, text)
    return Version(_kept(past), slip_to_plain(content.slip), content.text)


def size(desk: Desk, article: str | None = None) -> int:
    """Bytes that the history takes: of one article, or None = of all. Nothing in it is removed by itself."""
    with desk.reading() as session:
        return history.size(desk.library.raw, session.newsroom, article)


def restore(desk: Desk, number: int, person: str = "", *, unlock: bool = False) -> Stored:
    """Put a version back as the draft; what stood there is kept first, so that restoring can be undone the same way.

    The 稿号 of today stays. Sign-offs are not touched: they stand on their revisions.

    Raises:
        EditorError: There is no such version, the article is gone, or its text is locked (转载, 通稿).
    """
    with desk.writing() as session:
        past, text = history.read(desk.library.raw, number)
        sheet = _sheet(session, past)
        before = sheet.content
        old = from_draft(past.variant, text)
        content = dataclasses.replace(old, slip=dataclasses.replace(old.slip, number=before.slip.number))
        origin = before.slip.origin
        if origin is not None and origin.locked and content.text != before.text and not unlock:
            raise EditorError.refused("text_locked", id=sheet.name)
        kept = keep_version(session, sheet.article, before, "restore", sheet.draft.author if sheet.draft else "")
        draft = articles.drafted(session, sheet, content, person or (sheet.draft.author if sheet.draft else ""))
        drafts.save(desk.library, draft)
        articles.refresh(session, sheet.article)
        return Stored(
            article=sheet.article,
            variant=str(sheet.variant),
            name=sheet.name,
            number=before.slip.number,
            saved_at=draft.saved_at,
            version=version_of(draft.text),
            kept=kept,
            changes=Changes(drafts=frozenset({sheet.article})),
        )


def _sheet(session: Session, past: history.Past) -> Sheet:
    there = articles.of_article(session, past.article)
    variant = Variant(past.variant)
    if variant not in there:
        raise EditorError.unreadable("variant_unknown", id=past.article, variant=past.variant)
    return there[variant]


def _kept(past: history.Past) -> Kept:
    return Kept(
        id=past.id,
        article=past.article,
        variant=past.variant,
        at=past.at,
        why=past.why,
        person=past.person,
        characters=past.characters,
        size=past.size,
    )
