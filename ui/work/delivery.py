"""Delivery at work: review copies made by a worker, batches sent step by step, results opened; and the rooms beside."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from editor.service.messages import Failure
from ui.delivery.dialog import DeliveryDialog
from ui.delivery.ready import CopyReady
from ui.delivery.steps import REVIEW, parts_of, steps_of, target_of
from ui.jobs import Lane
from ui.outbox import words
from ui.outbox.preview import Item
from ui.work.asked import room
from ui.work.pictures import PicturesAtWork
from ui.work.preview import PreviewAtWork

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.outbox import LineShown, QueueDone
    from editor.records.output import CopyMade, Delivered, DeliveryDone, Planned
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping
    from ui.work.outbox import OutboxAtWork
    from ui.work.people import PeopleAtWork
    from ui.work.review import ReviewAtWork


@dataclass
class _Run:
    """A delivery that is under way: the steps that are left, what became of the others."""

    address: str
    left: list[tuple[str, ...]]
    done: list[Delivered] = field(default_factory=list)
    open: str = ""
    asked: bool = False
    stopped: bool = False


class DeliveryAtWork(QObject):
    """Connects `file.print` and `file.deliver`."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self.dialog: DeliveryDialog | None = None
        self.ready: CopyReady | None = None
        self._folder: QTemporaryDir | None = None
        self._run: _Run | None = None
        self._batch = ""
        self._selected: tuple[str, ...] = ()
        self._outbox: OutboxAtWork | None = None
        actions = desktop.context.actions
        actions["file.print"].triggered.connect(self.print_copy)
        actions["file.deliver"].triggered.connect(self.deliver)

    def print_copy(self) -> None:
        """Make the review copy of the article on the desk, as it stands, and offer it."""
        if self._desktop.sheet.article is None:
            self._desktop.status.tell(self.tr("Open an article first; then its review copy can be printed."))
            return
        self._keeping.settle(self._ask_copy)

    def _ask_copy(self) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return
        self._folder = self._folder or QTemporaryDir()
        self._desktop.status.tell(self.tr("The review copy is being set …"))
        ask = self._desktop.context.jobs.ask
        folder = self._folder.path()
        ask("output.review_copy", lane=Lane.TEXT, done=self._on_copy, key="copy", name=lying.name, folder=folder)

    def _on_copy(self, made: CopyMade) -> None:
        self._desktop.status.tell("")
        if self.ready is not None:
            self.ready.close()
            self.ready.deleteLater()
        self.ready = CopyReady(self._desktop.context.look, made, self._desktop.window)
        self.ready.open_wanted.connect(lambda: self._open(made.file))
        self.ready.save_wanted.connect(lambda: self._on_save_wanted(made))
        self.ready.show()

    def _on_save_wanted(self, made: CopyMade) -> None:
        title, name = self.tr("Save the review copy"), Path(made.file).name
        file, _ = QFileDialog.getSaveFileName(self._desktop.window, title, name, self.tr("PDF files") + " (*.pdf)")
        if file:
            self.save_copy(made, file)

    def save_copy(self, made: CopyMade, file: str) -> None:
        """Put the review copy where somebody wants it, whole or not at all."""
        told = self.tr("Saved: {file}").format(file=file)
        if not _copied(made.file, Path(file)):
            told = self._desktop.context.sentences.of_failure(Failure(0, "output_unwritable", {"file": file}))
        self._desktop.status.tell(told)

    def _open(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._desktop.status.tell(self.tr("No program here opens this; it lies in {path}").format(path=path))

    def deliver(self) -> None:
        """Show the batch dialog over what is selected, or over everything that is signed off."""
        if self.dialog is not None and self.dialog.running:
            self.dialog.raise_()
            return
        self._keeping.settle(self._ask_addresses)

    def use(self, outbox: OutboxAtWork) -> None:
        """Targets are offered by their names, and what goes there goes into their queue."""
        self._outbox = outbox
        outbox.sending.changed.connect(self._ask_lines)

    def _ask_addresses(self) -> None:
        ask = self._desktop.context.jobs.ask

        def with_targets(addresses: tuple[str, ...]) -> None:
            if self._outbox is None:
                self._begin(addresses)
            else:
                ask(room("places"), done=lambda targets: self._begin(addresses, tuple(one.name for one in targets)))

        ask("output.addresses", done=with_targets)

    def _begin(self, addresses: tuple[str, ...], targets: tuple[str, ...] = ()) -> None:
        self._selected = tuple(row.name for row in self._desktop.articles.chosen())
        if self.dialog is None:
            self.dialog = DeliveryDialog(
                self._desktop.context.look, self._desktop.context.sentences, self._desktop.window
            )
            self.dialog.plan_wanted.connect(self._on_plan_wanted)
            self.dialog.deliver_wanted.connect(self._on_deliver_wanted)
            self.dialog.stop_wanted.connect(self._on_stop_wanted)
            self.dialog.result_wanted.connect(self._on_result_wanted)
            self.dialog.preview_wanted.connect(self._on_preview_wanted)
        self.dialog.show_plan(())
        self.dialog.show()
        self.dialog.begin(addresses, len(self._selected), approved_first=len(self._selected) <= 1, targets=targets)

    def _on_plan_wanted(self, kind: str, scope: str) -> None:
        self._batch = ""
        names = self._selected if scope == DeliveryDialog.SELECTED else None
        ask = self._desktop.context.jobs.ask
        failed = self._on_plan_failed
        ask("output.plan", done=self._on_planned, failed=failed, key="plan", kind=kind, names=names)

    def _on_planned(self, planned: Sequence[Planned]) -> None:
        if self.dialog is not None and not self.dialog.running:
            self.dialog.show_plan(planned)

    def _on_plan_failed(self, failure: Failure) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(self._desktop.context.sentences.of_failure(failure))

    def _on_preview_wanted(self, target: str, names: list[str]) -> None:
        if self._outbox is not None and self.dialog is not None:
            going = [Item(one.name, one.number, one.headline) for one in self.dialog.list.planned if not one.code]
            self._outbox.previews.preview_items([one for one in going if one.id in names], target)

    def _queue(self, target: str, names: list[str]) -> None:
        """Into the queue of a target; it is sent by another process, and the window goes on."""
        if self._outbox is not None:
            self._outbox.sending.appointments.forget()
        ask = self._desktop.context.jobs.ask
        ask(
            room("queue"),
            done=lambda done: self._on_queued(names, done),
            failed=self._on_not_queued,
            target=target,
            names=tuple(names),
            person=self._people.id,
        )

    def _on_queued(self, names: list[str], done: QueueDone) -> None:
        from editor.records.output import Delivered

        refused = [
            Delivered(name, code=code, details={"id": name, "detail": detail, "name": name})
            for name, code, detail in done.refused
        ]
        self._run = None
        self._batch = done.batch if done.keys else ""
        out = {one.name for one in refused} | set(done.there)
        if self.dialog is not None:
            self.dialog.show_queued([name for name in names if name not in out], refused, done.there)
        if self._outbox is not None and done.keys:
            self._outbox.sending.poke()

    def _ask_lines(self) -> None:
        """Something became of what is in the queue: the dialog that put it there says what."""
        if self._batch and self.dialog is not None and self.dialog.isVisible():
            ask = self._desktop.context.jobs.ask
            ask(
                room("lines"),
                done=self._on_lines,
                failed=lambda _failure: None,  # asked again with the next change
                key="batch_lines",
                batch=self._batch,
            )

    def _on_lines(self, lines: Sequence[LineShown]) -> None:
        if self.dialog is not None and self._outbox is not None and {line.batch for line in lines} <= {self._batch}:
            self.dialog.show_lines(words.with_holds(lines, words.holds(self._outbox.sending.targets)))

    def _on_not_queued(self, failure: Failure) -> None:
        if self.dialog is not None:
            self.dialog.show_end((), stopped=False, openable=False)
            self.dialog.show_trouble(self._desktop.context.sentences.of_failure(failure))

    def _on_deliver_wanted(self, address: str, names: list[str]) -> None:
        target = target_of(address)
        if target:
            self._queue(target, names)
            return
        self._run = _Run(address, list(steps_of(names, parts_of(address)[0])))
        self._next()

    def _next(self) -> None:
        run = self._run
        if run is None or self.dialog is None:
            return
        if run.stopped or not run.left:
            self._end(run)
            return
        run.asked = True
        review = parts_of(run.address)[0] == REVIEW
        self._desktop.context.jobs.ask(
            "output.deliver",
            lane=Lane.TEXT if review else Lane.DESK,
            done=self._on_step,
            failed=self._on_step_failed,
            again=False,
            address=run.address,
            names=run.left[0],
            person=self._people.id or None,
        )

    def _on_step(self, done: DeliveryDone) -> None:
        run = self._run
        if run is None or self.dialog is None:
            return
        run.asked = False
        run.left.pop(0)
        run.done += done.delivered
        run.open = done.open
        self.dialog.show_done(done.delivered)
        if done.articles:
            self._desktop.browser.touched(done.articles)
        self._next()

    def _on_step_failed(self, failure: Failure) -> None:
        """The place failed: what is left is not tried, each says why."""
        from editor.records.output import Delivered

        run = self._run
        if run is None or self.dialog is None:
            return
        run.asked = False
        if self._people.unlock(failure, self._next):
            return  # nothing of the step has gone; with the phrase it is begun anew, or the user stops
        told = self._desktop.context.sentences.of_failure(failure)
        failed = [
            Delivered(name, code=failure.code, details=dict(failure.details)) for step in run.left for name in step
        ]
        run.left.clear()
        run.done += failed
        self.dialog.show_done(failed)
        self._end(run)
        self.dialog.show_trouble(told)

    def _end(self, run: _Run) -> None:
        if self.dialog is not None:
            self.dialog.show_end(run.done, stopped=run.stopped and bool(run.left), openable=bool(run.open))
        self._desktop.browser.refresh()

    def _on_stop_wanted(self) -> None:
        if self._run is not None and self.dialog is not None:
            self._run.stopped = True
            if self._run.asked:
                self.dialog.show_stopping()
            else:
                self._end(self._run)

    def _on_result_wanted(self) -> None:
        if self._run is not None and self._run.open:
            self._open(self._run.open)
        elif self._run is None and self._outbox is not None:
            self._outbox.show()


def _copied(source: str, place: Path) -> bool:
    """Put a copy of a file somewhere, whole or not at all; whether it stands there."""
    new = place.with_name(f".{place.name}.new")
    try:
        shutil.copyfile(source, new)
        new.replace(place)
    except OSError:
        new.unlink(missing_ok=True)
        return False
    return True


@dataclass(frozen=True)
class Outgoing:
    """The rooms of what goes out."""

    pictures: PicturesAtWork
    preview: PreviewAtWork
    delivery: DeliveryAtWork


def outgoing(desktop: Desktop, people: PeopleAtWork, keeping: Keeping, review: ReviewAtWork | None = None) -> Outgoing:
    """Open the rooms; their tabs follow those that are there."""
    pictures = PicturesAtWork(desktop)
    preview = PreviewAtWork(desktop, review, pictures.shelf)
    pictures.add_tab()
    return Outgoing(pictures, preview, DeliveryAtWork(desktop, people, keeping))
