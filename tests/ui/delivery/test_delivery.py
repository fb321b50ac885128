"""Batch delivery and review copies, through the real dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from editor.records.articles import ALL, View
from editor.records.output import Delivered, Planned
from editor.service.messages import Failure
from ui.delivery.dialog import DeliveryDialog
from ui.delivery.steps import KINDS, address_of, parts_of, steps_of, whole
from ui.sentences import Sentences


@pytest.fixture
def shown(monkeypatch):
    """What was handed to the system to be opened."""
    files = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: files.append(url.toLocalFile()) or True)
    return files


@pytest.fixture
def desk(opened, out, monkeypatch):
    """The sample newsroom, all its articles in the list, the editor in chief at work."""
    monkeypatch.setattr("editor.newsroom.sealing.MEMORY_KIB", 64)  # keys are opened a hundred times here
    opened.sample()
    opened.become("3")
    opened.desktop.browser.show_view(View(ALL))
    opened.settle()
    return opened


def begin(desk, out, kind, folder):
    """Open the dialog and name a place."""
    desk.do("file.deliver")
    desk.until(lambda: out.delivery.dialog is not None and out.delivery.dialog.isVisible())
    desk.settle()
    dialog = out.delivery.dialog
    dialog.kind.setCurrentIndex(KINDS.index(kind))
    dialog.folder.setText(str(folder))
    dialog.folder.editingFinished.emit()
    desk.settle()
    return dialog


def results(dialog):
    return [dialog.list.topLevelItem(n).text(2) for n in range(dialog.list.topLevelItemCount())]


def test_signed_articles_go_to_a_site_and_the_result_can_be_opened(desk, out, tmp_path, shown):
    ready = [row.name for row in desk.rows() if row.state == "approved"]
    dialog = begin(desk, out, "site", tmp_path / "site")
    assert sorted(item.name for item in dialog.list.planned) == sorted(ready)
    ready = list(dialog.going)
    assert ready
    assert not (tmp_path / "site").exists()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    desk.until(lambda: not dialog.running)
    assert sorted(p.stem for p in (tmp_path / "site" / "articles").iterdir()) == sorted(ready)
    QTest.mouseClick(dialog.open_result, Qt.MouseButton.LeftButton)
    assert shown == [str(tmp_path / "site" / "index.html")]
    desk.settle()
    assert {row.state for row in desk.rows() if row.name in ready} == {"sent"}
    dialog.reject()
    desk.do("file.deliver")
    desk.settle()
    assert dialog.folder.text() == str(tmp_path / "site")  # remembered
    assert dialog.going == []  # nothing waits any more
    assert not dialog.go.isEnabled()


def test_what_is_not_signed_stays_says_why_and_goes_only_as_a_marked_copy(desk, out, tmp_path):
    desk.desktop.articles.list.selectAll()
    desk.settle()
    dialog = begin(desk, out, "html", tmp_path / "out")
    assert dialog.scope.currentData() == DeliveryDialog.SELECTED
    planned = {item.name: item for item in dialog.list.planned}
    unsigned = [row.name for row in desk.rows() if row.state in {"draft", "level1", "level2", "level3"}]
    assert unsigned
    assert all(planned[name].code for name in unsigned)
    told = next(
        text for item, text in zip(dialog.list.planned, results(dialog), strict=True) if item.name == unsigned[0]
    )
    assert planned[unsigned[0]].number in told
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    desk.until(lambda: not dialog.running)
    written = {path.stem for path in (tmp_path / "out").glob("*.html")}
    assert written
    assert not written & set(unsigned)


def test_a_draft_becomes_a_review_copy_in_a_folder_of_its_own(desk, out, tmp_path):
    number = next(n for n, row in enumerate(desk.rows()) if row.state == "draft")
    row = desk.open_row(number)
    dialog = begin(desk, out, "review", tmp_path / "copies")
    dialog.scope.setCurrentIndex(dialog.scope.findData(DeliveryDialog.SELECTED))
    desk.settle()
    assert dialog.going == [row.name]
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    desk.until(lambda: not dialog.running)
    assert [path.suffix for path in (tmp_path / "copies").iterdir()] == [".pdf"]
    dialog.kind.setCurrentIndex(KINDS.index("site"))
    assert dialog.folder.text() != str(tmp_path / "copies")


def test_a_place_that_cannot_be_used_is_told_and_nothing_goes(desk, out, tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine", encoding="ascii")
    dialog = begin(desk, out, "site", tmp_path / "taken")
    dialog.go.click()
    desk.until(lambda: not dialog.running)
    assert str(tmp_path / "taken") in dialog.summary.text()
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["mine.txt"]
    assert not dialog.open_result.isEnabled()


def test_printing_makes_the_copy_of_what_stands_on_the_screen(opened, out, tmp_path, shown):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.desk.heading.headline.insertPlainText("春灌开闸")
    opened.desktop.writing.body.insertPlainText("刚刚写下的一句。")
    opened.do("file.print")
    opened.until(lambda: out.delivery.ready is not None, timeout=20000)
    ready = out.delivery.ready
    assert not ready.made.signed
    assert Path(ready.made.file).read_bytes().startswith(b"%PDF")
    assert "春灌开闸" in Path(ready.made.file).name
    QTest.mouseClick(ready.open_button, Qt.MouseButton.LeftButton)
    assert shown == [ready.made.file]
    out.delivery.save_copy(ready.made, str(tmp_path / "kept.pdf"))
    assert (tmp_path / "kept.pdf").read_bytes() == Path(ready.made.file).read_bytes()
    out.delivery.save_copy(ready.made, str(tmp_path / "nowhere" / "kept.pdf"))
    assert str(tmp_path / "nowhere" / "kept.pdf") in opened.desktop.status.news


def test_printing_without_an_article_says_what_to_do(opened, out):
    opened.do("file.print")
    assert opened.desktop.status.news
    assert out.delivery.ready is None


@pytest.fixture
def dialog(look, qtbot):
    """The dialog alone, with three articles of which two go."""
    made = DeliveryDialog(look, Sentences("zh_CN"))
    qtbot.addWidget(made)
    made.show()
    made.begin(("site:/srv/www", "review:/srv/copies"), 3, approved_first=False)
    made.show_plan(
        (
            Planned("a", "0305-A-01", "一", "要闻"),
            Planned("b", "0305-A-02", "二", "要闻", "not_signed", {"id": "0305-A-02"}),
            Planned("c", "0305-A-03", "三", "要闻"),
        )
    )
    return made


def test_with_nothing_to_publish_it_says_what_to_do(dialog):
    dialog.show_plan(())
    assert dialog.empty.isVisible()
    assert not dialog.list.isVisible()
    assert not dialog.go.isEnabled()


def test_the_last_place_of_each_kind_is_offered(dialog):
    assert dialog.address == "site:/srv/www"
    dialog.kind.setCurrentIndex(KINDS.index("review"))
    assert dialog.address == "review:/srv/copies"
    dialog.kind.setCurrentIndex(KINDS.index("ninjs"))
    assert dialog.address == ""
    assert not dialog.go.isEnabled()


@pytest.mark.parametrize(("folder", "goes"), [("", False), ("www", False), ("/srv/www", True), ("  ", False)])
def test_only_a_folder_named_from_the_root_can_be_delivered_to(dialog, folder, goes):
    dialog.folder.clear()
    QTest.keyClicks(dialog.folder, folder)
    assert dialog.go.isEnabled() is goes


def test_the_reason_stands_beside_what_cannot_go_and_only_the_rest_is_delivered(dialog, qtbot):
    assert "0305-A-02" in results(dialog)[1]
    with qtbot.waitSignal(dialog.deliver_wanted) as wanted:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert wanted.args == ["site:/srv/www", ["a", "c"]]


def test_esc_stops_what_is_under_way_and_keeps_what_went(dialog, qtbot):
    dialog.go.click()
    dialog.show_done([Delivered("a", "/srv/www/a.html", written=True)])
    with qtbot.waitSignal(dialog.stop_wanted):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.show_stopping()
    dialog.show_end([Delivered("a", "/srv/www/a.html", written=True)], stopped=True, openable=True)
    first, second, third = results(dialog)
    assert len({first, second, third}) == 3
    assert dialog.open_result.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


class Slow:
    """Jobs that are answered when the test says so."""

    def __init__(self):
        self.asked = []

    def ask(self, what, /, *, done=None, failed=None, **given):
        self.asked.append((what, given, done, failed))


@pytest.fixture
def stepped(opened, out, dialog, monkeypatch):
    """The room with the dialog alone, and jobs that wait."""
    import dataclasses

    slow = Slow()
    room = out.delivery
    context = dataclasses.replace(opened.desktop.context, jobs=slow)
    room._desktop = dataclasses.replace(opened.desktop, context=context)
    room.dialog = dialog
    dialog.deliver_wanted.connect(room._on_deliver_wanted)
    dialog.stop_wanted.connect(room._on_stop_wanted)
    return room, slow, dialog


def plan(dialog, count):
    dialog.show_plan([Planned(f"n{n}", f"{n}", "题", "") for n in range(count)])


def test_a_stop_lets_the_step_under_way_end_and_begins_no_other(stepped):
    from editor.records.output import DeliveryDone

    _room, slow, dialog = stepped
    plan(dialog, 30)
    dialog.go.click()
    first = slow.asked[-1][1]["names"]
    assert len(first) < 30
    dialog.stop.click()
    went = tuple(Delivered(name, f"/x/{name}", written=True) for name in first)
    asked = len(slow.asked)
    slow.asked[-1][2](DeliveryDone("site:/srv/www", went, "/srv/www/index.html"))
    assert [what for what, *_ in slow.asked[asked:] if what == "output.deliver"] == []
    assert not dialog.running
    assert len(set(results(dialog))) == 2  # gone, not begun


def test_a_place_that_fails_in_the_middle_leaves_what_went_and_says_why_for_the_rest(stepped):
    from editor.records.output import DeliveryDone

    _room, slow, dialog = stepped
    plan(dialog, 20)
    dialog.go.click()
    first = slow.asked[-1][1]["names"]
    went = tuple(Delivered(name, f"/x/{name}", written=True) for name in first)
    slow.asked[-1][2](DeliveryDone("site:/srv/www", went, "/srv/www/index.html"))
    slow.asked[-1][3](Failure(1, "target_full", {"folder": "/srv/www"}))
    assert not dialog.running
    assert "/srv/www" in results(dialog)[-1]
    assert results(dialog)[0] != results(dialog)[-1]
    assert dialog.open_result.isEnabled()
    assert "/srv/www" in dialog.summary.text()


def test_a_locked_key_asks_for_the_phrase_and_the_step_is_begun_anew(stepped, monkeypatch):
    room, slow, dialog = stepped
    asked = []
    monkeypatch.setattr(room._people, "unlock", lambda failure, then: asked.append((failure.code, then)) or True)
    plan(dialog, 3)
    dialog.go.click()
    slow.asked[-1][3](Failure(1, "passphrase_needed", {}))
    assert dialog.running
    before = len(slow.asked)
    asked[0][1]()
    assert slow.asked[before:][0][1]["names"] == ("n0", "n1", "n2")
    slow.asked[-1][3](Failure(2, "passphrase_needed", {}))
    dialog.stop.click()  # whoever has no phrase can leave
    assert not dialog.running


def test_steps_keep_the_variants_of_an_article_together():
    names = [f"{n}{variant}" for n in range(20) for variant in ("", "@zh-TW", "@zh-HK")]
    steps = list(steps_of(names, "site"))
    assert [name for step in steps for name in step] == names
    assert len(steps) > 1
    articles = [{name.partition("@")[0] for name in step} for step in steps]
    assert not any(one & other for n, one in enumerate(articles) for other in articles[n + 1 :])
    assert all(len(step) == 3 for step in steps_of(names, "review"))


def test_addresses_are_read_back_as_they_were_written():
    for kind in KINDS:
        assert parts_of(address_of(kind, " /srv/a:b ")) == (kind, "/srv/a:b")
    assert address_of("site", "  ") == ""
    assert parts_of("fax:1") == ("site", "")
    assert whole("/srv")
    assert not whole("srv")
