"""Findings as a tree: a group for each rule, the places under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from editor.findings import Severity
from ui.proofs.words import rule_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QModelIndex, QObject

    from editor.findings import Finding

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
AROUND = 12


class Place(NamedTuple):
    """A finding with what a person reads of it.

    Attributes:
        before: Some characters in front of the place; after: some behind it.
        where: Number of the paragraph, from 1; 0 for a field.
    """

    finding: Finding
    sentence: str
    before: str
    after: str
    where: int


class FindingsModel(QStandardItemModel):
    """Groups in the order of how bad they are, then of the text."""

    PLACE = Qt.ItemDataRole.UserRole
    GROUP = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """All places in the order in which they are shown."""
        return self._places

    def show_places(self, places: Iterable[Place]) -> None:
        """Other findings."""
        groups: dict[str, list[Place]] = {}
        for place in places:
            groups.setdefault(place.finding.rule, []).append(place)
        ordered = sorted(groups.items(), key=lambda item: (min(_ORDER[p.finding.severity] for p in item[1]), item[0]))
        self._places = tuple(place for _, held in ordered for place in held)
        self.clear()
        for rule, held in ordered:
            worst = min((place.finding.severity for place in held), key=lambda severity: _ORDER[severity])
            group = QStandardItem(f"{rule_word(rule)} {len(held)}")
            group.setData((rule, str(worst), len(held)), self.GROUP)
            group.setEditable(False)
            for place in held:
                item = QStandardItem(place.sentence)
                item.setData(place, self.PLACE)
                item.setData(place.sentence, Qt.ItemDataRole.AccessibleTextRole)
                item.setEditable(False)
                group.appendRow(item)
            self.appendRow(group)

    def places_of(self, index: QModelIndex) -> Sequence[Place]:
        """The place at an index, or all places of the group there."""
        place = index.data(self.PLACE)
        if place is not None:
            return (place,)
        item = self.itemFromIndex(index)
        return [item.child(row).data(self.PLACE) for row in range(item.rowCount())] if item is not None else ()
