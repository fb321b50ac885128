"""Commands are found by Chinese, by pinyin initials and by English, and done by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.palette.initials import initial, initials
from ui.palette.ranking import Entry, ranked

ENTRIES = [
    Entry("new", "新建稿件", "New article"),
    Entry("import", "导入来稿", "Import articles"),
    Entry("convert", "简繁转换", "Convert script"),
    Entry("bin", "移入废稿箱", "Move to the waste bin"),
    Entry("pass", "通过", "Pass"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("xjgj", "new"),
        ("导入", "import"),
        ("jfzh", "convert"),
        ("waste", "bin"),
        ("转换", "convert"),
        ("tg", "pass"),
        ("new", "new"),
        ("yrf", "bin"),
        ("script conv", "convert"),
    ],
)
def test_what_is_typed_finds_the_command(typed, first):
    assert ranked(ENTRIES, typed)[0].name == first


def test_nonsense_finds_nothing():
    assert ranked(ENTRIES, "qqqq") == []


def test_what_was_used_last_comes_first_while_nothing_is_typed():
    assert [entry.name for entry in ranked(ENTRIES, "", ["pass", "bin"])][:2] == ["pass", "bin"]


def test_initials_at_the_borders_of_the_standard():
    first = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
    assert "".join(map(initial, first)) == "abcdefghjklmnopqrstwxyz"


def test_every_character_of_every_action_has_an_initial(opened):
    missing = {
        character
        for deed in opened.desktop.context.actions.deeds()
        for character in deed.text
        if "一" <= character <= "鿿" and not initial(character)
    }
    assert not missing
    assert initials("导入 OpenCC 2") == "dropencc2"


def test_a_command_is_done_by_keys_alone(opened):
    opened.do("view.palette")
    palette = opened.work.palette.palette
    assert palette.isVisible()
    QTest.keyClicks(palette.line, "jcl")  # 检查栏
    assert palette.shown_names()[0] == "view.inspector"
    before = opened.desktop.context.actions["view.inspector"].isChecked()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert opened.desktop.context.actions["view.inspector"].isChecked() != before


def test_no_two_actions_share_a_key_and_each_has_one(opened):
    seen = {}
    for deed in opened.desktop.context.actions.deeds():
        assert deed.keys, deed.name
        for key in deed.keys:
            assert seen.setdefault(key, deed.name) == deed.name, f"{key}: {deed.name} and {seen[key]}"
