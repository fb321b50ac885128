"""What differs between two texts, as a reader would mark it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.diff import edits, item_edits
from tests.growth import assert_within

PIECES = st.lists(
    st.sampled_from(["的", "水", "闸", "。", "，", "春灌", "GDP", "15%", " ", "\n", "𬭎", "葛\U000e0100"]), max_size=30
)
TEXTS = PIECES.map("".join)


def words(old, new):
    return [(old[e.start : e.end], new[e.new_start : e.new_end]) for e in edits(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("多了两成。", "多了三成。", [("两", "三")]),
        ("增长15%，GDP上升", "增长18%，GNP上升", [("15%", "18%"), ("GDP", "GNP")]),
        ("甲。乙乙。丙。", "甲。丙。", [("乙乙。", "")]),
        ("他说好。他走了。", "他说好。她笑了。他走了。", [("", "她笑了。")]),
        ("葛\U000e0100飾区", "葛飾区", [("葛\U000e0100", "葛")]),
        ("", "新稿", [("", "新稿")]),
        ("旧稿", "", [("旧稿", "")]),
        ("一样", "一样", []),
        ("don’t stop", "don’t stay", [("stop", "stay")]),
    ],
)
def test_what_a_reader_would_mark_is_marked(old, new, marked):
    assert words(old, new) == marked


def test_a_crumb_that_agrees_by_chance_does_not_cut_a_change_in_two():
    assert words("县委的决定很好。", "市里面的安排不错。") == [("县委的决定很好", "市里面的安排不错")]


@settings(max_examples=150, derandomize=True)
@given(TEXTS, TEXTS)
def test_the_changes_make_the_new_text_of_the_old_one_and_are_never_empty(old, new):
    made, place, line = [], 0, 0
    for edit in edits(old, new):
        assert edit.start >= place
        assert edit.new_start >= line
        assert old[place : edit.start] == new[line : edit.new_start]
        assert edit.start < edit.end or edit.new_start < edit.new_end
        made += [old[place : edit.start], new[edit.new_start : edit.new_end]]
        place, line = edit.end, edit.new_end
    assert "".join(made) + old[place:] == new


@settings(max_examples=100, derandomize=True)
@given(st.lists(st.integers(0, 4).map(str), max_size=12), st.lists(st.integers(0, 4).map(str), max_size=12))
def test_as_much_as_possible_stays(before, after):
    kept = len(before) - sum(e.end - e.start for e in item_edits(before, after))
    best = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, left in enumerate(before):
        for j, right in enumerate(after):
            best[i + 1][j + 1] = best[i][j] + 1 if left == right else max(best[i][j + 1], best[i + 1][j])
    assert kept == best[-1][-1]


@pytest.mark.parametrize("kind", ["every fiftieth", "every second", "other", "one character"])
def test_a_hundred_thousand_characters_are_a_matter_of_a_moment(kind):
    dice = random.Random(7)
    text = "".join(dice.choices([chr(0x4E00 + i) for i in range(3000)], k=100_000))
    new = {
        "every fiftieth": "".join(c if i % 50 else "变" for i, c in enumerate(text)),
        "every second": "".join(c if i % 2 else "变" for i, c in enumerate(text)),
        "other": "".join(dice.choices(text, k=100_000)),
        "one character": "了的" * 50_000,
    }[kind]
    old = "的" * 100_000 if kind == "one character" else text
    assert_within(3, lambda: edits(old, new))  # measured 0.2 to 0.45 s
