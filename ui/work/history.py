"""The local history of the article on the desk: looked at, compared, put back in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.markup.reader import read
from ui.history.restoring import put_back
from ui.history.view import HistoryView
from ui.pictures.small import ComparedPictures

if TYPE_CHECKING:
    from editor.records.articles import Kept, Version
    from editor.records.review import Comparison
    from ui.desktop import Desktop
    from ui.pictures.shelf import PictureShelf
    from ui.work.keeping import Keeping


class HistoryAtWork(QObject):
    """Ctrl+H shows it in the place of the text."""

    def __init__(self, desktop: Desktop, keeping: Keeping, shelf: PictureShelf) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._keeping = keeping
        self.view = HistoryView(desktop.context.look, ComparedPictures(shelf), desktop.desk)
        shelf.arrived.connect(lambda _source: self.view.compare.page.viewport().update())
        self.view.hide()
        self.view.version_wanted.connect(self._on_version_wanted)
        self.view.restore_wanted.connect(self._on_restore_wanted)
        self.view.closed.connect(self.leave)
        self.view.compare.edit_wanted.connect(self._on_edit_wanted)
        desktop.context.actions["article.history"].triggered.connect(self.show)
        keeping.history_wanted.connect(lambda _name: self.show())
        desktop.sheet.opened.connect(lambda _loaded: self.leave())

    def show(self) -> None:
        """Ask for the versions of what lies on the desk."""
        if self._desktop.sheet.article is not None:
            self._keeping.end(self._ask)

    def _ask(self) -> None:
        lying = self._desktop.sheet.article
        if lying is not None:
            self._desktop.context.jobs.ask("desk.versions", done=self._on_versions, key="versions", name=lying.name)

    def _on_versions(self, versions: tuple[Kept, ...]) -> None:
        self.view.show_versions(versions, may_restore=not self._desktop.writing.body.isReadOnly())
        self._desktop.desk.show_middle(self.view)
        self.view.setFocus()

    def _on_version_wanted(self, number: int) -> None:
        lying = self._desktop.sheet.article
        if lying is not None:
            self._desktop.context.jobs.ask(
                "desk.version", done=self._on_version, key="version", name=lying.name, number=number
            )

    def _on_version(self, answer: tuple[Version, Comparison]) -> None:
        version, comparison = answer
        self.view.show_version(version, comparison, read(version.text), self._desktop.sheet.blocks())

    def _on_restore_wanted(self, version: Version) -> None:
        self.leave()
        put_back(version, self._keeping.room.keeper, self._desktop.sheet.put_back)

    def _on_edit_wanted(self, block: int, offset: int) -> None:
        """To the place in the text as it stands now."""
        self.leave()
        self._desktop.sheet.select(block, offset, offset)

    def leave(self) -> None:
        """Back to the text."""
        if self.view.isVisible():
            self._desktop.desk.show_middle(None)
