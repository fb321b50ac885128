"""Lists as reporters and editors see them."""

from __future__ import annotations

import pickle
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Origin, Variant
from editor.operations import browsing, keeping_up
from editor.operations.converting import convert_article
from editor.operations.glancing import glance
from editor.operations.placing import place
from editor.operations.reviewing import give_back, sign, submit, withdraw
from editor.records.articles import ALL, ARCHIVE, COUNT_LIMIT, ORDERS, SEARCH, STATE_VIEWS, TRASH, Row, View
from editor.store import library, listing, views
from editor.text.variants import Options
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, change, own_article, sheet


def person(desk, name):
    with desk.reading() as session:
        return next(member.person for member in session.people.values() if member.name == name)


def shown(desk, view, order="updated", first=None):
    """Headlines of a view in its order."""
    return [row.headline for row in browsing.rows(desk, browsing.ids(desk, view, order, first))]


def row(desk, name):
    return browsing.rows_of(desk, name)[0]


def test_an_article_moves_from_view_to_view_as_it_is_worked_on(desk):
    name = own_article(desk, headline="春灌")
    me = person(desk, WRITER)
    change(desk, name, WRITER, "水闸", "渡槽")
    assert shown(desk, View("my_drafts", me)) == shown(desk, View("draft")) == ["春灌"]
    submit(desk, name, WRITER)
    assert shown(desk, View("my_drafts", me)) == []
    assert shown(desk, View("my_submitted", me)) == shown(desk, View("level1")) == ["春灌"]
    give_back(desk, name, "事实待核", FIRST)
    assert shown(desk, View("my_returned", me)) == shown(desk, View("returned")) == ["春灌"]
    assert row(desk, name).returned_to == me
    change(desk, name, WRITER, "渡槽", "闸门")
    submit(desk, name, WRITER)
    for level, who in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        assert shown(desk, View(f"level{level}")) == ["春灌"]
        sign(desk, name, level, who)
    assert shown(desk, View("my_submitted", me)) == shown(desk, View("approved")) == ["春灌"]
    with desk.writing() as session:
        listing.mark_sent(session.connection, session.newsroom, name, "zh-CN")
    assert shown(desk, View("my_published", me)) == shown(desk, View("sent")) == ["春灌"]
    withdraw(desk, name, person=CHIEF)
    assert shown(desk, View("withdrawn")) == shown(desk, View("my_published", me)) == ["春灌"]
    assert shown(desk, View("my_published", person(desk, FIRST))) == []
    assert shown(desk, View(ALL)) == ["春灌"]


def test_what_a_reviewer_corrects_stays_the_text_of_its_writer(desk):
    name = own_article(desk)
    change(desk, name, WRITER, "水闸", "渡槽")
    submit(desk, name, WRITER)
    change(desk, name, FIRST, "渡槽", "渡口")
    assert row(desk, name).writer == person(desk, WRITER)
    sign(desk, name, 1, FIRST)
    there = row(desk, name)
    assert (there.writer, there.submitter) == (person(desk, WRITER), person(desk, WRITER))


def test_a_draft_of_nobody_known_is_in_everybodys_drafts(desk):
    own_article(desk, headline="导入的")
    assert shown(desk, View("my_drafts", person(desk, FIRST))) == ["导入的"]


def test_a_row_says_what_a_person_looks_for(desk):
    text = "**导语**在此，GDP 增长15.3%。\n\n![闸门](asset:" + "a" * 64 + ")\n\n第二段。\n"
    slip = {
        "column": "要闻",
        "origin": Origin.FIRST,
        "deadline": "2026-03-05T22:00:00+08:00",
        "publish_at": "2026-03-06",
    }
    name = own_article(desk, text, "春灌", **slip)
    there = row(desk, name)
    assert there == pickle.loads(pickle.dumps(there))
    assert isinstance(there, Row)
    assert there.summary == "导语在此，GDP 增长15.3%。"
    assert (there.images, there.column, there.origin, there.authors) == (1, "要闻", "first", (WRITER,))
    assert (there.deadline, there.publish_at) == (slip["deadline"], "2026-03-06")
    assert there.characters == len("导语在此，增长%。第二段。") + 2  # GDP and 15.3
    assert there.day == "2026-03-05"


def test_the_summary_of_the_slip_goes_before_the_first_line(desk):
    assert row(desk, own_article(desk, summary="摘要\n两行")).summary == "摘要 两行"
    assert row(desk, own_article(desk, "字" * 300)).summary == "字" * 120
    assert row(desk, own_article(desk, "")).summary == ""


def test_an_opened_article_is_read_until_it_changes(desk):
    name = own_article(desk)
    assert row(desk, name).unread
    browsing.opened(desk, name)
    assert not row(desk, name).unread
    submit(desk, name, WRITER)
    assert row(desk, name).unread


