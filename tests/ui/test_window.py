"""A day at the window: begun, written on, saved, passed from hand to hand, each through the real widgets."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from editor.records.articles import MY_DRAFTS, View
from tests.ui.opened import Opened
from ui.preferences import Preferences


def test_a_first_start_asks_for_a_name_and_founds_the_newsroom(opened, monkeypatch):
    card = opened.work.people.card
    assert card is not None
    QTest.keyClicks(card.name, "Zhou Yan")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    opened.until(lambda: not card.passphrase.isHidden())  # no key ring here: a pass phrase is asked for
    QTest.keyClicks(card.passphrase, "a phrase to remember")
    QTest.keyClick(card.passphrase, Qt.Key.Key_Return)
    opened.until(lambda: opened.work.people.id)
    assert opened.work.people.person.name == "Zhou Yan"
    assert opened.work.people.card is None


def test_a_new_article_is_saved_while_it_is_written_and_stands_in_the_list(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    QTest.keyClicks(opened.desktop.desk.heading.headline, "Bridge opened")
    QTest.keyClicks(opened.desktop.writing.body, "The bridge was opened today.")
    opened.until(lambda: opened.rows() and opened.desktop.status.text_of("saved") == "已入库")
    row = opened.rows()[0]
    assert (row.headline, row.summary) == ("Bridge opened", "The bridge was opened today.")
    assert row.number


def told_fields(opened):
    """Fields of the slip with something said about them."""
    return {field.field.name for field in opened.desktop.desk.slip.fields() if field.accessibleDescription()}


def test_nothing_is_missing_in_a_new_article_before_somebody_wrote_or_hands_it_in(opened):
    opened.sample()
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.settle()
    assert told_fields(opened) == set()
    assert opened.work.proofs.panel.findings.rowCount() == 0
    opened.do("review.submit")
    opened.settle()
    assert "还没有写" in opened.desktop.status.news
    assert "column" in told_fields(opened)
    opened.do("file.new")
    opened.settle()
    assert told_fields(opened) == set()
    QTest.keyClicks(opened.desktop.writing.body, "The bridge was opened today.")
    opened.until(lambda: "column" in told_fields(opened))


def test_the_new_article_is_the_one_that_is_marked_in_the_list(opened):
    opened.sample()
    view = opened.desktop.articles.list
    opened.open_row(1)
    opened.do("file.new")
    opened.until(lambda: not opened.desktop.sheet.article.saved_at)
    assert not view.currentIndex().isValid(), "another one is not open any more"
    assert opened.desktop.articles.chosen() == []
    QTest.keyClicks(opened.desktop.desk.heading.headline, "Bridge opened")
    opened.until(opened.desktop.articles.chosen)
    assert [row.headline for row in opened.desktop.articles.chosen()] == ["Bridge opened"]
    opened.do("view.refresh")
    opened.settle()
    assert [row.name for row in opened.desktop.articles.chosen()] == [opened.desktop.sheet.article.name]


def test_what_is_typed_is_kept_before_another_article_is_laid_on_the_desk(opened):
    opened.sample()
    first = opened.open_row(next(n for n, row in enumerate(opened.rows()) if row.origin == "own"))
    QTest.keyClicks(opened.desktop.writing.body, "XYZ")
    opened.open_row(next(n for n, row in enumerate(opened.rows()) if row.name != first.name))
    opened.do("view.refresh")
    opened.settle()
    number = next(n for n, row in enumerate(opened.rows()) if row.name == first.name)
    opened.open_row(number)
    assert "XYZ" in opened.desktop.sheet.text()


def test_the_window_comes_back_with_the_article_the_place_and_the_person(opened, qapp, place, qtbot, tmp_path):
    opened.sample()
    opened.become("2")
    opened.desktop.browser.show_view(View("all"))
    opened.settle()
    row = opened.open_row(2)
    opened.window.close()
    opened.until(lambda: not opened.window.isVisible())
    opened.jobs.close()
    again = Opened(qapp, place, qtbot, Preferences(tmp_path / "settings.ini"), begin=False)
    assert again.desktop.sheet.article.name == row.name  # before the core is asked for anything
    assert [one.name for one in again.rows()][2] == row.name
    again.begin()
    again.settle()
    assert again.desktop.browser.view == View("all")
    assert "2" in again.work.people.person.levels


def test_a_version_of_the_history_comes_back_in_one_step(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    body = opened.desktop.writing.body
    QTest.keyClicks(body, "First words.")
    opened.do("file.save")
    opened.until(lambda: opened.desktop.status.text_of("saved") == "已入库")
    body.selectAll()
    QTest.keyClicks(body, "Other words.")
    opened.do("file.save")
    opened.until(lambda: opened.desktop.status.text_of("saved") == "已入库")
    opened.do("article.history")
    view = opened.work.history.view
    opened.until(lambda: view.isVisible() and view.model.rowCount() > 1)
    view.list.setCurrentIndex(view.model.index(view.model.rowCount() - 1))
    opened.until(view.restore.isEnabled)
    view.restore.click()
    opened.until(lambda: opened.desktop.sheet.text().strip() == "First words.")  # what stood there is kept first
    body.undo()
    assert opened.desktop.sheet.text().strip() == "Other words."


def test_a_reprint_is_not_written_on(opened):
    opened.sample()
    opened.open_row(next(n for n, row in enumerate(opened.rows()) if row.origin == "reprint"))
    before = opened.desktop.sheet.text()
    QTest.keyClicks(opened.desktop.writing.body, "XYZ")
    assert opened.desktop.sheet.text() == before


def test_an_article_goes_from_hand_to_hand_and_each_sees_what_he_may_do(opened):
    opened.sample()
    opened.become("1")
    assert opened.desktop.browser.view == View("level1")
    row = opened.open_row(0)
    opened.until(lambda: opened.work.review.dossier is not None)
    assert opened.desktop.context.actions["review.pass"].isEnabled()
    opened.do("review.pass")
    opened.settle()
    assert opened.desktop.sheet.article.state == "level2"
    assert not opened.desktop.context.actions["review.pass"].isEnabled()
    assert opened.desktop.context.actions["review.pass"].statusTip()  # says why
    opened.become("2")
    assert row.name in {one.name for one in opened.rows()}


def test_the_reporter_sees_her_drafts_and_no_review(opened):
    opened.sample()
    opened.become("reporter")
    assert opened.desktop.browser.view == View(MY_DRAFTS, opened.work.people.id)
    spots = opened.desktop.navigation.places.spots
    assert spots.row_of(View("level1")) < 0
    assert spots.row_of(View("my_submitted", opened.work.people.id)) > 0


def test_findings_are_fixed_in_one_step_that_can_be_undone(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.setFocus()
    opened.desktop.writing.body.insertPlainText("今天很好,大家都来了。他说,明天再来。")
    opened.until(lambda: any(p.finding.rule == "P01" for p in opened.work.proofs.panel.findings.places))
    places = [place for place in opened.work.proofs.panel.findings.places if place.finding.rule == "P01"]
    opened.work.proofs.panel.fix_wanted.emit(places)
    assert opened.desktop.sheet.text().strip() == "今天很好，大家都来了。他说，明天再来。"
    opened.desktop.writing.body.undo()
    assert opened.desktop.sheet.text().strip() == "今天很好,大家都来了。他说,明天再来。"


def test_a_finding_that_was_left_does_not_come_back(opened):
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("今天很好,大家都来了。")
    opened.until(lambda: any(p.finding.rule == "P01" for p in opened.work.proofs.panel.findings.places))
    places = [place for place in opened.work.proofs.panel.findings.places if place.finding.rule == "P01"]
    opened.work.proofs.panel.ignore_wanted.emit(places, "here")
    opened.settle()
    assert not any(place.finding.rule == "P01" for place in opened.work.proofs.panel.findings.places)


SILENT = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, {root!r})
from pathlib import Path
from editor.commands.window import Opening
from editor.service.messages import Place
from ui import app
application = app.application_made()
from ui.jobs import ProcessJobs
from ui.preferences import Preferences
folder = Path({folder!r})
place = Place(folder / "library", folder / "data")
desktop, work = app.opened(application, Opening(place), Preferences(folder / "x.ini"), ProcessJobs(place, application))
desktop.window.show()
heavy = ("sqlalchemy", "opencc", "markdown", "lxml", "nh3", "cryptography", "rjieba", "keyring", "charset_normalizer")
print([name for name in heavy if name in sys.modules])
"""


