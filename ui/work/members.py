"""People and levels: the dialog, and what the administrator decides in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.members.dialog import MembersDialog
from ui.people.ask import SecretDialog

if TYPE_CHECKING:
    from editor.records.desk import People
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork


class MembersAtWork(QObject):
    """The person at work decides; the core says what he may not."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        desktop.context.actions["tools.members"].triggered.connect(self.show)

    def show(self) -> None:
        """Show who belongs to the newsroom."""
        people = self._people.people
        if people is None:
            return
        dialog = MembersDialog(self._desktop.window)
        dialog.show_people(people.colleagues)
        dialog.add_wanted.connect(lambda name, levels: self._add(dialog, name, levels))
        dialog.change_wanted.connect(lambda name, levels: self._change(dialog, name, levels))
        dialog.pin_wanted.connect(lambda person: self._change_pin(dialog, person))
        dialog.open()

    def _add(self, dialog: MembersDialog, name: str, levels: list[str]) -> None:
        self._desktop.context.jobs.ask(
            "people.add",
            done=lambda people: self._done(dialog, people),
            failed=lambda failure: self._failed(dialog, failure),
            again=False,
            name=name,
            levels=tuple(levels),
            columns=None,
            person=self._people.id,
        )

    def _change(self, dialog: MembersDialog, name: str, levels: list[str]) -> None:
        self._desktop.context.jobs.ask(
            "people.change",
            done=lambda people: self._done(dialog, people),
            failed=lambda failure: self._failed(dialog, failure),
            again=False,
            name=name,
            levels=tuple(levels),
            person=self._people.id,
        )

    def _done(self, dialog: MembersDialog, people: People) -> None:
        self._people.show(people)
        dialog.show_people(people.colleagues)

    def _failed(self, dialog: MembersDialog, failure: Failure) -> None:
        dialog.complain(self._desktop.context.sentences.of_failure(failure))

    def _change_pin(self, dialog: MembersDialog, person: str) -> None:
        """The old PIN first, where there is one; then the new one, empty to take it off."""
        one = next((one for one in self._people.here() if one.person == person), None)
        if one is None:
            return
        if one.pin:
            old = SecretDialog(self.tr("PIN"), self.tr("PIN so far"), dialog)

            def given(pin: str) -> None:
                old.accept()
                self._ask_new(dialog, person, pin)

            old.given.connect(given)
            old.open()
        else:
            self._ask_new(dialog, person, "")

    def _ask_new(self, dialog: MembersDialog, person: str, old: str) -> None:
        new = SecretDialog(self.tr("PIN"), self.tr("New PIN, 4 to 12 characters; empty takes it off"), dialog)
        sentences = self._desktop.context.sentences

        def changed(people: People) -> None:
            new.accept()
            self._done(dialog, people)

        new.given.connect(
            lambda pin: self._desktop.context.jobs.ask(
                "people.change_pin",
                done=changed,
                failed=lambda failure: new.complain(sentences.of_failure(failure)),
                person=person,
                pin=pin,
                old=old,
            )
        )
        new.open()
