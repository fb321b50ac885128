"""Changes of the slip as steps of undo, in their order among the steps of the text.

While somebody is in a field, Ctrl+Z takes back what was typed there, as in every field. When he leaves it, what he did
there is one step of the article: undo takes the newest step first, whether it is of the slip or of the text.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.article import Slip


@dataclass(frozen=True, slots=True)
class Step:
    """One change.

    Attributes:
        before, after: The fields that were changed with their values.
        at: How many steps of undo the text had then.
        joined: Whether the next step of the text was made with it: both are one.
    """

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    at: int
    joined: bool = False


class SlipHistory(QObject):
    """Knows the changes of one slip; the text asks it at each undo and redo (`ui.writing.steps.Beside`).

    Signals:
        changed: Something can be undone or redone that could not before, or the other way round.
        stepped: Fields that were just set back or forward.
    """

    changed = Signal()
    stepped = Signal(list)

    def __init__(
        self,
        read: Callable[[], Slip],
        put: Callable[[Mapping[str, Any]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._put = put
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._noted: Slip | None = None
        self.steps: Callable[[], int] = lambda: 0
        """How many steps of undo the text has."""
        self.branch: Callable[[], None] = lambda: None
        """Called when a step was noted: the text can redo nothing then, and its next step is a new one."""

    def begin(self) -> None:
        """Another article lies on the desk."""
        self._done.clear()
        self._undone.clear()
        self._noted = self._read()
        self.changed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is a change of the slip to be taken back."""
        return bool(self._done) or self._differs()

    @property
    def can_redo(self) -> bool:
        """Whether there is one to be made again."""
        return bool(self._undone) and not self._differs()

    def _differs(self) -> bool:
        return self._noted is not None and self._noted != self._read()

    def note(self, since: int | None = None) -> None:
        """What was changed since it was noted last is one step, joined to the text's after its ``since`` steps."""
        before, after = self._noted, self._read()
        self._noted = after
        if before is None or before == after:
            return
        names = [
            each.name for each in dataclasses.fields(after) if getattr(before, each.name) != getattr(after, each.name)
        ]
        now = self.steps()
        joined = since is not None and since != now
        old, new = ({name: getattr(slip, name) for name in names} for slip in (before, after))
        self._done.append(Step(old, new, since if joined and since is not None else now, joined))
        self._undone.clear()
        self.branch()
        self.changed.emit()

    def edited(self) -> None:
        """The text was edited: nothing can be redone."""
        if self._undone:
            self._undone.clear()
            self.changed.emit()

    def undo(self, at: int) -> bool:
        """Take back the newest change when it is newer than the newest step of the text, which has ``at`` of them."""
        self.note()
        if not self._done or self._done[-1].at < at:
            return False
        self._back()
        return True

    def undone(self, at: int) -> None:
        """A step of the text was taken back: what was done with it goes too."""
        while self._done and self._done[-1].joined and self._done[-1].at >= at:
            self._back()

    def redo(self, at: int) -> bool:
        """Make the next change again when it is older than the next step of the text; False = that one comes (too)."""
        self.note()
        if not self._undone or self._undone[-1].at > at:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self._set(step.after)
        return not step.joined

    def _back(self) -> None:
        step = self._done.pop()
        self._undone.append(step)
        self._set(step.before)

    def _set(self, values: Mapping[str, Any]) -> None:
        self._put(values)
        self._noted = self._read()
        self.changed.emit()
        self.stepped.emit(list(values))
