"""Converting an article with a person: everything by key, and nothing is kept before he says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.converting import keys
from ui.converting.bars import ColumnHeads, ConvertFooter, ConvertHeader
from ui.converting.choosing import NONE, Choosing
from ui.converting.page import ConversionPage
from ui.converting.phrases import covering, whole_word
from ui.converting.rail import Rail
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from editor.records.converting import Proposal
    from ui.theme.look import Look


class ConvertView(QWidget):
    """Header, both columns, the list at the right, the buttons below.

    Signals:
        profile_chosen: Another profile is wanted: its code.
        again_wanted: Words are to be always so: the proposal is to be made again with them.
        accepted: The variant is to be kept.
        closed: Back to the text.
        hidden: Something else stands in its place now.
    """

    profile_chosen = Signal(str)
    again_wanted = Signal()
    accepted = Signal()
    closed = Signal()
    hidden = Signal()

    def __init__(self, look: Look, language: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choosing: Choosing | None = None
        self._before: Choosing | None = None
        self.page = ConversionPage(look)
        self.header = ConvertHeader(language)
        self.heads = ColumnHeads(look, self.page)
        self.rail = Rail(look)
        self.footer = ConvertFooter(look)
        self.empty = EmptyState(look, "languages")
        self._lay_out()
        self.header.profile_chosen.connect(self.profile_chosen)
        self.footer.cancel.clicked.connect(self.closed)
        self.footer.save.clicked.connect(self.save)
        self.page.question_clicked.connect(self._on_question_clicked)
        self.rail.row_chosen.connect(self._on_row_chosen)
        self.rail.candidate_clicked.connect(self._on_candidate_clicked)
        self.rail.phrase_entered.connect(self._on_phrase_entered)
        for part in (self.page, self.rail.list):
            part.installEventFilter(self)
        self.setFocusProxy(self.rail.list)

    def _lay_out(self) -> None:
        columns = QVBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.heads)
        columns.addWidget(self.page, 1)
        columns.addWidget(self.empty, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(columns, 1)
        middle.addWidget(self.rail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
        layout.addWidget(self.footer)
        self._show_parts(shown=False)

    def _show_parts(self, *, shown: bool) -> None:
        self.page.setVisible(shown)
        self.heads.setVisible(shown)
        self.empty.setVisible(not shown)

    # What is shown

    def wait(self, before: Choosing | None = None) -> None:
        """Nothing to show yet; ``before`` is what was decided when the view was left the last time."""
        self.choosing = None
        self._before = before
        self.footer.tell("")
        self.footer.show_proposal(None)
        self.rail.show_choosing(None, NONE)
        self.page.show_choosing(None)
        self.empty.say(self.tr("Converting …"), "")
        self._show_parts(shown=False)
        self.setFocusProxy(self.footer.cancel)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a proposal; one for the same article takes over what was decided."""
        before = self.choosing or self._before
        if before is not None and before.proposal.name != proposal.name:
            before = None
        self._before = None
        self.choosing = choosing = Choosing(proposal, before)
        self.footer.tell("")
        self.footer.show_proposal(proposal)
        self.header.show_proposal(proposal, len(choosing.asked))
        self.heads.show_variants(proposal.variant, proposal.target)
        self._show_parts(shown=True)
        self.page.show_choosing(choosing)
        row = min(max(0, self.rail.row), len(choosing.asked) - 1) if before is not None else 0
        if row >= 0 and choosing.asked and choosing.answer(choosing.asked[row]):
            row = max(row if choosing.next_open(row) == NONE else choosing.next_open(row), 0)
        self.rail.show_choosing(choosing, row)
        self._tell()
        self.setFocusProxy(self.rail.list if choosing.asked else self.page)

    def fail(self, told: str) -> None:
        """Something did not work; what was decided stays."""
        self.footer.tell(told)
        self.footer.save.setEnabled(self.choosing is not None)

    # From question to question

    @property
    def now(self) -> int:
        """Number of the question in hand, NONE when there is none."""
        choosing, row = self.choosing, self.rail.row
        return choosing.asked[row] if choosing is not None and 0 <= row < len(choosing.asked) else NONE

    def _on_row_chosen(self, row: int) -> None:
        self.page.show_question(self.now)
        self.page.setAccessibleDescription(str(self.rail.cards.data(self.rail.cards.index(row))))

    def _on_question_clicked(self, number: int) -> None:
        choosing = self.choosing
        if choosing is None:
            return
        if number not in choosing.asked:
            choosing.look_up(number)
            self.rail.show_choosing(choosing, choosing.asked.index(number))
            self.page.answered(number)
        else:
            self.rail.go(choosing.asked.index(number))
        self.page.show_question(number, scroll=False)
        self.rail.list.setFocus()

    def _on_candidate_clicked(self, row: int, candidate: str) -> None:
        self.rail.go(row)
        self._decide(candidate)

    def step(self, by: int) -> None:
        """To the next question, or the one before."""
        count = self.rail.cards.rowCount()
        if count:
            self.rail.go(min(count - 1, max(0, self.rail.row + by)))

    def accept(self) -> None:
        """What stands there is right; on to the next open one."""
        if self.choosing is not None and self.now != NONE:
            self._decide(self.choosing.current(self.now))

    def choose(self, number: int) -> None:
        """Another candidate, by its number from 1; on to the next open one."""
        choosing, now = self.choosing, self.now
        if choosing is not None and now != NONE and number <= len(choosing.questions[now].candidates):
            self._decide(choosing.questions[now].candidates[number - 1])

    def take_back(self) -> None:
        """The question in hand is open after all."""
        if self.choosing is not None and self.now != NONE:
            self.choosing.take_back(self.now)
            self._answered(self.now)

    def _decide(self, candidate: str) -> None:
        choosing, now = self.choosing, self.now
        if choosing is None or now == NONE:
            return
        choosing.decide(now, candidate)
        self._answered(now)
        row = choosing.next_open(self.rail.row)
        if row != NONE:
            self.rail.go(row)

    def _answered(self, number: int) -> None:
        self.footer.tell("")
        self.page.answered(number)
        self.page.show_question(self.now, scroll=False)
        self.rail.cards.touched(number)
        self._tell()

    def _tell(self) -> None:
        choosing = self.choosing
        self.rail.tell()
        self.footer.all_done(done=choosing is not None and 0 < len(choosing.asked) == choosing.done)

    # Always so

    def always(self) -> None:
        """The word in hand is always to be written so; a single character needs to be told with what stands by it."""
        choosing, now = self.choosing, self.now
        if choosing is None or now == NONE:
            return
        question = choosing.questions[now]
        pair = whole_word(question, choosing.current(now))
        if pair is not None:
            self._take_pair(pair)
            return
        told = self.tr("A single character is not always written so. Which word is?")
        self.rail.ask_phrase(told, f"{question.head[-1:]}{question.word}{question.tail[:1]}")

    def _on_phrase_entered(self, phrase: str) -> None:
        choosing, now = self.choosing, self.now
        if choosing is None or now == NONE or not phrase:
            return
        pair = covering(choosing.questions[now], choosing.current(now), phrase)
        if pair is None:
            self.footer.tell(self.tr("Take a word of two characters or more from the line on the card."))
            return
        self._take_pair(pair)

    def _take_pair(self, pair: tuple[str, str]) -> None:
        choosing = self.choosing
        if choosing is None:
            return
        choosing.always[pair[0]] = pair[1]
        self.again_wanted.emit()

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return keys.press(self, event)
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.saves(event):
            event.accept()  # the keys of the window's menu mean the article; here they mean its other version
            return True
        return super().event(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.hidden.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif keys.saves(event):
            self.save()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep the variant."""
        if self.footer.save.isEnabled():
            self.footer.save.setEnabled(False)  # once is enough, until it is told that it did not work
            self.accepted.emit()
