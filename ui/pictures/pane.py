"""The tab 附件: the pictures of the article, each with its size and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.pictures.card import PictureCard
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    from editor.markup.blocks import Image
    from ui.pictures.shelf import PictureShelf
    from ui.theme.look import Look


class PicturesPane(QWidget):
    """Shows pictures and says what somebody wants with them. Numbers count pictures, 0 = the first.

    Signals:
        field_edited: Number, name of a field of the `Image`, what stands there now.
        files_dropped: Paths to be inserted.
        insert_wanted: Files should be chosen and inserted.
        place_wanted, replace_wanted, open_wanted, remove_wanted, clean_wanted: Number of the picture.
    """

    field_edited = Signal(int, str, str)
    files_dropped = Signal(list)
    insert_wanted = Signal()
    place_wanted = Signal(int)
    replace_wanted = Signal(int)
    open_wanted = Signal(int)
    remove_wanted = Signal(int)
    clean_wanted = Signal(int)

    def __init__(self, look: Look, shelf: PictureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shelf = shelf
        self._read_only = False
        self.cards: list[PictureCard] = []
        self._images: list[Image] = []
        self.setAcceptDrops(True)
        self.insert = QPushButton(self.tr("Insert pictures…"))
        self.insert.setProperty("role", "small")
        self.insert.setAccessibleName(self.tr("Insert pictures…"))
        self.insert.clicked.connect(self.insert_wanted)
        self.told = QLabel()
        self.told.setProperty("role", "caption")
        self.empty = EmptyState(look, "image")
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        self._cards.setContentsMargins(12, 0, 12, 12)
        self._cards.setSpacing(10)
        self._cards.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._list)
        self._layout()
        self.setFocusProxy(self.insert)
        shelf.arrived.connect(self._on_arrived)
        look.changed.connect(self._draw)
        self._draw()
        self.show_nothing()

    def _layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 12)
        head.addWidget(self.told)
        head.addStretch()
        head.addWidget(self.insert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.empty, 1)

    def show_nothing(self) -> None:
        """No article lies on the desk."""
        self._show([])
        self.insert.setEnabled(False)
        self.empty.say(self.tr("No article is open"), self.tr("Its pictures are shown here."))

    def show_images(self, images: Sequence[Image], *, read_only: bool) -> None:
        """Show the pictures of a text."""
        self._read_only = read_only
        self.insert.setEnabled(not read_only)
        if not images:
            told = self.tr("Drop pictures here or insert them; they are kept once and go along with the article.")
            self.empty.say(self.tr("No pictures yet"), told)
        self._show(images)

    def _show(self, images: Sequence[Image]) -> None:
        self._images = list(images)
        while len(self.cards) > len(images):
            card = self.cards.pop()
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(images):
            self._add()
        for number, (card, image) in enumerate(zip(self.cards, images, strict=True), 1):
            card.show_image(image, number, read_only=self._read_only)
            self._show_small(card, image.source)
        self.told.setText(self.tr("{n} pictures").format(n=len(images)) if images else "")
        self._scroll.setVisible(bool(images))
        self.empty.setVisible(not images)

    def _add(self) -> None:
        card = PictureCard(self._look)
        number = len(self.cards)
        card.field_edited.connect(lambda field, value: self.field_edited.emit(number, field, value))
        for signal, ours in (
            (card.place_wanted, self.place_wanted),
            (card.replace_wanted, self.replace_wanted),
            (card.open_wanted, self.open_wanted),
            (card.remove_wanted, self.remove_wanted),
            (card.clean_wanted, self.clean_wanted),
        ):
            signal.connect(lambda ours=ours: ours.emit(number))
        self.cards.append(card)
        self._cards.insertWidget(number, card)

    def _show_small(self, card: PictureCard, source: str) -> None:
        small = self._shelf.known(source)
        found = self._shelf.image(source)
        card.show_small(small, found[0] if found is not None else None)

    def _on_arrived(self, source: str) -> None:
        for card, image in zip(self.cards, self._images, strict=True):
            if image.source == source:
                self._show_small(card, source)

    def _draw(self) -> None:
        self.insert.setIcon(self._look.icon("plus"))

    def _takes(self, event: QDragEnterEvent | QDragMoveEvent | QDropEvent) -> bool:
        return event.mimeData().hasUrls() and self.insert.isEnabled()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files and self._takes(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)
