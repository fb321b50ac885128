"""The column at the right: how many are confirmed, and the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from ui.converting.cards import CardDelegate, Cards
from ui.converting.choosing import NONE
from ui.converting.typeset import tint
from ui.widgets.frames import label

if TYPE_CHECKING:
    from ui.converting.choosing import Choosing
    from ui.theme.look import Look

WIDTH = 308
WIDEST = 440  # at 200 % the columns still have room in a window of 1280


class Rail(QFrame):
    """Shows the questions; what is done about them it says by signals.

    Signals:
        row_chosen: Another card is the one in hand: its place in the list.
        candidate_clicked: Place in the list, and what was clicked.
        phrase_entered: The words that are always to be written so, as in the source; "" = given up.
    """

    row_chosen = Signal(int)
    candidate_clicked = Signal(int, str)
    phrase_entered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self._look = look
        self.title = label("strong")
        self.title.setText(self.tr("To confirm"))
        self.count = label("caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.cards = Cards(self)
        self.list = QListView()
        self.list.setModel(self.cards)
        self.delegate = CardDelegate(look, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Places to confirm"))
        self.list.viewport().installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.nothing = label("secondary", wrap=True)
        self.nothing.setContentsMargins(16, 8, 16, 0)
        self._ask = self._phrase()
        self.legend = QLabel()
        self.legend.setProperty("role", "caption")
        self.legend.setWordWrap(True)
        self._lay_out()
        look.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        progress = QHBoxLayout()
        progress.setContentsMargins(16, 8, 16, 8)
        progress.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(progress)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._ask)
        foot = QHBoxLayout()  # margins of a label with a style sheet do not count
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self.legend)
        layout.addLayout(foot)

    def _phrase(self) -> QFrame:
        """Where one says how far the word goes that is always to be written so."""
        frame = QFrame()
        frame.setProperty("role", "banner")
        self.phrase_label = QLabel()
        self.phrase_label.setTextFormat(Qt.TextFormat.PlainText)
        self.phrase_label.setWordWrap(True)
        self.phrase = QLineEdit()
        self.phrase.setAccessibleName(self.tr("Word that is always written so"))
        self.phrase.installEventFilter(self)
        self.phrase.returnPressed.connect(lambda: self._end_phrase(self.phrase.text().strip()))
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.addWidget(self.phrase_label)
        layout.addWidget(self.phrase)
        frame.hide()
        return frame

    def ask_phrase(self, told: str, phrase: str) -> None:
        """Ask which words are always to be written so."""
        self.phrase_label.setText(told)
        self.phrase.setText(phrase)
        self._ask.show()
        self.phrase.setFocus()
        self.phrase.selectAll()

    @property
    def asking_phrase(self) -> bool:
        """Whether it is being asked."""
        return not self._ask.isHidden()

    def _end_phrase(self, phrase: str) -> None:
        self._ask.hide()
        self.list.setFocus()
        self.phrase_entered.emit(phrase)

    def show_choosing(self, choosing: Choosing | None, row: int) -> None:
        """Show the questions of a proposal; ``row`` is the one in hand."""
        self.cards.show_choosing(choosing)
        self.go(row)
        self.tell()

    def go(self, row: int) -> None:
        """Another card is the one in hand."""
        if 0 <= row < self.cards.rowCount():
            self.list.setCurrentIndex(self.cards.index(row))

    @property
    def row(self) -> int:
        """Place of the card in hand, NONE when there is none."""
        index = self.list.currentIndex()
        return index.row() if index.isValid() else NONE

    def tell(self) -> None:
        """How many are confirmed."""
        choosing = self.cards.choosing
        count, done = len(self.cards.asked), choosing.done if choosing is not None else 0
        self.count.setText(self.tr("{done}/{all} confirmed").format(done=done, all=count) if count else "")
        self.bar.setVisible(bool(count))
        self.bar.setRange(0, max(1, count))
        self.bar.setValue(done)
        self.list.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.nothing.setText(self._nothing(choosing))

    def _nothing(self, choosing: Choosing | None) -> str:
        if choosing is None:
            return ""
        if choosing.proposal.again:
            return self.tr("No new place to confirm; what you decided before was kept.")
        return self.tr("Nothing to confirm: words decide every place.")

    def _draw(self) -> None:
        tokens = self._look.tokens
        self.setFixedWidth(min(self._look.px(WIDTH), WIDEST))
        self.list.scheduleDelayedItemsLayout()
        plain, pale = self.tr("Tinted: character by character"), self.tr("pale: by word")
        asked = self.tr("to confirm")
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setText(
            f'<span style="color:{tint(tokens).name()}">{plain}</span> · {pale} · '
            f'<span style="background:{tokens.mark};color:{tokens.text}">&nbsp;{asked}&nbsp;</span>'
        )
        self.list.viewport().update()

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.row_chosen.emit(now.row())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and watched is self.phrase
        if isinstance(event, QKeyEvent) and pressed and event.key() == Qt.Key.Key_Escape:
            self._end_phrase("")
            return True
        released = event.type() == QEvent.Type.MouseButtonRelease
        if isinstance(event, QMouseEvent) and released and watched is self.list.viewport():
            self._on_released(event)
        return super().eventFilter(watched, event)

    def _on_released(self, event: QMouseEvent) -> None:
        index = self.list.indexAt(event.position().toPoint())
        choosing = self.cards.choosing
        if not index.isValid() or choosing is None:
            return
        question = choosing.questions[self.cards.asked[index.row()]]
        rect, point = QRectF(self.list.visualRect(index)), event.position()
        candidate = self.delegate.candidate_at(rect, point.x(), point.y(), question, choosing.proposal.target)
        if candidate:
            self.candidate_clicked.emit(index.row(), candidate)
