"""What people do by hand, at work: ticks, adoption, receipts and the disposal sheet of one article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ui.jobs import Lane
from ui.outbox.by_hand import ByHandDialog
from ui.outbox.disposal import DisposalDialog
from ui.outbox.preview import Item
from ui.outbox.receipts import ReceiptsDialog
from ui.work.send_troubles import PHRASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from editor.records.disposal import DisposalSheet, FoundThere, ReceiptShown, Ticked, ToCopy
    from editor.records.outbox import LineShown
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork
    from ui.work.sending import SendingAtWork


class ByHandAtWork(QObject):
    """Opens the dialogs; the process that sends reads what stands at a place, everything else is the desk's.

    Signals:
        open_wanted: An address or a file should be opened.
    """

    open_wanted = Signal(str)

    def __init__(self, desktop: Desktop, people: PeopleAtWork, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._sending = sending
        self.over: QWidget = desktop.window
        self.dialog: ByHandDialog | None = None
        self.sheet: DisposalDialog | None = None
        self.receipts: ReceiptsDialog | None = None
        self._sheet_of = ""
        self._pictures = QTemporaryDir()
        actions = desktop.context.actions
        actions["queue.published"].triggered.connect(lambda _on=False: self._of_desk(self.publish))
        actions["queue.receipts"].triggered.connect(lambda _on=False: self._of_desk(self.show_receipts))
        actions["queue.sheet"].triggered.connect(lambda _on=False: self._of_desk(self.show_sheet))

    def _of_desk(self, show: Callable[[Item], None]) -> None:
        """The article that lies on the desk."""
        lying = self._desktop.sheet.article
        if lying is None:
            self._desktop.status.tell(self.tr("Open an article first."))
            return
        self.over = self._desktop.window
        show(Item(lying.name, str(lying.slip.get("number") or ""), str(lying.slip.get("headline") or "")))

    def act(self, name: str, line: LineShown, over: QWidget) -> None:
        """What is wanted with a piece of work: ``tick``, ``published``, ``receipts`` or ``sheet``."""
        self.over = over
        item = Item(line.id, line.number, line.headline)
        match name:
            case "receipts":
                self.show_receipts(item)
            case "sheet":
                self.show_sheet(item)
            case _ if line.action == "remove":
                self.take_down(item, line.target)
            case _:
                self.publish(item, line.target)

    # Published, or taken down. ---------------------------------------------------------------------------------

    def publish(self, item: Item, place: str = "") -> None:
        """Somebody published it by hand, at a place that is named or asked for."""
        self._open(item, place, down=False)

    def take_down(self, item: Item, place: str) -> None:
        """Somebody took it down by hand."""
        self._open(item, place, down=True)

    def _open(self, item: Item, place: str, *, down: bool) -> None:
        dialog = ByHandDialog(
            self._desktop.context.look, item, self._sending.targets, self.over, place=place, down=down
        )
        self.dialog = dialog
        dialog.copy_wanted.connect(lambda where, what: self._on_copy(dialog, item, where, what))
        dialog.open_wanted.connect(self.open_wanted)
        dialog.ticked.connect(lambda *told: self._on_ticked(dialog, item, *told, down=down))
        dialog.compare_wanted.connect(lambda target, address: self._on_compare(dialog, item, target, address))
        dialog.adopt_wanted.connect(lambda *told: self._on_adopt(dialog, item, *told))
        dialog.open()

    def _on_copy(self, dialog: ByHandDialog, item: Item, place: str, what: str) -> None:
        if what == "files":
            self._save_files(dialog, item, place)
            return

        def come(offered: ToCopy) -> None:
            QGuiApplication.clipboard().setText(offered.title if what == "title" else offered.text)
            told = (
                self.tr("The headline is in the clipboard.")
                if what == "title"
                else self.tr("The text is in the clipboard.")
            )
            dialog.tell(told)

        self._ask("to_copy", dialog, come, name=item.id, place=place)

    def _save_files(self, dialog: ByHandDialog, item: Item, place: str) -> None:
        folder = QFileDialog.getExistingDirectory(dialog, self.tr("Folder for headline, text and pictures"))
        if folder:

            def come(files: tuple[str, ...]) -> None:
                dialog.tell(self.tr("{n} files were written to {folder}").format(n=len(files), folder=folder))

            self._ask("copy_files", dialog, come, name=item.id, place=place, folder=folder)

    def _on_ticked(
        self, dialog: ByHandDialog, item: Item, place: str, at: str, address: str, file: str, elsewhere: bool,  # noqa: FBT001
        *, down: bool,
    ) -> None:  # fmt: skip
        def come(done: Ticked) -> None:
            dialog.accept()
            told = self.tr("Registered at {place}.") if done.action == "put" else self.tr("Taken down at {place}.")
            if done.follows:
                told = self.tr("Registered at {place}; the article is withdrawn, so that it is to be taken down there.")
            self._desktop.status.tell(told.format(place=done.place))
            self._changed(done.article)

        person = self._people.id
        what: dict[str, Any] = {"name": item.id, "place": place, "at": at, "picture": file, "person": person}
        if down:
            self._ask("taken_down", dialog, come, again=False, **what)
        else:
            self._ask("published", dialog, come, again=False, address=address, elsewhere=elsewhere, **what)

    def _on_compare(self, dialog: ByHandDialog, item: Item, target: str, address: str) -> None:
        what: dict[str, Any] = {"name": item.id, "target": target, "address": address}
        self._ask("look_there", dialog, dialog.show_found, lane=Lane.SEND, **what)

    def _on_adopt(self, dialog: ByHandDialog, item: Item, target: str, address: str, stamp: str) -> None:
        def come(found: FoundThere) -> None:
            dialog.accept()
            told = self.tr("Adopted: corrections and withdrawal go to {address}; it is not sent again.")
            self._desktop.status.tell(told.format(address=found.address))
            self._changed(found.id.partition("@")[0])

        what: dict[str, Any] = {"name": item.id, "target": target, "address": address, "stamp": stamp}
        self._ask("adopt", dialog, come, lane=Lane.SEND, again=False, person=self._people.id, **what)

    def _changed(self, article: str) -> None:
        self._desktop.browser.touched((article,))
        self._sending.refresh()
        if self.sheet is not None and self.sheet.isVisible():
            self.ask_sheet(self.sheet)

    # Receipts. -------------------------------------------------------------------------------------------------

    def show_receipts(self, item: Item) -> None:
        """What the ledger says of what went where."""
        dialog = ReceiptsDialog(self._desktop.context.look, item.headline or item.number, self.over)
        self.receipts = dialog
        dialog.open_wanted.connect(self.open_wanted)
        dialog.picture_wanted.connect(self._on_picture)
        dialog.open()

        def come(receipts: tuple[ReceiptShown, ...]) -> None:
            dialog.show_receipts(receipts)

        self._desktop.context.jobs.ask("by_hand.receipts", done=come, failed=self._tell, name=item.id)

    def _on_picture(self, asset: str) -> None:
        """A screenshot is opened by the program for pictures; it lies in a folder of this run."""
        ask = self._desktop.context.jobs.ask
        ask(
            "assets.save",
            done=self.open_wanted.emit,
            failed=self._tell,
            source=f"asset:{asset}",
            folder=self._pictures.path(),
        )

    # The disposal sheet. ---------------------------------------------------------------------------------------

    def show_sheet(self, item: Item) -> None:
        """The sheet of a withdrawn article."""
        context = self._desktop.context
        dialog = DisposalDialog(context.look, context.sentences, self.over)

        def come(sheet: DisposalSheet) -> None:
            self.sheet, self._sheet_of = dialog, item.id
            dialog.show_sheet(sheet)
            dialog.note_wanted.connect(lambda order, why: self._on_note(dialog, order, why))
            dialog.down_wanted.connect(lambda name, place: self._on_down(dialog, item, name, place))
            dialog.place_wanted.connect(lambda: self._on_place(dialog, item))
            dialog.file_wanted.connect(lambda: self._on_file(dialog, item))
            dialog.open()
            dialog.places.setFocus()

        context.jobs.ask("by_hand.sheet", done=come, failed=self._tell, name=item.id)

    def ask_sheet(self, dialog: DisposalDialog) -> None:
        """Read the sheet anew that a dialog shows."""
        ask = self._desktop.context.jobs.ask
        ask("by_hand.sheet", done=dialog.show_sheet, failed=self._tell, key="disposal", name=self._sheet_of)

    def _on_note(self, dialog: DisposalDialog, order: str, why: str) -> None:
        what: dict[str, Any] = {"name": self._sheet_of, "order": order, "why": why, "person": self._people.id}
        self._ask("note", dialog, dialog.show_sheet, again=False, **what)

    def _on_down(self, dialog: DisposalDialog, item: Item, name: str, place: str) -> None:
        self.over = dialog
        self.take_down(item._replace(id=name), place)

    def _on_place(self, dialog: DisposalDialog, item: Item) -> None:
        self.over = dialog
        self.publish(item)

    def _on_file(self, dialog: DisposalDialog, item: Item) -> None:
        name = self.tr("Disposal sheet {number}.pdf").format(number=item.number or item.id)
        file, _ = QFileDialog.getSaveFileName(dialog, self.tr("Save as PDF"), name, "PDF (*.pdf);;HTML (*.html)")
        if not file:
            return
        if not Path(file).suffix:
            file += ".pdf"
        dialog.save.setEnabled(False)

        def come(written: str) -> None:
            dialog.save.setEnabled(True)
            self._desktop.status.tell(self.tr("The sheet is in {file}").format(file=written))
            self.open_wanted.emit(written)

        language = self._desktop.context.sentences.language
        self._ask("sheet_file", dialog, come, name=self._sheet_of, file=file, language=language)

    # Questions. ------------------------------------------------------------------------------------------------

    def _ask(
        self,
        function: str,
        dialog: ByHandDialog | DisposalDialog,
        done: Callable[[Any], None],
        *,
        lane: Lane = Lane.DESK,
        again: bool = True,
        **arguments: Any,
    ) -> None:
        def failed(failure: Failure) -> None:
            if isinstance(dialog, DisposalDialog):
                dialog.save.setEnabled(True)
            dialog.complain(self._desktop.context.sentences.of_failure(failure))
            if failure.code in PHRASE:
                self._sending.troubles.unlock(
                    lambda: self._ask(function, dialog, done, lane=lane, again=again, **arguments)
                )

        ask = self._desktop.context.jobs.ask
        ask(f"by_hand.{function}", lane=lane, done=done, failed=failed, again=again, **arguments)

    def _tell(self, failure: Failure) -> None:
        self._desktop.status.tell(self._desktop.context.sentences.of_failure(failure))
