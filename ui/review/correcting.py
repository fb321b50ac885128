"""更正 after publication, in the review pane: how readers are told, what they are told, and what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.review import words
from ui.review.wrapping import WrappingLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.findings import Finding
    from editor.records.review import CorrectionShown
    from ui.sentences import Sentences
    from ui.theme.look import Look

FORMS = ("notice", "note", "silent")
_CANNOT_CHANGE = "correct.remark_cannot_change"
_FIELD = 76
_SENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CorrectionCard(QFrame):
    """Says which correction goes on, and asks for one.

    Signals:
        decided: Form and what readers are told.
        undone: What was begun is to be taken back.
        wanted: Name of an article that somebody wants to open: the notice, or what it corrects.
    """

    decided = Signal(str, str)
    undone = Signal()
    wanted = Signal(str)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self._shown: CorrectionShown | None = None
        self._name = ""
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Correction"))
        self._title = self._label("strong")
        self._state = self._label("caption")
        self._remarks = self._label("pill")
        self._remarks.setProperty("tone", "amber")
        self._failed = self._label("error")
        self.undo = self._small(self.tr("Take the correction back"))
        self.undo.clicked.connect(self.undone)
        self.open = self._small("")
        self.open.clicked.connect(lambda: self.wanted.emit(self._other()))
        self._asks = self._question()
        self._asks.hide()  # a card without a parent that asks would be a window of its own
        row = QWidget()
        buttons = WrappingLayout(row)
        for button in (self.open, self.undo):
            buttons.addWidget(button)
        self._row = row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(6)
        for widget in (self._title, self._state, self._remarks, self._asks, self._failed, row):
            layout.addWidget(widget)
        look.changed.connect(self._draw)
        self._draw()
        self.show_correction("", None)

    def _label(self, role: str) -> QLabel:
        made = QLabel()
        made.setProperty("role", role)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    def _small(self, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("role", "small")
        return made

    def _question(self) -> QWidget:
        """How readers are told, and what."""
        self._group = QButtonGroup(self)
        self.forms: dict[str, QRadioButton] = {}
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for number, form in enumerate(FORMS):
            button = QRadioButton(words.form_word(form))
            button.setAccessibleDescription(words.form_told(form))
            button.setToolTip(words.form_told(form))
            button.toggled.connect(lambda _on: self._on_form())
            self._group.addButton(button, number)
            self.forms[form] = button
            layout.addWidget(button)
        self._told = self._label("caption")
        self.what = QPlainTextEdit()
        self.what.setProperty("role", "field")
        self.what.setAccessibleName(self.tr("What was wrong and what is right"))
        self.what.setPlaceholderText(self.tr("What was wrong, and what is right"))
        self.what.setTabChangesFocus(True)
        self.what.installEventFilter(self)
        self._hint = self._label("caption")
        self._hint.setText(
            self.tr("An opinion above is kept as the reason and not shown to readers. Ctrl+Enter begins.")
        )
        self.begin = QPushButton(self.tr("Begin the correction"))
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self._on_begin)
        self.leave = self._small(self.tr("Not after all"))
        self.leave.clicked.connect(self.give_up)
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self.leave)
        last.addStretch(1)
        last.addWidget(self.begin)
        for widget in (self._told, self.what, self._hint):
            layout.addWidget(widget)
        layout.addLayout(last)
        return holder

    # What is shown

    def show_correction(self, name: str, shown: CorrectionShown | None) -> None:
        """Show what there is to say of an article's corrections; None = nothing, or no article is open."""
        if name != self._name:
            self._name = name
            self._asks.hide()
        self._shown = shown
        self.fail("")
        self._show()

    @property
    def asking(self) -> bool:
        """Whether a form is asked for."""
        return self._asks.isVisibleTo(self)

    def ask(self) -> None:
        """Ask how readers are told; what was begun already stands there."""
        shown = self._shown
        if shown is None or shown.corrects:
            return
        form = shown.form or ("notice" if shown.fixed else shown.usual)
        self.forms.get(form, self.forms["note"]).setChecked(True)
        self.what.setPlainText(shown.what)
        self._asks.show()
        self._show()
        self.what.setFocus()
        self.what.selectAll()

    def give_up(self) -> None:
        """No correction after all."""
        self._asks.hide()
        self.fail("")
        self._show()

    def fail(self, told: str) -> None:
        """It could not be begun: why; what was written stays."""
        self._failed.setText(told)
        self._failed.setVisible(bool(told))
        self._asks.setEnabled(True)

    def told(self) -> str:
        """Everything that the card says, for those who cannot see it."""
        parts = (self._title.text(), self._state.text(), self._remarks.text(), self._failed.text())
        return "\n".join(part for part in parts if part)

    def _show(self) -> None:
        shown = self._shown
        going = shown is not None and bool(shown.state or shown.corrects)
        self.setVisible(going or self.asking)
        if shown is None:
            return
        number = shown.number + (0 if shown.state else 1)
        self._title.setText(self.tr("Notice of correction") if shown.corrects else words.correction(number))
        self._state.setText(self._status(shown))
        self._state.setVisible(bool(self._state.text()))
        remarks = self._sentences_of(shown.remarks)
        if self.asking and shown.fixed and not any(f.message == _CANNOT_CHANGE for f in shown.remarks):
            remarks = [*remarks, self._fixed(shown.fixed)]
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        other = shown.corrects_called or shown.notice_called
        self.open.setText(self.tr("Open {what}").format(what=other.partition(" ")[0]))
        self.open.setToolTip(other)
        self.open.setAccessibleName(self.tr("Open {what}").format(what=other))
        self.open.setVisible(bool(self._other()))
        self.undo.setVisible(shown.state == "begun" and not self.asking)
        self._row.setVisible(bool(self._other()) or shown.state == "begun")

    def _status(self, shown: CorrectionShown) -> str:
        if shown.corrects:
            return self.tr("It belongs to {article}; both link to each other once they are out.").format(
                article=shown.corrects_called
            )
        form = words.form_word(shown.form) if shown.form else ""
        state = {
            "begun": self.tr("begun, not submitted yet"),
            "review": self.tr("under review"),
        }.get(shown.state, "")
        return " · ".join(part for part in (form, state) if part)

    def _sentences_of(self, remarks: Sequence[Finding]) -> list[str]:
        return [self._sentences.sentence(finding.message, finding.values) for finding in remarks]

    def _fixed(self, places: Sequence[str]) -> str:
        return self._sentences.sentence(_CANNOT_CHANGE, {"places": words.listed(places)})

    def _other(self) -> str:
        return (self._shown.corrects or self._shown.notice) if self._shown is not None else ""

    # What is done

    @property
    def form(self) -> str:
        """The form that is chosen."""
        return next((form for form, button in self.forms.items() if button.isChecked()), "note")

    def _on_form(self) -> None:
        self._told.setText(words.form_told(self.form))

    def _on_begin(self) -> None:
        self._asks.setEnabled(False)
        self.decided.emit(self.form, self.what.toPlainText().strip())

    def done(self) -> None:
        """It was begun."""
        self._asks.setEnabled(True)
        self._asks.hide()
        self._show()

    def _draw(self) -> None:
        self.what.setFixedHeight(self._look.px(_FIELD))
        self.open.setIcon(self._look.icon("external-link", ""))
        self.undo.setIcon(self._look.icon("undo-2", ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.give_up()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.what and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in _SENDS:
                self._on_begin()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
        return super().eventFilter(watched, event)
