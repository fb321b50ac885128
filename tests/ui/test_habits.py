"""Preferences take effect at once and are there again; numbers lead to articles; keys are told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from tests.ui.opened import Opened
from ui.dialogs.about import AboutDialog
from ui.dialogs.keys import KeysDialog
from ui.preferences import Preferences
from ui.preferences_dialog.dialog import PreferencesDialog


def _dialog(kind):
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def test_a_theme_that_is_chosen_is_seen_at_once_and_remembered(opened, tmp_path):
    opened.do("tools.preferences")
    dialog = _dialog(PreferencesDialog)
    box = next(box for box in dialog.findChildren(QComboBox) if box.findData("dark") >= 0)
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert opened.desktop.context.look.tokens.dark
    opened.desktop.context.preferences.sync()
    assert Preferences(tmp_path / "settings.ini").choice.theme == "dark"
    dialog.close()


def test_a_rule_that_is_switched_off_finds_nothing_more(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("今天很好,大家都来了。")
    opened.until(lambda: any(p.finding.rule == "P01" for p in opened.work.proofs.panel.findings.places))
    opened.do("tools.preferences")
    dialog = _dialog(PreferencesDialog)
    opened.until(dialog.rules.count)
    item = next(
        dialog.rules.item(row)
        for row in range(dialog.rules.count())
        if dialog.rules.item(row).data(Qt.ItemDataRole.UserRole) == "P01"
    )
    item.setCheckState(Qt.CheckState.Unchecked)
    opened.settle()
    opened.until(lambda: not any(p.finding.rule == "P01" for p in opened.work.proofs.panel.findings.places))
    dialog.close()


def test_the_end_of_a_number_leads_to_the_article(opened):
    opened.sample()
    row = opened.rows()[0]
    opened.work.habits.go_to_number(row.number.rsplit("-", 1)[1])
    opened.until(lambda: opened.desktop.sheet.article and opened.desktop.sheet.article.name == row.name)


def test_a_number_that_is_not_there_is_told(opened):
    opened.sample()
    opened.work.habits.go_to_number("9999")
    opened.until(lambda: "9999" in opened.desktop.status.news)


def test_every_key_is_told_and_versions_can_be_copied(opened):
    opened.do("help.keys")
    tree = _dialog(KeysDialog).tree
    told = sum(tree.topLevelItem(row).childCount() for row in range(tree.topLevelItemCount()))
    assert told == len(opened.desktop.context.actions.deeds())
    _dialog(KeysDialog).close()
    opened.do("help.about")
    _dialog(AboutDialog).close()


def test_settings_that_somebody_broke_are_what_they_are_at_first(tmp_path):
    path = tmp_path / "settings.ini"
    path.write_text("[General]\nbody_px=groß\nindented=maybe\ntheme=dark\n", encoding="utf-8")
    choice = Preferences(path).choice
    assert (choice.body_px, choice.indented, choice.theme) == (17, True, "dark")


def test_a_library_that_cannot_be_opened_is_told_with_a_way_out(qapp, place, qtbot, tmp_path, no_keyring):
    place.library.parent.mkdir(parents=True, exist_ok=True)
    place.library.write_text("not a folder", encoding="utf-8")
    window = Opened(qapp, place, qtbot, Preferences(tmp_path / "settings.ini"), begin=False)
    window.work.begin()
    page = window.work.trouble.page
    window.until(page.isVisible)
    wanted = []
    window.work.trouble.library_here_wanted.connect(lambda: wanted.append(True))
    buttons = [button for button in page.findChildren(QPushButton) if "本机" in button.text()]
    buttons[0].click()
    assert wanted
    place.library.unlink()
    window.work.people.ask()
    window.until(lambda: window.work.people.people is not None)
    assert not page.isVisible()
