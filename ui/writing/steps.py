"""Undo and redo that pass over changes of the look.

Another size of type sets lines anew, and Qt knows no change outside of undo. Such a change is joined to the step before
it; where that was a typed character Qt does not join, and it is a step of its own that nobody wants to undo by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument


class Steps:
    """Undo and redo of one document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._looks: list[tuple[int, int]] = []
        self._returned: int | None = None

    def change_look(self, change: Callable[[], None]) -> None:
        """Do something that is passed over."""
        before = self._document.availableUndoSteps()
        change()
        after = self._document.availableUndoSteps()
        if after != before:
            self._looks.append((before, after))

    def edited(self) -> None:
        """The text was edited: what could be redone is gone."""
        if self._returned is not None:
            self._looks = [look for look in self._looks if look[1] <= (self._returned or 0)]
            self._returned = None

    def forget(self) -> None:
        """Another text was loaded."""
        self._looks.clear()
        self._returned = None

    def undo(self) -> None:
        """One step back."""
        after = self._document.availableUndoSteps()
        self._document.undo()
        if (self._document.availableUndoSteps(), after) in self._looks:
            self._document.undo()
        self._returned = self._document.availableUndoSteps()

    def redo(self) -> None:
        """One step forward again."""
        self._document.redo()
        before = self._document.availableUndoSteps()
        if self._document.isRedoAvailable() and any(look[0] == before for look in self._looks):
            self._document.redo()
        self._returned = self._document.availableUndoSteps()
