"""The slip above the text: two rows of what everybody needs, the rest on demand."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editor.article import Slip
from ui.desk.slip_field import Field, SlipField
from ui.desk.slip_values import meant, shown, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.findings import Finding
    from ui.desk.suggestions import Suggestions
    from ui.theme.look import Look

COLUMNS = 3


class SlipForm(QWidget):
    """Shows a slip and gives it back with what was typed; headline, kicker and subheadline stand elsewhere.

    Signals:
        edited: Something was typed.
        entered, left: A field got or lost the focus.
        typed, list_wanted: A field may offer words; it is to offer some, whatever is typed in it.
        offer_taken: An offer was taken in a field.
        undo_wanted, redo_wanted: In the field that has the focus nothing is left to be undone.
    """

    edited = Signal()
    entered = Signal(object)
    left = Signal()
    typed = Signal(object)
    list_wanted = Signal(object)
    offer_taken = Signal(object, object)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = look.now
        self._slip = Slip()
        self.suggestions: Suggestions | None = None
        self._fields: dict[str, SlipField] = {}
        self._labels: dict[str, QLabel] = {}
        self._told: dict[str, QLabel] = {}
        self._said: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self._all = False
        for field in self._list():
            self._add(field)
        self.show_all(shown=False)

    def _list(self) -> list[Field]:
        return [
            Field("byline", self.tr("Byline"), always=True, whole=False),
            Field("editor", self.tr("Editor"), always=True, whole=False),
            Field("responsible_editor", self.tr("Desk editor"), always=True, whole=False),
            Field("source", self.tr("Source"), always=True, whole=False),
            Field("column", self.tr("Column"), always=True),
            Field("deadline", self.tr("Deadline"), always=True),
            Field("planned_length", self.tr("Planned length")),
            Field("origin", self.tr("Origin")),
            Field("genre", self.tr("Genre")),
            Field("dateline", self.tr("Dateline")),
            Field("publish_at", self.tr("Publish at")),
            Field("embargo", self.tr("Embargo")),
            Field("published_at", self.tr("First published")),
            Field("keywords", self.tr("Keywords"), whole=False),
            Field("contact", self.tr("Contact")),
            Field("summary", self.tr("Summary")),
            Field("origin_url", self.tr("Original address")),
            Field("original_headline", self.tr("Original headline")),
            Field("original_authors", self.tr("Original authors"), whole=False),
        ]

    def _add(self, field: Field) -> None:
        place = len(self._fields)
        row, column = divmod(place, COLUMNS)
        label = QLabel(field.word)
        label.setProperty("role", "caption")
        label.setMinimumWidth(52)
        edit = SlipField(field, lambda: self._list_of(edit))
        edit.setObjectName(f"slip_{field.name}")
        label.setBuddy(edit)
        edit.changed.connect(self.edited)
        edit.entered.connect(lambda: self.entered.emit(edit))
        edit.left.connect(lambda: self._on_left(edit))
        edit.typed.connect(lambda: self.typed.emit(edit))
        edit.list_wanted.connect(lambda: self.list_wanted.emit(edit))
        edit.taken.connect(lambda offer: self.offer_taken.emit(edit, offer))
        edit.undo_wanted.connect(self.undo_wanted)
        edit.redo_wanted.connect(self.redo_wanted)
        told = QLabel()
        told.setProperty("role", "error")
        told.setWordWrap(True)
        told.hide()
        self._grid.addWidget(label, row * 2, column * 2)
        self._grid.addWidget(edit, row * 2, column * 2 + 1)
        self._grid.addWidget(told, row * 2 + 1, column * 2, 1, 2)
        self._grid.setColumnStretch(column * 2 + 1, 1)
        self._fields[field.name] = edit
        self._labels[field.name] = label
        self._told[field.name] = told

    def _list_of(self, edit: SlipField) -> Suggestions | None:
        """The list while it is shown under a field."""
        shown_ = self.suggestions
        return shown_ if shown_ is not None and shown_.isVisible() and edit.hasFocus() else None

    def _on_left(self, edit: SlipField) -> None:
        if self.suggestions is not None:
            self.suggestions.hide()
        self._tell(edit.field.name)
        self.left.emit()

    def show_all(self, *, shown: bool) -> None:
        """All fields, or the first two rows."""
        self._all = shown
        for name, edit in self._fields.items():
            visible = shown or edit.field.always
            edit.setVisible(visible)
            self._labels[name].setVisible(visible)
            self._told[name].setVisible(visible and bool(self._told[name].text()))

    @property
    def all_shown(self) -> bool:
        """Whether all fields are shown."""
        return self._all

    def fields(self) -> Iterable[SlipField]:
        """All fields in their order."""
        return self._fields.values()

    def field(self, name: str) -> SlipField:
        """A field by its name."""
        return self._fields[name]

    def show_slip(self, slip: Slip) -> None:
        """Show a slip; nobody is told. A field in which somebody types is left as it is when it says the same."""
        self._slip = slip
        for name, edit in self._fields.items():
            text = shown(slip, name, self._now())
            if edit.text() != text:
                shown_list = self._list_of(edit)
                if shown_list is not None:  # it was about what stood there
                    shown_list.hide()
                edit.setText(text)
                edit.setCursorPosition(0)
            self._tell(name)

    def slip(self) -> Slip:
        """The slip as it stands in the fields."""
        changes: dict[str, Any] = {}
        for name, edit in self._fields.items():
            text = edit.text().strip()
            if text != shown(self._slip, name, self._now()):
                changes[name] = meant(self._slip, name, text, self._now())
        return dataclasses.replace(self._slip, **changes) if changes else self._slip

    def read_only(self, *, read_only: bool) -> None:
        """Whether it can be typed in."""
        for edit in self._fields.values():
            edit.setReadOnly(read_only)

    def show_findings(self, findings: Sequence[tuple[Finding, str]]) -> None:
        """Findings with their sentences, each beside the field it is about."""
        self._said = {finding.field: sentence for finding, sentence in findings if finding.field}
        for name in self._fields:
            self._tell(name)

    def _tell(self, name: str) -> None:
        """What is to be said of a field: that it cannot be kept, else its finding."""
        edit, told = self._fields[name], self._told[name]
        sentence = self._said.get(name, "")
        if not edit.hasFocus() and not understood(name, edit.text().strip()):
            sentence = self._not_understood(name)
        edit.tell(sentence)
        told.setText(sentence)
        told.setVisible(bool(sentence) and (self._all or edit.field.always))

    def _not_understood(self, name: str) -> str:
        if name == "origin":
            return self.tr("This is none of the origins and is not kept; press Down for the list.")
        return self.tr("Not a number of characters, so the text is not measured by it.")

    def focus_field(self, name: str) -> bool:
        """Go to a field; whether there is one of this name."""
        edit = self._fields.get(name)
        if edit is None:
            return False
        if not edit.field.always:
            self.show_all(shown=True)
        edit.setFocus()
        return True
