"""The delivery window: batches at the left, their pieces of work at the right, what goes on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.outbox import words
from ui.outbox.delegates import BatchDelegate, LineDelegate
from ui.outbox.detail import DetailPane
from ui.outbox.going import GoingBar
from ui.outbox.models import BatchesModel, LinesModel
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from PySide6.QtCore import QObject

    from editor.records.outbox import BatchShown, LineShown, TargetShown
    from ui.sentences import Sentences
    from ui.theme.look import Look

_SIZE = (1180, 760)
_LEFT = 264
_BUSY = frozenset({"sending", "checking"})
_OPEN = frozenset({"waiting", "held"})
_SHOWN = ("decide", "tick", "published", "again", "cancel", "preview", "withdraw", "receipts", "sheet", "article")


class Doings(dict[str, QAction]):
    """What can be done with the chosen pieces of work, each by a key that works in this window."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__()
        self._look = look
        translate = QCoreApplication.translate
        self._icons = {"open": "external-link", "decide": "git-compare", "again": "rotate-ccw", "preview": "eye"}
        self._icons |= {"cancel": "x", "withdraw": "ban", "article": "file-text"}
        self._icons |= {"tick": "check", "published": "hand", "receipts": "stamp", "sheet": "printer"}
        said = {
            "decide": (translate("Outbox", "Compare and decide…"), "Return"),
            "tick": (translate("Outbox", "Register as done…"), "Ctrl+T"),
            "published": (translate("Outbox", "Published by hand…"), "Ctrl+H"),
            "receipts": (translate("Outbox", "Receipts…"), "Ctrl+B"),
            "sheet": (translate("Outbox", "Disposal sheet…"), "Ctrl+P"),
            "again": (translate("Outbox", "Send again"), "Ctrl+R"),
            "cancel": (translate("Outbox", "Take out of the queue"), "Del"),
            "preview": (translate("Outbox", "What goes there…"), "F12"),
            "withdraw": (translate("Outbox", "Withdraw everywhere…"), "Ctrl+Alt+W"),
            "open": (translate("Outbox", "Open the page"), "Ctrl+Return"),
            "article": (translate("Outbox", "To the article"), "Ctrl+E"),
        }
        for name, (text, key) in said.items():
            action = QAction(text, parent)
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{text}  {action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}")
            action.setEnabled(False)
            self[name] = action
        look.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Icons in the colors of the theme."""
        for name, action in self.items():
            action.setIcon(self._look.icon(self._icons[name]))

    def fit(self, lines: Sequence[LineShown], targets: Container[str]) -> None:
        """What can be done with these; nothing is sent to a place that is no target of this computer."""
        one = lines[0] if len(lines) == 1 else None
        known = [line for line in lines if line.target in targets]
        hand = one is not None and one.code in words.TASKS
        out = one is not None and one.state == "done"
        may = {
            "decide": one is not None and bool(one.allows),
            "tick": hand,
            "published": one is not None
            and one in known
            and one.action != "remove"
            and one.state in _OPEN
            and not hand,
            "receipts": out,
            "sheet": one is not None and one.action == "remove",
            "again": any(
                line.state not in _BUSY and not line.allows and line.code not in words.TASKS for line in known
            ),
            "cancel": any(line.state in _OPEN for line in lines),
            "preview": one is not None and one in known and one.action != "remove",
            "withdraw": one is not None and one.action != "remove" and not one.gone,
            "open": one is not None and bool(one.address),
            "article": one is not None,
        }
        for name, action in self.items():
            action.setEnabled(may[name])


class OutboxWindow(QDialog):
    """Shows what it is given; what a person wants is emitted.

    Signals:
        lines_wanted: Batch, target, state, and whether only what is scheduled: the lines of these.
        wanted: What is to be done (a name of `Doings`), and the lines with which.
    """

    lines_wanted = Signal(str, str, str, bool)
    wanted = Signal(str, list)

    def __init__(
        self, look: Look, sentences: Sentences, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._names: frozenset[str] = frozenset()
        self._held: dict[str, str] = {}
        self.setWindowTitle(self.tr("Publishing queue"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*_SIZE)
        self.batches = QListView()
        self.lines = QListView()
        self.batch_model = BatchesModel(self)
        self.line_model = LinesModel(self)
        self.target = QComboBox()
        self.state = QComboBox()
        self.count = QLabel()
        self.held = QLabel()
        self.empty = EmptyState(look, "send")
        self.doings = Doings(look, self)
        self.addActions([*self.doings.values(), *actions])  # their keys work here as in the main window
        shown = [self.doings[name] for name in _SHOWN]
        self.detail = DetailPane(look, sentences, shown)
        self.going = GoingBar(look)
        self._stack = QStackedWidget()
        self._build(sentences)
        self._lay(actions)
        self._connect()
        self.show_targets(())

    def _build(self, sentences: Sentences) -> None:
        self.batches.setModel(self.batch_model)
        self.batches.setItemDelegate(BatchDelegate(self._look, self.batches))
        self.batches.setAccessibleName(self.tr("Batches"))
        self.batches.setFixedWidth(_LEFT * self._look.scale // 100)
        self.lines.setModel(self.line_model)
        self.lines.setItemDelegate(LineDelegate(self._look, sentences, self.lines))
        self.lines.setAccessibleName(self.tr("Articles of the batch"))
        self.lines.setUniformItemSizes(True)
        self.lines.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        for view in (self.batches, self.lines):
            view.setMouseTracking(True)
            view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
            view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.state.addItem(self.tr("All states"), "")
        for state in words.STATES:
            self.state.addItem(words.state_word(state), state)
        self.target.setAccessibleName(self.tr("Target"))
        self.state.setAccessibleName(self.tr("State"))
        self.count.setProperty("role", "caption")
        self.held.setProperty("role", "pill")
        self.held.setProperty("tone", "amber")
        self.held.setTextFormat(Qt.TextFormat.PlainText)
        self.held.setWordWrap(True)
        self.held.hide()
        self._stack.addWidget(self.lines)
        self._stack.addWidget(self.empty)

    def _lay(self, actions: Sequence[QAction]) -> None:
        top = QFrame()
        top.setProperty("role", "top")
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        title = QLabel(self.tr("Publishing queue"))
        title.setProperty("role", "title")
        for part in (title, self.count):
            row.addWidget(part)
        row.addStretch()
        for box in (self.target, self.state):
            row.addWidget(box)
        for action in actions:
            row.addWidget(_button(action))
        left = QFrame()
        left.setProperty("role", "list")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.batches)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget, stretch in ((self.held, 0), (self._stack, 1), (self.detail, 0)):
            right.addWidget(widget, stretch)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(left)
        columns.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addLayout(columns, 1)
        layout.addWidget(self.going)

    def _connect(self) -> None:
        self.batches.selectionModel().currentChanged.connect(lambda _now, _before: self.ask())
        self.lines.selectionModel().selectionChanged.connect(lambda _on, _off: self._show_chosen())
        self.lines.doubleClicked.connect(self._on_double_clicked)
        self.target.currentIndexChanged.connect(lambda _n: self.ask())
        self.state.currentIndexChanged.connect(lambda _n: self.ask())
        self.detail.open_wanted.connect(lambda _address: self._want("open"))
        for name, action in self.doings.items():
            action.triggered.connect(lambda _on=False, name=name: self._want(name))
        self._look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.batches.setFixedWidth(_LEFT * self._look.scale // 100)
        for view in (self.batches, self.lines):
            view.doItemsLayout()

    # What is shown. --------------------------------------------------------------------------------------------

    def show_targets(self, targets: Sequence[TargetShown]) -> None:
        """The targets that there are, and what is held back."""
        self._names = frozenset(one.name for one in targets)
        now = self.target.currentData()
        with QSignalBlocker(self.target):
            self.target.clear()
            self.target.addItem(self.tr("All targets"), "")
            for one in targets:
                self.target.addItem(one.name, one.name)
            self.target.setCurrentIndex(max(0, self.target.findData(now)))
        held = self._held = words.holds(targets)
        if held:
            reasons = " ".join(dict.fromkeys(why for why in held.values() if why))
            self.held.setText(self.tr("Held back: {names}. {why}").format(names=" · ".join(held), why=reasons))
        self.held.setVisible(bool(held))

    def show_batches(self, batches: Sequence[BatchShown]) -> None:
        """All batches; the one that is chosen stays chosen, at first it is the newest."""
        before = self.batch
        first = not self.batches.currentIndex().isValid()
        self.batch_model.show_batches(batches)
        row = self.batch_model.place_of(batches[0].id if first and batches else before)
        if self.batches.currentIndex().row() != max(0, row):
            self.batches.setCurrentIndex(self.batch_model.index(max(0, row)))

    def show_lines(self, lines: Sequence[LineShown]) -> None:
        """Pieces of work; those that are chosen stay chosen."""
        chosen = [line.key for line in self.chosen()]
        lines = words.with_holds(lines, self._held)
        self.line_model.show_lines(lines if self.batch else lines[::-1])  # of all batches the newest first
        places = [place for key in chosen if (place := self.line_model.place_of(key)) >= 0]
        if places and [line.key for line in self.chosen()] != chosen:
            self.choose(places)
        self._say_empty()
        self._stack.setCurrentWidget(self.lines if lines else self.empty)
        self.count.setText(self.tr("{n} articles").format(n=len(lines)))
        self._show_chosen()

    def choose(self, rows: Sequence[int]) -> None:
        """Choose these rows and no others; the view's own way would heed a Ctrl key that happens to be held."""
        flag = QItemSelectionModel.SelectionFlag
        selection = self.lines.selectionModel()
        selection.setCurrentIndex(self.line_model.index(rows[0]), flag.ClearAndSelect)
        for row in rows[1:]:
            selection.select(self.line_model.index(row), flag.Select)

    def _say_empty(self) -> None:
        if self.batch == BatchesModel.SCHEDULED:
            told = self.tr("Articles with a time of publication or an embargo stand here, the next one first.")
            self.empty.say(self.tr("Nothing is scheduled"), told)
        else:
            told = self.tr("Signed articles come here when they are published to a target.")
            self.empty.say(self.tr("Nothing here"), told)

    @property
    def batch(self) -> str:
        """Id of the batch that is chosen, "" = all of them."""
        record = self.batches.currentIndex().data(BatchesModel.RECORD)
        return record if isinstance(record, str) else record.id if record is not None else BatchesModel.ALL

    def chosen(self) -> list[LineShown]:
        """The lines that are selected."""
        rows = sorted(index.row() for index in self.lines.selectionModel().selectedIndexes())
        return [line for row in rows if (line := self.line_model.line_at(row)) is not None]

    def ask(self) -> None:
        """Ask for the lines that are to be shown now."""
        batch = self.batch
        scheduled = batch == BatchesModel.SCHEDULED
        target, state = self.target.currentData() or "", self.state.currentData() or ""
        self.lines_wanted.emit("" if scheduled else batch, target, state, scheduled)

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        self.doings.fit(chosen, self._names)
        self.detail.show_line(chosen[0] if chosen else None, len(chosen))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = self.line_model.line_at(index.row())
        if line is not None:
            self._want("decide" if line.allows else "tick" if line.code in words.TASKS else "article")

    def _want(self, name: str) -> None:
        chosen = self.chosen()
        if chosen and self.doings[name].isEnabled():
            self.wanted.emit(name, chosen)


def _button(action: QAction) -> QPushButton:
    """A button that is as its action is."""
    button = QPushButton()

    def follow() -> None:
        button.setText(action.text().replace("&", ""))
        button.setIcon(action.icon())
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.setVisible(action.isVisible())

    button.setAutoDefault(False)
    button.clicked.connect(action.trigger)
    action.changed.connect(follow)
    follow()
    return button
