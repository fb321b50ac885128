"""A corrected article and its notice link to each other wherever both stand.

When one of them appears at a place, the other, which stands there already, is sent again with the link; when one is
taken down, without it. What is sent again is the revision that stands there: a newer text goes only when asked for.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from editor.article import Variant
from editor.errors import EditorError
from editor.operations import articles, relating
from editor.operations.outbox import queueing
from editor.operations.outbox.fixed import can_change
from editor.publish.formats.corrected import with_related
from editor.publish.formats.page import web_address
from editor.publish.targets.destination import Status
from editor.publish.targets.kinds import key_of, kind
from editor.publish.template import escaped
from editor.store import outbox
from editor.store.outbox import PUT

if TYPE_CHECKING:
    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.operations.outbox.carrying import Load
    from editor.publish.package import Package
    from editor.publish.targets.destination import Standing
    from editor.store.outbox import Job, Placed, TargetRow
    from editor.workflow.state import Approval


_AGAIN = "linking"
"""Of a job that was queued for its links alone: it is not queued for them once more."""


def linked(session: Session, target: TargetRow, sheet: Sheet, release: Approval, package: Package) -> Package:
    """The package with links to the other halves of its corrections that readers find at the same place."""

    def where(article: str, variant: str, _name: str) -> str | None:
        placed = outbox.placement(session.connection, session.newsroom, article, variant, target.destination)
        if placed is None or placed.status != Status.PUBLIC:
            return None
        return link_to(target, placed)

    return with_related(package, relating.related(session, sheet, release.revision, where))


def link_to(target: TargetRow, placed: Placed) -> str:
    """The address that a link at a place has: what the kind says of its own pages, else the public address there."""
    made: Any = None
    with suppress(EditorError):  # of a kind that is not here any more the address is what is known
        made = kind(target.kind)
    own = getattr(made, "link", None)
    if own is not None:
        return str(own(target.options, key_of(placed.article, placed.variant)))
    return web_address(placed.address)


def queue_again(session: Session, job: Job, load: Load, standing: Standing) -> None:
    """Queue the other halves that stand at the place, when readers begin or cease to find this one there.

    And this one itself, when another half became public while it was on its way: it went without the link.

    Args:
        session: An open unit of work.
        job: What was done.
        load: What went, and what stood there before.
        standing: What stands there now.
    """
    others = relating.halves(session, job.article)
    if not others:
        return
    rows = outbox.targets(session.connection, session.newsroom)
    row = next((row for row in rows if row.destination == job.destination), None)
    if row is None or not can_change(row.kind):
        return
    before = load.placed
    was = before.address if before is not None and before.status == Status.PUBLIC else None
    now = standing.address if standing.status == Status.PUBLIC and job.action == PUT else None
    there = [
        placed
        for article in sorted(others)
        for placed in outbox.placements_of(session.connection, session.newsroom, article)
        if placed.destination == job.destination and placed.status == Status.PUBLIC
    ]
    if was != now:
        for placed in there:
            _queue(session, row, job, (placed.article, placed.variant, placed.revision))
    if now is not None and not job.reason.get(_AGAIN) and _went_without(session, row, job, load, there):
        _queue(session, row, job, (job.article, job.variant, job.revision))


def _went_without(session: Session, row: TargetRow, job: Job, load: Load, there: list[Placed]) -> bool:
    """Whether a link of now is not in what went."""
    opened = articles.of_article(session, job.article)
    sheet = opened.get(Variant(job.variant))
    release = sheet.standing.release if sheet is not None else None
    if sheet is None or release is None or release.revision.id != job.revision or load.piece is None:
        return False
    links = {(placed.article, placed.variant): link_to(row, placed) for placed in there}

    def where(article: str, variant: str, _name: str) -> str | None:
        return links.get((article, variant))

    wanted = {one.address for one in relating.related(session, sheet, release.revision, where) if one.address}
    return any(address not in load.payload and escaped(address) not in load.payload for address in wanted)


def _queue(session: Session, row: TargetRow, job: Job, what: tuple[str, str, str]) -> None:
    """Queue what stands there once more; what waits already takes the link with it, what is on its way looks itself."""
    again = queueing.job_of(row, *what, job.batch, job.position, session.stamp())
    jobs = outbox.of_article(session.connection, session.newsroom, again.article)
    mine = (one for one in jobs if (one.variant, one.destination) == (again.variant, again.destination))
    if not any(one.state in outbox.OPEN for one in mine):
        outbox.queue(session.connection, session.newsroom, [again._replace(reason={_AGAIN: 1})])
