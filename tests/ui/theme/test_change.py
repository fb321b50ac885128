"""Another theme: each widget is looked at once, what is seen changes in one picture, dialogs and menus follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton, QWidget
from typing_extensions import override

from ui.theme.tokens import DARK, LIGHT


class Counting(QLabel):
    """Counts how often its style was changed."""

    def __init__(self, parent):
        super().__init__(parent)
        self.changes = 0

    @override
    def changeEvent(self, event):
        if event.type() == QEvent.Type.StyleChange:
            self.changes += 1
        super().changeEvent(event)


class Painted(QObject):
    """Notes the theme whenever the ground of a widget is painted."""

    def __init__(self, widget, look):
        super().__init__(widget)
        self.seen = []
        self._look = look
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.seen.append((self._look.tokens.name.value, self._look.changing))
        return False


@pytest.fixture
def look(opened):
    """The look of a window in light colors, everything drawn."""
    look = opened.desktop.context.look
    opened.desktop.context.preferences.set("theme", "light")
    look.settle()
    return look


def change(opened, look, theme):
    """Another theme, whole."""
    opened.desktop.context.preferences.set("theme", theme)
    look.settle()
    assert not look.changing


def ground(widget):
    """The color in the middle near the upper edge."""
    picture = widget.grab().toImage()
    return picture.pixelColor(picture.width() // 2, 3).name()


def primary(parent):
    """A button in the color of the accent."""
    button = QPushButton("通过", parent)
    button.setProperty("role", "primary")
    return button


def test_a_widget_deep_in_the_window_is_changed_once_not_for_each_that_it_lies_in(opened, look):
    label = Counting(opened.desktop.navigation)
    label.show()
    label.changes = 0
    change(opened, look, "dark")
    assert 1 <= label.changes <= 3
    assert DARK.surface in opened.desktop.navigation.styleSheet()


def test_nothing_is_painted_before_all_that_is_seen_wears_the_theme(opened, look, qtbot):
    opened.window.show()
    qtbot.waitExposed(opened.window)
    opened.settle()
    painted = Painted(opened.desktop.navigation, look)
    opened.desktop.context.preferences.set("theme", "dark")
    assert look.changing
    qtbot.waitUntil(lambda: not look.changing)
    qtbot.waitUntil(lambda: bool(painted.seen))
    assert ("dark", True) not in painted.seen
    assert painted.seen[-1] == ("dark", False)
    assert opened.window.updatesEnabled()


def test_the_last_of_several_themes_chosen_at_once_is_shown_and_told_once(opened, look, qtbot):
    opened.window.show()
    told = []
    look.changed.connect(lambda: told.append(look.tokens.name.value))
    for theme in ("dark", "paper", "light", "dark"):
        opened.desktop.context.preferences.set("theme", theme)
    qtbot.waitUntil(lambda: not look.changing)
    assert told == ["dark"]
    assert DARK.nav in opened.desktop.navigation.styleSheet()
    assert LIGHT.nav not in opened.desktop.navigation.styleSheet()


def test_a_size_chosen_in_the_middle_of_a_change_leaves_nothing_behind(opened, look):
    opened.window.show()
    opened.desktop.context.preferences.set("theme", "dark")
    opened.desktop.context.preferences.set("scale", 150)
    assert not look.changing
    assert opened.window.updatesEnabled()
    assert opened.desktop.navigation.styleSheet() == opened.desktop.status.styleSheet()
    assert DARK.nav in opened.desktop.navigation.styleSheet()


def test_a_dialog_of_the_window_wears_the_theme(opened, look):
    change(opened, look, "dark")
    dialog = QDialog(opened.window)
    button = primary(dialog)
    dialog.show()
    assert ground(button) == DARK.accent.lower()
    change(opened, look, "light")
    assert ground(button) == LIGHT.accent.lower()


def test_a_dialog_that_was_hidden_meanwhile_wears_the_theme_when_it_comes_again(opened, look):
    opened.window.show()
    dialog = QDialog(opened.window)
    button = primary(dialog)
    dialog.show()
    dialog.hide()
    change(opened, look, "dark")
    dialog.show()
    assert ground(button) == DARK.accent.lower()


def test_a_page_that_nobody_sees_waits_until_it_is_shown(opened, look):
    opened.window.show()
    page = QWidget()
    button = primary(page)
    desk = opened.desktop.desk
    desk.show_middle(page)
    assert ground(button) == LIGHT.accent.lower()
    desk.show_middle(None)
    label = Counting(page)
    label.ensurePolished()
    label.changes = 0
    change(opened, look, "dark")
    assert label.changes == 0
    desk.show_middle(page)
    assert label.changes
    assert ground(button) == DARK.accent.lower()


def test_a_menu_has_the_colors_and_the_room_of_the_theme(opened, look):
    opened.window.show()
    menu = QMenu(opened.window)
    menu.addAction("新稿件")
    menu.popup(opened.window.mapToGlobal(opened.window.rect().center()))
    padded = menu.sizeHint().height()
    menu.hide()
    change(opened, look, "dark")
    menu.popup(opened.window.mapToGlobal(opened.window.rect().center()))
    assert menu.sizeHint().height() == padded >= menu.fontMetrics().height() + 24
    assert menu.grab().toImage().pixelColor(menu.width() // 2, 4).name() == DARK.surface.lower()
    menu.hide()


def test_what_goes_in_the_middle_of_a_change_is_no_trouble(opened, look, qtbot):
    opened.window.show()
    dialog = QDialog(opened.window)
    dialog.show()
    opened.desktop.context.preferences.set("theme", "dark")
    dialog.setParent(None)
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not look.changing)
    assert DARK.nav in opened.desktop.navigation.styleSheet()
