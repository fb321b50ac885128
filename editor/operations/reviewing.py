"""Submitting, passing, confirming, returning and withdrawing.

Each is a signed entry, and is refused before it is written when a rule stands against it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, correcting, correction_shown, faithful, objections
from editor.operations.acting import actor
from editor.operations.content import Content, from_draft, from_revision
from editor.operations.originals import differences
from editor.operations.revising import make_revision
from editor.store import drafts
from editor.text.checks import missing_for_submit
from editor.workflow.entry import Entry, Kind
from editor.workflow.history import column_of

if TYPE_CHECKING:
    from editor.findings import Finding
    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.records.review import Difference

RETURNED_TO = ("author", "editor", "level")


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation of review did.

    Attributes:
        name: Id as commands write it.
        actor: Name of the person who acted.
        entry: Id of the entry that says so.
        revision: Id of the revision that it is about.
        kind: How the revision came to be (written, entered, reviewed, derived), "" where none was made.
        state: State of the article now.
        missing: What a reviewer will ask for: findings about the slip at `submit`.
        locked: Whether it is 转载 or 通稿, which run unchanged.
        differences: Where such a text differs from its original, () = 与原件一致; None when there is none to compare.
    """

    name: str
    number: str
    actor: str
    entry: str
    revision: str
    kind: str
    state: str
    changes: Changes
    missing: tuple[Finding, ...] = ()
    locked: bool = False
    differences: tuple[Difference, ...] | None = None

    @property
    def called(self) -> str:
        """What people call it: the 稿号, with the variant where it is not the article's own."""
        return called(self.number, self.name)


def called(number: str, name: str) -> str:
    """稿号, with ``@variant`` where the name (``ID`` or ``ID@variant``) has one."""
    _, mark, variant = name.partition("@")
    return f"{number}{mark}{variant}"


def submit(desk: Desk, name: str, person: str | None = None) -> Done:
    """提交初审: the draft becomes a revision, and a round of review opens on it.

    Raises:
        EditorError: Nothing to submit, a round is open already, or no active member here may.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        identity = actor(session, person, lambda who: objections.not_active(session, who.person))
        sheet = _source_first(session, sheet, identity)
        marker = correcting.marker_of(sheet)
        code = correcting.objection_to_submit(session, sheet, identity.person)
        if code:
            raise EditorError.refused(code, id=sheet.name, name=identity.name)
        revision, kind = _revision_to_submit(session, sheet, identity)
        case = session.case(sheet.article)
        rules = session.roster.settings_in_force(session.roster_heads, column_of(revision))
        content = {"target": revision.id, "setting": rules[0].id}
        entry = session.compose(identity.person, Kind.SUBMIT, sheet.article, sheet.variant, content, case)
        session.write(identity, entry)
        besides = correcting.decide(session, sheet, identity, marker, entry)
        done = finished(session, sheet, identity, entry, revision.id, kind)
        missing = tuple(missing_for_submit(from_revision(revision).article(sheet.article)))
        after = articles.of_article(session, sheet.article)[sheet.variant]
        missing += correction_shown.remarks(session, after)
        changes = replace(done.changes, articles=done.changes.articles | besides)
        return replace(done, missing=missing, changes=changes)


def _source_first(session: Session, sheet: Sheet, identity: Identity) -> Sheet:
    """The source of a derived draft becomes a revision first, so that the variant can name it."""
    content = from_draft(sheet.variant, sheet.draft.text) if sheet.draft is not None else None
    if content is None or content.derived is None or content.derived.get("revision"):
        return sheet
    source = articles.of_article(session, sheet.article)[sheet.own]
    if source.draft is not None and not source.draft.base:
        make_revision(session, source, identity, source.draft)
    revision = _source_of(session, sheet, content)
    if revision is None:
        return sheet
    derived = {**content.derived, "revision": revision.id}
    draft = articles.new_draft(session, sheet.article, replace(content, derived=derived), sheet_author(sheet))
    drafts.save(session.desk.library, draft)
    return articles.of_article(session, sheet.article)[sheet.variant]


def _source_of(session: Session, sheet: Sheet, content: Content) -> Entry | None:
    """The newest revision of the source that converts to just this text; for one mended by hand what stands there."""
    source = articles.of_article(session, sheet.article)[sheet.own]
    revisions = source.case.history.of_kind(Kind.REVISION, sheet.own)
    for revision in sorted(revisions, key=lambda entry: (entry.at, entry.id), reverse=True):
        again = faithful.converted(from_revision(revision), sheet.variant, content.derived or {})
        if again is not None and again.same_text(content):
            return revision
    return source.revision


def sheet_author(sheet: Sheet) -> str:
    """Person who writes on the draft, "" when nobody is known."""
    return sheet.draft.author if sheet.draft is not None else ""


def _revision_to_submit(session: Session, sheet: Sheet, identity: Identity) -> tuple[Entry, str]:
    code = objections.submit(session, sheet, identity.person)
    if code:
        raise EditorError.refused(code, id=sheet.name, name=identity.name)
    if sheet.draft is not None:
        if objections.has_changes(sheet):
            return make_revision(session, sheet, identity, sheet.draft)
        drafts.drop(session.connection, sheet.draft)
    revision = sheet.revision
    if revision is None:
        raise EditorError.refused("nothing_to_submit", id=sheet.name)
    return revision, ""


def sign(desk: Desk, name: str, level: int, person: str | None = None) -> Done:
    """通过: the text before the reviewer is passed at a level, his own 审改 with it in the same action.

    Raises:
        EditorError: No round is open, or a rule refuses this person (exit 5, code of the rule).
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = objections.open_round(sheet)
        identity = actor(session, person, lambda who: objections.sign(session, sheet, who.person, level))
        entries = objections.sign_entries(session, sheet, current, identity.person, level)
        written = [session.write(identity, entry) for entry in entries]
        if len(written) > 1 and sheet.draft is not None:
            drafts.drop(session.connection, sheet.draft)
        kind = "reviewed" if len(written) > 1 else ""
        return finished(session, sheet, identity, written[-1], written[-1].target, kind)


