"""Searching as somebody at the desk does it, and against reading every article from end to end."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Credit, Slip, Variant
from editor.markup.reader import read
from editor.operations import articles, keeping_up, projection
from editor.operations.autosaving import keep_draft, load
from editor.operations.content import Content
from editor.operations.desk import new_id
from editor.operations.placing import delete_drafts, place
from editor.operations.reviewing import sign, submit
from editor.operations.searching import hits, marks, search
from editor.records.articles import Unclear, Writing
from editor.store import drafts, indexing
from editor.store.folding import folded
from tests.editor.operations.newsroom import FIRST, WRITER, change, empty_desk, own_article, sheet


def names(desk, text, **more):
    """Headlines found, newest first."""
    found = search(desk, text, **more)
    return [hit.headline for hit in hits(desk, text, found.rows)]


def test_any_form_of_a_name_finds_every_form(desk):
    own_article(desk, "在臺灣的青年。", "臺灣青年")
    own_article(desk, "在台灣的青年。", "台灣青年")
    own_article(desk, "在台湾的青年。", "台湾青年")
    own_article(desk, "在永州的青年。", "永州青年")
    for query in ("台湾", "台灣", "臺灣", "台湾的青年"):
        assert names(desk, query) == ["台湾青年", "台灣青年", "臺灣青年"]


@pytest.mark.parametrize("character", ["𬭎", "㛃", "𫖯", "\ue123"])
def test_rare_characters_and_those_of_the_house_are_found(desk, character):
    own_article(desk, f"记者采访了李{character}同志。", "人物")
    assert names(desk, f"李{character}") == ["人物"]
    assert names(desk, f"{character}同") == ["人物"]


def test_marks_in_the_text_do_not_cut_words(desk):
    own_article(desk, "全县**春灌**面积，[今年](https://a.example)增加。\n", "一")
    assert names(desk, "县春灌面") == ["一"]
    assert names(desk, "今年增加") == ["一"]


def test_nothing_is_found_across_paragraphs_or_fields(desk):
    own_article(desk, "第一段到永\n\n州园区\n", "一")
    assert names(desk, "永州") == []


def test_marks_and_figures_are_found_by_reading_the_texts(desk):
    own_article(desk, "增长 5 %，（记者）报道。", "一")
    assert names(desk, '"，（"') == ["一"]
    assert names(desk, '"5 %"') == ["一"]
    assert names(desk, '"长，"') == []


def test_one_character_is_looked_for_in_headlines_only(desk):
    own_article(desk, "水稻收割。", "秋收")
    own_article(desk, "秋收开始。", "水稻开镰")
    assert names(desk, "稻") == ["水稻开镰"]


def test_fields_narrow_a_search(desk):
    a = own_article(desk, headline="甲", column="要闻", source="青禾日报")
    own_article(desk, headline="乙", column="民生", byline=(Credit("李娜", "reporter"),))
    assert names(desk, "水闸 栏目:要闻") == ["甲"]
    assert names(desk, "作者:李娜") == ["乙"]
    assert names(desk, "水闸 -栏目:要闻") == ["乙"]
    assert names(desk, "來源:青禾日報") == ["甲"]
    assert names(desk, f"稿号:0305-QH-{a[-6:]}") == ["甲"]
    assert names(desk, "稿号:0305-qh") == ["乙", "甲"]
    assert names(desk, "水闸 作者:许青 作者:李娜") == []


def test_a_state_is_that_of_now(desk):
    name = own_article(desk)
    assert names(desk, "水闸 状态:草稿") == ["青禾县春灌开闸"]
    submit(desk, name, WRITER)
    assert names(desk, "水闸 状态:草稿") == []
    assert names(desk, "状态:待初审") == ["青禾县春灌开闸"]
    sign(desk, name, 1, FIRST)
    assert names(desk, "水闸 状态:待复审") == ["青禾县春灌开闸"]


def test_dates_narrow_a_search_whatever_order_the_articles_came_in(desk):
    for at in ("2021-09-19", "2023-01-05T10:00:00+08:00", "2020-02-02", ""):
        own_article(desk, headline=at or "今天写的", published_at=at)
    assert names(desk, "水闸") == ["今天写的", "2023-01-05T10:00:00+08:00", "2021-09-19", "2020-02-02"]
    assert names(desk, "水闸 日期:2021") == ["2021-09-19"]
    assert names(desk, "日期:2020..2021") == ["2021-09-19", "2020-02-02"]
    assert names(desk, "日期:今天") == ["今天写的"]
    assert names(desk, "日期:..2022") == ["2021-09-19", "2020-02-02"]


def test_words_are_left_out(desk):
    own_article(desk, "春灌和秋收。", "甲")
    own_article(desk, "春灌和夏种。", "乙")
    assert names(desk, "春灌 -秋收") == ["乙"]
    assert names(desk, "-秋收") == ["乙"]


def test_what_cannot_be_used_is_told(desk):
    own_article(desk)
    found = search(desk, "水闸 日期:前些天")
    assert len(found.rows) == 1
    assert found.unclear == (Unclear("search.date_unclear", "日期:前些天"),)
    assert search(desk, "  ").rows == ()


def test_pages_go_on_from_each_other_and_end(desk):
    for number in range(7):
        own_article(desk, headline=f"第{number}篇")
    first = search(desk, "水闸", limit=3)
    second = search(desk, "水闸", limit=3, after=first.after)
    third = search(desk, "水闸", limit=3, after=second.after)
    rows = [*first.rows, *second.rows, *third.rows]
    assert [hit.headline for hit in hits(desk, "水闸", rows)] == [f"第{n}篇" for n in range(6, -1, -1)]
    assert third.after is None


def test_a_changed_text_is_found_by_what_it_says_now(desk):
    name = own_article(desk)
    change(desk, name, WRITER, "水闸", "渡槽")
    assert names(desk, "水闸已经") == []
    assert names(desk, "渡槽已经") == ["青禾县春灌开闸"]


def test_what_was_just_typed_is_found_and_so_is_a_new_title(desk):
    article = new_id()
    stored = keep_draft(desk, Writing(article, "zh-CN", {}, "无题的文字"))
    assert names(desk, "无题的文") == [""]
    keep_draft(desk, Writing(article, "zh-CN", {"headline": "有了题目"}, "改过的文字", over=stored.version))
    assert names(desk, "无题的文") == []
    assert names(desk, "改过的文") == ["有了题目"]


def test_the_waste_bin_is_searched_only_on_request_and_what_is_deleted_is_gone(desk):
    name = own_article(desk)
    place(desk, [name], "archive")
    assert names(desk, "水闸") == ["青禾县春灌开闸"]
    place(desk, [name], "trash")
    assert names(desk, "水闸") == []
    assert names(desk, "水闸", places=("trash",)) == ["青禾县春灌开闸"]
    delete_drafts(desk, [name])
    assert names(desk, "水闸", places=("trash",)) == []
    with desk.reading():
        assert desk.library.raw.execute("SELECT count(*) FROM wording").fetchone() == (0,)


def test_a_search_that_nobody_waits_for_stops_with_what_it_has(desk, monkeypatch):
    from editor.store import searching

    monkeypatch.setattr(searching, "STEPS", 20)
    for number in range(30):
        own_article(desk, headline=f"第{number}篇")
    asked = iter(range(1000))
    found = search(desk, '"，水"', canceled=lambda: next(asked) > 8)
    assert found.canceled
    assert 0 < len(found.rows) < 30
    assert len(search(desk, '"，水"').rows) == 30  # and the library is as usable as before


def test_hits_show_the_words_in_the_script_of_the_text(desk):
    own_article(desk, "序。" + "很長的開頭。" * 20 + "昨天在臺灣，Ａ股上漲。\n\n末段。", "臺灣來信")
    found = search(desk, "台湾 a股")
    (hit,) = hits(desk, "台湾 a股", found.rows)
    assert [hit.headline[start:end] for start, end in hit.headline_spans] == ["臺灣"]
    assert [hit.snippet[start:end] for start, end in hit.snippet_spans] == ["臺灣", "Ａ股"]
    assert hit.snippet.startswith("昨天在臺灣")
    assert hit.cut_before
    assert not hit.cut_after
    assert [tuple(span) for span in marks(desk, "台湾", "致臺灣")] == [(1, 3)]


def test_a_script_variant_is_found_for_itself(desk):
    from editor.operations.converting import convert_article
    from editor.text.variants import Options

    own_article(desk, "台湾青年在永州。", "青年")
    found = search(desk, "台湾青年")
    assert len(found.rows) == 1
    article = names_of(desk, found.rows)[0]
    convert_article(desk, article, Variant.ZH_TW, Options())
    assert len(search(desk, "台湾青年").rows) == 2


def names_of(desk, rows):
    from editor.operations.browsing import rows as rows_asked

    return [row.name for row in rows_asked(desk, rows)]


def test_an_index_made_with_another_table_is_made_anew(desk):
    own_article(desk)
    with desk.writing():
        desk.library.raw.execute("UPDATE wording SET text = replace(text, '水闸', '水閘')")
        desk.library.raw.execute("UPDATE preference SET value = '0' WHERE key = 'index version'")
    assert names(desk, "水闸") == ["青禾县春灌开闸"]
    assert names(desk, "水闸已经") == ["青禾县春灌开闸"]


def test_an_index_that_is_as_it_should_be_is_not_made_anew(desk):
    own_article(desk)
    with desk.writing():
        desk.library.raw.execute("UPDATE wording SET text = '只在索引里'")
    keeping_up.catch_up(desk)
    assert desk.library.raw.execute("SELECT text FROM wording").fetchone() == ("只在索引里",)


def test_a_rebuild_finds_the_same(desk):
    for number in range(5):
        own_article(desk, headline=f"第{number}篇", published_at=f"2024-0{number + 1}-01" if number % 2 else "")
    submit(desk, own_article(desk, headline="交上去的"), WRITER)
    names_before = names(desk, "水闸")
    with desk.writing():
        for table in ("article", "searched", "wording"):
            desk.library.raw.execute(f"DELETE FROM {table}")
        desk.library.raw.execute("INSERT INTO found (found) VALUES ('delete-all')")
    assert keeping_up.rebuild(desk) == 0
    assert sorted(names(desk, "水闸")) == sorted(names_before)
    assert len(names_before) == 6


PIECES = st.sampled_from(
    ["台湾", "臺灣", "永州", "园区", "，", "。", " ", "A", "15", "%", "\n\n", "𬭎", "的", "一", "葛󠄀"]
)
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=3)
BODIES = st.lists(PIECES | ANY, min_size=1, max_size=14).map("".join)


@given(st.lists(st.tuples(BODIES, BODIES), min_size=1, max_size=6), st.data())
@settings(max_examples=60)
def test_a_search_finds_what_reading_every_article_finds(tmp_path_factory, texts, data):
    """M20: any piece of two characters and more, whatever it is cut from, in whatever script it is typed."""
    desk = empty_desk(tmp_path_factory.mktemp("search") / "library")
    whole: dict[int, str] = {}
    for headline, body in texts:
        article = new_id()
        content = Content(Variant.ZH_CN, Slip(headline=headline.replace("\n", "")), body)
        with desk.writing() as session:
            drafts.save(desk.library, articles.new_draft(session, article, content, ""))
            articles.refresh(session, article)
            row = desk.library.raw.execute("SELECT row FROM article WHERE article = ?", (article,)).fetchone()[0]
        whole[row] = folded(projection.searched_text(content.slip, read(body)))
    source = data.draw(st.sampled_from(sorted(whole.values())))
    start = data.draw(st.integers(0, max(0, len(source) - 2)))
    word = source[start : start + data.draw(st.integers(2, 8))].strip()
    if len(word) > 1 and '"' not in word:
        expected = {row for row, text in whole.items() if word in text}
        assert set(search(desk, f'"{word}"').rows) == expected
        assert expected
    desk.library.close()


@given(BODIES, st.text("的在臺灣永州。\n，Ａ", max_size=150), st.integers(0, 200), st.integers(2, 5))
@settings(max_examples=40)
def test_every_mark_in_a_snippet_stands_on_what_was_asked_for(tmp_path_factory, headline, body, start, size):
    desk = empty_desk(tmp_path_factory.mktemp("hits") / "library")
    keep_draft(desk, Writing(new_id(), "zh-CN", {"headline": headline.replace("\n", "")}, body))
    word = folded(projection.body_text(read(body)))[start : start + size].strip()
    if len(word) > 1 and '"' not in word:
        query = f'"{word}"'
        (hit,) = hits(desk, query, search(desk, query).rows)
        assert hit.snippet_spans
        for place in hit.snippet_spans:
            assert word.replace("\n", " ") in folded(hit.snippet[place.start : place.end])
        assert all(word in folded(hit.headline[place.start : place.end]) for place in hit.headline_spans)
    desk.library.close()


@given(st.lists(st.tuples(st.integers(0, 3), BODIES, st.integers(0, 4000)), min_size=1, max_size=25))
@settings(max_examples=40)
def test_the_index_says_what_was_written_last(tmp_path_factory, steps):
    """Written, written over, moved in time and taken out in any order: every pair leads to the texts that have it."""
    from editor.store import library

    opened = library.create(tmp_path_factory.mktemp("index"))
    there: dict[int, str] = {}
    for row, text, dated in steps:
        with opened.write():
            if not text.strip():
                indexing.drop(opened.raw, row)
                there.pop(row, None)
            else:
                entry = indexing.Searchable(row, "", dated, "", (), "", "", text)
                indexing.put(opened.raw, entry)
                there[row] = folded(text)
    asked = {pair for text in there.values() for pair in indexing.pairs(text)} | {"永州", "台湾"}
    for pair in asked:
        question = (
            "SELECT searched.row FROM found CROSS JOIN searched ON searched.key = found.rowid WHERE found MATCH ?"
        )
        found = {row for (row,) in opened.raw.execute(question, (f'"{pair}"',))}
        assert found == {row for row, text in there.items() if pair in indexing.pairs(text)}
    keys = opened.raw.execute("SELECT key, dated FROM searched ORDER BY key").fetchall()
    assert all(indexing.first_key(opened.raw, at) <= key <= indexing.last_key(opened.raw, at) for key, at in keys)
    assert len(keys) == len(there)
    opened.close()


def test_the_newest_come_first_whatever_they_were_written_at(desk):
    times = ["2026-03-01T09:00:00+08:00", "2026-03-04T23:59:00+08:00", "2026-03-01T09:00:30+08:00", "2025-12-31"]
    for at in times:
        own_article(desk, headline=at, published_at=at)
    expected = ["2026-03-04T23:59:00+08:00", "2026-03-01T09:00:30+08:00", "2026-03-01T09:00:00+08:00", "2025-12-31"]
    assert names(desk, "水闸") == expected


@given(st.lists(st.integers(-1000, 3000), min_size=1, max_size=40), st.sampled_from(["as they come", "up", "down"]))
@settings(max_examples=30)
def test_places_are_in_the_order_of_dates_or_near_it(tmp_path_factory, dates, how):
    from editor.store import library

    opened = library.create(tmp_path_factory.mktemp("places"))
    came = dates if how == "as they come" else sorted(dates, reverse=how == "down")
    with opened.write():
        for row, dated in enumerate(came):
            indexing.put(opened.raw, indexing.Searchable(row, "", dated, "", (), "", "", "文字"))
    placed = [dated for (dated,) in opened.raw.execute("SELECT dated FROM searched ORDER BY key")]
    assert sorted(placed) == sorted(dates)
    if how != "as they come":
        assert placed == sorted(dates)
    opened.close()


def test_a_reader_who_cannot_write_is_told_what_is_behind(desk):
    article = own_article(desk)
    loaded = load(desk, article)
    text = loaded.text.replace("水闸", "渡槽")
    keep_draft(desk, Writing(article, "zh-CN", loaded.slip, text, over=loaded.version))
    reading = dataclasses.replace(desk)
    desk.library.read_only = "library_read_only"
    found = search(reading, "水闸")
    assert found.behind == 1
    desk.library.read_only = ""
    assert search(desk, "渡槽").behind == 0


def test_while_another_program_writes_one_can_search_what_is_there(desk):
    import sqlite3

    article = own_article(desk)
    loaded = load(desk, article)
    keep_draft(desk, Writing(article, "zh-CN", loaded.slip, "渡槽已经开启。", over=loaded.version))
    desk.library.raw.execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(desk.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    found = search(desk, "水闸")
    assert (len(found.rows), found.behind) == (1, 1)
    other.execute("ROLLBACK")
    other.close()
    assert len(search(desk, "渡槽").rows) == 1


DAMAGES = [
    "UPDATE found_data SET block = x'ffffffffffff' WHERE id > 1",
    "UPDATE found_data SET block = zeroblob(9)",
    "DELETE FROM found_data",
    "DROP TABLE found",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_hinders_nobody_from_writing_and_is_made_anew(desk, damage):
    name = own_article(desk)
    desk.library.raw.execute(damage)
    change(desk, name, WRITER, "水闸", "渡槽")
    assert sheet(desk, name).content.text.count("渡槽") == 1
    submit(desk, own_article(desk, headline="又一篇"), WRITER)
    for _ in range(2):
        search(desk, "记者在渠首")
    assert names(desk, "渡槽已经") == ["青禾县春灌开闸"]
    assert names(desk, "记者在渠首") == ["又一篇", "青禾县春灌开闸"]


@pytest.mark.parametrize("damage", [damage for damage in DAMAGES if "zeroblob" not in damage])  # which looks empty
def test_a_search_in_a_damaged_index_says_that_it_is_behind(desk, damage):
    own_article(desk)
    desk.library.raw.execute(damage)
    first = search(desk, "记者在渠首")
    assert (first.rows, first.behind) == ((), 1)
    assert names(desk, "记者在渠首") == ["青禾县春灌开闸"]
