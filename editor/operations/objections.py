"""Why somebody may not do something with an article now: codes of the message table, "" when nothing is against it.

Asked before anything is written, and by a window that wants to say so beforehand. Nothing here writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations.content import Content, from_draft, from_revision, to_revision
from editor.workflow.correction import Form, level_for
from editor.workflow.entry import Entry, Kind
from editor.workflow.history import column_of
from editor.workflow.rules import Case, Round
from editor.workflow.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.workflow.state import Approval

LAST_LEVEL = 3
_KEPT_BACK = frozenset({State.HELD, State.REFUSED})


def not_active(session: Session, person: str) -> str:
    """Whether somebody is no active member."""
    member = session.people.get(person)
    return "" if member is not None and member.active else "not_member"


def lacks_level(session: Session, person: str, level: int, column: str) -> str:
    """Whether somebody does not hold a level (or one above it) for a column now."""
    member = session.people.get(person)
    return "" if member is not None and member.holds(level, column) else "level"


def open_round(sheet: Sheet) -> Round:
    """The round of review that goes on.

    Raises:
        EditorError: There is none, or the article is kept back or withdrawn.
    """
    code = no_open_round(sheet)
    current = sheet.standing.current
    if code or current is None:
        raise EditorError.refused(code or "not_submitted", id=sheet.name, name="")
    return current


def no_open_round(sheet: Sheet) -> str:
    """Why there is no round to act in."""
    current = sheet.standing.current
    if current is None:
        return "not_submitted"
    if current.returned_by is not None:
        return "round_returned" if current.returned_by.kind == Kind.RETURN else "not_submitted"
    return f"state_{sheet.state}" if sheet.state in {*_KEPT_BACK, State.WITHDRAWN} else ""


def has_changes(sheet: Sheet) -> bool:
    """Whether there is a draft that says something else than the revision that a reader is shown."""
    if sheet.draft is None:
        return False
    shown = sheet.revision
    return shown is None or not from_draft(sheet.variant, sheet.draft.text).same_text(from_revision(shown))


def submit(session: Session, sheet: Sheet, person: str) -> str:
    """提交."""
    code = not_active(session, person)
    if code or sheet.state in _KEPT_BACK:
        return code or f"state_{sheet.state}"
    content = sheet.content
    if (sheet.revision is None or sheet.draft is not None) and not content.slip.headline and not content.text.strip():
        return "nothing_to_submit"
    current, revision = sheet.standing.current, sheet.revision
    if has_changes(sheet) or current is None or revision is None or sheet.state == State.WITHDRAWN:
        return ""
    return "submitted_already" if current.returned_by is None and revision.id in current.revisions else ""


def sign(session: Session, sheet: Sheet, person: str, level: int, *, with_changes: bool = True) -> str:
    """通过: rules 1-5 asked about the entries that would be written."""
    code = no_open_round(sheet) or not_active(session, person)
    current = sheet.standing.current
    if code or current is None:
        return code
    if with_changes and _outdated(sheet, person, current.tip):
        return "draft_outdated"
    entries = sign_entries(session, sheet, current, person, level, with_changes=with_changes)
    verdict = Round(sheet.case.with_entry(*entries), current.submit).verdict(entries[-1])
    if verdict:
        return verdict
    if current.next_level is None:
        return "round_complete"
    return "level_passed" if level != current.next_level else ""


def _outdated(sheet: Sheet, person: str, tip: Entry | None) -> bool:
    """Whether a reviewer changed another text than the one under review: passing would undo what changed since."""
    if tip is None or sheet.draft is None or sheet.draft.base in {"", tip.id}:
        return False
    return own_changes(sheet, person, tip) is not None


def sign_entries(
    session: Session, sheet: Sheet, current: Round, person: str, level: int, *, with_changes: bool = True
) -> list[Entry]:
    """The entries that passing would write: the person's own 审改 where he changed something, and the sign."""
    case = sheet.case
    target = current.tip
    if target is None:
        raise EditorError.refused("not_submitted", id=sheet.name)
    entries: list[Entry] = []
    changed = own_changes(sheet, person, target) if with_changes else None
    if changed is not None:
        body = {**to_revision(changed, [target.id]), "review_level": level, "submit": current.submit.id}
        target = session.compose(person, Kind.REVISION, sheet.article, sheet.variant, body)
        entries.append(target)
        case = case.with_entry(target)
    body = {
        "level": level,
        "target": target.id,
        "submit": current.submit.id,
        "covers": from_revision(target).covers(sheet.article),
    }
    entries.append(_following(session, entries, person, sheet, body, case))
    return entries


def own_changes(sheet: Sheet, person: str, target: Entry) -> Content | None:
    """What the reviewer himself changed; somebody else's draft is never passed with his sign."""
    if sheet.draft is None or sheet.draft.author != person:
        return None
    content = from_draft(sheet.variant, sheet.draft.text)
    return None if content.same_text(from_revision(target)) else content


def _following(
    session: Session, entries: list[Entry], person: str, sheet: Sheet, body: dict[str, Any], case: Case
) -> Entry:
    """Compose the sign as the entry after those that are composed but not written yet."""
    before = list(session.written)
    session.written.extend(entries)
    try:
        return session.compose(person, Kind.SIGN, sheet.article, sheet.variant, body, case)
    finally:
        session.written[:] = before


