"""The outbox at work: one program at a time for a place, several calls at once, each result on the disk as it comes.

A piece of work is marked as being sent, on the disk, before its first byte leaves; what a program that died left so is
looked for at the place before anything else. Threads do the calls and never touch the library.
"""

from __future__ import annotations

import queue
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.operations.outbox import noting
from editor.operations.outbox.carrying import Load, Outcome, carry
from editor.operations.outbox.doubles import take_away
from editor.operations.outbox.loading import StoppedError, ever_sent, load
from editor.operations.outbox.lock import alone
from editor.operations.outbox.recalling import Recall
from editor.publish.targets.destination import BusyError, RefusedError
from editor.publish.wire import WireError
from editor.store import outbox
from editor.store.outbox import REMOVE, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from editor.newsroom.identity import Identity
    from editor.operations.desk import Desk, Session
    from editor.operations.outbox.clock import Clock
    from editor.publish.targets.destination import Destination, Standing
    from editor.store.outbox import Job, TargetRow

_WINDOW = 100
_READY = 2
"""So many pieces of work a connection are made ready while others are on their way."""
_MOMENT = 1.0
"""Seconds after which it is looked again whether something came back, while the rate of a place lets nothing begin."""
_TOGETHER = 0.2
"""Seconds that a result waits for others, so that they are written down in one unit of work."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What became of one piece of work, told as it happens."""

    job: Job
    state: State
    code: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Driven:
    """How a place was left.

    Attributes:
        done: How many pieces of work were done.
        trouble: Why nothing can be sent there just now: a code and its values, None = nothing is wrong.
        lasting: It does not go by itself: a person has to do something.
        elsewhere: Another program is sending to this place.
        next_due: When there is something to do again (milliseconds since 1970), None = nothing is left.
        doubles: Addresses of accidental doubles that were found and taken away.
        offset: The place's clock minus ours (seconds).
    """

    done: int = 0
    trouble: tuple[str, Mapping[str, Any]] | None = None
    lasting: bool = False
    elsewhere: bool = False
    next_due: int | None = None
    doubles: tuple[str, ...] = ()
    offset: float = 0.0


def _told(_happened: Happened) -> None:
    """For those who do not want to know."""


def drive(
    desk: Desk,
    target: TargetRow,
    destination: Destination,
    clock: Clock,
    *,
    signer: Callable[[Session], Identity | None],
    tell: Callable[[Happened], None] = _told,
    wanted: Callable[[], bool] = lambda: True,
) -> Driven:
    """Do what may be done now at a place; what has to wait is left in the queue with the time when it may be tried.

    Args:
        desk: Where.
        target: The place.
        destination: The same, opened; it is not closed here.
        clock: Ours.
        signer: Gives who signs the receipts, None = nobody here.
        tell: Called for each piece of work.
        wanted: When it gives False, what is on its way ends properly and the rest stays.
    """
    with alone(desk.library.path, target.destination) as ours:
        if not ours:
            return Driven(elsewhere=True)
        return _Driving(desk, target, destination, clock, signer=signer, tell=tell, wanted=wanted).run()


