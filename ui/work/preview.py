"""Preview at work: set anew when the keys rest, and only while somebody looks; pictures to be sent round."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from ui.preview.pane import PreviewPane
from ui.preview.sent import Sender
from ui.preview.setting import Text

if TYPE_CHECKING:
    from ui.desktop import Desktop
    from ui.pictures.shelf import PictureShelf
    from ui.work.review import ReviewAtWork

_AFTER_KEY = 200
_REST = 4  # a text that takes long to set is set less often: at most a fifth of the time


class PreviewAtWork(QObject):
    """Connects the sheet with the tab 预览, with the large preview, and with the clipboard."""

    def __init__(self, desktop: Desktop, review: ReviewAtWork | None, shelf: PictureShelf) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._review = review
        self._shelf = shelf
        look = desktop.context.look
        self.pane = PreviewPane(look, shelf.image)
        self.large = PreviewPane(look, shelf.image, large=True)
        desktop.inspector.add("preview", self.tr("Preview"), self.pane)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_KEY)
        self._timer.timeout.connect(self.show)
        self._sent: QTemporaryDir | None = None
        self.sending = Sender(self)
        self.sending.ready.connect(self._on_sent)
        self.sending.failed.connect(self._on_not_sent)
        desktop.window.closing.connect(self.sending.close)
        for pane in (self.pane, self.large):
            pane.text_wanted.connect(self.show)
        self.pane.larger_wanted.connect(self.toggle)
        self.large.larger_wanted.connect(self.leave)
        desktop.inspector.tab_chosen.connect(lambda _name: self._timer.start(0))
        desktop.sheet.opened.connect(self._on_opened)
        desktop.sheet.edited.connect(self._on_edited)
        desktop.sheet.closed.connect(self._on_closed)
        shelf.arrived.connect(lambda _source: self._on_edited())
        if review is not None:
            review.dossier_came.connect(lambda _dossier: self._on_edited())
        self._actions()

    def _actions(self) -> None:
        actions = self._desktop.context.actions
        actions["file.picture"].triggered.connect(lambda _on=False: self.copy_picture())
        actions["view.preview"].triggered.connect(lambda _on=False: self.toggle())
        self._desktop.desk.add_actions([actions["view.preview"]])

    def text(self) -> Text | None:
        """What stands on the sheet, as the page will have it; None when nothing lies there."""
        sheet = self._desktop.sheet
        lying = sheet.article
        if lying is None:
            return None
        dossier = self._review.dossier if self._review is not None else None
        bar = dossier.bar if dossier is not None else ()
        passed = tuple(step.name for step in bar if step.key.startswith("level") and step.state == "done")
        return Text(sheet.slip(), sheet.blocks(), lying.variant, passed)

    def show(self) -> None:
        """Set what stands there now where it is seen."""
        seen = [pane for pane in (self.pane, self.large) if pane.isVisible()]
        text = self.text() if seen else None
        if text is None:
            return
        began = time.monotonic()
        for pane in seen:
            pane.show_text(text)
        took = round((time.monotonic() - began) * 1000)
        self._timer.setInterval(max(_AFTER_KEY, took * _REST))

    def toggle(self) -> None:
        """The large preview in the place of the text, or the text again."""
        if self.large.isVisible():
            self.leave()
        elif self._desktop.sheet.article is not None:
            self._desktop.desk.show_middle(self.large)
            self.show()
            self.large.setFocus()

    def leave(self) -> None:
        """Back to the text."""
        if self.large.isVisible():
            self._desktop.desk.show_middle(None)

    def copy_picture(self) -> None:
        """The article as a picture marked 送审稿 on the clipboard; a long one as several files."""
        text = self.text()
        if text is None:
            self._desktop.status.tell(self.tr("Open an article first; then it can be copied as a picture."))
            return
        self._sent = self._sent or QTemporaryDir()
        self.sending.begin(text, self.tr("For review · not published"), self._shelf.image, self._sent.path())

    def _on_sent(self, made: list[QImage] | list[str]) -> None:
        data = QMimeData()
        files = [item for item in made if isinstance(item, str)]
        if files:
            data.setUrls([QUrl.fromLocalFile(file) for file in files])
            told = self.tr("{n} pictures marked for review are on the clipboard as files; paste them into a chat.")
        else:
            data.setImageData(made[0])
            told = self.tr("A picture marked for review is on the clipboard; paste it into a chat.")
        QGuiApplication.clipboard().setMimeData(data)
        self._desktop.status.tell(told.format(n=len(made)))

    def _on_not_sent(self) -> None:
        self._desktop.status.tell(self.tr("The pictures could not be written; free some space and copy again."))

    def _on_opened(self, _opened: object) -> None:
        self.leave()
        self._timer.start(0)

    def _on_edited(self) -> None:
        if self.pane.isVisible() or self.large.isVisible():
            self._timer.start()

    def _on_closed(self) -> None:
        self._timer.stop()
        for pane in (self.pane, self.large):
            pane.show_nothing()
