"""发稿登记: what went where, when, and as what, told from the signed receipts alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import resources
from editor.operations import articles, chronicle
from editor.operations.content import from_revision
from editor.publish.formats.register import Line
from editor.publish.targets.hand import name_of
from editor.publish.words import utc_text, variant_name
from editor.store import ledger, outbox
from editor.workflow.correction import PACKED, PUBLISHES
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.workflow.correction import Correction
    from editor.workflow.entry import Entry


def register(desk: Desk, language: str = "zh_CN", *, since: str = "") -> tuple[Line, ...]:
    """A line a delivery and a taking down, oldest first.

    A correction is registered as one, with its form, also where readers are told nothing of it.

    Args:
        desk: Where.
        language: Of the states.
        since: ISO 8601; what was before is left out. "" = everything.
    """
    with desk.reading() as session:
        rows = outbox.targets(session.connection, session.newsroom)
        places = {row.destination: row.name for row in rows}
        found: list[Line] = []
        for article in ledger.articles_with(session.connection, session.newsroom, Kind.RECEIPT):
            for sheet in articles.of_article(session, article).values():
                found += _of_variant(session, sheet, places, language)
    first = utc_text(since) or since
    moments = [(utc_text(line.at) or line.at, line.number, at) for at, line in enumerate(found)]
    return tuple(found[at] for moment, _, at in sorted(moments) if moment >= first)


def _of_variant(session: Session, sheet: Sheet, places: Mapping[str, str], language: str) -> Iterator[Line]:
    history = sheet.case.history
    receipts = [entry for entry in chronicle.in_order(sheet) if entry.kind == Kind.RECEIPT]
    receipts = [entry for entry in receipts if entry.content.get("action") != "looked"]  # what a visitor got
    corrections = dict(_by_revision(sheet.standing.corrections)) if receipts else {}
    for receipt in receipts:
        revision = history.revision(receipt.target)
        slip = from_revision(revision).slip if revision is not None else sheet.content.slip
        destination = str(receipt.content.get("destination", ""))
        yield Line(
            at=receipt.at,
            number=slip.number,
            headline=slip.headline,
            variant=variant_name(str(sheet.variant), traditional=False),
            place=places.get(destination) or name_of(destination) or str(receipt.content.get("file", "")),
            address=str(receipt.content.get("address", "")),
            state=_state(receipt, corrections.get(receipt.target), notice=bool(slip.corrects), language=language),
            by=chronicle.name_of(session, sheet, receipt),
        )


def _by_revision(corrections: tuple[Correction, ...]) -> Iterator[tuple[str, Correction]]:
    """The revisions that bring a correction."""
    for one in corrections:
        if one.round is not None:
            yield from ((revision, one) for revision in sorted(one.round.revisions))


def _state(receipt: Entry, correction: Correction | None, *, notice: bool, language: str) -> str:
    action = receipt.content.get("action", "put")
    if action == PACKED:
        return resources.sentence("register.packed", language)
    if action not in PUBLISHES:
        return resources.sentence("register.withdrawn", language)
    if receipt.content.get("status") == "scheduled":
        return resources.sentence("register.scheduled", language)
    if correction is not None:
        form = resources.sentence(f"correct.form_{correction.form or 'unsaid'}", language)
        return resources.sentence("register.corrected", language, count=correction.number, form=form)
    return resources.sentence("register.notice" if notice else "register.published", language)
