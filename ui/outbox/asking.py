"""Small questions about what is scheduled: what was missed, whether to close, why everything is held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.destinations import place_word
from ui.outbox import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from editor.records.outbox import LineShown, TargetShown

_SHOWN = 200


class _Question(QDialog):
    """A sentence, a list where there is one, and buttons."""

    def __init__(self, title: str, told: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        head = QLabel(title)
        head.setProperty("role", "title")
        self.told = QLabel(told)
        self.told.setWordWrap(True)
        for label in (head, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 18, 20, 16)
        self._layout.setSpacing(10)
        self._layout.addWidget(head)
        self._layout.addWidget(self.told)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch()

    def _button(self, text: str, signal: SignalInstance | None, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        if signal is not None:
            button.clicked.connect(lambda _on=False: signal.emit())
        self._buttons.addWidget(button)
        return button

    def _end(self) -> None:
        self._layout.addLayout(self._buttons)


def _said(line: LineShown) -> str:
    return f"{words.time_told(line.publish_at)}   {line.headline or line.number}   {place_word(line.target)}"


class MissedDialog(_Question):
    """What this computer was to send while the program was closed: sent late only when somebody says so.

    Signals:
        send_wanted: Keys that go now.
        cancel_wanted: Keys that are taken out of the queue.
    """

    send_wanted = Signal(list)
    cancel_wanted = Signal(list)
    _sent = Signal()
    _canceled = Signal()

    def __init__(self, lines: Sequence[LineShown], parent: QWidget | None = None) -> None:
        title = self.tr("The time of these articles has passed")
        told = self.tr(
            "This computer was to send them and the program was not running. Nothing was sent; "
            "nothing is sent at all until you have decided about the ticked ones."
        )
        super().__init__(title, told, parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Missed articles"))
        self.show_lines(lines)
        self._layout.addWidget(self.list)
        self.later = self._button(self.tr("Decide later"), None)
        self.cancel = self._button(self.tr("Take out of the queue"), self._canceled, "danger")
        self.send = self._button(self.tr("Send now"), self._sent, "primary")
        self.later.clicked.connect(self.reject)
        self._sent.connect(lambda: self._decide(self.send_wanted))
        self._canceled.connect(lambda: self._decide(self.cancel_wanted))
        self._end()
        self.later.setFocus()

    def show_lines(self, lines: Sequence[LineShown]) -> None:
        """What is still to be decided about."""
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(_said(line))
            item.setData(Qt.ItemDataRole.UserRole, line.key)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _decide(self, signal: SignalInstance) -> None:
        ticked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        if not ticked:
            return
        signal.emit([item.data(Qt.ItemDataRole.UserRole) for item in ticked])
        for item in ticked:
            self.list.takeItem(self.list.row(item))
        if not self.list.count():
            self.accept()


class ClosingDialog(_Question):
    """The program is to be closed while this computer keeps the time of something.

    Signals:
        close_wanted: All the same.
    """

    close_wanted = Signal()

    def __init__(self, lines: Sequence[LineShown], parent: QWidget | None = None) -> None:
        title = self.tr("This computer keeps the time of {n} articles").format(n=len(lines))
        told = self.tr(
            "They are sent only while the program runs. If it is closed, what is missed is asked about "
            "at the next start and never sent late by itself."
        )
        super().__init__(title, told, parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Scheduled articles"))
        self.list.addItems([_said(line) for line in lines[:_SHOWN]])
        self._layout.addWidget(self.list)
        self.close_all_the_same = self._button(self.tr("Close all the same"), self.close_wanted, "danger")
        self.stay = self._button(self.tr("Keep it running"), None, "primary")
        self.close_all_the_same.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self._end()
        self.stay.setFocus()


class _Places(QListWidget):
    """Targets to be ticked; all are from the beginning."""

    def __init__(self, targets: Sequence[TargetShown]) -> None:
        super().__init__()
        for target in targets:
            item = QListWidgetItem(target.name if target.held in {"", "-"} else f"{target.name}   {target.held}")
            item.setData(Qt.ItemDataRole.UserRole, target.name)
            item.setCheckState(Qt.CheckState.Checked)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setMaximumHeight(max(self.sizeHintForRow(0), 1) * min(self.count(), 8) + 2 * self.frameWidth() + 8)
        self.setVisible(self.count() > 1)

    def ticked(self) -> tuple[str, ...]:
        """Names of the targets that are ticked."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )


class HoldDialog(_Question):
    """一键暂缓: the reason is asked for, it is shown wherever something is held back.

    Signals:
        given: The reason, and the names of the targets.
    """

    given = Signal(str, tuple)
    _go = Signal()

    def __init__(self, targets: Sequence[TargetShown], scheduled: int, parent: QWidget | None = None) -> None:
        title = self.tr("Hold everything back")
        told = self.tr(
            "Nothing goes to the ticked targets until you release it. {n} scheduled articles are waiting; "
            "what targets keep for later is taken back there. What is out already stays."
        ).format(n=scheduled)
        super().__init__(title, told, parent)
        self.list = _Places(targets)
        self.list.setAccessibleName(self.tr("Targets"))
        self._layout.addWidget(self.list)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, for example who asked for it"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._layout.addWidget(self.reason)
        leave = self._button(self.tr("Cancel"), None)
        self.hold = self._button(self.tr("Hold back"), self._go, "danger")
        leave.clicked.connect(self.reject)
        self._go.connect(self._on_go)
        self.reason.returnPressed.connect(self._on_go)
        self.reason.textChanged.connect(self._fit)
        self.list.itemChanged.connect(self._fit)
        self._end()
        self._fit()
        self.reason.setFocus()

    def _fit(self) -> None:
        self.hold.setEnabled(bool(self.reason.text().strip() and self.list.ticked()))

    def _on_go(self) -> None:
        if self.hold.isEnabled():
            self.given.emit(self.reason.text().strip(), self.list.ticked())
            self.accept()


class ReleaseDialog(_Question):
    """What is held back is let go again, at all targets or at some.

    Signals:
        given: Names of the targets.
    """

    given = Signal(tuple)
    _go = Signal()

    def __init__(self, targets: Sequence[TargetShown], parent: QWidget | None = None) -> None:
        told = self.tr("What waits for the ticked targets goes on; what was taken back there goes again.")
        super().__init__(self.tr("Release what is held back"), told, parent)
        self.list = _Places(targets)
        self.list.setAccessibleName(self.tr("Targets"))
        self._layout.addWidget(self.list)
        leave = self._button(self.tr("Cancel"), None)
        self.release = self._button(self.tr("Release"), self._go, "primary")
        leave.clicked.connect(self.reject)
        self._go.connect(self._on_go)
        self.list.itemChanged.connect(lambda _item: self.release.setEnabled(bool(self.list.ticked())))
        self._end()
        self.release.setFocus()

    def _on_go(self) -> None:
        self.given.emit(self.list.ticked())
        self.accept()
