"""What stands at an address, held against what was signed, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.outbox import fields, names

if TYPE_CHECKING:
    from editor.records.disposal import FoundThere
    from ui.theme.look import Look

_LONGEST = 400
_HIGHEST = 220


class FoundPane(QWidget):
    """A sentence, and the fields that differ."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.fields = QTreeWidget()
        self.fields.setRootIsDecorated(False)
        self.fields.setAccessibleName(self.tr("Fields that stand there otherwise than they were signed"))
        self.fields.setHeaderLabels([self.tr("Field"), self.tr("Signed"), self.tr("Stands there")])
        self.fields.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.fields.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self.fields)

    def clear(self) -> None:
        """Nothing was compared yet."""
        self.fields.clear()
        self.said.setText("")

    def show_found(self, found: FoundThere) -> None:
        """What was found."""
        self.fields.clear()
        only_form = self.tr("{field} (form only)")
        for name, sent, there in found.differs:
            only = name in found.form
            word = names.field_word(name)
            texts = [fields.told_text(name, text) for text in (sent, there)]
            item = QTreeWidgetItem([only_form.format(field=word) if only else word, *(each.glance for each in texts)])
            item.setToolTip(0, name)
            for column, each in enumerate(texts, 1):
                item.setToolTip(column, each.whole[:_LONGEST])
            if only:
                for column in range(3):
                    item.setForeground(column, QColor(self._look.tokens.text3))
            self.fields.addTopLevelItem(item)
        rows = self.fields.sizeHintForRow(0) * len(found.differs) if found.differs else 0
        self.fields.setFixedHeight(min(_HIGHEST, rows + self.fields.header().sizeHint().height() + 6))
        self.fields.setVisible(bool(found.differs))
        self.said.setText(self._told(found))

    def _told(self, found: FoundThere) -> str:
        if not found.same_title:
            told = self.tr(
                "There stands “{title}”. The signed article is called “{ours}”: if it is another article, "
                "a correction would write over it."
            )
            return told.format(title=found.title, ours=found.ours)
        words = len(found.differs) - len(found.form)
        if not found.differs:
            return self.tr("“{title}” stands there exactly as it was signed.").format(title=found.title)
        if not words:
            return self.tr("“{title}” stands there with the same words in another form.").format(title=found.title)
        told = self.tr("“{title}” stands there; {n} fields do not say what was signed. They are named in the receipt.")
        return told.format(title=found.title, n=words)
