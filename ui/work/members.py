"""People and levels: the dialog, and what the administrator decides in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.members.dialog import MembersDialog
from ui.members.rules import RulesDialog
from ui.people.ask import SecretDialog

if TYPE_CHECKING:
    from editor.records.desk import People, Rules
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork


class MembersAtWork(QObject):
    """The person at work decides; the core says what he may not."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self.rules: RulesDialog | None = None
        desktop.context.actions["tools.members"].triggered.connect(self.show)
        desktop.context.actions["tools.rules"].triggered.connect(self.show_rules)

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

    def show_rules(self) -> None:
        """Show by which rules articles are reviewed."""
        people = self._people.people
        if people is None or not people.newsroom:
            self._desktop.status.tell(self.tr("There is no newsroom yet; enter a name to sign with first."))
            return
        self._desktop.context.jobs.ask("people.rules_in_force", done=self._on_rules, key="rules")

    def _on_rules(self, in_force: Rules) -> None:
        person = self._people.person
        dialog = RulesDialog(in_force, may=person is not None and "admin" in person.levels, parent=self._desktop.window)
        dialog.rules_wanted.connect(lambda wanted: self._set_rules(dialog, wanted))
        if self.rules is not None:
            self.rules.deleteLater()
        self.rules = dialog
        dialog.open()

    def _set_rules(self, dialog: RulesDialog, rules: Rules) -> None:
        def done(_rules: Rules) -> None:
            dialog.accept()
            self._desktop.status.tell(self.tr("The rules are changed; they hold for what is submitted from now on."))
            self._people.ask()  # what may be done now is asked anew

        def failed(failure: Failure) -> None:
            if not self._people.unlock(failure, lambda: self._set_rules(dialog, rules)):
                dialog.complain(self._desktop.context.sentences.of_failure(failure))

        ask = self._desktop.context.jobs.ask
        ask("people.set_rules", done=done, failed=failed, again=False, rules=rules, person=self._people.id)

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
