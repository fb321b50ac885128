"""Whole pages damaged as such pages are: several slips, readings, folded marks. What must hold whatever is restored."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from editor.text.repair import applied_to, explains, repair, undone
from tests.editor.text.repair.damage import Manner, damaged, natural, places
from tests.editor.text.repair.outcomes import in_gbk, mixed, naive, readings, slips, texts

PAGES = list(texts())


def a_damaged_page(number: int, chance: random.Random) -> str:
    page = naive(PAGES[number]) if number % 2 else PAGES[number]
    manner = Manner(
        mark=chance.choice(["?", ""]),
        codec=chance.choice(["gbk", "gb18030"]),
        swallow=chance.random() < 0.7,
        half=chance.random() < 0.6,
        readings=readings(page, chance.choice([0, 5, 40, 200]), chance),
    )
    lines = []
    for line in page.split("\n"):
        where = (natural(line) or places(line)) if in_gbk(line) and len(line) > 12 else []
        lost = sorted(chance.sample(where, min(len(where), chance.choice([1, 1, 2]))))
        lines.append(damaged(line, lost, manner) if in_gbk(line) else line)
    return "\n".join(lines)


@pytest.mark.parametrize("number", range(0, len(PAGES), 3))
def test_records_are_proofs_and_repairing_again_changes_nothing(number):
    page = a_damaged_page(number, random.Random(number))
    result = repair(page)
    assert result.text.count("\n") == page.count("\n")
    assert applied_to(page, result.repairs) == result.text
    assert undone(result.text, result.repairs) == page
    assert [item for item in result.applied if not explains(item.rule, item.before, item.after)] == []
    assert repair(result.text).text == result.text


def test_natural_slips_on_whole_pages_come_back_whole_or_are_asked_about():
    found = slips("natural", (natural, Manner(half=False), False), list(mixed()), random.Random(5))
    count = {kind: sum(slip.outcome == kind for slip in found) for kind in ("whole", "gap", "silent", "wrong")}
    assert count["wrong"] <= 1
    assert count["silent"] <= 2
    assert count["whole"] + count["gap"] >= 0.8 * len(found)


def test_a_page_with_nothing_but_readings_comes_back_whole():
    manner = replace(Manner(), half=False)
    found = slips("none", (lambda _: [], manner, False), list(mixed()), random.Random(9))
    assert len(found) <= 2
