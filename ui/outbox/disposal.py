"""撤稿处置单 on the screen: order and reason, every place with what became of it, what is open in red."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.destinations import place_word
from ui.outbox import words

if TYPE_CHECKING:
    from editor.records.disposal import DisposalSheet, PlaceOfArticle
    from ui.sentences import Sentences
    from ui.theme.look import Look

translate = QCoreApplication.translate
_SIZE = (980, 600)
_HAND = "hand"


class DisposalDialog(QDialog):
    """Shows the sheet of one withdrawn article.

    Signals:
        note_wanted: Order and reason as they are entered now.
        down_wanted: Id of the article variant and name of the place: it was taken down there.
        place_wanted: Another place is to be added to the list.
        file_wanted: The sheet is wanted as PDF.
    """

    note_wanted = Signal(str, str)
    down_wanted = Signal(str, str)
    place_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self.sheet: DisposalSheet | None = None
        self.setWindowTitle(self.tr("Disposal sheet"))
        self.resize(*_SIZE)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.state = QLabel()
        self.state.setProperty("role", "pill")
        self.facts = QLabel()
        self.facts.setProperty("role", "secondary")
        self.order = QLineEdit()
        self.why = QLineEdit()
        self.keep = QPushButton(self.tr("Enter"))
        self.later = QLabel()
        self.later.setProperty("role", "caption")
        self.places = QTreeWidget()
        self.said = QLabel()
        self.down = QPushButton(self.tr("Taken down by hand…"))
        self.more = QPushButton(self.tr("Add a place…"))
        self.save = QPushButton(self.tr("Save as PDF…"))
        self.save.setProperty("role", "primary")
        self.leave = QPushButton(self.tr("Close"))
        self._labels: dict[QLineEdit, QLabel] = {}
        self._build()
        self._lay()
        self._connect()

    def _build(self) -> None:
        for label in (self.title, self.state, self.facts, self.later, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.title, self.facts, self.said):
            label.setWordWrap(True)
        self.order.setAccessibleName(self.tr("Order"))
        self.why.setAccessibleName(self.tr("Reason of the withdrawal"))
        self.order.setPlaceholderText(self.tr("still to be entered: who ordered it, by which paper or call"))
        self.why.setPlaceholderText(self.tr("still to be entered"))
        self.places.setRootIsDecorated(False)
        self.places.setAccessibleName(self.tr("Places and what became of the article there"))
        self.places.setHeaderLabels(
            [self.tr("Place"), self.tr("State"), self.tr("Taken down"), self.tr("A visitor gets"), self.tr("Address")]
        )
        header = self.places.header()
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.said.hide()
        for button in (self.keep, self.down, self.more, self.save, self.leave):
            button.setAutoDefault(False)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (word, field) in enumerate(((self.tr("Order"), self.order), (self.tr("Reason"), self.why))):
            label = QLabel(word)
            label.setProperty("role", "section")
            label.setBuddy(field)
            self._labels[field] = label
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.keep, 1, 2)
        grid.addWidget(self.later, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        line = QFrame()
        line.setProperty("role", "hairline")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.down)
        foot.addWidget(self.more)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.facts)
        layout.addLayout(grid)
        layout.addWidget(self.places, 1)
        layout.addWidget(self.said)
        layout.addWidget(line)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep)
        self.order.returnPressed.connect(self._on_keep)
        self.why.returnPressed.connect(self._on_keep)
        for field in (self.order, self.why):
            field.textChanged.connect(lambda _text: self._fit())
        self.places.currentItemChanged.connect(lambda _now, _before: self._show_place())
        self.places.itemActivated.connect(lambda _item, _column: self._on_down())
        self.down.clicked.connect(self._on_down)
        self.more.clicked.connect(self.place_wanted)
        self.save.clicked.connect(self.file_wanted)
        self.leave.clicked.connect(self.reject)
        self._look.changed.connect(self._on_look_changed)

    def show_sheet(self, sheet: DisposalSheet) -> None:
        """What is known now; what somebody is entering stays."""
        before = self.sheet
        entered = before is not None and (self.order.text(), self.why.text()) != (before.order, before.why)
        self.sheet = sheet
        self.title.setText(sheet.headline or sheet.number)
        form = self.tr("with a notice") if sheet.form == "notice" else self.tr("taken down")
        now = self._look.now()
        told = self.tr("{number} · withdrawn by {name}, {time} ({form})")
        self.facts.setText(
            told.format(number=sheet.number, name=sheet.by, time=words.time_told(sheet.at, now), form=form)
        )
        if not entered:
            self.order.setText(sheet.order)
            self.why.setText(sheet.why)
        by = self.tr("entered afterwards by {name}, {time}")
        later = by.format(name=sheet.noted_by, time=words.time_told(sheet.noted_at, now)) if sheet.noted_by else ""
        self.later.setText(later)
        self.later.setVisible(bool(later))
        self._show_state(sheet)
        self._show_places(sheet)
        self._fit()

    def _show_state(self, sheet: DisposalSheet) -> None:
        if sheet.open:
            said = self.tr("{n} places are open").format(n=sheet.open)
        else:
            said = self.tr("Everything is done") if sheet.complete else self.tr("Order or reason is missing")
        self.state.setText(said)
        self.state.setProperty("tone", "green" if sheet.complete else "red")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        for field, told in ((self.order, sheet.order), (self.why, sheet.why)):
            label = self._labels[field]
            label.setProperty("role", "section" if told else "error")
            label.style().unpolish(label)
            label.style().polish(label)

    def _show_places(self, sheet: DisposalSheet) -> None:
        row = self._row
        self.places.clear()
        now = self._look.now()
        for place in sheet.places:
            seen = " ".join(str(look.status) if look.status else "–" for look in place.looks)
            if place.kind == _HAND:
                seen = self.tr("screenshot") if place.picture and place.state != "open" else ""
            else:
                seen = " · ".join(part for part in (seen, *_spots(place)) if part)
            name = f"{place_word(place.name)} {place.variant}".strip()
            at = words.time_told(place.down_at, now) if place.down_at else ""
            item = QTreeWidgetItem([name, self._word(place), at, seen, place.address])
            item.setToolTip(0, place.name)
            item.setToolTip(3, "\n".join(_unseen(place, self._sentences)))
            item.setToolTip(4, place.address)
            tokens = self._look.tokens
            item.setForeground(1, QColor(tokens.danger if place.state == "open" else tokens.green.ink))
            open_ = place.state == "open"
            item.setIcon(
                1, self._look.icon("circle-alert" if open_ else "circle-check", "danger" if open_ else "text2")
            )
            self.places.addTopLevelItem(item)
        first = next((n for n, place in enumerate(sheet.places) if place.state == "open"), 0)
        chosen = self.places.topLevelItem(row if 0 <= row < len(sheet.places) else first)
        if chosen is not None:
            self.places.setCurrentItem(chosen)
        self._show_place()

    def _word(self, place: PlaceOfArticle) -> str:
        if place.state == "open":
            return self.tr("open")
        return self.tr("a notice stands there") if place.state == "notice" else self.tr("down")

    @property
    def _row(self) -> int:
        """Row of the chosen place, -1 = none is."""
        item = self.places.currentItem()
        return self.places.indexOfTopLevelItem(item) if item is not None else -1

    @property
    def chosen(self) -> PlaceOfArticle | None:
        """The place that is chosen."""
        row = self._row
        return self.sheet.places[row] if self.sheet is not None and 0 <= row < len(self.sheet.places) else None

    def _show_place(self) -> None:
        """Why the chosen place is open, and whether a person can end that."""
        place = self.chosen
        told = ""
        if place is not None and place.why:
            now = self._look.now()
            values = {k: words.time_told(v, now) if k in {"at", "when"} else v for k, v in place.values.items()}
            told = self._sentences.sentence(place.why, values)
        self.said.setText(told)
        self.said.setVisible(bool(told))
        self.down.setEnabled(place is not None and place.kind == _HAND and place.state == "open")

    def complain(self, told: str) -> None:
        """Why something was not done; what was entered stays."""
        self.said.setText(told)
        self.said.setVisible(bool(told))
        self._fit()

    def _fit(self) -> None:
        sheet = self.sheet
        now = (self.order.text().strip(), self.why.text().strip())
        self.keep.setEnabled(sheet is not None and now != (sheet.order, sheet.why) and any(now))

    def _on_keep(self) -> None:
        if self.keep.isEnabled():
            self.keep.setEnabled(False)
            self.note_wanted.emit(self.order.text().strip(), self.why.text().strip())

    def _on_down(self) -> None:
        place = self.chosen
        if place is not None and self.down.isEnabled():
            self.down_wanted.emit(place.id, place.name)

    def _on_look_changed(self) -> None:
        if self.sheet is not None:
            self._show_places(self.sheet)


def _spots(place: PlaceOfArticle) -> list[str]:
    """What lists, feeds and searches showed, in a few words."""
    states = {spot.state for spot in place.spots}
    told = []
    if "there" in states:
        told.append(translate("DisposalDialog", "a list still names it"))
    elif "gone" in states:
        told.append(translate("DisposalDialog", "lists: nothing left"))
    if states == {"unseen"}:
        told.append(translate("DisposalDialog", "not looked at"))
    elif "unseen" in states:
        told.append(translate("DisposalDialog", "not all looked at"))
    return told


def _unseen(place: PlaceOfArticle, sentences: Sentences) -> list[str]:
    """Which pages still name it, and what nobody could look at, with the reason."""
    there = [spot.address for spot in place.spots if spot.state == "there"]
    rows = dict.fromkeys((spot.address, spot.why, spot.detail) for spot in place.spots if spot.state == "unseen")
    return there + [f"{address} {sentences.sentence(why, {'status': detail})}".strip() for address, why, detail in rows]
