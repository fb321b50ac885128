"""The style sheet of a theme. Controls say what they are by the dynamic property ``role``."""

from __future__ import annotations

import dataclasses
from string import Template
from typing import TYPE_CHECKING

from ui.theme.tokens import Pill

if TYPE_CHECKING:
    from ui.theme.tokens import Tokens

_SHEET = Template("""
QWidget { color: $text; font-size: ${ui}px; }
QMainWindow, QDialog { background: $surface; }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; font-size: ${caption}px; }
QFrame[role="nav"] { background: $nav; border-right: 1px solid $border; }
QFrame[role="list"] { background: $surface; border-right: 1px solid $border; }
QFrame[role="desk"] { background: $surface; }
QFrame[role="inspector"] { background: $surface2; border-left: 1px solid $border; }
QFrame[role="top"] { background: $surface; border-bottom: 1px solid $border; }
QFrame[role="toolbar"] { background: $surface; border-top: 1px solid $border; border-bottom: 1px solid $border; }
QFrame[role="status"] { background: $window; border-top: 1px solid $border; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[role="card"][current="true"] { border: 1px solid $accent; }
QFrame[role="banner"] { background: $amber_ground; border: none; }
QFrame[role="banner"] QLabel { color: $amber_ink; }
QFrame[role="hairline"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="big"] { font-size: 20px; font-weight: 600; }
QLabel[role="secondary"] { color: $text2; }
QLabel[role="caption"] { color: $text3; font-size: ${caption}px; }
QLabel[role="section"] { color: $text3; font-size: ${caption}px; }
QLabel[role="error"] { color: $danger; font-size: ${caption}px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="pill"] { border-radius: 4px; padding: 2px 7px; font-size: ${caption}px; background: $gray_ground; color: $gray_ink; }
QLabel[role="pill"][tone="amber"] { background: $amber_ground; color: $amber_ink; }
QLabel[role="pill"][tone="red"] { background: $red_ground; color: $red_ink; }
QLabel[role="pill"][tone="violet"] { background: $violet_ground; color: $violet_ink; }
QLabel[role="pill"][tone="green"] { background: $green_ground; color: $green_ink; }
QLabel[role="pill"][tone="teal"] { background: $teal_ground; color: $teal_ink; }

QPushButton { background: $surface; border: 1px solid $border2; border-radius: 6px; padding: 0 12px; min-height: 30px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $text3; background: $surface2; border: 1px solid $border; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; padding: 0 16px; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 1px solid $text; }
QPushButton[role="primary"]:disabled { background: $surface2; color: $text3; border: 1px solid $border; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:disabled { color: $text3; }
QPushButton[role="small"] { min-height: 24px; padding: 0 9px; font-size: ${caption}px; }
QPushButton[role="quiet"] { border: 1px solid transparent; background: transparent; color: $text2; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 1px solid $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:checked { background: $selected; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit[role="field"], QTextEdit[role="field"], QSpinBox, QDateTimeEdit {
  background: $surface2; border: 1px solid $border; border-radius: 6px; padding: 0 8px; min-height: 30px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit[role="field"], QTextEdit[role="field"] { padding: 6px 8px; }
QLineEdit:hover, QPlainTextEdit[role="field"]:hover { border: 1px solid $border2; }
QLineEdit:focus, QPlainTextEdit[role="field"]:focus, QTextEdit[role="field"]:focus, QSpinBox:focus { border: 1px solid $accent; background: $surface; }
QLineEdit[role="inline"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0 5px; min-height: 24px; }
QLineEdit[role="inline"]:hover { border: 1px solid $border2; }
QLineEdit[role="inline"]:focus { border: 1px solid $accent; background: $surface; }
QLineEdit[role="inline"][finding="true"] { border-bottom: 1px solid $danger; }
QLineEdit[role="inline"]:read-only:hover { border: 1px solid transparent; }
QComboBox { background: $surface; border: 1px solid $border2; border-radius: 6px; padding: 0 10px; min-height: 30px; }
QComboBox:focus, QComboBox:on { border: 1px solid $accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border2; selection-background-color: $selected; selection-color: $text; outline: 0; padding: 4px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }

QTextEdit, QPlainTextEdit { background: $surface; border: none; color: $body; selection-background-color: $accent; selection-color: $on_accent; }
QListView, QTreeView, QTableView { background: transparent; border: none; outline: 0; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $selected; color: $text; }
QListView[role="plain"]::item { padding: 6px 8px; border-radius: 6px; }
QHeaderView::section { background: $surface2; border: none; border-bottom: 1px solid $border; padding: 6px 8px; color: $text2; font-size: ${caption}px; }

QMenu { background: $surface; border: 1px solid $border2; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenuBar { background: $nav; border-bottom: 1px solid $border; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 0 10px; height: 44px; color: $text2; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $border2; border-radius: 3px; min-height: 32px; margin: 2px 2px 2px 4px; }
QScrollBar::handle:vertical:hover { background: $text3; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $border2; border-radius: 3px; min-width: 32px; margin: 4px 2px 2px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $surface2; border: 1px solid $border; border-radius: 4px; max-height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def sheet(tokens: Tokens, *, ui: int = 13, caption: int = 12, title: int = 16) -> str:
    """The style sheet for a theme; sizes of type in px at 100 %."""
    values: dict[str, object] = {"ui": ui, "caption": caption, "title": title}
    for field in dataclasses.fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, Pill):
            values[f"{field.name}_ground"] = value.ground
            values[f"{field.name}_ink"] = value.ink
        else:
            values[field.name] = value
    return _SHEET.substitute(values)
