"""One thread writes all journals of a window, so that no key ever waits for the disk."""

from __future__ import annotations

import queue
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from editor.store.journal import Change, State, code_of
from ui.keeping.units import plain_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from editor.store.journal import Record
    from editor.store.journal_file import JournalFile, Run


@dataclass(frozen=True, slots=True)
class _Away:
    """The article is put away; ``remove``: the library has everything."""

    remove: bool


_Task: TypeAlias = "tuple[str, Record | _Away] | Callable[[], None] | None"


class JournalWriter(QObject):
    """Takes records with blocks as their units; tells when they are on the disk, or why they are not.

    After `failed` the changes of that article are dropped until a whole state comes: whoever hears it sends one.
    """

    written = Signal(str, int)
    failed = Signal(str, str, str)
    grown = Signal(str)

    def __init__(self, run: Run, parent: QObject | None = None, *, limit: int = 1 << 19) -> None:
        """``limit``: bytes of changes behind a whole state after which `grown` asks for another one."""
        super().__init__(parent)
        self._run = run
        self._limit = limit
        self._tasks: queue.SimpleQueue[_Task] = queue.SimpleQueue()
        self._files: dict[str, JournalFile] = {}
        self._whole: dict[str, int] = {}
        self._ended = False
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def put(self, name: str, record: Record) -> None:
        """Write a record into the journal of an article; returns at once.

        Args:
            name: Of the journal (see `journal_file.name_of`), the same for all its records.
            record: The first one, and the first after a failure, is a whole state.
        """
        self._tasks.put((name, record))

    def close(self, name: str, *, remove: bool) -> None:
        """The article is put away."""
        self._tasks.put((name, _Away(remove)))

    def run(self, write: Callable[[], None]) -> None:
        """Write something else (the session) behind what waits; what the disk refuses is left out."""
        self._tasks.put(write)

    def end(self) -> None:
        """Write what is waiting, and end the thread; journals that are open stay on the disk."""
        if self._ended:
            return
        self._ended = True
        self._tasks.put(None)
        self._thread.join(10)
        self._run.end()

    # In the thread. -------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            tasks = [self._tasks.get()]
            while not self._tasks.empty():
                tasks.append(self._tasks.get())
            waiting: dict[str, list[Record | _Away]] = {}
            for task in tasks:
                if isinstance(task, tuple):
                    waiting.setdefault(task[0], []).append(task[1])
            for name, records in waiting.items():
                self._write_safely(name, records)
            for task in tasks:
                if callable(task):
                    with suppress(OSError):
                        task()
            if None in tasks:
                break
        for file in self._files.values():
            file.let_go()

    def _write_safely(self, name: str, records: list[Record | _Away]) -> None:
        try:
            self._write(name, records)
        except OSError as error:
            self._tell(name, code_of(error))
        except Exception as error:  # noqa: BLE001  (a thread that ends would take the promise with it)
            from editor.log import write_bug  # noqa: PLC0415

            write_bug("journal", error)
            if (file := self._files.get(name)) is not None:
                file.let_go()
            self._tell(name, "journal_disk_error")

    def _tell(self, name: str, code: str) -> None:
        _tell(self.failed, name, code, str(self._run.folder.parent))

    def _write(self, name: str, records: list[Record | _Away]) -> None:
        starts = [number for number, record in enumerate(records) if isinstance(record, State)]
        if starts:  # what came before it is in it
            records = records[starts[-1] :]
            self._begin(name, records[0])
            records = records[1:]
        away = next((record for record in records if isinstance(record, _Away)), None)
        self._append(name, [record for record in records if not isinstance(record, _Away)])
        if away is not None and (file := self._files.pop(name, None)) is not None:
            file.close(remove=away.remove)

    def _begin(self, name: str, whole: Record | _Away) -> None:
        assert isinstance(whole, State)  # noqa: S101
        state = replace(whole, units=tuple(map(plain_of, whole.units)))
        try:
            self._start(name, state)
        except OSError as error:
            if code_of(error) != "journal_full" or not self._run.free_reserve():
                raise
            self._start(name, state)
        self._whole[name] = self._files[name].size
        _tell(self.written, name, state.serial)

    def _start(self, name: str, state: State) -> None:
        self._run.begin()
        file = self._files.get(name)
        if file is None or file.path.parent != self._run.folder:
            file = self._files[name] = self._run.file(name)
        file.begin(state)

    def _append(self, name: str, records: list[Record]) -> None:
        file = self._files.get(name)
        if file is None or not file.open or not records:
            return  # not begun, or failed and told
        file.append([_plain(record) for record in records])
        serials = [record.serial for record in records if isinstance(record, Change)]
        if serials:
            _tell(self.written, name, serials[-1])
        if file.size > 2 * self._whole[name] + self._limit:
            self._whole[name] = file.size  # asked once
            _tell(self.grown, name)


def _plain(record: Record) -> Record:
    if isinstance(record, Change):
        return replace(record, units=tuple(map(plain_of, record.units)))
    return record


def _tell(signal: SignalInstance, *values: object) -> None:
    """Tell the window; one that is gone by now needs not be told."""
    with suppress(RuntimeError):
        signal.emit(*values)
