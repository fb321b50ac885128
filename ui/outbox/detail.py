"""One piece of work: what is so in words, where it stands, what the receipt says, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.destinations import place_word
from ui.outbox import fields, names, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from editor.records.outbox import LineShown
    from ui.sentences import Sentences
    from ui.theme.look import Look

_LONGEST = 400
_HIGHEST = 170


class DetailPane(QFrame):
    """Shows the line that is chosen; its buttons are the actions of the window.

    Signals:
        open_wanted: The address should be opened.
    """

    open_wanted = Signal(str)

    def __init__(
        self, look: Look, sentences: Sentences, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._look = look
        self._sentences = sentences
        self.line: LineShown | None = None
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.state = QLabel()
        self.state.setProperty("role", "pill")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.facts = QLabel()
        self.facts.setProperty("role", "caption")
        self.facts.setWordWrap(True)
        for label in (self.title, self.state, self.told, self.facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.link = QPushButton()
        self.link.setProperty("role", "quiet")
        self.link.setAutoDefault(False)
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.clicked.connect(self._on_link)
        self.receipt = QTreeWidget()
        self.receipt.setRootIsDecorated(False)
        self.receipt.setAccessibleName(self.tr("What stands there otherwise than it was sent"))
        self.receipt.setHeaderLabels([self.tr("Field"), self.tr("Sent"), self.tr("Stands there")])
        self.receipt.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.buttons: list[tuple[QPushButton, QAction]] = []
        self._lay(actions)
        look.changed.connect(self._draw)
        self._draw()
        self.show_line(None, 0)

    def _lay(self, actions: Sequence[QAction]) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.state)
        head.addWidget(self.title, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for action in actions:
            button = QPushButton(action.text().replace("&", ""))
            button.setToolTip(action.toolTip())
            button.setAutoDefault(False)
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda button=button, action=action: button.setVisible(action.isEnabled()))
            self.buttons.append((button, action))
            row.addWidget(button)
        row.addStretch()
        place = QHBoxLayout()
        place.addWidget(self.link)
        place.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addLayout(place)
        layout.addWidget(self.receipt)
        layout.addWidget(self.facts)
        layout.addLayout(row)

    def show_line(self, line: LineShown | None, chosen: int) -> None:
        """Show a piece of work; ``chosen`` = how many are selected in the list."""
        self.line = line
        self.setVisible(line is not None)
        for button, action in self.buttons:
            button.setVisible(action.isEnabled())
        if line is None:
            return
        several = self.tr("{n} chosen").format(n=chosen) if chosen > 1 else ""
        self.title.setText(several or line.headline or self.tr("(no headline)"))
        self.state.setText(words.line_word(line))
        self.state.setProperty("tone", words.tone(line))
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setFixedWidth(self.state.sizeHint().width())
        told = words.why(line, self._sentences, self._look.now())
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.link.setText(line.address[:_LONGEST])
        self.link.setToolTip(self.tr("Open {address}").format(address=line.address[:_LONGEST]))
        self.link.setVisible(bool(line.address))
        self._show_receipt(line)
        self.facts.setText(self._facts(line))

    def _show_receipt(self, line: LineShown) -> None:
        self.receipt.clear()
        for name, sent, there in line.differs:
            texts = [fields.told_text(name, text) for text in (sent, there)]
            item = QTreeWidgetItem([names.field_word(name), *(each.glance for each in texts)])
            for column, told in enumerate((name, *(each.whole[:_LONGEST] for each in texts))):
                item.setToolTip(column, told)
            self.receipt.addTopLevelItem(item)
        rows = self.receipt.sizeHintForRow(0) * len(line.differs) if line.differs else 0
        self.receipt.setFixedHeight(min(_HIGHEST, rows + self.receipt.header().sizeHint().height() + 6))
        self.receipt.setVisible(bool(line.differs))

    def _facts(self, line: LineShown) -> str:
        now = self._look.now()
        parts = [line.number, place_word(line.target)]
        if line.keeper:
            appears = self.tr("appears {time}").format(time=words.time_told(line.publish_at, now))
            parts.append(f"{appears} ({words.keeper_told(line)})")
        parts.append(self.tr("queued {time}").format(time=words.time_told(line.queued_at, now)))
        if ended := words.ended_at(line):
            parts.append(self.tr("done {time}").format(time=words.time_told(ended, now)))
        if line.attempt > 1:
            parts.append(self.tr("attempt {n}").format(n=line.attempt))
        compared = line.address.startswith("http")  # what lies in a folder is not read back
        compared = compared and line.code != words.DONE_BY_HAND
        stands = line.state == "done" and line.action != "remove" and not line.gone
        if stands and compared and not line.differs:
            parts.append(self.tr("receipt: everything stands there as it was sent"))
        return " · ".join(part for part in parts if part)

    def _on_link(self) -> None:
        if self.line is not None and self.line.address:
            self.open_wanted.emit(self.line.address)

    def _draw(self) -> None:
        self.link.setIcon(self._look.icon("external-link", "accent"))
        for button, action in self.buttons:
            button.setIcon(action.icon())
