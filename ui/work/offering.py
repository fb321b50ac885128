"""What is offered quietly while somebody writes: to part a long paragraph, to take a paste another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.desk.quiet_line import Offered, QuietLine
from ui.writing.splitting import splittable

if TYPE_CHECKING:
    from ui.desktop import Desktop
    from ui.writing.paste.taken import Taken

_REST = 600
_KNOWN_BY = 60


class QuietOffers(QObject):
    """Says in the line under the text what may be done; nothing is done by itself."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._body = desktop.writing.body
        self.line = QuietLine(desktop.context.look)
        desktop.desk.add_foot(self.line)
        self._left_long: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look)
        self._body.caret_moved.connect(self._rest.start)
        self._body.edited.connect(self._on_edited)
        self._body.pasted_with_care.connect(self._on_pasted)
        desktop.sheet.opened.connect(self._on_opened)
        desktop.sheet.closed.connect(self._on_opened)
        desktop.sheet.slip_edited.connect(lambda: self.line.take_back("paste"))

    def _on_opened(self, _loaded: object = None) -> None:
        self._left_long.clear()
        for name in ("long", "paste", "missing"):
            self.line.take_back(name)

    def _on_edited(self, _first: int, _last: int) -> None:
        self.line.take_back("paste")  # what was written since would go with it

    # A long paragraph. -----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Whether the paragraph of the caret is long and can be parted."""
        block = self._body.textCursor().block()
        known_by = block.text()[:_KNOWN_BY]
        long = not self._body.isReadOnly() and known_by not in self._left_long and bool(splittable(block))
        if not long or self._desktop.sheet.article is None:
            self.line.take_back("long")
            return
        told = self.tr("This paragraph has {n} characters: hard to read on a phone.").format(
            n=f"{block.length() - 1:,}"
        )
        way = (self.tr("Split behind sentences"), self._split)
        in_sight = self._body.viewport().rect().intersects(self._body.cursorRect())
        self.line.offer("long", Offered(told, (way,), lambda: self._left_long.add(known_by)))
        if in_sight:  # and it stays so above the line
            QTimer.singleShot(0, self._body, self._body.ensureCursorVisible)

    def _split(self) -> None:
        self._desktop.writing.pane.commands.split()

    # A paste that can be read in two ways. ---------------------------------------------------------------------------

    def _on_pasted(self, taken: Taken) -> None:
        if taken.missing:
            told = self.tr("{n} pictures were not on the clipboard; their places are marked. Drop the files there.")
            self.line.offer("missing", Offered(told.format(n=taken.missing)))
        if taken.tracked:
            told = self.tr("The pasted text had tracked changes; it stands there with all of them accepted.")
            way = (self.tr("Take the text before the changes"), lambda: self._take_original(taken))
            self.line.offer("paste", Offered(told, (way,)))

    def _take_original(self, taken: Taken) -> None:
        """The paste is undone and made again; nothing was written since, else this is not offered any more."""
        self._body.undo()
        cursor = self._body.textCursor()
        cursor.setPosition(taken.over[0])
        cursor.setPosition(taken.over[1], cursor.MoveMode.KeepAnchor)
        self._body.setTextCursor(cursor)
        self._body.insert_blocks(taken.original)
        self._body.setFocus()
