"""The delivery window at work: what is on its way is shown, a person decides, previews say what would go."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from ui.outbox import words
from ui.outbox.preview import Item
from ui.outbox.window import OutboxWindow
from ui.work.asked import room
from ui.work.by_hand import ByHandAtWork
from ui.work.deciding import DecidingAtWork
from ui.work.emergency import EmergencyAtWork
from ui.work.goes import GoesAtWork
from ui.work.holding import HoldingAtWork
from ui.work.sending import SendingAtWork
from ui.work.targets import TargetsAtWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.desk import DoneHere
    from editor.records.outbox import BatchShown, LineShown, QueueDone
    from ui.desktop import Desktop
    from ui.work.articles import ArticlesAtWork
    from ui.work.people import PeopleAtWork
    from ui.work.review import ReviewAtWork

_SOONEST = 400  # ms between two looks at the queue while something is sent
_REST = 4  # a queue that takes long to read is read less often: at most a fifth of the time


class OutboxAtWork(QObject):
    """Connects the deeds of the menu 发布 with the core."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork, articles: ArticlesAtWork, review: ReviewAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._articles = articles
        self._review = review
        self.window: OutboxWindow | None = None
        self._asked_at = 0.0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SOONEST)
        self._again.timeout.connect(self._reload)
        self.sending = SendingAtWork(desktop, people)
        self.targets = TargetsAtWork(desktop, self.sending)
        self.holding = HoldingAtWork(desktop, self.sending)
        self.previews = GoesAtWork(desktop, self.sending)
        self.deciding = DecidingAtWork(desktop, self.sending)
        self.by_hand = ByHandAtWork(desktop, people, self.sending)
        self.by_hand.open_wanted.connect(self.open_address)
        self.emergency = EmergencyAtWork(desktop, people, self.sending)
        self._connect()

    def _connect(self) -> None:
        actions = self._desktop.context.actions
        actions["queue.show"].triggered.connect(self.show)
        actions["queue.run"].triggered.connect(self.sending.poke)
        actions["queue.stop"].triggered.connect(self.sending.stop)
        self.sending.changed.connect(self._on_changed)
        self.sending.going.connect(self._on_going)
        self.sending.queue_wanted.connect(self.show)
        self.sending.targets_wanted.connect(self.targets.show)
        self._desktop.navigation.places.deed_chosen.connect(self._on_deed_chosen)
        self._review.done.connect(self._on_article_done)
        self._fit()

    # The window. -----------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the queue."""
        if self.window is None:
            context = self._desktop.context
            actions = [context.actions[f"queue.{name}"] for name in ("now", "hold", "release", "targets")]
            self.window = OutboxWindow(context.look, context.sentences, actions, self._desktop.window)
            self.window.addActions([context.actions["queue.run"], context.actions["queue.stop"]])
            self.window.lines_wanted.connect(self._on_lines_wanted)
            self.window.wanted.connect(self._on_wanted)
            self.window.going.stop_wanted.connect(self.sending.stop)
            self.window.going.run_wanted.connect(self.sending.poke)
            self.window.show_targets(self.sending.targets)
            self.previews.over = self.holding.over = self.window
            self._fit()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.lines.setFocus()
        self._reload()
        self.sending.refresh()

    def _reload(self) -> None:
        if self.window is not None and self.window.isVisible():
            self._ask("batches", done=self._on_batches, key="outbox_batches")

    def _on_batches(self, batches: tuple[BatchShown, ...]) -> None:
        if self.window is not None:
            self.window.show_batches(batches)
            self.window.ask()

    def _on_lines_wanted(self, batch: str, target: str, state: str, scheduled: bool) -> None:  # noqa: FBT001
        self._asked_at = time.monotonic()
        self._ask(
            "lines",
            done=self._on_lines,
            key="outbox_lines",
            batch=batch,
            target=target,
            state=state,
            scheduled=scheduled,
        )

    def _on_lines(self, lines: tuple[LineShown, ...]) -> None:
        took = round((time.monotonic() - self._asked_at) * 1000)
        self._again.setInterval(max(_SOONEST, took * _REST))
        if self.window is not None:
            self.window.show_lines(lines)

    def _on_changed(self) -> None:
        """The queue is not what it was."""
        self._fit()
        if self.window is not None:
            self.window.show_targets(self.sending.targets)
            if not self.sending.running:
                self.window.going.show_rest(self._rest())
        self._reload()

    def _fit(self) -> None:
        """What can be done now."""
        targets = self.sending.targets
        actions = self._desktop.context.actions
        self.holding.fit()
        actions["queue.stop"].setEnabled(self.sending.running)
        would_go = self.sending.appointments.would_go(words.holds(targets))
        actions["queue.run"].setEnabled(would_go)
        if self.window is not None:
            self.window.going.run.setEnabled(would_go)
        self._desktop.navigation.places.spots.show_count_of("queue.show", sum(one.open for one in targets))

    def _rest(self) -> str:
        """What comes next."""
        if self.sending.stopped:
            return self.tr("Stopped; what waits goes when you send it.")
        due, waiting = self.sending.next_due, [one for one in self.sending.targets if one.open]
        if waiting and all(one.held for one in waiting):
            return self.tr("Everything that waits is held back.")
        if due is None:
            return "" if waiting else self.tr("Nothing waits.")
        now = self._desktop.context.look.now()
        at = type(now).fromtimestamp(due / 1000, now.tzinfo)
        return self.tr("Next: {time}").format(time=words.time_told(at.isoformat(), now))

    def _on_going(self, done: int, total: int, seconds: float) -> None:
        self._desktop.context.actions["queue.stop"].setEnabled(self.sending.running)
        if self.window is None:
            return
        if total or done:
            self.window.going.show_going(done, total, seconds)
            if not self._again.isActive():
                self._again.start()
        else:
            self.window.going.show_rest(self._rest())

    def _on_deed_chosen(self, deed: str) -> None:
        self._desktop.context.actions[deed].trigger()

    # What is done with pieces of work. -------------------------------------------------------------------------

    def _on_wanted(self, name: str, lines: list[LineShown]) -> None:
        keys = tuple(line.key for line in lines)
        match name:
            case "again":
                names = {one.name for one in self.sending.targets}
                free = tuple(line.key for line in lines if not line.allows and line.target in names)
                self._ask("again", done=self.sending.go_on, keys=free)
            case "cancel":
                self._ask("cancel", done=self._on_canceled, keys=keys)
            case "decide":
                self.deciding.show(lines[0], self.window)
            case "open":
                self.open_address(lines[0].address)
            case "preview":
                items = {line.target: [Item(line.id, line.number, line.headline)] for line in lines}
                self.previews.show_items(self.tr("What goes there"), items, lines[0].target)
            case "article" | "withdraw":
                self._to_article(lines[0].id, withdraw=name == "withdraw")
            case "tick" | "published" | "receipts" | "sheet":
                self.by_hand.act(name, lines[0], self.window or self._desktop.window)

    def _on_canceled(self, keys: tuple[str, ...]) -> None:
        told = self.tr("{n} taken out of the queue; what is on its way ends properly.").format(n=len(keys))
        self._desktop.status.tell(told)
        self.sending.refresh()

    def open_address(self, address: str) -> None:
        """By the browser of the system; only what is a web address or lies on this computer."""
        url = QUrl(address) if "://" in address else QUrl.fromLocalFile(address)
        if url.scheme() not in {"http", "https", "file"} or not QDesktopServices.openUrl(url):
            told = self.tr("No program here opens this; it stands at {path}").format(path=address)
            self._desktop.status.tell(told)

    def _to_article(self, name: str, *, withdraw: bool) -> None:
        """Lay an article on the desk; its withdrawal is decided there, with a reason, as always."""
        if self.window is not None:
            self.window.close()  # it stands over the main window
        lying = self._desktop.sheet.article
        if not withdraw or (lying is not None and lying.name == name):
            self._articles.open(name)
            if withdraw:
                self._withdraw()
            return

        def come(_dossier: object) -> None:
            now = self._desktop.sheet.article
            if now is not None and now.name == name:
                self._review.dossier_came.disconnect(come)
                self._withdraw()

        self._review.dossier_came.connect(come)
        self._articles.open(name)

    def _withdraw(self) -> None:
        action = self._desktop.context.actions["article.withdraw"]
        if action.isEnabled():
            action.trigger()
        else:
            self._desktop.status.tell(self.tr("You may not withdraw this article; who may stands in its review tab."))

    def _on_article_done(self, done: DoneHere) -> None:
        """What was withdrawn is taken down everywhere, ahead of everything that is queued."""
        if done.state == "withdrawn":
            names = (done.name,)
            self._ask("take_down", done=self._on_taking_down, names=names, person=self._people.id, again=False)

    def _on_taking_down(self, done: QueueDone) -> None:
        if done.keys:
            told = self.tr("It is being taken down at {n} places; the disposal sheet says what is still to be done.")
            self._desktop.status.tell(told.format(n=len(done.keys)))
            self.sending.poke()
        for _, code, detail in done.refused:
            told = self._desktop.context.sentences.sentence(f"error.{code}", {"detail": detail})
            self._desktop.status.tell(told)

    def _ask(self, function: str, *, done: Callable[[Any], None], **more: Any) -> None:
        self._desktop.context.jobs.ask(room(function), done=done, **more)
