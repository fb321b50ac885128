"""Journals on a disk that may lose power, be full, or be somebody else's."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.store import journal_file
from editor.store.journal import Change, Saved, State, replay
from editor.store.journal_file import Disk, JournalFile, Run, folder_of, left_folders

ROOT = Path(__file__).resolve().parents[3]


class PowerDisk(Disk):
    """Remembers what is on the disk for certain: the bytes that were synced, under names whose folder was synced."""

    def __init__(self):
        self.written: dict[int, bytearray] = {}
        self.safe: dict[int, bytes] = {}
        self.names: dict[Path, int] = {}
        self.safe_names: dict[Path, int] = {}
        self.files: dict[int, int] = {}

    def create(self, path):
        number = len(self.written)
        self.written[number], self.safe[number], self.names[path] = bytearray(), b"", number
        return number

    def again(self, path):
        return self.names[path]

    def write(self, file, data):
        self.written[file] += data

    def sync(self, file):
        self.safe[file] = bytes(self.written[file])

    def has_name(self, file):
        return file in self.names.values()

    def replace(self, source, target):
        self.names[target] = self.names.pop(source)

    def sync_folder(self, folder):
        self.safe_names = dict(self.names)

    def remove(self, path):
        self.names.pop(path, None)

    def close(self, file):
        pass

    def after_power_cut(self, path, torn):
        """What may be found at a path: the synced bytes and any part of those behind them."""
        for names in (self.safe_names, self.names):
            if path in names:
                number = names[path]
                safe, written = self.safe[number], bytes(self.written[number])
                yield written[: len(safe) + torn % (len(written) - len(safe) + 1)]


@settings(max_examples=60)
@given(st.lists(st.sampled_from("ccccSW"), max_size=12), st.integers(0, 10_000))
def test_a_power_cut_loses_nothing_that_was_told_to_be_on_the_disk(steps, torn):
    disk = PowerDisk()
    path = Path("/nowhere/a.zh-CN.journal")
    journal = JournalFile(path, disk)
    units, serial = ("一",), 1
    journal.begin(State(serial, "a", "zh-CN", units=units))
    for step in steps:
        if step == "S":
            journal.append([Saved(serial, "v")])
        else:
            serial += 1
            units = (*units, str(serial))
            if step == "W":
                journal.begin(State(serial, "a", "zh-CN", units=units))
            else:
                journal.append([Change(serial, len(units) - 1, 0, units[-1:])])
        for data in disk.after_power_cut(path, torn):
            assert replay(data).state.units == units
    disk.write(disk.names[path], b"not synced yet")
    for data in disk.after_power_cut(path, torn):
        assert replay(data).state.units == units


class FailingDisk(Disk):
    """Refuses from a certain call on."""

    def __init__(self, name, number):
        self.name, self.left = name, number

    def __getattribute__(self, name):
        if name == object.__getattribute__(self, "name"):
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, "full")
        return object.__getattribute__(self, name)


@pytest.mark.parametrize("what", ["write", "sync", "create", "replace"])
def test_when_the_disk_refuses_what_was_there_stays_and_a_new_beginning_heals_it(tmp_path, what):
    path = tmp_path / "a.zh-CN.journal"
    disk = FailingDisk("nothing", 0)
    journal = JournalFile(path, disk)
    journal.begin(State(1, "a", "zh-CN", units=("一",)))
    journal.append([Change(2, 1, 0, ("二",))])
    disk.name, disk.left = what, 0
    whole = State(3, "a", "zh-CN", units=("一", "二", "三"))
    step = (
        (lambda: journal.append([Change(3, 2, 0, ("三",))]))
        if what in {"write", "sync"}
        else lambda: journal.begin(whole)
    )
    with pytest.raises(OSError, match="full"):
        step()
    assert replay(path.read_bytes()).state.units[:2] == ("一", "二")
    assert not journal.open
    disk.name = "nothing"
    journal.begin(State(4, "a", "zh-CN", units=("四",)))
    assert replay(path.read_bytes()).state.units == ("四",)
    assert [each.name for each in tmp_path.iterdir()] == ["a.zh-CN.journal"]
    journal.close(remove=True)
    assert not path.exists()


def test_only_its_owner_can_read_a_journal(tmp_path):
    run = Run(tmp_path / "journals")
    run.begin()
    journal = run.file("a.zh-CN")
    journal.begin(State(1, "a", "zh-CN"))
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(run.folder.stat().st_mode) == 0o700
    journal.close(remove=False)
    run.end()


def test_a_deleted_folder_is_noticed_and_made_again(tmp_path):
    run = Run(tmp_path / "journals")
    assert run.begin()
    journal = run.file("a.zh-CN")
    journal.begin(State(1, "a", "zh-CN"))
    for path in run.folder.iterdir():
        path.unlink()
    run.folder.rmdir()
    with pytest.raises(FileNotFoundError):
        journal.append([Change(2, 0, 0, ("一",))])
    assert run.begin()
    journal = run.file("a.zh-CN")
    journal.begin(State(2, "a", "zh-CN", units=("一",)))
    assert replay(journal.path.read_bytes()).state.units == ("一",)
    assert not run.begin()
    journal.close(remove=True)
    run.end()
    assert not run.folder.exists()


CHILD = """
import sys
from pathlib import Path
from editor.store.journal import State
from editor.store.journal_file import Run
run = Run(Path(sys.argv[1]))
run.begin()
run.file("a.zh-CN").begin(State(1, "a", "zh-CN", units=("渠水通了",)))
print(run.folder, flush=True)
sys.stdin.read()
"""


def test_the_journal_of_a_living_program_is_not_touched_and_that_of_a_killed_one_is_found(tmp_path):
    command = [sys.executable, "-c", CHILD, str(tmp_path)]
    child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with child:
        folder = Path(child.stdout.readline().strip())
        assert left_folders(tmp_path) == []
        child.kill()
    (left,) = left_folders(tmp_path)
    assert left.folder == folder
    assert left_folders(tmp_path) == [], "somebody else recovers it already"
    (journal,) = left.journals()
    assert journal.replay.state.units == ("渠水通了",)
    left.end()
    (left,) = left_folders(tmp_path)
    journal.path.unlink()
    left.end()
    assert not folder.exists()


def test_where_there_are_no_locks_the_number_of_the_process_counts(tmp_path, monkeypatch):
    def unsupported(_file, _how):
        raise OSError(errno.EOPNOTSUPP, "no locks here")

    monkeypatch.setattr(journal_file.fcntl, "flock", unsupported)
    run = Run(tmp_path)
    run.begin()
    run.file("a").begin(State(1, "a", "zh-CN", units=("渠",)))
    owner = run.folder / "owner"
    assert owner.read_text("ascii") == str(os.getpid())
    owner.write_text(str(os.getppid()), "ascii")
    assert left_folders(tmp_path) == []
    owner.write_text("999999999", "ascii")
    (left,) = left_folders(tmp_path)
    assert left.journals()[0].replay.state.units == ("渠",)
    left.end()
    run.end()


def test_a_full_disk_gives_the_reserve_back_once(tmp_path):
    run = Run(tmp_path)
    run.begin()
    assert sum(path.stat().st_size for path in run.folder.iterdir()) >= 1 << 20
    assert run.free_reserve()
    assert not run.free_reserve()
    run.end()


def test_two_libraries_have_two_folders(tmp_path):
    assert folder_of(tmp_path, tmp_path / "one") != folder_of(tmp_path, tmp_path / "two")
    assert folder_of(tmp_path, tmp_path / "one") == folder_of(tmp_path, tmp_path / "two" / ".." / "one")
