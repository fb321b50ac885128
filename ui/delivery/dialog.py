"""批量发布: where to, what will go, what cannot and why; how it goes, and what became of each article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.delivery.plan_list import PlanList
from ui.delivery.steps import REVIEW
from ui.delivery.where import Where
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.outbox import LineShown
    from editor.records.output import Delivered, Planned
    from ui.sentences import Sentences
    from ui.theme.look import Look

_SIZE = (860, 600)
_UNDER_WAY = frozenset({"sending", "checking"})


class DeliveryDialog(QDialog):
    """Shows a plan and what became of it; who wired it does the work.

    Signals:
        plan_wanted: Kind of the place and scope (`SELECTED` or `APPROVED`).
        deliver_wanted: Address and names of the articles that go.
        stop_wanted: No further step.
        result_wanted: The result should be opened.
        preview_wanted: Name of a target, names of articles: exactly what would go.
    """

    SELECTED, APPROVED = "selected", "approved"

    plan_wanted = Signal(str, str)
    deliver_wanted = Signal(str, list)
    stop_wanted = Signal()
    result_wanted = Signal()
    preview_wanted = Signal(str, list)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.running = False
        self._queued = False
        self.setWindowTitle(self.tr("Publish in a batch"))
        self.resize(*_SIZE)
        self.where = Where(look)
        self.kind, self.folder, self.browse = self.where.kind, self.where.folder, self.where.browse
        self.scope = QComboBox()
        self.list = PlanList(look, sentences)
        self.empty = EmptyState(look, "send")
        self.summary = QLabel()
        self.bar = QProgressBar()
        self.go = QPushButton()
        self.stop = QPushButton(self.tr("Stop"))
        self.open_result = QPushButton(self.tr("Open the result"))
        self.preview = QPushButton(self.tr("What goes there…"))
        self.leave = QPushButton(self.tr("Close"))
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._draw()
        self._show_state()

    def _build(self) -> None:
        self.scope.setAccessibleName(self.tr("Which articles"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Target"), self.where)
        form.addRow(self.tr("Articles"), self.scope)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.summary.setWordWrap(True)
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self._lay(form)

    def _lay(self, form: QFormLayout) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_result)
        buttons.addWidget(self.preview)
        buttons.addStretch()
        for button in (self.leave, self.stop, self.go):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.summary)
        layout.addWidget(self.bar)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.where.changed.connect(self._on_changed)
        self.where.edited.connect(self._show_state)
        self.scope.currentIndexChanged.connect(self._on_changed)
        self.preview.clicked.connect(lambda: self.preview_wanted.emit(self.where.target, self.going))
        self.go.clicked.connect(self._on_go)
        self.stop.clicked.connect(self.stop_wanted)
        self.open_result.clicked.connect(self.result_wanted)
        self.leave.clicked.connect(self.reject)
        self._look.changed.connect(self._draw)

    def begin(
        self, addresses: Sequence[str], selected: int, *, approved_first: bool, targets: Sequence[str] = ()
    ) -> None:
        """Offer the places that were used and the articles that may be meant; `plan_wanted` follows."""
        self.where.begin(addresses, targets)
        with QSignalBlocker(self.scope):
            self.scope.clear()
            if selected:
                self.scope.addItem(self.tr("Selected in the list: {n}").format(n=selected), self.SELECTED)
            self.scope.addItem(self.tr("All that are signed off and not yet published"), self.APPROVED)
            self.scope.setCurrentIndex(self.scope.findData(self.APPROVED) if approved_first else 0)
        self.open_result.setEnabled(False)
        self.summary.setText("")
        self.bar.setValue(0)
        (self.go if self.where.named else self.folder).setFocus()
        self._on_changed()

    @property
    def address(self) -> str:
        """The place that is named, "" when none is."""
        return self.where.address

    def _on_changed(self) -> None:
        if not self.running:
            self._queued = False
            self.plan_wanted.emit(self.kind.currentData(), self.scope.currentData() or self.APPROVED)
            self._show_state()

    def show_plan(self, planned: Sequence[Planned]) -> None:
        """What will go, and what cannot and why."""
        self.list.show_plan(planned)
        if not planned:
            self._say_empty()
        self._stack.setCurrentWidget(self.list if planned else self.empty)
        self._summarize()
        self._show_state()

    def _say_empty(self) -> None:
        told = self.tr(
            "Articles stand here once the last level has signed them off. "
            "For a text that is not signed choose review copies, and select it in the list first."
        )
        self.empty.say(self.tr("Nothing to publish"), told)

    @property
    def going(self) -> list[str]:
        """Names of what will go."""
        return self.list.going

    def _summarize(self) -> None:
        going, staying = len(self.going), len(self.list.planned) - len(self.going)
        told = self.tr("{n} will go").format(n=going)
        if later := sum(bool(item.appears) for item in self.list.planned):
            told += " · " + self.tr("{n} of them wait for their time").format(n=later)
        if staying:
            told += " · " + self.tr("{n} cannot, the reason stands beside each").format(n=staying)
        self.summary.setText(told if self.list.planned else "")

    def _on_go(self) -> None:
        if not self.go.isEnabled():
            return
        self.running = True
        self.where.remember()
        self.bar.setRange(0, len(self.going))
        self.bar.setValue(0)
        self.open_result.setEnabled(False)
        self._show_state()
        self.stop.setFocus()
        self.deliver_wanted.emit(self.address, self.going)

    def show_done(self, delivered: Sequence[Delivered]) -> None:
        """What became of some articles."""
        self.list.show_done(delivered)
        self.bar.setValue(self.bar.value() + len(delivered))

    def show_end(self, delivered: Sequence[Delivered], *, stopped: bool, openable: bool) -> None:
        """The end: everything went, something did not, or it was stopped."""
        self.running = False
        good = sum(bool(item.place) for item in delivered)
        bad = len(delivered) - good
        told = [self.tr("{n} done").format(n=good)]
        told += [self.tr("{n} failed; what stood there before is unchanged").format(n=bad)] if bad else []
        told += [self.tr("stopped: what went stays, the rest was not begun")] if stopped else []
        self.summary.setText(" · ".join(told))
        if stopped:
            self.list.show_not_begun(delivered)
        self.open_result.setEnabled(openable and good > 0)
        self._show_state()
        (self.open_result if self.open_result.isEnabled() else self.leave).setFocus()

    def show_queued(self, queued: Sequence[str], refused: Sequence[Delivered], there: Sequence[str]) -> None:
        """What goes to a target is in its queue: it is sent while work goes on."""
        from editor.records.output import Delivered  # noqa: PLC0415

        self.running = False
        self._queued = bool(queued)
        self.list.show_queued(queued)
        self.list.show_done([*refused, *(Delivered(name, name) for name in there)])
        told = [self.tr("{n} in the queue, they are being sent").format(n=len(queued))]
        told += [self.tr("{n} stood there already").format(n=len(there))] if there else []
        told += [self.tr("{n} were refused, the reason stands beside each").format(n=len(refused))] if refused else []
        self.summary.setText(" · ".join(told))
        self.open_result.setEnabled(bool(queued))
        self._show_state()
        self.leave.setFocus()

    def show_lines(self, lines: Sequence[LineShown]) -> None:
        """How far it is with what was queued here."""
        self.list.show_lines(lines)
        many = Counter("under_way" if line.state in _UNDER_WAY else line.state for line in lines)
        if not many["under_way"]:
            told = [self.tr("{n} done").format(n=many["done"])] if many["done"] else []
            told += [self.tr("{n} waiting").format(n=many["waiting"])] if many["waiting"] else []
            told += [self.tr("{n} held, the reason stands beside each").format(n=many["held"])] if many["held"] else []
            self.summary.setText(" · ".join(told))

    def show_stopping(self) -> None:
        """The step that is under way is waited for."""
        self.stop.setEnabled(False)
        self.summary.setText(self.tr("Stopping after the articles that are under way …"))

    def show_trouble(self, told: str) -> None:
        """Why the plan could not be made or the place cannot be used."""
        self.summary.setText(told)

    def _show_state(self) -> None:
        going = len(self.going)
        named = self.where.named
        for widget in (self.kind, self.folder, self.browse, self.scope, self.leave):
            widget.setEnabled(not self.running)
        self.go.setEnabled(not self.running and not self._queued and named and going > 0)
        review = self.kind.currentData() == REVIEW
        several = self.tr("Make %n review copies", "", going), self.tr("Publish %n articles", "", going)
        self.go.setText(several[not review])
        self.go.setToolTip("" if named else self.tr("Name a folder, from the root of the disk on"))
        self.go.setVisible(not self.running)
        self.preview.setVisible(bool(self.where.target))
        self.preview.setEnabled(not self.running and going > 0)
        self.stop.setVisible(self.running)
        self.stop.setEnabled(self.running)
        self.bar.setVisible(self.running)

    def _draw(self) -> None:
        self.preview.setIcon(self._look.icon("eye"))
        self.open_result.setIcon(self._look.icon("external-link"))
        self.go.setIcon(self._look.icon("send", "on_accent"))

    @override
    def reject(self) -> None:
        """Esc and the close button: while something goes it is stopped first."""
        if self.running:
            self.stop_wanted.emit()
            return
        super().reject()
