"""Counts of findings belong to one text, are kept beside the list, and go when other rules are in force."""

from __future__ import annotations

import pytest

from editor.operations import autosaving, browsing, keeping_up, proofing, tallying
from editor.records.articles import View, Writing

ARTICLE = "0190d000-0000-7000-8000-000000000001"


def _keep(desk, text, over=""):
    stored = autosaving.keep_draft(desk, Writing(ARTICLE, "zh-CN", {"headline": "渠水"}, text, "", over))
    keeping_up.catch_up(desk)
    return stored.version


def _row(desk):
    return browsing.rows(desk, browsing.ids(desk, View("all")))[0]


@pytest.fixture
def counted(desk):
    version = _keep(desk, "今天很好,大家都来了。\n")
    row = _row(desk)
    assert (row.errors, row.warnings) == (-1, -1)
    tallying.note(desk, tallying.count(desk, [row.row]))
    return version


def test_what_was_counted_stands_in_the_row(desk, counted):
    assert (_row(desk).errors, _row(desk).warnings) == (0, 1)


def test_a_count_is_not_shown_for_another_text(desk, counted):
    version = _keep(desk, "今天很好，大家都来了。\n", counted)
    assert _row(desk).warnings == -1
    tallying.note(desk, tallying.count(desk, [_row(desk).row]))
    assert _row(desk).warnings == 0
    autosaving.keep_draft(desk, Writing(ARTICLE, "zh-CN", {"headline": "渠水"}, "今天。\n", "", version))
    assert _row(desk).warnings == -1


def test_other_rules_take_the_counts_away(desk, counted):
    proofing.choose_rules(desk, ["P05"])
    assert _row(desk).warnings == -1


def test_what_is_left_in_one_article_takes_its_count_away(desk, counted):
    finding = next(found for found in proofing.check(desk, _article(desk)) if found.severity == "warning")
    proofing.leave(desk, ARTICLE, [(finding, "今天很好,大家都来了。")], "article")
    assert _row(desk).warnings == -1
    tallying.note(desk, tallying.count(desk, [_row(desk).row]))
    assert _row(desk).warnings == 0


def _article(desk):
    from editor.article import Article, Variant, slip_from_plain
    from editor.markup.reader import read

    loaded = autosaving.load(desk, ARTICLE)
    return Article(ARTICLE, Variant(loaded.variant), slip_from_plain(loaded.slip), read(loaded.text))


def test_rows_that_are_gone_and_work_that_is_not_wanted(desk, counted):
    assert tallying.count(desk, [9999]) == ()
    assert tallying.count(desk, [_row(desk).row], lambda: True) == ()
