"""What a large library costs: SQLite takes no more steps for daily questions where there are more articles."""

from __future__ import annotations

import pytest

from editor.store import indexing, library, listing, searching, views
from editor.store.query import Query

SMALL, LARGE = 150, 1500
STATES = ("sent", "sent", "sent", "draft", "level1", "returned")


def a_row(number, **more):
    return listing.ListRow(
        "",
        f"a{number:05d}",
        "zh-CN",
        own=True,
        number=f"0305-QH-{number:05d}",
        headline=f"第{number}篇",
        column=("要闻", "民生", "")[number % 3],
        authors=(),
        state=STATES[number % len(STATES)],
        revision="",
        updated_at=f"2026-03-{number % 28 + 1:02d}T09:00:00+08:00",
        deadline="2026-04-01" if number % 10 == 0 else "",
        writer=f"人{number % 5}",
        submitter=f"人{number % 7}",
        **more,
    )


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    made = {}
    for size in (SMALL, LARGE):
        made[size] = library.create(tmp_path_factory.mktemp("effort") / str(size))
        with made[size].write() as connection:
            for number in range(size):
                row = listing.put(connection, a_row(number))
                entry = indexing.Searchable(row, "", 1_700_000_000 + number * 900, "", (), "", "", "县里开了春灌会议")
                indexing.put(made[size].raw, entry)
    yield made
    for one in made.values():
        one.close()


QUESTIONS = {
    "an article by its id": lambda o, c: listing.articles_named(c, "", "a00077"),
    "an article by its 稿号": lambda o, c: listing.articles_named(c, "", "0305-QH-00077"),
    "no such article": lambda o, c: listing.articles_named(c, "", "nobody"),
    "the rows of an article": lambda o, c: listing.of_article(c, "", "a00077"),
    "稿号 of today": lambda o, c: listing.highest_number(c, "", "0305-QH-0007"),
    "a row made anew": lambda o, c: listing.put(c, a_row(77)),
    "rows of variants that are gone": lambda o, c: listing.drop_others(c, "", "a00077", ["zh-CN"]),
    "the first rows of all": lambda o, c: views.ids(o.raw, "", "all", "", "updated", 20),
    "the first rows by deadline": lambda o, c: views.ids(o.raw, "", "all", "", "deadline", 5),
    "the first rows by state": lambda o, c: views.ids(o.raw, "", "all", "", "state", 20),
    "the first rows by column": lambda o, c: views.ids(o.raw, "", "all", "", "column", 20),
    "the first rows of a state": lambda o, c: views.ids(o.raw, "", "level1", "", "updated", 20),
    "the first rows of a column": lambda o, c: views.ids(o.raw, "", "column", "要闻", "updated", 20),
    "names of the columns": lambda o, c: views.columns(o.raw, ""),
    "a count": lambda o, c: views.count(o.raw, "", "sent", "", 20),
    "a page of a common word": lambda o, c: searching.page(o.raw, "", Query(("春灌",)), ("",), None, 20, lambda: False),
    "a page of a common phrase": lambda o, c: searching.page(
        o.raw, "", Query(("春灌会议",)), ("",), None, 20, lambda: False
    ),
    "a page of a year": lambda o, c: searching.page(
        o.raw, "", Query(("春灌",), since=1_700_000_000, until=1_700_009_000), ("",), None, 20, lambda: False
    ),
    "a text in the index": lambda o, c: indexing.put(
        o.raw, indexing.Searchable(77, "", 1_700_000_000, "", (), "", "", "另一段文字")
    ),
}


def steps(opened, question):
    """Steps of SQLite's machine for a question, asked twice so that nothing is prepared for the first time."""
    counted = 0

    def step():
        nonlocal counted
        counted += 1
        return 0

    with opened.write() as connection:
        QUESTIONS[question](opened, connection)
        opened.raw.set_progress_handler(step, 1)
        QUESTIONS[question](opened, connection)
        opened.raw.set_progress_handler(None, 1)
    return counted


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_daily_question_costs_as_much_in_a_library_ten_times_as_large(opened, question):
    assert steps(opened[LARGE], question) <= steps(opened[SMALL], question) * 1.3 + 60


def test_a_question_that_reads_everything_would_be_noticed(opened, monkeypatch):
    monkeypatch.setitem(QUESTIONS, "all", lambda o, c: o.raw.execute("SELECT max(headline) FROM article").fetchall())
    assert steps(opened[LARGE], "all") > steps(opened[SMALL], "all") * 5
