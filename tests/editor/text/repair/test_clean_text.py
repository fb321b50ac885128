"""Clean text of every kind comes out as it went in."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.text.repair import repair
from tests.editor.text.repair.outcomes import naive, texts

LINES = (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8").splitlines()


def test_the_collection_is_large_enough():
    assert len(LINES) >= 150


@pytest.mark.parametrize("line", LINES)
def test_a_clean_line_stays(line):
    assert repair(line).text == line


def test_all_of_it_as_one_page_stays():
    text = "\n".join(LINES)
    assert repair(text).text == text


def test_clean_text_is_hardly_ever_asked_about():
    asked = [item for line in LINES for item in repair(line).repairs if item.rule != "R05"]
    assert asked == []


def test_empty_text():
    assert repair("").text == ""
    assert repair("").repairs == ()


def test_every_common_character_with_second_byte_a3_stays_in_running_text():
    for lead in range(0xA1, 0xF8):
        char = bytes((lead, 0xA3)).decode("gbk", "ignore")
        if not char or not "\u4e00" <= char <= "\u9fff":
            continue
        text = f"记者在现场看到，{char}字写在门上，旁边还有{char}、{char}两种写法。"
        assert repair(text).text == text


def test_what_stands_beside_an_article_is_not_asked_about():
    assert repair("【打印本页】 【关闭窗口】\n【大 中 小】【打印】【关闭】").repairs == ()


@pytest.mark.parametrize("text", list(texts()))
def test_clean_pages_have_no_finding_of_lost_bytes(text):
    for page in (text, naive(text)):
        assert [item for item in repair(page).repairs if item.rule == "R03"] == []
