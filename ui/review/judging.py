"""Passing, returning and the other ways: an opinion, the buttons of what may be done, and why something may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.review import words
from ui.review.choices import ASKED_FIRST, REASON_NEEDED, Judgment
from ui.review.reasons import Reasons
from ui.review.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.records.review import Dossier, PendingChanges
    from ui.sentences import Sentences
    from ui.theme.look import Look


class JudgingPanel(QWidget):
    """What the person at work may do with the article, without a dialog.

    Signals:
        judged: A `Judgment` was made; the panel waits until it is shown a dossier again.
        correction_wanted: 更正 was chosen; how readers are told is asked for elsewhere.
        opinion_changed: Name of the article and what is written, so that it can be kept.
    """

    judged = Signal(object)
    correction_wanted = Signal()
    opinion_changed = Signal(str, str)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self._dossier: Dossier | None = None
        self._asking = ""
        self._fresh = False  # nothing was typed since a reason is asked for: figures choose one
        self._waiting = False
        self._opinions: dict[str, str] = {}
        self._own_reasons: tuple[str, ...] | None = None
        self.opinion = QPlainTextEdit()
        self.opinion.setProperty("role", "field")
        self.opinion.setAccessibleName(self.tr("Opinion"))
        self.opinion.setPlaceholderText(self.tr("Write an opinion; it is kept with the record"))
        self.opinion.setTabChangesFocus(True)
        self.opinion.textChanged.connect(self._on_opinion_changed)
        self.opinion.installEventFilter(self)
        self.reasons = Reasons()
        self.reasons.hide()
        self.reasons.chosen.connect(self._on_reason_chosen)
        self.reasons.order.installEventFilter(self)
        self._quiet = self._caption("caption")
        self.failed = self._caption("error")
        self.ways = Ways(look, sentences)
        self.ways.clicked.connect(self.choose)
        head = QLabel(self.tr("Opinion"))
        head.setProperty("role", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        for widget in (head, self.opinion, self.reasons, self._quiet, self.failed, self.ways):
            layout.addWidget(widget)
        look.changed.connect(self._draw)
        self._draw()
        self.show_dossier("", None)

    def _caption(self, role: str) -> QLabel:
        made = QLabel()
        made.setProperty("role", role)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    # What is shown

    def show_dossier(self, name: str, dossier: Dossier | None) -> None:
        """What may be done with an article; None = none is open. What was written about another one is kept for it."""
        if name != self._name:
            self._name = name
            self.opinion.setPlainText(self._opinions.get(name, ""))
            self.reasons.forget()
            self.give_up()
            self.failed.setText("")
            self.show_pending(None)
        self._dossier = dossier
        self._waiting = False
        self._show()

    def offer_reasons(self, reasons: Sequence[str] | None) -> None:
        """The newsroom's own list of reasons; None = ours."""
        self._own_reasons = tuple(reasons) if reasons is not None else None

    def show_pending(self, pending: PendingChanges | None) -> None:
        """What passing would record of the open draft: a quiet line, never a question."""
        told = self._pending(pending) if pending is not None else ""
        self._quiet.setText(told)
        self._quiet.setVisible(bool(told))

    def _pending(self, pending: PendingChanges) -> str:
        if pending.kind == "reviewed":
            told = self.tr("Passing records {n} places as corrected in review").format(n=pending.places)
            if not pending.over:
                return told
            share, limit = f"{pending.share:.0f}", str(pending.limit)
            more = self.tr("{share} % were changed, more than {limit} %: the levels below read it again")
            return self.tr("{told}. {more}").format(told=told, more=more.format(share=share, limit=limit))
        if pending.kind == "written":
            return self.tr("The draft of {name} makes a new text: no sign-off stays").format(name=pending.by)
        return ""

    def fail(self, told: str) -> None:
        """What was chosen could not be done: say why; everything written is still there."""
        self.failed.setText(told)
        self._waiting = False
        self._show()

    def recall(self, opinions: Mapping[str, str]) -> None:
        """What was half written about articles, by whoever is at work now; what others wrote is not shown to him."""
        self._opinions = dict(opinions)
        written = self._opinions.get(self._name, "")
        if written != self.opinion.toPlainText():
            self.opinion.setPlainText(written)

    def forget_opinion(self, name: str) -> None:
        """What was written about an article is in the record now."""
        if self._opinions.pop(name, ""):
            self.opinion_changed.emit(name, "")
        if name == self._name:
            self.opinion.setPlainText("")
            self.reasons.forget()

    def said_quietly(self) -> str:
        """What passing would record, "" when it would record nothing."""
        return self._quiet.text()

    def _show(self) -> None:
        self.ways.show_dossier(self._dossier)
        self.opinion.setEnabled(self._dossier is not None)
        self.failed.setVisible(bool(self.failed.text()))
        self._enable()

    def _enable(self) -> None:
        self.ways.enable(enabled=not self._waiting, remark=bool(self._opinion()))

    def _draw(self) -> None:
        self.opinion.setFixedHeight(self._look.px(68))

    # What is done

    def choose(self, name: str) -> bool:
        """Do something, as if its button were clicked; False when it may not be done or does not stand there."""
        button = self.ways.button(name)
        if button is None or not button.isEnabled():
            return False
        if name == "correct":
            self.correction_wanted.emit()
        elif name in ASKED_FIRST:
            self._ask(name)
        else:
            self._judge(Judgment(name, self.ways.level(name), self._opinion()))
        return True

    def _ask(self, name: str) -> None:
        self._asking = name
        back = name == "return"
        offered = words.withdrawal_reasons() if name == "withdraw" else ()
        if back:
            offered = self._own_reasons if self._own_reasons is not None else words.reasons()
        self.reasons.ask(name, offered, words.receivers() if back else (), needed=name in REASON_NEEDED)
        self._fresh = True
        self.opinion.setFocus()
        self.opinion.moveCursor(QTextCursor.MoveOperation.End)

    def give_up(self) -> None:
        """No return after all."""
        asked = bool(self._asking)
        self._asking = ""
        self.reasons.hide()
        if asked and self.ways.back.isEnabled():
            self.ways.back.setFocus()

    def _on_reason_chosen(self, reason: str) -> None:
        written = self._opinion()
        name, to, order = self._asking, self.reasons.to, self.reasons.order.text().strip()
        if not reason and not written and name in REASON_NEEDED:
            self.opinion.setFocus()
            return
        why = (
            self.tr("{reason}: {more}").format(reason=reason, more=written) if reason and written else reason or written
        )
        self._asking = ""
        self.reasons.hide()
        withdrawal = name == "withdraw"
        notice = withdrawal and self.reasons.notice.isChecked()
        self._judge(Judgment(name, 0, why, to, order if withdrawal else "", notice))

    def _judge(self, judgment: Judgment) -> None:
        self._waiting = True
        self.failed.setText("")
        self.failed.hide()
        self._enable()
        self.judged.emit(judgment)

    def _opinion(self) -> str:
        return self.opinion.toPlainText().strip()

    def _on_opinion_changed(self) -> None:
        text = self.opinion.toPlainText()
        self._fresh = False
        if text != self._opinions.get(self._name, "") and self._name:
            self._opinions[self._name] = text
            self.opinion_changed.emit(self._name, text)
        self._enable()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.opinion and self._asking and event.type() == QEvent.Type.KeyPress:
            if not isinstance(event, QKeyEvent):
                return False
            return self._reason_key(event)
        if watched is self.reasons.order and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
            return False
        return super().eventFilter(watched, event)

    def _reason_key(self, event: QKeyEvent) -> bool:
        """A key in the field while a reason is asked for."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_reason_chosen("")
        else:
            return plain and self._fresh and self.reasons.key(event.text())
        return True
