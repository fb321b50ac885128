"""Places where what is out cannot be changed any more: told before anybody passes a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.targets.destination import Status
from editor.publish.targets.kinds import kind
from editor.store import outbox

if TYPE_CHECKING:
    from editor.operations.desk import Session

_BY_HAND = "hand"


def fixed_places(session: Session, article: str, variant: str) -> tuple[str, ...]:
    """Names of the places at which an article variant stands and cannot be changed, sorted."""
    rows = {row.destination: row for row in outbox.targets(session.connection, session.newsroom)}
    found = set()
    for placed in outbox.placements_of(session.connection, session.newsroom, article):
        if placed.variant != variant or placed.status == Status.GONE:
            continue
        row = rows.get(placed.destination)
        prefix, _, name = placed.destination.partition(":")
        if not can_change(row.kind if row is not None else prefix):
            found.add(row.name if row is not None else name)
    return tuple(sorted(found))


def can_change(name: str) -> bool:
    """Whether what is out at places of a kind can be changed there: ``changes`` of the kind, yes where it has none.

    Where a person publishes by hand nobody here can change anything. A kind that is not here any more counts as others.
    """
    try:
        return bool(getattr(kind(name), "changes", name != _BY_HAND))
    except EditorError:
        return True
