"""A corrected article and its notice link to each other wherever both stand.

When one of them appears at a place, the other, which stands there already, is sent again with the link; when one is
taken down, without it. What is sent again is the revision that stands there: a newer text goes only when asked for.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations import relating
from editor.operations.outbox import queueing
from editor.operations.outbox.fixed import can_change
from editor.publish.formats.corrected import with_related
from editor.publish.formats.page import web_address
from editor.publish.targets.destination import Status
from editor.publish.targets.kinds import key_of, kind
from editor.store import outbox
from editor.store.outbox import PUT

if TYPE_CHECKING:
    from editor.operations.articles import Sheet
    from editor.operations.desk import Session
    from editor.publish.package import Package
    from editor.publish.targets.destination import Standing
    from editor.store.outbox import Job, Placed, TargetRow
    from editor.workflow.state import Approval


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


def queue_again(session: Session, job: Job, before: Placed | None, standing: Standing) -> None:
    """Queue the other halves that stand at the place, when readers begin or cease to find this one there.

    Args:
        session: An open unit of work.
        job: What was done.
        before: What stood there before it.
        standing: What stands there now.
    """
    was = before.address if before is not None and before.status == Status.PUBLIC else None
    now = standing.address if standing.status == Status.PUBLIC and job.action == PUT else None
    if was == now:
        return
    halves = sorted(relating.halves(session, job.article))
    rows = outbox.targets(session.connection, session.newsroom) if halves else []
    row = next((row for row in rows if row.destination == job.destination), None)
    if row is None or not can_change(row.kind):
        return
    for article in halves:
        for placed in outbox.placements_of(session.connection, session.newsroom, article):
            if placed.destination == job.destination and placed.status == Status.PUBLIC:
                again = queueing.job_of(
                    row, article, placed.variant, placed.revision, job.batch, job.position, session.stamp()
                )
                if not _waits(session, again):
                    outbox.queue(session.connection, session.newsroom, [again])


def _waits(session: Session, again: Job) -> bool:
    """Whether something is on its way there already: it takes the link with it."""
    jobs = outbox.of_article(session.connection, session.newsroom, again.article)
    mine = (job for job in jobs if (job.variant, job.destination) == (again.variant, again.destination))
    return any(job.state in outbox.OPEN for job in mine)
