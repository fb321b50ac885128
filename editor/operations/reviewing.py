"""Submitting, passing, confirming, returning and withdrawing.

Each is a signed entry, and is refused before it is written when a rule stands against it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, faithful
from editor.operations.acting import actor
from editor.operations.content import Content, from_draft, from_revision, to_revision
from editor.store import drafts
from editor.text.checks import missing_for_submit
from editor.workflow.entry import Entry, Kind
from editor.workflow.history import column_of
from editor.workflow.rules import Case, Round

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.findings import Finding
    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session

LAST_LEVEL = 3


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
        identity = actor(session, person, lambda who: _not_active(session, who))
        sheet = _source_first(session, sheet, identity)
        revision, kind = _revision_to_submit(session, sheet, identity)
        case = session.case(sheet.article)
        rules = session.roster.settings_in_force(session.roster_heads, column_of(revision))
        content = {"target": revision.id, "setting": rules[0].id}
        entry = session.compose(identity.person, Kind.SUBMIT, sheet.article, sheet.variant, content, case)
        session.write(identity, entry)
        done = _done(session, sheet, identity, entry, revision.id, kind)
        missing = tuple(missing_for_submit(from_revision(revision).article(sheet.article)))
        return replace(done, missing=missing)


def _not_active(session: Session, identity: Identity) -> str:
    member = session.people.get(identity.person)
    return "" if member is not None and member.active else "not_member"


def _source_first(session: Session, sheet: Sheet, identity: Identity) -> Sheet:
    """The source of a derived draft becomes a revision first, so that the variant can name it."""
    content = from_draft(sheet.variant, sheet.draft.text) if sheet.draft is not None else None
    if content is None or content.derived is None or content.derived.get("revision"):
        return sheet
    source = articles.of_article(session, sheet.article)[sheet.own]
    if source.draft is not None and not source.draft.base:
        _make_revision(session, source, identity, source.draft)
    revision = _source_of(session, sheet, content)
    if revision is None:
        return sheet
    derived = {**content.derived, "revision": revision.id}
    draft = articles.new_draft(session, sheet.article, _derived_content(content, derived), sheet_author(sheet))
    drafts.save(session.desk.library, draft)
    return articles.of_article(session, sheet.article)[sheet.variant]


def _source_of(session: Session, sheet: Sheet, content: Content) -> Entry | None:
    """The newest revision of the source that converts to just this text."""
    revisions = session.case(sheet.article).history.of_kind(Kind.REVISION, sheet.own)
    for revision in sorted(revisions, key=lambda entry: (entry.at, entry.id), reverse=True):
        again = faithful.converted(from_revision(revision), sheet.variant, content.derived or {})
        if again is not None and again.same_text(content):
            return revision
    return None


def _derived_content(content: Content, derived: Mapping[str, Any]) -> Content:
    return Content(content.variant, content.slip, content.text, None, derived, content.intake)


def sheet_author(sheet: Sheet) -> str:
    """Person who writes on the draft, "" when nobody is known."""
    return sheet.draft.author if sheet.draft is not None else ""


def _revision_to_submit(session: Session, sheet: Sheet, identity: Identity) -> tuple[Entry, str]:
    current = sheet.standing.current
    if sheet.draft is not None:
        content = from_draft(sheet.variant, sheet.draft.text)
        if not content.slip.headline and not content.text.strip():
            raise EditorError.refused("nothing_to_submit", id=sheet.name)
        shown = sheet.revision
        if shown is None or not content.same_text(from_revision(shown)):
            return _make_revision(session, sheet, identity, sheet.draft)
        drafts.drop(session.connection, sheet.draft)
    revision = sheet.revision
    if revision is None:
        raise EditorError.refused("nothing_to_submit", id=sheet.name)
    busy = current is not None and current.returned_by is None and revision.id in current.revisions
    if busy and sheet.state != "withdrawn":
        raise EditorError.refused("submitted_already", id=sheet.name)
    return revision, ""


def _make_revision(session: Session, sheet: Sheet, identity: Identity, draft: drafts.Draft) -> tuple[Entry, str]:
    content = from_draft(sheet.variant, draft.text)
    parents = [draft.base] if draft.base else []
    case = session.case(sheet.article)
    entry = session.compose(identity.person, Kind.REVISION, sheet.article, sheet.variant, to_revision(content, parents))
    if case.with_entry(entry).kind(entry) == "written":  # say of a revision only what is true of it
        plain = Content(content.variant, content.slip, content.text)
        body = to_revision(plain, parents)
        entry = session.compose(identity.person, Kind.REVISION, sheet.article, sheet.variant, body)
    written = session.write(identity, entry)
    drafts.drop(session.connection, draft)
    return written, str(session.case(sheet.article).kind(written))


def sign(desk: Desk, name: str, level: int, person: str | None = None) -> Done:
    """通过: the text before the reviewer is passed at a level, his own 审改 with it in the same action.

    Raises:
        EditorError: No round is open, or a rule refuses this person (exit 5, code of the rule).
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = _open_round(sheet)
        identity = actor(session, person, lambda who: _sign_objection(session, sheet, current, who, level))
        entries = _sign_entries(session, sheet, current, identity, level)
        written = [session.write(identity, entry) for entry in entries]
        if len(written) > 1 and sheet.draft is not None:
            drafts.drop(session.connection, sheet.draft)
        kind = "reviewed" if len(written) > 1 else ""
        return _done(session, sheet, identity, written[-1], written[-1].target, kind)


