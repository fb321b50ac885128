"""Another theme: each widget is looked at once, and dialogs and menus follow."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
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


def test_a_widget_deep_in_the_window_is_changed_once_not_for_each_that_it_lies_in(opened):
    opened.desktop.context.preferences.set("theme", "light")
    label = Counting(opened.desktop.desk.slip)
    label.show()
    label.changes = 0
    opened.desktop.context.preferences.set("theme", "dark")
    assert 1 <= label.changes <= 3
    assert DARK.surface in opened.window.styleSheet()


def test_a_dialog_of_the_window_wears_the_theme(opened):
    opened.desktop.context.preferences.set("theme", "dark")
    dialog = QDialog(opened.window)
    button = QPushButton("通过", dialog)
    button.setProperty("role", "primary")
    dialog.show()
    picture = button.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 3).name() == DARK.accent.lower()
    opened.desktop.context.preferences.set("theme", "light")
    picture = button.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 3).name() == LIGHT.accent.lower()
