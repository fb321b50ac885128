"""The dialog of targets: a list, the fields of the chosen one, and the test of its connection in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.outbox import words
from ui.outbox.form import TargetForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.outbox import KindShown, TargetShown, Tested
    from ui.sentences import Sentences
    from ui.theme.look import Look

_SIZE = (860, 620)
_CLOCK = 2.0  # seconds: less is the way of the answer


class TargetsDialog(QDialog):
    """Shows the targets; what is wanted is emitted and done by whoever hears it.

    Signals:
        add_wanted: Name, kind, options, password.
        change_wanted: Name, options, password ("" = the kept one stays).
        remove_wanted, test_wanted: Name.
    """

    add_wanted = Signal(str, str, dict, str)
    change_wanted = Signal(str, dict, str)
    remove_wanted = Signal(str)
    test_wanted = Signal(str)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self._kinds: tuple[KindShown, ...] = ()
        self._targets: tuple[TargetShown, ...] = ()
        self._new = ""
        self._changed = False
        self._sure = False
        self.setWindowTitle(self.tr("Targets"))
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Targets"))
        self.list.setProperty("role", "plain")
        self.list.setFixedWidth(230 * look.scale // 100)
        self.form = TargetForm(sentences)
        self.add = QPushButton(self.tr("New target"))
        self.menu = QMenu(self.add)
        self.add.setMenu(self.menu)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.about = QLabel()
        self.about.setProperty("role", "secondary")
        self.said = QLabel()
        self.waiting = _unknown(self.tr("The connection is being tested"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("role", "primary")
        self.test = QPushButton(self.tr("Test connection"))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setProperty("role", "danger")
        self.leave = QPushButton(self.tr("Close"))
        self._lay()
        self._connect()
        self._draw()
        self._show_one()

    def _lay(self) -> None:
        for label in (self.title, self.about, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.waiting.hide()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.title)
        right.addWidget(self.about)
        right.addWidget(_scrolled(self.form), 1)
        right.addWidget(self.waiting)
        right.addWidget(self.said)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(left)
        columns.addLayout(right, 1)
        line = QFrame()
        line.setProperty("role", "hairline")
        self.add.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(line)
        layout.addLayout(_foot(self.remove, self.leave, self.test, self.save))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row)
        self.form.edited.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        self.test.clicked.connect(self._on_test)
        self.remove.clicked.connect(self._on_remove)
        self.leave.clicked.connect(self.reject)
        self._look.changed.connect(self._draw)

    def show_kinds(self, kinds: Sequence[KindShown]) -> None:
        """Which kinds of target there are."""
        self._kinds = tuple(kinds)
        self.menu.clear()
        for kind in self._kinds:
            action = QAction(words.kind_word(kind.name), self.menu)
            action.triggered.connect(lambda _on=False, name=kind.name: self.begin(name))
            self.menu.addAction(action)
        self._show_one()

    def show_targets(self, targets: Sequence[TargetShown]) -> None:
        """Which targets there are; the one that is chosen stays chosen, a new one becomes it."""
        before = self._new or (self.chosen.name if self.chosen is not None else "")
        if self._new and self.form.name.text().strip() in {one.name for one in targets}:
            before = self.form.name.text().strip()
        self._targets, self._new, self._changed = tuple(targets), "", False
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self._targets:
                item = QListWidgetItem(f"{one.name}\n{words.kind_word(one.kind)}")
                item.setIcon(self._look.icon("pause" if one.held else "newspaper"))
                item.setToolTip(one.destination)
                self.list.addItem(item)
            row = next((n for n, one in enumerate(self._targets) if one.name == before), 0)
            self.list.setCurrentRow(row)
        self._show_one()
        if not self._targets:
            self.add.setFocus()  # there is nothing else to begin with

    def begin(self, kind: str) -> None:
        """Fields for a new target of a kind."""
        self._new = kind
        self.list.setCurrentRow(-1)
        self._show_one()
        self.form.name.setFocus()

    @property
    def chosen(self) -> TargetShown | None:
        """The target that is looked at, None for a new one."""
        row = self.list.currentRow()
        return self._targets[row] if 0 <= row < len(self._targets) and not self._new else None

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._new = ""
            self._show_one()

    def _show_one(self) -> None:
        one = self.chosen
        name = one.kind if one is not None else self._new
        kind = next((each for each in self._kinds if each.name == name), None)
        self._changed = self._sure = False
        self._say("")
        self.form.setVisible(kind is not None)
        if kind is not None:
            self.form.show_kind(kind, one)
        fresh = self.tr("New target: {kind}").format(kind=words.kind_word(name))
        nothing = self.tr("No target yet") if not self._targets else ""
        self.title.setText(one.name if one is not None else fresh if name else nothing)
        held = self.tr("Held back: {why}").format(why=one.held) if one is not None and one.held else ""
        first = self.tr(
            "A target is where signed articles go: a website, an account, a folder. Begin with “New target”."
        )
        self.about.setText(held or (self.form.told() if kind is not None else first if not self._targets else ""))
        self.remove.setText(self.tr("Remove"))
        self._fit()

    def _on_edited(self) -> None:
        self._changed = True
        self._say("")
        self._fit()

    def _fit(self) -> None:
        busy = self.waiting.isVisibleTo(self)
        known = self.chosen is not None
        self.save.setEnabled(self.form.complete and not busy and (self._changed or not known))
        self.test.setEnabled(known and not self._changed and not busy)
        self.test.setToolTip(self.tr("Save first, then test") if self._changed else "")
        self.remove.setEnabled(known and not busy)
        self.list.setEnabled(not busy)
        self.add.setEnabled(not busy)

    def _on_save(self) -> None:
        name, secret = self.form.name.text().strip(), self.form.secret.text()
        if self.chosen is not None:
            self.change_wanted.emit(name, self.form.options(), secret)
        elif self.form.kind is not None:
            self.add_wanted.emit(name, self.form.kind.name, self.form.options(), secret)

    def _on_remove(self) -> None:
        """The first time it asks, the second time it is done."""
        one = self.chosen
        if one is None:
            return
        if not self._sure:
            self._sure = True
            self.remove.setText(self.tr("Really remove"))
            self._say(self.tr("What stands there stays there and stays known; only the way there is forgotten."))
            return
        self.remove_wanted.emit(one.name)

    def _on_test(self) -> None:
        one = self.chosen
        if one is not None:
            self.test_wanted.emit(one.name)

    def show_testing(self, name: str) -> None:
        """The place of a target is called."""
        place = next((one.destination for one in self._targets if one.name == name), name)
        self._say(self.tr("Calling {place} …").format(place=place), "secondary")
        self.waiting.show()
        self._fit()

    def rest(self) -> None:
        """Nothing goes on, and nothing has to be said: somebody is asked something first."""
        self.waiting.hide()
        self._say("")
        self._fit()

    def show_saved(self, targets: Sequence[TargetShown], told: str = "") -> None:
        """Something was done."""
        self.show_targets(targets)
        self._say(told, "secondary")

    def show_tested(self, tested: Tested) -> None:
        """What the test found, in words."""
        self.waiting.hide()
        self._fit()
        if tested.code:
            self._say(self._sentences.sentence(tested.sentence, tested.details) or tested.code)
            return
        folder = self.tr("This is a folder: it is tried when something is sent.")
        fine = self.tr("The target answers and takes what we send, as {who}.").format(who=tested.who)
        said = [fine if tested.who else folder]
        if tested.clock is not None and abs(tested.clock) >= _CLOCK:
            said.append(
                self.tr("The clock there is {n} s from ours; times follow theirs.").format(n=round(tested.clock))
            )
        said += [self._sentences.sentence(f"target.note.{code}", {"detail": detail}) for code, detail in tested.notes]
        self._say("\n".join(part for part in said if part), "good")

    def complain(self, told: str) -> None:
        """Why something was not done; what was typed stays."""
        self.waiting.hide()
        self._say(told)
        self._fit()

    def _say(self, told: str, role: str = "error") -> None:
        self.said.setText(told)
        self.said.setVisible(bool(told))
        _dress(self.said, {"good": "", "secondary": "secondary"}.get(role, "error"))

    def _draw(self) -> None:
        self.add.setIcon(self._look.icon("plus"))
        self.save.setIcon(self._look.icon("save", "on_accent"))
        self.test.setIcon(self._look.icon("refresh-cw"))
        self.remove.setIcon(self._look.icon("trash-2", "danger"))


def _unknown(name: str) -> QProgressBar:
    """Something goes on, nobody knows how long."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    return bar


def _scrolled(form: QWidget) -> QScrollArea:
    """A form as high as it has to be."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _foot(first: QPushButton, *others: QPushButton) -> QHBoxLayout:
    """The buttons below: one at the left, the others at the right; Enter presses none that has no focus."""
    foot = QHBoxLayout()
    foot.setSpacing(8)
    foot.addWidget(first)
    foot.addStretch()
    for button in others:
        foot.addWidget(button)
    for button in (first, *others):
        button.setAutoDefault(False)
    return foot


def _dress(label: QLabel, role: str) -> None:
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)
