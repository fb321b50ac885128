"""The command palette over the actions of the window, its places and its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from ui import deeds
from ui.navigation.panel import SpotsModel
from ui.palette.palette import Palette
from ui.palette.ranking import Entry

if TYPE_CHECKING:
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork

_PLACE, _PERSON = "place:", "person:"


class PaletteAtWork(QObject):
    """Ctrl+K."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self.palette = Palette(desktop.context.look, self.entries, desktop.window)
        self.palette.chosen.connect(self._on_chosen)
        desktop.context.actions["view.palette"].triggered.connect(lambda _on=False: self.palette.open())

    def entries(self) -> list[Entry]:
        """Everything that can be done now."""
        return [*self._deeds(), *self._places(), *self._persons()]

    def _deeds(self) -> list[Entry]:
        actions = self._desktop.context.actions
        titles = deeds.menu_titles()
        found = []
        for deed in actions.deeds():
            keys = QKeySequence(deed.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if deed.keys else ""
            menu = titles.get(deed.menu, "").split("(")[0].replace("&", "")
            text = deed.text.replace("&", "").rstrip("…")
            found.append(Entry(deed.name, text, deed.english, menu, keys, deed.icon, actions[deed.name].isEnabled()))
        return found

    def _places(self) -> list[Entry]:
        spots = self._desktop.navigation.places.spots
        hint = self.tr("Go to")
        return [
            Entry(f"{_PLACE}{row}", spot.text, spot.view.kind.replace("_", " "), hint, "", spot.icon)
            for row in range(spots.rowCount())
            if (spot := spots.index(row).data(SpotsModel.SPOT)).view is not None
        ]

    def _persons(self) -> list[Entry]:
        hint = self.tr("Change person")
        return [Entry(f"{_PERSON}{one.person}", one.name, "", hint, "", "user") for one in self._people.here()]

    def _on_chosen(self, name: str) -> None:
        if name.startswith(_PLACE):
            spots = self._desktop.navigation.places.spots
            spot = spots.index(int(name.removeprefix(_PLACE))).data(SpotsModel.SPOT)
            self._desktop.browser.show_view(spot.view)
        elif name.startswith(_PERSON):
            wanted = name.removeprefix(_PERSON)
            for one in self._people.here():
                if one.person == wanted:
                    self._people.change_to(one)
        else:
            self._desktop.context.actions[name].trigger()
