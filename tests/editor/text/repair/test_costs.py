"""The quick way to tell what many stretches cost gives the figures of the tables themselves."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from editor.text.lexicon import folded, lexicon
from editor.text.repair.nearly_alike import by_triples, by_words

CLEAN = (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("pairs", [True, False])
def test_costs_are_those_of_the_tables(pairs):
    chance = random.Random(4)
    costs = by_triples() if pairs else by_words()
    for _ in range(300):
        at = chance.randrange(len(CLEAN) - 40)
        text = folded(CLEAN[at : at + chance.randrange(40)])
        before = chance.choice("^，")
        assert costs.cost(text, before) == lexicon().cost(text, before, pairs=pairs)
