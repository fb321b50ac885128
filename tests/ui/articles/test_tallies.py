"""Rows say how many findings there are: counted for what is in sight, kept, and never older than the text."""

from __future__ import annotations

from PySide6.QtGui import QColor

from editor.records.articles import View
from tests.ui.opened import Opened
from ui.preferences import Preferences


def _counted(window):
    rows = window.rows()
    return bool(rows) and all(row.errors >= 0 for row in window.work.tallies.in_sight())


def _write(window, words):
    window.do("file.new")
    window.until(lambda: window.desktop.sheet.article is not None and not window.desktop.sheet.article.saved_at)
    window.desktop.desk.heading.headline.setPlainText("渠水通到第三村")
    window.desktop.writing.body.insertPlainText(words)
    window.do("file.save")
    window.until(window.rows)
    window.settle()


def test_rows_in_sight_are_counted_and_known_at_the_next_start(opened, qapp, place, qtbot, tmp_path):
    opened.sample()
    opened.become("1")
    opened.desktop.browser.show_view(View("level1"))
    opened.until(lambda: len(opened.rows()) > 2)
    opened.until(lambda: _counted(opened))
    found = {row.name: (row.errors, row.warnings) for row in opened.work.tallies.in_sight()}
    assert found
    opened.until(lambda: not opened.work.tallies.timer.isActive())
    opened.settle()
    opened.close()
    second = Opened(qapp, place, qtbot, Preferences(tmp_path / "second.ini"))
    second.desktop.browser.show_view(View("level1"))
    second.until(second.rows)
    second.settle()
    asked = []
    second.jobs.ask = lambda what, /, **told: asked.append(what)
    second.work.tallies.count()
    assert "texts.tally" not in asked
    known = {row.name: (row.errors, row.warnings) for row in second.rows() if row.name in found}
    assert known
    assert all(found[name] == counts for name, counts in known.items())


def test_the_article_on_the_desk_shows_what_is_found_while_it_is_written(opened):
    _write(opened, "今天很好,大家都来了。")
    opened.until(lambda: opened.rows()[0].warnings == 1)
    body = opened.desktop.writing.body
    body.selectAll()
    body.insertPlainText("今天很好，大家都来了。")
    opened.until(lambda: opened.rows()[0].warnings == 0)
    body.insertPlainText("下雨了,路滑。天黑了,慢走。")
    opened.until(lambda: opened.rows()[0].warnings == 2)
    opened.do("file.close")
    opened.until(lambda: opened.desktop.sheet.article is None)
    opened.until(lambda: opened.rows()[0].warnings == 2)


def test_a_rule_that_is_switched_off_is_not_counted(opened):
    _write(opened, "今天很好,大家都来了。")
    opened.do("file.close")
    opened.until(lambda: opened.rows()[0].warnings == 1)
    opened.until(lambda: not opened.work.tallies.timer.isActive())
    opened.settle()
    done = []
    rules = ("P05",)
    opened.jobs.ask("desk.choose_rules", done=done.append, rules=rules)
    opened.until(lambda: done)
    opened.work.habits._on_rules_chosen()
    opened.until(lambda: opened.rows()[0].warnings == 0)


def _inks(window, row):
    """Colors of the row's last line, where marks stand."""
    view = window.desktop.articles.list
    rect = view.visualRect(view.articles.index(row))
    picture = view.viewport().grab(rect).toImage()
    top = picture.height() * 2 // 3
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(top, picture.height())}


def test_errors_are_red_and_what_nobody_counted_is_not_shown(opened):
    _write(opened, "今天很好，大家都来了。")
    opened.do("file.close")
    opened.until(lambda: opened.rows()[0].warnings == 0)
    opened.until(lambda: not opened.work.tallies.timer.isActive())
    model, tokens = opened.desktop.articles.list.articles, opened.desktop.context.look.tokens
    red = QColor(tokens.red.ink).name()
    row = opened.rows()[0]
    assert red not in _inks(opened, 0)
    model.take_rows([row._replace(errors=2, warnings=1)])
    assert red in _inks(opened, 0)
    model.take_rows([row._replace(errors=-1, warnings=-1)])
    assert red not in _inks(opened, 0)


def test_the_row_follows_what_is_written(opened):
    """Without anybody searching, and though the list was read before."""
    _write(opened, "今天很好。")
    opened.desktop.desk.heading.headline.setPlainText("渠水通到第四村")
    opened.until(lambda: opened.rows()[0].headline == "渠水通到第四村")
    opened.desktop.desk.heading.headline.setPlainText("渠水通到第五村")
    opened.until(lambda: opened.rows()[0].headline == "渠水通到第五村")
