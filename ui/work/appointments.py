"""What this computer sends at a time: asked about when it was missed, and before the program is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.outbox import words
from ui.outbox.asking import ClosingDialog, MissedDialog
from ui.work.asked import room

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from editor.records.outbox import LineShown
    from ui.desktop import Desktop
    from ui.work.sending import SendingAtWork

PATIENCE = 3000
"""Milliseconds: who closes a window does not wait longer for a core that has not begun, or hangs."""
LATE = 300
"""Seconds after its time from which something has been missed."""


class Appointments(QObject):
    """Knows what waits for a time that this computer keeps."""

    def __init__(self, desktop: Desktop, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._sending = sending
        self._leave = False
        self._known = False
        self._asking = False
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_asked)
        self.here: tuple[LineShown, ...] = ()
        self._waiting: tuple[LineShown, ...] = ()
        self.missed: MissedDialog | None = None
        self.closing: ClosingDialog | None = None
        self._before = desktop.window.may_close
        desktop.window.may_close = self._may_close

    def keep(self, lines: Sequence[LineShown]) -> None:
        """What waits, of everything that was read."""
        self._known = True
        self._waiting = tuple(lines)
        self.here = tuple(line for line in lines if line.keeper == words.HERE)

    def forget(self) -> None:
        """Something is being queued: what waits is asked anew before the window closes."""
        self._known = False

    def would_go(self, held: Container[str]) -> bool:
        """Whether something goes now if somebody says so; nothing goes to targets that are held back."""
        return any(self.due(line) and line.target not in held for line in self._waiting)

    def _ago(self, line: LineShown) -> float | None:
        """Seconds since its time, None when it has none."""
        at = words.moment(line.publish_at)
        return self._desktop.context.look.now().timestamp() - at.timestamp() if at is not None else None

    def due(self, line: LineShown) -> bool:
        """Whether a line that waits goes now."""
        ago = self._ago(line)
        return line.keeper != words.HERE or ago is None or ago >= 0

    # What was missed. ------------------------------------------------------------------------------------------

    def ask_missed(self) -> bool:
        """Ask about what was missed; whether there is something: then nothing may be sent."""
        missed = [line for line in self.here if (self._ago(line) or 0) > LATE]
        if not missed:
            return False
        if self.missed is not None and self.missed.isVisible():
            self.missed.show_lines(missed)
            return True
        self.missed = MissedDialog(missed, self._desktop.window)
        self.missed.send_wanted.connect(lambda keys: self._ask("again", keys))
        self.missed.cancel_wanted.connect(lambda keys: self._ask("cancel", keys))
        self.missed.rejected.connect(self._on_undecided)
        self.missed.open()
        return True

    def _ask(self, function: str, keys: list[str]) -> None:
        ask = self._desktop.context.jobs.ask
        ask(room(function), done=self._on_decided, failed=self._sending.tell, keys=tuple(keys))

    def _on_decided(self, _keys: object) -> None:
        if self.missed is None or not self.missed.isVisible():
            self._sending.poke()
        self._sending.refresh()

    def _on_undecided(self) -> None:
        told = self.tr("Nothing is sent until you decide about what was missed; “Send what waits now” asks again.")
        self._desktop.status.tell(told)

    # Closing. --------------------------------------------------------------------------------------------------

    def _may_close(self) -> bool:
        """Not without a word while this computer keeps a time; asked once.

        What waits may not be known yet, or not any more: then the core is asked first, and the window closes by
        itself when it has answered, or does not answer soon.
        """
        if not self._known and not self._leave:
            self._ask_first()
            return False
        if not self.here or self._leave:
            return self._before()
        if self.closing is None or not self.closing.isVisible():
            self.closing = ClosingDialog(self.here, self._desktop.window)
            self.closing.close_wanted.connect(self._on_close_wanted)
            self.closing.open()
        return False

    def _ask_first(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._limit.start(PATIENCE)
        ask = self._desktop.context.jobs.ask
        key = "outbox_closing"
        ask(room("lines"), done=self._on_first, failed=lambda _failure: self._on_asked(), key=key, state="waiting")

    def _on_first(self, lines: tuple[LineShown, ...]) -> None:
        self.keep(lines)
        self._on_asked()

    def _on_asked(self) -> None:
        """What could be known is: the window closes now, or asks."""
        if self._asking:
            self._asking = False
            self._limit.stop()
            self._known = True
            self._desktop.window.close()

    def _on_close_wanted(self) -> None:
        """The window may have to wait for something else before it closes; this is not asked again then."""
        self._leave = True
        QTimer.singleShot(0, self, self._desktop.window.close)
