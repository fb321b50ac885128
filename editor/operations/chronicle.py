"""What happened to an article, step by step: who, when, which version, how much was changed, and whether it counts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from editor.markup.blocks import block_text
from editor.operations import articles
from editor.operations.comparing import compare
from editor.operations.content import from_revision
from editor.publish.targets.hand import name_of as place_name
from editor.records.review import Step, Version
from editor.workflow.correction import lawful
from editor.workflow.entry import Kind
from editor.workflow.history import column_of
from editor.workflow.rules import RevisionKind, Round

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.workflow.correction import Correction
    from editor.workflow.entry import Entry

_WITH_LEVEL = frozenset({Kind.SIGN, Kind.RETURN, Kind.HOLD, Kind.REFUSE, Kind.TAKE})
_NEED_LEVEL = frozenset({Kind.RETURN, Kind.HOLD, Kind.REFUSE, Kind.TAKE})


def timeline(desk: Desk, name: str) -> tuple[Step, ...]:
    """Every step of an article's variant, oldest first: no clock makes an effect come before its cause.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        return steps_of(session, articles.find(session, name))


def versions(desk: Desk, name: str) -> tuple[Version, ...]:
    """The revisions of an article's variant as people call them: 第1版, 第2版 and so on."""
    with desk.reading() as session:
        return versions_of(session, articles.find(session, name))


def versions_of(session: Session, sheet: Sheet) -> tuple[Version, ...]:
    """See `versions`."""
    return tuple(
        Version(
            revision=entry.id,
            number=number,
            kind=str(sheet.case.kind(entry)),
            person=entry.author,
            name=name_of(session, sheet, entry),
            at=entry.at,
            level=_review_level(sheet, entry),
        )
        for number, entry in enumerate(_revisions(sheet), 1)
    )


def version_number(sheet: Sheet, revision: str) -> int:
    """N of 第N版, 0 for a revision of another variant or one that is not here."""
    return _numbers(sheet).get(revision, 0)


def _revisions(sheet: Sheet) -> list[Entry]:
    history = sheet.case.history
    revisions = history.of_kind(Kind.REVISION, sheet.variant)
    return sorted(revisions, key=lambda entry: (len(history.ancestry(entry.id)), _moment(entry.at), entry.id))


def _numbers(sheet: Sheet) -> dict[str, int]:
    return {entry.id: number for number, entry in enumerate(_revisions(sheet), 1)}


def name_of(session: Session, sheet: Sheet, entry: Entry) -> str:
    """What its author was called when he wrote an entry, "" when nobody knows him."""
    member = sheet.case.roster.standing(entry) or session.people.get(entry.author)
    return member.name if member is not None else ""


def _moment(at: str) -> float:
    """Seconds since the epoch; 0 for a time that is none: a body may come from anywhere."""
    try:
        return datetime.fromisoformat(at).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


def in_order(sheet: Sheet) -> list[Entry]:
    """Entries of the variant by the time at which they can have been written."""
    history = sheet.case.history
    moments = {identifier: _moment(entry.at) for identifier, entry in history.entries.items()}

    def key(entry: Entry) -> tuple[float, int, str]:
        past = history.past(entry.id)
        return max(moments[entry.id], *(moments[other] for other in past), 0.0), len(past), entry.id

    return sorted((entry for entry in history.entries.values() if entry.variant == sheet.variant), key=key)


def steps_of(session: Session, sheet: Sheet) -> tuple[Step, ...]:
    """See `timeline`."""
    return _Chronicle(session, sheet).steps()


