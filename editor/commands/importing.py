"""The command that takes files in."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from editor.commands.called import called
from editor.commands.place import desk, read_input
from editor.commands.records import article_record, finding_record, repair_record
from editor.errors import EditorError, Exit
from editor.findings import Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.importing import Imported

MAX_PAGE = 50_000_000


def import_command(options: argparse.Namespace, console: Console) -> None:
    """``import``: each file becomes an article; a bad one does not stop the others."""
    with desk(options, console, make=True) as place:
        taking = _Taking(place, options.encoding, console)
        for file in options.files:
            try:
                taking.take(file)
            except EditorError as error:
                if error.exit_code == Exit.LIBRARY:
                    raise
                error.details.setdefault("file", file)
                console.fail(error, {"file": file})


@contextmanager
def finishing() -> Iterator[Callable[[], bool]]:
    """Ctrl+C waits for what is at hand, so that whatever is kept is told of; a second one ends it where it is.

    Gives a question: whether somebody wants to leave. At the end of the block he leaves.
    """
    asked = threading.Event()

    def ask(number: int, frame: Any) -> None:
        if asked.is_set():
            signal.default_int_handler(number, frame)
        asked.set()

    if threading.current_thread() is not threading.main_thread():  # nobody else is told of Ctrl+C
        yield asked.is_set
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
    if asked.is_set():
        raise KeyboardInterrupt


class _Taking:
    """One run of the command."""

    def __init__(self, place: Desk, encoding: str | None, console: Console) -> None:
        self._place = place
        self._encoding = encoding
        self._console = console
        self._taken: dict[str, list[str]] | None = None

    def take(self, file: str) -> None:
        """A file; of a ZIP or folder every article in it, a bad one of which does not stop the others either."""
        from editor.operations.importing import NotImported, import_page, import_path

        data = read_input(file, MAX_PAGE) if file == "-" else b""  # waiting for it can be given up at once
        with finishing() as leaving:
            if file == "-":
                self._told(import_page(self._place, data, "", encoding=self._encoding, canceled=leaving), file)
                return
            for done in import_path(self._place, file, encoding=self._encoding, canceled=leaving):
                if isinstance(done, NotImported):
                    done.error.details.setdefault("file", done.file)
                    self._console.fail(done.error, {"file": done.file})
                else:
                    self._told(done, done.file)
                if leaving():
                    return

    def _told(self, done: Imported, file: str) -> None:
        console = self._console
        if any(finding.severity == Severity.ERROR for finding in done.intake.findings):
            console.worse(Exit.FOUND)
        others = self._others(done)
        if console.json:
            console.record({**_import_record(done, file, console), **self._known(done, others)})
            return
        _tell_import(done, file, console)
        if done.known and others:
            names = console.listed(dict.fromkeys(called(self._place, others).values()))
            console.say("cli.import_known", file=file, number=done.content.slip.number, others=names)
        elif done.known:
            console.say("cli.import_known_once", file=file, number=done.content.slip.number)

    def _others(self, done: Imported) -> list[str]:
        """Articles that exactly this file became before."""
        if not done.known:
            return []
        if self._taken is None:  # read once: a folder that comes again may hold thousands
            from editor.store import kept_files

            with self._place.reading() as session:
                self._taken = kept_files.taken_in(session.connection, session.newsroom)
        others = [name for name in self._taken.setdefault(done.taken, []) if name != done.name]
        self._taken[done.taken] = [*others, done.name]
        return others

    def _known(self, done: Imported, others: list[str]) -> dict[str, Any]:
        numbers = called(self._place, others) if others else {}
        same = [{"id": name, "number": None if shown == name else shown} for name, shown in numbers.items()]
        return {"taken_before": done.known, "same_file_as": same}


def _import_record(done: Imported, file: str, console: Console) -> dict[str, Any]:
    intake = done.intake
    return {
        **article_record(done.name, done.content, done.state),
        "file": file,
        "encoding": intake.encoding,
        "readings": [reading.encoding for reading in intake.readings] if len(intake.readings) > 1 else [],
        "repairs": [repair_record(item, console) for item in intake.repairs],
        "findings": [finding_record(finding, console) for finding in intake.findings],
        "report": [
            {
                "what": loss.what,
                "count": loss.count,
                "kept": loss.kept,
                "text": loss.text,
                "message": console.sentence(f"intake.{loss.what}"),
            }
            for loss in intake.report
        ],
    }


def _tell_import(done: Imported, file: str, console: Console) -> None:
    slip, intake = done.content.slip, done.intake
    applied = sum(item.applied for item in intake.repairs)
    console.print(
        console.sentence(
            "cli.imported",
            number=slip.number,
            headline=slip.headline or console.sentence("cli.no_headline"),
            variant=done.content.variant,
            blocks=len(intake.blocks),
            file=file,
        )
    )
    if intake.repairs:
        console.print(console.sentence("cli.import_repairs", applied=applied, offered=len(intake.repairs) - applied))
    for loss in intake.report:
        told = console.sentence(f"intake.{loss.what}")
        console.print(console.sentence("cli.import_loss", what=told, count=loss.count, text=loss.text))
    for finding in intake.findings:
        console.print("  " + str(finding_record(finding, console)["message"]))
    if len(intake.readings) > 1:
        names = ", ".join(reading.encoding for reading in intake.readings)
        console.say("cli.import_readings", encodings=names, file=file)
        for reading in intake.readings:
            console.say("cli.import_reading", encoding=reading.encoding, text=reading.text.strip()[:60])
