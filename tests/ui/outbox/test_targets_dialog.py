"""Targets: added, tested in words, changed, removed; a kept password is never shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor.records import outbox as records
from editor.records.outbox import KindShown, OptionShown, TargetShown
from editor.service import outbox as core
from tests.ui.outbox.fake_kind import URL
from ui.outbox.targets import TargetsDialog
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
    (target,) = core.places(desk.jobs._room)
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
    assert len(core.places(web.jobs._room)) == 1


def test_a_changed_target_keeps_its_password(web, kind):
    dialog = dialog_of(web)
    assert dialog.form.secret.text() == ""
    assert dialog.form.secret.placeholderText()
    assert not dialog.save.isEnabled()
    write(dialog.form.fields["user"], "other")
    click(dialog.save)
    web.settle()
    (target,) = core.places(web.jobs._room)
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


def test_removing_asks_first(web, kind):
    dialog = dialog_of(web)
    click(dialog.remove)
    web.settle()
    assert len(core.places(web.jobs._room)) == 1
    assert dialog.said.text()
    click(dialog.remove)
    web.settle()
    assert core.places(web.jobs._room) == ()
    assert dialog.list.count() == 0


def test_a_target_with_work_to_do_is_not_removed(web, kind):
    names = [row.name for row in web.rows() if row.state == "approved"]
    core.queue(web.jobs._room, "web", names, web.work.people.id)
    dialog = dialog_of(web)
    click(dialog.remove)
    click(dialog.remove)
    web.settle()
    assert "web" in dialog.said.text()
    assert len(core.places(web.jobs._room)) == 1


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
        ("wire_no_host", {"url": URL}, "主机名"),
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
