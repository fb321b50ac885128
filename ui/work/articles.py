"""Opening, beginning, saving, putting away and taking in articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from editor.records.articles import Loaded, Stored
from ui.articles.emptiness import emptiness_of
from ui.identifiers import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.articles import Moved, View
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork


class ArticlesAtWork(QObject):
    """Connects list and desk: what is chosen there is laid here, after what lay here is kept."""

    files_came = Signal(list)

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self._wanted = ""
        self._said: View | None = None
        actions = desktop.context.actions
        desktop.articles.article_opened.connect(self.open)
        actions["file.new"].triggered.connect(self.begin)
        actions["file.save"].triggered.connect(lambda: keeping.save("save"))
        actions["file.close"].triggered.connect(self.close)
        actions["view.refresh"].triggered.connect(self._on_refresh)
        for name, where in (("archive", "archive"), ("trash", "trash"), ("restore", "")):
            actions[f"article.{name}"].triggered.connect(lambda _on=False, where=where: self.put(where))
        desktop.navigation.places.view_chosen.connect(self._on_view_chosen)
        keeping.stored.connect(self._on_stored)
        desktop.browser.shown.connect(self._on_listed)
        desktop.desk.empty.say(
            self.tr("No article is open"),
            self.tr("Choose one in the list, write a new one, or drop files here."),
            actions["file.new"],
            actions["file.import"],
        )
        self._say_empty()

    def _say_empty(self) -> None:
        """What stands in the list while no article does."""
        view = self._desktop.browser.view
        if view == self._said:
            return
        self._said = view
        title, told, deeds = emptiness_of(view)
        self._desktop.articles.empty.say(title, told, *(self._desktop.context.actions[deed] for deed in deeds))

    def _on_listed(self) -> None:
        """Another list, or the same read anew: what lies on the desk is marked in it."""
        if not self._desktop.articles.list.articles.rowCount():
            self._say_empty()
        lying, pane = self._desktop.sheet.article, self._desktop.articles
        if lying is not None and not pane.list.currentIndex().isValid():
            pane.mark_current(lying.name)

    def _on_view_chosen(self, view: View) -> None:
        if view != self._desktop.browser.view:
            self._desktop.browser.show_view(view)

    def _on_refresh(self) -> None:
        self._people.ask()
        self._desktop.browser.refresh()

    def open(self, name: str) -> None:
        """Lay an article on the desk."""
        lying = self._desktop.sheet.article
        if lying is not None and lying.name == name:
            return
        self._wanted = name
        self._keeping.end(lambda: self._load(name))

    def _load(self, name: str) -> None:
        failed = partial(self._on_not_loaded, name)
        self._desktop.context.jobs.ask("desk.load", done=self._on_loaded, failed=failed, key="load", name=name)

    def _on_not_loaded(self, name: str, failure: Failure) -> None:
        """It is not open any more, when it is not there any more."""
        if failure.code in {"article_unknown", "variant_unknown"}:
            self._keeping.opened.close(name)
        tell_failure(self._desktop)(failure)

    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.name != self._wanted:
            return
        self._keeping.lay(loaded)
        self._desktop.articles.mark_current(loaded.name)
        self._desktop.articles.list.articles.forget_rows([loaded.article])

    def begin(self) -> None:
        """A new article; it is in the library with its first word."""
        self._keeping.end(self._lay_new)

    def _lay_new(self) -> None:
        identifier = new_id()
        self._wanted = identifier
        loaded = Loaded(identifier, "zh-CN", identifier, True, {}, "", "draft", "", self._people.id, "", "", False)  # noqa: FBT003
        self._keeping.lay(loaded)
        self._desktop.articles.mark_none()
        self._desktop.desk.heading.headline.setFocus()

    def close(self) -> None:
        """Put the article away."""
        self._wanted = ""
        self._keeping.end(self._keeping.clear)

    def _on_stored(self, stored: Stored) -> None:
        """Of one that was there before the row follows by itself (`ui.work.idle`)."""
        if stored.created:
            self._desktop.browser.refresh()

    def put(self, where: str) -> None:
        """Put the chosen articles on the desk, into the archive or the waste bin."""
        names = tuple(dict.fromkeys(row.article for row in self._desktop.articles.chosen()))
        if not names:
            return
        lying = self._desktop.sheet.article

        def put() -> None:
            for each in self._keeping.opened.all if where else ():
                if each.name.partition("@")[0] in names and (lying is None or each.name != lying.name):
                    self._keeping.opened.close(each.name)
            if lying is not None and lying.article in names:
                self._keeping.clear()
            ask = self._desktop.context.jobs.ask
            ask("desk.place", done=lambda moved: self._on_moved(moved, where), wanted=names, where=where)

        self._keeping.end(put)

    def _on_moved(self, moved: Moved, where: str) -> None:
        sentences = self._desktop.context.sentences
        told = {
            "archive": self.tr("{n} archived", "").format(n=len(moved.done)),
            "trash": self.tr("{n} moved to the waste bin").format(n=len(moved.done)),
            "": self.tr("{n} put back on the desk").format(n=len(moved.done)),
        }[where]
        refused = [sentences.sentence(f"error.{code}", {"id": name}) for name, code in moved.refused]
        self._desktop.status.tell(" ".join([told, *refused[:1]]))
        self._desktop.browser.touched(moved.done)

    def take_in(self, files: Sequence[str]) -> None:
        """Files are to be taken in (see `ui.work.intake`)."""
        self.files_came.emit(list(files))


def tell_failure(desktop: Desktop) -> Callable[[Failure], None]:
    """Says in the status bar why something was not done."""

    def tell(failure: Failure) -> None:
        said = desktop.context.sentences.of_failure(failure)
        desktop.status.tell(said or QCoreApplication.translate("Work", "That did not work."))

    return tell
