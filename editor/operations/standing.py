"""Where an article stands, for one person: what may be done with it and why not, the step bar, who is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.operations import articles, chronicle, correction_shown, gate, objections
from editor.records.review import Action, BarStep, Dossier, Waiting
from editor.workflow.entry import Kind
from editor.workflow.history import column_of
from editor.workflow.rules import RevisionKind
from editor.workflow.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.workflow.entry import Entry
    from editor.workflow.roster import Member, Setting

    Objection = Callable[[Session, Sheet, str], str]

_WAYS: tuple[tuple[str, Objection], ...] = (
    ("edit", objections.edit),
    ("submit", objections.submit),
    ("recall", objections.recall),
    ("take", objections.take),
    ("return", objections.give_back),
    ("countercheck", objections.countercheck),
    ("hold", objections.keep_back),
    ("refuse", objections.keep_back),
    ("reopen", objections.reopen),
    ("comment", objections.comment),
    ("correct", objections.correct),
    ("withdraw", objections.withdraw),
)


def actions(desk: Desk, name: str, person: str) -> tuple[Action, ...]:
    """Everything that can be done with an article, and for each whether this person may, or why not.

    Nothing is written. `edit` of a 转载 or 通稿 says ``text_locked``: it is done only when it is meant.

    Args:
        desk: Where.
        name: Which article or variant.
        person: A name or the id of a member.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        return actions_of(session, articles.find(session, name), person)


def actions_of(session: Session, sheet: Sheet, person: str) -> tuple[Action, ...]:
    """See `actions`."""
    who, code = _who(session, person)
    called = session.people[who].name if who in session.people else person
    return tuple(
        Action(action, level, not reason, reason, {"id": sheet.name, "name": called, "detail": detail})
        for action, level, reason, detail in _asked(session, sheet, who, code)
    )


def _who(session: Session, person: str) -> tuple[str, str]:
    """The member that a name or id means, and why he cannot act on this computer."""
    if not session.newsroom:
        return "", "nobody_here"
    here = {identity.person for identity in session.desk.keys.identities(session.newsroom)}
    found = [m.person for m in session.people.values() if person in {m.name, m.person}]
    able = [identifier for identifier in found if identifier in here]
    if not found:
        return "", "unknown_person"
    if not able:
        return found[0], "no_key_here"
    working = [identifier for identifier in able if session.people[identifier].active]
    one = len(able) == 1 or len(working) == 1
    return (working or able)[0], "" if one else "name_twice"


def _asked(session: Session, sheet: Sheet, who: str, code: str) -> Iterator[tuple[str, int, str, str]]:
    for action, objection in _WAYS:
        yield action, 0, code or objection(session, sheet, who), ""
    for level in _setting(session, sheet).levels:
        yield "sign", level, code or objections.sign(session, sheet, who, level), ""
    reason, detail = gate.objection(session, sheet)
    yield "deliver", 0, code or reason, detail


def _setting(session: Session, sheet: Sheet) -> Setting:
    """The rules of the round that goes on, else those that a new one would have."""
    current = sheet.standing.current
    if current is not None and current.setting is not None and not objections.no_open_round(sheet):
        return current.setting
    return session.roster.settings_in_force(session.roster_heads, sheet.content.slip.column)[0]


