"""The sign-off record in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from editor.records.review import Before, Step, Version, Waiting
from tests.ui.review import samples
from ui.review import record, words
from ui.review.timeline import _WRAP, LINE_ROLE, Timeline

NOW = datetime.fromisoformat("2026-09-19T22:00:00+08:00")


def lines(steps, waiting=samples.WAITING):
    return record.lines(steps, waiting, NOW, {"level": "这个级别不归他。"}.get)


def test_the_record_of_a_round_trip(chinese):
    told = [(line.who, line.what, line.caption) for line in lines(samples.TIMELINE)]
    assert told == [
        ("周燕妮", "提交初审", "9月19日 19:02 · 第 1 版 · +1,820 字"),
        ("田文", "认领", "9月19日 20:10 · 第 1 版"),
        ("田文", "批注", "9月19日 20:15 · 第 1 版"),
        ("田文", "退给作者", "9月19日 20:16 · 第 1 版"),
        ("周燕妮", "再次提交", "9月19日 21:30 · 第 2 版 · +312 −88 字"),
        ("田文", "初审通过", "9月19日 21:41 · 第 3 版 · 审改 3 处 · +4 −2 字"),
        ("待 李曼、王志军", "复审", "9月19日 21:41 起"),
    ]


def test_what_is_owed_and_what_does_not_count_is_said(chinese):
    assert lines(samples.TIMELINE)[5].warning == "待他人核红"
    sign = replace(samples.TIMELINE[-1], counts=False, code="level")
    line = lines((sign,))[0]
    assert (line.warning, line.grave) == ("不计入：这个级别不归他。", True)


def test_a_version_that_somebody_else_handed_in_is_a_line_of_its_own(chinese):
    steps = (samples.TIMELINE[0], replace(samples.TIMELINE[1], person="p9", name="彭沛"))
    assert [line.who for line in lines(steps, Waiting(""))] == ["周燕妮", "彭沛"]


def test_a_kind_that_is_not_known_is_shown_all_the_same(chinese):
    line = lines((Step("oral", "e", "p", "周燕妮", "2025-09-19T21:30:00+08:00"),), Waiting(""))[0]
    assert (line.what, line.card) == ("oral", "由较新版本的程序写入。")
    assert line.caption == "2025年9月19日 21:30"


def test_a_time_that_is_none_and_somebody_unknown_break_nothing(chinese):
    line = lines((Step("sign", "e", "p", "", "gestern", 3),), Waiting(""))[0]
    assert (line.who, line.what, line.caption) == ("此处不认识的人", "终审签发", "")


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        (Waiting("sign", 3, ("甲", "乙", "丙", "丁", "戊")), ("待 甲、乙、丙等 5 人", "终审")),
        (Waiting("sign", 1, ("甲", "乙"), taken_by="乙"), ("待 乙", "初审")),
        (Waiting("countercheck", 0, ("甲",)), ("待 甲", "核红")),
        (Waiting("submit", 0, ("甲",)), ("待 甲", "提交")),
        (Waiting("deliver"), ("待", "发布")),
    ],
)
def test_who_is_waited_for(chinese, waiting, told):
    line = lines((), waiting)[0]
    assert (line.who, line.what) == told
    assert not line.warning


def test_that_nobody_may_go_on_is_said(chinese):
    assert lines((), Waiting("sign", 2))[0].grave
    assert lines((), Waiting("")) == ()
    assert lines((), Waiting("submit")) == (), "nobody is known to write it"


def test_what_is_compared_is_called_by_who_passed_it(chinese):
    version = Version("r3", 3, "reviewed", "p2", "田文", "2026-09-19T21:40:00+08:00", 1)
    assert words.compared(Before("passed", version), samples.TIMELINE) == "初审通过的第 3 版 ↔ 现在"
    assert words.compared(Before("read", version)) == "上次看过的第 3 版 ↔ 现在"
    assert words.compared(Before("nothing")) == "此前无人审过，请通读全文"


@pytest.fixture
def timeline(qtbot, look, chinese):
    made = Timeline(look, lambda _code: "")
    qtbot.addWidget(made)
    made.resize(332, 700)
    made.show()
    made.show_record(samples.TIMELINE, samples.WAITING, NOW)
    return made


def test_enter_on_a_line_asks_for_its_version(timeline, qtbot):
    timeline.setCurrentIndex(timeline.model().index(4, 0))
    with qtbot.waitSignal(timeline.version_wanted, timeout=500) as asked:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert asked.args == ["r2"]


def test_every_line_can_be_read_out(timeline):
    index = timeline.model().index(3, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "田文 退给作者" in told
    assert "补充祁阳高新区现场采访后再报。" in told


def test_words_stay_whole_and_a_long_address_stays_inside(timeline):
    address = "https://www.yongzhou.example/" + "a" * 120
    step = replace(samples.TIMELINE[4], text=address)
    timeline.show_record((step,), Waiting(""), NOW)
    delegate = timeline.itemDelegate()
    parts, _, _ = delegate._lay(timeline.model().index(0, 0).data(LINE_ROLE), 332.0)
    shown = parts[-1]
    needed = QFontMetricsF(shown.font).boundingRect(QRectF(0, 0, shown.box.width(), 9999), int(_WRAP), shown.text)
    assert shown.text.replace("\u200b", "") == address
    assert needed.width() <= shown.box.width()


@pytest.mark.parametrize("scale", [100, 200])
def test_texts_of_a_line_do_not_overlap(timeline, look, scale):
    look.enlarge(scale)
    delegate = timeline.itemDelegate()
    for row in range(timeline.model().rowCount()):
        parts, card, height = delegate._lay(timeline.model().index(row, 0).data(LINE_ROLE), 332.0)
        for part, following in pairwise(parts):
            beside = part.box.top() == following.box.top() and part.box.left() < following.box.left()
            assert beside or following.box.top() >= part.box.bottom()
        assert parts[-1].box.bottom() <= height
        assert card is None or card.right() <= 332
    look.enlarge(100)
