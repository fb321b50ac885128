"""What is said over the article when something was recovered or could not be kept; and the copy elsewhere."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.errors import EditorError
from editor.markup.blocks import paragraph
from editor.store.journal import State
from tests.ui.keeping.desk import loaded
from ui.dialogs.recovery import RecoveryLine
from ui.keeping import words
from ui.keeping.book import Standing, Trouble
from ui.keeping.copying import copy_text, file_name, write_copy
from ui.keeping.recovery import Recovered
from ui.keeping.trouble_bar import TroubleBar
from ui.sentences import Sentences

FOUND = Recovered(
    Path("a.journal"),
    State(3, "a", "zh-CN", slip={"headline": "湘江源头风头劲——来自永州园区主战场的报道"}),
    (paragraph("渠水通了。"),),
    unsaved=True,
    characters=1037,
    damaged=False,
)


@pytest.fixture
def line(qtbot, look, chinese):
    made = RecoveryLine(look)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(qtbot, look, chinese):
    made = TroubleBar(look, Sentences("zh_CN"))
    qtbot.addWidget(made)
    return made


def test_it_says_what_was_recovered_and_how_much(line):
    line.show_desk(FOUND)
    assert line.isVisibleTo(None)
    assert line.told.text() == "程序上次没有正常退出。《湘江源头风头劲——来自永州…》已恢复原样，含尚未入库的 1,037 字。"
    QTest.mouseClick(line.away, Qt.MouseButton.LeftButton)
    assert line.isHidden()


def test_nothing_is_said_of_an_article_that_the_library_has(line):
    line.show_desk(dataclasses.replace(FOUND, unsaved=False, characters=0))
    assert line.isHidden()


def test_damage_and_others_are_said_too(qtbot, line):
    line.show_desk(dataclasses.replace(FOUND, damaged=True, characters=None))
    line.show_other(dataclasses.replace(FOUND, state=State(1, "b", "zh-CN", "b")), aside=False)
    line.show_other(dataclasses.replace(FOUND, state=State(1, "c", "zh-CN", "c"), blocks=()), aside=True)
    text = line.told.text()
    assert "日志有损坏" in text
    assert "另外恢复了《渠水通了。》" in text
    assert "《无标题》在稿库里已有更新的文字" in text
    with qtbot.waitSignal(line.history_wanted) as signal:
        QTest.mouseClick(line.history, Qt.MouseButton.LeftButton)
    assert signal.args == ["c"]


def test_a_conflict_stays_until_a_person_has_chosen(qtbot, line):
    line.show_desk(FOUND)
    line.show_conflict(loaded("a", "在家写的\n", "v9"))
    assert line.away.isHidden()
    assert "历史版本" in line.told.text()
    with qtbot.waitSignal(line.mine_chosen):
        QTest.mouseClick(line.mine, Qt.MouseButton.LeftButton)
    assert line.mine.isHidden()
    line.show_conflict(loaded("a", "在家写的\n", "v9"))
    with qtbot.waitSignal(line.library_chosen) as signal:
        QTest.mouseClick(line.library, Qt.MouseButton.LeftButton)
    assert signal.args[0].text == "在家写的\n"


def test_trouble_says_what_is_kept_and_offers_ways_out(qtbot, bar):
    bar.show_trouble(Trouble("library_locked", {"path": "稿库"}, kept_here=True))
    assert "已保存在本机" in bar.told.text()
    bar.show_trouble(Trouble("journal_full", {"path": "D:/稿件"}, kept_here=False))
    assert bar.told.text().startswith("D:/稿件 所在的磁盘已满")
    for button, signal in ((bar.copy, bar.copy_wanted), (bar.text, bar.text_wanted), (bar.retry, bar.retry_wanted)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bar.show_trouble(None)
    assert bar.isHidden()


def test_red_while_something_cannot_be_saved_amber_while_it_waits(bar, look):
    for code in ("library_full", "library_read_only", "library_damaged", "library_missing", "library_disk_error"):
        bar.show_trouble(Trouble(code, {"path": "稿库"}, kept_here=True))
        assert look.tokens.red.ground in bar.styleSheet()
    bar.show_trouble(Trouble("library_locked", {"path": "稿库"}, kept_here=True))
    assert look.tokens.amber.ground in bar.styleSheet()
    bar.show_trouble(Trouble("journal_full", {"path": "x"}, kept_here=False))
    assert look.tokens.red.ground in bar.styleSheet()


def test_each_standing_is_said(chinese):
    said = [words.shown(standing).text for standing in Standing]
    assert said == ["", "未存", "已存本机", "已入库"]


def test_a_copy_holds_heading_names_and_text(tmp_path):
    slip = {"headline": "渠水通了", "kicker": "引题", "byline": [{"name": "周燕"}, {"name": "彭沛"}]}
    path = tmp_path / file_name(slip, "")
    write_copy(path, copy_text(slip, "第一段。\n"))
    assert path.read_text("utf-8") == "引题\n\n# 渠水通了\n\n周燕 彭沛\n\n第一段。\n"
    assert path.name == "渠水通了.md"
    with pytest.raises(EditorError, match="output_unwritable"):
        write_copy(tmp_path / "no such folder" / "a.md", "x")
    write_copy(path, "\ud800 half a character")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("headline", "first", "name"),
    [("", "渠水", "渠水.md"), ('a/b\\c:d*?"<>|', "", "a b c d.md"), ("", "", "gaotai.md"), ("..", "", "gaotai.md")],
)
def test_names_of_copies_are_allowed_everywhere(headline, first, name):
    assert file_name({"headline": headline}, first) == name
