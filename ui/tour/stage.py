"""One window on the sample newsroom, and the moves that lead to its screens."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QMenu

from editor.commands.window import Opening
from editor.service.messages import Place
from editor.service.sample_room import SampleClock, SampleRoom
from editor.store.journal import State
from resources import table
from ui.app import opened
from ui.jobs import NearJobs
from ui.keeping.recovery import Recovered
from ui.preferences import Preferences
from ui.tour.picture import bridge
from ui.tour.waiting import NotDrawnError, restless, turn, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication, QWidget

    from editor.records.articles import Row, View
    from ui.desktop import Desktop
    from ui.work import Work

SHANGHAI = timezone(timedelta(hours=8))
BEGAN = datetime(2026, 3, 12, 12, 0, tzinfo=SHANGHAI)
NOW = datetime(2026, 3, 12, 16, 38, tzinfo=SHANGHAI)
STEP = timedelta(seconds=96)
PLAN = "samples/tour.toml"
SIZE = (1560, 960)


class Stage:
    """A window in one language, with the core in this process.

    Args:
        application: The one of this process.
        folder: Empty; library, own data and preferences are made in it.
        language: zh_CN or en.
        founded: With the sample newsroom, else as at the first start.
    """

    def __init__(self, application: QApplication, folder: Path, language: str, *, founded: bool = True) -> None:
        place = Place(folder / "library", folder / "data")
        clock = SampleClock(BEGAN, STEP)
        room = SampleRoom(place, clock)
        self.language = language
        self._clock = clock
        self._jobs = NearJobs(place, application, room)
        if founded:
            room.found(table(PLAN), {"bridge.png": bridge()})
        clock.stop(NOW)
        preferences = Preferences(folder / "gaotai.ini")
        preferences.set("language", language)
        preferences.set("theme", "light")
        self.desktop: Desktop
        self.work: Work
        self.desktop, self.work = opened(application, Opening(place, language), preferences, self._jobs, lambda: NOW)
        self.window = self.desktop.window
        self.resize(SIZE)
        self.window.show()
        self.work.begin()
        until(lambda: self.work.people.people is not None, "people")
        self.rest()

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of the window."""
        self.window.resize(*size)

    def rest(self) -> None:
        """Wait until everything that was asked is answered and shown."""
        calm = 0
        while calm < 2:  # noqa: PLR2004  (an answer may ask again)
            until(lambda: not self._jobs.busy and not restless(self.window), "rest")
            turn(0)
            calm = calm + 1 if not self._jobs.busy and not restless(self.window) else 0

    def do(self, action: str) -> None:
        """Trigger an action."""
        self.desktop.context.actions[action].trigger()
        self.rest()

    def at(self, minutes: int) -> None:
        """What is done now was done so many minutes ago."""
        self._clock.stop(NOW - timedelta(minutes=minutes))

    def prefer(self, name: str, value: object) -> None:
        """Change a preference."""
        self.desktop.context.preferences.set(name, value)
        self.desktop.context.look.settle()
        self.rest()

    def sit(self, level: str) -> None:
        """The person with a level sits down."""
        person = next(one for one in self.work.people.here() if level in one.levels)
        self.work.people.change_to(person)
        self.rest()

    def look_at(self, view: View) -> None:
        """Another list."""
        self.desktop.browser.show_view(view)
        self.rest()

    def rows(self) -> Sequence[Row]:
        """The rows of the list."""
        model = self.desktop.articles.list.articles
        return [row for place in range(model.rowCount()) if (row := model.row_at(place)) is not None]

    def open(self, headline: str) -> None:
        """Open the article of the list whose headline begins so."""
        rows = self.rows()
        place = next(n for n, row in enumerate(rows) if row.headline.startswith(headline))
        view = self.desktop.articles.list
        index = view.articles.index(place)
        view.setCurrentIndex(index)
        view.clicked.emit(index)
        until(lambda: self.lying == rows[place].name, f"article {headline}")
        self.rest()
        self.desktop.writing.body.setFocus()

    @property
    def lying(self) -> str:
        """Name of the article on the desk."""
        article = self.desktop.sheet.article
        return article.name if article is not None else ""

    def dialog(self) -> QWidget:
        """The dialog or menu that stands open."""
        found: list[QWidget] = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        found += [one for one in self.window.findChildren(QMenu) if one.isVisible()]
        until(lambda: bool(found), "dialog", seconds=0)
        return found[-1]

    def write(self, words: str) -> None:
        """Write a paragraph at the end of the text."""
        body = self.desktop.writing.body
        body.moveCursor(QTextCursor.MoveOperation.End)
        body.insertPlainText(f"\n{words}")
        self.rest()

    def recover(self, characters: int) -> None:
        """Say of the article on the desk what is said after a crash."""
        lying = self.desktop.sheet.article
        if lying is None:
            raise NotDrawnError("recovery")
        state = State(
            serial=1,
            article=lying.article,
            variant=lying.variant,
            name=lying.name,
            person=lying.author,
            over=lying.version,
            revision=lying.revision,
            slip=lying.slip,
            at=NOW.isoformat(),
        )
        blocks = self.desktop.sheet.blocks()
        recovered = Recovered(Path(), state, blocks, unsaved=True, characters=characters, damaged=False)
        self.work.keeping.room.recovery_line.show_desk(recovered)
        self.work.keeping.room.recovery_line.show_under(2)
        self.rest()

    def tab(self, name: str) -> None:
        """A tab of the inspector."""
        self.work.shell.show_tab(name)
        self.desktop.writing.body.setFocus()
        self.rest()

    def begin_again(self, size: tuple[int, int]) -> None:
        """Back to the window as it is after the start."""
        self.put_away()
        self.work.keeping.room.recovery_line.away.click()
        for name in ("view.focus", "write.source"):
            action = self.desktop.context.actions[name]
            if action.isChecked():
                action.trigger()
        if self.work.people.people is not None and self.work.people.people.newsroom:
            self.do("file.close")
        for name, value in (("theme", "light"), ("scale", 100), ("dense", False)):
            self.prefer(name, value)
        self.resize(size)

    def put_away(self) -> None:
        """Close what stands over the window."""
        for over in (*self.window.findChildren(QDialog), *self.window.findChildren(QMenu)):
            if over.isVisible():
                over.close()
        self.work.palette.palette.leave()
        self.rest()

    def close(self) -> None:
        """The window goes; what it asked is not answered any more."""
        self.window.may_close = lambda: True
        self.window.close()
        self._jobs.close()
        self.window.deleteLater()
        turn(0)
