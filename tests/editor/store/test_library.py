"""The library on disk: what happens when it is locked, full, read-only, damaged, foreign, newer or older."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from editor.errors import EditorError, Exit
from editor.operations.auditing import verify
from editor.operations.reviewing import submit
from editor.store import drafts, library, migrations
from editor.store.network import on_network
from tests.editor.operations.newsroom import WRITER, founded_desk, own_article, sheet

FIXTURES = Path(__file__).parent / "libraries"


def code_of(action):
    with pytest.raises(EditorError) as caught:
        action()
    assert caught.value.exit_code == Exit.LIBRARY
    return caught.value.code


def a_draft(number=0, text="正文"):
    return drafts.Draft("", f"a{number}", "zh-CN", text, "", "", "2026-03-05T09:00:00+08:00")


def test_a_missing_library_is_not_made_by_looking(tmp_path):
    assert code_of(lambda: library.open_library(tmp_path / "none")) == "library_missing"
    assert list(tmp_path.iterdir()) == []


def test_other_users_of_the_computer_cannot_look_into_a_new_library(tmp_path):
    library.create(tmp_path / "new").close()
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_folder_that_was_shared_before_stays_shared(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o770)
    library.create(shared).close()
    assert shared.stat().st_mode & 0o777 == 0o770


def test_a_library_in_use_is_told_after_a_wait_and_nothing_is_written(tmp_path, monkeypatch):
    opened = library.create(tmp_path)
    opened.raw.execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert code_of(lambda: drafts.save(opened, a_draft())) == "library_locked"
    other.execute("ROLLBACK")
    drafts.save(opened, a_draft())
    assert opened.raw.execute("SELECT count(*) FROM draft").fetchone() == (1,)
    other.close()
    opened.close()


def test_opening_a_library_in_use_is_told(tmp_path, monkeypatch):
    library.create(tmp_path).close()
    monkeypatch.setattr(library, "BUSY_MS", 50)
    other = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert code_of(lambda: library.open_library(tmp_path)) == "library_locked"
    other.execute("ROLLBACK")
    other.close()


def test_on_a_full_disk_the_text_being_written_gets_the_reserve_and_then_a_sentence(tmp_path):
    opened = library.create(tmp_path)
    drafts.save(opened, a_draft(text="先存的"))
    pages = opened.raw.execute("PRAGMA page_count").fetchone()[0]
    opened.raw.execute(f"PRAGMA max_page_count={pages}")
    assert (tmp_path / "library.reserve").exists()
    assert code_of(lambda: drafts.save(opened, a_draft(1, "长" * 40_000))) == "library_full"
    assert not (tmp_path / "library.reserve").exists()
    assert opened.raw.execute("SELECT text FROM draft").fetchall() == [("先存的",)]
    opened.raw.execute("PRAGMA max_page_count=100000")
    drafts.save(opened, a_draft(1, "长" * 40_000))
    opened.close()


def test_a_library_that_may_only_be_read_is_read_and_refuses_to_be_written(tmp_path):
    desk = founded_desk(tmp_path / "library")
    submit(desk, own_article(desk), WRITER)
    desk.library.close()
    raw = sqlite3.connect(f"file:{tmp_path}/library/library.db?mode=ro", uri=True, isolation_level=None)
    reading = library.Library(tmp_path / "library" / "library.db", raw, "library_read_only")
    with reading.read() as connection:
        from editor.operations.auditing import audit

        assert audit(connection, None).problems == ()
    assert code_of(lambda: drafts.save(reading, a_draft())) == "library_read_only"
    reading.close()


@pytest.mark.parametrize(
    "content", [b"no database at all, only a text of some length " * 40, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path, content):
    (tmp_path / "library.db").write_bytes(content)
    assert code_of(lambda: library.open_library(tmp_path)) in {"library_damaged", "library_disk_error"}
    assert (tmp_path / "library.db").read_bytes() == content


def test_another_programs_database_is_left_as_it_is(tmp_path):
    raw = sqlite3.connect(tmp_path / "library.db")
    raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.commit()
    raw.close()
    assert code_of(lambda: library.open_library(tmp_path)) == "library_foreign"


def test_a_newer_library_is_read_but_not_written(tmp_path):
    desk = founded_desk(tmp_path / "library")
    name = own_article(desk)
    desk.library.raw.execute(f"PRAGMA user_version={migrations.NEWEST + 1}")
    desk.library.close()
    opened = library.open_library(tmp_path / "library")
    assert opened.read_only == "library_newer"
    assert code_of(lambda: drafts.save(opened, a_draft())) == "library_newer"
    with opened.read() as connection:
        assert drafts.find(connection, sheet_newsroom(connection), name)
    opened.close()


def sheet_newsroom(connection):
    from editor.store.ledger import newsroom_of

    return newsroom_of(connection)


def test_an_older_library_is_brought_forward_on_a_copy_and_the_old_file_stays(tmp_path):
    shutil.copytree(FIXTURES / "schema-1", tmp_path / "library")
    path = tmp_path / "library" / "library.db"
    before = path.read_bytes()
    raw = sqlite3.connect(path, isolation_level=None)

    def step(target):
        target.execute("ALTER TABLE draft ADD COLUMN note TEXT")

    migrations.bring_forward(path, raw, {1: step})
    raw = sqlite3.connect(path)
    assert migrations.version_of(raw) == 2
    assert "note" in [row[1] for row in raw.execute("PRAGMA table_info(draft)")]
    raw.close()
    assert (tmp_path / "library" / "library.schema-1.db").read_bytes() == before


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path):
    shutil.copytree(FIXTURES / "schema-1", tmp_path / "library")
    path = tmp_path / "library" / "library.db"
    before = path.read_bytes()
    raw = sqlite3.connect(path, isolation_level=None)

    def step(target):
        target.execute("DROP TRIGGER entry_keeps_rows")
        target.execute("DELETE FROM entry WHERE kind = 'sign'")

    assert code_of(lambda: migrations.bring_forward(path, raw, {1: step})) == "library_migration_failed"
    raw.close()
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.new"))


def test_every_released_schema_still_opens_with_all_its_entries_sound(tmp_path):
    for folder in sorted(FIXTURES.iterdir()):
        shutil.copytree(folder, tmp_path / folder.name)
        opened = library.open_library(tmp_path / folder.name)
        with opened.read() as connection:
            from editor.operations.auditing import audit

            result = audit(connection, None)
        assert result.entries >= 9
        assert result.problems == ()
        opened.close()


def test_an_older_library_has_the_same_tables_as_a_new_one_once_it_was_opened(tmp_path):
    question = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    found = []
    shutil.copytree(FIXTURES / "schema-1", tmp_path / "old")
    for opened in (library.open_library(tmp_path / "old"), library.create(tmp_path / "new")):
        rows = opened.raw.execute(question).fetchall()
        found.append([tuple("".join((part or "").replace('"', "").split()) for part in row) for row in rows])
        assert migrations.version_of(opened.raw) == migrations.NEWEST
        opened.close()
    assert found[0] == found[1]


def test_articles_of_schema_1_are_listed_and_found_after_it_was_brought_forward(tmp_path):
    from editor.newsroom.identity import KeysInMemory
    from editor.operations import browsing, keeping_up
    from editor.operations.desk import Desk, new_id
    from editor.operations.searching import search
    from editor.records.articles import View

    shutil.copytree(FIXTURES / "schema-1", tmp_path / "library")
    desk = Desk(library.open_library(tmp_path / "library"), KeysInMemory(), new_id())
    before = browsing.rows(desk, browsing.ids(desk, View("all")))
    assert [row.headline for row in before] == ["未提交的草稿", "青禾县春灌开闸"]
    assert [row.summary for row in before] == ["", ""]
    assert keeping_up.behind(desk) == 2
    assert search(desk, "未提交的草稿").rows == (before[0].row,)
    assert keeping_up.behind(desk) == 0
    after = browsing.rows(desk, [row.row for row in before])
    assert all(row.summary and row.characters for row in after)
    assert [row.headline for row in after] == [row.headline for row in before]
    assert [row.state for row in after] == [row.state for row in before]
    desk.library.close()


def test_what_schema_2_keeps_beside_the_entries_is_still_there(tmp_path):
    from editor.newsroom.identity import KeysInMemory
    from editor.operations import browsing, history, keeping
    from editor.operations.desk import Desk, new_id
    from editor.operations.searching import search
    from editor.records.articles import View

    shutil.copytree(FIXTURES / "schema-2", tmp_path / "library")
    desk = Desk(library.open_library(tmp_path / "library"), KeysInMemory(), new_id())
    assert len(search(desk, "台湾青年").rows) == len(search(desk, "没有题目的稿").rows) == 1
    (archived,) = browsing.rows(desk, browsing.ids(desk, View("archive")))
    assert archived.headline == "归档的"
    (waiting,) = browsing.rows(desk, browsing.ids(desk, View("level3")))
    assert [kept.why for kept in history.versions(desk, waiting.name)] == ["save"]
    assert [saved.query for saved in keeping.searches(desk)] == ["水闸 栏目:要闻"]
    assert keeping.preference(desk, "rules.off") == ["P04"]
    desk.library.close()


def test_what_schema_3_knows_of_what_goes_out_is_still_there(tmp_path):
    from editor.newsroom.identity import KeysInMemory
    from editor.operations.auditing import verify
    from editor.operations.desk import Desk, new_id
    from editor.operations.outbox import telling
    from editor.store import outbox

    shutil.copytree(FIXTURES / "schema-3", tmp_path / "library")
    desk = Desk(library.open_library(tmp_path / "library"), KeysInMemory(), new_id())
    (waiting,) = telling.lines(desk)
    assert (waiting.headline, waiting.state, waiting.target) == ("等着发的一篇", "waiting", "web")
    with desk.reading() as session:
        (placed,) = outbox.placed(session.connection, session.newsroom)
    assert (placed.status, placed.fields["title"]) == ("public", "已发布的一篇")
    assert verify(desk).problems == ()
    desk.library.close()


def test_a_new_library_has_the_tables_of_the_models_and_the_triggers(tmp_path):
    import sqlalchemy as sa

    from editor.store.tables import metadata

    opened = library.create(tmp_path)
    with opened.read() as connection:
        inspector = sa.inspect(connection)
        shadows = {"found", "found_config", "found_data", "found_idx"}  # the search index, which has no model
        assert set(inspector.get_table_names()) == set(metadata.tables) | shadows
        for table in metadata.sorted_tables:
            assert [c["name"] for c in inspector.get_columns(table.name)] == [c.name for c in table.columns]
    names = {row[0] for row in opened.raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    assert names == {"entry_keeps_rows", "entry_keeps_text"}
    opened.close()


def test_settings_are_those_that_lose_nothing(tmp_path):
    opened = library.create(tmp_path)
    value = {
        name: opened.raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys", "recursive_triggers", "trusted_schema", "journal_mode")
    }
    safe = "wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "truncate"
    assert value == {
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "journal_mode": safe,
    }
    opened.close()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("server:/x {place} nfs4 rw 0 0", True),
        ("//nas/x {place} cifs rw 0 0", True),
        ("/dev/sda1 {place} ext4 rw 0 0", False),
    ],
)
def test_network_shares_are_refused_by_what_is_mounted(tmp_path, line, expected):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n" + line.format(place=tmp_path) + "\n")
    assert on_network(tmp_path / "library.db", mounts) is expected


def test_folders_of_sync_programs_are_refused(tmp_path):
    assert code_of(lambda: library.create(tmp_path / "Dropbox" / "desk")) == "library_on_network"


def test_what_was_saved_survives_kill_9(tmp_path):
    """A child saves drafts and says after each that it is safe; killed at some moment, nothing it said is missing."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from editor.store import drafts, library
        opened = library.create(Path(sys.argv[1]))
        number = 0
        while True:
            drafts.save(opened, drafts.Draft("", f"a{number}", "zh-CN", "字" * 500, "", "", ""))
            print(number, flush=True)
            number += 1
        """
    )
    for turn in range(4):
        folder = tmp_path / str(turn)
        child = subprocess.Popen(
            [sys.executable, "-c", program, folder], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
        )
        safe = -1
        for _ in range(7 + 13 * turn):
            safe = int(child.stdout.readline())
        os.kill(child.pid, signal.SIGKILL)
        for line in child.stdout.read().splitlines():
            safe = int(line)
        child.wait()
        child.stdout.close()
        opened = library.open_library(folder)
        kept = {row[0] for row in opened.raw.execute("SELECT article FROM draft")}
        assert {f"a{number}" for number in range(safe + 1)} <= kept
        assert opened.raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        opened.close()


def test_verify_reads_a_library_in_a_folder_that_cannot_be_written(tmp_path):
    desk = founded_desk(tmp_path / "library")
    submit(desk, own_article(desk), WRITER)
    assert verify(desk).problems == ()
    assert sheet(desk, own_article(desk)).state == "draft"
    desk.library.close()
