"""An input method at work: what is being composed is not disturbed, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QGuiApplication, QInputMethodEvent

if TYPE_CHECKING:
    from collections.abc import Callable


class InputMethod(Protocol):
    """What Qt tells the input method of the desktop."""

    def commit(self) -> None:
        """Give what is composed."""

    def reset(self) -> None:
        """Forget it."""


class Composing:
    """The text that an input method shows and has not given yet.

    While there is some, whoever wants to change the look or the text of the document waits (:meth:`later`). Qt deletes
    it when the focus leaves (fcitx5#687); :meth:`finish` asks the input method to give it and, where that gives
    nothing, takes the letters as they stand.
    """

    def __init__(
        self, take: Callable[[QInputMethodEvent], None], method: Callable[[], InputMethod] = QGuiApplication.inputMethod
    ) -> None:
        self._take = take
        self._method = method
        self._preedit = ""
        self._waiting: dict[str, Callable[[], None]] = {}
        self._finishing = False
        self.before: Callable[[], object] | None = None
        """Called first by :meth:`finish`: who else holds what is half written."""

    @property
    def active(self) -> bool:
        """Whether something is being composed."""
        return bool(self._preedit)

    def saw(self, event: QInputMethodEvent) -> None:
        """An event of the input method was handled."""
        self._preedit = event.preeditString()

    def later(self, name: str, work: Callable[[], None]) -> None:
        """Do some work now, or when the composing ends; of equal names only the last is done."""
        if self.active:
            self._waiting[name] = work
        else:
            work()

    def flush(self) -> None:
        """Do what has waited, when nothing is being composed."""
        while self._waiting and not self.active:
            self._waiting.pop(next(iter(self._waiting)))()

    def finish(self) -> None:
        """Make text of what is being composed; it is there once, whatever the input method does."""
        if self._finishing:
            return
        self._finishing = True
        if self.before is not None:
            self.before()
        if self._preedit:
            self._give()
        self._finishing = False

    def _give(self) -> None:
        method = self._method()
        method.commit()
        if self._preedit:
            event = QInputMethodEvent()
            event.setCommitString(self._preedit)
            self._preedit = ""
            self._take(event)
            method.reset()
