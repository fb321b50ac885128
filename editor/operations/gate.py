"""The gate: what may leave, decided from the bodies alone, whatever lists and columns say.

Every entry of an article is hashed and its signature checked, the rules are folded, and the package that would go is
hashed and compared with what the last level signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.operations import articles, auditing
from editor.operations.content import from_revision
from editor.publish.package import WEB, Gone, covers_hash, outlets_of
from editor.store import deliveries, kept_files, ledger, listing
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.article import Variant
    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.workflow.state import Approval


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that did not go, and why (code of the message table)."""

    name: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A variant that passed the gate.

    Attributes:
        embargo: 禁发至 of the slip that was signed, "" = none; `publish_at` 拟发 likewise.
        covers: Hash of the package content, as the last level signed it.
    """

    article: str
    variant: Variant
    name: str
    revision: str
    embargo: str = ""
    publish_at: str = ""
    covers: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article whose entries were all looked at; ``damaged`` names the first that is not as it was signed."""

    sheets: dict[Variant, Sheet]
    damaged: str


def open_article(session: Session, article: str) -> Opened:
    """Read an article's entries once, check each, and fold them."""
    damaged = ""
    entries = []
    for row in ledger.article_rows(session.connection, session.newsroom, article):
        entry, code = auditing.examine(row, session.roster, session.newsroom, session.desk.sound)
        if code:
            damaged = damaged or f"{row.id} ({code})"
        elif entry is not None:
            entries.append(entry)
    if damaged:
        return Opened({}, damaged)
    return Opened(articles.sheets(session, article, session.case_of(entries)), "")


def objection(session: Session, sheet: Sheet, outlet: str = WEB) -> tuple[str, str]:
    """Why a variant may not go out to an outlet: a code and a detail, ("", "") when it may."""
    opened = open_article(session, sheet.article)
    return objection_to(session, opened, opened.sheets.get(sheet.variant), outlet)


def objection_to(session: Session, opened: Opened, sheet: Sheet | None, outlet: str = WEB) -> tuple[str, str]:
    """The same for an article whose entries were looked at already."""
    if opened.damaged:
        return "entry_damaged", opened.damaged
    release = sheet.standing.release if sheet is not None else None
    if sheet is None or release is None:
        return (sheet.standing.obstacle if sheet is not None else "") or "not_signed", ""
    content = from_revision(release.revision)
    outlet = outlet if outlet in outlets_of(content.slip) else WEB
    digest = covers_hash(sheet.article, content.variant, content.slip, content.text, outlet)
    covers = release.signs[-1].content.get("covers")
    if not isinstance(covers, dict) or covers.get(outlet) != digest:
        return "covers_differ", ""
    missing = [a for a in content.assets if not kept_files.has(session.connection, session.newsroom, a)]
    return ("asset_missing", missing[0]) if missing else ("", "")


def wanted(session: Session, names: Sequence[str] | None) -> tuple[dict[str, set[Variant] | None], list[Refused]]:
    """Articles and their variants that were asked for; None as variants = whatever may go of it."""
    if names is None:
        return dict.fromkeys(listing.articles_with_revisions(session.connection, session.newsroom)), []
    found: dict[str, set[Variant] | None] = {}
    refused = []
    for name in dict.fromkeys(names):
        try:
            sheet = articles.find(session, name)
        except EditorError as error:
            refused.append(Refused(name, error.code))
            continue
        variants = found.setdefault(sheet.article, set())
        if variants is not None:
            variants.add(sheet.variant)
    return found, refused


def check(
    session: Session, asked: dict[str, set[Variant] | None], address: str, outlet: str = WEB
) -> tuple[list[Ticket], list[Refused]]:
    """Tickets for what may go, and reasons for what was asked for by name and may not."""
    tickets: list[Ticket] = []
    refused: list[Refused] = []
    for article, variants in asked.items():
        opened = open_article(session, article)
        if opened.damaged:
            refused.append(Refused(article, "entry_damaged", opened.damaged))
        there = deliveries.variants_at(session.connection, session.newsroom, article, address)
        for variant, sheet in opened.sheets.items():
            named = variants is None or variant in variants
            if not named and (str(variant) not in there or not variants):
                continue  # not asked for, and no page there that would have to link to what is new
            code, detail = objection_to(session, opened, sheet, outlet)
            if not code and sheet.standing.release is not None:
                tickets.append(_ticket(sheet, sheet.standing.release, outlet))
            elif named and variants is not None:
                refused.append(Refused(sheet.name, code, detail))
    return tickets, refused


def _ticket(sheet: Sheet, release: Approval, outlet: str) -> Ticket:
    slip = from_revision(release.revision).slip
    signed = release.signs[-1].content["covers"]  # as `objection_to` has found it
    covers = signed[outlet if outlet in outlets_of(slip) else WEB]
    revision = release.revision.id
    return Ticket(sheet.article, sheet.variant, sheet.name, revision, slip.embargo, slip.publish_at, covers)


def gone(session: Session) -> Iterator[Gone]:
    """Everything that was withdrawn and was not passed again since."""
    for article in ledger.articles_with(session.connection, session.newsroom, Kind.WITHDRAW):
        for item, _approval in withdrawn(session, article):
            yield item


def withdrawn(session: Session, article: str) -> Iterator[tuple[Gone, Approval]]:
    """Variants of an article that were withdrawn and not passed again, each with what had been passed."""
    return withdrawn_of(articles.of_article(session, article))


def withdrawn_of(sheets: Mapping[Variant, Sheet]) -> Iterator[tuple[Gone, Approval]]:
    """The same of an article that was read already."""
    for sheet in sheets.values():
        for approval in sheet.standing.newest_approvals if sheet.standing.release is None else ():
            if approval.withdrawn is not None:
                content = approval.withdrawn.content
                notice = content.get("form") == "notice"
                why = str(content.get("why", ""))
                yield Gone(sheet.name, sheet.variant, notice, approval.withdrawn.at, why), approval
                break