def test_the_window_brings_in_nothing_heavy(tmp_path):
    from tests.architecture.sources import ROOT

    code = SILENT.format(root=str(ROOT), folder=str(tmp_path))
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert result.stdout.strip() == "[]", result.stderr[-2000:]


def test_a_search_finds_in_either_script_and_can_be_kept_by_name(opened):
    opened.sample()
    QTest.keyClicks(opened.desktop.articles.search, "1")  # one character searches headlines only
    opened.settle()
    opened.desktop.articles.search.setText("茶葉")
    opened.desktop.articles.search.textEdited.emit("茶葉")
    opened.until(lambda: opened.desktop.browser.view == View("search", "茶葉"))
    opened.settle()
    opened.until(opened.rows)
    found = {row.headline for row in opened.rows()}
    opened.desktop.articles.search.setText("茶叶")
    opened.desktop.articles.search.textEdited.emit("茶叶")
    opened.until(lambda: opened.desktop.browser.view == View("search", "茶叶"))
    opened.settle()
    opened.until(lambda: {row.headline for row in opened.rows()} == found)
    assert found
    opened.work.searches.keep("茶", "茶叶")
    opened.settle()
    spots = opened.desktop.navigation.places.spots
    assert spots.row_of(View("search", "茶叶")) > 0
    opened.do("view.drop_search")
    opened.settle()
    assert spots.row_of(View("search", "茶叶")) < 0


