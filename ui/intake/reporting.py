"""The intake report at work: asked of a worker, its decisions made on the desk, the original saved, read anew."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from ui.intake.judging import Text
from ui.intake.report import ReportView
from ui.intake.room_maker import WideMiddle
from ui.jobs import Lane

if TYPE_CHECKING:
    from editor.records.articles import Loaded
    from editor.records.incoming import Report
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.articles import ArticlesAtWork
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Reporting(QObject):
    """Shows the report in the place of the text; Esc goes back to the text."""

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping, articles: ArticlesAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self._articles = articles
        self._middle = WideMiddle(desktop)
        self._wanted = ""
        self._own = False
        self._judged = False
        self.view = ReportView(desktop.context.look, desktop.context.sentences, desktop.desk)
        self.view.hide()
        self._again = QTimer(self, singleShot=True, interval=120)
        self._again.timeout.connect(self._ask)
        self.view.closed.connect(self.leave)
        self.view.hidden.connect(self._on_hidden)
        self.view.decided.connect(self._on_decided)
        self.view.way_chosen.connect(self._on_way_chosen)
        self.view.original_wanted.connect(self.save_original)
        desktop.sheet.opened.connect(self._on_opened)
        desktop.sheet.closed.connect(self.leave)
        desktop.sheet.edited.connect(self._on_edited)

    @property
    def shown(self) -> bool:
        """Whether the report stands in the place of the text."""
        return self.view.isVisible()

    def toggle(self) -> None:
        """Show the report of the article on the desk, or the text again."""
        lying = self._desktop.sheet.article
        if self.shown:
            self.leave()
        elif lying is not None:
            self._desktop.sheet.settle()
            self._wanted = lying.name
            self._ask()

    def show(self, name: str) -> None:
        """Open an article with its report."""
        lying = self._desktop.sheet.article
        self._wanted = name
        if lying is not None and lying.name == name:
            self._ask()
        else:
            self._articles.open(name)

    def leave(self) -> None:
        """Back to the text."""
        self._wanted = ""
        if self.shown:
            self._desktop.desk.show_middle(None)

    def _on_hidden(self) -> None:
        """Whatever stands in its place now: a text of which only repairs were decided still counts as entered."""
        self._middle.give_back()
        lying = self._desktop.sheet.article
        if self._judged and lying is not None:
            name = lying.name
            self._keeping.settle(lambda: self._prove(name))
        self._judged = False

    def _prove(self, name: str) -> None:
        self._desktop.context.jobs.ask("incoming.prove", done=self._on_proven, key="prove", name=name)

    def _on_proven(self, answer: tuple[bool, Loaded]) -> None:
        proven, loaded = answer
        book = self._keeping.room.keeper.book
        lying = self._desktop.sheet.article
        if proven and book is not None and book.safe and lying is not None and lying.name == loaded.name:
            book.over = loaded.version
            self._desktop.status.tell(self.tr("Only repairs were decided: the text still counts as entered."))

    def _on_opened(self, loaded: Loaded) -> None:
        if loaded.name == self._wanted:
            self._ask()
        else:
            self.leave()

    def _on_edited(self) -> None:
        if self.shown and not self._own:
            self._again.start()  # undone, for example: the report is about what stands there

    def _text(self) -> Text:
        sheet = self._desktop.sheet
        return Text(sheet.slip(), sheet.blocks(), sheet.article.variant if sheet.article is not None else "zh-CN")

    def _ask(self) -> None:
        if self._desktop.sheet.article is None:
            return
        text = self._text()
        self._desktop.context.jobs.ask(
            "incoming.report",
            lane=Lane.TEXT,
            done=lambda report: self._on_report(report, text),
            failed=self._on_failed,
            key="report",
            **self._desktop.sheet.as_asked(),
        )

    def _on_report(self, report: Report, text: Text) -> None:
        if report.name != self._wanted:
            return
        if text != self._text():  # somebody typed on while it was made
            self._again.start()
            return
        self.view.locked = self._desktop.writing.body.isReadOnly()
        self.view.show_report(report, text)
        if not self.shown:
            self._middle.show(self.view)

    def _on_failed(self, failure: Failure) -> None:
        self._wanted = ""
        self._desktop.tell_failure(failure)
        if self.shown:
            self.leave()

    def _on_decided(self, text: Text) -> None:
        sheet = self._desktop.sheet
        self._own = True
        sheet.change(text.blocks, text.slip)
        self._own = False
        self._judged = True
        if len(sheet.blocks()) != len(text.blocks):  # nothing was left of a paragraph, and it is gone
            self._again.start()

    def _on_way_chosen(self, encoding: str) -> None:
        lying = self._desktop.sheet.article
        if lying is None:
            return
        name = lying.name
        self._judged = False
        self._keeping.settle(lambda: self._reread(name, encoding))

    def _reread(self, name: str, encoding: str) -> None:
        self._desktop.context.jobs.ask(
            "incoming.reread",
            done=self._on_reread,
            failed=self._desktop.tell_failure,
            again=False,
            name=name,
            encoding=encoding,
            person=self._people.id,
        )

    def _on_reread(self, loaded: Loaded) -> None:
        self._wanted = loaded.name
        self._keeping.lay(loaded)
        self._desktop.browser.refresh()

    def save_original(self) -> None:
        """Save the bytes as they came."""
        judging, lying = self.view.judging, self._desktop.sheet.article
        if judging is None or lying is None:
            return
        name = judging.report.file.rsplit("/", 1)[-1]
        name = name or f"{_NOT_IN_NAMES.sub(' ', self._desktop.sheet.slip().headline).strip() or 'original'}.txt"
        title = self.tr("Save the original")
        file, _ = QFileDialog.getSaveFileName(self._desktop.window, title, str(Path.home() / name))
        if file:
            self._desktop.context.jobs.ask(
                "incoming.save_original", done=self._on_original_saved, again=False, name=lying.name, file=file
            )

    def _on_original_saved(self, file: str) -> None:
        self._desktop.status.tell(self.tr("The original was saved as {file}.").format(file=file))
