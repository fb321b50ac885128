"""By hand in the window: ticks with a screenshot, adoption after a comparison, receipts, the disposal sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.publish.targets import kinds
from editor.publish.targets.destination import Standing, Status
from editor.service import desk as core_desk
from editor.service import outbox as core
from tests.ui.outbox.fake_kind import NAME, URL, Shown
from tests.ui.outbox.test_batch_to_target import cut, nameless

PLACE = "抖音"
HERE = f"{URL}2026/chun"


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def picture(tmp_path):
    """A screenshot in a file."""
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 90, 160))
    assert image.save(str(tmp_path / "shot.png"), "PNG")
    return str(tmp_path / "shot.png")


@pytest.fixture
def both(web, monkeypatch):
    """A window with a target in memory and a place without an interface; gives window, signed article, room."""
    monkeypatch.setattr(kinds, "OWN", (NAME, "hand", "folder", "site", "wordpress", "wagtail"))
    monkeypatch.setattr(
        Shown,
        "locate",
        lambda self, address: next((t for t in self.system.things.values() if t.address == address), None),
        raising=False,
    )
    core.add_target(web.jobs.room, PLACE, "hand", {"url": "https://creator.example.cn/up"})
    web.work.outbox.sending.refresh()
    web.settle()
    return web


def signed(desk):
    return next(row for row in desk.rows() if row.state == "approved")


def queued(desk):
    """The task is in the queue, the window shows it."""
    row = signed(desk)
    core.queue(desk.jobs.room, PLACE, [row.name], desk.work.people.id)
    desk.work.outbox.sending.poke()
    desk.settle()
    desk.do("queue.show")
    desk.settle()
    chosen(desk, PLACE)
    return row


def chosen(desk, target):
    window = desk.work.outbox.window
    window.batches.setCurrentIndex(window.batch_model.index(0))
    window.target.setCurrentIndex(window.target.findData(target))
    window.ask()
    desk.settle()
    window.choose([0])
    return window.chosen()[0]


def lines(desk, target=PLACE):
    return [(line.action, line.state, line.code) for line in core.lines(desk.jobs.room, target=target)]


def dialog_of(desk):
    hand = desk.work.outbox.by_hand
    desk.until(lambda: hand.dialog is not None and hand.dialog.isVisible())
    return hand.dialog


def ticked(desk, picture=""):
    row = queued(desk)
    window = desk.work.outbox.window
    window.lines.setFocus()
    QTest.keyClick(window.lines, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(desk)
    dialog.address.setText("https://www.example.cn/v/1")
    if picture:
        dialog.picture.take(picture)
    click(dialog.go)
    desk.settle()
    return row


def withdrawn(desk, row):
    core_desk.withdraw(desk.jobs.room, row.name, desk.work.people.id)
    core.take_down(desk.jobs.room, [row.name], desk.work.people.id)
    desk.work.outbox.sending.poke()
    desk.settle()


def sheet_of(desk, row):
    from ui.outbox.preview import Item

    hand = desk.work.outbox.by_hand
    hand.over = desk.window
    hand.show_sheet(Item(row.name, row.number, row.headline))
    desk.until(lambda: hand.sheet is not None and hand.sheet.isVisible())
    return hand.sheet


def test_a_task_is_shown_as_one_and_ticked_with_a_screenshot(both, picture):
    queued(both)
    window = both.work.outbox.window
    assert window.doings["tick"].isEnabled()
    assert not window.doings["again"].isEnabled()
    assert PLACE in window.detail.told.text()
    ticked(both, picture)
    assert lines(both) == [("put", "done", "by_hand_done")]
    line = chosen(both, PLACE)
    assert line.address == "https://www.example.cn/v/1"
    assert not window.doings["tick"].isEnabled()
    assert window.doings["receipts"].isEnabled()


def test_a_double_click_on_a_task_registers_it(both):
    queued(both)
    window = both.work.outbox.window
    window.lines.doubleClicked.emit(window.line_model.index(0))
    assert dialog_of(both).where == PLACE


def test_what_is_to_be_copied_is_in_the_clipboard_or_in_files(both, tmp_path, monkeypatch, visited):
    row = queued(both)
    both.work.outbox.window.doings["tick"].trigger()
    dialog = dialog_of(both)
    click(dialog.copies["title"])
    both.settle()
    assert QGuiApplication.clipboard().text() == row.headline
    click(dialog.copies["text"])
    both.settle()
    assert row.headline in QGuiApplication.clipboard().text()
    assert len(QGuiApplication.clipboard().text()) > len(row.headline)
    folder = tmp_path / "stuff"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    click(dialog.copies["files"])
    both.settle()
    assert (folder / "01 标题.txt").read_text("utf-8").strip() == row.headline
    click(dialog.copies["open"])
    assert visited == ["https://creator.example.cn/up"]
    assert dialog.isVisible()


def test_a_screenshot_comes_out_of_the_clipboard(both):
    queued(both)
    both.work.outbox.window.doings["tick"].trigger()
    dialog = dialog_of(both)
    QGuiApplication.clipboard().clear()
    click(dialog.picture.paste)
    assert dialog.picture.file == ""
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    QGuiApplication.clipboard().setImage(image)
    click(dialog.picture.paste)
    assert dialog.picture.file
    click(dialog.go)
    both.settle()
    both.do("queue.receipts")  # nothing lies on the desk yet
    both.settle()
    assert both.work.outbox.by_hand.receipts is None
    both.work.outbox.window.doings["receipts"].trigger()
    both.settle()


def test_what_is_wrong_is_said_and_what_was_entered_stays(both):
    queued(both)
    both.work.outbox.window.doings["tick"].trigger()
    dialog = dialog_of(both)
    dialog.at.setText("2099-01-01 08:00")
    dialog.address.setText("https://www.example.cn/v/1")
    click(dialog.go)
    both.settle()
    assert dialog.isVisible()
    assert "2099" in dialog.said.text()
    assert dialog.address.text() == "https://www.example.cn/v/1"
    assert dialog.go.isEnabled()
    assert lines(both) == [("put", "held", "by_hand")]


def test_an_ad_hoc_place_is_added_from_the_article_on_the_desk(both):
    row = signed(both)
    number = next(n for n, one in enumerate(both.rows()) if one.name == row.name)
    both.open_row(number)
    both.do("queue.published")
    dialog = dialog_of(both)
    assert not dialog.go.isEnabled()
    dialog.place.setEditText("上级转载")
    click(dialog.go)
    both.settle()
    assert not dialog.isVisible()
    done = [line for line in core.lines(both.jobs.room, state="done") if line.code == "by_hand_done"]
    assert [line.target for line in done] == ["上级转载"]
    both.do("queue.receipts")
    both.settle()
    receipt = both.work.outbox.by_hand.receipts.chosen
    assert (receipt.place, receipt.by_hand) == ("上级转载", True)


def stands(kind, row, title=None):
    fields = {"title": title or row.headline, "body": "别的文字", "tags": []}
    kind.system().things["900"] = Standing("900", "chun", Status.PUBLIC, HERE, "s1", fields)


def adopting(both, row):
    both.open_row(next(n for n, one in enumerate(both.rows()) if one.name == row.name))
    both.do("queue.published")
    dialog = dialog_of(both)
    dialog.place.setCurrentIndex(dialog.place.findText("web"))
    dialog.address.setText(HERE)
    assert dialog.adopting
    assert not dialog.picture.isVisible()
    click(dialog.go)
    both.settle()
    return dialog


def test_what_was_published_by_hand_is_compared_before_it_is_adopted(both, kind):
    row = signed(both)
    stands(kind, row)
    dialog = adopting(both, row)
    assert dialog.found.isVisible()
    names = [dialog.found.fields.topLevelItem(n).text(0) for n in range(dialog.found.fields.topLevelItemCount())]
    assert "正文" in names
    assert core.lines(both.jobs.room, target="web") == ()
    click(dialog.go)
    both.settle()
    assert not dialog.isVisible()
    assert lines(both, "web") == [("put", "done", "adopted")]
    assert not [call for call in kind.system().calls if call.startswith("put")]


def test_another_headline_is_told_in_words_and_another_address_is_compared_anew(both, kind):
    row = signed(both)
    stands(kind, row, "别的稿件")
    dialog = adopting(both, row)
    assert "别的稿件" in dialog.found.said.text()
    assert dialog.go.property("role") == "danger"
    dialog.address.setText(HERE + "x")
    assert not dialog.found.isVisible()
    assert dialog.go.property("role") == "primary"
    click(dialog.go)
    both.settle()
    assert dialog.said.isVisible()
    assert core.lines(both.jobs.room, target="web") == ()


def test_what_changed_there_after_the_comparison_is_not_adopted(both, kind):
    row = signed(both)
    stands(kind, row)
    dialog = adopting(both, row)
    kind.system().edit("900", body="又改了")
    click(dialog.go)
    both.settle()
    assert dialog.isVisible()
    assert dialog.said.text()
    assert core.lines(both.jobs.room, target="web") == ()


def test_the_sheet_shows_what_is_open_and_is_done_step_by_step(both, picture, tmp_path, monkeypatch, visited):
    row = ticked(both, picture)
    withdrawn(both, row)
    assert lines(both)[-1] == ("remove", "held", "by_hand_down") or ("remove", "held", "by_hand_down") in lines(both)
    sheet = sheet_of(both, row)
    assert sheet.state.property("tone") == "red"
    assert sheet.chosen.name == PLACE
    assert PLACE in sheet.said.text()
    sheet.order.setText("总编室电话")
    sheet.why.setText("事实有误")
    QTest.keyClick(sheet.why, Qt.Key.Key_Return)
    both.settle()
    assert (sheet.sheet.order, sheet.sheet.why) == ("总编室电话", "事实有误")
    assert not sheet.keep.isEnabled()
    click(sheet.down)
    dialog = dialog_of(both)
    assert not dialog.go.isEnabled()  # without a picture
    dialog.picture.take(picture)
    click(dialog.go)
    both.settle()
    assert sheet.sheet.complete
    assert sheet.state.property("tone") == "green"
    assert not sheet.down.isEnabled()
    file = tmp_path / "sheet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    click(sheet.save)
    both.settle()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert len(visited) == 1


def test_a_withdrawal_in_the_window_asks_also_where_no_target_is(both):
    row = signed(both)
    both.open_row(next(n for n, one in enumerate(both.rows()) if one.name == row.name))
    both.do("queue.published")
    dialog = dialog_of(both)
    dialog.place.setEditText("上级转载")
    click(dialog.go)
    both.settle()
    for name in ("web", PLACE):
        core.remove_target(both.jobs.room, name)
    both.work.outbox.sending.refresh()
    both.settle()
    both.work.review.done.emit(core_desk.withdraw(both.jobs.room, row.name, both.work.people.id)[0])
    both.settle()
    held = [(line.action, line.target) for line in core.lines(both.jobs.room, state="held")]
    assert held == [("remove", "上级转载")]


def test_what_somebody_is_entering_stays_when_the_sheet_is_read_again(both, picture):
    row = ticked(both, picture)
    withdrawn(both, row)
    sheet = sheet_of(both, row)
    sheet.order.setText("还没写完")
    both.work.outbox.by_hand.ask_sheet(sheet)
    both.settle()
    assert sheet.order.text() == "还没写完"
    assert sheet.keep.isEnabled()


def test_an_article_that_is_not_withdrawn_has_no_sheet(both):
    both.open_row(next(n for n, one in enumerate(both.rows()) if one.state == "approved"))
    both.do("queue.sheet")
    both.settle()
    assert both.work.outbox.by_hand.sheet is None


def test_receipts_say_everything_and_open_the_screenshot(both, picture, visited):
    ticked(both, picture)
    both.work.outbox.window.choose([0])
    both.work.outbox.window.doings["receipts"].trigger()
    receipts = both.work.outbox.by_hand.receipts
    both.until(lambda: receipts.chosen is not None)
    assert receipts.chosen.digest in receipts.whole.text()
    assert receipts.chosen.entry in receipts.whole.text()
    click(receipts.picture)
    both.settle()
    assert visited[0].startswith("file:")
    click(receipts.page)
    assert visited[1] == "https://www.example.cn/v/1"


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_has_a_name_and_nothing_is_cut(both, kind, picture, scale):
    both.desktop.context.preferences.set("scale", scale)
    row = ticked(both, picture)
    hand = both.work.outbox.by_hand
    both.work.outbox.window.choose([0])
    both.work.outbox.window.doings["receipts"].trigger()
    both.settle()
    withdrawn(both, row)
    sheet = sheet_of(both, row)
    sheet.down.click()
    down = dialog_of(both)
    hand.over = both.window
    both.qtbot.wait(30)
    for window in (sheet, down, hand.receipts, both.work.outbox.window):
        assert nameless(window) == []
        assert cut(window) == []
