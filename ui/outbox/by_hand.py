"""What somebody did by hand is written down: published or taken down, where, when, with a screenshot.

At a place with an interface the address is enough: what stands there is found, compared and, on a person's word, ours.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.outbox.found import FoundPane
from ui.outbox.screenshot import ScreenshotField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.disposal import FoundThere
    from editor.records.outbox import TargetShown
    from ui.outbox.preview import Item
    from ui.theme.look import Look

HAND = "hand"
_FILES = frozenset({"site", "folder", "hugo", "sftp", "wechat"})
"""Kinds at which nothing can be found by its address."""


class ByHandDialog(QDialog):
    """Asks what was done; what is wanted is emitted and done by whoever hears it.

    Signals:
        copy_wanted: Place, and ``title``, ``text`` or ``files``: what is to be copied.
        open_wanted: Place: the page on which one publishes there.
        ticked: Place, time, address, file of the screenshot, whether the place is no target.
        compare_wanted: Target and address.
        adopt_wanted: Target, address, and the stamp of what was shown.
    """

    copy_wanted = Signal(str, str)
    open_wanted = Signal(str)
    ticked = Signal(str, str, str, str, bool)
    compare_wanted = Signal(str, str)
    adopt_wanted = Signal(str, str, str)

    def __init__(
        self,
        look: Look,
        item: Item,
        targets: Sequence[TargetShown],
        parent: QWidget | None = None,
        *,
        place: str = "",
        down: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kinds = {one.name: one for one in targets if one.kind not in _FILES}
        self._down = down
        self._seen: FoundThere | None = None
        self.setWindowTitle(self.tr("Taken down by hand") if down else self.tr("Published by hand"))
        self.setMinimumWidth(640 * look.scale // 100)
        self.place = QComboBox()
        self.address = QLineEdit()
        self.at = QLineEdit(f"{look.now():%Y-%m-%d %H:%M}")
        self.picture = ScreenshotField(look)
        self.copies = {
            "title": QPushButton(self.tr("Copy headline")),
            "text": QPushButton(self.tr("Copy text")),
            "files": QPushButton(self.tr("Save as files…")),
            "open": QPushButton(self.tr("Open the page there")),
        }
        self.found = FoundPane(look)
        self.said = QLabel()
        self.go = QPushButton()
        self.leave = QPushButton(self.tr("Cancel"))
        self._labels: dict[QWidget, QLabel] = {}
        self._build(place)
        self._lay(item)
        self._connect()
        self._fit()
        self._focus(place)

    def _build(self, place: str) -> None:
        for name, one in self._kinds.items():
            self.place.addItem(name, one.kind)
        if place and self.place.findText(place) < 0:
            self.place.addItem(place, HAND)
        self.place.setEditable(not place)
        self.place.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.place.setCurrentIndex(self.place.findText(place) if place else -1)
        self.place.setEnabled(not place)
        self.place.setAccessibleName(self.tr("Place"))
        self.address.setAccessibleName(self.tr("Address"))
        self.at.setAccessibleName(self.tr("Time"))
        self.address.setPlaceholderText("https://")
        edit = self.place.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("A target, or any other place: 上级转载 …"))
            edit.setAccessibleName(self.tr("Place"))
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.hide()
        self.go.setProperty("role", "primary")
        for button in (self.go, self.leave, *self.copies.values()):
            button.setAutoDefault(False)
        for button in self.copies.values():
            button.setProperty("role", "small")

    def _lay(self, item: Item) -> None:
        title = QLabel(item.headline or item.number)
        title.setProperty("role", "title")
        number = QLabel(item.number)
        number.setProperty("role", "caption")
        for label in (title, number):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows = (
            (self.tr("Place"), self.place),
            (self.tr("Address"), self.address),
            (self.tr("Time"), self.at),
            (self.tr("Screenshot"), self.picture),
        )
        for row, (word, field) in enumerate(rows):
            label = QLabel(word)
            label.setProperty("role", "section")
            label.setBuddy(field)
            self._labels[field] = label
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        for button in self.copies.values():
            bar.addWidget(button)
        bar.addStretch()
        line = QFrame()
        line.setProperty("role", "hairline")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(number)
        layout.addLayout(grid)
        for part in (self.bar, self.found, self.said, line):
            layout.addWidget(part)
        layout.addStretch()
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.place.currentTextChanged.connect(lambda _text: self._on_edited())
        self.address.textChanged.connect(lambda _text: self._on_edited())
        self.picture.changed.connect(self._fit)
        self.at.returnPressed.connect(self._on_go)
        self.address.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        for name, button in self.copies.items():
            button.clicked.connect(lambda _on=False, name=name: self._on_copy(name))

    def _focus(self, place: str) -> None:
        first = self.picture.choose if self._down else self.address if place else self.place
        first.setFocus()

    @property
    def where(self) -> str:
        """The place that is meant."""
        return self.place.currentText().strip()

    @property
    def adopting(self) -> bool:
        """Whether the place has an interface: what stands there is found and compared."""
        one = self._kinds.get(self.where)
        return one is not None and one.kind != HAND and not self._down

    def _on_edited(self) -> None:
        """What was compared is not what is meant any more."""
        self._seen = None
        self.found.clear()
        self._fit()

    def _fit(self) -> None:
        """What is asked for at this place."""
        adopting, where = self.adopting, self.where
        one = self._kinds.get(where)
        self._show(self.address, shown=not self._down)
        self._show(self.at, shown=not adopting)
        self._show(self.picture, shown=not adopting)
        self.bar.setVisible(not adopting and not self._down and bool(where))
        self.copies["open"].setVisible(one is not None and bool(one.options.get("url")))
        self.found.setVisible(self._seen is not None)
        if adopting:
            self.go.setText(self._word())
            strange = self._seen is not None and not self._seen.same_title
            self.go.setProperty("role", "danger" if strange else "primary")
            self.go.setEnabled(bool(where and self.address.text().strip()))
        else:
            self.go.setText(self.tr("Register"))
            self.go.setProperty("role", "primary")
            self.go.setEnabled(bool(where) and (not self._down or bool(self.picture.file)))
        self.go.style().unpolish(self.go)
        self.go.style().polish(self.go)

    def _word(self) -> str:
        if self._seen is None:
            return self.tr("Compare")
        if not self._seen.same_title:
            return self.tr("It is this article all the same: adopt")
        return self.tr("Adopt")

    def _show(self, field: QWidget, *, shown: bool) -> None:
        field.setVisible(shown)
        self._labels[field].setVisible(shown)

    def show_found(self, found: FoundThere) -> None:
        """What stands there; from now on it may be adopted."""
        if found.target != self.where:
            return
        self._seen = found
        self.said.hide()
        self.found.show_found(found)
        self._fit()
        self.go.setFocus()

    def complain(self, told: str) -> None:
        """Why it was not written down; what was entered stays."""
        self.said.setText(told)
        self.said.setVisible(bool(told))
        self.go.setEnabled(True)

    def tell(self, told: str) -> None:
        """That something was copied."""
        self.complain(told)
        self._fit()

    def _on_copy(self, name: str) -> None:
        if name == "open":
            self.open_wanted.emit(self._kinds[self.where].options.get("url", ""))
        else:
            self.copy_wanted.emit(self.where, name)

    def _time(self) -> str:
        """The time as it was entered, with the zone of this computer; what is none is for the core to refuse."""
        told = self.at.text().strip()
        try:
            entered = datetime.fromisoformat(told)
        except ValueError:
            return told
        return entered.replace(tzinfo=entered.tzinfo or self._look.now().tzinfo).isoformat() if told else ""

    def _on_go(self) -> None:
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)  # until there is an answer
        where, address = self.where, self.address.text().strip()
        if not self.adopting:
            file = self.picture.file
            self.ticked.emit(where, self._time(), "" if self._down else address, file, where not in self._kinds)
        elif self._seen is None:
            self.compare_wanted.emit(where, address)
        else:
            self.adopt_wanted.emit(where, self._seen.address, self._seen.stamp)