def _open_round(sheet: Sheet) -> Round:
    current = sheet.standing.current
    if current is None:
        raise EditorError.refused("not_submitted", id=sheet.name)
    if current.returned_by is not None:
        raise EditorError.refused("round_returned", id=sheet.name, name="")
    if sheet.state in {"held", "refused", "withdrawn"}:
        raise EditorError.refused(f"state_{sheet.state}", id=sheet.name)
    return current


def _sign_entries(session: Session, sheet: Sheet, current: Round, who: Identity, level: int) -> list[Entry]:
    """The entries that passing would write: his 审改 where he changed something, and the sign."""
    case = sheet.case
    target = current.tip
    if target is None:
        raise EditorError.refused("not_submitted", id=sheet.name)
    entries: list[Entry] = []
    changed = _own_changes(sheet, who, target)
    if changed is not None:
        body = {**to_revision(changed, [target.id]), "review_level": level, "submit": current.submit.id}
        target = session.compose(who.person, Kind.REVISION, sheet.article, sheet.variant, body)
        entries.append(target)
        case = case.with_entry(target)
    content = from_revision(target)
    body = {
        "level": level,
        "target": target.id,
        "submit": current.submit.id,
        "covers": content.covers(sheet.article),
    }
    entries.append(_following(session, entries, who, sheet, body, case))
    return entries


def _own_changes(sheet: Sheet, who: Identity, target: Entry) -> Content | None:
    """What the reviewer himself changed; somebody else's draft is never passed with his sign."""
    if sheet.draft is None or sheet.draft.author != who.person:
        return None
    content = from_draft(sheet.variant, sheet.draft.text)
    return None if content.same_text(from_revision(target)) else content


def _following(
    session: Session, entries: list[Entry], who: Identity, sheet: Sheet, body: dict[str, Any], case: Case
) -> Entry:
    """Compose the sign as the entry after those that are composed but not written yet."""
    before = list(session.written)
    session.written.extend(entries)
    try:
        return session.compose(who.person, Kind.SIGN, sheet.article, sheet.variant, body, case)
    finally:
        session.written[:] = before


