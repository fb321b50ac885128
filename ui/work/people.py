"""Who is writing: the people of this computer, and what the one at work sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.navigation.spots import spots_of

if TYPE_CHECKING:
    from editor.service.desk_records import People
    from editor.service.review_records import Colleague
    from ui.desktop import Desktop


def level_words(levels: tuple[str, ...]) -> str:
    """The levels of somebody in words."""
    translate = QCoreApplication.translate
    words = {
        "reporter": translate("Level", "Reporter"),
        "1": translate("Level", "First review"),
        "2": translate("Level", "Second review"),
        "3": translate("Level", "Final review"),
        "admin": translate("Level", "Administration"),
    }
    return " · ".join(words[level] for level in words if level in levels)


class PeopleAtWork(QObject):
    """Holds who is at work; `changed` is emitted when it is somebody else, or when his levels changed."""

    changed = Signal()
    came = Signal(object)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self.people: People | None = None
        self.person: Colleague | None = None
        self.wanted = ""

    @property
    def id(self) -> str:
        """Id of the person at work, "" when there is nobody."""
        return self.person.person if self.person is not None else ""

    def ask(self) -> None:
        """Read who is there."""
        self._desktop.context.jobs.ask("desk.people", done=self.show, key="people")

    def show(self, people: People) -> None:
        """Show who is there; the person at work stays at work."""
        self.people = people
        here = [one for one in people.colleagues if one.here and one.active]
        at_work = self.id or self.wanted
        self.become(next((one for one in here if one.person == at_work), here[0] if here else None))
        self.came.emit(people)

    def here(self) -> list[Colleague]:
        """Who can act on this computer."""
        return [one for one in self.people.colleagues if one.here and one.active] if self.people is not None else []

    def become(self, person: Colleague | None) -> None:
        """Somebody sits down at the desk."""
        self.person = person
        desktop = self._desktop
        name = person.name if person is not None else ""
        desktop.navigation.show_person(name, level_words(person.levels) if person is not None else "")
        columns = self.people.columns if self.people is not None else ()
        searches = self.people.searches if self.people is not None else ()
        desktop.navigation.places.spots.show_spots(spots_of(person, columns, searches))
        desktop.browser.person = self.id
        desktop.navigation.places.choose(desktop.browser.view)
        self.changed.emit()
