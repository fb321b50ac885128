"""并入 at work: an article dropped on the open one, or chosen in the list, goes into it at the caret or at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from editor.article import slip_from_plain
from editor.markup.reader import read
from editor.service.messages import Failure
from ui.intake.dragging import ArticleDrag, ArticleDrop

if TYPE_CHECKING:
    from editor.article import Slip
    from editor.markup.blocks import Block
    from editor.records.incoming import Joined
    from ui.desktop import Desktop


class Merging(QObject):
    """Asks where to, by a small menu, and does it in one step of undo."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self.drag = ArticleDrag(desktop.articles.list)
        self.drop = ArticleDrop(desktop.writing.body.viewport())
        self.drop.dropped.connect(self._on_dropped)
        self.menu: QMenu | None = None

    def merge_chosen(self) -> None:
        """The article chosen in the list that is not the open one."""
        lying = self._desktop.sheet.article
        rows = [row for row in self._desktop.articles.chosen() if lying is None or row.article != lying.article]
        if lying is None or not rows:
            self._desktop.status.tell(
                self.tr("Open one article and choose another one in the list with Ctrl; then it can be put in.")
            )
            return
        body = self._desktop.writing.body
        self.ask(rows[0].name, body.viewport().mapToGlobal(body.cursorRect().bottomLeft()))

    def _on_dropped(self, name: str, point: QPoint) -> None:
        body = self._desktop.writing.body
        if self._desktop.sheet.article is not None and not body.isReadOnly():
            body.setTextCursor(body.cursorForPosition(point))
        self.ask(name, body.viewport().mapToGlobal(point))

    def ask(self, name: str, point: QPoint) -> None:
        """Ask where an article is to go."""
        lying = self._desktop.sheet.article
        if lying is None:
            return
        if self._desktop.writing.body.isReadOnly():
            failure = Failure(0, "text_locked", {"id": lying.name})
            self._desktop.tell_failure(failure)
            return
        menu = QMenu(self._desktop.window)
        self.menu = menu
        here = menu.addAction(self.tr("Put in &here, at the caret"))
        end = menu.addAction(self.tr("Put in at the &end"))
        menu.addSeparator()
        menu.addAction(self.tr("&Cancel"))
        here.triggered.connect(lambda: self._merge(name, at_caret=True))
        end.triggered.connect(lambda: self._merge(name, at_caret=False))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
        menu.setActiveAction(here)

    def _merge(self, name: str, *, at_caret: bool) -> None:
        sheet, body = self._desktop.sheet, self._desktop.writing.body
        lying = sheet.article
        if lying is None:
            return
        sheet.settle()
        block, offset = body.caret()
        at = block + (offset > 0) if at_caret and sheet.blocks() else None
        before = (sheet.slip(), sheet.blocks())
        self._desktop.context.jobs.ask(
            "incoming.merged",
            done=lambda joined: self._on_merged(joined, before),
            failed=self._desktop.tell_failure,
            key="merge",
            **sheet.as_asked(),
            other=name,
            block=at,
        )

    def _on_merged(self, joined: Joined, before: tuple[Slip, tuple[Block, ...]]) -> None:
        sheet, body = self._desktop.sheet, self._desktop.writing.body
        if (sheet.slip(), sheet.blocks()) != before:
            self._desktop.status.tell(self.tr("The text changed meanwhile; nothing was put in. Do it once more."))
            return
        slip = slip_from_plain(joined.slip)
        sheet.change(read(joined.text), slip)
        body.go_to(joined.begin, 0)
        body.setFocus()
        sentences = self._desktop.context.sentences
        told = [self.tr("“{headline}” was put in.").format(headline=joined.headline)]
        told += [sentences.sentence(f"merge.{field}", {"text": text}) for field, text in joined.dropped]
        self._desktop.status.tell(" ".join(part for part in told if part))
