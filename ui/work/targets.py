"""Targets at work: added, changed, tested, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Lane
from ui.outbox.targets import TargetsDialog
from ui.work.asked import room
from ui.work.send_troubles import PHRASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.outbox import KindShown, TargetShown, Tested
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.sending import SendingAtWork


class TargetsAtWork(QObject):
    """Opens the dialog of targets.

    Signals:
        changed: There are other targets, or others are held back.
    """

    changed = Signal()

    def __init__(self, desktop: Desktop, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._sending = sending
        self.dialog: TargetsDialog | None = None
        desktop.context.actions["queue.targets"].triggered.connect(self.show)

    def show(self) -> None:
        """Show the targets."""
        if self.dialog is None:
            context = self._desktop.context
            self.dialog = TargetsDialog(context.look, context.sentences, self._desktop.window)
            self.dialog.add_wanted.connect(self._on_add_wanted)
            self.dialog.change_wanted.connect(self._on_change_wanted)
            self.dialog.remove_wanted.connect(self._on_remove_wanted)
            self.dialog.test_wanted.connect(self._on_test_wanted)
        self._ask("kinds", self._on_kinds)
        self._ask("places", self.dialog.show_targets)
        self.dialog.open()
        self.dialog.list.setFocus()

    def _on_kinds(self, kinds: tuple[KindShown, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_kinds(kinds)

    def _on_add_wanted(self, name: str, kind: str, options: dict[str, str], secret: str) -> None:
        told = self.tr("Kept. Test the connection before something goes there.")
        self._change("add_target", told, name=name, kind=kind, options=options, secret=secret)

    def _on_change_wanted(self, name: str, options: dict[str, str], secret: str) -> None:
        told = self.tr("Changed. Test the connection before something goes there.")
        self._change("change_target", told, name=name, options=options, secret=secret)

    def _on_remove_wanted(self, name: str) -> None:
        self._change("remove_target", self.tr("Removed; what stands there stays there."), name=name)

    def _change(self, function: str, told: str, **arguments: Any) -> None:
        def done(targets: tuple[TargetShown, ...]) -> None:
            if self.dialog is not None:
                self.dialog.show_saved(targets, told)
            self._sending.refresh()
            self.changed.emit()

        def again() -> None:
            self._change(function, told, **arguments)

        self._ask(function, done, again, again_when_dead=False, **arguments)

    def _on_test_wanted(self, name: str) -> None:
        def done(tested: Tested) -> None:
            if self.dialog is None:
                return
            if tested.code in PHRASE:
                self._unlock(again)
            else:
                self.dialog.show_tested(tested)

        def again() -> None:
            self._on_test_wanted(name)

        if self.dialog is not None:
            self.dialog.show_testing(name)
        self._ask("test_target", done, again, lane=Lane.SEND, name=name)

    def _unlock(self, then: Callable[[], None]) -> None:
        """The pass phrase is asked for; what that means is said only to those who do not enter it."""
        dialog = self.dialog
        if dialog is None:
            return

        def canceled() -> None:
            told = self.tr("The pass phrase that opens kept passwords was not entered. Nothing was done; try again.")
            dialog.complain(told)

        dialog.rest()
        self._sending.troubles.unlock(then, canceled)

    def _ask(
        self,
        function: str,
        done: Callable[[Any], None],
        then: Callable[[], None] | None = None,
        *,
        lane: Lane = Lane.DESK,
        again_when_dead: bool = True,
        **arguments: Any,
    ) -> None:
        def failed(failure: Failure) -> None:
            if failure.code in PHRASE and then is not None:
                self._unlock(then)
            elif self.dialog is not None:
                self.dialog.complain(self._desktop.context.sentences.of_failure(failure))

        ask = self._desktop.context.jobs.ask
        ask(room(function), lane=lane, done=done, failed=failed, again=again_when_dead, **arguments)