def owing(sheet: Sheet) -> Entry:
    """The revision with changes that wait for their 核红.

    Raises:
        EditorError: Nothing waits.
    """
    current = open_round(sheet)
    tip = current.tip
    if tip is None or not current.owed(tip.id):
        raise EditorError.refused("nothing_to_countercheck", id=sheet.name)
    return tip


def countercheck(session: Session, sheet: Sheet, person: str) -> str:
    """核红."""
    current = sheet.standing.current
    code = no_open_round(sheet)
    if code or current is None or current.tip is None:
        return code or "not_submitted"
    owed = current.owed(current.tip.id)
    if not owed:
        return "nothing_to_countercheck"
    return not_active(session, person) or ("own_change" if all(e.author == person for e in owed) else "")


def give_back(session: Session, sheet: Sheet, person: str) -> str:
    """退改."""
    return _at_next_level(session, sheet, person)


def _at_next_level(session: Session, sheet: Sheet, person: str) -> str:
    current = sheet.standing.current
    code = no_open_round(sheet)
    if code or current is None:
        return code
    level = current.next_level
    return "round_complete" if level is None else lacks_level(session, person, level, current.column)


def take(session: Session, sheet: Sheet, person: str) -> str:
    """认领: by somebody who could pass the text as it stands, or give it back."""
    code = _at_next_level(session, sheet, person)
    current = sheet.standing.current
    if code or current is None or current.next_level is None:
        return code
    if taken_by(current) == person:
        return "taken_already"
    return sign(session, sheet, person, current.next_level, with_changes=False)


def taken_by(current: Round) -> str:
    """Person who took the round at the level that is due; of several the newest known to the others, "" = nobody."""
    takes = [entry for entry in current.of_kind(Kind.TAKE) if entry.level == current.next_level]
    history = current.case.history
    newest = [e for e in takes if not any(e.id in history.past(other.id) for other in takes)]
    return max(newest, key=lambda entry: (entry.at, entry.id)).author if newest else ""


def recall(session: Session, sheet: Sheet, person: str) -> str:
    """撤回: by the one who submitted it, until somebody took or passed it."""
    code = no_open_round(sheet) or not_active(session, person)
    current = sheet.standing.current
    if code or current is None:
        return code
    if current.submit.author != person:
        return "not_submitter"
    if current.next_level is None:
        return "round_complete"
    return "under_review" if current.of_kind(Kind.TAKE) or current.of_kind(Kind.SIGN) else ""


def keep_back(session: Session, sheet: Sheet, person: str) -> str:
    """待用 and 不采用: at the level that is due; once all have passed at the last one."""
    code = no_open_round(sheet)
    current = sheet.standing.current
    if code or current is None:
        return code
    if sheet.state == State.SENT:
        return "round_is_sent"
    if sheet.state == State.DRAFT:
        return "state_draft"
    return lacks_level(session, person, level_due(current), current.column)


def level_due(current: Round) -> int:
    """The level that is due, the last one where all have passed."""
    return current.next_level or LAST_LEVEL


def reopen(session: Session, sheet: Sheet, person: str) -> str:
    """重新启用: by somebody who could have kept it back."""
    holding = sheet.standing.holding
    if holding is None:
        return "not_kept_back"
    column = column_of(sheet.case.history.revision(holding.target))
    return lacks_level(session, person, holding.level, column)


def comment(session: Session, sheet: Sheet, person: str) -> str:
    """批注: by anybody here, on a text that was handed in."""
    return not_active(session, person) or ("" if sheet.revision is not None else "nothing_to_comment")


def passed(sheets: Iterable[Sheet]) -> list[tuple[Sheet, Approval]]:
    """Variants that were passed and not withdrawn since."""
    newest = ((sheet, sheet.standing.newest_approvals) for sheet in sheets)
    return [(sheet, found[0]) for sheet, found in newest if found and found[0].withdrawn is None]


def withdraw(session: Session, sheet: Sheet, person: str) -> str:
    """撤稿."""
    standing = passed([sheet])
    if not standing:
        return "withdrawn_already" if sheet.standing.newest_approvals else "not_signed"
    return lacks_level(session, person, LAST_LEVEL, column_of(standing[0][1].revision))


def correct(session: Session, sheet: Sheet, person: str, form: Form | None = None) -> str:
    """更正: of what is out, by somebody who holds a review level; that readers are not told, the last one."""
    before = sheet.published
    code = not_active(session, person)
    if code or before is None:
        return code or "not_out"
    if sheet.state in {*_KEPT_BACK, State.WITHDRAWN}:
        return f"state_{sheet.state}"
    column = column_of(before)
    if lacks_level(session, person, 1, column):
        return "correct_level"
    if form is not None and lacks_level(session, person, level_for(form), column):
        return "correct_silent"
    return ""


def edit(session: Session, sheet: Sheet, person: str) -> str:
    """Writing in it: 转载 and 通稿 only when that is meant."""
    origin = sheet.content.slip.origin
    return not_active(session, person) or ("text_locked" if origin is not None and origin.locked else "")
