"""What is seen: panes, sizes, modes; remembered until the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from ui.theme.tokens import ThemeName
from ui.theme.type import Reading

if TYPE_CHECKING:
    from ui.desktop import Desktop

_STEP = 1
_SMALLEST, _LARGEST = 12, 40


class Shell(QObject):
    """Connects the actions of the view menu."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        actions = desktop.context.actions
        window = desktop.window
        preferences = desktop.context.preferences
        actions["view.next_pane"].triggered.connect(lambda _on=False: window.next_pane())
        actions["view.previous_pane"].triggered.connect(lambda: window.next_pane(-1))
        actions["view.inspector"].setChecked(True)
        actions["view.inspector"].toggled.connect(self._on_inspector_toggled)
        window.resized.connect(self._follow_inspector)
        actions["view.dense"].setChecked(preferences.choice.dense)
        actions["view.dense"].toggled.connect(lambda on: preferences.set("dense", on))
        actions["view.menu_bar"].setChecked(preferences.choice.menu_bar)
        actions["view.menu_bar"].toggled.connect(lambda on: preferences.set("menu_bar", on))
        actions["view.focus"].toggled.connect(self._on_focus_toggled)
        actions["view.larger"].triggered.connect(lambda: self._zoom(_STEP))
        actions["view.smaller"].triggered.connect(lambda: self._zoom(-_STEP))
        actions["view.search"].triggered.connect(self._on_search)
        actions["file.quit"].triggered.connect(window.close)
        preferences.changed.connect(self._on_preference_changed)
        for number, name in enumerate(("proof", "review", "preview", "pictures", "outline"), 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
            shortcut.activated.connect(lambda name=name: self.show_tab(name))
        self._on_preference_changed("dense")
        desktop.window.enlarge(preferences.choice.scale)

    def _on_inspector_toggled(self, on: bool) -> None:  # noqa: FBT001  (Qt's)
        if on != self._desktop.window.inspector_wanted:
            self._desktop.window.show_inspector(shown=on)

    def _follow_inspector(self) -> None:
        """A window that became narrow or wide shows it or not; the next press of the key does the other."""
        self._desktop.context.actions["view.inspector"].setChecked(self._desktop.window.inspector_wanted)

    def show_tab(self, name: str) -> None:
        """Show a tab of the inspector, and the inspector itself."""
        self._desktop.context.actions["view.inspector"].setChecked(True)
        self._desktop.window.show_inspector(shown=True)
        self._desktop.inspector.choose(name)

    def _zoom(self, step: int) -> None:
        preferences = self._desktop.context.preferences
        px = min(_LARGEST, max(_SMALLEST, preferences.choice.body_px + step))
        preferences.set("body_px", px)

    def _on_search(self) -> None:
        search = self._desktop.articles.search
        search.setFocus()
        search.selectAll()

    def _on_focus_toggled(self, on: bool) -> None:  # noqa: FBT001  (a slot)
        self._desktop.window.only_desk(only=on)
        self._desktop.desk.only_text(only=on)

    def _on_preference_changed(self, name: str) -> None:
        choice = self._desktop.context.preferences.choice
        look = self._desktop.context.look
        match name:
            case "theme":
                look.use(ThemeName(choice.theme))
            case "scale":
                look.enlarge(choice.scale)
                self._desktop.window.enlarge(choice.scale)
            case "body_px" | "leading" | "indented" | "body_family":
                own = (choice.body_family,) if choice.body_family else ()
                look.read_with(Reading(choice.body_px, choice.leading, choice.indented, own))
            case "dense":
                self._desktop.articles.list.dense(dense=choice.dense)
            case "menu_bar":
                self._desktop.window.menuBar().setVisible(choice.menu_bar)
