"""应急稿包 at work: what is selected, or everything that is signed, goes into a file for any other computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from ui.work.send_troubles import PHRASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.output import PackWritten
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork
    from ui.work.sending import SendingAtWork


class EmergencyAtWork(QObject):
    """Connects `queue.emergency`; the window can be used while the file is written."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._sending = sending
        desktop.context.actions["queue.emergency"].triggered.connect(self.pack)

    def pack(self) -> None:
        """Ask for the file; of one article that is selected, or of none, everything that is signed goes in."""
        chosen = [row.name for row in self._desktop.articles.chosen()]
        names = chosen if len(chosen) > 1 else None
        title = (
            self.tr("Emergency pack of {n} selected articles").format(n=len(chosen))
            if names
            else self.tr("Emergency pack of everything that is signed")
        )
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(where) / self.tr("Emergency pack.zip"))
        file, _ = QFileDialog.getSaveFileName(self._desktop.window, title, proposed, "ZIP (*.zip)")
        if file:
            self._write(names, file if Path(file).suffix else f"{file}.zip")

    def _write(self, names: Sequence[str] | None, file: str) -> None:
        self._desktop.status.tell(self.tr("The emergency pack is being written …"))

        def failed(failure: Failure) -> None:
            self._desktop.status.tell(self._desktop.context.sentences.of_failure(failure))
            if failure.code in PHRASE:
                self._sending.troubles.unlock(lambda: self._write(names, file))

        self._desktop.context.jobs.ask(
            "emergency.write",
            done=self._on_written,
            failed=failed,
            again=False,
            names=names,
            file=file,
            person=self._people.id,
        )

    def _on_written(self, made: PackWritten) -> None:
        told = self.tr("{n} articles are in {file}.").format(n=made.articles, file=made.file)
        if made.refused:
            told += " " + self.tr("{n} are not signed and stayed here.").format(n=made.refused)
        if not made.noted:
            told += " " + self.tr("The ledger does not say so: you sign for no level.")
        self._desktop.status.tell(told)
        for row in self._desktop.articles.chosen():
            self._desktop.browser.touched((row.article,))
