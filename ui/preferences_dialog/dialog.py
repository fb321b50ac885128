"""The dialog of preferences: look, text, checks, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.proofs.words import rule_word
from ui.theme.tokens import ThemeName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.preferences import Preferences

_SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
_LEADINGS = (1.5, 1.75, 2.0)


class PreferencesDialog(QDialog):
    """Everything is kept as soon as it is chosen.

    Signals:
        rules_chosen: Ids of the rules that are on from now on in this newsroom.
    """

    rules_chosen = Signal(list)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(560, 480)
        self._preferences = preferences
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("Pages of the preferences"))
        self._pages = QStackedWidget()
        self.rules = QListWidget()
        self.rules.setAccessibleName(self.tr("Rules of the checks"))
        self._showing = False
        for title, page in (
            (self.tr("Look"), self._look_page()),
            (self.tr("Text"), self._text_page()),
            (self.tr("Checks"), self._checks_page()),
        ):
            self._tabs.addTab(title)
            self._pages.addWidget(page)
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        close = QPushButton(self.tr("Close"))
        close.setProperty("role", "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._tabs)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self._tabs.setFocus()

    def _form(self) -> tuple[QWidget, QFormLayout]:
        page = QWidget()
        form = QFormLayout(page)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        return page, form

    def _look_page(self) -> QWidget:
        page, form = self._form()
        choice = self._preferences.choice
        themes = (
            (ThemeName.SYSTEM.value, self.tr("Like the system")),
            (ThemeName.LIGHT.value, self.tr("Light")),
            (ThemeName.DARK.value, self.tr("Dark")),
            (ThemeName.PAPER.value, self.tr("Paper")),
        )
        form.addRow(self.tr("Theme"), self._choice("theme", themes, choice.theme, self.tr("Theme")))
        scales = [(scale, f"{scale}%") for scale in _SCALES]
        size = self.tr("Size of the interface")
        form.addRow(size, self._choice("scale", scales, choice.scale, size))
        languages = (("zh_CN", "简体中文"), ("en", "English"))
        language = self.tr("Language")
        form.addRow(language, self._choice("language", languages, choice.language, language))
        told = QLabel(self.tr("Another language is used from the next start on."))
        told.setProperty("role", "caption")
        form.addRow("", told)
        form.addRow("", self._check("dense", self.tr("Dense list")))
        form.addRow("", self._check("menu_bar", self.tr("Show the menu bar")))
        return page

    def _text_page(self) -> QWidget:
        page, form = self._form()
        choice = self._preferences.choice
        px = QSpinBox()
        px.setRange(12, 40)
        px.setSuffix(" px")
        px.setValue(choice.body_px)
        px.setAccessibleName(self.tr("Size of the text"))
        px.valueChanged.connect(lambda value: self._preferences.set("body_px", value))
        form.addRow(self.tr("Size of the text"), px)
        leadings = [(leading, f"{leading:g}") for leading in _LEADINGS]
        height = self.tr("Line height")
        form.addRow(height, self._choice("leading", leadings, choice.leading, height))
        families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        fonts = [("", self.tr("Gaotai's own")), *((family, family) for family in families)]
        font = self.tr("Font of the text")
        form.addRow(font, self._choice("body_family", fonts, choice.body_family, font))
        form.addRow("", self._check("indented", self.tr("Show paragraphs with two characters of indent")))
        form.addRow("", self._check("typewriter", self.tr("Keep the line in the middle while typing")))
        return page

    def _checks_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._check("checks", self.tr("Check while writing")))
        told = QLabel(self.tr("These rules hold for the whole newsroom on this library."))
        told.setProperty("role", "caption")
        layout.addWidget(told)
        layout.addWidget(self.rules, 1)
        self.rules.itemChanged.connect(self._on_rule_changed)
        return page

    def _choice(self, name: str, values: Sequence[tuple[object, str]], now: object, word: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(word)
        for value, text in values:
            box.addItem(text, value)
        place = next((number for number, (value, _) in enumerate(values) if value == now), 0)
        box.setCurrentIndex(place)
        box.activated.connect(lambda _place: self._preferences.set(name, box.currentData()))
        return box

    def _check(self, name: str, word: str) -> QCheckBox:
        box = QCheckBox(word)
        box.setChecked(getattr(self._preferences.choice, name))
        box.toggled.connect(lambda on: self._preferences.set(name, on))
        return box

    def show_rules(self, every: Iterable[str], enabled: Iterable[str]) -> None:
        """Which rules there are, and which are on."""
        on = set(enabled)
        self._showing = True
        self.rules.clear()
        for rule in sorted(every):
            item = QListWidgetItem(f"{rule}  {rule_word(rule)}")
            item.setData(Qt.ItemDataRole.UserRole, rule)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if rule in on else Qt.CheckState.Unchecked)
            self.rules.addItem(item)
        self._showing = False

    def _on_rule_changed(self, _item: QListWidgetItem) -> None:
        if self._showing:
            return
        items = (self.rules.item(row) for row in range(self.rules.count()))
        chosen = [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]
        self.rules_chosen.emit(chosen)
