"""The intake report: every repair accepted or put back by key, one undo step, the text still an entered one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.operations import articles
from editor.records.incoming import APPLIED, OFFERED, REFUSED
from ui.theme.tokens import ThemeName

Key = Qt.Key


def view_of(opened):
    return opened.work.intake.reporting.view


def press(opened, *keys):
    for key in keys:
        QTest.keyClick(view_of(opened).rail.list, key)


def card(opened):
    view = view_of(opened)
    return view.rail.cards.card(view.rail.row)


def go_to(opened, before, field=None):
    """Walk by key to a place in the body (or in a field)."""
    for _ in view_of(opened).judging.cards:
        place = card(opened).place
        if place.before == before and (place.field or None) == field and place.machine:
            return place
        press(opened, Key.Key_J)
    raise AssertionError(before)


def entered(opened):
    """Whether the article on the desk counts as entered, in the library."""
    lying = opened.desktop.sheet.article
    with opened.jobs.room.desk.reading() as session:
        return articles.find(session, lying.name).content.entered is not None


def test_a_page_with_something_to_decide_opens_with_its_report_and_the_open_question_first(reported):
    place = card(reported).place
    assert (place.before, place.state) == ("單(shàn)", OFFERED)
    assert view_of(reported).rail.list.hasFocus()
    assert reported.desktop.status.progress == ""
    assert "318" in view_of(reported).rail.losses.text()


def test_enter_accepts_and_goes_on_and_one_undo_brings_it_back(reported):
    before = reported.desktop.sheet.text()
    press(reported, Key.Key_Return)
    assert "。單縣的客人" in reported.desktop.sheet.text()
    assert view_of(reported).rail.row == 1
    reported.desktop.writing.body.undo()
    assert reported.desktop.sheet.text() == before
    reported.until(lambda: view_of(reported).judging.cards[0].place.state == OFFERED)


def test_r_puts_back_what_was_mended_and_the_text_still_counts_as_entered(reported):
    go_to(reported, "縣(xiàn)")
    press(reported, Key.Key_R)
    assert "青禾縣(xiàn)灌區" in reported.desktop.sheet.text()
    press(reported, Key.Key_Escape)
    assert not reported.work.intake.reporting.shown
    reported.until(lambda: entered(reported))
    reported.settle()
    QTest.keyClicks(reported.desktop.writing.body, "X")  # written on afterwards: written here
    reported.do("file.save")
    reported.settle()
    assert not entered(reported)


def test_a_title_is_put_back_in_the_slip(reported):
    go_to(reported, "縣(xiàn)", "headline")
    press(reported, Key.Key_R)
    assert reported.desktop.sheet.slip().headline == "青禾縣(xiàn)春灌開閘"
    press(reported, Key.Key_K, Key.Key_Return)
    assert reported.desktop.sheet.slip().headline == "青禾縣春灌開閘"


def test_a_number_chooses_a_reading_and_a_click_on_it_too(reported):
    press(reported, Key.Key_1)
    assert "單縣的客人" in reported.desktop.sheet.text()
    press(reported, Key.Key_K, Key.Key_R)
    view = view_of(reported)
    index = view.rail.cards.index(0)
    rect = view.rail.list.visualRect(index)
    from PySide6.QtCore import QRectF

    from ui.intake.cards import _box

    chip, _ = view.rail.delegate.chips(_box(QRectF(rect)), view.rail.cards.card(0))[0]
    QTest.mouseClick(view.rail.list.viewport(), Qt.MouseButton.LeftButton, pos=chip.center().toPoint())
    assert "單縣的客人" in reported.desktop.sheet.text()


def test_all_places_of_a_rule_go_together_in_one_step(reported):
    text = reported.desktop.sheet.text()
    place = go_to(reported, "縣(xiàn)")
    QTest.keyClick(view_of(reported).rail.list, Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    states = {one.place.state for one in view_of(reported).judging.cards if one.place.rule == place.rule}
    assert states <= {REFUSED, OFFERED}
    assert reported.desktop.sheet.text().count("(") == 10
    press(reported, Key.Key_A)
    assert {one.place.state for one in view_of(reported).judging.cards} == {APPLIED}
    reported.desktop.writing.body.undo()
    reported.desktop.writing.body.undo()
    assert reported.desktop.sheet.text() == text


def test_what_is_left_as_it_came_does_not_wait_any_more(reported):
    assert view_of(reported).judging.count()[1] == 1
    press(reported, Key.Key_R)
    assert view_of(reported).judging.count()[1] == 0
    assert "單(shàn)縣" in reported.desktop.sheet.text()


def test_the_report_comes_again_later_by_key_and_goes_by_key(reported):
    press(reported, Key.Key_Return, Key.Key_Escape)
    assert reported.desktop.desk.article_shown
    reported.settle()
    reported.do("article.report")
    reported.until(lambda: reported.work.intake.reporting.shown)
    assert view_of(reported).judging.cards[0].place.state == APPLIED
    reported.do("article.report")
    assert not reported.work.intake.reporting.shown
    assert reported.desktop.articles.isVisible()


def test_another_view_takes_its_place_and_the_list_comes_back_afterwards(reported):
    reported.do("article.convert")
    reported.settle()
    reported.until(lambda: reported.work.converting.shown)
    assert not reported.work.intake.reporting.shown
    QTest.keyClick(reported.work.converting.view.page, Key.Key_Escape)
    reported.until(lambda: reported.desktop.desk.article_shown)
    assert reported.desktop.articles.isVisible()


def test_places_are_the_same_as_what_the_core_finds_after_any_decisions(reported):
    view = view_of(reported)
    for number in range(0, len(view.judging.cards), 3):
        view.rail.go(number)
        press(reported, Key.Key_R)
    mine = view.judging.report.places
    reported.work.intake.reporting._ask()
    reported.settle()
    assert view.judging.report.places == mine


def test_the_original_is_saved_by_the_byte(reported, tmp_path, page, monkeypatch):
    target = tmp_path / "kept.txt"
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **_k: (asked.append(a), (str(target), ""))[1])
    QTest.mouseClick(view_of(reported).keep, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    reported.until(target.exists)
    assert target.read_bytes() == page.read_bytes()
    assert asked[0][2].endswith("春灌.txt")


def test_undo_by_its_key_is_shown_in_the_report(reported):
    press(reported, Key.Key_Return)
    QTest.keyClick(view_of(reported).rail.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reported.until(lambda: view_of(reported).judging.cards[0].place.state == OFFERED)
    assert "單(shàn)縣" in reported.desktop.sheet.text()


def test_nothing_is_decided_in_a_text_that_runs_unchanged(opened):
    opened.sample()
    opened.open_row(next(n for n, row in enumerate(opened.rows()) if row.origin == "reprint"))
    before = opened.desktop.sheet.text()
    opened.do("article.report")
    opened.until(lambda: opened.work.intake.reporting.shown)
    assert view_of(opened).locked
    press(opened, Key.Key_R, Key.Key_A, Key.Key_1)
    assert opened.desktop.sheet.text() == before


def test_an_article_that_was_written_here_has_none_and_that_is_said(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    QTest.keyClicks(opened.desktop.writing.body, "Written here.")
    opened.do("file.save")
    opened.settle()
    opened.do("article.report")
    opened.settle()
    assert not opened.work.intake.reporting.shown
    assert "原件" in opened.desktop.status.news


def test_a_file_that_reads_in_two_ways_is_read_in_the_other_one(opened, tmp_path, monkeypatch):
    from editor.intake.records import Reading
    from editor.operations import reporting

    file = tmp_path / "page.txt"
    data = "云溪茶会开幕\n\n各地茶商齐聚一堂，共话新茶。\n".encode("gb18030")
    file.write_bytes(data)
    other = data.decode("big5hkscs", "replace")
    monkeypatch.setattr(
        reporting, "decode", lambda _data: (Reading("gb18030", data.decode("gb18030")), Reading("big5hkscs", other))
    )
    opened.work.articles.take_in([str(file)])
    opened.until(lambda: opened.desktop.sheet.article)
    opened.settle()
    number = opened.desktop.sheet.slip().number
    opened.do("article.report")
    opened.until(lambda: opened.work.intake.reporting.shown)
    buttons = view_of(opened).rail.ways.buttons
    assert list(buttons) == ["big5hkscs"]
    QTest.mouseClick(buttons["big5hkscs"], Qt.MouseButton.LeftButton)
    opened.until(lambda: "共话新茶" not in opened.desktop.sheet.text())
    opened.settle()
    assert opened.desktop.sheet.slip().number == number
    assert "gb18030" in view_of(opened).rail.ways.buttons


def test_a_page_with_places_that_cannot_be_read_says_so_at_once(opened, tmp_path):
    lines = "石桥镇春茶上市\n\n" + "今年的春茶比去年早了五天，茶农们一早就上山采茶。\n" * 20
    file = tmp_path / "page.txt"
    file.write_bytes(lines.encode("gb18030") + b"\x81\x20" + "还有一段。\n".encode("gb18030"))
    opened.work.articles.take_in([str(file)])
    opened.until(lambda: opened.work.intake.reporting.shown)
    opened.settle()
    told = view_of(opened).rail.remarks
    assert told.isVisible()
    assert "原文件已保留" in told.text() or "未作改动" in told.text()


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.PAPER])
def test_it_is_painted_in_every_theme(reported, theme):
    reported.desktop.context.look.use(theme)
    reported.desktop.context.look.settle()
    picture = view_of(reported).grab().toImage()
    assert not picture.isNull()
    assert len({picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}) > 20
