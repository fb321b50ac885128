"""Receipts of an article: what the ledger says of what went where, what differs there, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.destinations import place_word
from ui.outbox import names, words
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.disposal import ReceiptShown
    from ui.theme.look import Look

_SIZE = (940, 520)


def action_word(receipt: ReceiptShown) -> str:
    """What a receipt says was done."""
    translate = QCoreApplication.translate
    found = {
        "put": translate("Receipts", "sent"),
        "remove": translate("Receipts", "taken down"),
        "adopted": translate("Receipts", "published by hand, adopted"),
        "looked": translate("Receipts", "looked as a visitor"),
        "packed": translate("Receipts", "in an emergency pack"),
    }
    if receipt.by_hand:
        found |= {
            "put": translate("Receipts", "published by hand"),
            "remove": translate("Receipts", "taken down by hand"),
        }
    return found.get(receipt.action, receipt.action)


class ReceiptsDialog(QDialog):
    """A list; the chosen receipt whole below it.

    Signals:
        open_wanted: The address should be opened.
        picture_wanted: sha256 of the screenshot that should be opened.
    """

    open_wanted = Signal(str)
    picture_wanted = Signal(str)

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._receipts: tuple[ReceiptShown, ...] = ()
        self.setWindowTitle(self.tr("Receipts"))
        self.resize(*_SIZE)
        head = QLabel(title)
        head.setProperty("role", "title")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Receipts"))
        self.list.setHeaderLabels(
            [self.tr("Time"), self.tr("Place"), self.tr("What"), self.tr("By"), self.tr("Version"), self.tr("Address")]
        )
        for column in range(5):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.whole = QLabel()
        self.whole.setProperty("role", "secondary")
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setWordWrap(True)
        self.whole.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.whole.setAccessibleName(self.tr("The chosen receipt, whole"))
        self.empty = EmptyState(look, "file-text")
        self.empty.say(self.tr("No receipt yet"), self.tr("What is published, adopted or taken down stands here."))
        self.page = QPushButton(self.tr("Open the page"))
        self.picture = QPushButton(self.tr("Screenshot"))
        self.leave = QPushButton(self.tr("Close"))
        self._lay(head)
        self._connect()
        self.show_receipts(())

    def _lay(self, head: QLabel) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.page, self.picture):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.leave)
        for button in (self.page, self.picture, self.leave):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.whole)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_one())
        self.list.itemActivated.connect(lambda _item, _column: self._on_open())
        self.page.clicked.connect(self._on_open)
        self.picture.clicked.connect(self._on_picture)
        self.leave.clicked.connect(self.reject)

    def show_receipts(self, receipts: Sequence[ReceiptShown]) -> None:
        """What the ledger holds, the newest first."""
        self._receipts = tuple(receipts)
        self.list.clear()
        now = self._look.now()
        for one in self._receipts:
            version = self.tr("version {n}").format(n=one.version) if one.version else ""
            time = words.time_told(one.when or one.at, now)
            item = QTreeWidgetItem([time, place_word(one.place), action_word(one), one.name, version, one.address])
            item.setToolTip(1, one.place)
            item.setToolTip(5, one.address)
            self.list.addTopLevelItem(item)
        self.list.setVisible(bool(receipts))
        self.empty.setVisible(not receipts)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._show_one()
        (self.list if receipts else self.leave).setFocus()

    @property
    def chosen(self) -> ReceiptShown | None:
        """The receipt that is chosen."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self._receipts[row] if 0 <= row < len(self._receipts) else None

    def _show_one(self) -> None:
        one = self.chosen
        self.whole.setText(self._told(one) if one is not None else "")
        self.whole.setVisible(one is not None)
        self.page.setEnabled(one is not None and one.address.startswith(("http://", "https://")))
        self.picture.setEnabled(one is not None and bool(one.picture))

    def _told(self, one: ReceiptShown) -> str:
        """Everything that it says, for those who compare by hand."""
        now = self._look.now()
        lines = [self.tr("Signed by {name}, {time}").format(name=one.name, time=words.time_told(one.at, now))]
        if one.differs:
            lines.append(self.tr("Stands there otherwise: {fields}").format(fields=names.field_words(one.differs)))
        elif one.action == "put" and not one.by_hand and one.digest:
            lines.append(self.tr("Everything stands there as it was sent."))
        for look in one.looks:
            told = self.tr("A visitor got {status} at {address}, {time}")
            time = words.time_told(look.at, now)
            lines.append(told.format(status=look.status or "–", address=look.address, time=time))
        if one.digest:
            kept = self.tr("the text is kept here") if one.kept else self.tr("the text is kept on another computer")
            lines.append(f"sha256 {one.digest} ({kept})")
        lines.append(self.tr("Entry {entry}").format(entry=one.entry))
        return "\n".join(lines)

    def _on_open(self) -> None:
        one = self.chosen
        if one is not None and self.page.isEnabled():
            self.open_wanted.emit(one.address)

    def _on_picture(self) -> None:
        one = self.chosen
        if one is not None and one.picture:
            self.picture_wanted.emit(one.picture)