class _Driving:
    """One time at work on one place."""

    def __init__(
        self,
        desk: Desk,
        target: TargetRow,
        destination: Destination,
        clock: Clock,
        *,
        signer: Callable[[Session], Identity | None],
        tell: Callable[[Happened], None],
        wanted: Callable[[], bool],
    ) -> None:
        self._desk = desk
        self._target = target
        self._place = destination
        self._clock = clock
        self._signer = signer
        self._tell = tell
        self._wanted = wanted
        self._offset = 0.0
        self._done = 0
        self._sent: dict[str, str] = {}
        self._trouble: tuple[str, Mapping[str, Any]] | None = None
        self._lasting = False
        self._ready: deque[tuple[Job, Load]] = deque()
        self._flying: dict[Future[Outcome], tuple[Job, Load]] = {}
        self._came: queue.SimpleQueue[Future[Outcome]] = queue.SimpleQueue()
        self._signing: tuple[tuple[str, ...], Identity | None] | None = None
        self._next = 0.0
        self._recall = Recall(desk, target, self._load)

    def run(self) -> Driven:
        """Work until nothing is due."""
        with self._desk.writing() as session:
            until = int((self._clock.now() + self._place.traits.settle) * 1000)
            outbox.recover(session.connection, session.newsroom, self._target.destination, until)
            due = bool(self._due(session))
        doubles: tuple[str, ...] = ()
        if due and self._let_in():
            connections = int(self._target.options.get("connections") or 1)
            with ThreadPoolExecutor(connections, thread_name_prefix="outbox") as pool:
                self._work(pool, connections)
            if self._trouble is not None:
                self._pause(*self._trouble)
            doubles = self._reconcile()
        with self._desk.reading() as session:
            only = REMOVE if self._recall.held else ""
            later = outbox.next_due(session.connection, session.newsroom, self._target.destination, only)
        return Driven(self._done, self._trouble, self._lasting, next_due=later, doubles=doubles, offset=self._offset)

    def _due(self, session: Session) -> list[Job]:
        now = int(self._clock.now() * 1000)
        return self._recall.due(session, now, _WINDOW)

    def _let_in(self) -> bool:
        """Whether the place knows us and takes what we send; without that nothing is tried at all."""
        try:
            health = self._place.probe()
        except (EditorError, WireError, BusyError, RefusedError) as error:
            self._cannot(error)
            return False
        self._offset = health.clock or 0.0
        return True

    def _cannot(self, error: EditorError | WireError | BusyError | RefusedError) -> None:
        self._lasting = isinstance(error, EditorError | RefusedError)
        self._pause(error.code, error.details, getattr(error, "after", None))

    def _pause(self, code: str, details: Mapping[str, Any], after: float | None = None) -> None:
        """The place cannot be used now: everything that is due waits, and does not count as tried."""
        self._trouble = (code, details)
        with self._desk.writing() as session:
            noting.pause(session, self._target.destination, code, details, now=self._clock.now(), after=after)

    def _work(self, pool: ThreadPoolExecutor, connections: int) -> None:
        """Keep so many calls on their way until nothing is due, or the place cannot be used, or nobody wants it."""
        while True:
            self._call_back()
            going = self._trouble is None and self._wanted()
            if going and len(self._ready) < connections * _READY:
                self._make_ready()
            while going and self._trouble is None and self._ready and len(self._flying) < connections * _READY:
                if not self._keep_rate():
                    break
                self._call_back()
                if not self._ready:
                    break
                job, taken = self._ready.popleft()
                future = pool.submit(carry, self._place, taken, self._recall.off)
                self._flying[future] = (job, taken)
                future.add_done_callback(self._came.put)
            if not self._flying:
                break
            self._land(self._landed(connections))
        self._put_back({job.key for job, _ in self._ready})

    def _call_back(self) -> None:
        """What somebody has decided against goes no further, how near its sending it may be."""
        off = self._recall.recalled([*self._ready, *self._flying.values()])
        self._recall.off |= off & {job.key for job, _ in self._flying.values()}
        if off:
            self._put_back(off)

    def _put_back(self, keys: set[str]) -> None:
        """Marked as being sent, and never begun."""
        back = [job for job, _ in self._ready if job.key in keys]
        self._ready = deque(each for each in self._ready if each[0].key not in keys)
        with self._desk.writing() as session:
            for job in back:
                values = {"state": job.state, "attempt": job.attempt - 1}
                outbox.update(session.connection, session.newsroom, job.key, **values)

    def _landed(self, most: int) -> list[Future[Outcome]]:
        """What came back: the first result, and those that come in a moment, while others are on their way."""
        landed: list[Future[Outcome]] = []
        while not landed:
            try:
                landed.append(self._came.get(timeout=_MOMENT))
            except queue.Empty:
                self._call_back()
        until = time.monotonic() + _TOGETHER
        with suppress(queue.Empty):
            while len(landed) < min(most, len(self._flying)):
                landed.append(self._came.get(timeout=max(0.0, until - time.monotonic())))
        return landed

    def _keep_rate(self) -> bool:
        """Wait until one more article may begin, so that no more begin a minute than the place was given.

        What comes back meanwhile is written down at once: a minute is long, and a program may die in it. Gives False
        when nothing more is to begin.
        """
        rate = self._target.options.get("rate")
        if not rate:
            return True
        while (left := self._next - self._clock.now()) > 0:
            self._clock.wait(min(left, _MOMENT))
            if came := _arrived(self._came):
                self._land(came)
            if self._trouble is not None or not self._wanted():
                return False
        self._next = self._clock.now() + 60 / int(rate)
        return True

    def _make_ready(self) -> None:
        """Take what is due, look up what may stand there already, and mark it on the disk as being sent."""
        busy = {(job.article, job.variant) for job, _ in [*self._ready, *self._flying.values()]}
        taken: list[tuple[Job, Load]] = []
        stopped: list[tuple[Job, StoppedError]] = []
        with self._desk.reading() as session:
            version = outbox.version(self._desk.library.raw)
            for job in self._due(session):
                if (job.article, job.variant) not in busy:
                    busy.add((job.article, job.variant))
                    try:
                        taken.append((job, self._load(session, job)))
                    except StoppedError as why:
                        stopped.append((job, why))
        taken = self._looked_up(taken)
        with self._desk.writing() as session:
            if outbox.version(self._desk.library.raw) != version:  # while the place was asked
                taken, stopped = self._recall.still(session, taken), []
            for job, reason in stopped:
                self._stop(session, job, reason)
            for job, load_ in taken:
                noting.begin(session, job, load_)
        self._ready.extend((job._replace(attempt=job.attempt + 1), found) for job, found in taken)

    def _load(self, session: Session, job: Job) -> Load:
        return load(session, self._target, self._place, job, now=self._clock.now(), offset=self._offset)

    def _stop(self, session: Session, job: Job, why: StoppedError) -> None:
        noting.stop(session, job, why)
        self._tell(Happened(job, why.state, why.code))

    def _looked_up(self, taken: list[tuple[Job, Load]]) -> list[tuple[Job, Load]]:
        """With what stands there under their keys; nothing when the place does not answer.

        A place that refuses a second thing under a key is only asked about what was tried before.
        """
        new = {load_.key for _, load_ in taken if load_.piece is not None and load_.placed is None}
        if self._place.traits.refuses_doubles:
            asked = {load_.key for job, load_ in taken if job.attempt or load_.earlier or load_.late} & new
        else:
            asked = new
        found = self._find([load_.place_key for _, load_ in taken if load_.key in asked])
        if found is None:
            return []
        return [
            (job, replace(load_, found=found.get(load_.place_key, ()))) if load_.key in new else (job, load_)
            for job, load_ in taken
        ]

    def _find(self, keys: Sequence[str]) -> dict[str, tuple[Standing, ...]] | None:
        """Look up keys in pages; None when the place does not answer, which is noted."""
        found: dict[str, tuple[Standing, ...]] = dict.fromkeys(keys, ())
        page = self._place.traits.page
        try:
            for start in range(0, len(keys), page):
                found.update(self._place.find(keys[start : start + page]))
        except (EditorError, WireError, BusyError, RefusedError) as error:
            self._cannot(error)
            return None
        return found

    def _land(self, landed: Iterable[Future[Outcome]]) -> None:
        """Write down what came back, all of it in one unit of work."""
        happened = []
        with self._desk.writing() as session:
            identity = self._identity(session)
            for future in landed:
                job, taken = self._flying.pop(future)
                self._recall.off.discard(job.key)
                outcome = future.result()
                settle = self._place.traits.settle
                noting.note(session, job, taken, outcome, identity, now=self._clock.now(), settle=settle)
                if outcome.state == State.DONE:
                    self._done += 1
                    self._sent |= {taken.place_key: job.article} if taken.piece is not None else {}
                if outcome.away or outcome.stops:
                    self._trouble = (outcome.code, outcome.details)
                    self._lasting = self._lasting or outcome.stops
                address = outcome.standing.address if outcome.standing is not None else ""
                happened.append(Happened(job, State(outcome.state), outcome.code, address))
        for item in happened:
            self._tell(item)

    def _identity(self, session: Session) -> Identity | None:
        """Who signs the receipts, as long as the roster is the same."""
        if self._signing is None or self._signing[0] != session.roster_heads:
            self._signing = (session.roster_heads, self._signer(session))
        return self._signing[1]

    def _reconcile(self) -> tuple[str, ...]:
        """Look at everything that was sent once more: a late call may have made a double, which is taken away."""
        if self._place.traits.refuses_doubles:
            return ()
        found = self._find(list(self._sent)) if self._trouble is None else None
        return tuple(take_away(self._place, found or {}, self._ever_sent))

    def _ever_sent(self, key: str) -> list[Mapping[str, Any]]:
        with self._desk.reading() as session:
            return ever_sent(session, self._sent[key])


def _arrived(waiting: queue.SimpleQueue[Future[Outcome]]) -> list[Future[Outcome]]:
    """What has come back by now, without waiting."""
    came: list[Future[Outcome]] = []
    with suppress(queue.Empty):
        while True:
            came.append(waiting.get_nowait())
    return came
