"""The dialog of people: a list, levels as check boxes, a line to add somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.people.words import level_word, level_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.review import Colleague

LEVELS = ("reporter", "1", "2", "3", "admin")


class MembersDialog(QDialog):
    """Shows people; what is decided is emitted, and done by whoever hears it.

    Signals:
        add_wanted: Name and levels of somebody new.
        change_wanted: Name of somebody and his levels from now on; none = he leaves.
        pin_wanted: Id of somebody here who wants another PIN.
    """

    add_wanted = Signal(str, list)
    change_wanted = Signal(str, list)
    pin_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("People and levels"))
        self.resize(620, 460)
        self._people: tuple[Colleague, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People"))
        self.list.setProperty("role", "plain")
        self.list.currentRowChanged.connect(lambda _row: self._show_one())
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self._told = QLabel()
        self._told.setProperty("role", "caption")
        self._told.setWordWrap(True)
        self.said = QLabel()
        self.said.setProperty("role", "error")
        self.said.setWordWrap(True)
        for label in (self._name, self._told, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.boxes = {level: QCheckBox(level_word(level)) for level in LEVELS}
        self.apply = QPushButton(self.tr("Change"))
        self.apply.clicked.connect(self._on_apply)
        self.remove = QPushButton(self.tr("Leaves the newsroom"))
        self.remove.setProperty("role", "danger")
        self.remove.clicked.connect(self._on_remove)
        self.pin = QPushButton(self.tr("PIN…"))
        self.pin.clicked.connect(self._on_pin)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(self.tr("Name of somebody new"))
        self.new_name.setAccessibleName(self.tr("Name of somebody new"))
        self.new_name.returnPressed.connect(self._on_add)
        self.add = QPushButton(self.tr("Add"))
        self.add.setProperty("role", "primary")
        self.add.setEnabled(False)
        self.add.clicked.connect(self._on_add)
        self.new_name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        for button in (self.apply, self.remove, self.pin, self.add):
            button.setAutoDefault(False)
        self._build()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self._name, self._told, *self.boxes.values()):
            right.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.apply, self.pin, self.remove):
            row.addWidget(button)
        row.addStretch()
        right.addLayout(row)
        right.addWidget(self.said)
        right.addStretch()
        new = QHBoxLayout()
        new.addWidget(self.new_name, 1)
        new.addWidget(self.add)
        line = QFrame()
        line.setProperty("role", "hairline")
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(line)
        layout.addLayout(new)

    def show_people(self, people: Sequence[Colleague]) -> None:
        """Who there is; the one that was chosen stays chosen."""
        chosen = self._chosen()
        self._people = tuple(people)
        self.list.clear()
        for one in self._people:
            words = level_words(one.levels) if one.active else self.tr("left")
            self.list.addItem(QListWidgetItem(f"{one.name}    {words}"))
        row = next((n for n, one in enumerate(self._people) if chosen and one.person == chosen.person), 0)
        self.list.setCurrentRow(row)
        self._show_one()

    def complain(self, sentence: str) -> None:
        """Why something was not done."""
        self.said.setText(sentence)

    def _chosen(self) -> Colleague | None:
        row = self.list.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else None

    def _show_one(self) -> None:
        one = self._chosen()
        self.said.setText("")
        self._name.setText(one.name if one is not None else "")
        here = self.tr("Signs on this computer.") if one is not None and one.here else self.tr("Has no key here.")
        self._told.setText(here if one is not None else "")
        for level, box in self.boxes.items():
            box.setChecked(one is not None and level in one.levels)
            box.setEnabled(one is not None and one.active)
        for button in (self.apply, self.remove):
            button.setEnabled(one is not None and one.active)
        self.pin.setEnabled(one is not None and one.here and one.active)

    def _levels(self) -> list[str]:
        return [level for level, box in self.boxes.items() if box.isChecked()]

    def _on_apply(self) -> None:
        one = self._chosen()
        if one is not None:
            self.change_wanted.emit(one.name, self._levels())

    def _on_remove(self) -> None:
        one = self._chosen()
        if one is not None:
            self.change_wanted.emit(one.name, [])

    def _on_pin(self) -> None:
        one = self._chosen()
        if one is not None:
            self.pin_wanted.emit(one.person)

    def _on_add(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self.add_wanted.emit(name, self._levels() or ["reporter"])
            self.new_name.clear()
