"""What somebody changed at a target: the three texts are read there, shown, and what a person decides is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.jobs import Lane
from ui.outbox.deciding import DecideDialog
from ui.work.asked import room
from ui.work.send_troubles import PHRASE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.records.outbox import LineShown
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.sending import SendingAtWork


class DecidingAtWork(QObject):
    """Opens the dialog; the process that sends reads what stands there, after what it is doing."""

    def __init__(self, desktop: Desktop, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._sending = sending
        self.dialog: DecideDialog | None = None

    def show(self, line: LineShown, over: QWidget | None) -> None:
        """Show what there is to decide about a piece of work."""
        context = self._desktop.context
        self.dialog = DecideDialog(context.look, context.sentences, line, over)
        self.dialog.decided.connect(self._on_decided)
        self.dialog.let_stand.connect(self._on_let_stand)
        self.dialog.open()
        self._ask_texts(line, self.dialog)

    def _ask_texts(self, line: LineShown, dialog: DecideDialog) -> None:
        def failed(failure: Failure) -> None:
            dialog.show_trouble(self._desktop.context.sentences.of_failure(failure))
            if failure.code in PHRASE:
                self._sending.troubles.unlock(lambda: self._ask_texts(line, dialog))

        ask = self._desktop.context.jobs.ask
        ask(room("three_texts"), lane=Lane.SEND, done=dialog.show_texts, failed=failed, job=line.key)

    def _on_decided(self, key: str, allow: dict[str, str]) -> None:
        self._desktop.context.jobs.ask(room("again"), done=self._sending.go_on, keys=(key,), allow=allow)

    def _on_let_stand(self, key: str) -> None:
        """Nothing is sent: the piece of work leaves the queue."""
        self._desktop.context.jobs.ask(room("cancel"), done=lambda _keys: self._sending.refresh(), keys=(key,))
