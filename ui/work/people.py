"""Who is writing: the people of this computer, and what the one at work sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.navigation.spots import spots_of
from ui.people.ask import SecretDialog
from ui.people.start_card import StartCard
from ui.people.words import by_level, level_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.records.desk import People
    from editor.records.review import Colleague
    from editor.service.messages import Failure
    from ui.desktop import Desktop


class PeopleAtWork(QObject):
    """Holds who is at work; `changed` is emitted when it is somebody else, or when his levels changed."""

    changed = Signal()
    came = Signal(object)
    failed = Signal(object)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self.people: People | None = None
        self.person: Colleague | None = None
        self.wanted = ""
        self.card: StartCard | None = None
        desktop.context.actions["tools.person"].triggered.connect(self.offer)

    @property
    def id(self) -> str:
        """Id of the person at work, "" when there is nobody."""
        return self.person.person if self.person is not None else ""

    def ask(self) -> None:
        """Read who is there."""
        self._desktop.context.jobs.ask("desk.people", done=self.show, failed=self.failed.emit, key="people")

    def show(self, people: People) -> None:
        """Show who is there; the person at work stays at work."""
        self.people = people
        here = [one for one in people.colleagues if one.here and one.active]
        at_work = self.id or self.wanted
        named = (one for one in here if at_work in {one.person, one.name})
        reporters = (one for one in here if "reporter" in one.levels)
        first = next(reporters, here[0] if here else None)  # writing comes before reviewing
        self.become(next(named, first))
        if not people.newsroom:
            self.show_card()
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

    def show_card(self) -> None:
        """The first start: which name?"""
        if self.card is not None or self._desktop.sheet.article is not None:
            return
        self.card = StartCard(self._desktop.context.look)
        self.card.named.connect(self._on_named)
        self.card.sample_wanted.connect(self.found_sample)
        self.card.later.connect(self.hide_card)
        self._desktop.desk.show_middle(self.card)
        self.card.setFocus()

    def hide_card(self) -> None:
        """Nobody is asked who he is; writing goes on all the same."""
        card, self.card = self.card, None
        if card is not None:
            self._desktop.desk.show_article(shown=self._desktop.sheet.article is not None)
            card.deleteLater()

    def _on_named(self, name: str, passphrase: str) -> None:
        ask = self._desktop.context.jobs.ask
        ask(
            "people.begin",
            done=self._on_began,
            failed=self._on_not_begun,
            again=False,
            name=name,
            passphrase=passphrase,
        )

    def found_sample(self) -> None:
        """Found the sample newsroom."""
        ask = self._desktop.context.jobs.ask
        ask("people.begin_sample", done=self._on_began, failed=self._on_not_begun, again=False)

    def _on_began(self, people: People) -> None:
        self.hide_card()
        self.show(people)
        self._desktop.browser.refresh()

    def _on_not_begun(self, failure: Failure) -> None:
        if self.card is not None:
            sentence = self._desktop.context.sentences.of_failure(failure)
            self.card.complain(sentence, passphrase=failure.code in {"passphrase_needed", "passphrase_wrong"})

    def offer(self) -> None:
        """A menu of the people here: two keys change who is at work."""
        menu = QMenu(self._desktop.window)
        for number, one in enumerate(by_level(self.here()), 1):
            key = f"&{number}  " if number < 10 else ""  # noqa: PLR2004  (keys 1 to 9)
            action = QAction(f"{key}{one.name}  {level_words(one.levels)}", menu)
            action.setCheckable(True)
            action.setChecked(one.person == self.id)
            action.triggered.connect(lambda _on=False, one=one: self.change_to(one))
            menu.addAction(action)
        if not self.here():
            action = menu.addAction(self.tr("Nobody can sign here yet…"))
            action.triggered.connect(self.show_card)
        column = self._desktop.navigation
        menu.popup(column.mapToGlobal(QPoint(8, column.height() - 60 - menu.sizeHint().height())))

    def change_to(self, person: Colleague) -> None:
        """Somebody else sits down; his PIN is asked for where he set one."""
        if person.person == self.id:
            return
        if not person.pin:
            self.become(person)
            return
        dialog = SecretDialog(
            self.tr("Change person"), self.tr("PIN of {name}").format(name=person.name), self._desktop.window
        )
        dialog.given.connect(lambda pin: self._check_pin(dialog, person, pin))
        dialog.open()

    def _check_pin(self, dialog: SecretDialog, person: Colleague, pin: str) -> None:
        def right(_none: object) -> None:
            dialog.accept()
            self.become(person)

        sentences = self._desktop.context.sentences
        self._desktop.context.jobs.ask(
            "people.check_pin",
            done=right,
            failed=lambda failure: dialog.complain(sentences.of_failure(failure)),
            person=person.person,
            pin=pin,
        )

    def unlock(self, failure: Failure, then: Callable[[], None]) -> bool:
        """Ask for the pass phrase when that is what was missing, then go on; whether it was."""
        if failure.code not in {"passphrase_needed", "passphrase_wrong"}:
            return False
        sentences = self._desktop.context.sentences
        dialog = SecretDialog(self.tr("Signing key"), self.tr("Pass phrase for your signing key"), self._desktop.window)

        def right(people: People) -> None:
            dialog.accept()
            self.show(people)
            then()

        dialog.given.connect(
            lambda phrase: self._desktop.context.jobs.ask(
                "people.unlock",
                done=right,
                failed=lambda failed: dialog.complain(sentences.of_failure(failed)),
                passphrase=phrase,
            )
        )
        dialog.open()
        return True
