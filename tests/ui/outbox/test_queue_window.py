"""The delivery window: batches, lines, filters, keys; decisions only with the texts before one's eyes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.service import by_hand
from editor.service import desk as core_desk
from editor.service import outbox as core
from ui.outbox import words
from ui.outbox.names import field_word


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def shown(web, kind):
    """The window over a queue with one article that has been sent."""
    names = [row.name for row in web.rows() if row.state == "approved"]
    core.queue(web.jobs.room, "web", names, web.work.people.id)
    web.do("queue.show")
    web.settle()
    return web


def sent(desk):
    desk.work.outbox.sending.poke()
    desk.settle()
    desk.until(lambda: not desk.work.outbox.sending.running)
    window = desk.work.outbox.window
    window.target.setCurrentIndex(window.target.findData("web"))
    window.ask()
    desk.settle()
    window.choose([0])
    return window


def test_a_batch_shows_who_sent_what_where_and_its_lines(shown):
    window = shown.work.outbox.window
    assert window.batch_model.rowCount() == 3
    batch = window.batch_model.index(2).data(Qt.ItemDataRole.UserRole)
    assert batch.person == shown.work.people.person.name
    assert batch.targets == ("web",)
    window.batches.setCurrentIndex(window.batch_model.index(2))
    shown.settle()
    assert [one.target for one in window.line_model.lines] == ["web"] * sum(batch.states.values())
    assert {one.state for one in window.line_model.lines} == {"waiting"}


def test_the_lines_follow_what_is_sent_and_the_page_opens(shown, visited):
    window = sent(shown)
    (one,) = window.chosen()
    assert words.line_word(one) == "已发布" or one.state == "done"
    assert window.detail.link.isVisible()
    click(window.detail.link)
    assert visited == [one.address]
    visited.clear()
    window.lines.setFocus()
    QTest.keyClick(window.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert visited == [one.address]


def test_only_web_addresses_and_files_are_opened(shown, visited):
    shown.work.outbox.open_address("javascript:alert(1)")
    shown.work.outbox.open_address("smb://x/y")
    assert all(not address.startswith(("javascript", "smb")) for address in visited)


def test_filters_by_target_and_state(shown):
    window = sent(shown)
    window.state.setCurrentIndex(window.state.findData("held"))
    shown.settle()
    assert window.line_model.lines == ()
    assert window.empty.isVisible()
    window.state.setCurrentIndex(window.state.findData("done"))
    shown.settle()
    assert {(one.target, one.state) for one in window.line_model.lines} == {("web", "done")}


def test_what_is_scheduled_stands_by_its_time_with_who_keeps_it(shown):
    from editor.operations.outbox import noting
    from editor.store import outbox

    soon = shown.desktop.context.look.now() + timedelta(hours=2)
    with shown.jobs.room.desk.writing() as session:
        for job in outbox.jobs(session.connection, session.newsroom):
            if job.state == "waiting":
                noting.postpone(session, job, "until", soon.timestamp())
    window = shown.work.outbox.window
    window.batches.setCurrentIndex(window.batch_model.index(1))
    shown.settle()
    lines = window.line_model.lines
    assert lines
    assert {one.keeper for one in lines} == {"here"}
    assert "本机" in words.keeper_word("here") or words.keeper_word("here")


def test_taking_out_of_the_queue_and_sending_again_by_keys(shown, kind):
    window = shown.work.outbox.window
    window.batches.setCurrentIndex(window.batch_model.index(2))
    shown.settle()
    window.lines.setFocus()
    window.lines.selectAll()
    QTest.keyClick(window.lines, Qt.Key.Key_Delete)
    shown.settle()
    assert {one.state for one in window.line_model.lines} == {"canceled"}
    assert kind.system().public() == []
    window.lines.selectAll()
    QTest.keyClick(window.lines, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    shown.until(lambda: {one.state for one in window.line_model.lines} == {"done"})
    assert kind.system().public()


def test_somebody_changed_it_there_and_a_person_decides_with_the_texts_before_him(shown, kind):
    window = sent(shown)
    (one,) = window.chosen()
    system = kind.system()
    (thing,) = [number for number, found in system.things.items() if found.address == one.address]
    system.edit(thing, title="别人改的标题")
    core.again(shown.jobs.room, [one.key])
    window = sent(shown)
    held = next(each for each in window.line_model.lines if each.allows)
    window.choose([window.line_model.place_of(held.key)])
    assert not window.doings["again"].isEnabled()  # not without having looked
    window.lines.setFocus()
    QTest.keyClick(window.lines, Qt.Key.Key_Return)
    dialog = shown.work.outbox.deciding.dialog
    assert not dialog.over.isEnabled()
    assert not dialog.stay.isEnabled()
    dialog.over.click()  # nothing happens before the texts are there
    shown.until(dialog.over.isEnabled)
    assert "别人改的标题" in dialog.columns["theirs"][1].toPlainText()
    assert system.things[thing].fields["title"] == "别人改的标题"
    click(dialog.over)
    shown.settle()
    shown.until(lambda: system.things[thing].fields["title"] != "别人改的标题")


def test_leaving_it_as_it_is_there_sends_nothing(shown, kind):
    window = sent(shown)
    (one,) = window.chosen()
    system = kind.system()
    (thing,) = [number for number, found in system.things.items() if found.address == one.address]
    system.edit(thing, title="别人改的标题")
    core.again(shown.jobs.room, [one.key])
    window = sent(shown)
    shown.until(window.doings["decide"].isEnabled)
    window.doings["decide"].trigger()
    dialog = shown.work.outbox.deciding.dialog
    shown.until(dialog.stay.isEnabled)
    click(dialog.stay)
    shown.settle()
    assert system.things[thing].fields["title"] == "别人改的标题"
    assert {each.state for each in core.lines(shown.jobs.room, target="web")} == {"canceled"}


def test_everything_is_held_back_with_a_reason_and_released(shown, kind):
    shown.do("queue.hold")
    dialog = shown.work.outbox.holding.asking
    assert not dialog.hold.isEnabled()
    dialog.reason.insert("等通知")
    click(dialog.hold)
    shown.settle()
    window = shown.work.outbox.window
    assert "等通知" in window.held.text()
    assert window.held.isVisible()
    assert kind.system().public() == []
    shown.do("queue.release")
    shown.settle()
    shown.until(lambda: bool(kind.system().public()))
    shown.settle()
    assert not window.held.isVisible()


def test_the_keys_of_holding_back_and_of_sending_work_in_the_window_of_the_queue(shown, kind):
    window = shown.work.outbox.window
    window.lines.setFocus()
    shown.until(window.isActiveWindow)
    strange = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.lines, Qt.Key.Key_S, strange)
    dialog = shown.work.outbox.holding.asking
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    QTest.keyClick(window.lines, Qt.Key.Key_G, strange)
    shown.settle()
    shown.until(lambda: bool(kind.system().public()))


def test_sending_now_is_offered_only_while_something_would_go(shown, kind):
    window = shown.work.outbox.window
    run = shown.desktop.context.actions["queue.run"]
    assert window.going.run.isEnabled()
    assert run.isEnabled()
    shown.do("queue.hold")
    click_with_reason(shown.work.outbox.holding.asking)
    shown.settle()
    assert not window.going.run.isEnabled()
    assert not run.isEnabled()
    assert "暂缓" in window.going.told.text()
    assert {words.line_word(one) for one in window.line_model.lines} == {"已暂缓"}
    shown.do("queue.release")
    shown.settle()
    shown.until(lambda: bool(kind.system().public()))
    shown.until(lambda: not shown.work.outbox.sending.running)
    shown.settle()
    assert not window.going.run.isEnabled()
    assert not run.isEnabled()


def test_one_target_is_held_back_and_the_others_go_on(shown, kind, tmp_path):
    core.add_target(shown.jobs.room, "second", "folder", {"path": str(tmp_path / "out"), "format": "markdown"})
    shown.work.outbox.sending.refresh()
    shown.settle()
    shown.do("queue.hold")
    dialog = shown.work.outbox.holding.asking
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.reason.insert("等通知")
    for row in range(len(names)):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.hold.isEnabled()
    dialog.list.item(names.index("second")).setCheckState(Qt.CheckState.Checked)
    click(dialog.hold)
    shown.settle()
    held = {one.name: one.held for one in core.places(shown.jobs.room)}
    assert held == {"second": "等通知", "web": ""}
    shown.until(lambda: bool(kind.system().public()))
    shown.do("queue.hold")
    click_with_reason(shown.work.outbox.holding.asking)
    shown.settle()
    assert all(one.held for one in core.places(shown.jobs.room))
    shown.do("queue.release")
    dialog = shown.work.outbox.holding.releasing
    dialog.list.item(names.index("second")).setCheckState(Qt.CheckState.Unchecked)
    click(dialog.release)
    shown.settle()
    assert {one.name: bool(one.held) for one in core.places(shown.jobs.room)} == {"second": True, "web": False}


def click_with_reason(dialog):
    dialog.reason.insert("再等")
    click(dialog.hold)


def test_what_would_go_now_is_shown_and_nothing_is_called(shown, kind):
    from editor.publish.targets.destination import Loss

    kind.losses = (Loss("picture_missing", "body", "a.png", stops=True),)
    shown.do("queue.now")
    shown.settle()
    goes = shown.work.outbox.previews.goes
    assert goes.articles.count() == 1
    shown.until(lambda: goes.fields.topLevelItemCount() > 0)
    items = [goes.fields.topLevelItem(n) for n in range(goes.fields.topLevelItemCount())]
    rows = {item.text(0): item.text(1) for item in items}
    assert rows[field_word("title")] == goes.chosen.headline
    assert any("a.png" in text for text in rows.values())
    assert goes.said.text()
    assert kind.system().calls == []


def test_the_article_on_the_desk_is_shown_as_it_would_go(web, kind):
    number = next(n for n, row in enumerate(web.rows()) if row.state == "draft")
    web.open_row(number)
    web.do("queue.preview")
    web.settle()
    goes = web.work.outbox.previews.goes
    assert not goes.fields.isVisible()
    assert goes.said.text()  # why it may not go


def test_withdrawing_leads_to_the_article_and_its_own_deed(shown):
    window = sent(shown)
    (one,) = window.chosen()
    window.doings["withdraw"].trigger()
    shown.settle()
    assert shown.desktop.sheet.article.name == one.id
    assert not window.isVisible()
    judging = shown.work.review.pane.judging
    assert judging.reasons.isVisibleTo(shown.work.review.pane), "a second key is asked for"
    assert shown.work.review.dossier.state == "sent"
    judging.reasons.order.insert("县委宣传部来电")
    judging.reasons.notice.setChecked(True)
    QTest.keyClick(judging.opinion, Qt.Key.Key_Return)
    shown.until(lambda: shown.work.review.dossier.state == "withdrawn")
    shown.settle()
    sheet = by_hand.sheet(shown.jobs.room, one.id)
    assert (sheet.order, sheet.form) == ("县委宣传部来电", "notice")


def test_what_a_withdrawn_article_sent_is_not_said_to_stand_there(shown, kind, chinese):
    window = sent(shown)
    (one,) = window.chosen()
    assert words.line_word(one) == "已发布"
    filed = next(line for line in core.lines(shown.jobs.room) if line.target.startswith("site:") and not line.gone)
    for line in (one, filed):
        core_desk.withdraw(shown.jobs.room, line.id, shown.work.people.id)
        core.take_down(shown.jobs.room, [line.id], shown.work.people.id)
    sent(shown)
    found = {line.key: line for line in core.lines(shown.jobs.room)}
    assert [words.tone(found[line.key]) for line in (one, filed)] == ["gray", "gray"]
    said = {words.line_word(line) for line in found.values() if line.id in {one.id, filed.id}}
    assert "已发布" not in said
    assert "已下线" in said


def test_the_queue_is_reached_from_the_navigation(web):
    places = web.desktop.navigation.places
    row = next(n for n in range(places.spots.rowCount()) if places.spots.index(n).data(Qt.ItemDataRole.UserRole).deed)
    view = web.desktop.browser.view
    index = places.spots.index(row)
    places.scrollTo(index)
    QTest.mouseClick(
        places.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places.visualRect(index).center()
    )
    web.settle()
    assert web.work.outbox.window.isVisible()
    assert web.desktop.browser.view == view
    assert places.currentIndex().row() == places.spots.row_of(view)