def _sign_objection(session: Session, sheet: Sheet, current: Round, who: Identity, level: int) -> str:
    if _not_active(session, who):
        return "not_member"
    entries = _sign_entries(session, sheet, current, who, level)
    case = sheet.case.with_entry(*entries)
    verdict = Round(case, current.submit).verdict(entries[-1])
    if verdict:
        return verdict
    if current.next_level is None:
        return "round_complete"
    return "level_passed" if level != current.next_level else ""


def countercheck(desk: Desk, name: str, person: str | None = None) -> Done:
    """核红: another person confirms the places that the last reviewer changed.

    Raises:
        EditorError: Nothing is owed, or the person made the change himself.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = _open_round(sheet)
        tip = current.tip
        owed = current.owed(tip.id) if tip is not None else []
        if tip is None or not owed:
            raise EditorError.refused("nothing_to_countercheck", id=sheet.name)

        def objection(who: Identity) -> str:
            changed_it = all(change.author == who.person for change in owed)
            return _not_active(session, who) or ("own_change" if changed_it else "")

        identity = actor(session, person, objection)
        content = {"target": tip.id, "submit": current.submit.id}
        entry = session.compose(identity.person, Kind.COUNTERCHECK, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return _done(session, sheet, identity, entry, tip.id, "")


def give_back(desk: Desk, name: str, why: str, person: str | None = None) -> Done:
    """退改: the round ends, the article goes back with a reason.

    Raises:
        EditorError: No round is open, it is complete already, no reason was given, or the level is missing.
    """
    if not why.strip():
        raise EditorError.usage("reason_missing")
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = _open_round(sheet)
        tip, level = current.tip, current.next_level
        if tip is None or level is None:
            raise EditorError.refused("round_complete", id=sheet.name)
        identity = actor(session, person, lambda who: _lacks_level(session, who, level, current.column))
        content = {"target": tip.id, "submit": current.submit.id, "level": level, "why": why, "to": "author"}
        entry = session.compose(identity.person, Kind.RETURN, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return _done(session, sheet, identity, entry, tip.id, "")


def _lacks_level(session: Session, identity: Identity, level: int, column: str) -> str:
    member = session.people.get(identity.person)
    return "" if member is not None and member.holds(level, column) else "level"


def withdraw(desk: Desk, name: str, *, notice: bool = False, why: str = "", person: str | None = None) -> list[Done]:
    """撤稿: 下线 (nothing stays) or 公告撤稿 (a notice stays); without ``@variant`` every variant that was passed.

    Raises:
        EditorError: Nothing was passed yet, or the person does not hold the last level.
    """
    with desk.writing() as session:
        named = articles.find(session, name)
        every = [named] if "@" in name else list(articles.of_article(session, named.article).values())
        passed = [(sheet, standing[0]) for sheet in every if (standing := sheet.standing.newest_approvals)]
        standing_now = [(sheet, approval) for sheet, approval in passed if approval.withdrawn is None]
        if not standing_now:
            raise EditorError.refused("withdrawn_already" if passed else "not_signed", id=named.name)
        column = column_of(standing_now[0][1].revision)
        identity = actor(session, person, lambda who: _lacks_level(session, who, LAST_LEVEL, column))
        done = []
        for sheet, approval in standing_now:
            content = {"target": approval.revision.id, "form": "notice" if notice else "takedown", "why": why}
            entry = session.compose(identity.person, Kind.WITHDRAW, sheet.article, sheet.variant, content, sheet.case)
            session.write(identity, entry)
            done.append(_done(session, sheet, identity, entry, approval.revision.id, ""))
        return done


def _done(session: Session, sheet: Sheet, identity: Identity, entry: Entry, revision: str, kind: str) -> Done:
    articles.refresh(session, sheet.article)
    after = articles.of_article(session, sheet.article)[sheet.variant]
    return Done(
        name=sheet.name,
        number=after.content.slip.number,
        actor=identity.name,
        entry=entry.id,
        revision=revision,
        kind=kind,
        state=str(after.state),
        changes=Changes(articles=frozenset({sheet.article})),
    )
