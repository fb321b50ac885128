"""A screenshot: out of a file, or out of the clipboard, where most of them are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.theme.look import Look

_HIGHEST = 96
_MOST = 60_000_000  # pixels that are shown; a larger one is kept all the same


class ScreenshotField(QWidget):
    """Two buttons and what was chosen.

    Signals:
        changed: Another picture, or none.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folder = QTemporaryDir()
        self.file = ""
        self.choose = QPushButton(self.tr("Choose a picture…"))
        self.paste = QPushButton(self.tr("From the clipboard"))
        self.shown = QLabel()
        self.name = QLabel(self.tr("none yet"))
        self.name.setProperty("role", "caption")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.shown.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.choose, self.paste, self.shown):
            row.addWidget(part)
        row.addWidget(self.name, 1)
        for button in (self.choose, self.paste):
            button.setAutoDefault(False)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.paste.clicked.connect(self._on_paste)
        look.changed.connect(self._draw)
        self._draw()

    def _on_choose(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Screenshot"), "", kinds)
        if file:
            self.take(file)

    def _on_paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.name.setText(self.tr("There is no picture in the clipboard."))
            return
        self.take(self._written(image))

    def _written(self, image: QImage) -> str:
        """A picture of the clipboard as a file, which lives as long as this dialog."""
        file = Path(self._folder.path()) / f"{self._look.now():%Y%m%d-%H%M%S}.png"
        return str(file) if image.save(str(file), "PNG") else ""  # type: ignore[call-overload]

    def take(self, file: str) -> None:
        """Use this file."""
        self.file = file
        self.name.setText(Path(file).name)
        self.name.setToolTip(file)
        reader = QImageReader(file)
        reader.setAutoTransform(True)
        size = reader.size()
        small = QPixmap()
        if size.isValid() and size.width() * size.height() <= _MOST:
            reader.setScaledSize(size.scaled(QSize(_HIGHEST * 2, _HIGHEST), Qt.AspectRatioMode.KeepAspectRatio))
            small = QPixmap.fromImageReader(reader)
        self.shown.setPixmap(small)
        self.shown.setVisible(not small.isNull())
        self.changed.emit()

    def _draw(self) -> None:
        self.choose.setIcon(self._look.icon("image"))
        self.paste.setIcon(self._look.icon("clipboard-paste"))
