"""An overview of all keys, made from the actions themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.actions import Deed


class KeysDialog(QDialog):
    """Actions by menu with their keys; Esc closes."""

    def __init__(self, deeds: Sequence[Deed], titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 640)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setProperty("role", "roomy")
        self.tree.setAccessibleName(self.tr("Keys"))
        groups: dict[str, QTreeWidgetItem] = {}
        for deed in deeds:
            title = titles.get(deed.menu, deed.menu).split("(")[0].replace("&", "")
            if deed.menu not in groups:
                groups[deed.menu] = QTreeWidgetItem(self.tree, [title])
                groups[deed.menu].setFlags(Qt.ItemFlag.ItemIsEnabled)
                strong = self.tree.font()
                strong.setWeight(strong.Weight.DemiBold)
                groups[deed.menu].setFont(0, strong)
            native = QKeySequence.SequenceFormat.NativeText
            keys = "  ".join(QKeySequence(key).toString(native) for key in deed.keys)
            QTreeWidgetItem(groups[deed.menu], [deed.text.replace("&", ""), keys])
        self.tree.expandAll()
        self.tree.setColumnWidth(0, 340)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.tree)
