"""Puts the style sheet of a theme on a window in parts, so that no turn of the event loop takes long.

Qt looks at each widget under the one whose style sheet changes: 40 to 70 ms for the whole window, half of them for
pages that nobody sees. So the sheet is worn by the parts of the window and not by the window. A part that is hidden
gets it when it is shown; those that are seen get a new one in turns, while the window keeps the picture that it has.

Which parts: a widget says by its property ``dress`` that its children wear the sheet, each its own (``children``), or
that it is drawn without one (``none``). What wears it has no sheet of its own; a widget inside of it may.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitterHandle, QWidget
from shiboken6 import isValid
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QFont

_TURN = 0.006
"""Seconds after which the rest of the parts waits for the next turn; the largest part takes 10 ms."""


class Wardrobe(QObject):
    """Dresses a window, its dialogs and menus.

    Attributes:
        changing: Whether a change is under way; nothing is painted in it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sheet = ""
        self._held: list[QWidget] = []
        self._steps: Iterator[bool] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def changing(self) -> bool:
        """Whether the window still has its old picture."""
        return bool(self._held)

    def first(self, sheet: str, font: QFont) -> Iterator[None]:
        """Dress what is to be seen of a window that was just built; the rest when it is shown."""
        self._sheet = sheet
        self._window.setFont(font)
        for part in [*self._parts(self._window)]:
            if part.isVisibleTo(self._window):
                self._put_on(part)
                yield

    def at_once(self, sheet: str, font: QFont) -> None:
        """Another sheet, of other sizes, on everything that ever wore one."""
        self._sheet = sheet
        self._window.setFont(font)
        for part in self._worn():
            self._put_on(part)
        self.settle()

    def in_turns(self, sheet: str, done: Callable[[], None]) -> None:
        """Another sheet on what is seen, in several turns of the event loop, then ``done`` is called.

        Nothing is painted until then. Hidden pages get the sheet when they are shown; hidden dialogs and menus, whose
        size is reckoned before, in the turns that follow.
        """
        self._sheet = sheet
        seen = [part for part in self._worn() if part.isVisible()]
        for top in (self._window, *(part for part in seen if part.isWindow())):
            if top not in self._held:
                self._held.append(top)
                top.setUpdatesEnabled(False)
        self._steps = self._change(seen, done)
        self._timer.start()

    def settle(self) -> None:
        """Do now what is left of a change."""
        self._timer.stop()
        for _ in self._steps:
            pass

    def _change(self, seen: Iterable[QWidget], done: Callable[[], None]) -> Iterator[bool]:
        """The steps of a change; True where the turn ends, however short it was."""
        for part in seen:
            if isValid(part) and part.isVisible():
                self._put_on(part)
                yield False
        yield True
        done()
        yield True
        held, self._held = self._held, []
        for top in filter(isValid, held):
            top.setUpdatesEnabled(True)
            top.repaint()  # Qt waits for ever for a request to paint that came while it was not allowed
        yield True
        for part in self._worn():
            if isValid(part) and part.isWindow():
                self._put_on(part)
                yield False

    def _on_turn(self) -> None:
        end = time.perf_counter() + _TURN
        for over in self._steps:
            if over or time.perf_counter() > end:
                self._timer.start()
                return

    def _worn(self) -> list[QWidget]:
        """The parts that were dressed before."""
        return [part for part in self._parts(self._window) if part.styleSheet()]

    def _put_on(self, part: QWidget) -> None:
        if part.styleSheet() != self._sheet:
            part.setStyleSheet(self._sheet)

    def _parts(self, under: QWidget) -> Iterator[QWidget]:
        """What wears the sheet. Those between it and the window are listened to: a part may come or be shown later."""
        under.removeEventFilter(self)
        under.installEventFilter(self)
        for child in under.children():
            if isinstance(child, QWidget) and _wears(child):
                if child.property("dress") == "children":
                    yield from self._parts(child)
                else:
                    child.removeEventFilter(self)
                    child.installEventFilter(self)
                    yield child

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show:
            self._on_shown(watched)
        elif kind == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            self._on_polished(watched, event.child())
        return False

    def _on_shown(self, part: QObject) -> None:
        if isinstance(part, QWidget) and part is not self._window and part.property("dress") is None:
            self._put_on(part)

    def _on_polished(self, parent: QObject, child: QObject) -> None:
        """A part that came later, or a dialog, is about to be shown."""
        inside = parent is self._window or parent.property("dress") == "children"
        if not (inside and isinstance(child, QWidget) and _wears(child)):
            return
        for part in [*self._parts(child)] if child.property("dress") == "children" else [child]:
            part.removeEventFilter(self)
            part.installEventFilter(self)
            if part.isWindow() or part.isVisible():
                self._put_on(part)


def _wears(widget: QWidget) -> bool:
    return widget.property("dress") != "none" and not isinstance(widget, QSplitterHandle)