def countercheck(desk: Desk, name: str, person: str | None = None) -> Done:
    """核红: another person confirms the places that the last reviewer changed.

    Raises:
        EditorError: Nothing is owed, or the person made the change himself.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        tip = objections.owing(sheet)
        identity = actor(session, person, lambda who: objections.countercheck(session, sheet, who.person))
        content = {"target": tip.id, "submit": objections.open_round(sheet).submit.id}
        entry = session.compose(identity.person, Kind.COUNTERCHECK, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return finished(session, sheet, identity, entry, tip.id, "")


def give_back(desk: Desk, name: str, why: str, person: str | None = None, to: str = "author") -> Done:
    """退改: the round ends, the article goes back with a reason.

    Args:
        desk: Where.
        name: Which article or variant.
        why: The reason, in words.
        person: Who gives it back.
        to: ``author`` 作者, ``editor`` 责编 or ``level`` 上一级, who submits the same text again and mends it there.

    Raises:
        EditorError: No round is open, it is complete already, no reason was given, or the level is missing.
    """
    if not why.strip():
        raise EditorError.usage("reason_missing")
    if to not in RETURNED_TO:
        raise EditorError.usage("returned_to_unknown", to=to)
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = objections.open_round(sheet)
        tip, level = current.tip, current.next_level
        if tip is None or level is None:
            raise EditorError.refused("round_complete", id=sheet.name)
        identity = actor(session, person, lambda who: objections.give_back(session, sheet, who.person))
        content = {"target": tip.id, "submit": current.submit.id, "level": level, "why": why, "to": to}
        entry = session.compose(identity.person, Kind.RETURN, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return finished(session, sheet, identity, entry, tip.id, "")


def withdraw(
    desk: Desk, name: str, *, notice: bool = False, why: str = "", order: str = "", person: str | None = None
) -> list[Done]:
    """撤稿: 下线 (nothing stays) or 公告撤稿 (a notice stays); without ``@variant`` every variant that was passed.

    Reason and order (指令: who demanded it, by which paper) may be entered afterwards, see `outbox.disposal.note`.

    Raises:
        EditorError: Nothing was passed yet, or the person does not hold the last level.
    """
    with desk.writing() as session:
        named = articles.find(session, name)
        every = [named] if "@" in name else list(articles.of_article(session, named.article).values())
        standing_now = objections.passed(every)
        if not standing_now:
            withdrawn = any(sheet.standing.newest_approvals for sheet in every)
            raise EditorError.refused("withdrawn_already" if withdrawn else "not_signed", id=named.name)
        sheet, _ = standing_now[0]
        identity = actor(session, person, lambda who: objections.withdraw(session, sheet, who.person))
        done = []
        for sheet, approval in standing_now:
            content = {"target": approval.revision.id, "form": "notice" if notice else "takedown", "why": why}
            content |= {"order": order} if order else {}
            entry = session.compose(identity.person, Kind.WITHDRAW, sheet.article, sheet.variant, content, sheet.case)
            session.write(identity, entry)
            done.append(finished(session, sheet, identity, entry, approval.revision.id, ""))
        return done


def finished(session: Session, sheet: Sheet, identity: Identity, entry: Entry, revision: str, kind: str) -> Done:
    """What was done, once its entry is written: the list is made true, the text is held against its original."""
    articles.refresh(session, sheet.article)
    after = articles.of_article(session, sheet.article)[sheet.variant]
    content = after.content
    origin = content.slip.origin
    locked = origin is not None and origin.locked
    return Done(
        name=sheet.name,
        number=content.slip.number,
        actor=identity.name,
        entry=entry.id,
        revision=revision,
        kind=kind,
        state=str(after.state),
        changes=Changes(articles=frozenset({sheet.article})),
        locked=locked,
        differences=differences(session, after) if locked else None,
    )
