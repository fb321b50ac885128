"""粘贴为新版本 at work: the text of the clipboard is compared with the open article and, accepted, takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from editor.markup.reader import read
from editor.service.messages import Failure
from ui.intake.version import VersionView
from ui.jobs import Lane

if TYPE_CHECKING:
    from editor.markup.blocks import Block
    from editor.records.incoming import Successor
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping


class Versioning(QObject):
    """Shows the comparison in the place of the text."""

    def __init__(self, desktop: Desktop, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._keeping = keeping
        self._old: tuple[Block, ...] = ()
        self._new: tuple[Block, ...] = ()
        self.view = VersionView(desktop.context.look, desktop.context.sentences, desktop.desk)
        self.view.hide()
        self.view.accepted.connect(self.accept)
        self.view.closed.connect(self.leave)
        desktop.sheet.opened.connect(lambda _opened: self.leave())
        desktop.sheet.closed.connect(self.leave)

    @property
    def shown(self) -> bool:
        """Whether it stands in the place of the text."""
        return self.view.isVisible()

    def begin(self) -> None:
        """Compare what the clipboard holds with the article on the desk."""
        lying, sheet = self._desktop.sheet.article, self._desktop.sheet
        if lying is None or self.shown:
            return
        if self._desktop.writing.body.isReadOnly():
            self._desktop.tell_failure(Failure(0, "text_locked", {"id": lying.name}))
            return
        pasted = QGuiApplication.clipboard().text()
        if not pasted.strip():
            self._desktop.status.tell(self.tr("The clipboard holds no text; copy the new version first."))
            return
        sheet.settle()
        old = sheet.blocks()
        self._desktop.context.jobs.ask(
            "incoming.successor",
            lane=Lane.TEXT,
            done=lambda successor: self._on_successor(successor, old),
            failed=self._desktop.tell_failure,
            key="successor",
            **sheet.as_asked(),
            pasted=pasted,
        )

    def _on_successor(self, successor: Successor, old: tuple[Block, ...]) -> None:
        lying = self._desktop.sheet.article
        if lying is None or self._desktop.sheet.blocks() != old:
            return
        self._old, self._new = old, read(successor.text)
        self.view.show_successor(successor, old, self._new, lying.variant)
        self._desktop.desk.show_middle(self.view)
        self.view.setFocus()

    def leave(self) -> None:
        """Back to the text as it was."""
        if self.shown:
            self._desktop.desk.show_middle(None)

    def accept(self) -> None:
        """The pasted text becomes the text in one step; what stood there is in the history first."""
        sheet = self._desktop.sheet
        if not self.shown or sheet.blocks() != self._old:
            self.leave()
            return
        self._keeping.save("paste")
        sheet.change_blocks(self._new)
        self.leave()
        self._desktop.status.tell(
            self.tr("The pasted text is the text now; what stood there is in the history, and undo brings it back.")
        )
