"""Counting what the checks find in articles that a list shows, in idle moments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.errors import EditorError
from editor.findings import Severity
from editor.operations import articles, projection, proofing
from editor.records.articles import Tally
from editor.store import tallies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.operations.desk import Desk


def count(desk: Desk, rows: Sequence[int], canceled: Callable[[], bool] = lambda: False) -> tuple[Tally, ...]:
    """What is found in the articles of some rows of the list; nothing is written.

    An article that cannot be read is left out.

    Args:
        desk: Where.
        rows: Numbers of the rows.
        canceled: Asked between the articles.
    """
    found: list[Tally] = []
    for row in rows:
        if canceled():
            break
        tally = _count(desk, row)
        if tally is not None:
            found.append(tally)
    return tuple(found)


def _count(desk: Desk, row: int) -> Tally | None:
    with desk.reading() as session:
        question = "SELECT article, variant FROM article WHERE row = ? AND newsroom = ?"
        named = desk.library.raw.execute(question, (row, session.newsroom)).fetchone()
        if named is None:
            return None
        try:
            sheet = articles.find(session, f"{named[0]}@{named[1]}")
            source, article = projection.source_of(sheet), sheet.content.article(sheet.article)
        except EditorError:
            return None
    severities = Counter(finding.severity for finding in proofing.check(desk, article))
    return Tally(row, source, severities[Severity.ERROR], severities[Severity.WARNING])


def note(desk: Desk, counted: Sequence[Tally]) -> Changes:
    """Keep what was counted; a library that can only be read keeps nothing."""
    if desk.library.read_only or not counted:
        return Changes()
    with desk.writing():
        tallies.put(desk.library.raw, counted)
    return Changes()
