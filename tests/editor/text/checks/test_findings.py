"""What holds for every finding, whatever the text: places, fixes, order, mending, ignoring, speed on hostile input."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from editor.article import Variant
from editor.findings import Severity
from editor.text.checks import ALL_RULES, DEFAULT_RULES, SOURCES, check_text, ignore, mended
from tests.growth import assert_proportional, assert_within

PIECES = [
    *"，。、；：！？…—“”‘’「」『』（）《》〈〉【】,.;:!?\"'()-~·•",
    *(
        "今年6月",
        "永州市",
        "卡尔",
        "马克思",
        "GDP",
        " ",
        "\n",
        "\n\n",
        "10",
        "~",
        "--",
        "...",
        "。。",
        "说：",
        "等",
        "和",
        "三、四",
    ),
    *(
        "產業",
        "产业",
        "皇後",
        "公裏",
        "&nbsp;",
        "\u200b",
        "２０",
        "XX",
        "# ",
        "- ",
        "https://example.com/a,b",
        "`a,b`",
        "风(fēng)",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
QUICK = settings(max_examples=150, deadline=None, derandomize=True)


@QUICK
@given(TEXTS | st.text(max_size=40), st.sampled_from([None, *Variant]))
def test_every_finding_stands_where_it_says(text, variant):
    found = check_text(text, variant=variant, enabled=ALL_RULES)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start <= one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.fix != one.text
        assert one.fix is not None or not one.safe
        for language in resources.LANGUAGES:
            assert resources.sentence(one.message, language, **one.values)


@QUICK
@given(TEXTS)
def test_safe_fixes_can_all_be_applied_in_one_go(text):
    safe = [one for one in check_text(text) if one.safe]
    for first, second in pairwise(safe):
        assert first.end <= second.start
    expected = text
    for one in reversed(safe):
        expected = expected[: one.start] + one.fix + expected[one.end :]
    assert mended(text, safe) == expected


@QUICK
@given(TEXTS)
def test_mending_again_and_again_comes_to_rest(text):
    for _ in range(6):
        after = mended(text, check_text(text))
        if after == text:
            return
        text = after
    pytest.fail(f"still changing: {text!r}")


def test_one_go_mends_what_stands_inside_quotation_marks_too():
    text = '他说:"要把"五好"园区建设好,办得更好.",大家鼓掌.'
    once = '建设"五好,三高"园区,完成目标。'
    assert mended(once, check_text(once)) == "建设“五好，三高”园区，完成目标。"
    assert check_text(mended(text, check_text(text)))  # the nested straight quotes need a person


def test_offsets_are_those_of_the_file_though_it_is_damaged():
    text = "湘江源頭風(fēng)頭勁,園區(qū)的產(chǎn)業(yè)發(fā)展,達(dá)到百億,,經(jīng)濟發(fā)展了。"
    found = check_text(text)
    assert {one.rule for one in found} >= {"R02", "P01", "P05"}
    for one in found:
        assert text[one.start : one.end] == one.text
    doubled = next(one for one in found if one.rule == "P05")
    assert (doubled.text, doubled.fix) == (",,", "，")


def test_a_switched_off_rule_is_not_applied_and_one_can_be_chosen_alone():
    text = "今年6月,完成了。。"
    assert {one.rule for one in check_text(text)} == {"P01", "P05"}
    assert {one.rule for one in check_text(text, enabled=frozenset({"P05"}))} == {"P05"}
    assert check_text(text, enabled=frozenset()) == []


def test_ignored_here_survives_edits_elsewhere_but_not_at_the_place():
    text = "开头一段。\n\n本次活动共有XX人参加，十分热闹。\n\n另有XX人参观。"
    first, second = [one for one in check_text(text) if one.rule == "R01"]
    ignored = frozenset({ignore(first, text)})
    assert [one.start for one in check_text(text, ignored=ignored)] == [second.start]
    edited = "新写的一段话，很长很长。\n\n" + text.replace("十分热闹", "十分热闹，人人高兴") + "又加一句。"
    assert len([one for one in check_text(edited, ignored=ignored) if one.rule == "R01"]) == 1
    at_the_place = text.replace("共有XX人参加", "只有XX人报名")
    assert len([one for one in check_text(at_the_place, ignored=ignored) if one.rule == "R01"]) == 2


def test_words_of_the_register_are_never_touched():
    text = "作家範冰冰与「北斗」剧社，演員到場，園區開放。"
    assert "S02" in {one.rule for one in check_text(text, variant=Variant.ZH_TW)}
    kept = check_text(text, variant=Variant.ZH_TW, keep=frozenset({"範冰冰"}))
    assert "S02" not in {one.rule for one in kept}
    assert "S01" in {one.rule for one in kept}


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a,b;c?d=“e”",
        "请发邮件到 zhang.san@example.com,谢谢".replace(",谢谢", "，谢谢"),
        "打开“C:\\稿件\\a,b.docx”即可。",
        "```\nprint('你好,世界')。。\n```",
        "运行`gaotai check a.txt,b.txt`。",
        "比分21:44，比例1:500，时间8:30。",
        "电话0746-8321234转8001。",
        'He said, "It\'s fine..." and left.',
        "公式E=mc^2，$a,b$，x>=3。",
        '---\ntitle: "永州，园区"\nauthor: 周燕妮\n---\n\n正文在这里，写得很好。',
        '<p class="a">正文在这里，写得很好。</p>',
    ],
)
def test_addresses_code_figures_and_latin_text_are_left_alone(text):
    assert [one for one in check_text(text) if one.rule.startswith("P")] == []


def test_errors_are_kept_for_what_must_not_be_printed():
    text = "園區的產業发展迅速，共有XX人。。"
    severities = {one.rule: one.severity for one in check_text(text)}
    assert severities["S01"] is Severity.ERROR
    assert severities["P05"] is Severity.WARNING


def test_every_rule_has_a_source_and_a_sentence_in_both_languages():
    assert set(SOURCES) == ALL_RULES
    assert sorted(ALL_RULES - DEFAULT_RULES) == ["F04", "P15", "P21"]
    keys = {key for key in resources.messages() if key.startswith("check.")}
    assert {key.split(".")[1] for key in keys} >= ALL_RULES
    for key in keys:
        assert set(resources.messages()[key]) == set(resources.LANGUAGES)


CHARACTERS = [
    *"，。“”「」《》（）()\"'-—~.·…：、说等和一三某X☐&<`$@/:0aé的產产",
    "\u200b",
    "\ufffd",
    " ",
    "\n",
    "”“",
    "《》",
    "（\n",
    '5"',
    "说：“",
    "卡.",
    "一、二",
    "a,",
    "X ",
    "``\n",
    "https://",
    "三、四",
]


@pytest.mark.parametrize("character", CHARACTERS, ids=repr)
def test_hostile_input_takes_time_in_proportion_to_its_length(character):
    short, long = (character * (size // len(character)) for size in (2_000, 16_000))
    enabled = ALL_RULES - {"R02", "R03", "R05", "R06", "P01", "P02", "P04"}
    check_text(short, enabled=enabled)
    assert_proportional(
        lambda: check_text(short, enabled=enabled), lambda: check_text(long, enabled=enabled), times=40, slack=0.05
    )


def test_an_article_of_2000_characters_takes_some_milliseconds():
    folder = Path(__file__).parent / "clean"
    text = "\n\n".join((folder / name).read_text("utf-8") for name in ("feature.txt", "finance.txt", "legal.txt"))[
        :2000
    ]
    check_text(text)
    assert_within(0.050, lambda: check_text(text, enabled=DEFAULT_RULES))  # four milliseconds on an idle machine


def test_of_front_matter_only_headline_and_summary_are_read():
    text = """---
headline: "园区,发展很快。"
authors: [张三,李四]
note: "甲,,乙。。"
summary: 增长很快。。
---

正文在这里。
"""
    found = [(one.rule, one.text) for one in check_text(text, enabled=frozenset({"P05", "P28"}))]
    assert found == [("P28", "。"), ("P05", "。。")]


def test_the_tags_of_a_saved_page_are_no_remainders():
    page = "<!DOCTYPE html>\n<html><body><p>今年6月，经批准升级。&nbsp;</p><p>他说：“好。”</p></body></html>\n"
    assert check_text(page) == []
    assert "R05" in {one.rule for one in check_text("今年6月，经批准升级。&nbsp;</p>")}
