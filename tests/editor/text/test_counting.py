"""字数 and reading time."""

from __future__ import annotations

import pytest

from editor.text.counting import aloud, count, seconds, spoken


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("永州 新闻", 4),
        ("永州，新闻。", 6),
        ("GDP增长15.2%", 5),
        ("well-known new words", 3),
        ("　　永州\n新闻", 4),
        ("𬭎㛃𫖯", 3),
        ("e\u0301", 1),
        ("👍\ufe0f", 1),
    ],
)
def test_count(text, number):
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("永州，新闻。", 4),
        ("2021年", 5),
        ("28家", 4),
        ("15家", 3),
        ("105人", 5),
        ("10000元", 3),
        ("1,000元", 3),
        ("15.2%", 7),
        ("GDP", 3),
        ("0746", 4),
        ("20000000元", 4),
    ],
)
def test_spoken(text, number):
    assert spoken(text) == number


def test_aloud():
    assert seconds(240) == 60
    assert aloud(535) == "8'55\""
