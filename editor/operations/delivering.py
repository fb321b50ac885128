"""Delivering: signed revisions, and nothing else, become packages and go to a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, overload

from typing_extensions import override

from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, gate, relating
from editor.operations.gate import Refused
from editor.operations.outbox.clock import moment
from editor.operations.packing import package_of
from editor.publish.formats.corrected import with_related
from editor.publish.package import Package, Sibling
from editor.publish.targets import Delivery, Target, on_disk, open_target
from editor.publish.targets.kinds import kind
from editor.publish.template import address_of
from editor.store import deliveries, listing, outbox, tables
from editor.store.outbox import PUT, Job, State, job_key
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article import Variant
    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.operations.gate import Ticket
    from editor.operations.reviewing import Done
    from editor.publish.package import Gone


_PAGES = frozenset({"site", "html"})


@dataclass(frozen=True, slots=True)
class Sent:
    """Result of one delivery to one target."""

    address: str
    delivered: tuple[Delivery, ...]
    gone: tuple[str, ...]
    refused: tuple[Refused, ...]
    changes: Changes


def deliver(
    desk: Desk, address: str, names: Sequence[str] | None, person: str | None = None, target: Target | None = None
) -> Sent:
    """Send signed articles to a target; None = everything that may go. What is withdrawn is taken away there.

    Args:
        desk: Where.
        address: Of the target, as it is remembered.
        names: Articles and variants.
        person: Who signs the receipts.
        target: The target, when it is no place on a disk that the address names.

    Raises:
        EditorError: The target cannot be used (exit 6) or there is no such kind (exit 2). Articles that may not go
            are listed in the result; the others go.
    """
    if target is None:
        open_target(address)  # says what is wrong with the words before anything else
        address = _resolved(address)
        target = _known(desk, address)
    with desk.reading() as session:
        asked, refused = gate.wanted(session, names)
        passed, held = gate.check(session, asked, address)
        tickets, early = _not_early(session, passed)
        gone = list(gate.gone(session))
        held = [*held, *early]
        whole = [*tickets, *_halves(session, tickets, gone, address)]
        form = getattr(target, "form", "") or address.partition(":")[0]
        delivered = tuple(target.deliver(_Packages(session, whole, address, form), gone))
    _record(desk, address, tickets, delivered, person)
    changes = Changes(deliveries=frozenset(ticket.article for ticket in tickets))
    return Sent(address, delivered, tuple(item.name for item in gone), (*refused, *held), changes)


def _halves(session: Session, tickets: list[Ticket], gone: list[Gone], address: str) -> Iterator[Ticket]:
    """What stands there already and is linked to what comes or goes: it is made again, as the revision that it is."""
    coming = {(ticket.article, ticket.variant) for ticket in tickets}
    touched = dict.fromkeys([*(ticket.article for ticket in tickets), *(g.name.partition("@")[0] for g in gone)])
    done: set[str] = set()
    for article in touched:
        for other in sorted(relating.halves(session, article) - done):
            done.add(other)
            there = deliveries.revisions_at(session.connection, session.newsroom, other, address)
            if there:
                found = _standing_there(session, other, there)
                yield from (ticket for ticket in found if (other, ticket.variant) not in coming)


def _standing_there(session: Session, article: str, revisions: frozenset[str]) -> Iterator[Ticket]:
    """Variants of an article that stand at a place as they may go there now."""
    opened = gate.open_article(session, article)
    for variant, sheet in opened.sheets.items():
        release = sheet.standing.release
        if release is None or release.revision.id not in revisions:
            continue
        if not gate.objection_to(session, opened, sheet)[0]:
            yield gate.Ticket(article, variant, sheet.name, release.revision.id)


def _not_early(session: Session, tickets: list[Ticket]) -> tuple[list[Ticket], list[Refused]]:
    """Without what is under an embargo: a place on disk shows at once what it is given."""
    now = session.desk.clock().timestamp()
    ready, early = [], []
    for ticket in tickets:
        until = moment(ticket.embargo) if ticket.embargo else 0.0
        if until is None or until > now:
            early.append(Refused(ticket.name, "embargo", ticket.embargo))
        else:
            ready.append(ticket)
    return ready, early


def _known(desk: Desk, address: str) -> Target:
    """The place at an address; where it is a target with a name, it is as that was told to be."""
    with desk.reading() as session:
        rows = outbox.targets(session.connection, session.newsroom)
    row = next((row for row in rows if row.destination == address), None)
    if row is None:
        return open_target(address)
    made = kind(row.kind)
    return made.open(row.options, "")  # type: ignore[return-value]


def _resolved(address: str) -> str:
    """The address under which a delivery is remembered: the same folder is the same place from wherever it is named."""
    kind, _, place = address.partition(":")
    return f"{kind}:{Path(place).resolve()}"


class _Packages(Sequence[Package]):
    """Packages made one by one when they are asked for, so that ten thousand never lie in memory together."""

    def __init__(self, session: Session, tickets: list[Ticket], address: str, form: str) -> None:
        self._session = session
        self._tickets = tickets
        self._address = address
        self._form = form
        self._last: tuple[str, dict[Variant, Sheet]] = ("", {})

    @cached_property
    def _by_article(self) -> dict[str, list[Ticket]]:
        found: dict[str, list[Ticket]] = {}
        for ticket in self._tickets:
            found.setdefault(ticket.article, []).append(ticket)
        return found

    @override
    def __len__(self) -> int:
        return len(self._tickets)

    @overload
    def __getitem__(self, index: int) -> Package: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Package]: ...
    @override
    def __getitem__(self, index: int | slice) -> Package | Sequence[Package]:
        if isinstance(index, slice):
            return [self._package(ticket) for ticket in self._tickets[index]]
        return self._package(self._tickets[index])

    def _package(self, ticket: Ticket) -> Package:
        if self._last[0] != ticket.article:
            self._last = (ticket.article, articles.of_article(self._session, ticket.article))
        sheet = self._last[1][ticket.variant]
        release = sheet.standing.release
        if release is None:
            raise EditorError.refused("not_signed", id=ticket.name)
        others = [other for other in self._by_article[ticket.article] if other.variant != ticket.variant]
        siblings = tuple(Sibling(other.name, other.variant) for other in sorted(others, key=lambda o: o.name))
        package = replace(package_of(self._session, sheet, release), siblings=siblings)
        return with_related(package, relating.related(self._session, sheet, release.revision, self._where))

    def _where(self, article: str, variant: str, name: str) -> str | None:
        """Where the page of another article lies beside this one; formats that are no pages have no links."""
        coming = any(str(ticket.variant) == variant for ticket in self._by_article.get(article, ()))
        session = self._session
        if not coming and variant not in deliveries.variants_at(
            session.connection, session.newsroom, article, self._address
        ):
            return None
        return f"{address_of(name)}.html" if self._form in _PAGES else ""


def _record(
    desk: Desk, address: str, tickets: list[Ticket], delivered: tuple[Delivery, ...], person: str | None
) -> None:
    """Note what was delivered; with the one identity here that may, also as a signed receipt."""
    there = {item.name for item in delivered}
    if not tickets or desk.library.read_only:
        return
    with desk.writing() as session:
        identity = receiver(session, person)
        for ticket in tickets:
            if ticket.name in there and _note(session, ticket, address):
                listing.mark_sent(session.connection, session.newsroom, ticket.article, ticket.variant)
                if identity is not None:
                    _receipt(session, identity, ticket, address)


def receiver(session: Session, person: str | None) -> Identity | None:
    """Who signs for the delivery: the one named, else the only one here who may; with several nobody does."""
    able = []
    for identity in session.desk.keys.identities(session.newsroom):
        member = session.people.get(identity.person)
        if member is not None and member.active and member.levels - {"reporter"}:
            able.append(identity)
    if person is not None:
        named = [identity for identity in able if person in {identity.name, identity.person}]
        return named[0] if len(named) == 1 else None
    return able[0] if len(able) == 1 else None


def _note(session: Session, ticket: Ticket, address: str) -> bool:
    """Note that a revision stands at a place; gives False when that was known.

    What was taken away meanwhile and stands there again is news: its receipt is another one.
    """
    known = outbox.job(session.connection, session.newsroom, job_key(ticket.revision, address))
    again = known is not None and known.state == State.DONE
    if known is not None and again and not _withdrawn_since(session, ticket, known.done_at):
        return False
    done = Job(
        key=job_key(ticket.revision, address),
        article=ticket.article,
        variant=str(ticket.variant),
        revision=ticket.revision,
        destination=address,
        action=PUT,
        state=State.DONE,
        attempt=known.attempt + 1 if known is not None else 1,
        due=0,
        reason={},
        batch=known.batch if known is not None else "",
        position=known.position if known is not None else 0,
        digest="",
        queued_at=known.queued_at if known is not None and not again else session.stamp(),
        done_at=session.stamp(),
    )
    outbox.queue(session.connection, session.newsroom, [done])
    return True


def _withdrawn_since(session: Session, ticket: Ticket, done_at: str) -> bool:
    """Whether it was withdrawn after it had come to a place: it was passed again since, perhaps as it was."""
    entry = tables.entry.c
    question = tables.entry.select().where(
        entry.newsroom == session.newsroom, entry.article == ticket.article, entry.kind == Kind.WITHDRAW
    )
    if session.connection.execute(question).first() is None:
        return False
    withdrawals = articles.find(session, ticket.name).standing.withdrawals
    return any((moment(each.at) or 0.0) >= (moment(done_at) or 0.0) for each in withdrawals)


def _receipt(session: Session, identity: Identity, ticket: Ticket, address: str) -> None:
    content = {"target": ticket.revision, "destination": address, "covers": ticket.covers}
    session.write(identity, session.compose(identity.person, Kind.RECEIPT, ticket.article, ticket.variant, content))


def clear(desk: Desk, withdrawn: Sequence[Done]) -> list[tuple[str, EditorError | None]]:
    """Take withdrawn articles away wherever they lie on a disk; per address None, or why it did not work there.

    Publishing systems are told by the outbox, see `outbox.queueing.take_down`.
    """
    with desk.reading() as session:
        addresses = sorted({a for done in withdrawn for a in _targets_of(session, done.name.partition("@")[0])})
    cleared: list[tuple[str, EditorError | None]] = []
    for address in addresses:
        try:
            deliver(desk, address, [])
        except EditorError as error:
            cleared.append((address, error))
        else:
            cleared.append((address, None))
    return cleared


def _targets_of(session: Session, article: str) -> list[str]:
    t = tables.export_job.c
    question = tables.export_job.select().where(t.newsroom == session.newsroom, t.article == article)
    places = {row.destination for row in session.connection.execute(question)}
    return sorted(place for place in places if on_disk(place))
