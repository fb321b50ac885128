"""Clean texts that no weight was fitted on: they stay as they are, and what their damage leaves stays too."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.repair import applied_to, repair, undone
from tests.editor.text.repair.damage import Manner, damaged, natural, places
from tests.editor.text.repair.outcomes import naive, same

TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("unseen", "held_out")
    for path in sorted((Path(__file__).parent / folder).glob("*.txt"))
]
LINES = [line for text in TEXTS for line in text.splitlines()]
PAIRS = [bytes((lead, trail)).decode("gbk") for lead in range(0xB0, 0xF7) for trail in range(0xA1, 0xF9, 7)]


@pytest.mark.parametrize("text", TEXTS)
def test_clean_text_stays_and_nothing_is_asked(text):
    for page in (text, naive(text)):
        result = repair(page)
        assert result.text == page
        assert result.repairs == ()


def test_where_the_replacer_tears_characters_apart_nothing_comes_back_wrong():
    whole = total = 0
    for text in TEXTS:
        lines = text.splitlines()
        for at_each in range(2):
            lost = [natural(line)[at_each : at_each + 1] for line in lines]
            shown = [damaged(line, at, Manner()) for line, at in zip(lines, lost, strict=True)]
            done = repair("\n".join(shown)).text.split("\n")
            for line, before, after, at in zip(lines, shown, done, lost, strict=True):
                total += bool(at)
                whole += bool(at) and same(after, line)
                assert not at or same(after, line) or "\ufffd" in after or same(after, before.removesuffix("</p>"))
    assert whole >= 0.8 * total


@pytest.mark.parametrize("seed", range(6))
def test_repairing_the_outcome_again_changes_nothing(seed):
    chance = random.Random(seed)
    lines = chance.sample(LINES, 6)
    shown = [damaged(line, chance.sample(places(line), min(2, len(places(line)))), Manner()) for line in lines]
    result = repair("\n".join(shown))
    assert repair(result.text).text == result.text


JUNK = st.lists(
    st.one_of(
        st.sampled_from(PAIRS),
        st.sampled_from([*"?!,:;\ufffd()^@a1\n“”。", "(qū)", "業(yè)", "?/p>", "&nbsp;", "Â·", "鈥"]),
    ),
    max_size=120,
).map("".join)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(JUNK)
def test_junk_is_repaired_once(text):
    result = repair(text)
    assert applied_to(text, result.repairs) == result.text
    assert undone(result.text, result.repairs) == text
    assert repair(result.text).text == result.text


@pytest.mark.parametrize("signs", ["?", "?!\n"])
def test_a_long_page_of_junk_is_repaired_once(signs):
    chance = random.Random(7)
    text = "".join(chance.choice(PAIRS) + (chance.choice(signs) if chance.random() < 0.1 else "") for _ in range(6_000))
    result = repair(text)
    assert repair(result.text).text == result.text