def dossier(desk: Desk, name: str, person: str) -> Dossier:
    """All that a review pane shows, in one reading: state, actions, timeline, step bar, who is waited for.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        return Dossier(
            state=str(sheet.state),
            actions=actions_of(session, sheet, person),
            timeline=chronicle.steps_of(session, sheet),
            bar=bar_of(session, sheet),
            waiting=waiting_of(session, sheet),
            versions=chronicle.versions_of(session, sheet),
            correction=correction_shown.shown(session, sheet),
        )


def bar(desk: Desk, name: str) -> tuple[BarStep, ...]:
    """The steps 草稿—初审—复审—终审签发—已发布 (two levels: without 复审), each done, now or next."""
    with desk.reading() as session:
        return bar_of(session, articles.find(session, name))


def bar_of(session: Session, sheet: Sheet) -> tuple[BarStep, ...]:
    """See `bar`."""
    current = sheet.standing.current
    running = current if current is not None and current.returned_by is None and sheet.state != State.DRAFT else None
    if running is None:
        levels = [BarStep(f"level{level}", "next") for level in _setting(session, sheet).levels]
        return (BarStep("draft", "now"), *levels, BarStep("sent", "next"))
    signs = {entry.level: entry for entry in running.signs}
    made = [_bar_step(session, sheet, "draft", "done", running.submit)]
    for level in running.setting.levels if running.setting is not None else ():
        state = "done" if level in signs else "now" if level == running.next_level else "next"
        made.append(_bar_step(session, sheet, f"level{level}", state, signs.get(level)))
    out = {State.SENT: "done", State.APPROVED: "now"}.get(sheet.state, "next")
    receipts = [entry for approval in sheet.standing.newest_approvals for entry in approval.receipts]
    return (*made, _bar_step(session, sheet, "sent", out, receipts[-1] if receipts and out == "done" else None))


def _bar_step(session: Session, sheet: Sheet, key: str, state: str, entry: Entry | None) -> BarStep:
    if entry is None:
        return BarStep(key, state)
    return BarStep(key, state, chronicle.name_of(session, sheet, entry), entry.at)


def waiting(desk: Desk, name: str) -> Waiting:
    """What an article waits for, and who could do it."""
    with desk.reading() as session:
        return waiting_of(session, articles.find(session, name))


def waiting_of(session: Session, sheet: Sheet) -> Waiting:
    """See `waiting`."""
    ways = [entry for entry in chronicle.in_order(sheet) if entry.kind not in {Kind.COMMENT, Kind.RECEIPT}]
    since = ways[-1].at if ways else ""
    holding = sheet.standing.holding
    current = sheet.standing.current
    if sheet.state in {State.HELD, State.REFUSED} and holding is not None:
        column = column_of(sheet.case.history.revision(holding.target))
        return Waiting("reopen", 0, _names(session, lambda m: m.holds(holding.level, column)), "", holding.at)
    if current is None or sheet.state in {State.DRAFT, State.RETURNED}:
        return Waiting("submit", 0, _writers(session, sheet), "", since)
    if sheet.state in {State.SENT, State.WITHDRAWN}:
        return Waiting("")
    level = current.next_level
    if level is not None:
        able = _names(
            session,
            lambda m: (
                m.holds(level, current.column)
                and not objections.sign(session, sheet, m.person, level, with_changes=False)
            ),
        )
        taker = session.people.get(objections.taken_by(current))
        return Waiting("sign", level, able, taker.name if taker is not None else "", since)
    tip = current.tip
    owed = {entry.author for entry in current.owed(tip.id)} if tip is not None else set()
    if owed:
        return Waiting("countercheck", 0, _names(session, lambda m: bool(owed - {m.person})), "", since)
    return Waiting("deliver", 0, (), "", since)


def _names(session: Session, able: Callable[[Member], bool]) -> tuple[str, ...]:
    found = sorted(session.people.values(), key=lambda member: (member.name, member.person))
    return tuple(member.name for member in found if member.active and able(member))


def _writers(session: Session, sheet: Sheet) -> tuple[str, ...]:
    """Who goes on with it: those to whom it went back, else those who wrote it, else who handed it in."""
    current = sheet.standing.current
    closed = current.returned_by if current is not None else None
    history = sheet.case.history
    if current is not None and closed is not None and closed.content.get("to") == "level":
        before = [entry for entry in current.signs if entry.level < closed.level]
        people = [max(before, key=lambda entry: entry.level).author if before else current.submit.author]
    else:
        revision = sheet.revision
        ancestry = history.ancestry(revision.id) if revision is not None else frozenset()
        kinds = [e for e in chronicle.in_order(sheet) if e.id in ancestry]
        people = [e.author for e in kinds if sheet.case.kind(e) == RevisionKind.WRITTEN]
        if sheet.draft is not None and sheet.draft.author:
            people.append(sheet.draft.author)
        if not people and current is not None:
            people = [current.submit.author]
    named = [session.people[person] for person in dict.fromkeys(people) if person in session.people]
    return tuple(member.name for member in named if member.active)
