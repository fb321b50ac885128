"""Review in the window with what the core really says, from submitting to 核红."""

from __future__ import annotations

from datetime import datetime

import pytest

from editor.markup.reader import read
from editor.operations.before import compared_with_before, owed_with_text, pending_changes
from editor.operations.holding import hold
from editor.operations.reviewing import countercheck, give_back, sign, submit
from editor.operations.standing import dossier
from editor.records.review import Before
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, change, founded_desk, own_article, sheet
from ui.review import words
from ui.review.compare import CompareView
from ui.review.compared import Compared
from ui.review.pane import ReviewPane
from ui.review.steps import StepBar
from ui.sentences import Sentences

NOW = datetime.fromisoformat("2026-03-05T12:00:00+08:00")


@pytest.fixture
def desk(tmp_path):
    made = founded_desk(tmp_path / "library")
    yield made
    made.library.close()


@pytest.fixture
def pane(qtbot, look, chinese):
    made = ReviewPane(look, Sentences("zh_CN"))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(pane, desk, name, person):
    """What the pane shows somebody of an article: buttons that work, and the last line of the record."""
    pane.show_dossier(name, dossier(desk, name, person), pending_changes(desk, name, person), NOW)
    ways = pane.judging.ways
    last = pane.timeline.lines[-1]
    return [n for n in ways.names() if n != "comment" and ways.button(n).isEnabled()], f"{last.who} {last.what}"


def test_an_article_on_its_way(desk, pane):
    name = own_article(desk)
    change(desk, name, WRITER, "记者在", "记者上午在")
    assert shown(pane, desk, name, WRITER) == (["submit"], f"待 {WRITER} 提交")
    submit(desk, name, WRITER)
    assert shown(pane, desk, name, WRITER) == (["recall"], f"待 {SECOND}、{FIRST}、{CHIEF} 初审")
    assert "通过并送复审" in pane.judging.ways.why(), "who wrote it may not pass it, and reads why"
    assert shown(pane, desk, name, FIRST)[0] == ["sign", "return", "take", "hold", "refuse"]
    change(desk, name, FIRST, "两成", "三成")
    shown(pane, desk, name, FIRST)
    assert pane.judging.said_quietly() == "通过后记为审改 1 处"
    sign(desk, name, 1, FIRST)
    assert shown(pane, desk, name, SECOND)[0][:2] == ["sign", "return"]
    assert pane.judging.ways.primary.text() == "通过并送终审"
    told = [(line.who, line.what) for line in pane.timeline.lines]
    assert (FIRST, "初审通过") in told
    give_back(desk, name, "事实待核", SECOND)
    assert shown(pane, desk, name, WRITER) == (["submit"], f"待 {WRITER} 提交")
    assert pane.timeline.lines[-2].card == "事实待核"


def test_what_is_kept_back_is_opened_again(desk, pane):
    name = own_article(desk)
    submit(desk, name, WRITER)
    hold(desk, name, "", FIRST)
    assert shown(pane, desk, name, FIRST)[0] == ["reopen"]


def test_the_bar_and_the_comparison_of_the_second_level_and_the_countercheck(desk, pane, qtbot, look):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    change(desk, name, SECOND, "两成", "三成")
    before, comparison = compared_with_before(desk, name, SECOND)
    assert isinstance(before, Before)
    record = dossier(desk, name, SECOND)
    assert words.compared(before, record.timeline) == "初审通过的第 1 版 ↔ 现在"
    view = CompareView(look)
    qtbot.addWidget(view)
    compared = Compared(comparison, read(before.text), read(sheet(desk, name).content.text))
    assert compared.fits
    view.show_comparison(compared, words.compared(before, record.timeline))
    assert view.told() == "第 1 处，共 1 处、删去“两”、加入“三”"
    sign(desk, name, 2, SECOND)
    change(desk, name, CHIEF, "渠首", "渠尾")
    sign(desk, name, 3, CHIEF)
    bar = StepBar(look)
    qtbot.addWidget(bar)
    bar.resize(900, 50)
    record = dossier(desk, name, WRITER)
    bar.show_steps(record.bar, record.state)
    assert [step.state for step in record.bar] == ["done", "done", "done", "done", "now"]
    pane.show_dossier(name, record, None, NOW)
    assert "待他人核红" in [line.warning for line in pane.timeline.lines]
    assert pane.judging.ways.primary.text() == "核红"
    text, places = owed_with_text(desk, name)
    view.show_comparison(Compared(places, read(text), read(sheet(desk, name).content.text)), "核红", countercheck=True)
    with qtbot.waitSignal(view.all_confirmed, timeout=500):
        for _ in view.stops:
            view.confirm()
    countercheck(desk, name, FIRST)
    assert "countercheck" not in shown(pane, desk, name, SECOND)[0]
