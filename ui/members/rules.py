"""The dialog of the rules by which a newsroom reviews: levels, what a reviewer may change alone, 更正."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.review.correcting import FORMS
from ui.review.words import form_told, form_word, listed

if TYPE_CHECKING:
    from editor.records.desk import Rules

THREE, TWO = (1, 2, 3), (1, 3)


class RulesDialog(QDialog):
    """Shows the rules in force; others are wanted with one button.

    Signals:
        rules_wanted: The `Rules` from now on.
    """

    rules_wanted = Signal(object)

    def __init__(self, rules: Rules, *, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._may = may
        self.setWindowTitle(self.tr("Rules of review"))
        self.setMinimumWidth(520)
        self.levels = QComboBox()
        self.share = QSpinBox()
        self.strict = QCheckBox(self.tr("Whoever wrote in an article signs no level of it"))
        self.forms: dict[str, QRadioButton] = {}
        self.told = QLabel()
        self.said = QLabel()
        self.keep = QPushButton(self.tr("Change the rules"))
        self.leave = QPushButton(self.tr("Close"))
        self._group = QButtonGroup(self)
        self._build()
        self._lay()
        self.show_rules(rules)

    def _build(self) -> None:
        self.levels.addItem(self.tr("Three levels: first, second, final review"), THREE)
        self.levels.addItem(self.tr("Two levels: first and final review"), TWO)
        self.levels.setAccessibleName(self.tr("Levels of review"))
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        share = self.tr("Share of the characters that a reviewer may change alone")
        for field in (self.share, self.share.lineEdit()):
            field.setAccessibleName(share)
        for form in FORMS:
            button = QRadioButton(form_word(form))
            button.setToolTip(form_told(form))
            button.setAccessibleDescription(form_told(form))
            button.toggled.connect(lambda _on: self._fit())
            self.forms[form] = button
            self._group.addButton(button)
        self.told.setProperty("role", "caption")
        self.said.setProperty("role", "error")
        for label in (self.told, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.keep.setProperty("role", "primary")
        for widget in (self.levels, self.share, self.strict, *self.forms.values()):
            widget.setEnabled(self._may)
        for press in (self.keep, self.leave):
            press.setAutoDefault(False)
        self.levels.currentIndexChanged.connect(lambda _place: self._fit())
        self.share.valueChanged.connect(lambda _value: self._fit())
        self.strict.toggled.connect(lambda _on: self._fit())
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.reject)

    def _lay(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Levels"), self.levels)
        form.addRow(self.tr("Changed in review"), self._with_note(self.share, self._share_told()))
        form.addRow("", self.strict)
        column = QVBoxLayout()
        column.setSpacing(6)
        for button in self.forms.values():
            column.addWidget(button)
        column.addWidget(self.told)
        form.addRow(self.tr("Corrections"), column)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        for note in self._notes():
            layout.addWidget(note)
        layout.addWidget(self.said)
        layout.addStretch()
        layout.addLayout(foot)

    def _share_told(self) -> str:
        return self.tr("of the characters a reviewer may change alone; more, and the levels below read it again")

    def _with_note(self, field: QWidget, told: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field)
        row.addWidget(self._caption(told), 1)
        return row

    def _notes(self) -> list[QLabel]:
        told = [self.tr("They hold for all columns, for articles that are submitted from now on.")]
        if self._rules.columns:
            own = self.tr("These columns have rules of their own and keep them: {columns}")
            told.append(own.format(columns=listed(self._rules.columns)))
        if not self._may:
            told.append(self.tr("Only an administrator changes the rules."))
        return [self._caption(one) for one in told]

    def _caption(self, told: str) -> QLabel:
        made = QLabel(told)
        made.setProperty("role", "caption")
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        return made

    def show_rules(self, rules: Rules) -> None:
        """The rules in force."""
        self._rules = rules
        self.levels.setCurrentIndex(1 if tuple(rules.levels) == TWO else 0)
        self.share.setValue(rules.share)
        self.strict.setChecked(rules.strict)
        self.forms.get(rules.correction, self.forms["note"]).setChecked(True)
        self.said.setText("")
        self._fit()

    def complain(self, sentence: str) -> None:
        """Why they were not changed; what was chosen stays chosen."""
        self.said.setText(sentence)
        self._fit()

    @property
    def form(self) -> str:
        """The form of a correction that is chosen."""
        return next((form for form, button in self.forms.items() if button.isChecked()), "note")

    def _chosen(self) -> Rules:
        levels = TWO if self.levels.currentIndex() else THREE
        return self._rules._replace(
            levels=levels, share=self.share.value(), strict=self.strict.isChecked(), correction=self.form
        )

    def _fit(self) -> None:
        self.told.setText(form_told(self.form))
        self.keep.setEnabled(self._may and self._chosen() != self._rules)
        self.said.setVisible(bool(self.said.text()))

    def _on_keep(self) -> None:
        self.keep.setEnabled(False)  # until there is an answer
        self.rules_wanted.emit(self._chosen())
