"""Where a withdrawn article stood, and what became of it there: the rows of a disposal sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.operations.chronicle import name_of
from editor.operations.outbox import telling
from editor.operations.outbox.carrying import LEFT
from editor.operations.outbox.clock import moment
from editor.operations.outbox.looking import addresses_there, left_at, receipts_of
from editor.operations.outbox.queueing import UNTICKED
from editor.operations.outbox.tracing import THERE, UNSEEN, found_in
from editor.publish.targets import file_at, on_disk
from editor.publish.targets.destination import Status
from editor.publish.targets.hand import NAME as HAND
from editor.publish.targets.hand import TAKE_DOWN, is_by_hand
from editor.publish.targets.hand import name_of as place_name
from editor.records.disposal import Looked, PlaceOfArticle, SpotLooked
from editor.store import outbox
from editor.store.outbox import PUT, REMOVE, State, job_key
from editor.workflow.correction import PACKED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.store.outbox import Job, Placed
    from editor.workflow.entry import Entry

_SEEN = 200
_PUBLISHED = frozenset({PUT, "adopted", ""})
_NOT_OUT = frozenset({Status.SCHEDULED, Status.GONE, Status.DRAFT})
_LISTED = frozenset({"still_listed", "listed_yet"})


class Again:
    """What happened to a variant after a withdrawal of it: it may have been passed and published again."""

    def __init__(self, sheet: Sheet, entry: Entry, jobs: Iterable[Job]) -> None:
        self._entry, self._since = entry.id, moment(entry.at) or 0.0
        self._past = sheet.case.history.past
        approvals = sheet.standing.approvals
        self._passed = {each.revision.id for each in approvals if each.withdrawn is None}
        self._before = {each.revision.id for each in approvals if each.withdrawn is not None}
        self.signed = bool(self._passed)
        out = [e for e in receipts_of(sheet) if self.receipt(e)]
        times = [_when(e) for e in out if e.content.get("status", "") not in _NOT_OUT]
        times += [job.done_at for job in jobs if self.job(job) and job.state == State.DONE and job.done_at]
        self.at = min(times, key=lambda told: moment(told) or 0.0, default="")

    def receipt(self, receipt: Entry) -> bool:
        """Whether a receipt says that what was passed afterwards came out, perhaps the same text as before."""
        if receipt.content.get("action", "") not in _PUBLISHED or receipt.target not in self._passed:
            return False
        known = self._entry in self._past(receipt.id)
        return receipt.target not in self._before or known or (moment(receipt.at) or 0.0) > self._since

    def job(self, job: Job) -> bool:
        """Whether a piece of work brought out what was passed afterwards."""
        late = job.revision not in self._before or (moment(job.queued_at) or 0.0) > self._since
        return job.action == PUT and job.revision in self._passed and late


class Places:
    """The places of one variant that was withdrawn."""

    def __init__(
        self, session: Session, sheet: Sheet, entry: Entry, targets: Mapping[str, str], *, several: bool
    ) -> None:
        self._session, self._sheet, self._entry, self._targets = session, sheet, entry, targets
        self._variant = str(sheet.variant) if several else ""
        placed = outbox.placements_of(session.connection, session.newsroom, sheet.article)
        self._placed = {each.destination: each for each in placed if each.variant == str(sheet.variant)}
        jobs = outbox.of_article(session.connection, session.newsroom, sheet.article)
        own = [job for job in jobs if job.variant == str(sheet.variant)]
        self._again = Again(sheet, entry, own)
        self._jobs = [job for job in own if not self._again.job(job)]
        known = [receipt for receipt in receipts_of(sheet) if receipt.content.get("action") != PACKED]
        self._receipts = [receipt for receipt in known if not self._again.receipt(receipt)]

    def found(self) -> list[PlaceOfArticle]:
        """Systems first, then files of ours, then what people did; by name."""
        named = [str(entry.content.get("destination", "")) for entry in self._receipts]
        sent = [job.destination for job in self._jobs if job.attempt > 0 or job.state == State.DONE]
        sent = [place for place in sent if not is_by_hand(place)]  # a task is nothing that was sent
        unticked = [job.destination for job in self._jobs if job.reason.get("code") == UNTICKED]
        stands = [] if self._again.signed else list(self._placed)
        every = dict.fromkeys([*stands, *named, *sent, *unticked])
        places = [self._place(destination) for destination in every if destination]
        rank = {"system": 0, "disk": 1, HAND: 2}
        return sorted((p for p in places if p is not None), key=lambda p: (rank[p.kind], p.name, p.id))

    def _place(self, destination: str) -> PlaceOfArticle | None:
        receipts = [each for each in self._receipts if each.content.get("destination") == destination]
        put = _last([each for each in receipts if not self._is_after(each)] or receipts, _PUBLISHED)
        down = _last([each for each in receipts if self._is_after(each)], {REMOVE})
        job = self._removal(destination)
        looks = self._looks(destination, receipts, job)
        kind = _kind(destination, job, down)
        spots = self._spots(destination, kind, receipts, job)
        addresses = self._addresses(destination)
        state, why, values = self._state(destination, kind, down, job, looks, spots)
        shown = down or put
        picture = shown.content.get("picture", "") if shown is not None else ""
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
            spots=spots,
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

    def _told(self, name: str, receipts: Sequence[Entry], job: Job | None) -> Any:
        """What was seen after this withdrawal: as it was signed, else as the queue knows it."""
        signed = [e for e in receipts if e.content.get("withdraw") == self._entry.id and e.content.get(name)]
        if signed:
            return signed[-1].content.get(name)
        return job.reason.get(name) if job is not None else None

    def _looks(self, destination: str, receipts: Sequence[Entry], job: Job | None) -> tuple[Looked, ...]:
        found = looked(self._told("looks", receipts, job))
        file = file_at(destination, self._sheet.name)
        if found or file is None or self._again.signed:
            return found
        return (Looked(str(file), 200 if file.exists() else 404, self._session.stamp()),)

    def _spots(self, destination: str, kind: str, receipts: Sequence[Entry], job: Job | None) -> tuple[SpotLooked, ...]:
        found = spots_in(self._told("spots", receipts, job))
        if kind == HAND:
            return (SpotLooked("", "", UNSEEN, "by_hand", ""),)
        if found or kind != "disk" or self._again.signed:
            return found
        return tuple(SpotLooked(*spot) for spot in left_at(self._session, self._sheet, destination))

    def _state(
        self,
        destination: str,
        kind: str,
        down: Entry | None,
        job: Job | None,
        looks: Sequence[Looked],
        spots: Sequence[SpotLooked],
    ) -> tuple[str, str, dict[str, str]]:
        """down, notice or open; why it is open, as a sentence."""
        notice = self._entry.content.get("form") == "notice"
        placed = self._placed.get(destination)
        seen = next((look.address for look in looks if look.status == _SEEN), "")
        listed = next((spot.address for spot in spots if spot.state == THERE), "")
        code = str(job.reason.get("code", "")) if job is not None else "sheet_nothing_done"
        if kind == HAND:
            return ("down", "", {}) if down is not None else ("open", *self._why(self._task(destination), destination))
        if seen and not notice:
            return "open", *self._why("still_there", destination, address=seen)
        if listed:
            told = job.reason if job is not None and code in _LISTED else {}
            values = {name: str(told[name]) for name in ("at", "times") if name in told}
            why, more = self._why(code if told else "sheet_listed", destination, address=listed)
            return "open", why, {**more, **values}
        done = job is not None and job.state == State.DONE
        if done or down is not None or (kind == "disk" and looks) or (_is_gone(placed) and not self._again.signed):
            return ("notice" if notice else "down"), "", {}
        return "open", *self._why(code or "sheet_not_begun", destination, job=job)

    def _task(self, destination: str) -> str:
        """What a person has to do there."""
        codes = {job.reason.get("code") for job in self._jobs if job.destination == destination}
        if destination in self._placed or not is_by_hand(destination):
            return LEFT if LEFT in codes else TAKE_DOWN
        return UNTICKED if UNTICKED in codes else TAKE_DOWN

    def _why(
        self, code: str, destination: str, *, address: str = "", job: Job | None = None
    ) -> tuple[str, dict[str, str]]:
        values = {"target": self._targets.get(destination) or place_name(destination), "id": self._sheet.name}
        reason = job.reason if job is not None else {}
        values |= {name: str(value) for name, value in reason.items() if isinstance(value, str | int | float)}
        if address:
            values["address"] = address
        return telling.sentence_of(code) or "held.sheet_not_begun", values


def _kind(destination: str, job: Job | None, down: Entry | None) -> str:
    """Whose the place is: a person's as well where what we sent has left our hands."""
    left = job is not None and job.reason.get("code") == LEFT
    if is_by_hand(destination) or left or (down is not None and down.content.get("by") == HAND):
        return HAND
    return "disk" if on_disk(destination) else "system"


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


def spots_in(raw: Any) -> tuple[SpotLooked, ...]:
    """What lists and the like showed, in the same way."""
    return tuple(SpotLooked(*found) for found in found_in(raw))


def _last(receipts: Iterable[Entry], actions: Collection[str]) -> Entry | None:
    found = [entry for entry in receipts if entry.content.get("action", "") in actions]
    return found[-1] if found else None


def _when(receipt: Entry | None) -> str:
    """When it was done as a person says, else when the receipt was written."""
    if receipt is None:
        return ""
    told = receipt.content.get("when")
    return told if isinstance(told, str) and told else receipt.at
