"""Typing: nothing is lost, nothing is doubled, nobody's text is written over unseen."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Origin, Slip
from editor.errors import EditorError
from editor.operations import articles, browsing, history, keeping_up
from editor.operations.autosaving import keep_draft, load
from editor.operations.desk import new_id
from editor.operations.drafting import save_draft
from editor.operations.reviewing import submit
from editor.records.articles import View, Writing
from tests.editor.operations.newsroom import TEXT, WRITER, empty_desk, own_article, sheet


def person(desk, name=WRITER):
    with desk.reading() as session:
        return next(member.person for member in session.people.values() if member.name == name)


def typed(desk, article, text, over="", slip=None, who="", **more):
    return keep_draft(desk, Writing(article, "zh-CN", slip or {}, text, who, over), **more)


def text_of(desk, article):
    return sheet(desk, article).content.text


def test_the_first_keystroke_makes_an_article_with_a_number_and_without_a_title(desk):
    article = new_id()
    stored = typed(desk, article, "今")
    assert stored.created
    assert stored.number.startswith("0305-")
    assert sheet(desk, article).content.slip == Slip(number=stored.number)
    (row,) = browsing.rows_of(desk, article)
    assert (row.headline, row.summary, row.number, row.state) == ("", "今", stored.number, "draft")
    assert stored.changes.drafts == {article}


def test_a_writing_repeated_after_a_dead_worker_is_one_article(desk):
    article = new_id()
    first = typed(desk, article, "今天")
    again = typed(desk, article, "今天")
    assert not again.created
    assert (again.number, again.version, again.kept) == (first.number, first.version, 0)
    assert len(browsing.ids(desk, View("all"))) == 1
    assert history.versions(desk, article) == ()


def test_every_new_article_has_a_number_of_its_own(desk):
    numbers = {typed(desk, new_id(), f"第{n}篇").number for n in range(5)}
    assert len(numbers) == 5


@pytest.mark.parametrize(
    ("there", "expected"),
    [(["09", "100", "7-ab12"], "101"), (["99"], "100"), (["x"], "01"), ([], "01")],
)
def test_numbers_are_counted_on_from_the_highest_of_the_day(desk, there, expected):
    beginning = typed(desk, new_id(), "").number[:-2]
    desk.library.raw.execute("DELETE FROM article")
    for end in there:
        own_article(desk)
        desk.library.raw.execute("UPDATE article SET number = ? WHERE number LIKE '0305-QH-%'", (beginning + end,))
    assert typed(desk, new_id(), "今天").number == beginning + expected


def test_a_number_that_cannot_be_counted_on_gets_the_end_of_the_id(desk):
    beginning = typed(desk, new_id(), "").number[:-2]
    numbers = []
    for _ in range(2):
        article = new_id()
        desk.library.raw.execute("UPDATE article SET number = ?", (beginning + "9" * 30,))
        desk.library.raw.execute("UPDATE article SET number = ? WHERE row > 1", (beginning + str(2**63),))
        numbers.append((typed(desk, article, "今天").number, article[-4:]))
    assert numbers[1][0].endswith(f"-{numbers[1][1]}")


def test_the_number_in_the_window_is_not_looked_at(desk):
    article = new_id()
    stored = typed(desk, article, "今天", slip={"number": "9999-XX-99", "headline": "题"})
    assert sheet(desk, article).content.slip == Slip(number=stored.number, headline="题")


def test_typing_on_writes_the_draft_and_the_row_follows_later(desk):
    article = new_id()
    stored = typed(desk, article, "今天")
    stored = typed(desk, article, "今天天气", over=stored.version, slip={"headline": "天气"})
    assert text_of(desk, article) == "今天天气"
    assert browsing.rows_of(desk, article)[0].headline == ""
    assert keeping_up.behind(desk) == 1
    assert keeping_up.catch_up(desk) == 0
    assert browsing.rows_of(desk, article)[0].headline == "天气"


def test_what_one_writes_oneself_is_no_news(desk):
    article = new_id()
    stored = typed(desk, article, "今天")
    assert not browsing.rows_of(desk, article)[0].unread
    typed(desk, article, "今天天气", over=stored.version)
    keeping_up.catch_up(desk)
    assert not browsing.rows_of(desk, article)[0].unread
    submit(desk, article, WRITER)
    assert browsing.rows_of(desk, article)[0].unread


def test_typing_after_submission_makes_a_draft_on_the_revision(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    loaded = load(desk, name)
    assert loaded.version == ""
    stored = typed(desk, name, TEXT + "\n又一段。\n", slip=loaded.slip, who=person(desk))
    there = sheet(desk, name)
    assert not stored.created
    assert there.draft.base == there.revision.id == loaded.revision
    assert there.draft.author == person(desk)


def test_an_unchanged_text_writes_nothing(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    loaded = load(desk, name)
    typed(desk, name, loaded.text, slip=loaded.slip)
    assert sheet(desk, name).draft is None


def test_what_another_program_saved_meanwhile_is_kept_before_it_is_written_over(desk):
    name = own_article(desk)
    loaded = load(desk, name)
    save_draft(desk, name, lambda content: dataclasses.replace(content, text="同事改的。\n"), WRITER)
    stored = typed(desk, name, "我改的。\n", over=loaded.version, slip=loaded.slip)
    assert text_of(desk, name) == "我改的。\n"
    assert stored.kept
    version = history.version(desk, stored.kept)
    assert (version.text, version.kept.why) == ("同事改的。\n", "replaced")


def test_going_on_over_ones_own_text_keeps_nothing_by_itself(desk):
    article = new_id()
    over = ""
    for end in range(1, 20):
        over = typed(desk, article, "今天县里开了春灌动员会议部署"[:end], over=over).version
    assert history.versions(desk, article) == ()


@pytest.mark.parametrize("why", ["save", "conversion", "paste", "recovered"])
def test_a_version_is_kept_when_the_window_says_why(desk, why):
    article = new_id()
    stored = typed(desk, article, "今天", why=why)
    (kept,) = history.versions(desk, article)
    assert (kept.id, kept.why, kept.characters) == (stored.kept, why, 2)
    assert history.version(desk, kept.id).text == "今天"


def test_a_locked_text_is_not_changed_and_what_was_typed_is_kept(desk):
    name = own_article(desk, origin=Origin.REPRINT)
    loaded = load(desk, name)
    assert loaded.locked
    stored = typed(desk, name, "改了原文。\n", over=loaded.version, slip=loaded.slip)
    assert stored.refused == "text_locked"
    assert stored.version == loaded.version
    assert text_of(desk, name) == TEXT
    assert history.version(desk, stored.kept).text == "改了原文。\n"
    assert typed(desk, name, TEXT, over=loaded.version, slip={**loaded.slip, "column": "要闻"}).refused == ""
    assert sheet(desk, name).content.slip.column == "要闻"
    assert typed(desk, name, "改了原文。\n", slip=loaded.slip, unlock=True).refused == ""
    assert text_of(desk, name) == "改了原文。\n"


def test_nobody_writes_under_a_name_that_is_not_his_and_the_text_is_kept(desk):
    article = new_id()
    stored = typed(desk, article, "冒名的稿子", who="f" * 64)
    assert stored.refused == "unknown_person"
    assert browsing.rows_of(desk, article) == ()
    assert history.version(desk, stored.kept).text == "冒名的稿子"


def test_over_a_damaged_draft_one_can_write_and_it_is_kept(desk):
    article = new_id()
    stored = typed(desk, article, "今天")
    desk.library.raw.execute("UPDATE draft SET text = ? WHERE article = ?", ('{"slip": 坏', article))
    again = typed(desk, article, "今天天气", over=stored.version)
    assert (again.number, again.created) == (stored.number, False)
    assert text_of(desk, article) == "今天天气"
    raw = desk.library.raw.execute("SELECT why, characters FROM kept WHERE id = ?", (again.kept,)).fetchone()
    assert raw == ("replaced", 0)
    keeping_up.catch_up(desk)
    assert browsing.rows_of(desk, article)[0].summary == "今天天气"


def test_a_damaged_variant_hinders_nobody_at_the_other(desk):
    name = own_article(desk)
    keep_draft(desk, Writing(name, "zh-TW", {"headline": "春灌"}, "水閘。"))
    desk.library.raw.execute("UPDATE draft SET text = '坏' WHERE variant = 'zh-TW'")
    submit(desk, name, WRITER)
    typed(desk, name, "改写的。", slip={"headline": "题"})
    assert [(row.headline, row.state) for row in browsing.rows_of(desk, name)] == [("题", "level1"), ("春灌", "draft")]


def test_half_a_character_is_kept_as_it_is(desk):
    article = new_id()
    stored = typed(desk, article, "断\ud83d开", slip={"headline": "半\ude00"})
    assert text_of(desk, article) == "断\ud83d开"
    typed(desk, article, "断\ud83d开了", over=stored.version, slip={"headline": "半\ude00"})
    keeping_up.catch_up(desk)
    assert browsing.rows_of(desk, article)[0].headline == "半?"
    assert load(desk, article).text == "断\ud83d开了"


def test_before_there_is_a_newsroom_one_can_write_as_well(tmp_path):
    desk = empty_desk(tmp_path / "library")
    article = new_id()
    typed(desk, article, "今天")
    assert text_of(desk, article) == "今天"
    desk.library.close()


@pytest.mark.parametrize(("article", "variant"), [("keine", "zh-CN"), ("01a20d31-2f78-78b8-a033-8510c483758d", "fr")])
def test_what_is_no_article_is_refused(desk, article, variant):
    with pytest.raises(EditorError):
        keep_draft(desk, Writing(article, variant, {}, "今天"))


def test_a_variant_can_be_written_beside_the_own_text(desk):
    name = own_article(desk)
    stored = keep_draft(desk, Writing(name, "zh-TW", {"headline": "春灌"}, "水閘。"))
    assert stored.name == f"{name}@zh-TW"
    assert stored.number == sheet(desk, name).content.slip.number
    assert [row.name for row in browsing.rows_of(desk, name)] == [name, f"{name}@zh-TW"]


def test_on_a_full_disk_the_reserve_goes_to_what_is_typed(tmp_path):
    desk = empty_desk(tmp_path / "library")
    article = new_id()
    stored = typed(desk, article, "先存的")
    raw = desk.library.raw
    raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(EditorError) as caught:
        typed(desk, article, "长" * 60_000, over=stored.version)
    assert caught.value.code == "library_full"
    assert not (tmp_path / "library" / "library.reserve").exists()
    assert text_of(desk, article) == "先存的"
    raw.execute("PRAGMA max_page_count=100000")
    typed(desk, article, "长" * 60_000, over=stored.version)
    desk.library.close()


KEYS = st.lists(st.tuples(st.sampled_from("abc"), st.text("县里春灌，。\n*#-", max_size=12)), min_size=1, max_size=20)


@given(KEYS)
@settings(max_examples=25)
def test_whatever_is_typed_in_whatever_article_is_what_stands_there(tmp_path_factory, keys):
    desk = empty_desk(tmp_path_factory.mktemp("typing") / "library")
    ids = {name: new_id() for name in "abc"}
    said: dict[str, str] = {}
    over = dict.fromkeys("abc", "")
    for name, text in keys:
        over[name] = typed(desk, ids[name], text, over=over[name]).version
        said[name] = text
    keeping_up.catch_up(desk)
    assert {name: load(desk, ids[name]).text for name in said} == said
    assert len(browsing.ids(desk, View("all"))) == len(said)
    desk.library.close()


def test_what_was_said_to_be_saved_survives_kill_9(tmp_path):
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from editor.newsroom.identity import KeysInMemory
        from editor.operations.autosaving import keep_draft
        from editor.operations.desk import Desk, new_id
        from editor.records.articles import Writing
        from editor.store import library
        desk = Desk(library.create(Path(sys.argv[1])), KeysInMemory(), new_id())
        article, over, number = new_id(), "", 0
        while True:
            stored = keep_draft(desk, Writing(article, "zh-CN", {}, "字" * number, "", over))
            over = stored.version
            print(article, number, flush=True)
            number += 1
        """
    )
    for turn in range(3):
        folder = tmp_path / str(turn)
        child = subprocess.Popen(
            [sys.executable, "-c", program, folder], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
        )
        for _ in range(5 + 17 * turn):
            article, number = child.stdout.readline().split()
        os.kill(child.pid, signal.SIGKILL)
        for line in child.stdout.read().splitlines():
            article, number = line.split()
        child.wait()
        child.stdout.close()
        desk = empty_desk(folder)
        assert len(load(desk, article).text) >= int(number)
        keeping_up.catch_up(desk)
        assert browsing.rows_of(desk, article)[0].characters >= int(number)
        assert desk.library.raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        desk.library.close()


def test_drafts_of_a_newsroom_that_was_founded_later_belong_to_it(tmp_path):
    from editor.operations.people import admit

    desk = empty_desk(tmp_path / "library")
    article = new_id()
    stored = typed(desk, article, "今天", why="save")
    typed(desk, article, "今天好", over=stored.version)
    admit(desk, "陈衡", ["3"])
    assert keeping_up.behind(desk) == 1
    keeping_up.catch_up(desk)
    assert browsing.rows_of(desk, article)[0].summary == "今天好"
    assert len(history.versions(desk, article)) == 1
    with desk.reading() as session:
        assert articles.find(session, stored.number).article == article
