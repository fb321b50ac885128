"""Text comes in: files and folders, the intake report, 并入, 粘贴为新版本, copies."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from editor.errors import EditorError
from editor.markup.blocks import Image, block_text
from ui.intake.deeds import intake_deeds
from ui.intake.dragging import FilesPassBy
from ui.intake.merging import Merging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.desk import FileDone
    from editor.records.output import PictureKept
    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.intake.reporting import Reporting
    from ui.intake.results import ResultsView
    from ui.intake.versioning import Versioning
    from ui.jobs import Job
    from ui.work.articles import ArticlesAtWork
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork

_FILTER = "*.txt *.md *.markdown *.html *.htm *.mht *.docx *.doc *.wps *.rtf *.odt *.zip"
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp"})


class IntakeAtWork(QObject):
    """Connects what comes in with list and desk; rooms that are seldom wanted are built when they are.

    Signals:
        taken_in: What became of the files (`FileDone`).
    """

    taken_in = Signal(list)

    def __init__(self, desktop: Desktop, people: PeopleAtWork, keeping: Keeping, articles: ArticlesAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._people = people
        self._keeping = keeping
        self._articles = articles
        self._import: Job | None = None
        self.merging = Merging(desktop)
        FilesPassBy(desktop.window)
        actions = desktop.context.actions
        for deed in intake_deeds():
            if deed.name not in actions:
                actions.add(deed)
        actions["file.import"].triggered.connect(self._on_import)
        actions["file.import_folder"].triggered.connect(self._on_import_folder)
        actions["file.import_stop"].triggered.connect(self.cancel)
        actions["file.import_stop"].setEnabled(False)
        actions["file.copy"].triggered.connect(self.copy)
        actions["article.report"].triggered.connect(self._on_report)
        actions["article.merge"].triggered.connect(self.merging.merge_chosen)
        actions["article.new_version"].triggered.connect(self._on_new_version)
        for name in ("article.convert", "article.history", "review.compare"):
            actions[name].triggered.connect(self._leave_report)  # before another view takes its place, and its room
        desktop.status.cancel_wanted.connect(self.cancel)
        articles.files_came.connect(self.take_in)
        desktop.sheet.opened.connect(lambda _opened: self._leave_results())

    @cached_property
    def reporting(self) -> Reporting:
        """The intake report."""
        from ui.intake.reporting import Reporting  # when it is first wanted

        return Reporting(self._desktop, self._people, self._keeping, self._articles)

    @cached_property
    def versioning(self) -> Versioning:
        """粘贴为新版本."""
        from ui.intake.versioning import Versioning

        return Versioning(self._desktop, self._keeping)

    @cached_property
    def results(self) -> ResultsView:
        """What became of several files."""
        from ui.intake.results import ResultsView

        view = ResultsView(self._desktop.context.look, self._desktop.context.sentences, self._desktop.desk)
        view.hide()
        view.opened.connect(self._articles.open)
        view.report_wanted.connect(self._on_report_wanted)
        view.closed.connect(self._leave_results)
        return view

    def _on_report(self) -> None:
        self.reporting.toggle()

    def _leave_report(self) -> None:
        if "reporting" in self.__dict__ and self.reporting.shown:
            self.reporting.leave()

    def _on_new_version(self) -> None:
        self._leave_report()
        self.versioning.begin()

    def _on_report_wanted(self, name: str) -> None:
        self.reporting.show(name)

    # Files. ---------------------------------------------------------------------------------------

    def _on_import(self) -> None:
        title = self.tr("Import articles")
        kinds = self.tr("Articles") + f" ({_FILTER});;" + self.tr("All files") + " (*)"
        files, _ = QFileDialog.getOpenFileNames(self._desktop.window, title, "", kinds)
        self.take_in(files)

    def _on_import_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._desktop.window, self.tr("Import a folder"))
        if folder:
            self.take_in([folder])

    def take_in(self, files: Sequence[str]) -> None:
        """Take files and folders in; pictures alone go into the open article."""
        open_ = self._desktop.sheet.article is not None and not self._desktop.writing.body.isReadOnly()
        if files and open_ and all(Path(file).suffix.lower() in _PICTURES for file in files):
            self._insert_pictures(files)
            return
        if not files or (self._import is not None and not self._import.over):
            if files:
                self._desktop.status.tell(self.tr("An import goes on; drop the files once more when it is done."))
            return
        self._import = self._desktop.context.jobs.ask(
            "incoming.take_in",
            done=self._on_taken_in,
            failed=self._on_failed,
            progress=self._on_progress,
            again=False,
            files=tuple(files),
        )
        self._on_progress(0, len(files))
        self._desktop.context.actions["file.import_stop"].setEnabled(True)

    def _insert_pictures(self, files: Sequence[str]) -> None:
        lying = self._desktop.sheet.article
        name = lying.name if lying is not None else ""

        def put(kept: Sequence[PictureKept]) -> None:
            now = self._desktop.sheet.article
            images = [Image(one.source) for one in kept if one.source]
            if images and now is not None and now.name == name and not self._desktop.writing.body.isReadOnly():
                self._desktop.writing.body.insert_alone(*images)
            refused = [one for one in kept if one.code]
            if refused:
                values = {"name": refused[0].name, "file": refused[0].name, **refused[0].details}
                self._desktop.status.tell(self._desktop.context.sentences.sentence(f"error.{refused[0].code}", values))

        self._desktop.context.jobs.ask("assets.keep_files", done=put, failed=self._on_failed, files=tuple(files))

    def cancel(self) -> None:
        """Take no more files in; those that came in stay."""
        if self._import is not None and not self._import.over:
            self._desktop.context.jobs.cancel(self._import)
            self._over()
            self._desktop.status.tell(self.tr("Import stopped; what came in stays"))
            self._desktop.browser.refresh()

    def _over(self) -> None:
        self._desktop.status.show_progress("")
        self._desktop.context.actions["file.import_stop"].setEnabled(False)

    def _on_progress(self, done: int, total: int) -> None:
        told = self.tr("Importing {done} of {total} …").format(done=min(done + 1, total), total=total)
        self._desktop.status.show_progress(told if total > 1 else self.tr("Importing …"), done, max(total, 0))

    def _on_failed(self, failure: Failure) -> None:
        self._over()
        self._desktop.status.tell(self._desktop.context.sentences.of_failure(failure))
        self._desktop.browser.refresh()

    def _on_taken_in(self, done: list[FileDone]) -> None:
        self._over()
        self._people.ask()
        self._desktop.browser.refresh()
        came = [one for one in done if not one.code]
        if len(done) == 1 and came:
            self._one_came(came[0])
        elif len(done) == 1:
            self._desktop.status.tell(self.results.model.told(done[0]))
        elif done:
            self._keeping.end(lambda: self._show_results(done))
        self.taken_in.emit(done)

    def _one_came(self, one: FileDone) -> None:
        """A single article is opened; with its report when a person has something to decide."""
        if one.offered:
            self.reporting.show(one.name)
        else:
            self._articles.open(one.name)
        told = self.tr("Imported: {n} places mended").format(n=one.repairs) if one.repairs else self.tr("Imported")
        key = self._desktop.context.actions["article.report"].shortcut().toString()
        self._desktop.status.tell(self.tr("{told} · {key} shows the intake report").format(told=told, key=key))

    def _show_results(self, done: list[FileDone]) -> None:
        self.results.show_files(done)
        self._desktop.desk.show_middle(self.results)
        self.results.setFocus()

    def _leave_results(self) -> None:
        if "results" in self.__dict__ and self.results.isVisible():
            if self._desktop.sheet.article is None:
                self._desktop.desk.show_article(shown=False)
            else:
                self._desktop.desk.show_middle(None)

    # Copies. --------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Save a copy of the article as Markdown or as a page; nothing is asked of the library for it."""
        from ui.intake import copies  # when it is first wanted
        from ui.keeping.copying import file_name, write_copy

        sheet = self._desktop.sheet
        if sheet.article is None:
            return
        sheet.settle()
        blocks, slip = sheet.blocks(), sheet.slip()
        first = next((text for block in blocks if (text := block_text(block).strip())), "")
        name = str(Path.home() / file_name(sheet.plain_slip(), first[:20]))
        kinds = self.tr("Markdown with the slip") + " (*.md);;" + self.tr("Web page") + " (*.html)"
        file, kind = QFileDialog.getSaveFileName(self._desktop.window, self.tr("Save a copy"), name, kinds)
        if not file:
            return
        path = Path(file)
        as_page = path.suffix.lower() in {".html", ".htm"} or (path.suffix != ".md" and "html" in kind)
        if as_page and path.suffix.lower() not in {".html", ".htm"}:
            path = path.with_suffix(".html")
        made = (copies.page if as_page else copies.markdown)(slip, blocks, sheet.article.variant)
        try:
            write_copy(path, made)
        except EditorError as error:
            sentences = self._desktop.context.sentences
            self._desktop.status.tell(sentences.sentence(f"error.{error.code}", error.details))
            return
        self._desktop.status.tell(self.tr("A copy was saved as {file}.").format(file=path))
