"""What would go to targets, exactly: of everything that waits, of a batch, of the article on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.outbox import words
from ui.outbox.preview import GoesDialog, Item
from ui.work.asked import room

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from editor.records.outbox import LineShown, PreviewShown, TargetShown
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.sending import SendingAtWork


class GoesAtWork(QObject):
    """Opens the preview; nothing is called at a target for it."""

    def __init__(self, desktop: Desktop, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._sending = sending
        self.over: QWidget = desktop.window
        self.goes: GoesDialog | None = None
        actions = desktop.context.actions
        actions["queue.now"].triggered.connect(self.show_now)
        actions["queue.preview"].triggered.connect(lambda _on=False: self.preview_article())

    def show_now(self) -> None:
        """What would go if everything that is due were sent now."""
        self._ask("lines", done=self._on_now, state="waiting")

    def _on_now(self, lines: tuple[LineShown, ...]) -> None:
        items: dict[str, list[Item]] = {one.name: [] for one in self._sending.targets}
        for line in lines:
            if line.keeper != words.HERE and line.action != "remove":
                items.setdefault(line.target, []).append(Item(line.id, line.number, line.headline))
        self.show_items(self.tr("What would go now"), items)

    def preview_article(self) -> None:
        """What would go of the article on the desk, for each target."""
        lying = self._desktop.sheet.article
        if lying is None:
            self._desktop.status.tell(self.tr("Open an article first; then it can be shown what goes of it."))
            return
        item = Item(lying.name, str(lying.slip.get("number") or ""), str(lying.slip.get("headline") or ""))
        self.preview_items([item])

    def preview_items(self, items: Sequence[Item], target: str = "") -> None:
        """What would go of some articles, for each target."""

        def come(targets: tuple[TargetShown, ...]) -> None:
            if not targets:
                self._desktop.status.tell(self.tr("There is no target yet; add one under “Targets”."))
                return
            self.show_items(self.tr("What goes there"), {one.name: items for one in targets}, target)

        self._ask("places", done=come)

    def show_items(self, title: str, items: Mapping[str, Sequence[Item]], target: str = "") -> None:
        """Show articles, and what would go of the first."""
        context = self._desktop.context
        self.goes = GoesDialog(context.look, context.sentences, title, self.over)
        self.goes.preview_wanted.connect(self._on_preview_wanted)
        self.goes.show()
        self.goes.show_items(items, target)

    def _on_preview_wanted(self, target: str, name: str) -> None:
        dialog = self.goes
        if dialog is None:
            return

        def failed(failure: Failure) -> None:
            dialog.show_trouble(self._desktop.context.sentences.of_failure(failure))

        def done(preview: PreviewShown) -> None:
            dialog.show_preview(preview)

        self._ask("preview", done=done, failed=failed, key="outbox_preview", target=target, name=name)

    def _ask(self, function: str, *, done: Callable[[Any], None], **more: Any) -> None:
        self._desktop.context.jobs.ask(room(function), done=done, **more)
