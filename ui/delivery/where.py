"""Where a batch goes: a kind of place with its folder, or a target by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.delivery.steps import REVIEW, address_of, parts_of, target_address, target_of, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


class Where(QWidget):
    """A list of kinds and targets, a folder for those that need one.

    Signals:
        changed: Another place.
        edited: The folder is being typed.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folders: dict[str, str] = {}
        self.kind = QComboBox()
        self.folder = QLineEdit()
        self.browse = QPushButton(self.tr("Browse…"))
        self._names = {
            "site": self.tr("Website (folder)"),
            "html": self.tr("Web pages, one file each"),
            "markdown": self.tr("Markdown files"),
            "ninjs": self.tr("ninjs files (exchange of news)"),
            REVIEW: self.tr("Review copies (PDF, marked)"),
        }
        for kind, name in self._names.items():
            self.kind.addItem(name, kind)
        self.kind.setAccessibleName(self.tr("Kind of target"))
        self.folder.setAccessibleName(self.tr("Folder of the target"))
        self.folder.setPlaceholderText(self.tr("Folder, for example /srv/www/news"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.folder.editingFinished.connect(self.changed)
        self.folder.textChanged.connect(lambda _text: self.edited.emit())
        self.browse.clicked.connect(self._on_browse)
        look.changed.connect(self._draw)
        self._draw()

    def begin(self, addresses: Sequence[str], targets: Sequence[str]) -> None:
        """Offer the targets by their names, and the places that were used; nothing is emitted."""
        with QSignalBlocker(self.kind), QSignalBlocker(self.folder):
            while self.kind.count() > len(self._names):
                self.kind.removeItem(self.kind.count() - 1)
            for name in targets:
                self.kind.addItem(self.tr("Target {name}").format(name=name), target_address(name))
            kind, folder = parts_of(addresses[0]) if addresses else ("site", "")
            first = target_address(targets[0]) if targets else kind  # a newsroom with targets publishes there
            self.kind.setCurrentIndex(max(0, self.kind.findData(first)))
            self.folder.setText("" if targets else folder)
            self._folders = {parts_of(item)[0]: parts_of(item)[1] for item in reversed(addresses)}
            known = list(dict.fromkeys(parts_of(address)[1] for address in addresses))
            self.folder.setCompleter(QCompleter(known, self))
        self._fit()

    @property
    def target(self) -> str:
        """The target that is chosen by its name, "" when it is a folder."""
        return target_of(self.kind.currentData())

    @property
    def address(self) -> str:
        """The place that is named, "" when none is."""
        if self.target:
            return str(self.kind.currentData())
        return address_of(self.kind.currentData(), self.folder.text())

    @property
    def named(self) -> bool:
        """Whether something can go there."""
        return bool(self.target) or (bool(self.address) and whole(self.folder.text()))

    def remember(self) -> None:
        """Something goes to this folder."""
        self._folders[self.kind.currentData()] = self.folder.text()

    def _on_kind_changed(self) -> None:
        """Each kind has its own folder: review copies have no business where a site stands."""
        self.folder.setText(self._folders.get(self.kind.currentData(), ""))
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        for widget in (self.folder, self.browse):
            widget.setVisible(not self.target)

    def _on_browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder of the target"), self.folder.text())
        if found:
            self.folder.setText(found)
            self.changed.emit()

    def _draw(self) -> None:
        self.browse.setIcon(self._look.icon("folder"))
