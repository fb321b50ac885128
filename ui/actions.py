"""Everything that can be done, by name: one place for words, keys and icons, for menus and the command palette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look


LAST = ("file.close", "file.quit")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done.

    Attributes:
        name: ``room.what``, for code and for preferences.
        text: Words of the menu, in the language of the window; english: the same in English, for the palette.
        menu: Which menu it stands in.
        keys: Shortcuts in Qt's portable form, the first one is shown.
    """

    name: str
    text: str
    english: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


class Actions(QObject):
    """The actions of a window."""

    added = Signal(str)

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._deeds: dict[str, Deed] = {}
        self._actions: dict[str, QAction] = {}
        look.changed.connect(self._on_look_changed)

    def add(self, deed: Deed, slot: Callable[[], object] | None = None) -> QAction:
        """A new action of the window; its shortcut works wherever the focus is in it."""
        action = QAction(deed.text, self._window)
        action.setObjectName(deed.name)
        action.setCheckable(deed.checkable)
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(_tip(deed))
        if deed.icon:
            action.setIcon(self._look.icon(deed.icon))
        if slot is not None:
            action.triggered.connect(lambda _checked=False: slot())
        self._window.addAction(action)
        self._deeds[deed.name] = deed
        self._actions[deed.name] = action
        self.added.emit(deed.name)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def deeds(self) -> list[Deed]:
        """All of them in the order in which they were added."""
        return list(self._deeds.values())

    def of_menu(self, menu: str) -> list[QAction]:
        """The actions of one menu in their order; what ends something stands at the end, whoever came later."""
        held = [deed.name for deed in self._deeds.values() if deed.menu == menu]
        return [self._actions[name] for name in sorted(held, key=LAST.__contains__)]

    def end_of(self, menu: str) -> QAction | None:
        """The first of those that stand at the end of a menu."""
        return next((self._actions[name] for name in LAST if name in self._deeds and self.menu_of(name) == menu), None)

    def menu_of(self, name: str) -> str:
        """Which menu an action stands in."""
        return self._deeds[name].menu

    def _on_look_changed(self) -> None:
        for name, deed in self._deeds.items():
            if deed.icon:
                self._actions[name].setIcon(self._look.icon(deed.icon))


def _tip(deed: Deed) -> str:
    plain = deed.text.replace("&", "")
    if not deed.keys:
        return plain
    shown = QKeySequence(deed.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain}  {shown}"
