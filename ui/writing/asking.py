"""Small dialogs of the writing room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.markup.blocks import Image
from ui.writing.paste.taken import PICTURES

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 420
_MOST = 100


class FieldsDialog(QDialog):
    """A few fields with OK and Cancel."""

    def __init__(
        self, title: str, fields: Sequence[tuple[str, QWidget]], parent: QWidget | None, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        form = QFormLayout()
        for name, widget in fields:
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("OK"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        if hint:
            layout.addWidget(QLabel(hint))
        layout.addLayout(form)
        layout.addWidget(self.buttons)


class Dialogs(QObject):
    """Asks by dialogs over a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def link(self, address: str) -> str | None:
        """An address, "" to take the link away, None to leave it."""
        field = QLineEdit(address)
        hint = self.tr("http, https, mailto or tel; empty takes the link away.")
        dialog = FieldsDialog(self.tr("Link"), [(self.tr("Address"), field)], self._window, hint)
        return field.text().strip() if dialog.exec() else None

    def picture(self, image: Image) -> Image | None:
        """Caption, credit and alternative text of a picture."""
        caption, credit, alt = QLineEdit(image.caption), QLineEdit(image.credit), QLineEdit(image.alt)
        fields = [(self.tr("Caption"), caption), (self.tr("Credit"), credit), (self.tr("Description"), alt)]
        dialog = FieldsDialog(self.tr("Picture"), fields, self._window)
        if not dialog.exec():
            return None
        return Image(image.source, caption.text().strip(), credit.text().strip(), alt.text().strip())

    def picture_files(self) -> list[str]:
        """Paths of pictures."""
        kinds = " ".join(f"*{ending}" for ending in sorted(PICTURES))
        title, pictures = self.tr("Insert pictures"), self.tr("Pictures")
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, title, "", f"{pictures} ({kinds})")
        return chosen

    def table(self) -> tuple[int, int] | None:
        """Rows and columns of a new table."""
        rows, columns = QSpinBox(), QSpinBox()
        for box, value in ((rows, 3), (columns, 3)):
            box.setRange(1, _MOST)
            box.setValue(value)
        fields = [(self.tr("Rows"), rows), (self.tr("Columns"), columns)]
        dialog = FieldsDialog(self.tr("Table"), fields, self._window)
        return (rows.value(), columns.value()) if dialog.exec() else None
