"""Targets: added, tested in words, changed, removed; a kept password is never shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from editor.operations.outbox.showing import kinds_shown
from editor.publish.targets import kinds as targets_kinds
from editor.records import outbox as records
from editor.records.outbox import KindShown, OptionShown, TargetShown
from editor.service import outbox as core
from tests.ui.outbox.fake_kind import URL
from ui.outbox import words
from ui.outbox.targets import TargetsDialog
from ui.people.ask import SecretDialog
from ui.sentences import Sentences


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(desk):
    desk.do("queue.targets")
    desk.settle()
    return desk.work.outbox.targets.dialog


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_target_is_added_by_hand_and_its_connection_tested(desk, kind):
    dialog = dialog_of(desk)
    next(action for action in dialog.menu.actions() if action.text() == "fake").trigger()
    assert not dialog.save.isEnabled()
    write(dialog.form.name, "web")
    write(dialog.form.fields["url"], URL)
    write(dialog.form.fields["user"], "editor")
    assert dialog.form.secret.echoMode() == QLineEdit.EchoMode.Password
    write(dialog.form.secret, "a secret")
    assert not dialog.test.isEnabled()  # what is not kept cannot be tested
    click(dialog.save)
    desk.settle()
    (target,) = core.places(desk.jobs.room)
    assert (target.name, target.options["user"], target.has_secret) == ("web", "editor", True)
    assert dialog.chosen.name == "web"
    assert dialog.form.secret.text() == ""
    click(dialog.test)
    assert dialog.waiting.isVisible()
    assert not dialog.list.isEnabled()
    desk.settle()
    assert not dialog.waiting.isVisible()
    assert "bot" in dialog.said.text()
    assert kind.secrets == ["a secret"]


def test_what_is_wrong_is_said_and_what_was_typed_stays(web, kind):
    dialog = dialog_of(web)
    dialog.begin("fake")
    write(dialog.form.name, "web")
    write(dialog.form.fields["url"], URL)
    write(dialog.form.fields["user"], "editor")
    click(dialog.save)
    web.settle()
    assert "web" in dialog.said.text()
    assert dialog.form.fields["url"].text() == URL
    assert len(core.places(web.jobs.room)) == 1


def test_a_changed_target_keeps_its_password(web, kind):
    dialog = dialog_of(web)
    assert dialog.form.secret.text() == ""
    assert dialog.form.secret.placeholderText()
    assert not dialog.save.isEnabled()
    write(dialog.form.fields["user"], "other")
    click(dialog.save)
    web.settle()
    (target,) = core.places(web.jobs.room)
    assert target.options["user"] == "other"
    click(dialog.test)
    web.settle()
    assert kind.secrets[-1] == "a secret"


def test_a_refused_password_is_told_in_words(web, kind):
    kind.system().password = False
    dialog = dialog_of(web)
    click(dialog.test)
    web.settle()
    assert dialog.said.text()
    assert dialog.said.property("role") == "error"


def phrase_dialog(desk):
    return next((one for one in desk.window.findChildren(SecretDialog) if one.isVisible()), None)


@pytest.fixture
def sealed(web):
    """The process that sends does not know the pass phrase; gives it."""
    room = web.jobs.room
    phrase, room.passphrase = room.passphrase, None
    return phrase


def test_while_the_phrase_is_asked_for_no_other_sentence_stands_in_the_way(web, kind, sealed):
    dialog = dialog_of(web)
    click(dialog.test)
    web.settle()
    asked = phrase_dialog(web)
    assert not dialog.said.isVisible()
    assert not dialog.waiting.isVisible()
    asked.given.emit(sealed)
    web.settle()
    assert not asked.isVisible()
    assert "bot" in dialog.said.text()
    assert dialog.said.property("role") != "error"


def test_who_does_not_enter_the_phrase_is_told_what_it_means(web, kind, sealed):
    dialog = dialog_of(web)
    click(dialog.test)
    web.settle()
    phrase_dialog(web).reject()
    assert dialog.said.isVisible()
    assert dialog.said.property("role") == "error"
    assert "--" not in dialog.said.text()  # there is no command line here
    assert dialog.test.isEnabled()


def test_removing_asks_first(web, kind):
    dialog = dialog_of(web)
    click(dialog.remove)
    web.settle()
    assert len(core.places(web.jobs.room)) == 1
    assert dialog.said.text()
    click(dialog.remove)
    web.settle()
    assert core.places(web.jobs.room) == ()
    assert dialog.list.count() == 0


def test_a_target_with_work_to_do_is_not_removed(web, kind):
    names = [row.name for row in web.rows() if row.state == "approved"]
    core.queue(web.jobs.room, "web", names, web.work.people.id)
    dialog = dialog_of(web)
    click(dialog.remove)
    click(dialog.remove)
    web.settle()
    assert "web" in dialog.said.text()
    assert len(core.places(web.jobs.room)) == 1


KIND = KindShown("wordpress", (OptionShown("url", required=True, default="", choices=()),), secret=True, whole=False)


@pytest.fixture
def alone(qapp, qtbot, look):
    dialog = TargetsDialog(look, Sentences("zh_CN"))
    qtbot.addWidget(dialog)
    dialog.show_kinds((KIND,))
    dialog.show_targets((TargetShown("web", "wordpress", "x", {"url": URL}, "", has_secret=True, open=0),))
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("code", "values", "word"),
    [
        ("probe_passwords_off", {"url": URL}, "应用程序密码"),
        ("probe_role", {"who": "bot", "missing": "x"}, "权限"),
        ("wire_no_host", {"url": URL}, "主机"),
        ("wire_certificate_own", {"url": URL}, "证书"),
    ],
)
def test_the_answer_of_a_test_is_a_sentence(alone, code, values, word):
    alone.show_tested(records.Tested(code, f"error.{code}", values))
    assert word in alone.said.text()


def test_notes_and_the_clock_are_told_beside_the_good_news(alone):
    alone.show_tested(records.Tested(who="bot", clock=95.0, notes=(("plugin_missing", ""),)))
    told = alone.said.text()
    assert "bot" in told
    assert "95" in told
    assert "插件" in told
    alone.show_tested(records.Tested(who="bot", clock=0.4))
    assert "0" not in alone.said.text()


def test_words_of_the_options_stand_before_the_fields(alone):
    assert alone.form.fields["url"].accessibleName() == Sentences("zh_CN").sentence("target.option.url")


@pytest.fixture
def fresh(qapp, qtbot, look):
    """The dialog with all kinds of target there are."""
    dialog = TargetsDialog(look, Sentences("zh_CN"))
    qtbot.addWidget(dialog)
    dialog.show_kinds(kinds_shown())
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.setFocus()
    return dialog


def test_a_newsroom_without_targets_begins_at_the_button_for_a_new_one(fresh):
    fresh.show_targets(())
    assert QApplication.focusWidget() is fresh.add


def test_where_there_are_targets_the_list_keeps_the_focus(fresh):
    fresh.show_targets((TargetShown("web", "wordpress", "x", {"url": URL}, "", has_secret=True, open=0),))
    assert QApplication.focusWidget() is fresh.list


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_option_and_every_choice_of_every_kind_has_words(language):
    sentences = Sentences(language)
    missing = []
    for one in kinds_shown():
        for option in one.options:
            keys = [f"target.choice.{option.name}.{choice}" for choice in option.choices]
            missing += [key for key in (f"target.option.{option.name}", *keys) if not sentences.sentence(key)]
            told = [sentences.sentence(key) for key in keys]
            assert len(set(told)) == len(told), f"two choices of {option.name} are called the same"
    assert not missing


def test_every_kind_has_a_name_and_a_sentence_in_chinese(chinese):
    for one in kinds_shown():
        if one.name in targets_kinds.OWN:
            assert words.kind_word(one.name) != one.name
            assert any("一" <= letter <= "鿿" for letter in words.kind_word(one.name) + words.kind_told(one))


@pytest.mark.parametrize("kind_name", targets_kinds.OWN)
def test_no_code_is_shown_where_something_is_chosen(fresh, kind_name):
    fresh.begin(kind_name)
    for option in fresh.form.kind.options:
        if option.choices:
            box = fresh.form.fields[option.name]
            shown = [box.itemText(n) for n in range(box.count())]
            assert not set(shown) & set(option.choices)
            assert fresh.form.options()[option.name] == option.default  # what is told stays the code


def test_what_is_chosen_in_words_is_told_as_its_code(fresh, qtbot):
    fresh.begin("wordpress")
    box = fresh.form.fields["terms"]
    with qtbot.waitSignal(fresh.form.edited):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert fresh.form.options()["terms"] == "existing"


def test_a_kept_value_that_is_no_choice_any_more_is_not_changed(fresh):
    fresh.show_targets(
        (TargetShown("web", "folder", "x", {"path": "x", "format": "rtf"}, "", has_secret=True, open=0),)
    )
    assert fresh.form.options()["format"] == "rtf"


def test_a_folder_is_chosen_with_a_button(fresh, monkeypatch, tmp_path):
    fresh.begin("folder")
    fresh.form.name.setText("out")
    asked = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: asked.append(given) or str(tmp_path))
    button = fresh.form.browse["path"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(asked) == 1
    assert fresh.form.options()["path"] == str(tmp_path)
    assert fresh.save.isEnabled()


def test_choosing_nothing_leaves_the_folder_as_it_is(fresh, monkeypatch):
    fresh.begin("site")
    fresh.form.fields["path"].setText("/before")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "")
    click(fresh.form.browse["path"])
    assert fresh.form.fields["path"].text() == "/before"


def test_files_are_chosen_as_files_and_folders_of_another_computer_are_not_chosen_here(fresh, monkeypatch, tmp_path):
    fresh.begin("sftp")
    assert set(fresh.form.browse) == {"key_file"}
    key = tmp_path / "key.pem"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(key), ""))
    click(fresh.form.browse["key_file"])
    assert fresh.form.options()["key_file"] == str(key)
    assert Sentences("zh_CN").sentence("target.option.key_file") in fresh.form.browse["key_file"].accessibleName()
    fresh.begin("wordpress")
    assert set(fresh.form.browse) == {"authority"}
