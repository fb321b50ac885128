"""What somebody types comes to the disk: at every pause, under one second, and nothing typed is refused away.

While somebody writes on a draft that is there, one row is written and nothing else; the row of the list and the index
follow in an idle moment (`keeping_up`), of which the library itself keeps the list.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article import Variant, slip_from_plain, slip_to_plain
from editor.changes import Changes
from editor.errors import EditorError
from editor.markup.reader import read
from editor.operations import articles, projection
from editor.operations.acting import actor
from editor.operations.content import Content, from_draft, rewritten, to_draft
from editor.operations.numbering import next_number
from editor.operations.revising import before_another_writes
from editor.records.articles import Loaded, Stored, Writing
from editor.store import drafts, history

if TYPE_CHECKING:
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session

WHYS = frozenset({"save", "conversion", "paste", "restore", "recovered"})


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a writing goes on from: the draft that is there, or the revision, or nothing.

    Attributes:
        content: What it says, None for a new article or variant, and for a draft that is damaged.
        number: 稿号.
        own: Whether it is the article's own variant.
    """

    content: Content | None
    number: str
    own: bool
    draft: drafts.Draft | None = None
    base: str = ""


def load(desk: Desk, name: str) -> Loaded:
    """A variant as it lies on the desk, to be written on.

    Raises:
        EditorError: There is no such article, or its draft is damaged.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        content, draft = sheet.content, sheet.draft
        return Loaded(
            article=sheet.article,
            variant=str(sheet.variant),
            name=sheet.name,
            own=sheet.variant == sheet.own,
            slip=slip_to_plain(content.slip),
            text=content.text,
            state=str(sheet.state),
            revision=sheet.revision.id if sheet.revision is not None else "",
            author=draft.author if draft is not None else "",
            saved_at=draft.saved_at if draft is not None else "",
            version=version_of(draft.text) if draft is not None else "",
            locked=_locked(content),
        )


def version_of(text: str) -> str:
    """Names the text of a draft, so that a window can say what it writes over."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def keep_draft(desk: Desk, writing: Writing, why: str = "", *, unlock: bool = False) -> Stored:
    """Save what somebody wrote. Returned and not refused = it is on the disk.

    An article that is not there is begun, with a 稿号 and also without a headline. The same writing twice is one; what
    somebody else left there in the meantime is kept in the history first. On a full disk the reserve is given back.

    Args:
        desk: Where.
        writing: What stands in the window.
        why: Why this version is to be kept in the history as well (`WHYS`), "" for a mere pause in the typing.
        unlock: Change the text of a reprint or wire copy (转载, 通稿).

    Raises:
        EditorError: The library cannot be written; no id, or no such variant.
    """
    if why and why not in WHYS:
        raise ValueError(why)
    try:
        return _kept(desk, writing, why, unlock=unlock)
    except EditorError as error:
        if error.code != "library_full" or not desk.library.free_reserve():
            raise
    return _kept(desk, writing, why, unlock=unlock)


def _kept(desk: Desk, writing: Writing, why: str, *, unlock: bool) -> Stored:
    variant = _variant(writing)
    with desk.writing() as session:
        there = _standing(session, writing.article, variant)
        slip = dataclasses.replace(slip_from_plain(writing.slip), number=there.number)
        content = Content(variant, slip, writing.text)
        before = there.content
        if before is not None:
            content = before if content.same_text(before) else rewritten(before, content)
        obstacle = _obstacle(session, writing, there, content, unlock=unlock)
        if obstacle:
            kept = keep_version(session, writing.article, content, "refused", writing.person)
            return _stored(writing, there, there.draft, refused=obstacle, kept=kept)
        return _save(session, writing, there, content, why)


def _own_to_its_writer(session: Session, writing: Writing, variant: Variant, there: _Standing) -> _Standing:
    """Where somebody goes on with the draft of another, that draft becomes a revision of the other first."""
    if there.draft is None or not writing.person or there.draft.author in {"", writing.person}:
        return there
    sheet = articles.of_article(session, writing.article)[variant]
    kept = before_another_writes(session, sheet, writing.person)
    return there if kept is sheet else _standing(session, writing.article, variant)


def _save(session: Session, writing: Writing, there: _Standing, content: Content, why: str) -> Stored:
    changed = there.content is None or not content.same_text(there.content)
    if changed:
        there = _own_to_its_writer(session, writing, content.variant, there)
    kept, draft = 0, there.draft
    if changed:
        if draft is not None and writing.over != version_of(draft.text):
            kept = _keep_text(session, writing.article, content.variant, draft.text, "replaced", draft.author)
        draft = drafts.Draft(
            session.newsroom,
            writing.article,
            content.variant,
            _storable(content),
            there.base,
            writing.person or (draft.author if draft is not None else ""),
            session.stamp(),
        )
        drafts.save(session.desk.library, draft)
        if there.draft is None:
            articles.refresh(session, writing.article)
            session.desk.library.raw.execute(_SEEN, (session.newsroom, writing.article, writing.variant))
        else:
            _mark(session, writing.article)
    if why:
        kept = keep_version(session, writing.article, content, why, writing.person)
    return _stored(writing, there, draft, created=there.content is None and there.draft is None, kept=kept)


