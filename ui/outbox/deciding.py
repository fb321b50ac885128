"""Somebody changed an article at its target: the three texts side by side, and a person decides.

No button is enabled before the texts have come and been shown: nobody decides about what he has not seen.
"""

from __future__ import annotations

import difflib
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.outbox import fields, names, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.outbox import LineShown, ThreeTexts
    from ui.sentences import Sentences
    from ui.theme.look import Look
    from ui.theme.tokens import Tokens

STAMP, DIGEST, VANISHED = "stamp", "digest", "vanished"
_SIZE = (1080, 640)
_LONGEST = 20_000  # characters that are compared; what comes after them is shown as it is


class DecideDialog(QDialog):
    """Shows ours, theirs and the last; what is decided is emitted, done by whoever hears it.

    Signals:
        decided: Key of the line, and what is allowed (see `LineShown.allows`).
        let_stand: Key of the line: nothing is sent, what stands there stays.
    """

    decided = Signal(str, dict)
    let_stand = Signal(str)

    def __init__(self, look: Look, sentences: Sentences, line: LineShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = line
        self._texts: tuple[ThreeTexts, ...] = ()
        self.setWindowTitle(self.tr("Compare and decide"))
        self.resize(*_SIZE)
        title = QLabel(f"{line.headline or line.number} · {line.target}")
        title.setProperty("role", "title")
        told = QLabel(words.why(line, sentences))
        told.setWordWrap(True)
        for label in (title, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Field"))
        self.field.currentIndexChanged.connect(lambda _n: self._show_field())
        self.said = QLabel(self.tr("Reading what stands there …"))
        self.said.setProperty("role", "secondary")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.columns = {
            "theirs": (QLabel(self.tr("Stands there now")), QTextEdit()),
            "last": (QLabel(self.tr("Published by us last")), QTextEdit()),
            "ours": (QLabel(self.tr("Would be sent")), QTextEdit()),
        }
        self.over = QPushButton(self._word())
        self.over.setProperty("role", "danger")
        self.stay = QPushButton(self._other_word())
        self.later = QPushButton(self.tr("Decide later"))
        self._lay(title, told)
        self._connect()

    def _lay(self, title: QLabel, told: QLabel) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, (label, text) in enumerate(self.columns.values()):
            label.setProperty("role", "section")
            text.setReadOnly(True)
            text.setProperty("role", "field")
            text.setAccessibleName(label.text())
            text.setTabChangesFocus(True)
            grid.addWidget(label, 0, number)
            grid.addWidget(text, 1, number)
            grid.setColumnStretch(number, 1)
        grid.setRowStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.later)
        buttons.addStretch()
        for button in (self.stay, self.over):
            buttons.addWidget(button)
        for button in (self.stay, self.over, self.later):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (title, told, self.field, self.said):
            layout.addWidget(part)
        layout.addLayout(grid, 1)
        layout.addLayout(buttons)
        self.field.hide()
        self._enable(enabled=False)

    def _connect(self) -> None:
        self.over.clicked.connect(self._on_over)
        self.stay.clicked.connect(self._on_stay)
        self.later.clicked.connect(self.reject)
        self._look.changed.connect(self._show_field)
        self.later.setFocus()

    def _word(self) -> str:
        if DIGEST in self._line.allows:
            return self.tr("Publish it as it stands there")
        if VANISHED in self._line.allows:
            return self.tr("Publish it anew")
        return self.tr("Write ours over it")

    def _other_word(self) -> str:
        return self.tr("Leave it as it is there")

    def _enable(self, *, enabled: bool) -> None:
        self.over.setEnabled(enabled)
        self.stay.setEnabled(enabled)

    def show_texts(self, texts: Sequence[ThreeTexts]) -> None:
        """What was found; from now on it may be decided."""
        self._texts = tuple(texts)
        self.field.clear()
        for one in self._texts:
            self.field.addItem(names.field_word(one.field))
        self.field.setVisible(bool(texts))
        if VANISHED in self._line.allows:
            self.said.setText(self.tr("It is not there any more; what would be sent stands at the right."))
        elif texts:
            told = self.tr("{n} fields are not as we published them last; marked is what differs from that.")
            self.said.setText(told.format(n=len(texts)))
        else:
            self.said.setText(
                self.tr("What stands there is as we published it last; only something around it changed.")
            )
        self._enable(enabled=True)
        self._show_field()

    def show_trouble(self, told: str) -> None:
        """The texts did not come: nothing can be decided now."""
        self.said.setText(told)
        self._enable(enabled=False)

    def _show_field(self) -> None:
        row = self.field.currentIndex()
        if not 0 <= row < len(self._texts):
            return
        one = self._texts[row]
        tokens = self._look.tokens
        last, theirs, ours = (fields.told_text(one.field, text).whole for text in (one.last, one.theirs, one.ours))
        self.columns["last"][1].setPlainText(last)
        self.columns["theirs"][1].setHtml(marked(last, theirs, tokens))
        self.columns["ours"][1].setHtml(marked(last, ours, tokens))

    def _on_over(self) -> None:
        if self.over.isEnabled():
            self.decided.emit(self._line.key, dict(self._line.allows))
            self.accept()

    def _on_stay(self) -> None:
        if self.stay.isEnabled():
            self.let_stand.emit(self._line.key)
            self.accept()


def marked(before: str, after: str, tokens: Tokens) -> str:
    """HTML of a text with what is not in the one before marked; all of it is text, whatever it looks like."""
    if not before:
        return _shown(after)
    matcher = difflib.SequenceMatcher(None, before[:_LONGEST], after[:_LONGEST], autojunk=False)
    parts = []
    if max(len(before), len(after)) > _LONGEST // 4:  # characters of long texts would be compared for seconds
        matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
        return _by_lines(matcher, after.splitlines(), tokens)
    for tag, _, _, start, end in matcher.get_opcodes():
        piece = _shown(after[start:end])
        if piece:
            parts.append(piece if tag == "equal" else _mark(piece, tokens))
    return "".join(parts)


def _by_lines(matcher: difflib.SequenceMatcher[str], lines: list[str], tokens: Tokens) -> str:
    parts = []
    for tag, _, _, start, end in matcher.get_opcodes():
        piece = "<br>".join(_shown(line) for line in lines[start:end])
        if end > start:
            parts.append(piece if tag == "equal" else _mark(piece, tokens))
    return "<br>".join(parts)


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("  ", "&nbsp; ")


def _mark(piece: str, tokens: Tokens) -> str:
    return f'<span style="background-color: {tokens.mark}; color: {tokens.text}">{piece}</span>'
