"""What can be done to the text by a button, a menu or a key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from editor.markup.blocks import Footnote, Image, Mark, Rule, Table
from editor.markup.links import safe_href
from ui.writing import marking, shaping, tables
from ui.writing.filling import insert_blocks
from ui.writing.formats import image_format, note_format
from ui.writing.kinds import HREF, IMAGE_OBJECT, LABEL, OBJECT, SOLID, Kind, kind_of, text_in
from ui.writing.reading import image_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.writing.editor import ArticleEditor


_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)")


class Asker(Protocol):
    """Asks the person for what a command needs."""

    def link(self, address: str) -> str | None:
        """An address, "" to take the link away, None to leave it."""

    def picture(self, image: Image) -> Image | None:
        """Caption, credit and alternative text of a picture; None to leave them."""

    def picture_files(self) -> list[str]:
        """Paths of pictures."""

    def table(self) -> tuple[int, int] | None:
        """Rows and columns of a new table."""


class Commands(QObject):
    """Commands on one editor. `state_changed`: one of them may have changed marks or kind at the caret."""

    state_changed = Signal()

    def __init__(self, editor: ArticleEditor, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._asker = asker
        editor.picture_activated.connect(self._on_picture_activated)

    def mark(self, mark: Mark) -> None:
        """Mark the selection, or what is typed next."""
        if not self._ready():
            return
        made = marking.toggle_mark(self._editor.textCursor(), mark, self._editor.formats)
        if made is not None:
            self._editor.setCurrentCharFormat(made)
        self._settled()

    def has_mark(self, mark: Mark) -> bool:
        """Whether the selection, or what is typed next, is marked."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection():
            cursor.setCharFormat(self._editor.currentCharFormat())
        return marking.has_mark(cursor, mark)

    def clear(self) -> None:
        """Take all marks and links from the selection."""
        if self._ready():
            marking.clear_marks(self._editor.textCursor(), self._editor.formats)
            self._settled()

    def become(self, kind: Kind, *, ordered: bool = False) -> None:
        """Make the lines of the selection something else, or paragraphs again."""
        if self._ready():
            shaping.set_kind(self._editor.textCursor(), kind, self._editor.formats, ordered=ordered)
            self._settled()

    def kind(self) -> Kind:
        """What the line of the caret is."""
        return kind_of(self._editor.textCursor().block())

    def link(self) -> None:
        """Ask for the address of a link and set it."""
        cursor = self._editor.textCursor()
        if not self._ready() or not (cursor.hasSelection() or marking.link_at(cursor)):
            return
        now = text_in((marking.link_at(cursor) or cursor).charFormat(), HREF) or ""
        address = self._asker.link(now)
        if address is not None:
            self.set_link(address)

    def set_link(self, address: str) -> None:
        """Link the selection, or the link at the caret, to an address that the schema carries; "" takes it away."""
        href = safe_href(f"https://{address}" if _HOST.match(address) else address)
        if address and href is None:
            return
        marking.set_link(self._editor.textCursor(), href, self._editor.formats)
        self._settled()

    def split(self) -> None:
        """Part the long paragraph of the caret behind sentences; one step of undo."""
        from ui.writing.splitting import split  # noqa: PLC0415  (not before the first paint)

        cursor = self._editor.textCursor()
        if self._ready() and split(cursor):
            self._editor.done(cursor)
            self._settled()

    def rule(self) -> None:
        """Insert a rule."""
        if self._ready():
            self._editor.insert_alone(Rule())

    def table(self) -> None:
        """Ask how large, and insert a table."""
        size = self._asker.table() if self._ready() else None
        if size is not None:
            rows, columns = size
            self._editor.insert_alone(Table((((),) * columns,) * rows, header=True))
            cursor = self._editor.textCursor()
            before = QTextCursor(cursor.block().previous())
            table = before.currentTable()
            if table is not None:
                self._editor.setTextCursor(table.firstCursorPosition())

    def in_table(self, work: Callable[..., None], **options: bool) -> None:
        """Change the table that the caret stands in (see :mod:`ui.writing.tables`)."""
        cursor = self._editor.textCursor()
        if self._ready() and cursor.currentTable() is not None:
            work(cursor, self._editor.formats, **options)
            self._editor.done(cursor)

    def insert_row(self, *, below: bool) -> None:
        """A row above or below that of the caret."""
        self.in_table(tables.insert_row, below=below)

    def insert_column(self, *, right: bool) -> None:
        """A column beside that of the caret."""
        self.in_table(tables.insert_column, right=right)

    def remove_row(self) -> None:
        """Take the row of the caret away."""
        self.in_table(tables.remove_row)

    def remove_column(self) -> None:
        """Take the column of the caret away."""
        self.in_table(tables.remove_column)

    def footnote(self) -> None:
        """Insert a reference at the caret and its note behind the text; the caret goes into the note."""
        cursor = self._editor.textCursor()
        if not self._ready() or kind_of(cursor.block()) in SOLID | {Kind.FOOTNOTE, Kind.GAP}:
            return
        formats, label = self._editor.formats, self._free_label()
        cursor.beginEditBlock()
        cursor.setPosition(cursor.selectionEnd())
        cursor.insertText(OBJECT, note_format(label, shaping.style_of(cursor.block())))
        cursor.movePosition(QTextCursor.MoveOperation.End)
        line = cursor.block()
        fresh = line.length() == 1 and kind_of(line) is Kind.PARAGRAPH and line.blockNumber() > 0
        insert_blocks(cursor, (Footnote(label, ()),), formats, fresh=fresh)
        cursor.endEditBlock()
        self._editor.done(cursor)

    def _free_label(self) -> str:
        document, lines = self._editor.document(), self._editor.lines
        taken = {
            text_in(document.findBlockByNumber(number).blockFormat(), LABEL)
            for number in range(document.blockCount())
            if lines.kind(number) is Kind.FOOTNOTE
        }
        number = 1
        while str(number) in taken:
            number += 1
        return str(number)

    def pictures(self) -> None:
        """Ask for pictures and insert them."""
        if self._ready():
            for path in self._asker.picture_files():
                self._editor.insert_picture(Path(path).read_bytes())

    def _on_picture_activated(self, position: int) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(position)
        self._edit_picture(cursor)

    def picture(self) -> None:
        """Ask for caption, credit and alternative text of the picture at the caret."""
        self._edit_picture(self._editor.textCursor())

    def _edit_picture(self, cursor: QTextCursor) -> None:
        line = cursor.block()
        if kind_of(line) is not Kind.IMAGE or self._editor.isReadOnly():
            return
        made = line.begin().fragment().charFormat()
        if made.objectType() != IMAGE_OBJECT:
            return
        image = self._asker.picture(image_of(made))
        if image is not None:
            cursor.setPosition(line.position())
            cursor.setPosition(line.position() + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(image_format(image))
            self._editor.settle()

    def paste_plain(self) -> None:
        """Paste the characters of the clipboard and nothing else."""
        from ui.writing.paste.intake import from_mime  # not before the first paint

        if self._ready():
            self._editor.take(from_mime(QGuiApplication.clipboard().mimeData(), plainly=True))

    def paste_original(self) -> None:
        """Paste a text with tracked changes as it was before them."""
        from ui.writing.paste.intake import from_mime

        if self._ready():
            self._editor.take(from_mime(QGuiApplication.clipboard().mimeData(), original=True))

    def typewriter(self, *, on: bool) -> None:
        """Typewriter scrolling."""
        self._editor.view.typewriter = on

    def _ready(self) -> bool:
        if self._editor.isReadOnly():
            return False
        self._editor.composing.finish()
        return True

    def _settled(self) -> None:
        self._editor.settle()
        self._editor.view.refresh()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.state_changed.emit()
