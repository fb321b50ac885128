"""The batch dialog: targets stand among the places, what goes there is queued and sent while work goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.records.articles import Writing
from editor.service import desk as core_desk
from editor.service import outbox as core
from tests.ui.reachable import cut, nameless
from ui.identifiers import new_id


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def dialog(web):
    web.do("file.deliver")
    delivery = web.work.outgoing.delivery
    web.until(lambda: delivery.dialog is not None and delivery.dialog.isVisible())
    web.settle()
    return delivery.dialog


def results(dialog):
    return [dialog.list.topLevelItem(n).text(2) for n in range(dialog.list.topLevelItemCount())]


def test_the_target_is_offered_first_and_needs_no_folder(web, dialog):
    assert dialog.where.target == "web"
    assert not dialog.folder.isVisible()
    assert dialog.go.isEnabled()
    dialog.kind.setCurrentIndex(0)
    assert dialog.where.target == ""
    assert dialog.folder.isVisible()
    assert not dialog.go.isEnabled()


def signed(web, **slip):
    """Id of a new article that is signed, with these fields of the slip."""
    room, article = web.jobs.room, new_id()
    by_level = {level: one.person for one in web.work.people.here() for level in one.levels}
    whole = {"headline": "春灌开闸", "byline": [{"name": "周春燕", "role": "reporter"}], **slip}
    writing = Writing(article, "zh-CN", whole, "六座闸同时打开。", by_level["reporter"])
    core_desk.keep(room, writing)
    core_desk.act(room, article, "submit", by_level["reporter"])
    for level in (1, 2, 3):
        core_desk.act(room, article, "sign", by_level[str(level)], level=level)
    return article


def planned(dialog, article):
    """What stands beside an article before anything goes."""
    row = [one.name for one in dialog.list.planned].index(article)
    return results(dialog)[row]


@pytest.mark.parametrize("field", ["publish_at", "embargo"])
def test_an_article_that_will_wait_for_its_time_says_so_before_it_goes(web, kind, field):
    at = (web.desktop.context.look.now() + timedelta(days=400)).replace(hour=8, minute=0)
    article = signed(web, **{field: f"{at:%Y-%m-%dT%H:%M:00%z}"})
    plain = signed(web)
    web.do("file.deliver")
    delivery = web.work.outgoing.delivery
    web.until(lambda: delivery.dialog is not None and delivery.dialog.isVisible())
    web.settle()
    dialog = delivery.dialog
    assert planned(dialog, article) == f"将于 {at:%Y-%m-%d} 08:00 发送"
    assert planned(dialog, plain) == "待发布"
    assert "1 篇到时才发" in dialog.summary.text()
    dialog.kind.setCurrentIndex(dialog.kind.findData("site"))
    web.settle()
    if field == "embargo":
        assert f"{at:%Y-%m-%d} 08:00" in planned(dialog, article)
        assert article not in dialog.going, "a folder shows at once what it is given"
    else:
        assert planned(dialog, article) == "待发布"


def test_what_goes_is_queued_sent_and_seen(web, dialog, kind):
    going = list(dialog.going)
    assert going
    click(dialog.go)
    web.settle()
    assert not dialog.running
    assert dialog.summary.text()
    web.until(lambda: {line.state for line in core.lines(web.jobs.room, target="web")} == {"done"})
    assert len(kind.system().public()) == len(going)
    web.settle()
    assert results(dialog)[: len(going)] == ["已发布"] * len(going)
    assert dialog.summary.text() == f"完成 {len(going)} 篇"
    assert not dialog.go.isEnabled(), "what is there is not offered once more"
    click(dialog.open_result)
    web.settle()
    assert web.work.outbox.window.isVisible()


def test_it_is_shown_before_it_goes_and_nothing_is_called(web, dialog, kind):
    click(dialog.preview)
    web.settle()
    goes = web.work.outbox.previews.goes
    assert goes.isVisible()
    assert goes.articles.count() == len(dialog.going)
    assert goes.fields.topLevelItemCount() > 0
    assert kind.system().calls == []
    assert core.lines(web.jobs.room, target="web") == ()


def test_a_target_that_is_gone_is_told_and_nothing_goes(web, dialog):
    core.remove_target(web.jobs.room, "web")
    click(dialog.go)
    web.settle()
    assert not dialog.running
    assert "web" in dialog.summary.text()
    assert core.lines(web.jobs.room, target="web") == ()


def test_where_nothing_was_given_there_is_no_target(desk):
    desk.do("file.deliver")
    delivery = desk.work.outgoing.delivery
    desk.until(lambda: delivery.dialog is not None and delivery.dialog.isVisible())
    desk.settle()
    assert delivery.dialog.where.target == ""
    assert delivery.dialog.folder.isVisible()
    assert not delivery.dialog.preview.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_has_a_name_and_nothing_is_cut(web, dialog, scale):
    web.desktop.context.preferences.set("scale", scale)
    click(dialog.go)
    web.settle()
    web.do("queue.show")
    web.do("queue.targets")
    web.do("queue.now")
    web.settle()
    room = web.work.outbox
    room.window.choose([0])
    web.do("queue.hold")
    web.qtbot.wait(30)
    for window in (dialog, room.window, room.targets.dialog, room.previews.goes, room.holding.asking):
        assert nameless(window) == []
        assert cut(window) == []
