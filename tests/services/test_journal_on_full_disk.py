"""A disk that is really full, and one that can really not be written: the text stays, and goes there when it can."""

from __future__ import annotations

import contextlib
import os
import subprocess

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from editor.store.journal import replay
from tests.ui.keeping.desk import Desk, commit, loaded, type_in
from ui.keeping.book import Standing


def mount(*arguments):
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 2 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)):
        pytest.skip("a file system can be mounted by root only")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def desk(qtbot, small_disk):
    made = Desk(small_disk / "journals")
    made.library.failing = "library_full"
    qtbot.addWidget(made)
    made.show()
    yield made
    made.writer.end()


def fill(place):
    filler = os.open(place / "filler", os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(filler, bytes(4096))
    os.close(filler)


def now(troubles):
    """What is told at the moment."""
    return getattr(troubles[-1], "code", "") if troubles else ""


def journal(place):
    (path,) = place.glob("journals/*/*.journal")
    return replay(path.read_bytes()).state.units


def test_on_a_full_disk_the_reserve_keeps_what_is_typed_and_then_it_is_said(qtbot, desk, small_disk):
    troubles = []
    desk.keeper.shelf.trouble_changed.connect(troubles.append)
    desk.open(loaded("a"))
    type_in(desk, "渠水")
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    fill(small_disk)
    commit(desk, "通了。" * 800)
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK, timeout=8000)
    assert journal(small_disk) == ("渠水" + "通了。" * 800,)
    fill(small_disk)
    commit(desk, "还在写。" * 800)
    qtbot.waitUntil(lambda: now(troubles) == "journal_full", timeout=8000)
    assert not troubles[-1].kept_here
    assert desk.keeper.standing is Standing.UNSAVED
    assert desk.body.toPlainText().endswith("还在写。")
    (small_disk / "filler").unlink()
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK, timeout=12_000)
    assert journal(small_disk) == ("渠水" + "通了。" * 800 + "还在写。" * 800,)


def test_on_a_disk_that_becomes_read_only_it_is_said_and_healed(qtbot, desk, small_disk):
    troubles = []
    desk.keeper.shelf.trouble_changed.connect(troubles.append)
    desk.open(loaded("a"))
    assert mount("--bind", str(small_disk), str(small_disk))
    assert mount("-o", "remount,ro,bind", str(small_disk))
    type_in(desk, "渠水")
    qtbot.waitUntil(lambda: now(troubles) == "journal_read_only", timeout=8000)
    assert mount("-o", "remount,rw,bind", str(small_disk))
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK, timeout=12_000)
    assert journal(small_disk) == ("渠水",)
    subprocess.run(["umount", "-l", str(small_disk)], check=True)
