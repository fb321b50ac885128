"""Remarks of reviewers in the text: their words are underlined, and the line under the text says what was remarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QInputDialog

from ui.actions import Deed
from ui.desk.quiet_line import Offered
from ui.jobs import Lane
from ui.writing.overlay import Spot

if TYPE_CHECKING:
    from editor.records.articles import Loaded
    from editor.records.review import Dossier, Remark
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.offering import QuietOffers
    from ui.work.people import PeopleAtWork
    from ui.work.review import ReviewAtWork

LAYER = "remarks"
_REST = 300


def remark_deed() -> Deed:
    """To remark on the words that are selected."""
    text = QCoreApplication.translate("Action", "Remark on these words…")
    return Deed("review.remark", text, "Remark on these words", "review", ("Ctrl+Shift+K",), "message-square")


class RemarksAtWork(QObject):
    """Asks for the remarks on the article on the desk, whenever its record was read anew."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork, review: ReviewAtWork, offers: QuietOffers) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._review = review
        self._line = offers.line
        self._body = desktop.writing.body
        self._remarks: dict[str, Remark] = {}
        self._may = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self._action = desktop.context.actions.add(remark_deed(), self.write)
        self._body.menu_actions.append(self._action)
        self._body.spot_clicked.connect(self._on_spot_clicked)
        self._body.caret_moved.connect(self._on_caret_moved)
        review.dossier_came.connect(self._on_dossier)
        desktop.sheet.opened.connect(self._on_opened)
        desktop.sheet.closed.connect(self._forget)
        if review.dossier is not None:
            self._on_dossier(review.dossier)
        self._allow()

    def _on_opened(self, _loaded: Loaded) -> None:
        self._forget()

    def _forget(self) -> None:
        self._may = False
        self._remarks = {}
        self._body.set_spots(LAYER, [])
        self._line.take_back(LAYER)
        self._allow()

    def _on_dossier(self, dossier: Dossier) -> None:
        """Somebody remarks in the record: only then there is something to ask for."""
        lying = self._desktop.sheet.article
        self._may = any(action.name == "comment" and action.allowed for action in dossier.actions)
        self._allow()
        if lying is None or not any(step.kind == "comment" for step in dossier.timeline):
            return
        ask = self._desktop.context.jobs.ask
        name = lying.name
        ask("texts.remarks", lane=Lane.TEXT, done=lambda found: self._on_remarks(name, found), key=LAYER, name=name)

    def _on_remarks(self, name: str, found: tuple[Remark, ...]) -> None:
        lying = self._desktop.sheet.article
        if lying is None or lying.name != name:
            return
        self._remarks = {remark.entry: remark for remark in found}
        spots = [
            Spot(remark.block, remark.start, remark.end, "remark", remark.entry)
            for remark in found
            if remark.block is not None
        ]
        self._body.set_spots(LAYER, spots)

    def _on_spot_clicked(self, layer: str, key: str) -> None:
        if layer == LAYER:
            self._say(key)

    def _on_caret_moved(self) -> None:
        self._allow()
        if self._remarks:
            self._rest.start()

    def _look(self) -> None:
        """Whether the caret stands in words that somebody remarked on."""
        found = self._body.overlay.keys_at(LAYER, self._body.textCursor().position())
        if found:
            self._say(found[-1])
        else:
            self._line.take_back(LAYER)

    def _say(self, key: str) -> None:
        remark = self._remarks.get(key)
        if remark is None:
            return
        told = self.tr("{name} on “{words}”: {text}").format(name=remark.name, words=remark.quote, text=remark.text)
        way = (self.tr("Show the record"), lambda: self._desktop.inspector.choose("review"))
        self._line.offer(LAYER, Offered(told, (way,)))

    # Remarking. ------------------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        self._action.setEnabled(self._may and self._body.textCursor().hasSelection())

    def write(self) -> None:
        """Ask what is to be remarked on the selected words."""
        cursor = self._body.textCursor()
        start, end = self._body.places.place(cursor.selectionStart()), self._body.places.place(cursor.selectionEnd())
        words = cursor.selectedText()
        if not words.strip() or start[0] != end[0]:
            self._desktop.status.tell(self.tr("Select words of one paragraph to remark on them."))
            return
        dialog = QInputDialog(self._desktop.window)
        dialog.setWindowTitle(self.tr("Remark"))
        dialog.setLabelText(self.tr("What is to be said of “{words}”?").format(words=words))
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.textValueSelected.connect(lambda text: self.remark(text, start[0], start[1], end[1], words))
        dialog.open()

    def remark(self, text: str, block: int, start: int, end: int, words: str) -> None:
        """Put a remark on words of the text into the record."""
        lying = self._desktop.sheet.article
        if lying is None or not text.strip():
            return
        self._desktop.context.jobs.ask(
            "desk.remark",
            done=lambda _done: self._review.refresh(),
            failed=self._on_failed,
            again=False,
            name=lying.name,
            text=text.strip(),
            person=self._people.id,
            quote=(block, start, end, words),
        )

    def _on_failed(self, failure: Failure) -> None:
        self._desktop.status.tell(self._desktop.context.sentences.of_failure(failure))
