"""The delivery window: batches, lines, filters, keys; decisions only with the texts before one's eyes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest

from editor.records.outbox import BatchShown, LineShown, TargetShown, ThreeTexts
from editor.service import outbox as core
from ui.outbox import words
from ui.outbox.deciding import DecideDialog, marked
from ui.outbox.going import speed
from ui.outbox.window import OutboxWindow
from ui.sentences import Sentences
from ui.theme.tokens import LIGHT


def line(number=0, **more):
    made = LineShown(
        key=f"k{number}",
        id=f"a{number}",
        number=f"1124-YW-{number}",
        headline=f"第{number}篇",
        target="web",
        batch="b",
        action="put",
        state="done",
        code="",
        sentence="",
        values={},
        address="https://x/1",
        publish_at="",
        keeper="",
        queued_at="2026-11-24T13:20:00+08:00",
        done_at="2026-11-24T13:21:00+08:00",
        attempt=1,
        differs=(),
        allows={},
    )
    return made._replace(**more)


def choose(window, key):
    window.lines.setCurrentIndex(window.line_model.index(window.line_model.place_of(key)))


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


TARGET = TargetShown("web", "wordpress", "x", {}, "", has_secret=True, open=0)


@pytest.fixture
def window(qapp, qtbot, look):
    made = OutboxWindow(look, Sentences("zh_CN"), [QAction("一键暂缓")])
    qtbot.addWidget(made)
    made.show_targets((TARGET,))
    made.show()
    return made


@pytest.fixture
def shown(web, kind):
    """The window over a queue with one article that has been sent."""
    names = [row.name for row in web.rows() if row.state == "approved"]
    core.queue(web.jobs._room, "web", names, web.work.people.id)
    web.do("queue.show")
    web.settle()
    return web


def sent(desk):
    desk.work.outbox.sending.poke()
    desk.settle()
    window = desk.work.outbox.window
    window.target.setCurrentIndex(window.target.findData("web"))
    desk.settle()
    window.lines.setCurrentIndex(window.line_model.index(0))
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
    shown.work.outbox._open("javascript:alert(1)")
    shown.work.outbox._open("smb://x/y")
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
    with shown.jobs._room.desk.writing() as session:
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
    core.again(shown.jobs._room, [one.key])
    window = sent(shown)
    held = next(each for each in window.line_model.lines if each.allows)
    window.lines.setCurrentIndex(window.line_model.index(window.line_model.place_of(held.key)))
    assert not window.doings["again"].isEnabled()  # not without having looked
    window.lines.setFocus()
    QTest.keyClick(window.lines, Qt.Key.Key_Return)
    dialog = shown.work.outbox.decide
    assert not dialog.over.isEnabled()
    assert not dialog.stay.isEnabled()
    dialog._on_over()  # nothing happens before the texts are there
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
    core.again(shown.jobs._room, [one.key])
    window = sent(shown)
    shown.until(window.doings["decide"].isEnabled)
    window._want("decide")
    dialog = shown.work.outbox.decide
    shown.until(dialog.stay.isEnabled)
    click(dialog.stay)
    shown.settle()
    assert system.things[thing].fields["title"] == "别人改的标题"
    assert {each.state for each in core.lines(shown.jobs._room, target="web")} == {"canceled"}


def test_everything_is_held_back_with_a_reason_and_released(shown, kind):
    shown.do("queue.hold")
    dialog = shown.work.outbox.holding
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


def test_what_would_go_now_is_shown_and_nothing_is_called(shown, kind):
    from editor.publish.targets.destination import Loss

    kind.losses = (Loss("picture_missing", "body", "a.png", stops=True),)
    shown.do("queue.now")
    shown.settle()
    goes = shown.work.outbox.previews.goes
    assert goes.articles.count() == 1
    shown.until(lambda: goes.fields.topLevelItemCount() > 0)
    rows = {goes.fields.topLevelItem(n).text(0): goes.fields.topLevelItem(n).text(1) for n in range(4)}
    assert rows["title"] == goes.chosen.headline
    assert "a.png" in rows["body"] or any("a.png" in text for text in rows.values())
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
    window._want("withdraw")
    shown.settle()
    assert shown.desktop.sheet.article.name == one.id
    assert not window.isVisible()


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


# The widgets alone. ------------------------------------------------------------------------------------------------


def test_a_thousand_lines_paint_only_what_is_seen(window, monkeypatch):
    from ui.outbox.delegates import LineDelegate

    painted = []
    real = LineDelegate._row
    monkeypatch.setattr(LineDelegate, "_row", lambda self, *rest: painted.append(1) or real(self, *rest))
    window.show_lines([line(n) for n in range(1000)])
    window.grab()
    first = len(painted)
    assert 0 < first < 60
    painted.clear()
    window.show_lines([line(n, state="held" if n == 900 else "done") for n in range(1000)])
    window.grab()
    assert len(painted) < 60


def test_a_change_of_state_keeps_the_selection(window):
    window.show_lines([line(n, state="waiting") for n in range(5)])
    choose(window, "k3")
    window.show_lines([line(n) for n in range(5)])
    assert [one.key for one in window.chosen()] == ["k3"]
    window.show_lines([line(n) for n in (3, 4)])
    assert [one.key for one in window.chosen()] == ["k3"]


def test_a_receipt_says_what_differs(window):
    window.show_lines([line(1, differs=(("tags", "春灌, 水利", "水利"),))])
    window.lines.setCurrentIndex(window.line_model.index(0))
    item = window.detail.receipt.topLevelItem(0)
    assert [item.text(column) for column in range(3)] == ["tags", "春灌, 水利", "水利"]
    assert window.detail.receipt.isVisible()


def test_what_is_no_target_here_is_not_sent_again(window):
    window.show_lines([line(1, target="site:/srv/www"), line(2)])
    choose(window, "k1")
    assert not window.doings["again"].isEnabled()
    assert not window.doings["preview"].isEnabled()
    choose(window, "k2")
    assert window.doings["again"].isEnabled()


@pytest.mark.parametrize(
    ("one", "tone"),
    [
        (line(state="waiting", done_at=""), "gray"),
        (line(state="waiting", code="wire_no_network"), "amber"),
        (line(state="waiting", code="until", keeper="here", publish_at="2026-11-25T08:00:00+08:00"), "teal"),
        (line(state="held", code="edited_there"), "red"),
        (line(), "green"),
        (line(action="remove"), "gray"),
        (line(keeper="target", publish_at="2026-11-25T08:00:00+08:00"), "teal"),
    ],
)
def test_every_state_has_its_own_words(one, tone):
    assert words.tone(one) == tone
    assert words.line_word(one)


def test_states_of_lines_are_told_apart():
    said = [
        words.line_word(line(state="waiting")),
        words.line_word(line(state="waiting", code="until")),
        words.line_word(line(state="waiting", code="wire_no_network")),
        words.line_word(line(state="waiting", code="busy")),
        words.line_word(line()),
        words.line_word(line(action="remove")),
        words.line_word(line(keeper="target")),
    ]
    assert len(set(said)) == len(said)


def test_the_bar_of_a_batch_shows_its_states(window):
    states = {"done": 5, "held": 5}
    window.show_batches((BatchShown("b", "田文", "2026-11-24T13:20:00+08:00", ("web",), states),))
    window.batches.grab()
    rect = window.batches.visualRect(window.batch_model.index(2))
    picture = window.batches.grab().toImage()
    colors = {
        QColor(picture.pixel(QPoint(x, y))).name()
        for x in range(rect.left(), rect.right(), 3)
        for y in range(rect.bottom() - 24, rect.bottom() - 4)
    }
    assert {LIGHT.green.ink.lower(), LIGHT.red.ink.lower()} <= colors


def test_texts_of_a_site_are_shown_as_text_whatever_they_look_like(qapp, qtbot, look):
    evil = '<script>alert(1)</script><img src="http://x/y.png">'
    assert "<script" not in marked("", evil, look.tokens)
    assert "<img" not in marked("a", evil, look.tokens)
    dialog = DecideDialog(look, Sentences("zh_CN"), line(allows={"stamp": "s"}, state="held"))
    qtbot.addWidget(dialog)
    dialog.show_texts((ThreeTexts("body", "ours", evil, "last"),))
    assert dialog.columns["theirs"][1].toPlainText() == evil


@pytest.mark.parametrize(
    ("before", "after"), [("三十万亩", "三十一万亩"), ("", "新"), ("旧", ""), ("甲\n乙", "甲\n丙")]
)
def test_marks_change_no_character(qapp, qtbot, look, before, after):
    dialog = DecideDialog(look, Sentences("zh_CN"), line(allows={"stamp": "s"}, state="held"))
    qtbot.addWidget(dialog)
    dialog.show_texts((ThreeTexts("body", after, before, before),))
    assert dialog.columns["ours"][1].toPlainText() == after


def test_a_trouble_while_reading_leaves_nothing_to_decide(qapp, qtbot, look):
    dialog = DecideDialog(look, Sentences("zh_CN"), line(allows={"vanished": "1"}, state="held"))
    qtbot.addWidget(dialog)
    dialog.show_trouble("连不上")
    assert not dialog.over.isEnabled()
    assert dialog.said.text() == "连不上"


def test_speed_is_told_when_it_can_be():
    assert speed(0, 10) == 0
    assert speed(3, 0.2) == 0
    assert speed(3, 6) == 30


def test_several_chosen_lines_stay_chosen_when_others_come(window):
    window.show_lines([line(n) for n in range(5)])
    window.lines.selectAll()
    window.show_lines([line(n) for n in (7, 1, 3)])
    assert [one.key for one in window.chosen()] == ["k3", "k1"]  # of all batches the newest first


def test_the_newest_batch_is_shown_at_first_and_what_is_chosen_stays(window, qtbot):
    asked = []
    window.lines_wanted.connect(lambda *wanted: asked.append(wanted))
    first = BatchShown("b1", "田文", "2026-11-24T13:20:00+08:00", ("web",), {"done": 1})
    window.show_batches((first,))
    assert window.batch == "b1"
    assert asked[-1] == ("b1", "", "", False)
    window.show_batches((first._replace(id="b2"), first))
    assert window.batch == "b1"


def test_times_are_told_in_the_zone_of_the_reader():
    from datetime import datetime, timedelta, timezone

    shanghai = timezone(timedelta(hours=8))
    now = datetime(2026, 3, 12, 16, 38, tzinfo=shanghai)
    assert words.time_told("2026-03-12T08:00:00Z", now) == "16:00"
    assert "16:00" in words.time_told("2026-03-13T08:00:00+00:00", now)
    assert words.time_told("2026-03-20T16:00:00+08:00", now) == "03-20 16:00"
    assert words.time_told("2025-03-20T16:00:00+08:00", now) == "2025-03-20 16:00"
    assert words.time_told("soon", now) == "soon"
