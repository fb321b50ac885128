"""Delivering: signed revisions, and nothing else, become packages and go to a target."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, overload

from sqlalchemy.dialects.sqlite import insert
from typing_extensions import override

from editor.article import Variant
from editor.changes import Changes
from editor.errors import EditorError
from editor.operations import articles, auditing
from editor.operations.content import from_revision
from editor.operations.packing import package_of
from editor.publish.package import (
    WEB,
    Gone,
    Package,
    Sibling,
    covers_hash,
)
from editor.publish.targets import Delivery, open_target
from editor.store import drafts, ledger, listing, tables
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from editor.newsroom.identity import Identity
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.operations.reviewing import Done


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that did not go, and why (code of the message table)."""

    name: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Result of one delivery to one target."""

    address: str
    delivered: tuple[Delivery, ...]
    gone: tuple[str, ...]
    refused: tuple[Refused, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class _Ticket:
    """A variant that passed the gate."""

    article: str
    variant: Variant
    name: str
    revision: str


def deliver(desk: Desk, address: str, names: Sequence[str] | None, person: str | None = None) -> Sent:
    """Send signed articles to a target; None = everything that may go. What is withdrawn is taken away there.

    Raises:
        EditorError: The target cannot be used (exit 6) or there is no such kind (exit 2). Articles that may not go
            are listed in the result; the others go.
    """
    target = open_target(address)
    address = _resolved(address)
    with desk.reading() as session:
        sheets = _Shelf(session)
        wanted, refused = _wanted(session, sheets, names)
        tickets, held = _gate(session, sheets, wanted, address)
        gone = _gone(session, sheets)
        packages = _Packages(session, sheets, tickets, address)
        delivered = tuple(target.deliver(packages, gone))
    _record(desk, address, tickets, delivered, person)
    changes = Changes(deliveries=frozenset(ticket.article for ticket in tickets))
    return Sent(address, delivered, tuple(item.name for item in gone), (*refused, *held), changes)


def _resolved(address: str) -> str:
    """The address under which a delivery is remembered: the same folder is the same place from wherever it is named."""
    kind, _, place = address.partition(":")
    return f"{kind}:{Path(place).resolve()}"


class _Shelf:
    """Sheets of articles by id, the last few kept: packages are built one after the other."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[str, dict[Variant, Sheet]] = ("", {})

    def of(self, article: str) -> dict[Variant, Sheet]:
        if self._last[0] != article:
            self._last = (article, articles.of_article(self._session, article))
        return self._last[1]


def _wanted(session: Session, shelf: _Shelf, names: Sequence[str] | None) -> tuple[list[Sheet], list[Refused]]:
    """Sheets that were asked for; with None every one of which something may go out."""
    if names is None:
        rows = listing.every(session.connection, session.newsroom)
        out = (shelf.of(row.article)[Variant(row.variant)] for row in rows if row.revision)
        return [sheet for sheet in out if sheet.standing.release is not None], []
    wanted, refused = [], []
    for name in dict.fromkeys(names):
        try:
            wanted.append(articles.find(session, name))
        except EditorError as error:
            refused.append(Refused(name, error.code))
    return wanted, refused


def _gate(session: Session, shelf: _Shelf, wanted: list[Sheet], address: str) -> tuple[list[_Ticket], list[Refused]]:
    tickets: dict[str, _Ticket] = {}
    refused = []
    for sheet in wanted:
        code, detail = objection(session, sheet)
        if code:
            refused.append(Refused(sheet.name, code, detail))
            continue
        for sibling in _with_siblings(session, shelf, sheet, address):
            release = sibling.standing.release
            if release is not None:
                ticket = _Ticket(sheet.article, sibling.variant, sibling.name, release.revision.id)
                tickets[sibling.name] = ticket
    return list(tickets.values()), refused


def _with_siblings(session: Session, shelf: _Shelf, sheet: Sheet, address: str) -> list[Sheet]:
    """A sheet, and its other variants that stand at the target already: their pages link to it now."""
    there = _delivered_names(session, sheet.article, address)
    others = [other for other in shelf.of(sheet.article).values() if other.variant != sheet.variant]
    return [sheet, *(o for o in others if str(o.variant) in there and not objection(session, o)[0])]


def _delivered_names(session: Session, article: str, address: str) -> set[str]:
    t = tables.export_job.c
    question = tables.export_job.select().where(
        t.newsroom == session.newsroom, t.article == article, t.destination == address
    )
    return {row.variant for row in session.connection.execute(question)}


