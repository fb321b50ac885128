"""What is typed goes into the library when the keys rest, one question at a time, again and again until it is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.articles import Stored, Writing
    from editor.service.messages import Failure

AFTER_KEY = 1500
LONGEST = 15_000
FIRST_RETRY = 2000
LAST_RETRY = 60_000


class Ask(Protocol):
    """`ui.jobs.Jobs.ask`."""

    def __call__(
        self, what: str, /, *, done: Callable[[Any], None], failed: Callable[[Failure], None], **arguments: Any
    ) -> object:
        """Ask the core."""


class _Version(NamedTuple):
    """A version for the history: why, and the text as it was when it was asked for."""

    why: str
    serial: int
    writing: Writing


@dataclass(slots=True)
class _Waiting:
    """What is still to be asked for an article: whether at all, at once, and versions for the history."""

    wanted: bool = False
    versions: list[_Version] = field(default_factory=list)
    asked: bool = False
    at_once: bool = False


class Autosave(QObject):
    """Asks ``desk.keep``; the same writing asked twice is one, so a worker that dies costs nothing."""

    kept = Signal(str, int, object)
    failed = Signal(str, object)

    def __init__(
        self,
        ask: Ask,
        writing_of: Callable[[str], tuple[int, Writing] | None],
        parent: QObject | None = None,
    ) -> None:
        """``writing_of``: serial and text of an article as it stands when it is asked, None when it is not open."""
        super().__init__(parent)
        self._ask = ask
        self._writing_of = writing_of
        self._waiting: dict[str, _Waiting] = {}
        self._pause = self._timer(AFTER_KEY)
        self._longest = self._timer(LONGEST)
        self._retry = self._timer(FIRST_RETRY)
        self._next_retry = FIRST_RETRY

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.all_now)
        return timer

    def touch(self, name: str) -> None:
        """Something was written; it is asked for at the next pause."""
        self._waiting.setdefault(name, _Waiting()).wanted = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def now(self, name: str, why: str = "") -> None:
        """Ask at once; ``why`` keeps what stands there at this moment as a version in the history besides."""
        waiting = self._waiting.setdefault(name, _Waiting())
        waiting.wanted = waiting.at_once = True
        found = self._writing_of(name) if why else None
        if found is not None:
            waiting.versions.append(_Version(why, *found))
        self._send(name)

    def all_now(self) -> None:
        """Ask for everything that waits."""
        self._pause.stop()
        self._longest.stop()
        self._retry.stop()
        for name in list(self._waiting):
            self._send(name)

    def forget(self, name: str) -> None:
        """The article is put away and the library has it."""
        self._waiting.pop(name, None)

    def busy(self, name: str) -> bool:
        """Whether an answer is awaited, or something waits to be asked."""
        waiting = self._waiting.get(name)
        return waiting is not None and (waiting.asked or waiting.wanted)

    def _send(self, name: str) -> None:
        waiting = self._waiting[name]
        if waiting.asked or not waiting.wanted:
            return
        found = self._writing_of(name)
        if found is None:
            return
        now = _Version("", *found)
        version = waiting.versions.pop(0) if waiting.versions else now
        writing = version.writing._replace(over=now.writing.over)
        waiting.wanted = waiting.at_once = bool(waiting.versions) or version.serial < now.serial
        waiting.asked = True
        self._ask(
            "desk.keep",
            done=lambda stored: self._on_kept(name, version.serial, stored),
            failed=lambda failure: self._on_failed(name, version, failure),
            writing=writing,
            why=version.why,
        )

    def _on_kept(self, name: str, serial: int, stored: Stored) -> None:
        self._next_retry = FIRST_RETRY
        waiting = self._waiting.get(name)
        if waiting is not None:
            waiting.asked = False
        self.kept.emit(name, serial, stored)
        if waiting is not None and waiting.at_once and self._waiting.get(name) is waiting:
            self._send(name)

    def _on_failed(self, name: str, version: _Version, failure: Failure) -> None:
        waiting = self._waiting.get(name)
        if waiting is not None:
            waiting.asked, waiting.wanted = False, True
            if version.why:
                waiting.versions.insert(0, version)
        if not self._retry.isActive():
            self._retry.start(self._next_retry)
            self._next_retry = min(2 * self._next_retry, LAST_RETRY)
        self.failed.emit(name, failure)
