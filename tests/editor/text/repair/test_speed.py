"""Repair is quick on clean text and does not blow up on junk."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from editor.text.repair import repair

CLEAN = (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8")


def test_a_clean_article_costs_next_to_nothing():
    repair("經(jīng)濟發(fā)展與產(chǎn)業(yè)?!逼铌柛咝聟^")
    article = "".join(line + "\n" for line in CLEAN.splitlines()[80:120])
    best = 9.0
    for _ in range(5):
        begun = time.perf_counter()
        repair(article)
        best = min(best, time.perf_counter() - begun)
    assert best < 0.03


@pytest.mark.parametrize(
    "junk", ["?", "(", "<", "<p ", "a<b>c", "&", "&nbsp;", "業(yè)", "ä¸", ",，", "`中,", "a@", "\x00", "“,", "?永州"]
)
def test_a_long_line_of_junk_ends_soon(junk):
    begun = time.perf_counter()
    result = repair(junk * (40_000 // len(junk)))
    assert "\n" not in result.text
    assert time.perf_counter() - begun < 8