def _stored(
    writing: Writing,
    there: _Standing,
    draft: drafts.Draft | None,
    *,
    created: bool = False,
    refused: str = "",
    kept: int = 0,
) -> Stored:
    return Stored(
        article=writing.article,
        variant=writing.variant,
        name=writing.article if there.own else f"{writing.article}@{writing.variant}",
        number=there.number,
        saved_at=draft.saved_at if draft is not None else "",
        version=version_of(draft.text) if draft is not None else "",
        created=created,
        refused=refused,
        kept=kept,
        changes=Changes() if refused else Changes(drafts=frozenset({writing.article})),
    )


def _variant(writing: Writing) -> Variant:
    try:
        uuid.UUID(writing.article)
    except ValueError:
        raise EditorError.usage("article_id_unusable", id=writing.article) from None
    try:
        return Variant(writing.variant)
    except ValueError:
        raise EditorError.usage("variant_not_known", variant=writing.variant) from None


_DRAFT = """SELECT newsroom, article, variant, text, base, author, saved_at FROM draft
WHERE newsroom = ? AND article = ? AND variant = ?"""
# Whoever writes it has it before him: it is no news to him.
_SEEN = "UPDATE article SET opened_at = updated_at WHERE newsroom = ? AND article = ? AND variant = ?"
_LISTED = "SELECT own, number FROM article WHERE newsroom = ? AND article = ? AND variant = ?"


def _standing(session: Session, article: str, variant: Variant) -> _Standing:
    raw, where = session.desk.library.raw, (session.newsroom, article, str(variant))
    row = raw.execute(_DRAFT, where).fetchone()
    if row is None:
        return _without_draft(session, article, variant)
    draft = drafts.Draft(*row)
    listed = raw.execute(_LISTED, where).fetchone()
    own = listed is None or bool(listed[0])
    try:
        content = from_draft(variant, draft.text)
    except EditorError:  # it cannot be read, but it can be kept and written over
        number = listed[1] if listed is not None else next_number(session, article)
        return _Standing(None, number, own, draft, draft.base)
    return _Standing(content, content.slip.number, own, draft, draft.base)


def _without_draft(session: Session, article: str, variant: Variant) -> _Standing:
    try:
        sheets = articles.of_article(session, article)
    except EditorError as error:
        if error.code != "article_unknown":
            raise
        return _Standing(None, next_number(session, article), own=True)
    sheet: Sheet | None = sheets.get(variant)
    if sheet is None:
        own = next(iter(sheets.values()))
        return _Standing(None, own.content.slip.number, own=False)
    content = sheet.content
    base = sheet.revision.id if sheet.revision is not None else ""
    return _Standing(content, content.slip.number, sheet.variant == sheet.own, None, base)


def _obstacle(session: Session, writing: Writing, there: _Standing, content: Content, *, unlock: bool) -> str:
    """Code of the reason why this must not be written into the draft, "" when it may."""
    before = there.content
    if before is not None and _locked(before) and content.text != before.text and not unlock:
        return "text_locked"
    same = there.draft is not None and there.draft.author == writing.person
    if same or not writing.person:
        return ""
    if not session.newsroom:
        return ""
    try:  # who begins to write must be somebody here; while he goes on he is known
        actor(session, writing.person, lambda who: "" if who.person in session.people else "not_member")
    except EditorError as error:
        return error.code
    return ""


def _locked(content: Content) -> bool:
    return content.slip.origin is not None and content.slip.origin.locked


def _storable(content: Content) -> str:
    """JSON of a draft; half a character, as a broken paste can leave it, is written as an escape and not lost."""
    text = to_draft(content)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(json.loads(text), separators=(",", ":"))
    return text


def _mark(session: Session, article: str) -> None:
    """Put an article on the list of those whose row and index are behind; once it is there nothing is written."""
    raw, values = session.desk.library.raw, (session.newsroom, article)
    if raw.execute("SELECT 1 FROM stale WHERE newsroom = ? AND article = ?", values).fetchone() is None:
        raw.execute("INSERT INTO stale (newsroom, article) VALUES (?, ?)", values)


def keep_version(session: Session, article: str, content: Content, why: str, person: str) -> int:
    """Keep a content in the local history; returns its number."""
    return _keep_text(session, article, content.variant, _storable(content), why, person)


def _keep_text(session: Session, article: str, variant: Variant, text: str, why: str, person: str) -> int:
    try:
        counted = projection.body_characters(read(from_draft(variant, text).text))
    except EditorError:  # a damaged draft is kept as it is; perhaps somebody can read it
        counted = 0
    past = history.Past(session.newsroom, article, str(variant), session.stamp(), why, person, counted)
    return history.keep(session.desk.library.raw, past, text)
