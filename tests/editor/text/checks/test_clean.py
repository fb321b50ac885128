"""The default rules are silent on clean news text: our own articles of many kinds, in every variant."""

from __future__ import annotations

from pathlib import Path

import opencc
import pytest

from editor.article import Variant
from editor.text.checks import check_text

CLEAN = sorted((Path(__file__).parent / "clean").glob("*.txt"))
ENOUGH = 20_000
BY_PREFIX = {"tw": Variant.ZH_TW, "hk": Variant.ZH_HK}


def variant_of(path: Path) -> Variant:
    return BY_PREFIX.get(path.name.partition("-")[0], Variant.ZH_CN)


def told(text: str, variant: Variant | None = None) -> list[tuple[str, str, str]]:
    return [(one.rule, one.text, text[one.start - 8 : one.end + 8]) for one in check_text(text, variant=variant)]


def test_the_corpus_is_large_enough_to_mean_something():
    assert sum(len(path.read_text("utf-8")) for path in CLEAN) >= ENOUGH


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_nothing_is_found_in_clean_text(path):
    text = path.read_text("utf-8")
    assert told(text) == []
    assert told(text, variant_of(path)) == []


SIMPLIFIED = [path for path in CLEAN if variant_of(path) is Variant.ZH_CN]


@pytest.mark.parametrize("config", ["s2tw", "s2hk"])
def test_scripts_are_not_confused_by_a_proper_conversion(config):
    converted = opencc.OpenCC(config)
    found = [one for path in SIMPLIFIED for one in told(converted.convert(path.read_text("utf-8")))]
    wrong = {(rule, text) for rule, text, _ in found if rule in {"S01", "S02", "S03"}}
    # OpenCC writes 家里人 for 家裡人 and 十幾分鍾 for 十幾分鐘: rightly named.
    assert wrong <= {("S02", "家里"), ("S02", "分鍾")}


@pytest.mark.parametrize("path", [path for path in CLEAN if path not in SIMPLIFIED], ids=lambda path: path.stem)
def test_what_came_from_traditional_text_is_clean_in_simplified(path):
    text = opencc.OpenCC("tw2s").convert(path.read_text("utf-8"))
    assert [one for one in told(text) if one[0] in {"S01", "S02"}] == []


def test_the_seed_page_once_repaired_and_converted_is_clean(seeds):
    assert told((seeds / "scraped-page.expected.zh-CN.md").read_text("utf-8")) == []


def test_the_damaged_seed_page_is_found_out(seeds):
    text = (seeds / "scraped-page-zh-hant.txt").read_text("utf-8")
    found = check_text(text)
    counts = {rule: sum(one.rule == rule for one in found) for rule in ("R02", "R03", "R04", "P01")}
    assert counts["R02"] == 234
    assert counts["R03"] >= 2
    assert counts["R04"] == 2
    assert counts["P01"] > 80
    assert not [one for one in found if one.rule in {"P07", "P09"}]
