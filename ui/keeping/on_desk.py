"""What the keeper needs to know of the desk, from the sheet and the widget that lie there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from ui.keeping.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Protocol

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QTextDocument

    from editor.records.articles import Loaded
    from editor.store.journal import Caret

    class SheetLike(Protocol):
        """`ui.desk.sheet.Sheet`."""

        article: Loaded | None
        slip_edited: SignalInstance

        def plain_slip(self) -> Mapping[str, Any]:
            """The slip as it stands."""


class SheetOnDesk(QObject):
    """`keeper.OnDesk` for a sheet whose text stands in a QTextEdit.

    `left` is emitted when the focus leaves the text or the program: what was typed goes to the disk then.
    """

    left = Signal()
    caret_moved = Signal()

    def __init__(self, sheet: SheetLike, body: QTextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._body = body
        body.installEventFilter(self)
        body.cursorPositionChanged.connect(self.caret_moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.left.emit()
        return False

    def lying(self) -> tuple[str, str] | None:
        """Article and variant."""
        article = self._sheet.article
        return None if article is None else (article.article, article.variant)

    def document(self) -> QTextDocument:
        """The text."""
        return self._body.document()

    def settle(self) -> None:
        """Take in what is half typed."""
        composing = getattr(self._body, "composing", None)
        if composing is not None:
            composing.finish()
        if QApplication.focusWidget() is not self._body:
            QApplication.inputMethod().commit()

    def plain_slip(self) -> Mapping[str, Any]:
        """The slip as it stands."""
        return self._sheet.plain_slip()

    def cursor(self) -> tuple[int, int]:
        """Anchor and position of the cursor in the document."""
        cursor = self._body.textCursor()
        return cursor.anchor(), cursor.position()

    def place(self) -> tuple[int, str]:
        """Value of the scroll bar, and object name of the field that has the focus ("" = the text)."""
        focus = QApplication.focusWidget()
        elsewhere = focus is not None and focus is not self._body and _shares_window(focus, self._body)
        field = focus.objectName() if elsewhere and focus is not None else ""
        return self._body.verticalScrollBar().value(), field

    def put_caret(self, caret: Caret, *, focus: bool = True) -> None:
        """Caret, selection and scroll bar as they were, as nearly as the text allows; with ``focus`` that too."""
        document = self._body.document()
        pieces = Pieces(document)
        cursor = QTextCursor(document)
        cursor.setPosition(pieces.position_of(caret.anchor_unit, caret.anchor_offset))
        cursor.setPosition(pieces.position_of(caret.unit, caret.offset), QTextCursor.MoveMode.KeepAnchor)
        self._body.setTextCursor(cursor)
        document.documentLayout().documentSize()  # laid out, so that the scroll bar has its range
        self._body.verticalScrollBar().setValue(caret.scroll)
        self._body.ensureCursorVisible()
        if focus:
            self._put_focus(caret)

    def _put_focus(self, caret: Caret) -> None:
        field = self._body.window().findChild(QWidget, caret.field) if caret.field else None
        if isinstance(field, QWidget) and field.isEnabled():
            field.setFocus()
            if isinstance(field, QPlainTextEdit):
                field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._body.setFocus()


def _shares_window(one: QWidget, other: QWidget) -> bool:
    return one.window() is other.window()
