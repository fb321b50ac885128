"""Checking the book: every hash, signature and rule, from the bodies alone."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from editor.newsroom import heads as heads_kept
from editor.newsroom.signature import signed_by
from editor.operations.evidence import TextEvidence
from editor.store import ledger, payloads, tables
from editor.workflow.entry import Entry, Kind, MalformedBodyError, parse
from editor.workflow.history import History
from editor.workflow.roster import Roster
from editor.workflow.rules import Case, Round
from editor.workflow.state import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from editor.newsroom.sound import Sound
    from editor.operations.desk import Desk
    from editor.store.ledger import Row


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must be: the entry, its code as ``verify`` prints it, and what it is about."""

    entry: str
    code: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """Result of checking a library: how many entries there are, how many were sound, and what was found."""

    entries: int
    checked: int
    problems: tuple[Problem, ...]


@dataclass
class _Books:
    """Sequence numbers by author and device, for gaps; receipts by the hash of what was sent; how many were sound."""

    seen: dict[tuple[str, str], dict[int, tuple[str, str]]] = field(default_factory=dict)
    receipts: dict[str, tuple[str, str]] = field(default_factory=dict)
    entries: int = 0
    checked: int = 0

    def note(self, entry: Entry) -> bool:
        """Remember the place of an entry in its author's book; False when the place is taken."""
        book = self.seen.setdefault((entry.author, entry.device), {})
        if entry.seq in book and book[entry.seq][0] != entry.id:
            return False
        book[entry.seq] = (entry.id, entry.prev)
        return True


def verify(desk: Desk) -> Audit:
    """Check a whole library; reads only."""
    with desk.reading() as session:
        return audit(session.connection, desk.kept)


def audit(connection: sa.Connection, kept: Path | None) -> Audit:
    """Check all entries of a library, article by article, so that memory does not grow with its size."""
    newsroom = ledger.newsroom_of(connection)
    roster = Roster.of(ledger.roster_entries(connection))
    books = _Books()
    problems: list[Problem] = []
    for article, rows in itertools.groupby(ledger.rows_by_article(connection), key=attrgetter("article")):
        problems += _article(connection, newsroom, roster, article, rows, books)
    problems += _gaps(books)
    problems += _tails(connection, kept, newsroom)
    problems += _assets(connection)
    problems += _sent(connection, newsroom, books)
    return Audit(books.entries, books.checked, tuple(problems))


def _article(
    connection: sa.Connection, newsroom: str, roster: Roster, article: str, rows: Iterable[Row], books: _Books
) -> Iterator[Problem]:
    sound: list[Entry] = []
    for row in rows:
        books.entries += 1
        entry, code = examine(row, roster, newsroom)
        if entry is not None and not code and not books.note(entry):
            code = "gap"
        if code:
            yield Problem(row.id, code, article)
        elif entry is not None:
            books.checked += 1
            sound.append(entry)
            if entry.kind == Kind.RECEIPT and isinstance(digest := entry.content.get("digest"), str):
                books.receipts[digest] = (entry.id, article)
    if article:
        yield from rule_problems(Case(History.of(sound), roster, TextEvidence(connection, newsroom)))


def examine(row: Row, roster: Roster, newsroom: str, sound: Sound | None = None) -> tuple[Entry | None, str]:
    """An entry as it is stored: the parsed entry, and the code of what is wrong with it ("" = nothing).

    Args:
        row: As it is stored.
        roster: Whose keys count.
        newsroom: Whose book it is.
        sound: See `signed_by`.
    """
    try:
        entry = parse(row.body, row.sig)
    except MalformedBodyError:
        return None, "body"
    if entry.id != row.id:
        return None, "body"
    author = "" if entry.author == entry.id else entry.author
    said = (entry.newsroom, entry.kind, entry.article, author, entry.target)
    if said != (row.newsroom, row.kind, row.article, row.author, row.target):
        return entry, "columns"
    if entry.newsroom != ("" if entry.author == entry.id else newsroom):
        return entry, "newsroom"
    return entry, _signature(entry, roster, sound)


def _signature(entry: Entry, roster: Roster, sound: Sound | None) -> str:
    keys = roster.keys(entry)
    if signed_by(entry, keys, sound) is not None:
        standing = roster.standing(entry)
        return "" if standing is not None and standing.active else "not_member"
    others = roster.every_key(entry.author) - set(keys)
    if signed_by(entry, others) is not None:
        return "revoked"
    return "signature" if keys else "unknown_key"


def rule_problems(case: Case) -> Iterator[Problem]:
    """Signs and receipts of one article that the rules refuse."""
    rounds = {entry.id: Round(case, entry) for entry in case.history.of_kind(Kind.SUBMIT)}
    for sign in case.history.of_kind(Kind.SIGN):
        item = rounds.get(sign.submit)
        code = item.verdict(sign) if item is not None else "level"
        if code:
            yield Problem(sign.id, code, sign.article)
    for receipt in case.history.of_kind(Kind.RECEIPT):
        code = _receipt(case, receipt)
        if code:
            yield Problem(receipt.id, code, receipt.article)


def _receipt(case: Case, receipt: Entry) -> str:
    standing = Standing(case, receipt.variant)
    for approval in standing.approvals:
        if approval.revision.id == receipt.target:
            if not _is_of(receipt, approval.signs[-1]):
                return "receipt"
            setting = approval.round.setting
            first = setting is None or setting.countercheck_first
            return "no_countercheck" if approval.owed and first else ""
    returned = any(item.returned_by is not None and receipt.target in item.revisions for item in standing.rounds)
    return "round_returned" if returned else "level_skipped"


def _is_of(receipt: Entry, sign: Entry) -> bool:
    """Whether the content that a receipt says went is what was signed; receipts of systems say it by `digest`."""
    said, signed = receipt.content.get("covers"), sign.content.get("covers")
    return said is None or (isinstance(signed, dict) and said in signed.values())


def _gaps(books: _Books) -> Iterator[Problem]:
    """A missing entry in the middle shows by the next one, whose `prev` is nowhere."""
    for book in books.seen.values():
        for seq, (identifier, previous) in sorted(book.items()):
            before = book.get(seq - 1, ("", ""))[0]
            if previous != before or (seq > 1 and not before):
                yield Problem(identifier, "gap")


def _tails(connection: sa.Connection, kept: Path | None, newsroom: str) -> Iterator[Problem]:
    """A missing end shows against what this computer has seen before."""
    remembered = heads_kept.remembered(kept, newsroom) if kept is not None else {}
    for _, identifier in sorted(remembered.values()):
        if not ledger.has(connection, identifier):
            yield Problem(identifier, "tail")


def _assets(connection: sa.Connection) -> Iterator[Problem]:
    t = tables.asset.c
    question = sa.select(t.id, t.bytes)
    for identifier, content in connection.execution_options(yield_per=20).execute(question):
        if hashlib.sha256(content).hexdigest() != identifier:
            yield Problem(identifier, "asset")


def _sent(connection: sa.Connection, newsroom: str, books: _Books) -> Iterator[Problem]:
    """What was sent, where it is kept here, is what its receipt says; another computer may hold it alone."""
    for digest, (receipt, article) in books.receipts.items():
        if payloads.has(connection, newsroom, digest):
            text = payloads.find(connection, newsroom, digest)
            if text is None or hashlib.sha256(text.encode()).hexdigest() != digest:
                yield Problem(receipt, "receipt", article)
