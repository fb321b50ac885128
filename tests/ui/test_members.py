"""People and levels at the window: who may change what, and PINs that guard a change of people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from editor.operations.people import set_rules
from editor.records.articles import View
from editor.records.desk import Rules
from editor.service import people
from tests.ui.reachable import cut, nameless
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
    opened.until(dialog.said.text)
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
    opened.until(lambda: not asking.told.isHidden(), 20000)
    assert opened.work.people.id != chief.person
    asking.secret.clear()
    QTest.keyClicks(asking.secret, "2580")
    QTest.keyClick(asking.secret, Qt.Key.Key_Return)
    opened.until(lambda: opened.work.people.id == chief.person, 20000)


def _rules(opened):
    opened.do("tools.rules")
    opened.settle()
    assert opened.work.members.rules.isVisible()
    return opened.work.members.rules


def test_the_administrator_changes_how_readers_are_told_of_corrections(opened):
    opened.sample()
    opened.become("admin")
    dialog = _rules(opened)
    assert dialog.form == "note"
    assert not dialog.keep.isEnabled(), "nothing was changed"
    dialog.forms["notice"].click()
    dialog.strict.click()
    assert dialog.keep.isEnabled()
    dialog.keep.click()
    opened.settle()
    assert not dialog.isVisible()
    assert "规则" in opened.desktop.status.news
    rules = people.rules_in_force(opened.jobs.room)
    assert (rules.levels, rules.share, rules.strict, rules.correction) == ((1, 2, 3), 10, True, "notice")
    again = _rules(opened)
    assert again.form == "notice"
    assert again.strict.isChecked()
    opened.desktop.browser.show_view(View("sent"))
    opened.settle()
    opened.open_row(0)
    opened.do("article.correct")
    assert opened.work.review.pane.correcting.forms["notice"].isChecked(), "it is what is offered from now on"


def test_others_read_the_rules_and_columns_keep_their_own(opened):
    opened.sample()
    opened.become("admin")
    column = next(row.column for row in opened.rows() if row.column)
    room, chief = opened.jobs.room, opened.work.people.id
    set_rules(room.desk, (1, 3), column=column, person=chief)
    people.set_rules(room, Rules((1, 3), 20, strict=False, correction="silent"), chief)
    opened.become("reporter")
    dialog = _rules(opened)
    assert column in "".join(label.text() for label in dialog.findChildren(QLabel))
    assert dialog.levels.currentData() == (1, 3)
    assert dialog.share.value() == 20
    assert dialog.form == "silent"
    assert not any(box.isEnabled() for box in (dialog.levels, dialog.share, dialog.strict, dialog.keep))
    assert nameless(dialog) == []
    assert cut(dialog) == []
