"""撤稿处置单: where a withdrawn article stood, and what became of it there; order and reason entered afterwards.

It is made from signed entries as far as there are any: who withdrew it and why, what was put where, what was taken
down, what a visitor got, what somebody did by hand. The rows of the queue say what is still to be done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.operations import articles, gate, objections, picturing
from editor.operations.acting import actor
from editor.operations.chronicle import in_order, name_of, version_number
from editor.operations.outbox.clock import moment
from editor.operations.outbox.looking import LOOKED, receipts_of
from editor.operations.outbox.whereabouts import Again, Places, looked, spots_in
from editor.publish.formats import disposal
from editor.publish.targets.hand import NAME as HAND
from editor.publish.targets.hand import name_of as place_name
from editor.records.disposal import DisposalSheet, PlaceOfArticle, ReceiptShown
from editor.store import outbox, payloads
from editor.store.outbox import PUT, REMOVE
from editor.workflow.entry import Kind
from editor.workflow.history import column_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.workflow.entry import Entry

PRINTED_SIDE = 700
"""Longest side in px of a screenshot on the sheet: 46 mm at 380 dpi."""
_MAX_NOTE = 2000
_TOGETHER = 120.0
"""Seconds within which variants were withdrawn together: each has an entry of its own."""


def sheet_of(desk: Desk, name: str) -> DisposalSheet:
    """The sheet of a withdrawn article with all its variants; ``@variant`` alone with that one.

    Of an article that was passed or published again since, that of its last withdrawal, which says so.

    Raises:
        EditorError: There is no such article, or it never was withdrawn (exit 5).
    """
    with desk.reading() as session:
        named = articles.find(session, name)
        every = articles.of_article(session, named.article)
        wanted = [named] if "@" in name else list(every.values())
        taken = _taken(named, wanted)
        targets = {row.destination: row.name for row in outbox.targets(session.connection, session.newsroom)}
        places = [
            place
            for sheet, entry in taken
            for place in Places(session, sheet, entry, targets, several=len(taken) > 1).found()
        ]
        return _sheet(session, named, taken, places)


def _taken(named: Sheet, wanted: Iterable[Sheet]) -> list[tuple[Sheet, Entry]]:
    """Variants and the entries that withdrew them: what is withdrawn now, else the last withdrawal that there was.

    Raises:
        EditorError: There was none.
    """
    sheets = list(wanted)
    now = [(sheet, entry) for sheet in sheets if (entry := withdrawal_of(sheet)) is not None]
    if now:
        return now
    before = [(sheet, entry) for sheet in sheets if (entry := _last_withdrawal(sheet)) is not None]
    if not before:
        raise EditorError.refused("not_withdrawn", id=named.name, name="")
    newest = max((moment(entry.at) or 0.0) for _, entry in before)
    return [(sheet, entry) for sheet, entry in before if newest - (moment(entry.at) or 0.0) <= _TOGETHER]


def withdrawal_of(sheet: Sheet) -> Entry | None:
    """The entry that withdrew a variant, None when it is not withdrawn now."""
    for _gone, approval in gate.withdrawn_of({sheet.variant: sheet}):
        return approval.withdrawn
    return None


def _last_withdrawal(sheet: Sheet) -> Entry | None:
    """The last entry that withdrew it, whatever became of it since."""
    past = sheet.case.history.past
    return max(sheet.standing.withdrawals, key=lambda entry: (len(past(entry.id)), entry.at, entry.id), default=None)


def _sheet(
    session: Session, named: Sheet, taken: Sequence[tuple[Sheet, Entry]], places: Sequence[PlaceOfArticle]
) -> DisposalSheet:
    sheet, entry = next(((s, e) for s, e in taken if s.variant == named.variant), taken[0])
    said = _said(session, [each for each in taken if each[0].variant == sheet.variant])
    jobs = outbox.of_article(session.connection, session.newsroom, sheet.article)
    again = [Again(s, e, [job for job in jobs if job.variant == str(s.variant)]) for s, e in taken]
    slip = named.content.slip
    return DisposalSheet(
        id=named.name,
        number=slip.number,
        headline=slip.headline,
        column=slip.column,
        form=str(entry.content.get("form", "takedown")),
        at=entry.at,
        by=name_of(session, sheet, entry),
        order=said.order,
        why=said.why,
        noted_by=said.by,
        noted_at=said.at,
        entry=entry.id,
        newsroom=session.newsroom,
        made_at=session.stamp(),
        places=tuple(places),
        again=min((each.at for each in again if each.at), key=lambda at: moment(at) or 0.0, default=""),
        again_signed=any(each.signed for each in again),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Order and reason, and who entered them afterwards."""

    order: str
    why: str
    by: str = ""
    at: str = ""


