"""Undo and redo that pass over changes of the look, and in which steps of others have their place.

Another size of type sets lines anew, and Qt knows no change outside of undo. Such a change is joined to the step before
it; where that was a typed character Qt does not join, and it is a step of its own that nobody wants to undo by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument


class Beside(Protocol):
    """Steps of something beside the text (the slip), in one order with its own."""

    @property
    def can_undo(self) -> bool:
        """Whether there is something to be taken back."""

    @property
    def can_redo(self) -> bool:
        """Whether there is something to be made again."""

    def undo(self, at: int) -> bool:
        """Take a step back when it is newer than the newest of the text, which has ``at`` of them."""

    def undone(self, at: int) -> None:
        """The text went back to so many steps."""

    def redo(self, at: int) -> bool:
        """Make a step again when it comes before the next of the text; False = that one is to be made (too)."""

    def edited(self) -> None:
        """The text was edited."""


class Steps:
    """Undo and redo of one document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._looks: list[tuple[int, int]] = []
        self._returned: int | None = None
        self.beside: Beside | None = None
        self.fresh = False
        """Whether what is typed next is a step of its own."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back, of the text or beside it."""
        return self._document.isUndoAvailable() or (self.beside is not None and self.beside.can_undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return self._document.isRedoAvailable() or (self.beside is not None and self.beside.can_redo)

    def branch(self) -> None:
        """Something was done beside the text: it cannot be redone any more, and its next step is a new one."""
        if self._document.isRedoAvailable():
            self._document.clearUndoRedoStacks(self._document.Stacks.RedoStack)
        self.fresh = True

    def change_look(self, change: Callable[[], None]) -> None:
        """Do something that is passed over."""
        before = self._document.availableUndoSteps()
        change()
        after = self._document.availableUndoSteps()
        if after != before:
            self._looks.append((before, after))

    def edited(self) -> None:
        """The text was edited: what could be redone is gone."""
        self.fresh = False
        if self._returned is not None:
            self._looks = [look for look in self._looks if look[1] <= (self._returned or 0)]
            self._returned = None
        if self.beside is not None:
            self.beside.edited()

    def forget(self) -> None:
        """Another text was loaded."""
        self._looks.clear()
        self._returned = None
        self.fresh = False

    def undo(self, *, text: bool = True) -> None:
        """One step back; without ``text`` only beside it, because it cannot be written on."""
        after = self._document.availableUndoSteps()
        if (self.beside is not None and self.beside.undo(after)) or not text:
            return
        self._document.undo()
        if (self._document.availableUndoSteps(), after) in self._looks:
            self._document.undo()
        self._returned = self._document.availableUndoSteps()
        if self.beside is not None:
            self.beside.undone(self._returned)

    def redo(self, *, text: bool = True) -> None:
        """One step forward again; ``text`` as for `undo`."""
        if (self.beside is not None and self.beside.redo(self._document.availableUndoSteps())) or not text:
            return
        self._document.redo()
        before = self._document.availableUndoSteps()
        if self._document.isRedoAvailable() and any(look[0] == before for look in self._looks):
            self._document.redo()
        self._returned = self._document.availableUndoSteps()
