"""一键暂缓 at work: nothing goes to some targets until somebody releases them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.outbox.asking import HoldDialog, ReleaseDialog
from ui.work.asked import room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.records.outbox import TargetShown
    from ui.desktop import Desktop
    from ui.work.sending import SendingAtWork


class HoldingAtWork(QObject):
    """Asks why and which, and says so to the core.

    Attributes:
        over: The window over which is asked while it is visible, None = the main window.
        asking: The question that was shown last; `releasing` likewise.
    """

    def __init__(self, desktop: Desktop, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._sending = sending
        self.over: QWidget | None = None
        self.asking: HoldDialog | None = None
        self.releasing: ReleaseDialog | None = None
        actions = desktop.context.actions
        actions["queue.hold"].triggered.connect(self._on_hold_wanted)
        actions["queue.release"].triggered.connect(self._on_release_wanted)

    def fit(self) -> None:
        """What can be held back and released now."""
        targets = self._sending.targets
        actions = self._desktop.context.actions
        actions["queue.hold"].setEnabled(any(not one.held for one in targets))
        actions["queue.release"].setEnabled(any(one.held for one in targets))
        actions["queue.release"].setVisible(any(one.held for one in targets))

    def _parent(self) -> QWidget:
        return self.over if self.over is not None and self.over.isVisible() else self._desktop.window

    def _on_hold_wanted(self) -> None:
        free = [one for one in self._sending.targets if not one.held]
        self.asking = HoldDialog(free, len(self._sending.here), self._parent())
        self.asking.given.connect(self._on_hold_given)
        self.asking.open()

    def _on_hold_given(self, reason: str, names: tuple[str, ...]) -> None:
        self._ask("hold", reason=reason, names=names)

    def _on_release_wanted(self) -> None:
        held = [one for one in self._sending.targets if one.held]
        if len(held) == 1:
            self._on_release_given((held[0].name,))
            return
        self.releasing = ReleaseDialog(held, self._parent())
        self.releasing.given.connect(self._on_release_given)
        self.releasing.open()

    def _on_release_given(self, names: tuple[str, ...]) -> None:
        self._ask("release", names=names)

    def _on_held(self, targets: tuple[TargetShown, ...]) -> None:
        held = " · ".join(one.name for one in targets if one.held)
        told = self.tr("Held back: {names}.").format(names=held) if held else self.tr("Released: what waits goes on.")
        self._desktop.status.tell(told)
        self._sending.poke()  # what targets keep for later is taken back there, or goes again
        self._sending.refresh()

    def _ask(self, function: str, **more: Any) -> None:
        self._desktop.context.jobs.ask(room(function), done=self._on_held, **more)
