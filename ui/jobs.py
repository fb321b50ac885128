"""Work in other processes: questions go out, answers come back as calls in the window's thread.

A worker that dies is started again; questions that may be asked twice are asked again, others fail and say so. Nothing
of the core is imported here.
"""

from __future__ import annotations

import itertools
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.service.messages import Answer, Ask, Cancel, Failure, Progress
from ui.overriding import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from editor.service.messages import Place
    from editor.service.room import Room


class Lane(StrEnum):
    """Which worker: the one that writes the library, or the one that reads texts (checks, variants, search).

    The third speaks with publishing systems; it is started when it is asked first.
    """

    DESK = "desk"
    TEXT = "text"
    SEND = "send"


def _nothing(*_values: Any) -> None:
    """For those who do not want to know."""


@dataclass
class Job:
    """A piece of work that was asked for."""

    ask: Ask
    lane: Lane
    done: Callable[[Any], None]
    failed: Callable[[Failure], None]
    progress: Callable[[int, int], None]
    key: str
    again: bool
    over: bool = field(default=False)


class Delivery:
    """What becomes of answers, the same in one process and in several."""

    def __init__(self, unanswered: Callable[[Failure], None]) -> None:
        self._unanswered = unanswered
        self._numbers = itertools.count(1)
        self.open: dict[int, Job] = {}

    def job(self, lane: Lane, name: str, arguments: dict[str, Any], **ways: Any) -> Job:
        """A new job that waits for its answer."""
        ways["failed"] = ways["failed"] or self._unanswered
        job = Job(Ask(next(self._numbers), name, arguments), lane, **ways)
        self.open[job.ask.number] = job
        return job

    def superseded(self, key: str) -> list[Job]:
        """Open jobs with this key."""
        return [job for job in self.open.values() if job.key == key] if key else []

    def drop(self, job: Job) -> None:
        """Nothing is called for it any more."""
        job.over = True
        self.open.pop(job.ask.number, None)

    def hand(self, message: Answer | Failure | Progress) -> None:
        """Call who asked."""
        job = self.open.get(message.number)
        if job is None:
            return
        if isinstance(message, Progress):
            job.progress(message.done, message.total)
            return
        self.drop(job)
        if isinstance(message, Answer):
            job.done(message.value)
        elif not message.canceled:
            job.failed(message)


class Jobs(QObject):
    """Where a window asks. How a job gets to whoever does it is told by the kinds below."""

    came_back = Signal(str)
    unanswered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delivery = Delivery(self.unanswered.emit)

    @property
    def waiting(self) -> list[Job]:
        """What was asked and is not answered yet, the oldest first."""
        return list(self._delivery.open.values())

    def ask(
        self,
        what: str,
        /,
        *,
        lane: Lane = Lane.DESK,
        done: Callable[[Any], None] = _nothing,
        failed: Callable[[Failure], None] | None = None,
        progress: Callable[[int, int], None] = _nothing,
        key: str = "",
        again: bool = True,
        **arguments: Any,
    ) -> Job:
        """Ask for ``room.function`` of the service.

        Args:
            what: What is asked.
            lane: Which worker does it; those of one lane are done in their order.
            done: Called with the answer, failed: with why there is none (None: whoever hears `unanswered`).
            failed: See above; not called for what was canceled.
            progress: Called with done and total.
            key: A later question with the same key takes the place of this one.
            again: Whether it may be asked twice when a worker dies.
            arguments: Plain data.
        """
        for older in self._delivery.superseded(key):
            self.cancel(older)
        job = self._delivery.job(
            lane, what, arguments, done=done, failed=failed, progress=progress, key=key, again=again
        )
        self._send(job)
        return job

    def _send(self, job: Job) -> None:
        """See that a new job is done."""
        raise NotImplementedError

    def cancel(self, job: Job) -> None:
        """Not wanted any more; nothing is called for it from now on."""
        self._delivery.drop(job)

    def hand(self, message: Answer | Failure | Progress) -> None:
        """Call who asked what this is the answer to."""
        self._delivery.hand(message)


