"""Pictures at work: kept by a worker, shown small, named by the text; what is said of them is written into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from editor.markup.blocks import Image
from ui.jobs import Lane
from ui.pictures.listing import images_of, renamed, with_field, without
from ui.pictures.pane import PicturesPane
from ui.pictures.shelf import SIDE, PictureShelf
from ui.writing.objects import PictureCache

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.markup.blocks import Block
    from editor.records.output import PictureKept
    from editor.service.messages import Failure
    from ui.desktop import Desktop

_AFTER_KEY = 150
_AFTER_UNDO = 3000
_FILTER = "*.jpg *.jpeg *.png *.webp *.gif"


class PicturesAtWork(QObject):
    """Connects the text, the tab 附件, and the worker that keeps pictures."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self.shelf = PictureShelf(self._ask_small, self)
        self.pane = PicturesPane(desktop.context.look, self.shelf)
        self._folder: QTemporaryDir | None = None
        self._shown = False
        self._clean: dict[str, str] = {}  # pictures with their place → the same without, as kept here
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_KEY)
        self._timer.timeout.connect(self.refresh)
        self.healing = QTimer(self, singleShot=True, interval=_AFTER_UNDO)
        self.healing.timeout.connect(self._rename)
        body = desktop.writing.body
        body.pictures = body.objects.cache = PictureCache(self.shelf)
        body.picture_taken.connect(self._on_picture_taken)
        self.shelf.arrived.connect(body.picture_arrived)
        self._connect()
        self.refresh()

    def add_tab(self) -> None:
        """Show the tab; the rooms before this one have theirs by then."""
        self._desktop.inspector.add("pictures", self.tr("Pictures"), self.pane)
        self._shown = True
        self.refresh()

    def _connect(self) -> None:
        sheet, pane = self._desktop.sheet, self.pane
        sheet.opened.connect(lambda _opened: self.refresh())
        sheet.edited.connect(self._timer.start)
        sheet.edited.connect(self.healing.start)
        sheet.closed.connect(self.refresh)
        pane.field_edited.connect(self._on_field_edited)
        pane.files_dropped.connect(self.insert)
        pane.insert_wanted.connect(self._on_insert_wanted)
        pane.place_wanted.connect(self._on_place_wanted)
        pane.replace_wanted.connect(self._on_replace_wanted)
        pane.open_wanted.connect(self._on_open_wanted)
        pane.clean_wanted.connect(self._on_clean_wanted)
        pane.remove_wanted.connect(lambda number: self._change(lambda blocks: without(blocks, number)))

    def refresh(self) -> None:
        """Show the pictures of what stands there now."""
        lying = self._desktop.sheet.article
        if lying is None:
            self.pane.show_nothing()
            images: list[tuple[int, Image]] = []
        else:
            images = images_of(self._desktop.sheet.blocks())
            read_only = self._desktop.writing.body.isReadOnly()
            self.pane.show_images([image for _, image in images], read_only=read_only)
        if self._shown:
            self._desktop.inspector.show_count("pictures", len(images))

    def _rename(self) -> None:
        """Undo may have brought a picture back with its place: after a rest the text names the one without it again.

        Not at once: whoever goes on undoing has to get past it.
        """
        if self._desktop.sheet.article is None:
            return
        named = {image.source for _, image in images_of(self._desktop.sheet.blocks())}
        for old in named & self._clean.keys():
            self._name(old, self._clean[old])

    def _name(self, old: str, new: str) -> None:
        self._change(lambda blocks: renamed(blocks, old, new))

    def _ask_small(self, sources: Sequence[str]) -> None:
        ask = self._desktop.context.jobs.ask

        def failed(_failure: Failure) -> None:
            self.shelf.failed(sources)

        ask("assets.small", lane=Lane.TEXT, done=self.shelf.put, failed=failed, sources=tuple(sources), side=SIDE)

    def _change(self, change: Callable[[Sequence[Block]], tuple[Block, ...]]) -> None:
        """Change the text in one step that can be undone; a text that runs unchanged stays as it is."""
        if self._desktop.sheet.article is None or self._desktop.writing.body.isReadOnly():
            return
        before = self._desktop.sheet.blocks()
        after = change(before)
        if after != before:
            self._desktop.sheet.change_blocks(after)

    def _on_field_edited(self, number: int, field: str, value: str) -> None:
        self._change(lambda blocks: with_field(blocks, number, field, value))

    def _on_place_wanted(self, number: int) -> None:
        images = images_of(self._desktop.sheet.blocks())
        if number < len(images):
            self._desktop.writing.body.go_to(images[number][0], 0)
            self._desktop.writing.body.setFocus()

    def _choose(self, title: str, *, several: bool) -> list[str]:
        kinds = self.tr("Pictures") + f" ({_FILTER})"
        if several:
            return QFileDialog.getOpenFileNames(self._desktop.window, title, "", kinds)[0]
        file = QFileDialog.getOpenFileName(self._desktop.window, title, "", kinds)[0]
        return [file] if file else []

    def _on_insert_wanted(self) -> None:
        self.insert(self._choose(self.tr("Insert pictures"), several=True))

    def insert(self, files: Sequence[str]) -> None:
        """Keep pictures and put them after the caret, in their order."""
        self._keep(files, self._put)

    def _put(self, kept: Sequence[PictureKept]) -> None:
        images = [Image(item.source) for item in kept]
        if images:
            self._desktop.writing.body.insert_alone(*images)

    def _on_replace_wanted(self, number: int) -> None:
        images = images_of(self._desktop.sheet.blocks())
        files = self._choose(self.tr("Replace the picture"), several=False)
        if files and number < len(images):
            old = images[number][1]
            self.replace(number, old, files[0])

    def replace(self, number: int, old: Image, file: str) -> None:
        """Another file in the place of a picture; what is said of it stays."""

        def put(kept: Sequence[PictureKept]) -> None:
            now = images_of(self._desktop.sheet.blocks())
            if kept and number < len(now) and now[number][1].source == old.source:
                self._change(lambda blocks: with_field(blocks, number, "source", kept[0].source))

        self._keep([file], put)

    def _keep(self, files: Sequence[str], put: Callable[[Sequence[PictureKept]], None]) -> None:
        lying = self._desktop.sheet.article
        if lying is None or not files or self._desktop.writing.body.isReadOnly():
            return

        def done(kept: Sequence[PictureKept]) -> None:
            good = [item for item in kept if item.source]
            for item in good:
                self.shelf.forget(item.source)
            now = self._desktop.sheet.article
            if now is None or (now.article, now.variant) != (lying.article, lying.variant):
                self._desktop.status.tell(
                    self.tr("Another article was opened meanwhile; insert the pictures there again.")
                )
                return
            put(good)
            self._tell(kept)

        self._desktop.context.jobs.ask("assets.keep_files", done=done, again=True, files=tuple(files))

    def _tell(self, kept: Sequence[PictureKept]) -> None:
        sentences = self._desktop.context.sentences
        told = [sentences.sentence(f"error.{item.code}", item.details) for item in kept if item.code]
        placeless = sum(item.placeless for item in kept)
        if placeless:
            told.append(self.tr("The place where it was taken was removed from {n} pictures.").format(n=placeless))
        if told:
            self._desktop.status.tell(" ".join(told[:2]))

    def _on_picture_taken(self, source: str, data: bytes) -> None:
        """A picture was pasted into the text and stands there already: keep it, and name it as it was kept."""

        def done(kept: PictureKept) -> None:
            self._on_cleaned(source, kept)

        self._desktop.context.jobs.ask("assets.keep", done=done, data=data)

    def _on_cleaned(self, source: str, kept: PictureKept) -> None:
        """A picture that the text names is kept, perhaps without its place: the text names that one."""
        self._tell([kept])
        if kept.placeless:
            self._clean[source] = kept.source
            self._name(source, kept.source)
        self.shelf.forget(source)
        self.refresh()
        self._desktop.writing.body.picture_arrived(kept.source or source)

    def _on_clean_wanted(self, number: int) -> None:
        images = images_of(self._desktop.sheet.blocks())
        if number < len(images):
            source = images[number][1].source
            ask = self._desktop.context.jobs.ask
            ask("assets.clean", done=lambda kept: self._on_cleaned(source, kept), source=source)

    def _on_open_wanted(self, number: int) -> None:
        images = images_of(self._desktop.sheet.blocks())
        if number >= len(images):
            return
        self._folder = self._folder or QTemporaryDir()
        ask = self._desktop.context.jobs.ask
        source, folder = images[number][1].source, self._folder.path()
        ask("assets.save", lane=Lane.TEXT, done=self._on_saved, source=source, folder=folder)

    def _on_saved(self, file: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(file))
