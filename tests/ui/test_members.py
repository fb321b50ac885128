"""People and levels at the window: who may change what, and PINs that guard a change of people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.members.dialog import MembersDialog
from ui.people.ask import SecretDialog


def _open(opened):
    opened.do("tools.members")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MembersDialog) and w.isVisible())


def _choose(dialog, name):
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(next(row for row, text in enumerate(rows) if text.startswith(name)))


def test_the_administrator_admits_a_colleague_who_can_sit_down_here(opened):
    opened.sample()
    opened.become("admin")
    dialog = _open(opened)
    for level, box in dialog.boxes.items():
        box.setChecked(level == "1")
    QTest.keyClicks(dialog.new_name, "Li Xin")
    QTest.keyClick(dialog.new_name, Qt.Key.Key_Return)
    opened.until(lambda: any(one.name == "Li Xin" for one in opened.work.people.here()))
    assert next(one for one in opened.work.people.here() if one.name == "Li Xin").levels == ("1",)
    dialog.close()


def test_somebody_without_the_administration_is_told_why_not(opened):
    opened.sample()
    opened.become("reporter")
    dialog = _open(opened)
    _choose(dialog, opened.work.people.here()[0].name)
    dialog.apply.click()
    opened.until(dialog._said.text)
    dialog.close()


def test_a_pin_is_asked_for_when_somebody_else_sits_down(opened):
    opened.sample()
    opened.become("admin")
    chief = opened.work.people.person
    dialog = _open(opened)
    _choose(dialog, chief.name)
    dialog.pin.click()
    asking = next(w for w in dialog.findChildren(SecretDialog) if w.isVisible())
    QTest.keyClicks(asking.secret, "2580")
    QTest.keyClick(asking.secret, Qt.Key.Key_Return)
    opened.until(lambda: next(one for one in opened.work.people.here() if one.person == chief.person).pin, 20000)
    dialog.close()
    opened.become("reporter")
    person = next(one for one in opened.work.people.here() if one.person == chief.person)
    opened.work.people.change_to(person)
    asking = next(w for w in opened.window.findChildren(SecretDialog) if w.isVisible())
    QTest.keyClicks(asking.secret, "0000")
    QTest.keyClick(asking.secret, Qt.Key.Key_Return)
    opened.until(lambda: not asking._told.isHidden(), 20000)
    assert opened.work.people.id != chief.person
    asking.secret.clear()
    QTest.keyClicks(asking.secret, "2580")
    QTest.keyClick(asking.secret, Qt.Key.Key_Return)
    opened.until(lambda: opened.work.people.id == chief.person, 20000)
