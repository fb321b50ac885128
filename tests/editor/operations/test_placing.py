"""Archive and waste bin."""

from __future__ import annotations

import pytest

from editor.errors import EditorError
from editor.operations import browsing, history
from editor.operations.keeping import (
    drop_search,
    preference,
    preferences,
    save_search,
    searches,
    set_preference,
)
from editor.operations.placing import delete_drafts, place
from editor.operations.reviewing import give_back, sign, submit
from editor.records.articles import SavedSearch, View
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, own_article, sheet


def test_what_is_put_away_comes_back_as_it_was(desk):
    names = [own_article(desk) for _ in range(3)]
    moved = place(desk, [*names[:2], names[0]], "trash")
    assert moved.done == tuple(names[:2])
    assert moved.changes.articles == set(names[:2])
    assert len(browsing.ids(desk, View("all"))) == 1
    assert len(browsing.ids(desk, View("trash"))) == 2
    place(desk, names[:2], "")
    assert len(browsing.ids(desk, View("all"))) == 3
    assert sheet(desk, names[0]).state == "draft"


def test_what_waits_for_somebody_cannot_be_put_away_and_the_others_go(desk):
    waiting, signed, free = own_article(desk), own_article(desk), own_article(desk)
    submit(desk, waiting, WRITER)
    submit(desk, signed, WRITER)
    for level, who in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, signed, level, who)
    moved = place(desk, [waiting, signed, free, "nobody"], "trash")
    assert moved.done == (free,)
    assert moved.refused == (
        (waiting, "place_awaited"),
        (signed, "place_awaited"),
        ("nobody", "article_unknown"),
    )


def test_an_article_that_is_submitted_comes_back_to_the_desk(desk):
    name = own_article(desk)
    place(desk, [name], "archive")
    submit(desk, name, WRITER)
    assert len(browsing.ids(desk, View("level1"))) == 1
    assert browsing.ids(desk, View("archive")) == ()


def test_a_draft_in_the_waste_bin_can_be_deleted_for_good_with_its_history(desk):
    name, other = own_article(desk), own_article(desk)
    history.keep(desk, name, "save")
    history.keep(desk, other, "save")
    assert delete_drafts(desk, [name]).refused == ((name, "delete_not_in_trash"),)
    place(desk, [name], "trash")
    assert delete_drafts(desk, [name]).done == (name,)
    assert browsing.rows_of(desk, name) == ()
    with pytest.raises(EditorError, match="article_unknown"):
        sheet(desk, name)
    assert history.size(desk, name) == 0
    assert history.size(desk, other) > 0
    assert delete_drafts(desk, [name]).refused == ((name, "article_unknown"),)


def test_what_was_once_submitted_is_never_deleted(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    give_back(desk, name, "重复发稿", FIRST)
    place(desk, [name], "trash")
    assert delete_drafts(desk, [name]).refused == ((name, "delete_signed"),)
    assert len(browsing.ids(desk, View("trash"))) == 1
    assert sheet(desk, name).revision is not None


def test_searches_are_kept_in_their_order_and_written_over_by_name(desk):
    save_search(desk, "水利", "水闸 栏目:要闻")
    save_search(desk, "许青待审", "作者:许青 状态:待初审")
    save_search(desk, " 水利 ", "水库")
    assert searches(desk) == (SavedSearch("水利", "水库"), SavedSearch("许青待审", "作者:许青 状态:待初审"))
    drop_search(desk, "水利")
    assert [saved.name for saved in searches(desk)] == ["许青待审"]
    with pytest.raises(EditorError, match="search_nameless"):
        save_search(desk, " ", "水库")


def test_decisions_of_the_newsroom_are_kept_as_they_are(desk):
    set_preference(desk, "glossary.zh-TW", {"软件": "軟體"})
    set_preference(desk, "ignored.article.a1", ["P01", "半\ud83d"])
    set_preference(desk, "rules.off", ["P04"])
    assert preference(desk, "glossary.zh-TW") == {"软件": "軟體"}
    assert preference(desk, "none", 7) == 7
    assert preferences(desk, "ignored.") == {"ignored.article.a1": ["P01", "半\ud83d"]}
    set_preference(desk, "rules.off", None)
    assert preference(desk, "rules.off") is None
    desk.library.raw.execute("UPDATE preference SET value = '{' WHERE key = 'glossary.zh-TW'")
    assert preference(desk, "glossary.zh-TW", {}) == {}
    assert "glossary.zh-TW" not in preferences(desk, "")
