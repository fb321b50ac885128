"""What is typed goes to the disk: soon after the keys rest, and before anything else happens with the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.service.records import Loaded, Stored, Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.people import PeopleAtWork

_AFTER_KEY = 1200


class Keeping(QObject):
    """Saves the article on the desk into the library."""

    stored = Signal(object)

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._over = ""
        self._dirty = False
        self._sending = 0
        self._then: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_KEY)
        self._timer.timeout.connect(lambda: self.save(""))
        desktop.sheet.edited.connect(self._on_edited)

    def begin(self, loaded: Loaded) -> None:
        """An article was laid on the desk."""
        self._over = loaded.version
        self._dirty = False
        self._timer.stop()
        self._desktop.status.show_text("saved", self.tr("Saved") if loaded.saved_at or loaded.revision else "")

    def _on_edited(self) -> None:
        self._dirty = True
        self._timer.start()
        self._desktop.status.show_text("saved", self.tr("Not saved yet"), "pencil", "text3")

    def save(self, why: str) -> None:
        """Save what stands there now; ``why`` keeps a version in the history besides."""
        loaded = self._desktop.sheet.article
        if loaded is None or not (self._dirty or why):
            return
        self._timer.stop()
        sheet = self._desktop.sheet
        writing = Writing(loaded.article, loaded.variant, sheet.plain_slip(), sheet.text(), self._people.id, self._over)
        self._dirty = False
        self._sending += 1
        ask = self._desktop.context.jobs.ask
        ask("desk.keep", done=self._on_stored, failed=self._on_failed, writing=writing, why=why)

    def _on_stored(self, stored: Stored) -> None:
        self._sending -= 1
        lying = self._desktop.sheet.article
        if lying is not None and stored.article == lying.article and not stored.refused:
            self._over = stored.version
            if not self._dirty:
                self._desktop.status.show_text("saved", self.tr("Saved"), "circle-check", "green")
        self.stored.emit(stored)
        self._go_on()

    def _on_failed(self, failure: Failure) -> None:
        self._sending -= 1
        self._dirty = True
        self._desktop.desk.say(self._desktop.context.sentences.of_failure(failure))
        self._then.clear()  # what is not kept stays on the screen
        self._timer.start(5000)

    def end(self, then: Callable[[], None]) -> None:
        """Everything of the article is on the disk before ``then`` is called."""
        self._desktop.sheet.settle()
        self.save("")
        self._then.append(then)
        self._go_on()

    def _go_on(self) -> None:
        if self._sending == 0 and not self._dirty:
            waiting, self._then = self._then, []
            for then in waiting:
                then()
