"""What people decide while work is on its way: held back, withdrawn, changed. Nothing goes that was decided against.

Work is taken out of the library in one moment and sent in a later one: a site may be slow, a place may have a rate.
SQLite tells in a few microseconds whether another program has written in between; only then is it looked again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.operations.outbox.loading import StoppedError
from editor.store import outbox
from editor.store.outbox import REMOVE, State

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from editor.operations.desk import Desk, Session
    from editor.operations.outbox.carrying import Load
    from editor.store.outbox import Job, TargetRow

    Taken = tuple[Job, Load]

_NOT_BEGUN = frozenset({State.WAITING, State.CHECKING})


@dataclass(slots=True)
class Recall:
    """What is known of decisions at one place.

    Attributes:
        desk: Where.
        target: The place.
        load: Takes a piece of work out of the library as it is now.
        held: The place is held back (一键暂缓): only what is taken down goes.
        off: Keys of work on its way that is to go no further; threads ask.
    """

    desk: Desk
    target: TargetRow
    load: Callable[[Session, Job], Load]
    held: bool = False
    off: set[str] = field(default_factory=set)
    _version: int = -1

    def __post_init__(self) -> None:
        self.held = bool(self.target.held)

    def due(self, session: Session, now: int, limit: int) -> list[Job]:
        """What may be tried now (milliseconds since 1970)."""
        where = (session.connection, session.newsroom, self.target.destination, now)
        if not self._is_held(session):
            return outbox.due(*where, limit)
        return [job for job in outbox.due(*where, None) if job.action == REMOVE]

    def _is_held(self, session: Session) -> bool:
        row = outbox.target(session.connection, session.newsroom, self.target.name)
        if row is not None:
            self.held = bool(row.held)
        return self.held

    def recalled(self, taken: Collection[Taken]) -> set[str]:
        """Keys of what is not to go as it was taken, as far as another program has written since the last time."""
        version = outbox.version(self.desk.library.raw)
        if version == self._version:
            return set()
        self._version = version
        with self.desk.reading() as session:
            self._is_held(session)
            return {job.key for job, load in taken if not self._goes(session, job, load)}

    def _goes(self, session: Session, job: Job, taken: Load) -> bool:
        if taken.piece is None:
            return True
        if self.held:
            return False
        try:
            return self.load(session, job).digest == taken.digest
        except StoppedError:
            return False

    def still(self, session: Session, taken: Iterable[Taken]) -> list[Taken]:
        """Of what was looked up a moment ago that which may go now; the rest is taken anew, or not at all."""
        held = self._is_held(session)
        left = []
        for job, load in taken:
            now = outbox.job(session.connection, session.newsroom, job.key)
            if now is None or now.state not in _NOT_BEGUN or (held and load.piece is not None):
                continue
            if self._goes(session, now, load):
                left.append((job, load))
        return left
