"""The two halves of a correction by notice: which notices correct an article, and which article a notice corrects.

A notice says so in its slip, which was signed; the corrected article knows it by a `correct` entry. Both are asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.operations import articles
from editor.operations.content import from_revision
from editor.publish.package import Related
from editor.store import listing
from editor.store.correcting import has_correction
from editor.workflow.correction import lawful, notice_of
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.workflow.entry import Entry
    from editor.workflow.rules import Case

    Where = Callable[[str, str, str], str | None]
    """Article, variant and name → address of what stands at a place, None when it does not stand there."""


def related(session: Session, sheet: Sheet, revision: Entry, where: Where) -> tuple[Related, ...]:
    """The notices of an article, or what a notice corrects, as far as they were signed and stand at a place.

    Args:
        session: An open unit of work.
        sheet: The article variant that goes.
        revision: What goes of it.
        where: Asked for each of them.
    """
    found = []
    for other, notice in _halves(session, sheet, revision):
        release = other.standing.release
        address = where(other.article, str(other.variant), other.name)
        if release is None or address is None:
            continue
        slip = from_revision(release.revision).slip
        at = slip.published_at if not notice and slip.published_at else release.signs[-1].at
        found.append(Related(other.name, other.variant, notice, slip.headline, at, address))
    return tuple(sorted(found, key=lambda one: (one.at, one.name)))


def _halves(session: Session, sheet: Sheet, revision: Entry) -> Iterator[tuple[Sheet, bool]]:
    for article in notices(sheet.case):
        there = _variant(session, article, sheet)
        release = there.standing.release if there is not None else None
        if there is None or release is None:
            continue
        if corrects_of(release.revision) == sheet.article:
            yield there, True
    corrects = corrects_of(revision)
    if corrects and corrects != sheet.article:
        there = _variant(session, corrects, sheet)
        if there is not None:
            yield there, False


def _variant(session: Session, article: str, beside: Sheet) -> Sheet | None:
    """An article in the variant of another, in its own where it was not passed in that; None where it was in none."""
    if not listing.articles_named(session.connection, session.newsroom, article):
        return None
    there = articles.of_article(session, article)
    own = next(iter(there.values())).own
    passed = (there.get(variant) for variant in (beside.variant, own))
    return next((one for one in passed if one is not None and one.standing.release is not None), None)


def notices(case: Case) -> tuple[str, ...]:
    """Articles that `correct` entries of an article name as its notices, in any variant."""
    found = (entry for entry in case.history.of_kind(Kind.CORRECT) if notice_of(entry) and lawful(case, entry))
    return tuple(dict.fromkeys(notice_of(entry) for entry in found))


def halves(session: Session, article: str) -> frozenset[str]:
    """Ids of the articles that are linked to an article by a correction, whether or not they are out."""
    if not has_correction(session.connection, session.newsroom, article):
        return frozenset()
    case = session.case(article)
    named = (corrects_of(entry) for entry in case.history.of_kind(Kind.REVISION))
    return frozenset({*notices(case), *named} - {article, ""})


def corrects_of(revision: Entry) -> str:
    """Id of the article that a revision of a notice corrects, "" for others; most are others, so nothing is read."""
    slip = revision.content.get("slip")
    found = slip.get("corrects") if isinstance(slip, dict) else None
    return found if isinstance(found, str) else ""
