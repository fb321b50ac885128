"""One picture of the article: its small form, its size, what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.pictures.listing import FIELDS, missing, size_words

if TYPE_CHECKING:
    from editor.markup.blocks import Image
    from editor.records.output import SmallPicture
    from ui.theme.look import Look

_THUMB = (92, 69)
_RADIUS = 6


class Thumb(QWidget):
    """A small picture in a fixed frame; a click goes to its place in the text."""

    clicked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self.setFixedSize(*_THUMB)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or that there is none."""
        self._image = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._look.tokens
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(path, QColor(tokens.hover))
        if self._image is not None:
            painter.save()
            painter.setClipPath(path)
            ratio = max(frame.width() / self._image.width(), frame.height() / self._image.height())
            width, height = self._image.width() * ratio, self._image.height() * ratio
            place = QRectF((frame.width() - width) / 2, (frame.height() - height) / 2, width, height)
            painter.drawImage(place, self._image)
            painter.restore()
        else:
            icon = self._look.pixmap("image", "text3", 20, self.devicePixelRatioF())
            painter.drawPixmap(round(frame.width() / 2 - 10), round(frame.height() / 2 - 10), icon)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawPath(path)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class PictureCard(QFrame):
    """Fields of one picture.

    Signals:
        field_edited: Name of a field of the `Image` and what stands there now.
        place_wanted, replace_wanted, open_wanted, remove_wanted, clean_wanted: What was asked for.
    """

    field_edited = Signal(str, str)
    place_wanted = Signal()
    replace_wanted = Signal()
    open_wanted = Signal()
    remove_wanted = Signal()
    clean_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._look = look
        self.image: Image | None = None
        self.thumb = Thumb(look)
        self.size_label = QLabel()
        self.size_label.setProperty("role", "caption")
        self.lacks = QLabel()
        self.lacks.setProperty("role", "pill")
        self.lacks.setProperty("tone", "amber")
        self.fields: dict[str, QLineEdit] = {}
        self.buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.lacks, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._form())
        self.thumb.clicked.connect(self.place_wanted)
        look.changed.connect(self._draw)
        self._draw()

    def _head(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(0)
        deeds = {
            "replace": (self.tr("Replace…"), self.replace_wanted),
            "open": (self.tr("Open"), self.open_wanted),
            "remove": (self.tr("Take out of the text"), self.remove_wanted),
            "clean": (self.tr("The file says where it was taken; take that out"), self.clean_wanted),
        }
        for name, (title, signal) in deeds.items():
            button = QToolButton()
            button.setToolTip(title)
            button.setAccessibleName(title)
            button.clicked.connect(signal)
            tools.addWidget(button)
            self.buttons[name] = button
        tools.addStretch()
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self.size_label)
        told.addStretch()
        told.addLayout(tools)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        return row

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, (name, (label, hint)) in enumerate(self._words().items()):
            title = QLabel(label)
            title.setProperty("role", "caption")
            field = QLineEdit()
            field.setProperty("role", "inline")
            field.setPlaceholderText(hint)
            field.setAccessibleName(label)
            field.textEdited.connect(lambda value, name=name: self.field_edited.emit(name, value))
            title.setBuddy(field)
            grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
            self.fields[name] = field
        grid.setColumnStretch(1, 1)
        return grid

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "caption": (self.tr("Caption"), self.tr("Who, where, what is seen")),
            "credit": (self.tr("Credit"), self.tr("Photographer or source")),
            "alt": (self.tr("Description"), self.tr("For readers who cannot see it")),
        }

    def show_image(self, image: Image, number: int, *, read_only: bool) -> None:
        """Show what the text says of the picture; a field that says it already keeps its caret."""
        self.image = image
        self.setAccessibleName(self.tr("Picture {n}").format(n=number))
        for name in FIELDS:
            field = self.fields[name]
            if field.text() != getattr(image, name):
                field.setText(getattr(image, name))
            field.setReadOnly(read_only)
        for name in ("replace", "remove", "clean"):
            self.buttons[name].setEnabled(not read_only)
        absent = [self._words()[name][0] for name in missing(image)]
        self.lacks.setText(self.tr("Missing: {fields}").format(fields=self.tr(", ").join(absent)))
        self.lacks.setVisible(bool(absent))

    def show_small(self, small: SmallPicture | None, image: QImage | None) -> None:
        """Show the picture itself and its size; None while it is being asked for."""
        self.thumb.show_image(image)
        self.buttons["clean"].setVisible(small is not None and small.placed)
        self.buttons["open"].setEnabled(small is not None and small.size > 0)
        if self.image is not None and not self.image.source.startswith("asset:"):
            self.size_label.setText(self.tr("Not in the library"))
        elif small is None:
            self.size_label.setText("…")
        elif not small.size:
            self.size_label.setText(self.tr("The picture is not here"))
        elif not small.width:
            self.size_label.setText(self.tr("Cannot be read") + f" · {size_words(small.size)}")
        else:
            self.size_label.setText(f"{small.width} × {small.height} px · {size_words(small.size)}")

    def _draw(self) -> None:
        for name, icon in (("replace", "refresh-cw"), ("open", "external-link"), ("remove", "trash-2")):
            self.buttons[name].setIcon(self._look.icon(icon))
        self.buttons["clean"].setIcon(self._look.icon("triangle-alert", "danger"))
        self.thumb.update()
