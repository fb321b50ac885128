"""Forty times killed in the middle of a word: nothing older than a second is lost, the caret is where it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from benchmarks import kills

SEEDS = (20260305, 20260306)
EACH = 20


def test_forty_kills_lose_nothing_that_is_older_than_a_second(tmp_path):
    folders = [tmp_path / str(seed) for seed in SEEDS]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(len(SEEDS)) as pool:
        results = list(pool.map(kills.run, folders, SEEDS, [EACH] * len(SEEDS)))
    assert not [wrong for result in results for wrong in result.wrong]
    seen = sum(len(result.ages) for result in results)
    assert seen > EACH, "most were killed after something had been kept"