def objection(session: Session, sheet: Sheet) -> tuple[str, str]:
    """Why a variant may not go out: a code and a detail, ("", "") when it may.

    Checked from the bodies: every entry of the article is hashed and its signature checked, the rules are folded, and
    the package that would go is hashed and compared with what the last level signed.
    """
    for row in ledger.article_rows(session.connection, sheet.article):
        _, code = auditing.examine(row, session.roster, session.newsroom)
        if code:
            return "entry_damaged", f"{row.id} ({code})"
    release = sheet.standing.release
    if release is None:
        return sheet.standing.obstacle or "not_signed", ""
    content = from_revision(release.revision)
    digest = covers_hash(sheet.article, content.variant, content.slip, content.text, WEB)
    covers = release.signs[-1].content.get("covers")
    if not isinstance(covers, dict) or covers.get(WEB) != digest:
        return "covers_differ", ""
    missing = [a for a in content.assets if drafts.kept_bytes(session.connection, session.newsroom, a) is None]
    return ("asset_missing", missing[0]) if missing else ("", "")


def _gone(session: Session, shelf: _Shelf) -> list[Gone]:
    found = []
    for row in listing.every(session.connection, session.newsroom):
        sheet = shelf.of(row.article).get(Variant(row.variant)) if row.state == "withdrawn" else None
        taken = [a.withdrawn for a in sheet.standing.newest_approvals if a.withdrawn] if sheet is not None else []
        if sheet is not None and taken:
            content = taken[0].content
            found.append(
                Gone(
                    sheet.name, sheet.variant, content.get("form") == "notice", taken[0].at, str(content.get("why", ""))
                )
            )
    return found


class _Packages(Sequence[Package]):
    """Packages made one by one when they are asked for, so that ten thousand never lie in memory together."""

    def __init__(self, session: Session, shelf: _Shelf, tickets: list[_Ticket], address: str) -> None:
        self._session = session
        self._shelf = shelf
        self._tickets = tickets
        self._address = address

    @cached_property
    def _by_article(self) -> dict[str, list[_Ticket]]:
        found: dict[str, list[_Ticket]] = {}
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

    def _package(self, ticket: _Ticket) -> Package:
        sheet = self._shelf.of(ticket.article)[ticket.variant]
        release = sheet.standing.release
        if release is None:
            raise EditorError.refused("not_signed", id=ticket.name)
        others = [other for other in self._by_article[ticket.article] if other.variant != ticket.variant]
        siblings = tuple(Sibling(other.name, other.variant) for other in sorted(others, key=lambda o: o.name))
        return replace(package_of(self._session, sheet, release), siblings=siblings)


def _record(
    desk: Desk, address: str, tickets: list[_Ticket], delivered: tuple[Delivery, ...], person: str | None
) -> None:
    """Note what was delivered; with the one identity here that may, also as a signed receipt."""
    there = {item.name for item in delivered}
    if not tickets or desk.library.read_only:
        return
    with desk.writing() as session:
        identity = _receiver(session, person)
        for ticket in tickets:
            if ticket.name in there and _note(session, ticket, address):
                if identity is not None:
                    _receipt(session, identity, ticket, address)
                articles.refresh(session, ticket.article)


def _receiver(session: Session, person: str | None) -> Identity | None:
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


def _note(session: Session, ticket: _Ticket, address: str) -> bool:
    key = hashlib.sha256(f"{ticket.revision} {address}".encode()).hexdigest()
    added = session.connection.execute(
        insert(tables.export_job)
        .values(
            newsroom=session.newsroom,
            key=key,
            article=ticket.article,
            variant=str(ticket.variant),
            revision=ticket.revision,
            destination=address,
            digest="",
            state="done",
            done_at=session.stamp(),
        )
        .on_conflict_do_nothing()
    )
    return bool(added.rowcount)


def _receipt(session: Session, identity: Identity, ticket: _Ticket, address: str) -> None:
    content = {"target": ticket.revision, "destination": address}
    session.write(identity, session.compose(identity.person, Kind.RECEIPT, ticket.article, ticket.variant, content))


def clear(desk: Desk, withdrawn: Sequence[Done]) -> list[tuple[str, EditorError | None]]:
    """Take withdrawn articles away wherever they were delivered; per address None, or why it did not work there."""
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
    return sorted({row.destination for row in session.connection.execute(question)})
