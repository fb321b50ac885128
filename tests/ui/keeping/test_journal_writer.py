"""What is written is told only when it is on the disk; what the disk refuses is told, too."""

from __future__ import annotations

import errno

import pytest

from editor.markup.blocks import heading, paragraph
from editor.store.journal import Caret, Change, Moved, Saved, State, replay
from editor.store.journal_file import Disk, Run
from ui.keeping.journal_writer import JournalWriter
from ui.keeping.units import blocks_of_units


class Heard:
    def __init__(self, writer):
        self.written, self.failed, self.grown = [], [], []
        writer.written.connect(lambda name, serial: self.written.append((name, serial)))
        writer.failed.connect(lambda name, code, path: self.failed.append((name, code)))
        writer.grown.connect(self.grown.append)


class FullDisk(Disk):
    full = False

    def write(self, file, data):
        if self.full:
            super().write(file, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "full")
        super().write(file, data)


@pytest.fixture
def disk():
    return FullDisk()


@pytest.fixture
def writer(qapp, tmp_path, disk):
    made = JournalWriter(Run(tmp_path / "journals", disk), limit=400)
    yield made
    made.end()


def journal(tmp_path, name="one"):
    (path,) = tmp_path.glob(f"journals/*/{name}.journal")
    return replay(path.read_bytes())


def test_states_and_changes_are_on_the_disk_when_it_says_so(qtbot, writer, tmp_path):
    heard = Heard(writer)
    writer.put("one", State(1, "a", "zh-CN", units=(paragraph("渠水"), heading("小标题"))))
    writer.put("one", Change(2, 1, 1, (paragraph("通了"),)))
    writer.put("one", Moved(Caret(1, 2)))
    qtbot.waitUntil(lambda: ("one", 2) in heard.written)
    found = journal(tmp_path).state
    assert blocks_of_units(found.units) == (paragraph("渠水"), paragraph("通了"))
    assert found.caret == Caret(1, 2)
    writer.put("one", Saved(2, "v", "a"))
    writer.close("one", remove=False)
    writer.end()
    assert not journal(tmp_path).unsaved


def test_the_journal_goes_when_the_library_has_everything(qtbot, writer, tmp_path):
    writer.put("one", State(1, "a", "zh-CN"))
    writer.close("one", remove=True)
    writer.put("two", State(1, "b", "zh-CN"))
    writer.end()
    assert [path.name for path in tmp_path.glob("journals/*/*.journal")] == ["two.journal"]


def test_a_full_disk_is_told_and_a_whole_state_heals_it(qtbot, writer, disk, tmp_path):
    heard = Heard(writer)
    writer.put("one", State(1, "a", "zh-CN", units=(paragraph("渠水"),)))
    qtbot.waitUntil(lambda: heard.written == [("one", 1)])
    disk.full = True
    writer.put("one", Change(2, 1, 0, (paragraph("通了"),)))
    qtbot.waitUntil(lambda: heard.failed == [("one", "journal_full")])
    writer.put("one", Change(3, 2, 0, (paragraph("不会写到残缺之后"),)))
    disk.full = False
    writer.put("one", State(4, "a", "zh-CN", units=(paragraph("渠水通了"),)))
    qtbot.waitUntil(lambda: ("one", 4) in heard.written)
    assert ("one", 3) not in heard.written
    assert journal(tmp_path).state.units == ("渠水通了",)


def test_the_reserve_makes_room_for_what_was_typed(qtbot, writer, disk, tmp_path):
    heard = Heard(writer)
    writer.put("one", State(1, "a", "zh-CN"))
    qtbot.waitUntil(lambda: heard.written == [("one", 1)])
    (reserve,) = tmp_path.glob("journals/*/reserve")
    disk.full = True
    original = type(writer._run).free_reserve

    def freed():
        disk.full = False
        return original(writer._run)

    writer._run.free_reserve = freed
    writer.put("one", State(2, "a", "zh-CN", units=(paragraph("渠水"),)))
    qtbot.waitUntil(lambda: ("one", 2) in heard.written)
    assert not reserve.exists()
    assert not heard.failed


def test_after_a_failure_the_old_file_goes_as_well_when_the_library_has_everything(qtbot, writer, disk, tmp_path):
    heard = Heard(writer)
    writer.put("one", State(1, "a", "zh-CN"))
    disk.full = False
    qtbot.waitUntil(lambda: bool(heard.written))
    disk.full = True
    writer.put("one", Change(2, 0, 0, (paragraph("渠"),)))
    qtbot.waitUntil(lambda: bool(heard.failed))
    writer.close("one", remove=True)
    writer.end()
    assert not list(tmp_path.glob("journals/*/*.journal"))


def test_a_long_journal_asks_for_a_whole_state(qtbot, writer, tmp_path):
    heard = Heard(writer)
    writer.put("one", State(1, "a", "zh-CN"))
    for serial in range(2, 40):
        writer.put("one", Change(serial, 0, 0, (paragraph("渠水通了"),)))
    qtbot.waitUntil(lambda: ("one", 39) in heard.written)
    assert heard.grown == ["one"]
    before = next(tmp_path.glob("journals/*/*.journal")).stat().st_size
    writer.put("one", State(40, "a", "zh-CN", units=(paragraph("渠"),)))
    qtbot.waitUntil(lambda: ("one", 40) in heard.written)
    assert next(tmp_path.glob("journals/*/*.journal")).stat().st_size < before


def test_a_folder_that_cannot_be_made_is_told(qtbot, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    writer = JournalWriter(Run(tmp_path / "file" / "journals"))
    heard = Heard(writer)
    writer.put("one", State(1, "a", "zh-CN"))
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert heard.failed == [("one", "journal_folder_gone")]
    writer.end()
