"""The fields of one target, made from what its kind says that it has to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.outbox import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.records.outbox import KindShown, OptionShown, TargetShown
    from ui.sentences import Sentences


_FOLDERS, _FILES = frozenset({"path", "folder"}), frozenset({"authority", "key_file"})
"""Options that name something on this computer."""
_FAR = "host"
"""A kind with this option means folders of another computer."""


class TargetForm(QWidget):
    """Name, the options of the kind, the password; the one that is kept is never shown.

    Signals:
        edited: Something was changed by hand.
    """

    edited = Signal()

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self._kind: KindShown | None = None
        self.name = QLineEdit()
        self.secret = QLineEdit()
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.browse: dict[str, QPushButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 12, 0)
        self._layout.setSpacing(6)

    def show_kind(self, kind: KindShown, target: TargetShown | None) -> None:
        """The fields of a kind, filled with what a target has been told; None = a new one."""
        self._kind = kind
        self._clear()
        self.name = QLineEdit(target.name if target is not None else "")
        self.name.setPlaceholderText(self.tr("How you call it, for example web"))
        self.name.setReadOnly(target is not None)
        self._row(self.tr("Name"), self.name, required=True)
        told = target.options if target is not None else {}
        needed = [option for option in kind.options if option.required]
        for option in needed:
            self.fields[option.name] = self._field(option, told.get(option.name, option.default))
        self._secret(kind, target)
        for option in kind.options:
            if option not in needed:
                self.fields[option.name] = self._field(option, told.get(option.name, option.default))
        self._layout.addStretch()

    def _clear(self) -> None:
        while self._layout.count():
            item = self._layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields, self.browse = {}, {}

    def _secret(self, kind: KindShown, target: TargetShown | None) -> None:
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        kept = target is not None and target.has_secret
        self.secret.setPlaceholderText(self.tr("kept on this computer; leave empty to keep it") if kept else "")
        if kind.secret:
            self._row(self.tr("Password or token"), self.secret, required=not kept)

    def _field(self, option: OptionShown, value: str) -> QLineEdit | QComboBox:
        word = self._sentences.sentence(f"target.option.{option.name}") or option.name
        if option.choices:
            box = self._choices(option, value)
            self._row(word, box, required=False)
            return box
        line = QLineEdit(value)
        line.setPlaceholderText(option.default)
        self._row(word, line, required=option.required, button=self._browse(option.name, word, line))
        return line

    def _choices(self, option: OptionShown, value: str) -> QComboBox:
        """What may be chosen, in words; a value that is no choice any more stays until another is chosen."""
        box = QComboBox()
        strange = [value] if value and value not in option.choices else []
        for choice in (*option.choices, *strange):
            box.addItem(self._sentences.sentence(f"target.choice.{option.name}.{choice}") or choice, choice)
        box.setCurrentIndex(box.findData(value))
        box.currentIndexChanged.connect(lambda _n: self.edited.emit())
        return box

    def _browse(self, option: str, word: str, line: QLineEdit) -> QPushButton | None:
        """A button that chooses what the option names, None when it names nothing on this computer."""
        far = self._kind is not None and any(one.name == _FAR for one in self._kind.options)
        folder = option in _FOLDERS and not far
        if not folder and option not in _FILES:
            return None
        title = self.tr("Choose a folder") if folder else self.tr("Choose a file")
        button = QPushButton(self.tr("Choose…"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("{title}: {option}").format(title=title, option=word))
        button.setToolTip(title)
        button.clicked.connect(lambda _on=False: self._choose(line, title, folder=folder))
        self.browse[option] = button
        return button

    def _choose(self, line: QLineEdit, title: str, *, folder: bool) -> None:
        before = line.text().strip()
        if folder:
            found = QFileDialog.getExistingDirectory(self, title, before)
        else:
            found, _ = QFileDialog.getOpenFileName(self, title, before)
        if found and found != before:
            line.setText(QDir.toNativeSeparators(found))
            self.edited.emit()

    def _row(
        self, word: str, field: QLineEdit | QComboBox, *, required: bool, button: QPushButton | None = None
    ) -> None:
        field.setAccessibleName(word)
        label = QLabel(f"{word} *" if required else word)
        label.setWordWrap(True)
        label.setProperty("role", "section")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self.edited.emit())
        self._layout.addWidget(label)
        self._layout.addWidget(_beside(field, button) if button is not None else field)

    def options(self) -> dict[str, str]:
        """What the target is told; what is empty is left to the kind."""
        found = {}
        for name, field in self.fields.items():
            found[name] = str(field.currentData() or "") if isinstance(field, QComboBox) else field.text().strip()
        return found

    @property
    def complete(self) -> bool:
        """Whether everything that is needed is there."""
        kind = self._kind
        if kind is None or not self.name.text().strip():
            return False
        told: Mapping[str, str] = self.options()
        return all(told.get(option.name) for option in kind.options if option.required)

    @property
    def kind(self) -> KindShown | None:
        """Of which kind the target is."""
        return self._kind

    def told(self) -> str:
        """What the kind is, in a sentence."""
        return words.kind_told(self._kind) if self._kind is not None else ""


def _beside(field: QWidget, button: QPushButton) -> QWidget:
    """A field and its button in one line."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    return both
