"""The intake report in the place of the desk: the page as it came, the article, and each place of damage by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from editor.records.incoming import OFFERED
from ui.converting.choosing import NONE
from ui.converting.page import ConversionPage
from ui.intake import words
from ui.intake.judging import Decision, Judging, Text, decided, readings
from ui.intake.rail import Rail
from ui.theme.type import font
from ui.widgets.frames import foot, head, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QPaintEvent

    from editor.records.incoming import Place, Report
    from ui.sentences import Sentences
    from ui.theme.look import Look

_HEADS = 34
_ACCEPT = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_NEXT, _PREVIOUS = {Qt.Key.Key_J, Qt.Key.Key_Down}, {Qt.Key.Key_K, Qt.Key.Key_Up}


class _Heads(QWidget):
    """What stands in the two columns, over them."""

    def __init__(self, look: Look, page: ConversionPage) -> None:
        super().__init__()
        self._look = look
        self._page = page
        self.titles = ("", "")
        self.setFixedHeight(look.px(_HEADS))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, px = self._look.tokens, self._look.px
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setFont(font(px(12), weight=600))
        painter.setPen(QColor(tokens.text2))
        edges = self._page.edges()
        for title, (left, width) in zip(self.titles, edges, strict=True):
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, title)
        middle = (sum(edges[0]) + edges[1][0]) / 2
        painter.fillRect(QRectF(round(middle), 0, 1, self.height()), QColor(tokens.border))
        painter.end()


class ReportView(QWidget):
    """Header, both columns, the list at the right, the keys below.

    Signals:
        decided: The text on the desk is to become this one (`Text`), one step of undo. While ``locked`` is true nothing
            is decided.
        way_chosen: The file is to be read in this encoding.
        original_wanted: The bytes as they came are to be saved.
        closed: Back to the text.
        hidden: Something else stands in its place now.
    """

    decided = Signal(object)
    way_chosen = Signal(str)
    original_wanted = Signal()
    closed = Signal()
    hidden = Signal()

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.judging: Judging | None = None
        self.locked = False
        self.title = label("title", self.tr("Intake report"))
        self.file = label("secondary")
        self.page = ConversionPage(look)
        self.page.setAccessibleName(self.tr("Original and article"))
        self.heads = _Heads(look, self.page)
        self.rail = Rail(look, sentences)
        self.keys = label("caption", wrap=True)
        self.keep = QPushButton(self.tr("Save the original…"))
        self.done = QPushButton(self.tr("Back to the text"))
        self.done.setProperty("role", "primary")
        self._lay_out()
        self.keep.clicked.connect(self.original_wanted)
        self.done.clicked.connect(self.closed)
        self.page.question_clicked.connect(self._on_place_clicked)
        self.rail.row_chosen.connect(lambda _row: self.page.show_question(self.now))
        self.rail.reading_clicked.connect(self._on_reading_clicked)
        self.rail.way_chosen.connect(self.way_chosen)
        for part in (self.page, self.rail.list):
            part.installEventFilter(self)
        self.setFocusProxy(self.rail.list)

    def _lay_out(self) -> None:
        columns = QVBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.heads)
        columns.addWidget(self.page, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(columns, 1)
        middle.addWidget(self.rail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head(self.title, self.file))
        layout.addLayout(middle, 1)
        layout.addWidget(foot(self.keys, self.keep, self.done))

    # What is shown

    def show_report(self, report: Report, text: Text) -> None:
        """Show a report; one of the same page keeps what was left as it came."""
        before = self.judging
        same = before is not None and (before.report.name, before.report.asset) == (report.name, report.asset)
        refused = before.refused if before is not None and same else frozenset()
        parts = (report.file.rsplit("/", 1)[-1], words.encoding_word(report.encoding))
        self.file.setText(" · ".join(part for part in parts if part))
        self.heads.titles = (self.tr("Original as it came"), self.tr("Article"))
        self.heads.update()
        self.keys.setText(self._keys_told())
        self.rail.show_report(report)
        row = self.rail.row if same else NONE
        self._show(Judging(report, text, refused), row)

    def _keys_told(self) -> str:
        if self.locked:
            return self.tr(
                "This text is not written on now, so nothing can be decided · J/K  next, previous · Esc  text"
            )
        return self.tr(
            "Enter  accept · 1–9  choose · R  put back · A  all of this rule · J/K  next, previous · Esc  text"
        )

    def _show(self, judging: Judging, row: int) -> None:
        self.judging = judging
        self.page.show_choosing(judging)
        count = len(judging.cards)
        self.rail.show_judging(judging, min(max(row, 0), count - 1) if count else NONE)
        self.page.show_question(self.now, scroll=row == NONE)
        self.setFocusProxy(self.rail.list if count else self.page)

    @property
    def now(self) -> int:
        """Number of the place in hand, NONE when there is none."""
        card = self.rail.cards.card(self.rail.row)
        return card.number if card is not None else NONE

    @property
    def _place(self) -> Place | None:
        judging = self.judging
        return judging.report.places[self.now] if judging is not None and self.now != NONE else None

    # Decisions

    def accept(self) -> None:
        """What the machine reads there is right; on to the next one."""
        place = self._place
        if place is not None:
            self._decide([self.now], _best)

    def choose(self, number: int) -> None:
        """Another reading, by its number from 1."""
        place = self._place
        if place is not None and number <= len(readings(place)):
            self._decide([self.now], lambda one: readings(one)[number - 1])

    def put_back(self) -> None:
        """It stands there as it came."""
        if self._place is not None:
            self._decide([self.now], lambda one: one.before)

    def accept_rule(self) -> None:
        """All places of the rule in hand are right."""
        self._decide(self._of_rule(), _best, step=False)

    def put_back_rule(self) -> None:
        """All places of the rule in hand stand there as they came."""
        self._decide(self._of_rule(), lambda one: one.before, step=False)

    def _of_rule(self) -> list[int]:
        judging, place = self.judging, self._place
        if judging is None or place is None:
            return []
        return [card.number for card in judging.cards if card.place.rule == place.rule]

    def _decide(self, numbers: list[int], to: Callable[[Place], str], *, step: bool = True) -> None:
        judging = self.judging
        if judging is None or self.locked or not numbers:
            return
        decisions = [Decision(number, to(judging.report.places[number])) for number in numbers]
        report, text = decided(judging.report, judging.text, decisions)
        left = {n for n in numbers if report.places[n].state == OFFERED}
        refused = (judging.refused - set(numbers)) | left
        changed = text != judging.text
        row = self.rail.row + (1 if step and self.rail.row + 1 < len(judging.cards) else 0)
        self._show(Judging(report, text, frozenset(refused)), row)
        self.page.show_question(self.now)
        if changed:
            self.decided.emit(text)

    def step(self, by: int) -> None:
        """To the next place, or the one before."""
        count = self.rail.cards.rowCount()
        if count:
            self.rail.go(min(count - 1, max(0, self.rail.row + by)))

    def _on_place_clicked(self, number: int) -> None:
        judging = self.judging
        cards = judging.cards if judging is not None else ()
        row = next((row for row, card in enumerate(cards) if card.number == number), NONE)
        self.rail.go(row)
        self.page.show_question(number, scroll=False)
        self.rail.list.setFocus()

    def _on_reading_clicked(self, row: int, reading: str) -> None:
        self.rail.go(row)
        if self._place is not None:
            self._decide([self.now], lambda _one: reading)

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and not self.window().isHidden():  # a window that closes gives nothing back
            self.hidden.emit()

    def _key(self, event: QKeyEvent) -> bool:
        """One key where the cards or the columns have the focus; False when it is none of ours."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_R:
            self.put_back_rule()
            return True
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_0)
            return True
        way = self._ways().get(key)
        if way is not None:
            way()
        return way is not None

    def _ways(self) -> dict[Qt.Key, Callable[[], object]]:
        ways: dict[Qt.Key, Callable[[], object]] = dict.fromkeys(_ACCEPT, self.accept)
        ways |= dict.fromkeys(_NEXT, lambda: self.step(1))
        ways |= dict.fromkeys(_PREVIOUS, lambda: self.step(-1))
        ways |= {Qt.Key.Key_R: self.put_back, Qt.Key.Key_A: self.accept_rule, Qt.Key.Key_Escape: self.closed.emit}
        return ways


def _best(place: Place) -> str:
    """What stands there when it is accepted: what was chosen already, else the best reading."""
    known = readings(place)
    if place.now in known:
        return place.now
    return known[0] if known else place.now
