"""粘贴为新版本: the pasted text compared with the open article; Enter takes it, Esc leaves everything as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.review.compare import CompareView
from ui.review.compared import Compared
from ui.widgets.frames import foot, label

if TYPE_CHECKING:
    from editor.markup.blocks import Block
    from editor.records.incoming import Successor
    from ui.sentences import Sentences
    from ui.theme.look import Look

_SHOWN = 24
_MOST = 4


def remains_told(sentences: Sentences, successor: Successor) -> str:
    """What a chat program had put there and was left out, by kind."""
    translate = QCoreApplication.translate
    found: dict[str, list[str]] = {}
    for key, text in successor.remains:
        found.setdefault(key, []).append(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
    parts = []
    for key, texts in found.items():
        shown = "、".join(dict.fromkeys(texts[:_MOST]))
        parts.append(translate("Version", "{what} {n} ({texts})").format(
            what=sentences.sentence(key) or key, n=len(texts), texts=shown
        ))  # fmt: skip
    return "；".join(parts)


def notes_of(sentences: Sentences, successor: Successor) -> list[str]:
    """What else a person has to know of the pasted text."""
    translate = QCoreApplication.translate
    remains = remains_told(sentences, successor)
    labels = "、".join(successor.lost_notes)
    found = [
        translate("Version", "Left out of the pasted text: {what}").format(what=remains) if remains else "",
        translate("Version", "Another headline stands above it: {headline}. The slip keeps its own.").format(
            headline=successor.headline
        )
        if successor.headline
        else "",
        translate("Version", "Lines of the slip were left out: {lines}").format(lines="；".join(successor.fields))
        if successor.fields
        else "",
        translate("Version", "{n} pictures, tables or notes stay where they are").format(n=successor.kept)
        if successor.kept
        else "",
        translate("Version", "References to notes are gone: {labels}").format(labels=labels) if labels else "",
    ]
    return [line for line in found if line]


class VersionView(QWidget):
    """A header that says what was left out, the comparison, two buttons.

    Signals:
        accepted: The pasted text is to become the text.
        closed: Back to the text as it was.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self.compare = CompareView(look)
        self.compare.footer.hide()  # its keys are told below with those of this view
        self.notes = QLabel()
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        self._banner = QFrame()
        self._banner.setProperty("role", "banner")
        told = QHBoxLayout(self._banner)
        told.setContentsMargins(16, 8, 16, 8)
        told.addWidget(self.notes)
        self.take = QPushButton(self.tr("Take the pasted text"))
        self.take.setProperty("role", "primary")
        self.take.setToolTip(self.tr("It becomes the text in one step; what stood there stays in the history (Enter)"))
        self.leave = QPushButton(self.tr("Leave the text as it is"))
        self.leave.setToolTip(self.tr("Nothing changes (Esc)"))
        keys = label(
            "caption",
            self.tr("Enter  take · Esc  leave · F7 / Shift+F7  next, previous · V  side by side · F  unchanged text"),
            wrap=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._banner)
        layout.addWidget(self.compare, 1)
        layout.addWidget(foot(keys, self.leave, self.take))
        self.take.clicked.connect(self._accept)
        self.leave.clicked.connect(self.closed)
        self.compare.closed.connect(self.closed)
        self.compare.page.installEventFilter(self)  # before the keys of the comparison: Enter means something here
        self.setFocusProxy(self.compare)

    def show_successor(
        self, successor: Successor, old: tuple[Block, ...], new: tuple[Block, ...], variant: str
    ) -> None:
        """Compare the pasted text with the open one."""
        notes = notes_of(self._sentences, successor)
        self.notes.setText("\n".join(notes))
        self._banner.setVisible(bool(notes))
        compared = Compared(successor.comparison, old, new)
        self.compare.show_comparison(compared, self.tr("Text on the desk ↔ pasted text"), variant=variant)
        changed = successor.comparison.scope != "same"
        self.take.setEnabled(changed)
        self.setFocusProxy(self.compare if changed else self.leave)

    def _accept(self) -> None:
        if self.take.isEnabled():
            self.accepted.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._accept()
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._accept()
        else:
            super().keyPressEvent(event)