def test_articles_chosen_together_go_to_the_bin_and_come_back(opened):
    opened.sample()
    opened.become("reporter")
    count = len(opened.rows())
    opened.desktop.articles.list.selectAll()
    opened.do("article.trash")
    opened.settle()
    opened.until(lambda: not opened.rows())
    opened.desktop.browser.show_view(View("trash"))
    opened.until(lambda: len(opened.rows()) == count)
    opened.desktop.articles.list.selectAll()
    opened.do("article.restore")
    opened.until(lambda: not opened.rows())


def test_an_evening_of_review_by_keys_alone(opened):
    opened.sample()
    opened.become("1")
    waiting = len(opened.rows())
    opened.do("review.work")
    opened.until(lambda: opened.work.queue.working and opened.work.review.dossier is not None)
    opened.settle()
    seen = []
    for _ in range(waiting):
        opened.until(opened.desktop.context.actions["review.pass"].isEnabled)
        seen.append(opened.desktop.sheet.article.name)
        opened.do("review.pass")
        opened.until(lambda: not opened.work.queue.working or opened.desktop.sheet.article.name not in seen)
        opened.settle()
    assert len(set(seen)) == waiting
    assert not opened.work.queue.working
    opened.until(lambda: not opened.rows())


def test_enter_presses_the_button_of_the_first_start_that_has_the_focus(opened):
    card = opened.work.people.card
    button = next(each for each in card.findChildren(QPushButton) if each.text() == "暂不，先写稿")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert opened.work.people.card is None


def test_f4_shows_the_inspector_at_once_in_a_narrow_window(opened):
    opened.window.resize(1280, 760)
    opened.settle()
    assert not opened.window.inspector_shown
    opened.do("view.inspector")
    assert opened.window.inspector_shown
    opened.do("view.inspector")
    assert not opened.window.inspector_shown
    opened.window.resize(1560, 900)
    opened.settle()
    assert opened.window.inspector_shown


def test_over_the_desk_the_inspector_leaves_the_buttons_that_pass_and_return(opened):
    opened.sample()
    opened.window.resize(1280, 680)
    opened.become("1")
    opened.settle()
    opened.open_row(0)
    opened.settle()
    if not opened.window.inspector_shown:
        opened.do("view.inspector")
    opened.settle()
    assert opened.window.inspector_shown
    window, desk = opened.window, opened.desktop.desk
    tools = [each for each in desk.findChildren(QPushButton) if each.isVisible()]
    tools = [each for each in tools if each.mapTo(desk, each.rect().center()).y() < desk.bar_height]
    assert len(tools) >= 2
    for button in tools:
        found = window.childAt(button.mapTo(window, button.rect().center()))
        assert found is button or button.isAncestorOf(found)
