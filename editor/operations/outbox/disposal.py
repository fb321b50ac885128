"""撤稿处置单: where a withdrawn article stood, and what became of it there; order and reason entered afterwards.

It is made from signed entries as far as there are any: who withdrew it and why, what was put where, what was taken
down, what a visitor got, what somebody did by hand. The rows of the queue say what is still to be done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations import articles, gate, objections, picturing
from editor.operations.acting import actor
from editor.operations.chronicle import in_order, name_of, version_number
from editor.operations.outbox import telling
from editor.operations.outbox.looking import LOOKED, addresses_there, receipts_of
from editor.operations.outbox.queueing import UNTICKED
from editor.publish.formats import disposal
from editor.publish.targets import file_at, on_disk
from editor.publish.targets.destination import Status
from editor.publish.targets.hand import NAME as HAND
from editor.publish.targets.hand import TAKE_DOWN, is_by_hand
from editor.publish.targets.hand import name_of as place_name
from editor.records.disposal import DisposalSheet, Looked, PlaceOfArticle, ReceiptShown
from editor.store import outbox
from editor.store.outbox import PUT, REMOVE, State, job_key
from editor.workflow.entry import Kind
from editor.workflow.history import column_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.store.outbox import Job, Placed
    from editor.workflow.entry import Entry

_SEEN = 200
PRINTED_SIDE = 700
"""Longest side in px of a screenshot on the sheet: 46 mm at 380 dpi."""
_MAX_NOTE = 2000


def sheet_of(desk: Desk, name: str) -> DisposalSheet:
    """The sheet of a withdrawn article with all its variants; ``@variant`` alone with that one.

    Raises:
        EditorError: There is no such article, or it is not withdrawn (exit 5).
    """
    with desk.reading() as session:
        named = articles.find(session, name)
        every = articles.of_article(session, named.article)
        wanted = [named] if "@" in name else list(every.values())
        taken = [(sheet, entry) for sheet in wanted if (entry := withdrawal_of(sheet)) is not None]
        if not taken:
            raise EditorError.refused("not_withdrawn", id=named.name, name="")
        targets = {row.destination: row.name for row in outbox.targets(session.connection, session.newsroom)}
        places = [
            place
            for sheet, entry in taken
            for place in _Places(session, sheet, entry, targets, several=len(taken) > 1).found()
        ]
        return _sheet(session, named, taken, places)


def withdrawal_of(sheet: Sheet) -> Entry | None:
    """The entry that withdrew a variant, None when it is not withdrawn now."""
    for _gone, approval in gate.withdrawn_of({sheet.variant: sheet}):
        return approval.withdrawn
    return None


def _sheet(
    session: Session, named: Sheet, taken: Sequence[tuple[Sheet, Entry]], places: Sequence[PlaceOfArticle]
) -> DisposalSheet:
    sheet, entry = next(((s, e) for s, e in taken if s.variant == named.variant), taken[0])
    said = _said(session, [each for each in taken if each[0].variant == sheet.variant])
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
        taken = [(sheet, entry) for sheet in wanted if (entry := withdrawal_of(sheet)) is not None]
        if not taken:
            raise EditorError.refused("not_withdrawn", id=named.name, name="")
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


class _Places:
    """The places of one withdrawn variant."""

    def __init__(
        self, session: Session, sheet: Sheet, entry: Entry, targets: Mapping[str, str], *, several: bool
    ) -> None:
        self._session, self._sheet, self._entry, self._targets = session, sheet, entry, targets
        self._variant = str(sheet.variant) if several else ""
        placed = outbox.placements_of(session.connection, session.newsroom, sheet.article)
        self._placed = {each.destination: each for each in placed if each.variant == str(sheet.variant)}
        jobs = outbox.of_article(session.connection, session.newsroom, sheet.article)
        self._jobs = [job for job in jobs if job.variant == str(sheet.variant)]

    def found(self) -> list[PlaceOfArticle]:
        """Systems first, then files of ours, then what people did; by name."""
        named = [str(entry.content.get("destination", "")) for entry in receipts_of(self._sheet)]
        sent = [job.destination for job in self._jobs if job.attempt > 0 or job.state == State.DONE]
        sent = [place for place in sent if not is_by_hand(place)]  # a task is nothing that was sent
        unticked = [job.destination for job in self._jobs if job.reason.get("code") == UNTICKED]
        every = dict.fromkeys([*self._placed, *named, *sent, *unticked])
        places = [self._place(destination) for destination in every if destination]
        rank = {"system": 0, "disk": 1, HAND: 2}
        return sorted((p for p in places if p is not None), key=lambda p: (rank[p.kind], p.name, p.id))

    def _place(self, destination: str) -> PlaceOfArticle | None:
        receipts = receipts_of(self._sheet, destination)
        put = _last(receipts, {PUT, "adopted", ""})
        down = _last([each for each in receipts if self._is_after(each)], {REMOVE})
        job = self._removal(destination)
        looks = self._looks(destination, receipts, job)
        kind = "disk" if on_disk(destination) else HAND if is_by_hand(destination) else "system"
        addresses = self._addresses(destination)
        state, why, values = self._state(destination, kind, down, job, looks)
        picture = (down or put).content.get("picture", "") if (down or put) is not None else ""  # type: ignore[union-attr]
        return PlaceOfArticle(
            id=self._sheet.name,
            variant=self._variant,
            name=self._targets.get(destination) or place_name(destination),
            kind=kind,
            address=addresses[0] if addresses else "",
            before=tuple(addresses[1:]),
            put_at=_when(put) or self._put_at(destination),
            put_by=name_of(self._session, self._sheet, put) if put is not None else "",
            state=state,
            why=why,
            values=values,
            down_at="" if state == "open" else _when(down) or (job.done_at if job is not None else ""),
            down_by=name_of(self._session, self._sheet, down) if down is not None and state != "open" else "",
            looks=looks,
            picture=str(picture) if state != "open" or kind != HAND else "",
        )

    def _is_after(self, receipt: Entry) -> bool:
        """Whether a taking down belongs to this withdrawal; those that name none are as old as their time says."""
        named = receipt.content.get("withdraw")
        return named == self._entry.id if isinstance(named, str) else receipt.at >= self._entry.at

    def _removal(self, destination: str) -> Job | None:
        key = job_key(self._entry.id, destination, REMOVE)
        return next((job for job in self._jobs if job.key == key), None)

    def _addresses(self, destination: str) -> list[str]:
        found = addresses_there(self._session, self._sheet, destination)
        file = file_at(destination, self._sheet.name)
        return found or ([str(file)] if file is not None else [])

    def _put_at(self, destination: str) -> str:
        jobs = [job for job in self._jobs if job.destination == destination and job.action == PUT and job.done_at]
        return max((job.done_at for job in jobs), default="")

    def _looks(self, destination: str, receipts: Sequence[Entry], job: Job | None) -> tuple[Looked, ...]:
        signed = [e for e in receipts if e.content.get("withdraw") == self._entry.id and e.content.get("looks")]
        raw: Any = signed[-1].content.get("looks") if signed else job.reason.get("looks") if job is not None else None
        found = looked(raw)
        file = file_at(destination, self._sheet.name)
        if found or file is None:
            return found
        return (Looked(str(file), 200 if file.exists() else 404, self._session.stamp()),)

    def _state(
        self, destination: str, kind: str, down: Entry | None, job: Job | None, looks: Sequence[Looked]
    ) -> tuple[str, str, dict[str, str]]:
        """down, notice or open; why it is open, as a sentence."""
        notice = self._entry.content.get("form") == "notice"
        placed = self._placed.get(destination)
        seen = next((look.address for look in looks if look.status == _SEEN), "")
        unticked = any(j.reason.get("code") == UNTICKED for j in self._jobs if j.destination == destination)
        if kind == HAND and placed is None and down is None:
            code = UNTICKED if unticked else TAKE_DOWN
            return "open", *self._why(code, destination)
        if kind == HAND:
            return ("down", "", {}) if down is not None else ("open", *self._why(TAKE_DOWN, destination))
        if seen and not notice:
            return "open", *self._why("still_there", destination, address=seen)
        done = job is not None and job.state == State.DONE
        if done or down is not None or (kind == "disk" and looks) or _is_gone(placed):
            return ("notice" if notice else "down"), "", {}
        code = str(job.reason.get("code", "")) if job is not None else "sheet_nothing_done"
        return "open", *self._why(code or "sheet_not_begun", destination, job=job)

    def _why(
        self, code: str, destination: str, *, address: str = "", job: Job | None = None
    ) -> tuple[str, dict[str, str]]:
        values = {"target": self._targets.get(destination) or place_name(destination), "id": self._sheet.name}
        reason = job.reason if job is not None else {}
        values |= {name: str(value) for name, value in reason.items() if isinstance(value, str | int | float)}
        if address:
            values["address"] = address
        return telling.sentence_of(code) or "held.sheet_not_begun", values


def _is_gone(placed: Placed | None) -> bool:
    return placed is not None and placed.status == Status.GONE


def looked(raw: Any) -> tuple[Looked, ...]:
    """What a visitor got, as an entry or a row of the queue says it; what is not in that form is left out."""
    found = []
    for item in raw if isinstance(raw, list) else ():
        match item:
            case [str() as address, int() as status, str() as at]:
                found.append(Looked(address, status, at))
    return tuple(found)


def _last(receipts: Iterable[Entry], actions: set[str]) -> Entry | None:
    found = [entry for entry in receipts if entry.content.get("action", "") in actions]
    return found[-1] if found else None


def _when(receipt: Entry | None) -> str:
    """When it was done as a person says, else when the receipt was written."""
    if receipt is None:
        return ""
    told = receipt.content.get("when")
    return told if isinstance(told, str) and told else receipt.at


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
        place=targets.get(destination) or place_name(destination),
        action=str(content.get("action", PUT)),
        by_hand=content.get("by") == HAND,
        name=name_of(session, sheet, entry),
        at=entry.at,
        when=str(content.get("when", "")),
        address=str(content.get("address", "")),
        version=version_number(sheet, entry.target),
        differs=tuple(map(str, differs)) if isinstance(differs, list) else (),
        digest=digest,
        kept=bool(digest) and outbox.has_payload(session.connection, session.newsroom, digest),
        picture=str(content.get("picture", "")),
        looks=looked(content.get("looks")) if content.get("action") in {LOOKED, REMOVE} else (),
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