class _Chronicle:
    """One variant's entries being told."""

    def __init__(self, session: Session, sheet: Sheet) -> None:
        self._session, self._sheet, self._case = session, sheet, sheet.case
        self._numbers = _numbers(sheet)
        self._order = in_order(sheet)
        submits = [entry for entry in self._order if entry.kind == Kind.SUBMIT]
        self._round_numbers = {entry.id: number for number, entry in enumerate(submits, 1)}
        self._rounds = {entry.id: Round(self._case, entry) for entry in submits}
        self._corrections = dict(_numbered(sheet.standing.corrections))

    def steps(self) -> tuple[Step, ...]:
        return tuple(self._step(entry) for entry in self._order)

    def _step(self, entry: Entry) -> Step:
        number, form = self._corrections.get(entry.id, (0, ""))
        revision = entry.id if entry.kind == Kind.REVISION else self._about(entry)
        made, added, removed, places = self._change(entry)
        code = self._code(entry)
        return Step(
            kind=entry.kind,
            entry=entry.id,
            person=entry.author,
            name=name_of(self._session, self._sheet, entry),
            at=entry.at,
            level=entry.level if entry.kind in _WITH_LEVEL else _review_level(self._sheet, entry),
            round=self._round_numbers.get(entry.id if entry.kind == Kind.SUBMIT else entry.submit, 0),
            revision=revision,
            version=self._numbers.get(revision, 0),
            made=made,
            added=added,
            removed=removed,
            places=places,
            text=_text(entry),
            quote=_quote(entry),
            covers=_covers(entry),
            counts=not code,
            code=code,
            countersigned=self._countersigned(entry) if made == RevisionKind.REVIEWED else None,
            to=str(entry.content.get("to", "")) if entry.kind == Kind.RETURN else "",
            correction=number,
            form=form or (str(entry.content.get("form", "")) if entry.kind == Kind.CORRECT else ""),
            action=str(entry.content.get("action", "put")) if entry.kind == Kind.RECEIPT else "",
        )

    def _about(self, entry: Entry) -> str:
        """The revision that an entry is about; a `reopen` names what it reopens."""
        named = self._case.history.entries.get(entry.target)
        return named.target if named is not None and named.kind in {Kind.HOLD, Kind.REFUSE} else entry.target

    def _change(self, entry: Entry) -> tuple[str, int, int, int]:
        if entry.kind != Kind.REVISION:
            return "", 0, 0, 0
        kind = str(self._case.kind(entry))
        article = from_revision(entry).article(self._sheet.article)
        before = self._case.history.revision(entry.parents[0]) if entry.parents else None
        if before is None:
            return kind, sum(not char.isspace() for block in article.blocks for char in block_text(block)), 0, 0
        found = compare(from_revision(before).article(self._sheet.article), article)
        return kind, found.added, found.removed, len(found.places)

    def _countersigned(self, entry: Entry) -> bool:
        round_ = self._rounds.get(entry.submit)
        return round_ is not None and entry not in round_.owed(entry.id)

    def _code(self, entry: Entry) -> str:
        """Why the rules do not let an entry count, "" when they do, or have nothing to say about its kind."""
        round_ = self._rounds.get(entry.submit)
        if entry.kind == Kind.SIGN:
            return round_.verdict(entry) if round_ is not None else "level"
        if self._case.member(entry) is None:
            return "not_member"
        if entry.kind in _NEED_LEVEL:
            column = round_.column if round_ is not None else column_of(self._case.history.revision(entry.target))
            return "" if self._case.stands(entry, entry.level, column) else "level"
        if entry.kind in {Kind.CORRECT, Kind.WITHDRAW}:
            return self._code_after_publication(entry)
        if entry.kind == Kind.RECALL and round_ is not None and round_.submit.author != entry.author:
            return "not_submitter"
        return ""

    def _code_after_publication(self, entry: Entry) -> str:
        if entry.kind == Kind.CORRECT:
            return "" if lawful(self._case, entry) else "correct_level"
        return "" if entry in self._sheet.standing.withdrawals else "level"


def _numbered(corrections: Iterable[Correction]) -> Iterator[tuple[str, tuple[int, str]]]:
    """The entries of each correction, with its number and form."""
    for one in corrections:
        told = one.number, str(one.form or "")
        if one.round is not None:
            yield one.round.submit.id, told
        if one.entry is not None:
            yield one.entry.id, told


def _review_level(sheet: Sheet, entry: Entry) -> int:
    if entry.kind != Kind.REVISION or sheet.case.kind(entry) != RevisionKind.REVIEWED:
        return 0
    level = entry.content.get("review_level", 0)
    return level if type(level) is int else 0


def _text(entry: Entry) -> str:
    for key in ("what", "why", "text", "destination", "file"):
        found = entry.content.get(key)
        if isinstance(found, str) and entry.kind != Kind.REVISION:
            return place_name(found) if key == "destination" else found
    return ""


def _quote(entry: Entry) -> str:
    quote = entry.content.get("quote")
    words = quote.get("text") if isinstance(quote, dict) else None
    return words if isinstance(words, str) else ""


def _covers(entry: Entry) -> tuple[str, ...]:
    covers = entry.content.get("covers")
    return tuple(str(outlet) for outlet in covers) if entry.kind == Kind.SIGN and isinstance(covers, dict) else ()
