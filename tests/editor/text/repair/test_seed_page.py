"""The real page: everything that is damaged on it is undone, and nothing else."""

from __future__ import annotations

import re

import pytest

from editor.text.repair import applied_to, explains, repair, undone


@pytest.fixture(scope="module")
def page(seeds):
    return (seeds / "scraped-page-zh-hant.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def blocks(seeds):
    text = (seeds / "scraped-page.expected.zh-Hant.md").read_text(encoding="utf-8")
    return [line.lstrip("# ") for line in text.splitlines() if line]


def test_every_line_of_the_article_comes_out_as_expected(page, blocks):
    lines = repair(page).text.splitlines()
    assert [line for line in blocks if line not in lines] == []


def test_header_footer_and_chrome_stay(page, blocks):
    result = repair(page).text
    assert result.count("\n") == page.count("\n")
    rest = [line for line in result.splitlines() if line and line not in blocks]
    assert len(rest) == 5
    assert "2021-09-19 21:44:50" in rest[0]
    assert "瀏覽量：8763" in rest[0]
    assert rest[1:] == ["責編：田文", "來源：永州市融媒體中心", "  下載APP", "東安融媒"]


def test_234_residues_are_gone(page):
    result = repair(page)
    assert sum(item.rule == "R02" and item.applied for item in result.repairs) == 234
    assert not re.search(r"[(（][a-zà-ÿāēěīōūǎǐǒǔ]+[)）]", result.text)


def test_both_byte_slips_are_restored_and_on_record(page):
    slips = {item.before: item.after for item in repair(page).repairs if item.rule == "R03"}
    assert slips == {"?!逼铌柛咝聟^": "。”祁陽高新區", "?!?/p>": "。”"}


def test_records_lead_there_and_back(page):
    result = repair(page)
    assert applied_to(page, result.repairs) == result.text
    assert undone(result.text, result.repairs) == page
    assert all(explains(item.rule, item.before, item.after) for item in result.applied)


def test_repairing_again_changes_nothing(page):
    once = repair(page).text
    assert repair(once).text == once