def test_a_variant_says_when_its_source_has_changed(desk):
    name = own_article(desk)
    convert_article(desk, name, Variant.ZH_TW, Options())
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "current"]
    change(desk, name, WRITER, "水闸", "渡槽")
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "stale"]
    change(desk, name, WRITER, "渡槽", "水闸")
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "current"]
    change(desk, name, WRITER, "水闸", "渡槽")
    convert_article(desk, name, Variant.ZH_TW, Options())
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "current"]
    submit(desk, name, WRITER)
    submit(desk, f"{name}@zh-TW", WRITER)
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "current"]
    change(desk, name, WRITER, "渡槽", "闸门")
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "stale"]


def test_a_list_is_sorted_by_what_presses_most(desk):
    for headline, column, deadline in (
        ("甲", "要闻", "2026-03-06T10:00:00+08:00"),
        ("乙", "民生", "2026-03-05T23:00:00Z"),
        ("丙", "民生", ""),
        ("丁", "", "2026-03-06"),
    ):
        own_article(desk, headline=headline, column=column, deadline=deadline)
    submit(desk, browsing.rows(desk, browsing.ids(desk, View(ALL)))[-1].name, WRITER)
    assert shown(desk, View(ALL)) == ["甲", "丁", "丙", "乙"]
    assert shown(desk, View(ALL), "deadline") == ["丁", "乙", "甲", "丙"]
    assert shown(desk, View(ALL), "state") == ["丁", "丙", "乙", "甲"]
    assert shown(desk, View(ALL), "column") == ["丁", "丙", "乙", "甲"]
    assert shown(desk, View("column", "民生")) == ["丙", "乙"]
    assert browsing.columns(desk) == ("", "民生", "要闻")
    for order in ORDERS:
        every = shown(desk, View(ALL), order)
        assert [shown(desk, View(ALL), order, n) for n in (1, 2, 3)] == [every[:1], every[:2], every[:3]]


def test_a_saved_search_is_a_list(desk):
    own_article(desk, headline="甲")
    own_article(desk, "别的。", headline="乙")
    assert shown(desk, View(SEARCH, "水闸 状态:草稿")) == ["甲"]


def test_counts_are_the_lengths_of_the_lists(desk):
    me = person(desk, WRITER)
    for column in ("要闻", "要闻", "民生"):
        name = own_article(desk, column=column)
        change(desk, name, WRITER, "水闸", "渡槽")
    submit(desk, name, WRITER)
    own_article(desk)
    place(desk, [own_article(desk)], "trash")
    place(desk, [own_article(desk), own_article(desk)], "archive")
    counts = browsing.counts(desk, me)
    assert {view: len(browsing.ids(desk, view)) for view in counts} == counts
    assert counts[View("my_drafts", me)] == 3
    assert counts[View("level1")] == 1
    assert (counts[View(TRASH)], counts[View(ARCHIVE)], counts[View(ALL)]) == (1, 2, 4)
    assert counts[View("column", "要闻")] == 2
    assert {view.kind for view in counts} >= set(STATE_VIEWS)


def test_no_count_goes_beyond_its_limit(desk):
    with desk.writing() as session:
        for number in range(COUNT_LIMIT + 5):
            listing.put(session.connection, a_row(session.newsroom, number, "sent", "要闻", "某人"))
    counts = browsing.counts(desk, "某人")
    assert counts[View("sent")] == counts[View("my_published", "某人")] == counts[View(ALL)] == COUNT_LIMIT


def a_row(newsroom, number, state, column, writer, **more):
    at = (datetime(2026, 3, 5, 9).astimezone() + timedelta(minutes=more.pop("minutes", number))).isoformat()
    return listing.ListRow(
        newsroom,
        f"a{number}",
        "zh-CN",
        own=True,
        number=f"n{number}",
        headline=f"h{number}",
        column=column,
        authors=(),
        state=state,
        revision="",
        updated_at=at,
        writer=writer,
        **more,
    )


ROWS = st.lists(
    st.tuples(
        st.sampled_from(listing.STEPS[1:]),
        st.sampled_from(["", "要闻", "民生"]),
        st.sampled_from(["", "甲", "乙"]),
        st.sampled_from(["", "甲", "乙"]),
        st.sampled_from(["", "archive", "trash"]),
        st.sampled_from(["", "2026-03-06", "2026-03-05T10:00:00+08:00"]),
        st.integers(0, 5),
    ),
    max_size=30,
)


