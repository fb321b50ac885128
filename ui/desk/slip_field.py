"""One field of the slip: its finding, and the keys of what it offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from ui.desk.offers import Offer
    from ui.desk.suggestions import Suggestions

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OURS = _ENTER | {Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down}
Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the slip.

    Attributes:
        name: Its name there; word: what it is called; always: whether it stands in the first two rows.
        whole: Whether it is one word for completion, or several parted by blanks.
    """

    name: str
    word: str
    always: bool = False
    whole: bool = True


class SlipField(QLineEdit):
    """A line to type in.

    Signals:
        changed: Somebody typed or took an offer.
        entered, left: The focus came or went.
        typed: Something was typed, for which there may be offers.
        list_wanted: The list is to be shown, also for nothing.
        taken: An offer was taken by a key.
        undo_wanted, redo_wanted: Nothing typed here is left to be undone.
    """

    changed = Signal()
    entered = Signal()
    left = Signal()
    typed = Signal()
    list_wanted = Signal()
    taken = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, field: Field, list_: Callable[[], Suggestions | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._list = list_
        self.setProperty("role", "inline")
        self.setAccessibleName(field.word)
        self.textEdited.connect(self._on_text_edited)

    def tell(self, sentence: str) -> None:
        """What is wrong with it, "" when nothing is."""
        if sentence == self.toolTip():
            return
        self.setProperty("finding", bool(sentence))
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)

    def put(self, text: str, caret: int) -> None:
        """Another text that was chosen and not typed; Ctrl+Z takes it away like typed text."""
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(caret)
        self.changed.emit()

    def _on_text_edited(self, _text: str) -> None:
        self.changed.emit()
        self.typed.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            shown = self._list()
            if event.type() == QEvent.Type.ShortcutOverride and shown is not None and event.key() in _OURS:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and shown is not None:
                self._take(shown.chosen())  # and on to the next field
        return super().event(event)

    def _take(self, offer: Offer | None) -> bool:
        if offer is not None:
            self.taken.emit(offer)
        return offer is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._list()
        if shown is not None and self._handled(event, shown):
            return
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not self.isReadOnly():
                self.list_wanted.emit()
            return
        before = self.text()
        super().keyPressEvent(event)
        if self.text() == before and event.matches(Standard.Undo):
            self.undo_wanted.emit()
        elif self.text() == before and event.matches(Standard.Redo):
            self.redo_wanted.emit()

    def _handled(self, event: QKeyEvent, shown: Suggestions) -> bool:
        """Keys of the list that is shown."""
        if event.key() == Qt.Key.Key_Escape:
            shown.hide()
        elif event.key() == Qt.Key.Key_Down:
            shown.move_by(1)
        elif event.key() == Qt.Key.Key_Up:
            shown.move_by(-1)
        else:
            return event.key() in _ENTER and self._take(shown.chosen())
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
