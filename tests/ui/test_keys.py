"""Keys of the window: none twice, and none that the desktop or an input method takes before us."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

TAKEN = {
    "GNOME": (
        "Alt+Tab Alt+Shift+Tab Alt+Esc Alt+F1 Alt+F2 Alt+F4 Alt+F5 Alt+F6 Alt+F7 Alt+F8 Alt+F10 Alt+Space "
        "Ctrl+Alt+T Ctrl+Alt+L Ctrl+Alt+Del Ctrl+Alt+D Ctrl+Alt+Tab Ctrl+Alt+Shift+Tab Ctrl+Alt+Esc Ctrl+Alt+Shift+R "
        "Ctrl+Alt+Up Ctrl+Alt+Down Ctrl+Alt+Left Ctrl+Alt+Right Print Alt+Print Shift+Print"
    ),
    "KDE Plasma": (
        "Alt+F2 Alt+F3 Alt+F4 Alt+Space Ctrl+Alt+T Ctrl+Alt+L Ctrl+Alt+Del Ctrl+Alt+Esc Ctrl+Esc Ctrl+Alt+A "
        "Ctrl+F1 Ctrl+F2 Ctrl+F3 Ctrl+F4 Ctrl+F7 Ctrl+F8 Ctrl+F9 Ctrl+F10 Ctrl+F12 Ctrl+Alt+R Ctrl+Alt+X Ctrl+Alt+K "
        "Alt+Shift+F12"
    ),
    "fcitx": (
        "Ctrl+Space Shift+Space Ctrl+Shift+Space Ctrl+. Ctrl+; Ctrl+Alt+P Ctrl+Alt+H Ctrl+Shift+F Ctrl+Alt+Shift+U "
        "Ctrl+Alt+Shift+C Ctrl+7"
    ),
    "ibus": "Ctrl+Space Shift+Space Ctrl+. Ctrl+; Ctrl+Shift+U Ctrl+Shift+E Ctrl+Shift+F",
    "consoles": " ".join(f"Ctrl+Alt+F{number}" for number in range(1, 13)) + " Ctrl+Alt+Backspace",
}


@pytest.fixture
def keys(opened):
    """Every key of every action, of rooms that are opened later too."""
    actions = opened.desktop.context.actions
    return [(key.toString(), deed.name) for deed in actions.deeds() for key in actions[deed.name].shortcuts()]


def test_nobody_takes_a_key_before_us(keys):
    taken = {QKeySequence(key).toString(): who for who, all_of_them in TAKEN.items() for key in all_of_them.split()}
    assert "" not in taken
    assert [(key, name, taken[key]) for key, name in keys if key in taken] == []
    assert [(key, name) for key, name in keys if "Meta" in key] == []


def test_no_key_means_two_things(keys):
    names = [key for key, _ in keys]
    assert sorted(key for key in set(names) if names.count(key) > 1) == []


def test_everything_stands_in_a_menu_and_has_a_key(opened):
    actions = opened.desktop.context.actions
    in_menus = {action for menu in opened.window.menuBar().actions() for action in menu.menu().actions()}
    assert [deed.name for deed in actions.deeds() if actions[deed.name] not in in_menus] == []
    assert [deed.name for deed in actions.deeds() if not actions[deed.name].shortcuts()] == []


def test_what_ends_something_ends_its_menu(opened):
    file = opened.window.menuBar().actions()[0].menu()
    names = [action.objectName() for action in file.actions()]
    assert names[-2:] == ["file.close", "file.quit"]
    assert "file.import_stop" in names
