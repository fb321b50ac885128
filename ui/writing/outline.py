"""The headings of the open text, to see where one is and to go there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.writing.kinds import HEADINGS, OBJECT, Kind

if TYPE_CHECKING:
    from ui.writing.editor import ArticleEditor

_WAIT = 300


class Entry(NamedTuple):
    """A heading: level, text, number of its line."""

    level: int
    text: str
    line: int


def outline(editor: ArticleEditor) -> list[Entry]:
    """The headings of a text in their order."""
    document = editor.document()
    return [
        Entry(2 if editor.lines.kind(number) is Kind.H2 else 3, block.text().replace(OBJECT, ""), number)
        for number in range(document.blockCount())
        if editor.lines.kind(number) in HEADINGS and (block := document.findBlockByNumber(number)).text().strip()
    ]


class OutlineList(QListWidget):
    """Shows the headings and goes to the one that is chosen."""

    def __init__(self, editor: ArticleEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: list[Entry] = []
        self.setAccessibleName(self.tr("Outline"))
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._later.timeout.connect(self.refresh)
        editor.counts_changed.connect(lambda _counts: self._later.start())
        self.itemActivated.connect(self._on_chosen)
        self.itemClicked.connect(self._on_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Look at the text again."""
        entries = outline(self._editor)
        if entries == self._shown and self.count() == len(entries):
            return
        self._shown = entries
        self.clear()
        for entry in entries:
            item = QListWidgetItem(("" if entry.level == 2 else "　") + entry.text)  # noqa: PLR2004  (a level)
            item.setData(Qt.ItemDataRole.UserRole, entry.line)
            self.addItem(item)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        block = self._editor.document().findBlockByNumber(int(item.data(Qt.ItemDataRole.UserRole)))
        if block.isValid():
            self._editor.view.show(block.position(), block.position())
            self._editor.setFocus()
