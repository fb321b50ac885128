"""A draft becomes a revision: of whoever wrote it, and with what is true of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.operations import articles, objections
from editor.operations.content import as_written, from_draft, to_revision
from editor.store import drafts
from editor.workflow.entry import Entry, Kind

if TYPE_CHECKING:
    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Session


def before_another_writes(session: Session, sheet: Sheet, person: str) -> Sheet:
    """What somebody left unfinished becomes a revision of his before another writes on, so that it stays his.

    A text under review stays as it is: there a change is the reviewer's own, or opens a new round.
    """
    draft = sheet.draft
    if draft is None or not person or draft.author in {"", person} or not objections.has_changes(sheet):
        return sheet
    writer = writer_of(session, draft.author)
    if writer is None or not objections.no_open_round(sheet):
        return sheet
    make_revision(session, sheet, writer, draft)
    return articles.of_article(session, sheet.article)[sheet.variant]


def make_revision(session: Session, sheet: Sheet, identity: Identity, draft: drafts.Draft) -> tuple[Entry, str]:
    """The draft as a revision of whoever wrote it: nobody writes a text, has another hand it in, and passes it."""
    content = from_draft(sheet.variant, draft.text)
    parents = [draft.base] if draft.base else []
    case = session.case(sheet.article)
    writer = writer_of(session, draft.author) or identity
    entry = session.compose(writer.person, Kind.REVISION, sheet.article, sheet.variant, to_revision(content, parents))
    if case.with_entry(entry).kind(entry) == "written":  # say of a revision only what is true of it
        body = to_revision(as_written(content), parents)
        entry = session.compose(writer.person, Kind.REVISION, sheet.article, sheet.variant, body)
    written = session.write(writer, entry)
    drafts.drop(session.connection, draft)
    return written, str(session.case(sheet.article).kind(written))


def writer_of(session: Session, person: str) -> Identity | None:
    """Who wrote a draft, when he is an active member and his key is here and opens; else whoever hands it in signs."""
    here = [identity for identity in session.desk.keys.identities(session.newsroom) if identity.person == person]
    if not here or objections.not_active(session, person):
        return None
    try:
        session.desk.keys.unlock(here[0])
    except EditorError:
        return None
    return here[0]
