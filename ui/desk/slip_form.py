"""The slip above the text: two rows of what everybody needs, the rest on demand."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from editor.article import Origin, Slip
from ui.desk import byline, moments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from editor.findings import Finding
    from ui.clock import Clock

COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the slip: its name there, its word, and whether it stands in the first two rows."""

    name: str
    word: str
    always: bool = False


class SlipField(QLineEdit):
    """One field; its finding is its tooltip and a line under it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setProperty("role", "inline")
        self.setAccessibleName(field.word)
        self.names = QStringListModel(self)
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def tell(self, sentence: str) -> None:
        """What is wrong with it, "" when nothing is."""
        self.setProperty("finding", bool(sentence))
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)


class SlipForm(QWidget):
    """Shows a slip and gives it back with what was typed; headline, kicker and subheadline stand elsewhere."""

    edited = Signal()

    def __init__(self, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._slip = Slip()
        self._fields: dict[str, SlipField] = {}
        self._labels: dict[str, QLabel] = {}
        self._told: dict[str, QLabel] = {}
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
            Field("byline", self.tr("Byline"), always=True),
            Field("editor", self.tr("Editor"), always=True),
            Field("responsible_editor", self.tr("Desk editor"), always=True),
            Field("source", self.tr("Source"), always=True),
            Field("column", self.tr("Column"), always=True),
            Field("deadline", self.tr("Deadline"), always=True),
            Field("origin", self.tr("Origin")),
            Field("genre", self.tr("Genre")),
            Field("dateline", self.tr("Dateline")),
            Field("publish_at", self.tr("Publish at")),
            Field("embargo", self.tr("Embargo")),
            Field("published_at", self.tr("First published")),
            Field("keywords", self.tr("Keywords")),
            Field("contact", self.tr("Contact")),
            Field("summary", self.tr("Summary")),
            Field("origin_url", self.tr("Original address")),
            Field("original_headline", self.tr("Original headline")),
            Field("original_authors", self.tr("Original authors")),
        ]

    def _add(self, field: Field) -> None:
        place = len(self._fields)
        row, column = divmod(place, COLUMNS)
        label = QLabel(field.word)
        label.setProperty("role", "caption")
        label.setMinimumWidth(52)
        edit = SlipField(field)
        label.setBuddy(edit)
        edit.textEdited.connect(lambda _text: self.edited.emit())
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

    def show_slip(self, slip: Slip) -> None:
        """Show a slip; nobody is told. A field in which somebody types is left as it is when it says the same."""
        self._slip = slip
        for name, edit in self._fields.items():
            text = _shown(slip, name, self._now())
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)

    def slip(self) -> Slip:
        """The slip as it stands in the fields."""
        changes: dict[str, Any] = {}
        for name, edit in self._fields.items():
            text = edit.text().strip()
            if text != _shown(self._slip, name, self._now()):
                changes[name] = _value(self._slip, name, text, self._now())
        return dataclasses.replace(self._slip, **changes) if changes else self._slip

    def read_only(self, *, read_only: bool) -> None:
        """Whether it can be typed in."""
        for edit in self._fields.values():
            edit.setReadOnly(read_only)

    def show_findings(self, findings: Sequence[tuple[Finding, str]]) -> None:
        """Findings with their sentences, each beside the field it is about."""
        said = {finding.field: sentence for finding, sentence in findings if finding.field}
        for name, edit in self._fields.items():
            sentence = said.get(name, "")
            edit.tell(sentence)
            self._told[name].setText(sentence)
            self._told[name].setVisible(bool(sentence) and edit.isVisible())

    def offer(self, known: Mapping[str, Sequence[str]]) -> None:
        """Words for completion by field, from earlier articles and the register of people."""
        for name, words in known.items():
            if name in self._fields:
                self._fields[name].names.setStringList(list(words))

    def focus_field(self, name: str) -> bool:
        """Go to a field; whether there is one of this name."""
        edit = self._fields.get(name)
        if edit is None:
            return False
        if not edit.field.always:
            self.show_all(shown=True)
        edit.setFocus()
        return True


_TIMES = frozenset({"deadline", "publish_at", "embargo", "published_at"})


def _shown(slip: Slip, name: str, now: datetime) -> str:
    value = getattr(slip, name)
    if name in _TIMES:
        return moments.shown(value, now)
    if name == "byline":
        return byline.as_text(value)
    if name == "keywords":
        return " ".join(value)
    return "" if value is None else str(value)


def _value(slip: Slip, name: str, text: str, now: datetime) -> Any:
    """What somebody typed, as the slip keeps it."""
    if name == "byline":
        return byline.as_byline(text, slip.byline)
    if name == "keywords":
        return tuple(text.replace("，", " ").replace(",", " ").replace("、", " ").split())
    if name == "origin":
        return Origin(text) if text in set(Origin) else None
    if name in _TIMES:
        return moments.meant(text, now)
    if name == "genre":
        return text or None
    return text