def _said(session: Session, taken: Sequence[tuple[Sheet, Entry]]) -> _Said:
    """What was said at once, and over it what somebody entitled has entered since; the last word of each counts."""
    sheet, entry = taken[0]
    order, why, by, at = _word(entry, "order"), _word(entry, "why"), "", ""
    for note in in_order(sheet):
        if note.kind != Kind.COMMENT or note.content.get("about") != entry.id or not _entitled(sheet, note):
            continue
        order, why = _word(note, "order") or order, _word(note, "why") or why
        by, at = name_of(session, sheet, note), note.at
    return _Said(order, why, by, at)


def _entitled(sheet: Sheet, note: Entry) -> bool:
    """Whether its author held the last level for the column: whoever may withdraw may say why."""
    column = column_of(sheet.case.history.revision(note.target))
    return sheet.case.stands(note, objections.LAST_LEVEL, column)


def _word(entry: Entry, name: str) -> str:
    found = entry.content.get(name)
    return found.strip() if isinstance(found, str) else ""


def note(desk: Desk, name: str, *, order: str = "", why: str = "", person: str | None = None) -> list[str]:
    """Enter order or reason of a withdrawal afterwards: a signed remark that names the entry it is about.

    No second `withdraw` is written: one that came after a new sign-off would withdraw that as well. Gives the ids of
    the entries, one a variant.

    Raises:
        EditorError: Nothing was said, it is not withdrawn, or the person does not hold the last level.
    """
    order, why = order.strip(), why.strip()
    if not order and not why:
        raise EditorError.usage("note_empty")
    if max(len(order), len(why)) > _MAX_NOTE:
        raise EditorError.usage("note_long", most=_MAX_NOTE)
    with desk.writing() as session:
        named = articles.find(session, name)
        wanted = [named] if "@" in name else list(articles.of_article(session, named.article).values())
        taken = _taken(named, wanted)
        column = column_of(taken[0][0].case.history.revision(taken[0][1].target))
        identity = actor(
            session, person, lambda who: objections.lacks_level(session, who.person, objections.LAST_LEVEL, column)
        )
        written = []
        for sheet, entry in taken:
            text = "\n".join(part for part in (order, why) if part)
            given = {key: value for key, value in (("order", order), ("why", why)) if value}
            content = {"target": entry.target, "about": entry.id, "text": text, **given}
            remark = session.compose(identity.person, Kind.COMMENT, sheet.article, str(sheet.variant), content)
            written.append(session.write(identity, remark).id)
        articles.refresh(session, named.article)
    return written


def receipts(desk: Desk, name: str) -> tuple[ReceiptShown, ...]:
    """All receipts of an article (of all its variants unless one is named), the newest first."""
    with desk.reading() as session:
        named = articles.find(session, name)
        wanted = [named] if "@" in name else list(articles.of_article(session, named.article).values())
        targets = {row.destination: row.name for row in outbox.targets(session.connection, session.newsroom)}
        found = [_receipt(session, sheet, entry, targets) for sheet in wanted for entry in receipts_of(sheet)]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def _receipt(session: Session, sheet: Sheet, entry: Entry, targets: Mapping[str, str]) -> ReceiptShown:
    content = entry.content
    destination, digest = str(content.get("destination", "")), str(content.get("digest", ""))
    differs = content.get("differs")
    return ReceiptShown(
        entry=entry.id,
        id=sheet.name,
        place=targets.get(destination) or place_name(destination) or str(content.get("file", "")),
        action=str(content.get("action", PUT)),
        by_hand=content.get("by") == HAND,
        name=name_of(session, sheet, entry),
        at=entry.at,
        when=str(content.get("when", "")),
        address=str(content.get("address", "")),
        version=version_number(sheet, entry.target),
        differs=tuple(map(str, differs)) if isinstance(differs, list) else (),
        digest=digest,
        kept=bool(digest) and payloads.has(session.connection, session.newsroom, digest),
        picture=str(content.get("picture", "")),
        looks=looked(content.get("looks")) if content.get("action") in {LOOKED, REMOVE} else (),
        spots=spots_in(content.get("spots")) if content.get("action") in {LOOKED, REMOVE} else (),
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as a page (HTML) and as `formats.printing` takes it."""

    sheet: DisposalSheet
    html: str


def paper_of(desk: Desk, name: str, language: str) -> Paper:
    """The sheet of a withdrawn article as a page; screenshots are made small enough for print.

    Raises:
        EditorError: See `sheet_of`.
    """
    sheet = sheet_of(desk, name)
    shown = [place.picture for place in sheet.places if place.picture]
    small = picturing.small_of(desk, shown, PRINTED_SIDE)
    pictures = {asset: (item.mime, item.data) for asset, item in small.items()}
    return Paper(sheet, disposal.render(sheet, language, pictures))
