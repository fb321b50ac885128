"""The menu of people: in the order of the way an article goes, then by name."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from editor.records.review import Colleague
from ui.people.words import by_level


def somebody(name, *levels):
    return Colleague(person=name, name=name, levels=levels, columns=None, active=True, here=True, pin=False)


def test_people_stand_in_the_order_of_the_way_and_then_by_name():
    people = [
        somebody("周春燕", "3", "admin"),
        somebody("管理员", "admin"),
        somebody("田文", "reporter", "1"),
        somebody("谢巧云", "2"),
        somebody("阿丁", "1"),
        somebody("钟山", "reporter"),
        somebody("艾青", "reporter"),
    ]
    assert [one.name for one in by_level(people)] == ["艾青", "钟山", "阿丁", "田文", "谢巧云", "周春燕", "管理员"]


def test_the_menu_shows_the_reporter_first_and_the_last_level_at_the_end(opened):
    opened.sample()
    opened.do("tools.person")
    (menu,) = [menu for menu in opened.window.findChildren(QMenu) if menu.isVisible()]
    said = [action.text() for action in menu.actions()]
    assert [text.split("  ")[0] for text in said] == ["&1", "&2", "&3", "&4"]
    assert [next(word for word in ("记者", "初审", "复审", "终审") if word in text) for text in said] == [
        "记者",
        "初审",
        "复审",
        "终审",
    ]
    menu.close()
