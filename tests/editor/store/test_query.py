"""The language of the search box."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.store import dates
from editor.store.dates import ZONE
from editor.store.folding import folded
from editor.store.query import Condition, parsed

TODAY = date(2026, 3, 5)  # a Thursday


def day(*parts):
    return int(datetime(*parts, tzinfo=ZONE).timestamp())


def test_words_are_folded_and_single_characters_are_for_headlines():
    query = parsed("臺灣 經濟 GDP 稻", TODAY)
    assert query.words == ("台湾", "经济", "gdp")
    assert query.letters == ("稻",)


@pytest.mark.parametrize("text", ['"春灌 开闸"', "“春灌 开闸”", "「春灌 开闸」", '"春灌 开闸'])
def test_quotes_of_every_house_keep_words_together(text):
    assert parsed(text, TODAY).words == ("春灌 开闸",)


@pytest.mark.parametrize("text", ["春灌 -开闸", "春灌 －开闸", '春灌 -"开闸"'])
def test_a_dash_before_a_word_leaves_it_out(text):
    query = parsed(text, TODAY)
    assert (query.words, query.without) == (("春灌",), ("开闸",))


def test_a_dash_alone_or_inside_a_word_is_no_exclusion():
    assert parsed("H7N9-2 - 春灌", TODAY).without == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("作者:许青", Condition("author", "许青")),
        ("作者：許青", Condition("author", "许青")),
        ("author:许青", Condition("author", "许青")),
        ("來源:新華社", Condition("source", "新华社")),
        ("栏目:“时政 要闻”", Condition("column", "时政 要闻")),
        ("欄目:要聞", Condition("column", "要闻")),
        ("状态:待初审", Condition("state", "level1")),
        ("狀態:待複審", Condition("state", "level2")),
        ("state:sent", Condition("state", "sent")),
        ("-状态:已发布", Condition("state", "sent", without=True)),
        ("稿号:0305-qh-01", Condition("number", "0305-qh-01")),
    ],
)
def test_fields_in_either_script_and_in_english(text, expected):
    query = parsed(text, TODAY)
    assert query.conditions == (expected,)
    assert query.words == ()


@pytest.mark.parametrize("text", ["21:44", "比分3:2", "http://a.example/b", "备注:无"])
def test_a_colon_in_a_word_makes_no_field(text):
    query = parsed(text, TODAY)
    assert query.conditions == ()
    assert query.words == (text.lower(),)


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("2026", (2026, 1, 1), (2027, 1, 1)),
        ("2026-03", (2026, 3, 1), (2026, 4, 1)),
        ("2026年12月", (2026, 12, 1), (2027, 1, 1)),
        ("2026-3-5", (2026, 3, 5), (2026, 3, 6)),
        ("2026年3月5日", (2026, 3, 5), (2026, 3, 6)),
        ("20260305", (2026, 3, 5), (2026, 3, 6)),
        ("3月5日", (2026, 3, 5), (2026, 3, 6)),
        ("2026-01..2026-02", (2026, 1, 1), (2026, 3, 1)),
        ("2026-01-30~2026-02-02", (2026, 1, 30), (2026, 2, 3)),
        ("今天", (2026, 3, 5), (2026, 3, 6)),
        ("昨天", (2026, 3, 4), (2026, 3, 5)),
        ("本周", (2026, 3, 2), (2026, 3, 9)),
        ("本月", (2026, 3, 1), (2026, 4, 1)),
        ("近7天", (2026, 2, 27), (2026, 3, 6)),
    ],
)
def test_dates_as_people_write_them(written, since, until):
    query = parsed(f"日期:{written}", TODAY)
    assert (query.since, query.until) == (day(*since), day(*until))


def test_a_range_may_be_open_at_one_end():
    assert parsed("date:2026-02..", TODAY).until is None
    assert parsed("date:..2026-02", TODAY).since is None


@pytest.mark.parametrize("written", ["2026-13", "2026-02-30", "前些天", "..", "2026..03..05", "0000"])
def test_what_is_no_date_is_named_and_left_out(written):
    query = parsed(f"春灌 日期:{written}", TODAY)
    assert query.unclear == (("search.date_unclear", f"日期:{written}"),)
    assert query.words == ("春灌",)
    assert (query.since, query.until) == (None, None)


def test_what_is_no_state_is_named_and_left_out():
    query = parsed("状态:快好了", TODAY)
    assert query.unclear == (("search.state_unclear", "状态:快好了"),)
    assert not query.asks


@given(st.text(max_size=60), st.text('作者来源日期状态稿号:：-－“”"「」 .0129年月台灣ab', max_size=40))
def test_whatever_is_typed_is_read(one, other):
    for text in (one, other):
        query = parsed(text, TODAY)
        assert all(len(word) > 1 and word == folded(word) for word in query.words)
        assert all(len(letter) == 1 for letter in query.letters)


@given(st.text("永州作者:：-. 台灣aB1年", min_size=2, max_size=20))
def test_what_stands_in_quotes_is_looked_for_as_it_is(text):
    query = parsed(f'"{text}"', TODAY)
    word = folded(text).strip()
    assert query.words + query.letters == ((word,) if word else ())


@given(st.text("今昨天近最年月周日0123456789-/", max_size=20))
def test_a_date_ends_after_it_begins(text):
    bounds = dates.span(text, TODAY)
    assert bounds is None or bounds[0] < bounds[1]
