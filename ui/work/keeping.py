"""Nothing is lost: the desk is watched, what is said of it is shown, and the window comes back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal

from editor.store.journal import NOWHERE
from ui.keeping.lying import OpenArticles
from ui.keeping.room import KeepingRoom
from ui.keeping.session import Opened, Session
from ui.keeping.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from editor.records.articles import Loaded
    from ui.desktop import Desktop
    from ui.keeping.book import Standing
    from ui.work.people import PeopleAtWork

_REMEMBER = 3000
_AT_ONCE = 400
OPINIONS = 200


class Keeping(QObject):
    """Between the window and `ui.keeping`."""

    stored = Signal(object)
    history_wanted = Signal(str)

    def __init__(self, desktop: Desktop, people: PeopleAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        context = desktop.context
        self.room = KeepingRoom(
            context.place,
            context.jobs.ask,
            desktop.sheet,
            desktop.writing.body,
            context.look,
            context.sentences,
            lambda: people.id,
            self,
        )
        self._keeper = self.room.keeper
        self._opinions = {(person, name): text for person, name, text in self.room.session.opinions}
        self.opened = OpenArticles(self.room.session.lying, self)
        desktop.desk.add_banner(self.room.trouble_bar)
        desktop.desk.add_banner(self.room.recovery_line)
        desktop.writing.handle.edited.connect(self._keeper.touched)
        self._keeper.shelf.stored.connect(self.stored)
        self._keeper.standing_changed.connect(self._on_standing_changed)
        self.room.told.connect(desktop.status.tell)
        self.room.recovered.connect(lambda found: self.opened.add(found.name, found.headline))
        self.room.history_wanted.connect(self.history_wanted)
        self.room.relay_wanted.connect(self.relay)
        self.room.take_over_wanted.connect(self._on_take_over_wanted)
        desktop.window.may_close = self.room.may_close
        desktop.window.closing.connect(self.close)
        self._remember = QTimer(self)
        self._remember.setInterval(_REMEMBER)
        self._remember.setSingleShot(True)
        self._remember.timeout.connect(lambda: self.room.keep_session(self._session()))
        desktop.browser.shown.connect(self._remember_soon)
        self.room.desk.caret_moved.connect(self._on_caret_moved)

    # What lay on the desk last time. --------------------------------------------------------------

    def lay_first(self) -> None:
        """Before the first paint: the window as it was, from this computer alone."""
        session = self.room.session
        window = self._desktop.window
        if session.geometry and not window.isVisible():  # whoever sees it may have moved it already
            window.restoreGeometry(QByteArray.fromBase64(session.geometry.encode("ascii", "ignore")))
        window.set_splits(session.splits)
        self._people.wanted = session.person
        if session.view is not None:
            self._desktop.browser.show_first(session.view, session.rows)
            self._desktop.navigation.places.spots.show_counts(session.counts)
        first = self.room.to_lay
        if first is not None:
            self._desktop.sheet.lay(first.loaded, blocks=first.blocks)
            self.room.laid()
            self.opened.lay(first.loaded.name, _headline(first.loaded.slip, first.loaded.text))
            self._desktop.articles.mark_current(first.loaded.name)
            self._desktop.writing.body.setFocus()

    def _session(self) -> Session:
        desktop = self._desktop
        model = desktop.articles.list.articles
        lying = desktop.sheet.article
        opened: tuple[Opened, ...] = ()
        if lying is not None:
            self.note_front()
            opened = (Opened(self._as_it_stands(lying), self._keeper.caret_now()),)
        return Session(
            person=self._people.id,
            opened=opened,
            lying=self.opened.all,
            opinions=tuple((*key, text) for key, text in self._opinions.items()),
            view=desktop.browser.view,
            order=desktop.browser.order,
            row=lying.name if lying is not None else "",
            rows=model.first_rows(),
            counts=desktop.navigation.places.spots.counts,
            geometry=bytes(desktop.window.saveGeometry().toBase64().data()).decode("ascii"),
            splits=tuple(desktop.window.splits()),
            tab=desktop.inspector.chosen,
        )

    def _as_it_stands(self, lying: Loaded) -> Loaded:
        """The article on the desk; one that was only read says what it said, without being written out again."""
        book = self._keeper.book
        if book is not None and book.content == 0 and not self._keeper.dirty:
            return lying
        return lying._replace(slip=self._desktop.sheet.plain_slip(), text=self._desktop.sheet.text())

    def _remember_soon(self, after: int = _REMEMBER) -> None:
        """Write down what the window looks like, at the latest after so many milliseconds."""
        if not self._remember.isActive() or self._remember.remainingTime() > after:
            self._remember.start(after)

    def _on_caret_moved(self) -> None:
        """The journal of an article that is only read does not know of its caret: the session has to."""
        book = self._keeper.book
        if book is not None and not book.begun:
            self._remember_soon()

    def close(self) -> None:
        """Everything is on the disk when this returns."""
        self._remember.stop()
        self.room.close(self._session())

    # An article comes and goes. -------------------------------------------------------------------

    def lay(self, loaded: Loaded) -> None:
        """Lay an article on the desk: in its newest text, its caret where it was, after what lay there went from it."""
        self._leave()
        newest = self._keeper.newest(loaded)
        self._desktop.sheet.lay(newest)
        self._keeper.begin(newest)
        caret = self.opened.lay(newest.name, _headline(newest.slip, newest.text))
        if caret != NOWHERE:
            self.room.desk.put_caret(caret, focus=False)
        self._remember_soon(_AT_ONCE)

    def _leave(self) -> None:
        """What lies on the desk goes from it; a new article in which nothing was written is not open any more."""
        self.note_front()
        book = self._keeper.book
        untouched = book is not None and not book.loaded.saved_at and not book.loaded.revision
        self._keeper.leave()
        if book is not None and untouched and book.content == 0:
            self.opened.close(book.loaded.name)

    def keep_opinion(self, name: str, text: str) -> None:
        """What the person at work has written about an article so far, "" when it is in the record."""
        key = (self._people.id, name)
        self._opinions.pop(key, None)
        if text.strip():
            self._opinions[key] = text
        for oldest in list(self._opinions)[:-OPINIONS]:
            del self._opinions[oldest]
        self._remember_soon(_AT_ONCE)

    def opinions(self) -> dict[str, str]:
        """What the person at work has half written about articles."""
        return {name: text for (person, name), text in self._opinions.items() if person == self._people.id}

    def note_front(self) -> None:
        """What lies on the desk is called so by now, and its caret is there."""
        lying = self._desktop.sheet.article
        if lying is not None and self._keeper.book is not None:
            slip = self._desktop.sheet.plain_slip()
            text = self._desktop.writing.body.document().firstBlock().text()
            self.opened.note(lying.name, _headline(slip, text), self._keeper.caret_now())

    def clear(self) -> None:
        """Nothing lies on the desk any more, and what lay there is not open."""
        lying = self._desktop.sheet.article
        self._leave()
        self._desktop.sheet.clear()
        if lying is not None:
            self.opened.close(lying.name)
        self.opened.clear_front()
        self._remember_soon(_AT_ONCE)

    def relay(self, loaded: Loaded) -> None:
        """The library has another text of what lies there, and nothing was typed."""
        self.lay(loaded)

    def _on_take_over_wanted(self, loaded: Loaded) -> None:
        self._desktop.sheet.become(loaded)

    def end(self, then: Callable[[], None]) -> None:
        """What lies on the desk is kept somewhere before ``then`` is called."""
        self._keeper.end(then)

    def settle(self, then: Callable[[], None]) -> None:
        """What lies on the desk is in the library before ``then`` is called."""
        self._keeper.settle(then)

    def save(self, why: str) -> None:
        """Into the library now; ``why`` keeps a version in the history besides."""
        self._keeper.save(why)

    def core_came(self) -> None:
        """The core can be asked from now on."""
        self.room.recovery_line.show_under(len(self.opened.all) - bool(self.opened.front))
        self.room.core_came()

    def _on_standing_changed(self, standing: Standing) -> None:
        said = shown(standing)
        self._desktop.status.show_text("saved", said.text, said.icon, said.color)


_SHORT = 30


def _headline(slip: Mapping[str, Any], text: str) -> str:
    """What a person knows an article by: its headline, else its first words."""
    return str(slip.get("headline") or "") or text.strip().partition("\n")[0][:_SHORT]
