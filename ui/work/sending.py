"""What waits in the queue is sent while the program runs: in a process of its own, when it is due, never twice at once.

What this computer was to send while the program was closed or slept is never sent late by itself: it is asked about,
and until that is decided nothing is asked of the process that sends.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.jobs import Lane
from ui.work.appointments import Appointments
from ui.work.asked import room
from ui.work.send_troubles import PHRASE, SendTroubles

if TYPE_CHECKING:
    from editor.records.outbox import LineShown, TargetShown, WorkDone
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.jobs import Job
    from ui.work.people import PeopleAtWork

AFTER_START = 8000
"""Milliseconds after which something is sent at first: the window is there and nobody waits for it."""
_LOOK_AFTER = 3000  # ms after which the queue is read at first: closing has to know what is scheduled
_SHORTEST, _LONGEST = 1000, 3_600_000  # ms until the next work: not at once again and again, and a timer has an end


class SendingAtWork(QObject):
    """Asks for work while something is due.

    Signals:
        changed: What is in the queue is not what it was.
        going: Done, total and seconds of the work that is under way; total 0 = nothing is.
        queue_wanted, targets_wanted: The queue or the targets should be shown.
    """

    changed = Signal()
    going = Signal(int, int, float)
    queue_wanted = Signal()
    targets_wanted = Signal()

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._job: Job | None = None
        self._asked = False
        self._more = False
        self._stopped = False
        self._ready = False
        self._closing = False
        self._began = 0.0
        self._done = self._total = 0
        self.targets: tuple[TargetShown, ...] = ()
        self.next_due: int | None = None
        self.appointments = Appointments(desktop, self)
        self.troubles = SendTroubles(desktop, self)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one is 5 % late: minutes, after an hour
        self.timer.timeout.connect(self._on_due)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.begin)
        self._first.start(AFTER_START)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self.refresh)
        self._look.start(_LOOK_AFTER)
        self._connect()

    def _connect(self) -> None:
        self._desktop.window.closing.connect(self.close)
        self._desktop.status.cancel_wanted.connect(self._on_cancel_wanted)

    # When. -----------------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether something is being sent."""
        return self._job is not None

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it; it goes on when he says so, or queues something."""
        return self._stopped

    def begin(self) -> None:
        """The window is there and rests: look whether there is something to do at all."""
        self._first.stop()
        self._ask("places", done=self._on_first_places)

    def _on_first_places(self, targets: tuple[TargetShown, ...]) -> None:
        self._on_places(targets)
        if any(one.open for one in targets):
            self.poke()
        elif targets:  # what targets keep for later is looked after
            self._ask("lines", done=self._on_first_scheduled, lane=Lane.TEXT, state="done", scheduled=True)

    def _on_first_scheduled(self, lines: tuple[LineShown, ...]) -> None:
        if lines:
            self.poke()

    def poke(self) -> None:
        """There may be something to do; it is done now, or right after what is being done."""
        self.appointments.forget()
        self._stopped = False
        self.timer.stop()
        if self._job is not None or self._asked:
            self._more = True
            return
        self._asked = True
        self._ask("lines", done=self._on_waiting, failed=self._on_not_asked, state="waiting")

    def go_on(self, _keys: object = None) -> None:
        """Something was put back into the queue."""
        self.poke()
        self.refresh()

    def _on_due(self) -> None:
        if not self._stopped:
            self.poke()

    def _on_not_asked(self, failure: Failure) -> None:
        self._asked = False
        self.tell(failure)

    def _on_waiting(self, lines: tuple[LineShown, ...]) -> None:
        """What waits is known: what was missed is asked about, else it is done."""
        self._asked = False
        self.appointments.keep(lines)
        if self._closing or self._stopped or self.appointments.ask_missed():
            return
        self._total = sum(self.appointments.due(line) for line in lines)
        if self._ready:
            self._work()
        else:  # a process of its own has keys of its own to open
            self._ask("use_sample_phrase", "people", done=self._on_ready, failed=self._on_ready, lane=Lane.SEND)

    def _on_ready(self, _answer: object) -> None:
        self._ready = True
        if self._job is None and not self._closing:
            self._work()

    # The work. -------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        self._more = False
        self._done, self._began = 0, time.monotonic()
        self._job = self._ask(
            "work",
            lane=Lane.SEND,
            done=self._on_done,
            failed=self._on_failed,
            progress=self._on_progress,
            person=self._people.id or None,
        )
        if self._total:
            self._show_progress()

    def _on_progress(self, done: int, _total: int) -> None:
        self._done = done
        self._show_progress()

    def _show_progress(self) -> None:
        total = max(self._total, self._done)
        told = self.tr("Publishing {done}/{total}").format(done=self._done, total=total)
        self._desktop.status.show_progress(told, self._done, total)
        self.going.emit(self._done, total, time.monotonic() - self._began)

    def _ended(self) -> None:
        shown = self._job is not None and (self._total or self._done)
        self._job = None
        if shown:
            self._desktop.status.show_progress("")
        self.going.emit(0, 0, 0.0)

    def _on_done(self, work: WorkDone) -> None:
        self._ended()
        if work.articles:
            self._desktop.browser.touched(work.articles)
        told = [self.tr("{n} published").format(n=work.done)] if work.done else []
        if work.removed:
            told.append(self.tr("{n} taken down").format(n=work.removed))
        if told:
            self._desktop.status.tell(" · ".join(told))
        self.troubles.show(work.troubles)
        self.next_due = work.next_due
        if work.next_due is not None:
            wait = work.next_due - int(self._desktop.context.look.now().timestamp() * 1000)
            self.timer.start(min(_LONGEST, max(_SHORTEST, wait)))
        self.refresh()
        if self._more:
            self.poke()

    def _on_failed(self, failure: Failure) -> None:
        self._ended()
        if failure.code in PHRASE:
            self.troubles.show((("", f"error.{failure.code}", failure.details),))
        else:
            self.tell(failure)
        self.refresh()

    def stop(self) -> None:
        """What is on its way ends properly, the rest stays until somebody goes on."""
        self._stopped = True
        self._more = False
        self.timer.stop()
        if self._job is not None:
            self._desktop.context.jobs.cancel(self._job)
            self._ended()
            self._desktop.status.tell(
                self.tr("Stopped: what is on its way ends properly, the rest stays in the queue.")
            )
        self.refresh()

    def _on_cancel_wanted(self) -> None:
        if self._job is not None:
            self.stop()

    def refresh(self) -> None:
        """Read what is in the queue; `changed` follows."""
        self._ask("places", done=self._on_places, failed=lambda _failure: None, key="outbox_places")
        self._ask("lines", done=self._on_refreshed, failed=lambda _failure: None, key="outbox_here", state="waiting")

    def _on_places(self, targets: tuple[TargetShown, ...]) -> None:
        self.targets = targets
        self.changed.emit()

    def _on_refreshed(self, lines: tuple[LineShown, ...]) -> None:
        self.appointments.keep(lines)
        self.changed.emit()

    @property
    def here(self) -> tuple[LineShown, ...]:
        """What waits for a time that this computer keeps."""
        return self.appointments.here

    def close(self) -> None:
        """The program ends: what is on its way ends properly, nothing more is begun."""
        self._closing = True
        self.timer.stop()
        self._first.stop()
        self._look.stop()
        if self._job is not None:
            self._desktop.context.jobs.cancel(self._job)
            self._job = None

    def tell(self, failure: Failure) -> None:
        """Say why something was not done."""
        self._desktop.status.tell(self._desktop.context.sentences.of_failure(failure))

    def _ask(self, function: str, of: str = "", **more: Any) -> Job:
        more.setdefault("failed", self.tell)
        what = f"{of}.{function}" if of else room(function)
        return self._desktop.context.jobs.ask(what, **more)
