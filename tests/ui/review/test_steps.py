"""The step bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from tests.ui.review import samples
from ui.review.steps import StepBar

TWO_LEVELS = (samples.BAR[0], samples.BAR[1], samples.BAR[3], samples.BAR[4])


@pytest.fixture
def bar(qtbot, look, chinese):
    made = StepBar(look)
    qtbot.addWidget(made)
    made.resize(800, 50)
    made.show()
    return made


def test_all_steps_stand_in_their_order(bar):
    bar.show_steps(samples.BAR, "level2")
    assert bar.shown() == ["草稿", "初审", "复审", "终审签发", "已发布"]
    bar.show_steps(TWO_LEVELS, "level1")
    assert bar.shown() == ["草稿", "初审", "终审签发", "已发布"]
    bar.show_steps(())
    assert bar.shown() == []


@pytest.mark.parametrize(("state", "word"), [("returned", "退改"), ("held", "待用"), ("refused", "不采用")])
def test_an_article_beside_the_way_says_so_where_it_is(bar, state, word):
    bar.show_steps(samples.BAR, state)
    assert bar.shown()[2] == word


def test_a_withdrawn_article_says_so_at_the_end(bar):
    bar.show_steps(samples.BAR, "withdrawn")
    assert bar.shown()[-1] == "已撤稿"


def test_where_there_is_little_room_the_present_step_keeps_its_word(bar):
    bar.show_steps(samples.BAR, "level2")
    bar.resize(260, 50)
    assert bar.shown() == ["", "", "复审", "", ""]
    bar.resize(80, 50)
    assert bar.shown() == ["复审"]
    assert bar.minimumSizeHint().width() <= 80


def test_who_did_a_step_and_when_is_told_of_it(bar):
    bar.show_steps(samples.BAR, "level2")
    bar.grab()
    told = bar.tip_at(QPointF(bar.spots[1].center()))
    assert told.startswith("初审")
    assert "田文" in told
    assert "9月19日" in told
    assert "现在：复审" in bar.accessibleDescription()


def test_steps_do_not_overlap_at_200_percent(bar, look):
    look.enlarge(200)
    bar.resize(1200, 60)
    bar.show_steps(samples.BAR, "level2")
    bar.grab()
    assert all(a.right() < b.left() for a, b in zip(bar.spots, bar.spots[1:], strict=False))
    look.enlarge(100)


def test_a_correction_under_review_says_which_one_it_is(bar):
    bar.show_steps(samples.BAR, "level2", 2)
    assert bar.shown() == ["更正第 2 次", "初审", "复审", "终审签发", "已发布"]
    assert "更正第 2 次" in bar.accessibleDescription()
    bar.show_steps(samples.BAR, "level2")
    assert bar.shown()[0] == "草稿"