@given(ROWS)
@settings(max_examples=40)
def test_every_view_in_every_order_is_that_of_a_plain_filter_and_sort(tmp_path_factory, rows):
    opened = library.create(tmp_path_factory.mktemp("lists"))
    made = []
    with opened.write() as connection:
        for number, (state, column, writer, submitter, where, deadline, minutes) in enumerate(rows):
            stored = a_row("", number, state, column, writer, submitter=submitter, deadline=deadline, minutes=minutes)
            identifier = listing.put(connection, stored)
            opened.raw.execute("UPDATE article SET place = ? WHERE row = ?", (where, identifier))
            made.append((identifier, stored, where))
    table = {r[0]: r for r in opened.raw.execute("SELECT row, updated, due, step FROM article")}

    def newest(item):
        return (-table[item[0]][1], -item[0])

    sorts = {
        "updated": newest,
        "deadline": lambda i: (table[i[0]][2] is None, table[i[0]][2] or 0, i[0] if table[i[0]][2] else 0, *newest(i)),
        "state": lambda i: (table[i[0]][3], *newest(i)),
        "column": lambda i: (i[1].column, *newest(i)),
    }
    under = {"level1", "level2", "level3", "held", "approved", "refused"}
    filters = {
        ("all", ""): lambda r, where: where == "",
        ("archive", ""): lambda r, where: where == "archive",
        ("level1", ""): lambda r, where: where == "" and r.state == "level1",
        ("column", "要闻"): lambda r, where: where == "" and r.column == "要闻",
        ("my_drafts", "甲"): lambda r, where: where == "" and r.state == "draft" and r.writer in {"", "甲"},
        ("my_submitted", "甲"): lambda r, where: where == "" and r.state in under and "甲" in {r.writer, r.submitter},
    }
    for (kind, name), fits in filters.items():
        chosen = [item for item in made if fits(item[1], item[2])]
        assert views.count(opened.raw, "", kind, name, 1000) == len(chosen)
        for order, key in sorts.items():
            expected = [item[0] for item in sorted(chosen, key=key)]
            assert views.ids(opened.raw, "", kind, name, order, None) == expected
            assert views.ids(opened.raw, "", kind, name, order, 3) == expected[:3]
    opened.close()


def test_a_view_that_does_not_exist_is_a_bug(desk):
    with pytest.raises(views.UnknownViewError):
        browsing.ids(desk, View("nonsense"))


def test_rows_that_are_gone_are_left_out(desk):
    name = own_article(desk)
    number = row(desk, name).row
    assert [item.row for item in browsing.rows(desk, [number, 99, number])] == [number, number]


def test_a_rebuild_gives_the_same_rows_and_keeps_what_only_this_computer_knows(desk):
    names = [own_article(desk, headline=f"第{n}篇", column="要闻") for n in range(3)]
    submit(desk, names[0], WRITER)
    convert_article(desk, names[1], Variant.ZH_TW, Options())
    place(desk, [names[2]], "archive")
    browsing.opened(desk, names[1])
    before = {name: browsing.rows_of(desk, name) for name in names}
    desk.library.raw.execute(
        "UPDATE article SET headline = '错', state = 'sent', summary = '', writer = 'x', updated = 0"
    )
    columns = "newsroom, variant, own, number, headline, column_name, authors, state, revision, updated_at"
    desk.library.raw.execute(
        f"INSERT INTO article (article, {columns}) SELECT 'gone', {columns} FROM article WHERE own LIMIT 1"
    )
    assert keeping_up.rebuild(desk) == 0
    assert {name: browsing.rows_of(desk, name) for name in names} == before
    assert browsing.rows_of(desk, "gone") == ()
    assert sheet(desk, names[2]).state == "draft"


def test_the_first_list_is_read_without_anything_heavy(desk):
    import subprocess
    import sys

    own_article(desk, headline="甲")
    submit(desk, own_article(desk, headline="乙"), WRITER)
    for view in (View(ALL), View("level1"), View("my_drafts", "")):
        ids = browsing.ids(desk, view)
        assert glance(desk.library.path.parent, view) == (ids, browsing.rows(desk, ids))
    program = """
import sys
from pathlib import Path
from editor.operations.glancing import glance
from editor.records.articles import View
print([row.headline for row in glance(Path(sys.argv[1]), View("all"))[1]])
assert not {"sqlalchemy", "opencc", "markdown", "cryptography"} & set(sys.modules)
"""
    run = subprocess.run(
        [sys.executable, "-c", program, desk.library.path.parent], capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("['乙', '甲']\n", "")


def test_a_glance_leaves_every_difficulty_to_the_core(desk, tmp_path):
    assert glance(tmp_path / "none", View(ALL)) is None
    folder = desk.library.path.parent
    assert glance(folder, View(SEARCH, "水闸")) is None
    desk.library.raw.execute("PRAGMA user_version=99")
    assert glance(folder, View(ALL)) is None
    (tmp_path / "library.db").write_bytes(b"no database" * 400)
    assert glance(tmp_path, View(ALL)) is None