class _Worker(QObject):
    """One worker process and the thread that hears it."""

    heard = Signal(object)
    died = Signal()

    def __init__(self, place: Place, lane: Lane, rooms: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        import multiprocessing  # not needed for the first paint

        from editor.service.worker import work

        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, place, rooms), name=f"gaotai-{lane}", daemon=True)
        self.process.start()
        theirs.close()
        self._closing = False
        self._thread = threading.Thread(target=self._hear, args=(self._connection,), name=f"hear-{lane}", daemon=True)
        self._thread.start()

    def _hear(self, connection: Connection) -> None:
        while True:
            try:
                message = connection.recv()
            except (EOFError, OSError):
                break
            except Exception:  # noqa: BLE001  (half a message of a process that was killed in the middle of it)
                break
            self.heard.emit(message)
        if not self._closing:
            self.died.emit()

    def send(self, message: Ask | Cancel) -> None:
        """Send; a worker that is gone is noticed by the thread that hears it."""
        with suppress(OSError):
            self._connection.send(message)

    def close(self) -> None:
        """End it: it finishes what it does, and is stopped when that takes too long."""
        self._closing = True
        with suppress(OSError):
            self._connection.send(None)
        self.process.join(3)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(3)
        self._thread.join(3)
        self._connection.close()
        self.process.close()


_ROOMS = {Lane.DESK: ("desk",), Lane.TEXT: ("texts",), Lane.SEND: ("outbox",)}
_AT_ONCE = (Lane.DESK, Lane.TEXT)
_TRIES = 5


class ProcessJobs(Jobs):
    """Jobs in worker processes, which are started after the first paint."""

    def __init__(self, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._workers: dict[Lane, _Worker] = {}
        self._deaths: dict[Lane, int] = dict.fromkeys(Lane, 0)
        self._started = False

    def start(self) -> None:
        """Start the processes and ask what was asked before."""
        self._started = True
        for lane in _AT_ONCE:
            self._begin(lane)
        for job in self.waiting:
            self._worker(job.lane).send(job.ask)

    def _worker(self, lane: Lane) -> _Worker:
        """The worker of a lane, started when it is needed first."""
        if lane not in self._workers:
            self._begin(lane)
        return self._workers[lane]

    def _begin(self, lane: Lane) -> None:
        worker = _Worker(self._place, lane, _ROOMS[lane], self)
        worker.heard.connect(self.hand, Qt.ConnectionType.QueuedConnection)
        worker.died.connect(lambda: self._on_died(lane), Qt.ConnectionType.QueuedConnection)
        self._workers[lane] = worker

    def _on_died(self, lane: Lane) -> None:
        worker = self._workers.pop(lane)
        worker.close()
        worker.deleteLater()
        self._deaths[lane] += 1
        waiting = [job for job in self.waiting if job.lane == lane]
        if self._deaths[lane] > _TRIES:  # it dies at once each time: no use in starting it for ever
            for job in waiting:
                self.hand(Failure(job.ask.number, "worker_died"))
            self._deaths[lane] = 0
        self._begin(lane)
        for job in waiting:
            if job.over:
                continue
            if job.again:
                self._workers[lane].send(job.ask)
            else:
                self.hand(Failure(job.ask.number, "worker_died"))
        self.came_back.emit(str(lane))

    @override
    def _send(self, job: Job) -> None:
        if self._started:
            self._worker(job.lane).send(job.ask)

    @override
    def cancel(self, job: Job) -> None:
        super().cancel(job)
        if self._started and job.lane in self._workers:
            self._workers[job.lane].send(Cancel(job.ask.number))

    def process_ids(self) -> dict[str, int]:
        """Of the workers, by lane."""
        return {str(lane): worker.process.pid or 0 for lane, worker in self._workers.items()}

    def close(self) -> None:
        """End the processes; questions that are not answered yet are answered first."""
        for worker in self._workers.values():
            worker.close()
        self._workers.clear()
        self._started = False


class NearJobs(Jobs):
    """Jobs in this process, one at each turn of the event loop: for tests and for pictures of the windows."""

    def __init__(self, place: Place, parent: QObject | None = None, room: Room | None = None) -> None:
        super().__init__(parent)
        from editor.service.room import Room  # the window itself asks other processes

        self.room = room or Room(place)
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether something that was asked is not answered yet."""
        return bool(self._delivery.open)

    def start(self) -> None:
        """Nothing to start."""

    @override
    def _send(self, job: Job) -> None:
        QTimer.singleShot(0, self, lambda: self._work(job))

    def _work(self, job: Job) -> None:
        from editor.service.worker import answer

        if job.over or self._closed:
            return
        number = job.ask.number
        self.room.begin(lambda done, total: self.hand(Progress(number, done, total)), lambda: job.over)
        self.hand(answer(self.room, job.ask))

    def close(self) -> None:
        """Close the library; what was asked and is not answered yet is not wanted any more."""
        for job in self.waiting:
            self.cancel(job)
        self._closed = True
        self.room.close()
